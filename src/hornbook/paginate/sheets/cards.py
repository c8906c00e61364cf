"""Cards on sheets: fronts on one page, backs on the next, each behind its front when the sheet was turned over."""

from collections.abc import Sequence

from msgspec.structs import replace

from hornbook.diagnostics import Diagnostic, error
from hornbook.locale.words import phrase
from hornbook.paginate.head import mark
from hornbook.paginate.headings import heading_role
from hornbook.paginate.pieces import moved_all
from hornbook.paginate.setting import Setter
from hornbook.paginate.sheets.faces import draw_label, draw_parts, fitting_look, label_height, silent
from hornbook.paginate.sheets.stock import PRINTABLE, Grid, crop_marks, cut_grid, cut_lines, wallet_grid
from hornbook.paginate.sheets.voices import SCALES, Look
from hornbook.plan.page import Box, GroupBox, Page, ShapeBox
from hornbook.plan.sheets import CardSheets, Face, SheetCard
from hornbook.plan.structure import ARTIFACT
from hornbook.source.runs import Run
from hornbook.units import Rect, Size

BAR, BAR_LEFT = 4.0, 9.0
"""Width of the bar at the left of a card, and how far it keeps from the edge: a cut is never quite where it should be."""
SUN_ROOM = 24.0
FOOT_GAP = 8.0
"""Between the words of a card and what stands at its foot."""
GOOD = (1.0, 0.95, 0.9)
"""A grid with smaller type than this gives way to one with larger cards."""


def card_pages(setter: Setter, block: CardSheets, paper: Size) -> tuple[Page, ...]:
    """The sheets, fronts and backs in turn."""
    grid = _grid(setter, block, paper)
    looks = _looks(setter, block, grid, SCALES)
    if looks is None:
        setter.problems.append(_too_full(setter))
        looks = (Look(SCALES[-1]), Look(SCALES[-1]))
    per_sheet = 1 if block.repeat else grid.count
    groups = [block.cards[first : first + per_sheet] for first in range(0, len(block.cards), per_sheet)]
    pages: list[Page] = []
    for number, group in enumerate(groups):
        pages += _sheet(setter, block, grid, group, looks, first=number == 0)
    return tuple(pages)


def _grid(setter: Setter, block: CardSheets, paper: Size) -> Grid:
    if block.stock == "wallet":
        return wallet_grid(paper) or cut_grid(paper, 2, 5)
    grids = [cut_grid(paper, columns, rows) for columns, rows in block.grids]
    good = (grid for grid in grids if _looks(setter, block, grid, GOOD) is not None)
    return next(good, grids[-1])


def _too_full(setter: Setter) -> Diagnostic:
    message = f'The words of a card of "{setter.document.title}" do not fit on it.'
    return error("HB331", message, setter.document.span, "Shorten them, or choose a larger paper.")


def _looks(setter: Setter, block: CardSheets, grid: Grid, scales: tuple[float, ...]) -> tuple[Look, Look] | None:
    """One look for all fronts and one for all backs."""
    fronts = [card.front for card in block.cards]
    backs = [card.back for card in block.cards if card.back is not None]
    front, back = _look(setter, fronts, grid, scales), _look(setter, backs, grid, scales)
    return (front, back) if front is not None and back is not None else None


def _look(setter: Setter, faces: Sequence[Face], grid: Grid, scales: tuple[float, ...]) -> Look | None:
    return fitting_look(setter, [(face.parts, _size(_room(setter, face, grid))) for face in faces], scales)


def _room(setter: Setter, face: Face, grid: Grid) -> Rect:
    """Where a card's words stand, from its top left."""
    left = grid.pad + (BAR + 6.0 if face.tone == "bar" else 0.0)
    top = grid.pad * 0.8 + (SUN_ROOM if face.tone == "sun" else 0.0)
    foot = FOOT_GAP + label_height(setter) if face.foot else 0.0
    width = grid.card.width - left - grid.pad
    return Rect(left, top, width, grid.card.height - top - grid.pad * 0.8 - foot)


def _size(rect: Rect) -> Size:
    return Size(rect.width, rect.height)


def _sheet(
    setter: Setter, block: CardSheets, grid: Grid, cards: Sequence[SheetCard], looks: tuple[Look, Look], *, first: bool
) -> tuple[Page, ...]:
    short = setter.document.duplex == "DuplexFlipShortEdge"
    fronts: list[Box] = list(crop_marks(grid) if block.stock == "wallet" else cut_lines(grid))
    backs: list[Box] = list(crop_marks(grid) if block.stock == "wallet" else ())
    if block.stock == "wallet":
        fronts += _margin(setter, grid, title=first)
    for index, card in enumerate(cards):
        sect = setter.structure.add("Sect")
        places = range(grid.count) if block.repeat else (index,)
        front = _face(setter, card.front, grid, looks[0], sect, title=first and index == 0)
        for place in places:
            drawn = front if place == places[0] else silent(front)
            fronts += _at(grid.place(place), drawn)
        if card.back is not None:
            back = _face(setter, card.back, grid, looks[1], sect, title=False)
            for place in places:
                drawn = back if place == places[0] else silent(back)
                backs += _turned(grid.behind(place, short_edge=short), drawn, turn=short)
    if block.foot and first:
        fronts += _note(setter, block, grid)
    pages = (Page(grid.paper, "", tuple(fronts)), Page(grid.paper, "", tuple(backs)))
    return pages if any(card.back is not None for card in cards) else pages[:1]


def _at(place: Rect, boxes: Sequence[Box]) -> tuple[Box, ...]:
    return moved_all(boxes, place.left, place.top)


def _turned(place: Rect, boxes: Sequence[Box], *, turn: bool) -> tuple[Box, ...]:
    """The boxes at their place; over the short edge upside down, so that a card is turned like a page."""
    if not turn:
        return _at(place, boxes)
    return (GroupBox(place, _size(place), tuple(boxes), rotation=180.0),) if boxes else ()


def _face(setter: Setter, face: Face, grid: Grid, look: Look, parent: int, *, title: bool) -> tuple[Box, ...]:
    room = _room(setter, face, grid)
    boxes: list[Box] = []
    if face.tone == "bar":
        boxes.append(ShapeBox(Rect(BAR_LEFT, BAR_LEFT, BAR, grid.card.height - 2 * BAR_LEFT), "rect", fill="light"))
    if face.tone == "sun":
        boxes += mark(setter, room.left, room.top - SUN_ROOM)
    foot: tuple[Box, ...] = ()
    if face.foot:
        element = _title(setter, face.foot, parent) if title else ARTIFACT
        foot = draw_label(setter, face.foot, room.width, element)
    words = draw_parts(setter, face.parts, _size(room), look, parent, anchor=face.anchor)
    boxes += moved_all(words, room.left, room.top)
    boxes += moved_all(foot, room.left, room.bottom + FOOT_GAP)
    return tuple(boxes)


def _title(setter: Setter, runs: tuple[Run, ...], parent: int) -> int:
    element = setter.structure.add(heading_role(setter, 1), parent)
    setter.headings[element] = (0, "".join(run.text for run in runs))
    return element


def _margin(setter: Setter, grid: Grid, *, title: bool) -> tuple[Box, ...]:
    """What this is and how it is printed, above the cards, where it is cut off."""
    half = grid.card.width - 12.0
    words = (Run(setter.document.head.kicker),)
    element = _title(setter, words, 0) if title else ARTIFACT
    how = "flip_short_edge" if setter.document.duplex == "DuplexFlipShortEdge" else "flip_long_edge"
    right = draw_label(setter, (Run(phrase(how, setter.language)),), half)
    top, second = PRINTABLE + 1.0, grid.place(1).left
    return (
        *moved_all(draw_label(setter, words, half, element), grid.left + 6.0, top),
        *moved_all(right, second + 6.0, top),
    )


def _note(setter: Setter, block: CardSheets, grid: Grid) -> tuple[Box, ...]:
    element = setter.structure.add("P")
    width = grid.card.width - 12.0
    bottom = grid.place(grid.count - 1).bottom
    boxes = draw_label(setter, block.foot, width, element)
    return moved_all(tuple(replace(box) for box in boxes), grid.left + 6.0, bottom + MARGIN_DROP)


MARGIN_DROP = 6.0
"""From the lowest cards to the words below them."""
