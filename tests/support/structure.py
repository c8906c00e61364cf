"""Two ways to the words of a document: out of its plan, and out of the written file by walking its structure tree.

They share no code with the renderer or with each other, so that comparing them proves that the tree says what the plan says.
"""

import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf

from hornbook.plan.page import Box, GroupBox, Pages, TextBox
from hornbook.plan.structure import ARTIFACT

Word = tuple[str, str]
"""A role and a word."""

BULLETS = {"disc": "\u2022", "dash": "\u2013", "square": "\u25aa", "check": "\u2713"}
TURN = "\u200f"
"""Between words of both directions, for programs that copy by places."""
UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))


# -- the plan ------------------------------------------------------------------------------------------------------------


@dataclass
class PlannedWords:
    """What a plan says, by element, in the order in which it is drawn."""

    pieces: dict[int, list[tuple[int, str]]] = field(default_factory=dict)
    artifacts: list[str] = field(default_factory=list)
    drawn: int = 0
    seen: set[tuple[int, int]] = field(default_factory=set)

    def say(self, element: int, text: str) -> None:
        self.drawn += 1
        text = text.translate(UNSEEN)
        if element == ARTIFACT:
            self.artifacts.append(text)
        else:
            self.pieces.setdefault(element, []).append((self.drawn, text))

    def collect(self, box: Box, held: int | None = None) -> None:
        """`held` is the element of a group that is one mark."""
        if isinstance(box, TextBox):
            self.collect_text(box, held)
        elif isinstance(box, GroupBox):
            if held is None and (box.one_mark or box.figure != ARTIFACT):
                held = box.figure
                self.say(held, "")
            for child in box.boxes:
                self.collect(child, held)
        else:
            self.say(box.element if held is None else held, "")

    def collect_text(self, box: TextBox, held: int | None) -> None:
        for index, (paragraph, tag) in enumerate(zip(box.paragraphs, box.tags, strict=True)):
            fragments = [one for line in box.lines for one in line.fragments if one.paragraph == index]
            key = (tag.element, id(paragraph))
            if tag.element != ARTIFACT and held is None:
                if key in self.seen:
                    continue  # it goes on here from another page or column
                self.seen.add(key)
            label = BULLETS.get(paragraph.style.bullet) or "".join(one.text for one in fragments if one.kind == "label")
            label_element = tag.label if held is None else held
            drawn = any(one.kind == "label" for one in fragments)
            if label and drawn and not (label_element == ARTIFACT and paragraph.style.bullet in BULLETS):
                self.say(label_element, label + " " if label_element == ARTIFACT else label)
            shown = {one.run for one in fragments if one.kind == "text"}
            for number, run in enumerate(paragraph.runs):
                element = held if held is not None else tag.runs.get(number, tag.element)
                blank = run.write_in and number not in shown
                self.say(element, "" if blank else run.text)
            if held is not None or tag.element == ARTIFACT:
                self.say(ARTIFACT if held is None else held, " ")


def _planned(pages: Pages) -> PlannedWords:
    planned = PlannedWords()
    placed = [(_reading(box, index), box) for index, page in enumerate(pages.pages) for box in page.boxes]
    for _, box in sorted(placed, key=lambda pair: pair[0]):
        planned.collect(box)
    return planned


def _reading(box: Box, page: int) -> int:
    """Pages of a booklet lie on sheets in another order than that in which they are read."""
    return box.reading if isinstance(box, GroupBox) and box.reading >= 0 else page


def plan_words(pages: Pages) -> list[Word]:
    """The words that the plan calls content, in reading order, each with the role of its element."""
    planned = _planned(pages)
    children: dict[int, list[int]] = {}
    for index, element in enumerate(pages.elements):
        children.setdefault(element.parent, []).append(index)
    first: dict[int, int] = {}
    for index in range(len(pages.elements) - 1, -1, -1):
        own = [at for at, _ in planned.pieces.get(index, [])[:1]]
        first[index] = min([*own, *(first[child] for child in children.get(index, []))], default=1 << 30)
    return list(_planned_words(pages, planned, children, first, 0))


def _planned_words(pages: Pages, planned: PlannedWords, children, first, index: int) -> Iterator[Word]:
    element = pages.elements[index]
    stands = element.actual or (element.alt if element.role != "Link" else "")
    if stands:
        yield from ((element.role, word) for word in stands.split())
        return
    own = planned.pieces.get(index, [])
    below = children.get(index, [])
    items = [(child, first[child]) for child in below]
    if own:
        items = sorted([*items, *((text, at) for at, text in own)], key=lambda item: item[1])
    text = ""
    for item, _ in items:
        if isinstance(item, str):
            text += item
            continue
        yield from ((element.role, word) for word in text.split())
        text = ""
        yield from _planned_words(pages, planned, children, first, item)
    yield from ((element.role, word) for word in text.split())


def plan_artifacts(pages: Pages) -> Counter[str]:
    """The words that the plan calls furniture."""
    return Counter("".join(_planned(pages).artifacts).split())


# -- the file ------------------------------------------------------------------------------------------------------------


@dataclass
class MarkedPage:
    """The marks of a page: texts by MCID, text in artifacts, and text or drawing that is in neither."""

    texts: dict[int, str] = field(default_factory=dict)
    roles: dict[int, str] = field(default_factory=dict)
    leftward: set[int] = field(default_factory=set)
    """Marks with characters in the order of the eye."""
    artifacts: str = ""
    loose: list[str] = field(default_factory=list)


_DRAWING = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Do", "sh", "BI", "Tj", "TJ", "'", '"'}


def read_marks(page: pikepdf.Page) -> MarkedPage:
    """Decode the content stream of a page."""
    found = MarkedPage()
    stack: list[tuple[str, int | None, str | None]] = []
    fonts: dict[str, dict[int, str]] = {}
    font: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in {"BDC", "BMC"}:
            properties = operands[1] if name == "BDC" else {}
            mcid = int(properties["/MCID"]) if "/MCID" in properties else None
            actual = str(properties["/ActualText"]) if "/ActualText" in properties else None
            stack.append((str(operands[0]), mcid, actual))
            if mcid is not None:
                if mcid in found.texts:
                    found.loose.append(f"MCID {mcid} twice")
                found.texts[mcid] = ""
                found.roles[mcid] = str(operands[0])[1:]
            if actual is not None:
                _say(found, stack[:-1] if mcid is None else stack, actual)
        elif name == "EMC":
            stack.pop()
        elif name == "Tf":
            key = str(operands[0])
            font = fonts.setdefault(key, _meanings(page, key)) if key not in fonts else fonts[key]
        elif name in {"Tj", "TJ"}:
            text = _decode(operands[0], font)
            if any(tag == "/ReversedChars" for tag, _, _ in stack):
                text = text[::-1]
                found.leftward.update(mcid for _, mcid, _ in stack if mcid is not None)
            if not any(actual is not None for _, _, actual in stack):
                _say(found, stack, text)
        if name in _DRAWING and not any(tag == "/Artifact" or mcid is not None for tag, mcid, _ in stack):
            found.loose.append(name)
    if stack:
        found.loose.append("a mark is left open")
    return found


def _say(found: MarkedPage, stack, text: str) -> None:
    for tag, mcid, _ in reversed(stack):
        if mcid is not None:
            found.texts[mcid] += text
            return
        if tag == "/Artifact":
            # what lies apart on the page is apart, whoever draws it
            found.artifacts += text + " " if not text.endswith(" ") else text
            return


def _meanings(page: pikepdf.Page, key: str) -> dict[int, str]:
    font = page.resources.Font[key]
    lines = font.ToUnicode.read_bytes().decode("latin-1").splitlines()
    pairs = [line.strip("<>").split("> <") for line in lines if line.startswith("<") and line.count("<") == 2]
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in pairs if code != "0000"}


def _decode(operand, font: dict[int, str]) -> str:
    parts = operand if isinstance(operand, pikepdf.Array) else [operand]
    data = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
    return "".join(font[int.from_bytes(data[at : at + 2], "big")] for at in range(0, len(data), 2))


@dataclass
class FileWords:
    """What a file says, and what is wrong with how it says it."""

    words: list[Word] = field(default_factory=list)
    artifacts: Counter[str] = field(default_factory=Counter)
    problems: list[str] = field(default_factory=list)


class _Walk:
    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.found = FileWords()
        self.pages = {page.objgen: read_marks(page) for page in pdf.pages}
        self.used: Counter[tuple[tuple[int, int], int]] = Counter()
        self.held: Counter[tuple[int, int]] = Counter()
        root = pdf.Root.StructTreeRoot
        self.parents = _number_tree(root.ParentTree)
        self.keys = {page.objgen: int(page.obj.StructParents) for page in pdf.pages}
        kids = root.K if isinstance(root.K, pikepdf.Array) else [root.K]
        for kid in kids:
            self.element(kid, root)
        self.check(pdf)

    def element(self, element: pikepdf.Dictionary, parent) -> None:
        role = str(element.S)[1:]
        if element.P.objgen != parent.objgen:
            self.found.problems.append(f"{role} does not name its parent")
        stands = str(element.get("/ActualText", element.get("/Alt", "")))
        before = len(self.found.words)
        self.kids(element, role)
        if stands:
            self.found.words[before:] = [(role, word) for word in stands.split()]

    def kids(self, element: pikepdf.Dictionary, role: str) -> None:
        kids = element.get("/K", pikepdf.Array([]))
        text = ""
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid and "/P" in kid:
                if self.is_leftward(kid):
                    text += self.leftward(kid, element)
                    continue
                self.end(role, text)
                text = ""
                self.element(kid, element)
            elif isinstance(kid, pikepdf.Dictionary) and str(kid.get("/Type")) == "/OBJR":
                self.held[kid.Obj.objgen] += 1
                if self.parents.get(int(kid.Obj.StructParent)) != [element.objgen]:
                    self.found.problems.append("an annotation does not lead back to its element")
            else:
                text += self.mark(kid, element, role)
        self.end(role, text)

    def is_leftward(self, element: pikepdf.Dictionary) -> bool:
        """Whether an element is there for words from right to left alone."""
        span = str(element.S) == "/Span" and "/ActualText" in element and isinstance(element.get("/K"), int)
        return span and int(element.K) in self.pages[element.Pg.objgen].leftward

    def leftward(self, span: pikepdf.Dictionary, parent: pikepdf.Dictionary) -> str:
        """Words from right to left: a Span says them as they are read, and its mark says the same, character by character."""
        if span.P.objgen != parent.objgen:
            self.found.problems.append("Span does not name its parent")
        words, drawn = str(span.ActualText), self.mark(span.K, span, "Span")
        if _with_spaces(drawn) != _with_spaces(words.translate(UNSEEN)):
            self.found.problems.append(f"{words!r} is drawn as {drawn!r}")
        return words.translate(UNSEEN)

    def mark(self, kid, element: pikepdf.Dictionary, role: str) -> str:
        page = kid.Pg if isinstance(kid, pikepdf.Dictionary) and "/Pg" in kid else element.Pg
        mcid = int(kid.MCID) if isinstance(kid, pikepdf.Dictionary) else int(kid)
        if page.objgen not in self.pages:
            self.found.problems.append(f"/Pg of a {role} is no page of the file")
            return ""
        self.used[page.objgen, mcid] += 1
        owners = self.parents.get(self.keys[page.objgen], [])
        if mcid >= len(owners) or owners[mcid] != element.objgen:
            self.found.problems.append(f"the parent tree does not lead from MCID {mcid} to its {role}")
        if self.pages[page.objgen].roles.get(mcid) != role:
            self.found.problems.append(f"MCID {mcid} is not marked as {role}")
        return self.pages[page.objgen].texts.get(mcid, "")

    def end(self, role: str, text: str) -> None:
        self.found.words += [(role, word) for word in text.split()]

    def check(self, pdf: pikepdf.Pdf) -> None:
        for page, marked in self.pages.items():
            self.found.problems += [f"{what} outside every mark" for what in marked.loose]
            self.found.artifacts += Counter(marked.artifacts.split())
            for mcid in marked.texts:
                if self.used[page, mcid] != 1:
                    self.found.problems.append(f"MCID {mcid} belongs to {self.used[page, mcid]} elements")
        for page in pdf.pages:
            for annotation in page.obj.get("/Annots", []):
                if self.held[annotation.objgen] != 1:
                    self.found.problems.append(f"an annotation belongs to {self.held[annotation.objgen]} elements")


def _number_tree(tree: pikepdf.Dictionary) -> dict[int, list[tuple[int, int]]]:
    pairs = list(tree.Nums)
    found = {}
    for key, value in zip(pairs[::2], pairs[1::2], strict=True):
        owners = value if isinstance(value, pikepdf.Array) else [value]
        found[int(key)] = [owner.objgen for owner in owners]
    return found


def read_words(data: bytes) -> FileWords:
    """Everything that a written file says through its structure tree."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return _Walk(pdf).found


def pdf_words(data: bytes) -> list[Word]:
    """The words of the structure tree, in its order, each with the role of its element."""
    return read_words(data).words


def assert_says_its_plan(data: bytes, pages: Pages) -> None:
    """The tree says the words that the plan calls content, each once, in order; the rest is furniture."""
    found = read_words(data)
    assert found.problems == []
    assert found.words == plan_words(pages)
    assert found.artifacts == plan_artifacts(pages)


def _with_spaces(words: str) -> str:
    return words.replace(TURN, "").replace("\u00a0", " ")
