"""What every layout of a theme shares while it is made: the grid, the styles, the grounds, and what was made before."""

from collections.abc import Mapping

from msgspec import Struct, field

from hornbook.source.nodes import MapNode
from hornbook.theme import places
from hornbook.theme.model import Placeholder, Shape
from hornbook.theme.places import Grid
from hornbook.theme.styles import Inks
from hornbook.theme.tree import Form
from hornbook.typeset.text import ParagraphStyle
from hornbook.units import Rect


class Ground(Struct, frozen=True):
    """A background and what colours become on it."""

    background: str
    instead: Mapping[str, str]


class Cell(Struct, frozen=True):
    """Where a part is, and which one it is, counted from 1; number 0 is the page itself."""

    frame: Rect
    number: int = 0
    last_of_row: bool = False


class Room(Struct, frozen=True):
    """The shared things. Layouts have most of their boxes in common, so each is made once for a ground and a cell."""

    grid: Grid
    inks: Inks
    styles: Mapping[str, ParagraphStyle]
    grounds: Mapping[str, Ground]
    common: MapNode
    paper: Mapping[str, str] = field(default_factory=dict[str, str])
    """The palette on paper, where thumbnails of slides are drawn in it."""
    boxes: dict[object, tuple[MapNode, Placeholder]] = field(default_factory=dict[object, tuple[MapNode, Placeholder]])
    """By identity of its node, which stands beside it so that the identity stays its own."""
    levels: dict[object, tuple[ParagraphStyle, ...]] = field(default_factory=dict[object, tuple[ParagraphStyle, ...]])
    shapes: dict[object, tuple[MapNode, Shape]] = field(default_factory=dict[object, tuple[MapNode, Shape]])
    cells: dict[Cell, Cell] = field(default_factory=dict[Cell, Cell])

    def cell(self, made: Cell) -> Cell:
        """The one cell that stands for all its equals, so that identity will do to look things up."""
        return self.cells.setdefault(made, made)


class Place(Struct, frozen=True):
    """The layout that is being made: what messages call it, its ground, and the room it is in."""

    what: str
    ground: str
    room: Room


def read_rect(form: Form, grid: Grid, cell: Cell) -> Rect:
    """The box that `across` and `down` say; the cell's own edges where they say no place."""
    horizontal = places.across(form.text("across", "content"), grid, cell.frame)
    vertical = places.down(form.text("down", "body"), grid, cell.frame)
    if horizontal is None:
        _no_place(form, "across", ("columns 1-6", "content", "page"))
    if vertical is None:
        _no_place(form, "down", (*grid.rows, "page"))
    left, right = horizontal or (cell.frame.left, cell.frame.right)
    top, bottom = vertical or (cell.frame.top, cell.frame.bottom)
    return Rect(left, top, right - left, bottom - top)


def _no_place(form: Form, key: str, known: tuple[str, ...]) -> None:
    hint = f"Write lengths such as `56 to 300 pt`, or one of: {', '.join(known)}."
    form.told("HB403", f'"{form.text(key)}" is no place in {form.what}', form.span(key), hint)
