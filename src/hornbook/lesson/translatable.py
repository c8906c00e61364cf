"""Which texts of an outline a translator gets: the same walk finds them and puts their translations in their places.

The walk follows the fields of `keys`, and leaves alone what it does not know: the readers say what is wrong there.
Texts are handed over piece by piece: a paragraph of notes without its cue, an item of a list without its mark.
"""

import re
from collections.abc import Callable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from hornbook.lesson import keys
from hornbook.lesson.notes import note_pieces
from hornbook.lesson.reading import Translate
from hornbook.source.nodes import Entry, ListNode, MapNode, Node, Piece, ScalarNode, is_missing

Shape = Callable[[Node, Translate], Node]

_LETTER = re.compile(r"[^\W\d_]")
_PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*")
_VALUE_ALONE = re.compile(r"\s*<<[^<>]*>>\s*")


def translated_lesson(root: MapNode, translate: Translate, numbers: Callable[[str], str] = str) -> MapNode:
    """The outline with each of its texts in the other language; `numbers` writes those of a text that has no words."""

    def one(node: ScalarNode, kind: str) -> ScalarNode:
        return replace(node, text=numbers(node.text)) if kind == NUMBERS else translate(node, kind)

    return LESSON.of(root, one)


def translated_contacts(root: MapNode, translate: Translate) -> MapNode:
    """A contacts file alike; texts that are mappings by language are left to the reader."""
    return _CONTACTS_FILE.of(root, translate)


def msgid_of(text: str) -> str:
    """A text as a translator sees it: on one line, but for breaks that were meant."""
    return text.strip() if "  \n" in text else " ".join(text.split())


NUMBERS = ""
"""In place of what a text is: it has no letter, so that nobody has to translate it, but its numbers are of the language."""


class _Text(Struct, frozen=True):
    """A text of one paragraph; with `data` one that may be nothing but a number."""

    kind: str
    data: bool = False

    def __call__(self, node: Node, translate: Translate) -> Node:
        if not isinstance(node, ScalarNode) or _VALUE_ALONE.fullmatch(node.text):
            return node
        if _LETTER.search(node.text):
            return translate(node, self.kind)
        return translate(node, NUMBERS) if self.data else node


class _Prose(Struct, frozen=True):
    """A text of several paragraphs, or a list of texts."""

    kind: str

    def __call__(self, node: Node, translate: Translate) -> Node:
        if not isinstance(node, ScalarNode):
            return _texts(self.kind)(node, translate)
        spans = [match.span() for match in _PARAGRAPH.finditer(node.text)]
        return _piecewise(node, [(start, end, self.kind) for start, end in spans], translate)


class _Notes:
    """Speaker notes: the words of each paragraph and item, without what they begin with."""

    def __call__(self, node: Node, translate: Translate) -> Node:
        if not isinstance(node, ScalarNode):
            return _texts("speaker notes")(node, translate)
        pieces = [
            (start, end, f"speaker notes, {cue}" if cue else "speaker notes")
            for start, end, cue in note_pieces(node.text)
        ]
        return _piecewise(node, pieces, translate)


def _piecewise(node: ScalarNode, pieces: list[tuple[int, int, str]], translate: Translate) -> ScalarNode:
    text, done = "", 0
    found: list[Piece] = []
    for start, end, kind in pieces:
        part = node.part(start, end)
        said = translate(part, kind) if _LETTER.search(part.text) else part
        text += node.text[done:start]
        found.append(Piece(len(text), len(text) + len(said.text), said))
        text += said.text
        done = end
    return replace(node, text=text + node.text[done:], pieces=tuple(found))


class _Each(Struct, frozen=True):
    """A list; one thing alone stands for a list of one."""

    shape: Shape

    def __call__(self, node: Node, translate: Translate) -> Node:
        if isinstance(node, ListNode):
            return replace(node, items=tuple(self.shape(item, translate) for item in node.items))
        return self.shape(node, translate) if isinstance(node, ScalarNode) else node


class _Fields(Struct, frozen=True):
    """A mapping, some of whose fields hold texts."""

    shapes: Mapping[str, Shape]

    def __call__(self, node: Node, translate: Translate) -> Node:
        return self.of(node, translate) if isinstance(node, MapNode) else node

    def of(self, node: MapNode, translate: Translate) -> MapNode:
        entries = {
            name: replace(entry, value=self.shapes[name](entry.value, translate))
            if name in self.shapes and not is_missing(entry.value)
            else entry
            for name, entry in node.entries.items()
        }
        return replace(node, entries=entries)


class _Pairs(Struct, frozen=True):
    """A mapping whose names are texts, and its values as well."""

    name: Shape
    value: Shape

    def __call__(self, node: Node, translate: Translate) -> Node:
        if not isinstance(node, MapNode):
            return node
        entries: dict[str, Entry] = {}
        for entry in node:
            key = self.name(entry.key, translate)
            assert isinstance(key, ScalarNode)
            entries[key.text] = Entry(key, self.value(entry.value, translate))
        return replace(node, entries=entries)


class _Either(Struct, frozen=True):
    """A mapping of the one shape, anything else of the other."""

    fields: Shape
    other: Shape

    def __call__(self, node: Node, translate: Translate) -> Node:
        return (self.fields if isinstance(node, MapNode) else self.other)(node, translate)


class _ByAudience:
    """A text, or one for each audience."""

    def __init__(self, shape: Shape) -> None:
        self.shape = shape

    def __call__(self, node: Node, translate: Translate) -> Node:
        if not isinstance(node, MapNode):
            return self.shape(node, translate)
        return _Fields(dict.fromkeys(node.entries, self.shape))(node, translate)


class _Points:
    """Points with the points under them."""

    def __init__(self, kind: str) -> None:
        self.text = _Text(kind)

    def __call__(self, node: Node, translate: Translate) -> Node:
        if isinstance(node, MapNode):
            return _Fields({"text": self.text, "points": self})(node, translate)
        return _Each(_Either(self, self.text))(node, translate)


class _Answer:
    """The right choice or choices, or a short answer; a bare true or false is no text."""

    def __call__(self, node: Node, translate: Translate) -> Node:
        if isinstance(node, ScalarNode) and node.style == "plain" and node.text.strip().lower() in ("true", "false"):
            return node
        return _Each(_Text("answer"))(node, translate)


def _as_is(node: Node, _: Translate) -> Node:
    return node


def _texts(kind: str) -> Shape:
    return _Each(_Either(_Fields({"text": _Text(kind)}), _Text(kind)))


def _prose_for(kind: str) -> Shape:
    """Paragraphs, which may say whom they are for."""
    wanted = _Fields({"text": _Prose(kind)})
    return _Either(wanted, _Each(_Either(wanted, _Prose(kind))))


def _one_or_more(shape: Shape) -> Shape:
    return _Either(shape, _Each(shape))


_TABLE = _Fields(
    {
        "caption": _Text("caption of a table"),
        "header": _Each(_Text("head of a column", data=True)),
        "rows": _Each(_Each(_Text("cell of a table", data=True))),
    }
)
_CHART = _Fields(
    {
        "labels": _Each(_Text("label of a chart", data=True)),
        "series": _Pairs(_Text("series of a chart"), _as_is),
        "highlight": _Each(_Text("label of a chart", data=True)),
        "unit": _Text("unit of a chart"),
        "note": _Text("note beside a chart"),
        "alt": _Text("chart in words, for people who do not see it"),
    }
)
_QUESTION = _Fields(
    {
        "ask": _Text("question"),
        "choices": _Each(_Text("choice of a question")),
        "match": _Pairs(_Text("pair of a question"), _Text("pair of a question")),
        "answer": _Answer(),
        "why": _Text("why this is the answer"),
    }
)
_SLIDE = _Fields(
    {
        "title": _Text("title of a slide"),
        "notes": _Notes(),
        "points": _Points("point"),
        "statement": _Text("statement that fills a slide", data=True),
        "quote": _Fields({"text": _Text("quotation"), "by": _Text("who said it")}),
        "image": _Fields(
            {"alt": _Text("picture in words, for people who do not see it"), "credit": _Text("credit of a picture")}
        ),
        "compare": _Each(
            _Fields({"heading": _Text("heading of a column"), "points": _Points("point of a comparison")})
        ),
        "steps": _Points("step"),
        "timeline": _Each(_Fields({"when": _Text("date of an event"), "what": _Text("event")})),
        "table": _TABLE,
        "chart": _CHART,
        "activity": _Fields(
            {
                "groups": _Text("how people work together"),
                "materials": _texts("material"),
                "steps": _Points("step of an activity"),
            }
        ),
        "scenario": _Fields(
            {"story": _Prose("story"), "questions": _texts("question about a story"), "answers": _texts("good answer")}
        ),
        "discuss": _texts("question to talk about"),
        "quiz": _Each(_QUESTION),
        "define": _Each(_Text("word to know")),
        "video": _Fields(
            {
                "title": _Text("title of a film"),
                "length": _Text("length of a film"),
                "caution": _Text("what to know before a film"),
            }
        ),
    }
)
_SECTION = _Fields({"title": _Text("title of a section"), "slides": _Each(_SLIDE)})
_BLOCK = _Fields(
    {
        "heading": _Text("heading in print"),
        "text": _Prose("paragraph in print"),
        "points": _Points("point in print"),
        "table": _TABLE,
        "chart": _CHART,
    }
)
_PRINT = _Fields(
    {
        "fact_sheet": _Each(_BLOCK),
        "brochure": _Each(_BLOCK),
        "letter": _prose_for("letter"),
        "exit_ticket": _Each(_QUESTION),
        "card": _one_or_more(
            _Fields(
                {
                    "cover": _Text("outside of a wallet card: does not say what it is"),
                    "headline": _Text("headline of a wallet card"),
                    "lines": _texts("line on a wallet card"),
                }
            )
        ),
        "poster": _one_or_more(
            _Fields({"headline": _Text("headline of a poster"), "lines": _texts("line on a poster")})
        ),
        "disclosure": _texts("what to do if someone tells you something"),
        "opt_out": _one_or_more(
            _Fields({"title": _Text("title of another task"), "steps": _texts("step of another task")})
        ),
        "materials": _texts("material"),
        "fields": _texts("what a sheet asks for at its head"),
    }
)
_CONTACT = _Fields({name: _Text(f"{name} of a contact") for name in ("name", "what", "short", "hours", "languages")})
_CONTACTS_FILE = _Fields({"contacts": _Each(_CONTACT)})
LESSON = _Fields(
    {
        "title": _ByAudience(_Text("title of the lesson")),
        "subtitle": _ByAudience(_Text("subtitle of the lesson")),
        "level": _ByAudience(_Text("for whom the lesson is")),
        "content_note": _ByAudience(_Text("what people should know before")),
        "objectives": _texts("what learners can do afterwards"),
        "vocabulary": _Pairs(_Text("word to know"), _Text("meaning of a word")),
        "contacts": _Each(_Either(_CONTACT, _as_is)),
        "sections": _Each(_SECTION),
        "slides": _Each(_SLIDE),
        "print": _PRINT,
    }
)
"""Names of people, titles of sources, standards and licences stay as they are. `keys.LESSON` has all fields."""

UNTRANSLATED = frozenset(keys.LESSON) - frozenset(LESSON.shapes)
