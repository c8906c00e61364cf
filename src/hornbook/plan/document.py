"""The plan of a handout: blocks in reading order that say what they are. Where they stand is decided in `paginate`."""

from typing import Literal

from msgspec import Struct

from hornbook.diagnostics import Span
from hornbook.lesson.model import Chart
from hornbook.plan.page import GroupBox, PictureBox
from hornbook.plan.sheets import SheetBlock
from hornbook.source.runs import Run

Tone = Literal["plain", "mist", "cream", "outline", "light"]
"""The ground of a card: none at all, two quiet tints, a frame, a bar of light at its left edge."""

ListMark = Literal["disc", "dash", "number", "letter", "check", "answer"]
"""What stands before an item; `check` and `answer` are a box to tick and a ring to fill."""

Duplex = Literal["", "Simplex", "DuplexFlipShortEdge", "DuplexFlipLongEdge"]


class Heading(Struct, frozen=True):
    """A heading; it never parts from what follows. Level 1 is the document's title, so that these begin at 2."""

    level: Literal[2, 3, 4]
    runs: tuple[Run, ...]
    aside: str = ""
    """A few words at the right end of its line: minutes, `2 of 3`."""
    bookmark: bool = True


class Words(Struct, frozen=True):
    """A paragraph in a print style of the theme: `body`, `small`, `label`, `lead` ...

    A run with `write_in` and `key` is a blank for the key words that it holds.
    """

    runs: tuple[Run, ...]
    style: str = "body"
    keep: bool = False
    """Stays with the block after it."""


class ListItem(Struct, frozen=True):
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


class ListBlock(Struct, frozen=True):
    items: tuple[ListItem, ...]
    mark: ListMark = "disc"
    start: int = 1
    style: str = "list"
    gap: float = 0.0
    """Extra space between items, in points."""
    together: bool = False
    """All items stay on one page (the choices of a question, a task that is copied out of its page)."""


class TableBlock(Struct, frozen=True):
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
    """Set smaller, in columns that make it short: a list to look things up in."""


class ColumnFlow(Struct, frozen=True):
    """Blocks that run through columns of equal width and equal height."""

    blocks: tuple["Block", ...]
    count: int = 2


class Side(Struct, frozen=True):
    """Two stacks of blocks side by side, tops aligned. The left one is read first."""

    left: tuple["Block", ...]
    right: tuple["Block", ...]
    left_width: float
    """A part of the width, gap not counted."""
    again: str = ""
    """What stands above the right stack where it goes on on another page: furniture, in small type."""


class AnswerLines(Struct, frozen=True):
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
    ruled: bool = True
    """Where not, they are an empty frame of the same height: to draw in."""


class FillField(Struct, frozen=True):
    label: str
    part: float
    """Of the width."""
    ruled: bool = True
    """With a line behind its words."""


class FillFields(Struct, frozen=True):
    """Name, date, class: labels with a line behind each."""

    fields: tuple[FillField, ...]


class RuledColumns(Struct, frozen=True):
    """Labels in a row, and rows of lines under them, for many people to write on."""

    fields: tuple[FillField, ...]
    rows: int
    fill: bool = False
    """As many more rows as the rest of the page has room for."""
    pitch: float = 32.0


class Card(Struct, frozen=True):
    """Blocks on a ground of their own."""

    blocks: tuple["Block", ...]
    tone: Tone = "mist"


class Thumbnail(Struct, frozen=True):
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


class Figure(Struct, frozen=True):
    """A drawing that is there already, at a size of its own."""

    drawing: GroupBox
    alt: str
    caption: tuple[Run, ...] = ()
    width: float = 1.0
    """A part of the width."""
    side: float = 0.0
    """Points across, whatever the width: for what a phone reads. Of two stacks, its own is as wide as that."""
    keep: bool = False
    """Stays with the block after it."""
    aside: float = 0.0
    """A part of its width that it stands farther to the right: a white edge hangs out, and what is dark stands in line."""


class ChartFigure(Struct, frozen=True):
    """A chart drawn anew for the width that it gets, its caveat below it."""

    chart: Chart
    caption: tuple[Run, ...] = ()
    height: float = 128.0


class HelpLine(Struct, frozen=True):
    """One way to reach a contact: `Call`, and the number that must never break."""

    label: str
    value: tuple[Run, ...]
    large: bool = False


class HelpCell(Struct, frozen=True):
    name: tuple[Run, ...]
    what: tuple[Run, ...]
    lines: tuple[HelpLine, ...]


class HelpBox(Struct, frozen=True):
    """Whom to call, in cells of a heavy frame."""

    cells: tuple[HelpCell, ...]


class Keep(Struct, frozen=True):
    """Blocks that stay on one page where one page can hold them."""

    blocks: tuple["Block", ...]


class Foot(Struct, frozen=True):
    """Blocks that stand at the foot of their page: a slip to cut off."""

    blocks: tuple["Block", ...]


class Part(Struct, frozen=True):
    """Blocks that come from one place of the outline, set as if they stood by themselves."""

    blocks: tuple["Block", ...]
    span: Span
    """Where a message about one of them points."""


class Rule(Struct, frozen=True):
    weight: float = 0.75
    cut: bool = False
    """Dashes to cut along."""


class Space(Struct, frozen=True):
    """Room that is left empty on purpose; none at the top of a page."""

    height: float


class PageBreak(Struct, frozen=True):
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


class Head(Struct, frozen=True):
    """How the first page opens. The title is the one heading of level 1."""

    title: tuple[Run, ...]
    kicker: str = ""
    """What this is: `Guided notes`, `Answer key`."""
    subtitle: tuple[Run, ...] = ()
    audience: str = ""
    """For whom: `for students`."""
    tone: Literal["line", "band", "slim"] = "line"
    """A line under the words, a dark band behind them, or everything in one row."""


class Document(Struct, frozen=True):
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
    logo: PictureBox | None = None
    """For the head of its first page, at its own size; its bytes are the deck's."""
    sheets: tuple[SheetBlock, ...] = ()
    """Whole sheets in place of flowing blocks: a document has the one or the other."""
