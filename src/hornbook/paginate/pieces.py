"""Pieces: what blocks become before they have a page. A piece is never divided; its boxes stand at places from its own top left."""

from collections.abc import Sequence
from math import ceil

from msgspec import Struct
from msgspec.structs import replace

from hornbook.diagnostics import Span
from hornbook.plan.page import Box, ShapeBox, TextBox
from hornbook.typeset.text import Line

GRID = 8.0
"""Half of the baseline grid: every height and gap is a multiple, so that 16 pt lines of neighbouring columns meet."""

MAY_PART, RATHER_STAY, SHOULD_STAY, MUST_STAY = 0, 1, 2, 3
"""How a piece holds on to the one after it: not at all; where that leaves no page half empty; where a page can hold both; always."""


class Ground(Struct, frozen=True):
    """What is drawn behind neighbouring pieces of one card."""

    id: int
    """Unique in its document: pieces of one card share it."""
    left: float
    width: float
    tone: str


class Piece(Struct, frozen=True):
    height: float
    boxes: tuple[Box, ...] = ()
    before: float = 0.0
    """Space above; none at the top of a page."""
    hold: int = MAY_PART
    ground: Ground | None = None
    repeat: "Piece | None" = None
    """Drawn above it where it is the first of a page (a table's header)."""
    grow: float = 0.0
    """Distance of the ruled lines that fill what is left of its page; 0 for everything else.

    Such a piece never begins a page: without room for it there is nothing to fill.
    """
    stretch: float = 0.0
    """Distance of the ruled lines that may be added below it, where its page would otherwise stay empty at the foot."""
    sinks: bool = False
    """Stands at the foot of its page, where it is the last of it."""
    above: tuple[Box, ...] = ()
    """Drawn in the space above it; left out at the top of a page."""
    span: Span | None = None
    """Where in the outline it comes from."""

    @property
    def ends_in_a_line(self) -> bool:
        """Whether a line across stands at its foot: one to write on, mostly."""
        return any(
            isinstance(box, ShapeBox) and box.kind == "line" and box.rect.bottom > self.height - GRID / 2
            for box in self.boxes
        )


class ColumnSet(Struct, frozen=True):
    """Pieces that run through columns of one height."""

    pieces: tuple[Piece, ...]
    lefts: tuple[float, ...]
    before: float = 0.0
    ruled: bool = True
    """What is drawn above a piece is drawn at the top of a column as well."""


class NewPage(Struct, frozen=True):
    """What follows begins a page."""


Item = Piece | ColumnSet | NewPage


def on_grid(height: float) -> float:
    """The next multiple of the grid; a hair over a multiple counts as that multiple."""
    return ceil(round(height / GRID, 4)) * GRID


def moved(box: Box, right: float, down: float) -> Box:
    """The box at another place, its text with it."""
    shifted = replace(box, rect=box.rect.moved(right, down))
    if isinstance(shifted, TextBox):
        return replace(shifted, origin=(shifted.origin[0] + right, shifted.origin[1] + down))
    return shifted


def moved_all(boxes: Sequence[Box], right: float, down: float) -> tuple[Box, ...]:
    return tuple(moved(box, right, down) for box in boxes)


def indented(piece: Piece, right: float) -> Piece:
    """The piece farther to the right, with what it repeats."""
    repeat = indented(piece.repeat, right) if piece.repeat else None
    ground = replace(piece.ground, left=piece.ground.left + right) if piece.ground else None
    boxes, above = moved_all(piece.boxes, right, 0.0), moved_all(piece.above, right, 0.0)
    return replace(piece, boxes=boxes, above=above, repeat=repeat, ground=ground)


def stacked(pieces: Sequence[Piece]) -> tuple[float, tuple[Box, ...]]:
    """Pieces below one another, as one height and the boxes at their places; the space above the first is dropped."""
    y = 0.0
    boxes: list[Box] = []
    for index, piece in enumerate(pieces):
        y += piece.before if index else 0.0
        boxes.extend(moved_all((*(piece.above if index else ()), *piece.boxes), 0.0, y))
        y += piece.height
    return y, tuple(boxes)


def held(pieces: Sequence[Piece], strength: int) -> tuple[Piece, ...]:
    """The pieces, each holding on to the next with at least that strength; the last one as it was."""
    return tuple(
        replace(piece, hold=max(piece.hold, strength)) if index < len(pieces) - 1 else piece
        for index, piece in enumerate(pieces)
    )


def with_more_lines(piece: Piece, count: int, pitch: float) -> Piece:
    """The piece with its lowest line repeated so many times below it."""
    if count <= 0:
        return piece
    lowest = [box for box in piece.boxes if box.rect.top == piece.boxes[-1].rect.top]
    extra = tuple(replace(box, rect=box.rect.moved(0.0, pitch * (step + 1))) for step in range(count) for box in lowest)
    return replace(piece, boxes=(*piece.boxes, *extra), height=piece.height + count * pitch)


def lines_from(lines: Sequence[Line], top: float) -> tuple[Line, ...]:
    """Lines measured from another top."""
    return tuple(replace(line, top=line.top - top, baseline=line.baseline - top) for line in lines)
