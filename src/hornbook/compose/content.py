"""What a slide says before it has a layout: words for placeholders, and where they may be divided over several slides."""

from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from hornbook.diagnostics import Span
from hornbook.lesson.model import Chart, Item, NoteBlock, Picture, Table
from hornbook.source.runs import Run, Text

Role = Literal["paragraphs", "list", "numbered", "heading", "quote", "note", "term", "entry"]
"""What the words of a box are in the structure tree; `term` and `entry` are the Lbl and the LBody of a list over several boxes."""

Revealed = Literal["never", "box", "items"]
"""What comes with one click where a slide reveals: nothing, the whole box, or each item of the first level."""


class Words(Struct, frozen=True):
    """One paragraph for a placeholder: the level decides its style, the label is its number or letter."""

    runs: tuple[Run, ...]
    span: Span
    level: int = 0
    label: str = ""


class TextFill(Struct, frozen=True):
    """Words for the placeholder `key`."""

    key: str
    words: tuple[Words, ...]
    role: Role = "paragraphs"
    item: int = -1
    """Which item of the slide's list the box is (`term`, `entry`); -1 where it is none."""
    ordered: bool = False
    """That list is numbered or lettered."""
    reveal: Revealed = "never"
    always: bool = False
    """Comes on a click whatever the slide says: the answer of a question."""
    right_with: str = ""
    """Key of the answer with which a frame around this box appears; empty where it is not what is right."""
    single: bool = False
    """Each paragraph stays on one line."""
    optional: bool = False
    """Left out where the layout has no place for them."""
    shorter: tuple[tuple[Words, ...], ...] = ()
    """Other ways to say it, for where it is too long."""
    joins: str = ""
    """The placeholder whose words it follows where the layout has none for it."""


class PictureFill(Struct, frozen=True):
    """A picture for the placeholder `key`; `whole` where nothing of it may be cut off."""

    key: str
    picture: Picture
    whole: bool = False


class IconFill(Struct, frozen=True):
    """An icon of that name for the placeholder `key`, in the colour of the slide's key words; it decorates."""

    key: str
    name: str
    span: Span


class CodeFill(Struct, frozen=True):
    """A QR code that leads to `url`."""

    key: str
    url: str
    alt: str
    span: Span


class ChartFill(Struct, frozen=True):
    """A chart for the placeholder `key`."""

    key: str
    chart: Chart


class TableFill(Struct, frozen=True):
    """Rows `first` to `last` (not included) of a table, with its header."""

    key: str
    table: Table
    first: int
    last: int
    single: bool = False
    """The words of every cell stay on one line."""


Fill = TextFill | PictureFill | IconFill | CodeFill | ChartFill | TableFill


class Part(Struct, frozen=True):
    """Words that stay together on one slide, by slot. `pieces` are smaller parts that say the same, for when it must be divided."""

    slots: Mapping[str, tuple[Words, ...]]
    span: Span
    pieces: tuple["Part", ...] = ()
    index: int = 0
    """Its place in the whole, counted from 0."""


Fills = Callable[[tuple[Part, ...]], tuple[Fill, ...]]


class Arrangement(Struct, frozen=True):
    """A way to show the parts: a layout family, and which words go into which placeholder."""

    family: str
    fills: Fills
    count: int = 0
    """Of the family's layouts, where it does not depend on the parts of the slide."""
    counted: bool = False
    """The family has a layout for each number of parts."""
    split: bool = True
    """Parts may go on to a next slide. Not where the layout draws numerals, which begin at 1 again."""
    dense: bool = True
    """The dense layouts will do as well."""


class Content(Struct, frozen=True):
    """A slide as its kind wants it: the arrangements in order of preference."""

    kind: str
    title: Text
    arrangements: tuple[Arrangement, ...]
    parts: tuple[Part, ...] = ()
    notes: tuple[NoteBlock, ...] = ()
    """Added after the author's own."""
    countdown: float = 0.0
    credit: Text | None = None
    """Of the picture that it shows."""
    span: Span | None = None
    """Its own place in the outline, where it is only a part of what its slide says."""


class Draft(Struct, frozen=True):
    """A content with what its slide has besides: everything but a layout and a number."""

    content: Content
    span: Span
    level: int
    """Of its heading, as in H2."""
    footer: str
    group: int
    """Index of its part of the deck (`DeckSection`)."""
    source_id: str = ""
    notes: tuple[NoteBlock, ...] = ()
    sources: tuple[str, ...] = ()
    reveal: bool = False
    layout: str = ""
    hidden: bool = False
    question: tuple[int, int] = (1, 1)
    """Which question of how many."""
    opens: int = -1
    """Index of the lesson's section that the slide opens; agenda entries lead here."""


def words(text: Text, level: int = 0, label: str = "") -> Words:
    """A paragraph of what an author wrote."""
    return Words(text.runs, text.span, level, label)


def plain_words(text: str, span: Span, level: int = 0, label: str = "") -> Words:
    """A paragraph without markup."""
    return Words((Run(text),), span, level, label)


def item_words(item: Item, level: int = 0, label: str = "") -> tuple[Words, ...]:
    """The paragraph of an item and of all items below it."""
    below = (line for inner in item.items for line in item_words(inner, level + 1))
    return (words(item.text, level, label), *below)


def item_part(item: Item, slot: str, index: int, label: str = "", level: int = 0) -> Part:
    """An item as one part; its pieces are the item with its first sub-item, then the others one by one."""
    whole = item_words(item, level, label)
    return Part({slot: whole}, item.text.span, _pieces(item, slot, index, label, level), index)


def _pieces(item: Item, slot: str, index: int, label: str, level: int) -> tuple[Part, ...]:
    if len(item.items) < 2:
        return ()
    first, *others = item.items
    head = Part({slot: (words(item.text, level, label), *item_words(first, level + 1))}, item.text.span, (), index)
    return (head, *(replace(item_part(inner, slot, index, "", level + 1), index=index) for inner in others))


def joined(parts: tuple[Part, ...], slot: str) -> tuple[Words, ...]:
    """The words of one slot of several parts, in order."""
    return tuple(line for part in parts for line in part.slots.get(slot, ()))


def numbered(items: tuple[Item, ...], slot: str) -> tuple[Part, ...]:
    """Items as parts with their numbers as labels."""
    return tuple(item_part(item, slot, index, f"{index + 1}.") for index, item in enumerate(items))


def emphasised(text: Text) -> Text:
    """A title's words: a key word is only emphasis there."""
    if not any(run.key for run in text.runs):
        return text
    return text.with_runs(tuple(replace(run, key=False, emphasis=True) if run.key else run for run in text.runs))


def dotted(groups: Sequence[tuple[Run, ...]]) -> tuple[Run, ...]:
    """Groups of runs in one line, with a dot between them; no line begins with a dot."""
    runs: list[Run] = []
    for index, group in enumerate(groups):
        runs += [*([Run("\u00a0· ")] if index else []), *group]
    return tuple(runs)
