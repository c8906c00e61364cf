"""The plan of a handout: blocks in reading order that say what they are. Where they stand is decided in `paginate`."""

from dataclasses import dataclass
from typing import Literal

from hornbook.diagnostics import Span
from hornbook.lesson.model import Chart
from hornbook.plan.page import GroupBox
from hornbook.plan.sheets import SheetBlock
from hornbook.source.runs import Run

Tone = Literal["plain", "mist", "cream", "outline", "light"]
"""The ground of a card: none at all, two quiet tints, a frame, a bar of light at its left edge."""

ListMark = Literal["disc", "dash", "number", "letter", "check", "answer"]
"""What stands before an item; `check` and `answer` are a box to tick and a ring to fill."""

Duplex = Literal["", "Simplex", "DuplexFlipShortEdge", "DuplexFlipLongEdge"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; it never parts from what follows. Level 1 is the document's title, so that these begin at 2."""

    level: Literal[2, 3, 4]
    runs: tuple[Run, ...]
    aside: str = ""
    """A few words at the right end of its line: minutes, `2 of 3`."""
    bookmark: bool = True


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph in a print style of the theme: `body`, `small`, `label`, `lead` ...

    A run with `write_in` and `key` is a blank for the key words that it holds.
    """

    runs: tuple[Run, ...]
    style: str = "body"
    keep: bool = False
    """Stays with the block after it."""


@dataclass(frozen=True, slots=True)
class ListItem:
    """A point, what stands under it (lines to write on), and the points below."""

    runs: tuple[Run, ...]
    items: tuple["ListItem", ...] = ()
    lines: int = 0
    """Lines to write on under its words."""
    answer: tuple[Run, ...] = ()
    """What is written on them where the document shows answers; they are as many as it needs in either case."""
    right: bool = False
    """The right choice of a question; marked where the document shows answers."""
    label: str = ""
    """Stands in place of the list's mark: a term, a date."""


@dataclass(frozen=True, slots=True)
class ListBlock:
    items: tuple[ListItem, ...]
    mark: ListMark = "disc"
    start: int = 1
    style: str = "list"
    gap: float = 0.0
    """Extra space between items, in points."""
    together: bool = False
    """All items stay on one page (the choices of a question)."""


@dataclass(frozen=True, slots=True)
class TableBlock:
    """Rows of cells; the header is repeated on every page that the table runs on to."""

    header: tuple[tuple[Run, ...], ...]
    rows: tuple[tuple[tuple[Run, ...], ...], ...]
    caption: tuple[Run, ...] = ()
    row_headers: bool = False
    widths: tuple[float, ...] = ()
    """Parts of the width; empty means by content."""
    numbers: tuple[int, ...] = ()
    """Columns set to the right."""
    dense: bool = False
    """Set smaller: a list to look things up in."""


@dataclass(frozen=True, slots=True)
class ColumnFlow:
    """Blocks that run through columns of equal width and equal height."""

    blocks: tuple["Block", ...]
    count: int = 2


@dataclass(frozen=True, slots=True)
class Side:
    """Two stacks of blocks side by side, tops aligned. The left one is read first."""

    left: tuple["Block", ...]
    right: tuple["Block", ...]
    left_width: float
    """A part of the width, gap not counted."""


@dataclass(frozen=True, slots=True)
class AnswerLines:
    """Ruled lines for handwriting, as far apart as a child's hand needs."""

    count: int
    label: str = ""
    """What is to be written there, in small type above the lines."""
    answer: tuple[Run, ...] = ()
    """What is written there where the document shows answers; the lines are as many as it needs in either case."""
    fill: bool = False
    """As many more as the rest of the page has room for; none at all where the page has no room left."""
    pitch: float = 24.0
    """24 pt are 8.5 mm."""


@dataclass(frozen=True, slots=True)
class FillField:
    label: str
    part: float
    """Of the width."""
    ruled: bool = True
    """With a line behind its words."""


@dataclass(frozen=True, slots=True)
class FillFields:
    """Name, date, class: labels with a line behind each."""

    fields: tuple[FillField, ...]


@dataclass(frozen=True, slots=True)
class RuledColumns:
    """Labels in a row, and rows of lines under them, for many people to write on."""

    fields: tuple[FillField, ...]
    rows: int
    fill: bool = False
    """As many more rows as the rest of the page has room for."""
    pitch: float = 32.0


@dataclass(frozen=True, slots=True)
class Card:
    """Blocks on a ground of their own."""

    blocks: tuple["Block", ...]
    tone: Tone = "mist"


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """A slide of the deck as a drawing, in a hairline. `alt` holds its title and words."""

    slide: int
    """`SlidePlan.number`."""
    alt: str
    masked_alt: str = ""
    """The same without what a learner is to find out, which the drawing leaves out as well unless the document shows answers.

    Empty where the slide is drawn as it is.
    """
    blanks: bool = False
    """Key words are left out."""
    hidden: tuple[str, ...] = ()
    """Placeholders whose words are left out: the answer of a quiz, the steps that are to be written down."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing that is there already, at a size of its own."""

    drawing: GroupBox
    alt: str
    caption: tuple[Run, ...] = ()
    width: float = 1.0
    """A part of the width."""


@dataclass(frozen=True, slots=True)
class ChartFigure:
    """A chart drawn anew for the width that it gets, its caveat below it."""

    chart: Chart
    caption: tuple[Run, ...] = ()
    height: float = 128.0


@dataclass(frozen=True, slots=True)
class HelpLine:
    """One way to reach a contact: `Call`, and the number that must never break."""

    label: str
    value: tuple[Run, ...]
    large: bool = False


@dataclass(frozen=True, slots=True)
class HelpCell:
    name: tuple[Run, ...]
    what: tuple[Run, ...]
    lines: tuple[HelpLine, ...]


@dataclass(frozen=True, slots=True)
class HelpBox:
    """Whom to call, in cells of a heavy frame."""

    cells: tuple[HelpCell, ...]
    foot: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True)
class Keep:
    """Blocks that stay on one page where one page can hold them."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Foot:
    """Blocks that stand at the foot of their page: a slip to cut off."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Blocks that come from one place of the outline, set as if they stood by themselves."""

    blocks: tuple["Block", ...]
    span: Span
    """Where a message about one of them points."""


@dataclass(frozen=True, slots=True)
class Rule:
    weight: float = 0.75
    cut: bool = False
    """Dashes to cut along."""


@dataclass(frozen=True, slots=True)
class Space:
    """Room that is left empty on purpose; none at the top of a page."""

    height: float


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a page."""


Block = (
    Heading
    | Words
    | ListBlock
    | TableBlock
    | ColumnFlow
    | Side
    | AnswerLines
    | FillFields
    | RuledColumns
    | Card
    | Thumbnail
    | Figure
    | ChartFigure
    | HelpBox
    | Keep
    | Foot
    | Part
    | Rule
    | Space
    | PageBreak
)
"""The closed union of what a handout is made of. A `match` over it ends in `assert_never`."""


@dataclass(frozen=True, slots=True)
class Head:
    """How the first page opens. The title is the one heading of level 1."""

    title: tuple[Run, ...]
    kicker: str = ""
    """What this is: `Guided notes`, `Answer key`."""
    subtitle: tuple[Run, ...] = ()
    audience: str = ""
    """For whom: `for students`."""
    tone: Literal["line", "band", "slim"] = "line"
    """A line under the words, a dark band behind them, or everything in one row."""


@dataclass(frozen=True, slots=True)
class Document:
    """One handout before it has pages."""

    recipe: str
    title: str
    """Of the file: `Guided notes: Human Trafficking and the Internet`."""
    head: Head
    blocks: tuple[Block, ...]
    running_head: str
    language: str
    help_line: tuple[Run, ...] = ()
    """Whom to call, for the foot of every page."""
    audience: str = ""
    duplex: Duplex = ""
    page_limit: int = 0
    """0 means as many as it takes."""
    answers: bool = False
    """Blanks are filled in and right choices marked."""
    sheet_sides: bool = False
    """Pages are counted as sides of a sheet."""
    author: str = ""
    subject: str = ""
    span: Span | None = None
    sheets: tuple[SheetBlock, ...] = ()
    """Whole sheets in place of flowing blocks: a document has the one or the other."""
