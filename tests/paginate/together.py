"""What a reader needs to find on one page: whatever a document is, its questions, headings and tables are marked, and looked for."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest

from msgspec import Struct
from msgspec.structs import replace

from hornbook.plan.document import (
    AnswerLines,
    Block,
    Card,
    ColumnFlow,
    Document,
    Foot,
    Heading,
    Keep,
    ListBlock,
    ListItem,
    PageBreak,
    Part,
    Side,
    Space,
    TableBlock,
    Words,
)
from hornbook.plan.page import Box, GroupBox, Pages, ShapeBox, TextBox
from hornbook.source.runs import Run

TO_WRITE_ON = 0.6
"""Width of the lines to write on; no other line is as wide."""
FEW = 8
"""Lines that stay together; of more, the first two."""
MARK = re.compile(r"([HQTR]\d+)[ \u00a0]")
HEADINGS = {"H2", "H3", "H4"}


class Marks(Struct):
    """What was marked: `H3 ` before the words of a heading, `Q` of a question, `T` of the heads of a table, `R` of a row."""

    found: list[str] = []
    lines: dict[str, int] = {}
    """The least lines to write on that belong to a question."""
    alone: set[str] = set()
    """Headings after which nothing stands."""
    table: dict[str, str] = {}
    """Of each row, its table."""

    def new(self, kind: str) -> str:
        self.found.append(f"{kind}{len(self.found)}")
        return self.found[-1]

    # -- marking -------------------------------------------------------------------------------------------------------

    def blocks(self, blocks: tuple[Block, ...], below: Block | None = None) -> tuple[Block, ...]:
        """The blocks with marks; `below` is what comes after the last of them."""
        pairs = zip_longest(blocks, blocks[1:], fillvalue=below)
        return tuple(self.block(block, after) for block, after in pairs)

    def block(self, block: Block, below: Block | None) -> Block:
        match block:
            case Keep() | Part() | Foot():
                return replace(block, blocks=self.blocks(block.blocks, below))
            case Card() | ColumnFlow():
                return replace(block, blocks=self.blocks(block.blocks))
            case Side():
                return replace(block, left=self.blocks(block.left), right=self.blocks(block.right))
            case Heading():
                mark = self.new("H")
                if isinstance(below, PageBreak | Space | None) or is_empty(below):
                    self.alone.add(mark)
                return replace(block, runs=(Run(f"{mark} "), *block.runs))
            case Words(style="question") if isinstance(below, AnswerLines) and not below.fill:
                mark = self.new("Q")
                self.lines[mark] = below.count
                return replace(block, runs=(Run(f"{mark} "), *block.runs))
            case ListBlock():
                return replace(block, items=tuple(self.item(item) for item in block.items))
            case TableBlock() if block.header:
                return self.rows(block)
            case _:
                return block

    def item(self, item: ListItem) -> ListItem:
        inner = tuple(self.item(each) for each in item.items)
        if not item.lines or not (item.runs or item.label):  # bare lines ask nothing: what is above them does
            return replace(item, items=inner)
        mark = self.new("Q")
        self.lines[mark] = item.lines
        if item.runs:
            return replace(item, items=inner, runs=(Run(f"{mark} "), *item.runs))
        return replace(item, items=inner, label=f"{mark} {item.label}")

    def rows(self, block: TableBlock) -> TableBlock:
        head = self.new("T")
        rows = []
        for first, *others in block.rows:
            mark = self.new("R")
            self.table[mark] = head
            rows.append(((Run(f"{mark} "), *first), *others))
        return replace(block, header=tuple((Run(f"{head} "), *cell) for cell in block.header), rows=tuple(rows))


def is_empty(block: Block | None) -> bool:
    match block:
        case Keep() | Part() | Foot() | Card() | ColumnFlow():
            return all(map(is_empty, block.blocks))
        case Side():
            return all(map(is_empty, (*block.left, *block.right)))
        case ListBlock():
            return not block.items
        case Words():
            return not any(run.text or run.write_in for run in block.runs)
        case AnswerLines():
            return block.fill or not block.count
        case _:
            return block is None


def marked(document: Document) -> tuple[Document, Marks]:
    marks = Marks()
    return replace(document, blocks=marks.blocks(document.blocks)), marks


# -- looking -----------------------------------------------------------------------------------------------------------


def leaves(pages: Pages) -> Iterator[tuple[Box, ...]]:
    """The boxes of each page as it is read; of a booklet, each half of a side."""
    halves = [
        (box.reading, box.boxes)
        for page in pages.pages
        for box in page.boxes
        if isinstance(box, GroupBox) and box.reading >= 0
    ]
    yield from (boxes for _, boxes in sorted(halves)) if halves else (page.boxes for page in pages.pages)


def mark_of(box: Box) -> str:
    """The mark with which the words of a box begin, or the label before them."""
    if not isinstance(box, TextBox):
        return ""
    begun = "".join(part.text for part in box.lines[0].fragments if part.kind == "text")
    label = "".join(part.text for part in box.lines[0].fragments if part.kind == "label")
    found = MARK.match(f"{begun} ") or MARK.match(f"{label} ")
    return found[1] if found else ""


def marks_in(box: TextBox) -> list[str]:
    """Its own, and that of a row which is told behind the head of its first column."""
    mark = mark_of(box)
    told = [] if mark[:1] != "T" else [each for each in MARK.findall(box.paragraphs[0].plain) if each[0] == "R"]
    return [mark, *told] if mark else []


def beside(one: Box, other: Box) -> bool:
    """Whether they stand in one column."""
    return one.rect.left < other.rect.right and other.rect.left < one.rect.right + 20


def faults(pages: Pages, marks: Marks) -> Iterator[str]:
    seen: Counter[str] = Counter()
    for number, boxes in enumerate(leaves(pages), 1):
        texts = [box for box in boxes if isinstance(box, TextBox)]
        read = [box for box in texts if box.tags[0].element >= 0]
        seen.update(mark for box in read for mark in marks_in(box) if mark[0] != "T")
        yield from (f"page {number}: {fault}" for fault in (*_headings(pages, boxes, marks), *_questions(boxes, marks)))
        yield from (f"page {number}: {fault}" for fault in _tables(pages, texts, marks))
    yield from (f"{mark} is read {seen[mark]} times" for mark in marks.found if mark[0] != "T" and seen[mark] != 1)


def _foot(boxes: tuple[Box, ...]) -> float:
    """The line above the foot of the page."""
    return max(
        box.rect.top for box in boxes if isinstance(box, ShapeBox) and box.kind == "line" and box.stroke_width == 0.5
    )


def _headings(pages: Pages, boxes: tuple[Box, ...], marks: Marks) -> Iterator[str]:
    foot = _foot(boxes)
    for box in boxes:
        if not isinstance(box, TextBox) or box.tags[0].element < 0 or mark_of(box) in marks.alone:
            continue
        if pages.elements[box.tags[0].element].role in HEADINGS:
            below = (each for each in boxes if box.rect.bottom - 1 <= each.rect.top < foot - 1 and beside(box, each))
            if not any(below):
                yield f"{box.paragraphs[0].plain!r} is last on it"


def _questions(boxes: tuple[Box, ...], marks: Marks) -> Iterator[str]:
    ruled = [
        box for box in boxes if isinstance(box, ShapeBox) and box.kind == "line" and box.stroke_width == TO_WRITE_ON
    ]
    asked = [box for box in boxes if mark_of(box)]
    for box in asked:
        if mark_of(box)[0] != "Q":
            continue
        wanted = marks.lines[mark_of(box)]
        end = min((each.rect.top for each in asked if each.rect.top > box.rect.top and beside(box, each)), default=1e9)
        below = [each for each in ruled if box.rect.top < each.rect.top < end + 1 and beside(box, each)]
        if len(below) < (wanted if wanted <= FEW else 2):
            yield f"{box.paragraphs[0].plain!r} has {len(below)} of {wanted} lines"


def _tables(pages: Pages, texts: list[TextBox], marks: Marks) -> Iterator[str]:
    """The heads of a table above its rows; where it is told row by row, before the cell."""
    tops: dict[tuple[str, float], float] = {}
    for box in texts:
        mark = mark_of(box)
        if mark.startswith("R"):
            key = (marks.table[mark], round(box.rect.left))
            tops[key] = min(tops.get(key, 1e9), box.rect.top)
    for (table, left), top in tops.items():
        heads = [box for box in texts if mark_of(box) == table and round(box.rect.left) == left]
        if not any(head.rect.top < top for head in heads):
            yield f"rows of {table} stand under no heads"
    over = {table for table, _ in tops}
    read = [box for box in texts if box.tags[0].element >= 0 and pages.elements[box.tags[0].element].role == "TH"]
    heads = {mark for box in read if (mark := mark_of(box)).startswith("T")}
    yield from (f"heads of {table} stand over no rows" for table in sorted(heads - over))
