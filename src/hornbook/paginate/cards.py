"""Cards (blocks on a ground) and the box that says whom to call."""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from hornbook.paginate.headings import line
from hornbook.paginate.pieces import (
    MAY_PART,
    MUST_STAY,
    RATHER_STAY,
    Ground,
    Piece,
    held,
    indented,
    moved_all,
    on_grid,
    stacked,
)
from hornbook.paginate.setting import Setter, set_words
from hornbook.plan.document import Card, HelpBox, HelpCell, HelpLine
from hornbook.plan.page import Box, ShapeBox
from hornbook.source.runs import Run
from hornbook.typeset.paragraphs import min_width, natural_width, tie_last_words
from hornbook.typeset.text import Paragraph
from hornbook.units import Rect

PAD = 16.0
PAD_DOWN = 8.0
TALL = 320.0
"""A card up to this height stays whole where it can; a taller one may part between its blocks."""
CELL_PAD = 8.0
NUMBER_GAP = 4.0
LONG_NAME = 3
"""Spaces in a name whose last two words stay together; a shorter one would leave its first word alone."""
THIN = 0.6
FRAME = 1.5
"""The help box has the one heavy frame of a page."""


def card_pieces(
    setter: Setter, block: Card, width: float, inside: Callable[[float], Sequence[Piece]]
) -> tuple[Piece, ...]:
    """The card's blocks between two strips of its ground."""
    pad = PAD if block.tone != "plain" else 0.0
    made = inside(width - 2 * pad)
    if not made:
        return ()
    ground = Ground(setter.ground_id(), 0.0, width, block.tone)
    strip = Piece(PAD_DOWN, ground=ground)
    body = [_on_ground(indented(piece, pad), strip, ground) for piece in made]
    pieces = (replace(strip, hold=MUST_STAY), *body[:-1], replace(body[-1], hold=MUST_STAY), strip)
    height = sum(piece.height + piece.before for piece in pieces)
    return pieces if height > TALL else held(pieces, RATHER_STAY)


def _on_ground(piece: Piece, strip: Piece, ground: Ground) -> Piece:
    """The piece of a card; at the top of a page a strip of the ground stands above it, and above what it repeats."""
    again = piece.repeat
    if again:
        strip = replace(again, height=strip.height + again.height, boxes=moved_all(again.boxes, 0.0, strip.height))
    return replace(piece, ground=ground, repeat=strip)


def ground_box(ground: Ground, top: float, height: float) -> tuple[Box, ...]:
    """What is drawn behind the pieces of a card."""
    rect = Rect(ground.left, top, ground.width, height)
    match ground.tone:
        case "plain":
            return ()
        case "outline":
            return (ShapeBox(rect, "rect", stroke="ink", stroke_width=0.8),)
        case "light":
            return (ShapeBox(Rect(rect.left, top, 4.0, height), "rect", fill="light"),)
        case _:
            return (ShapeBox(rect, "rect", fill=ground.tone),)


def help_pieces(setter: Setter, block: HelpBox, width: float, parent: int) -> tuple[Piece, ...]:
    """Cells in rows of equal width inside one frame, which may part between rows; the frame closes again on each page."""
    if not block.cells:
        return ()
    div = setter.structure.add("Div", parent)
    across = _across(setter, block, width)
    cells = [block.cells[first : first + across] for first in range(0, len(block.cells), across)]
    rows = [_help_row(setter, row, width / across, div) for row in cells]
    top = Piece(0.0, (_edge(0.0, width),))
    hold = RATHER_STAY if sum(row.height for row in rows) <= TALL else MAY_PART
    return tuple(_framed(row, width, top, hold, first=row is rows[0], last=row is rows[-1]) for row in rows)


def _framed(row: Piece, width: float, top: Piece, hold: int, *, first: bool, last: bool) -> Piece:
    """The row between the sides of the frame, with its top or its foot where it has one, and a thin rule to the next."""
    sides = tuple(
        ShapeBox(Rect(left, 0.0, 0.0, row.height), "line", stroke="ink", stroke_width=FRAME) for left in (0.0, width)
    )
    below = _edge(row.height, width) if last else line(0.0, row.height, width, "ink", THIN)
    boxes = (*(top.boxes if first else ()), *sides, below, *row.boxes)
    return replace(row, boxes=boxes, repeat=None if first else top, hold=MAY_PART if last else hold)


def _edge(top: float, width: float) -> ShapeBox:
    """As long as to close the corners."""
    return line(-FRAME / 2, top, width + FRAME, "ink", FRAME)


def _across(setter: Setter, block: HelpBox, width: float) -> int:
    """As many cells in a row as leave every number on one line; four are two and two."""
    count = len(block.cells)
    wished = {1: 1, 2: 2, 3: 3, 4: 2, 5: 3, 6: 3}.get(count, 3)
    for across in range(wished, 1, -1):
        room = width / across - 2 * CELL_PAD
        numbers = [each for cell in block.cells for each in cell.lines if each.large]
        names = max(min_width(Paragraph(cell.name, setter.style("h4"))) for cell in block.cells)
        if names <= room and all(_fits(setter, number, room) for number in numbers):
            return across
    return 1


def _fits(setter: Setter, number: HelpLine, room: float) -> bool:
    return natural_width(Paragraph(_help_runs(number), setter.style("help number"))) <= room


def _help_row(setter: Setter, cells: Sequence[HelpCell], each: float, div: int) -> Piece:
    parts = [_help_cell(setter, cell, each - 2 * CELL_PAD, div) for cell in cells]
    top = max(stacked(names)[0] for names, _ in parts) + NUMBER_GAP
    drawn = [(*stacked(names)[1], *moved_all(stacked(ways)[1], 0.0, top)) for names, ways in parts]
    height = on_grid(top + max(stacked(ways)[0] for _, ways in parts) + 2 * CELL_PAD)
    boxes: list[Box] = [
        ShapeBox(Rect(index * each, 0.0, 0.0, height), "line", stroke="ink", stroke_width=THIN)
        for index in range(1, len(cells))
    ]
    for index, words in enumerate(drawn):
        boxes += moved_all(words, index * each + CELL_PAD, CELL_PAD)
    return Piece(height, tuple(boxes))


def _help_cell(setter: Setter, cell: HelpCell, width: float, div: int) -> tuple[list[Piece], list[Piece]]:
    """The name and whom it helps; and the ways to reach it, which stand at one height in all cells of a row."""
    name = tie_last_words(cell.name) if "".join(run.text for run in cell.name).count(" ") >= LONG_NAME else cell.name
    names = [*set_words(setter, name, setter.style("h4"), width, parent=div, snap=False)]
    if cell.what:
        names += set_words(setter, tie_last_words(cell.what), setter.style("small"), width, parent=div, snap=False)
    ways: list[Piece] = []
    for each in cell.lines:
        style = setter.style("help number" if each.large else "small")
        ways += set_words(setter, _help_runs(each), style, width, parent=div, snap=False)
    return names, ways


def _help_runs(each: HelpLine) -> tuple[Run, ...]:
    return (Run(f"{each.label} "), *each.value) if each.label else each.value
