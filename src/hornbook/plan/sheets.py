"""The plan of a sheet that is cut, folded or put on a wall: what its parts say. Where they stand is decided in `paginate`."""

from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from hornbook.source.runs import Run

if TYPE_CHECKING:  # blocks of a document stand in sheets, and sheets in a document
    from hornbook.plan.document import Block, Figure, Thumbnail

Runs = tuple[Run, ...]

Voice = Literal[
    "cover", "headline", "line", "label", "number", "term", "meaning", "title", "story", "question", "display", "lead",
    "caption", "figure", "strip", "strip number", "help",
]  # fmt: skip
"""How words are set: each voice has a size of its own, from which a face that has too many words goes down."""

Anchor = Literal["top", "middle", "bottom"]


class Said(Struct, frozen=True):
    """A paragraph in a voice; with a level it is a heading."""

    runs: Runs
    voice: Voice
    level: Literal[0, 1, 2, 3] = 0
    label: str = ""
    """A number that hangs before it."""


class Drawn(Struct, frozen=True):
    """A drawing for a phone to read. It is larger on a larger sheet, and never smaller than its own side."""

    figure: "Figure"


class Cells(Struct, frozen=True):
    """Stacks side by side."""

    cells: tuple[tuple[Said | Drawn, ...], ...]
    shares: tuple[float, ...] = ()
    """Of the width; empty means equal ones."""
    fitted: bool = False
    """Each is as wide as what it holds, and the last one stands at the right edge."""


class Ruled(Struct, frozen=True):
    """Lines to write on; with a label, one line that begins behind it."""

    count: int
    label: str = ""
    more: int = 0
    """So many more, where the face has room for them."""


class Ticks(Struct, frozen=True):
    """Choices with a ring to fill before each."""

    items: tuple[Runs, ...]


class Spring(Struct, frozen=True):
    """Takes what room is left, so that what follows stands at the foot."""


FacePart = Said | Drawn | Cells | Ruled | Ticks | Spring


class Face(Struct, frozen=True):
    """One side of a card."""

    parts: tuple[FacePart, ...] = ()
    tone: Literal["plain", "bar", "sun"] = "plain"
    """Nothing beside the words; a bar at the left edge; the mark of the family above them."""
    anchor: Anchor = "top"
    foot: Runs = ()
    """What this is, at the foot: the first card's is the title of the document, the others are furniture."""


class SheetCard(Struct, frozen=True):
    front: Face
    back: Face | None = None


class CardSheets(Struct, frozen=True):
    """Cards of one size, as many on a sheet as it holds; their backs on a page of their own, where duplex puts them."""

    cards: tuple[SheetCard, ...]
    stock: Literal["wallet", "cut"] = "cut"
    """Ten to a sheet at the places of punched card stock, or the paper cut in equal parts."""
    grids: tuple[tuple[int, int], ...] = ((2, 2), (1, 2), (1, 1))
    """Columns and rows of a cut sheet; the first in which every card fits is taken."""
    repeat: bool = False
    """Each card fills a sheet with its copies, of which only the first is content."""
    foot: Runs = ()
    """Said once, beside the cards of the first sheet, where it is cut off."""


class TearOff(Struct, frozen=True):
    """A poster, and strips below it to tear off. The strips are equal: only the first is content."""

    head: tuple[Said, ...]
    below: tuple[FacePart, ...]
    strip: tuple[Said, ...]
    foot: Runs = ()


class SlideSheets(Struct, frozen=True):
    """Pictures of slides, so many across and down a page, which lies on its side where that makes them larger."""

    slides: tuple["Thumbnail", ...]
    across: int
    down: int
    lines: int = 0
    """To write on, below each slide."""


class Folded(Struct, frozen=True):
    """A sheet folded twice: a cover, blocks that run through up to four panels, and a back."""

    cover: Face
    blocks: tuple["Block", ...]
    back: tuple["Block", ...]
    sources: tuple["Block", ...] = ()
    """On the flap that is folded in, where the blocks leave it free; otherwise at their end."""
    spare: tuple["Block", ...] = ()
    """Below them on the flap."""
    foot: Runs = ()
    """Who checked the numbers on the back, at its foot; a leaflet that is not folded says it at the foot of its pages."""


SheetBlock = CardSheets | TearOff | SlideSheets | Folded
