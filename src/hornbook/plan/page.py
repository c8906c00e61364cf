"""Boxes at places: what a slide and a handout page are both made of. A box is drawn in the order of its page."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field

from hornbook.plan.structure import ARTIFACT, Element
from hornbook.theme.model import Theme
from hornbook.typeset.text import Line, Paragraph
from hornbook.units import Rect, Size

ArtifactKind = Literal["", "Layout", "Pagination", "Background"]
Hatch = Literal["", "up", "down", "cross", "level", "upright"]


class Tag(Struct, frozen=True):
    """The elements of one paragraph of a text box."""

    element: int = ARTIFACT
    """Where its words belong."""
    label: int = ARTIFACT
    """Where its bullet or number belongs (Lbl)."""
    runs: Mapping[int, int] = field(default_factory=dict[int, int])
    """Runs with an element of their own (a Link, a Span of another language or with ActualText), by index."""


class TextBox(Struct, frozen=True):
    """Words in a box, both unbroken (for an editable slide) and as lines (for paper)."""

    rect: Rect
    """The whole box, insets included; nothing of its text leaves it."""
    paragraphs: tuple[Paragraph, ...]
    lines: tuple[Line, ...]
    """Places are relative to `origin`."""
    origin: tuple[float, float]
    """Left and top of the text: the box inside its insets, after vertical anchoring."""
    tags: tuple[Tag, ...]
    """One for each paragraph."""
    placeholder: str = ""
    """Key of the layout's placeholder that it fills; empty on paper."""
    rotation: float = 0.0
    """Degrees clockwise about the centre of the box, for tear-off strips."""
    scale: float = 1.0
    """How large its type is beside its placeholder's; 1 but in a school's template, where a slide has to say so."""


class ShapeBox(Struct, frozen=True):
    """A drawn shape: the same kinds as in a layout."""

    rect: Rect
    kind: Literal["rect", "round-rect", "ellipse", "line", "path"]
    fill: str = ""
    stroke: str = ""
    stroke_width: float = 0.0
    path: str = ""
    """For `path`: SVG path data (absolute M L C Z) in the unit square, stretched over `rect`."""
    dash: bool = False
    corner: float = 0.0
    element: int = ARTIFACT
    hatch: Hatch = ""
    """Drawn as lines of `fill` on white that run that way, for a mark that must survive a grey copier."""
    datum: bool = False
    """A mark of a chart: what is drawn in its colour is what its colour says."""
    line_up: bool = False
    """For `line`: from bottom left to top right instead of top left to bottom right."""
    comes_with: str = ""
    """Key of the placeholder with whose words it appears on a click, and without which it is not shown."""


class PictureBox(Struct, frozen=True):
    """A picture, cropped to its box: `crop` is what is cut from left, top, right, bottom, as parts of the picture's size."""

    rect: Rect
    digest: str
    """Key of the picture's bytes in `Plan.media`."""
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    alt: str = ""
    decorative: bool = False
    element: int = ARTIFACT
    placeholder: str = ""
    name: str = ""
    """What the selection pane calls it; never a file name."""
    outline: bool = False
    """Of a drawing, the edges of what it fills, in ink."""


class GroupBox(Struct, frozen=True):
    """Boxes drawn together: a chart, a table, a QR code, or a whole slide as a thumbnail.

    The children's places are points of the group's own space, whose size is `space`; they are drawn scaled into `rect`.
    With `figure` set, everything inside is one Figure (the children's own elements do not count).
    """

    rect: Rect
    space: Size
    boxes: tuple["Box", ...]
    figure: int = ARTIFACT
    native: "ChartContent | TableContent | None" = None
    """What a slide writes in place of the drawing."""
    placeholder: str = ""
    alt: str = ""
    rotation: float = 0.0
    one_mark: bool = False
    """All of it is one mark: the figure's, or an artifact. Otherwise children carry their own elements."""
    reading: int = -1
    """Its place in the reading order where that is not its page's: a page of a booklet on a sheet."""
    settled: bool = False
    """What is inside has its own left and right: it stays as it is where a page is turned round."""


class ChartPlaces(Struct, frozen=True):
    """Where the parts of a native chart stand, in points of its own space."""

    size: Size
    marks: Rect
    """Between the axes: names of bars, points and columns stand outside of it."""
    legend: Rect | None = None
    """None where marks carry their names, or where the program may choose."""
    names: tuple[tuple[float, float], ...] = ()
    """For each series how far right and down its name stands from where a program would put the label of its last mark,
    of bars and columns side by side of its first; empty where marks are not named."""
    below: tuple[int, ...] = ()
    """Points of a single line whose number stands below them."""


class ChartContent(Struct, frozen=True):
    """A native chart: categories, series, and what it points out."""

    type: Literal["bar", "column", "line", "pie", "stacked"]
    labels: tuple[str, ...]
    series: tuple[tuple[str, tuple[float | None, ...]], ...]
    unit: str
    colours: tuple[tuple[str, ...], ...]
    """A palette name for each point of each series."""
    number_format: str
    """An Excel format code: `#,##0`, `0.0`, `0"%"`."""
    label_size: float
    family: str
    direct_labels: bool = True
    alt: str = ""
    soft: str = "extra"
    """Colour of what whispers: the unit."""
    rest: str = "quiet"
    """Colour of what is not the point: the line below the marks."""
    on_marks: Mapping[str, str] = field(default_factory=dict[str, str])
    """For each of the colours, that of words on a mark of it."""
    hatches: tuple[Hatch, ...] = ()
    """A pattern for each series; empty where all are plain."""
    thin: tuple[tuple[int, int], ...] = ()
    """Series and label of the parts of a stack that have no room for their number."""
    places: ChartPlaces | None = None
    """None where the program chooses all of them."""
    unit_width: float = 0.0
    """How wide the unit is, in points: where lines run to the left it ends at the right."""


class TableContent(Struct, frozen=True):
    """A native table: paragraphs of each cell; widths and heights in points."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    cells: tuple[tuple[tuple[Paragraph, ...], ...], ...]
    header: bool
    row_headers: bool
    caption: str
    margin: tuple[float, float, float, float] = (7.2, 3.6, 7.2, 3.6)


Box = TextBox | ShapeBox | PictureBox | GroupBox


class LinkArea(Struct, frozen=True):
    """A rectangle that leads somewhere; every Link element has at least one on its page."""

    rect: Rect
    element: int


class Page(Struct, frozen=True):
    """One page or slide: boxes in drawing order. Elements are those of the plan that holds it."""

    size: Size
    background: str
    boxes: tuple[Box, ...]


class Bookmark(Struct, frozen=True):
    """An entry of the PDF outline."""

    title: str
    page: int
    """Counted from 0."""
    level: int
    """0 at the top."""


class Media(Struct, frozen=True):
    """Bytes of a picture, cleaned of all but the picture."""

    kind: Literal["png", "jpeg", "svg"]
    data: bytes
    width: int
    height: int
    fallback: bytes = b""
    """A PNG of an SVG picture."""


class Pages(Struct, frozen=True):
    """Pages with the tree of what they say: what the PDF renderer draws."""

    pages: tuple[Page, ...]
    elements: tuple[Element, ...]
    """Element 0 is the Document."""
    theme: Theme
    title: str
    language: str
    author: str = ""
    subject: str = ""
    bookmarks: tuple[Bookmark, ...] = ()
    media: Mapping[str, Media] = field(default_factory=dict[str, Media])
    duplex: Literal["", "Simplex", "DuplexFlipShortEdge", "DuplexFlipLongEdge"] = ""
