"""Pieces become pages and columns: as much on each as fits, and nothing parted that holds together."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from hornbook.paginate.pieces import (
    GRID,
    MUST_STAY,
    SHOULD_STAY,
    ColumnSet,
    Item,
    NewPage,
    Piece,
    on_grid,
)

_HAIR = 0.01

MOST_ADDED = 2
"""Lines that one question gets more than it asked for."""
SHORT = 0.3
"""Columns shorter than this part of a page are not divided between two pages."""
LEAST_COLUMN = 6 * GRID
"""A column set does not begin in less room than this."""


class Placed(Struct, frozen=True):
    """A piece at its place on a page, from the top left of the page's own area."""

    piece: Piece
    left: float
    top: float

    @property
    def bottom(self) -> float:
        return self.top + self.piece.height


class Filled(Struct, frozen=True):
    """What one page holds, and whether something on it is too tall for any page."""

    placed: tuple[Placed, ...]
    overfull: bool = False


def break_pages(items: Sequence[Item], room: float) -> tuple[Filled, ...]:
    """The items on pages of that height. There is at least one page."""
    pages: list[Filled] = []
    rest = tuple(items)
    while rest or not pages:
        page, rest = _fill_page(rest, room)
        pages.append(page)
    return tuple(pages)


def _fill_page(items: tuple[Item, ...], room: float) -> tuple[Filled, tuple[Item, ...]]:
    placed: tuple[Placed, ...] = ()
    y, overfull = 0.0, False
    while items:
        match items[0]:
            case NewPage():
                items = items[1:]
                if placed:
                    break
            case ColumnSet() as columns:
                placed, y, rest, too_tall = _place_columns(columns, placed, y, room)
                overfull = overfull or too_tall
                items = (*rest, *items[1:])
                if rest:
                    break
            case Piece():
                run = _leading_pieces(items)
                column = fill_column(run, y, room)
                placed, y, overfull = (*placed, *column.placed), column.bottom, overfull or column.overfull
                items = items[column.count :]
                if column.count < len(run):
                    items = _needed(items)
                    break
    return Filled(_sunk(_grown(_stretched(placed, room) if items else placed, room), room), overfull), items


def _sunk(placed: tuple[Placed, ...], room: float) -> tuple[Placed, ...]:
    """The page with what belongs at its foot there."""
    if not placed or not placed[-1].piece.sinks:
        return placed
    last = placed[-1]
    return (*placed[:-1], replace(last, top=max(last.top, room - last.piece.height)))


def _needed(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """What goes on to the next page: nothing, where only lines that fill a page are left."""
    return () if all(isinstance(item, Piece) and item.grow for item in items) else items


def _leading_pieces(items: Sequence[Item]) -> tuple[Piece, ...]:
    found: list[Piece] = []
    for item in items:
        if not isinstance(item, Piece):
            break
        found.append(item)
    return tuple(found)


class Column(Struct, frozen=True):
    placed: tuple[Placed, ...]
    count: int
    """Pieces that it took."""
    bottom: float
    overfull: bool = False


def fill_column(pieces: Sequence[Piece], top: float, room: float, left: float = 0.0, tallest: float = 0.0) -> Column:
    """As many of the pieces as fit between `top` and `room`.

    What holds together is parted only where `tallest` (the room of an empty page) is not enough for it; a piece that is
    taller than that is placed all the same and reported.
    """
    placed: list[Placed] = []
    y, index = top, 0
    while index < len(pieces):
        end = _next_end(pieces, index, y, (room, max(room, tallest)))
        if end < 0:
            break
        overfull = end == 0
        y = _place(pieces[index : end or index + 1], y, left, placed)
        index = end or index + 1
        if overfull:
            return Column(tuple(placed), index, y, overfull=True)
    return Column(tuple(placed), index, y)


def _next_end(pieces: Sequence[Piece], index: int, y: float, rooms: tuple[float, float]) -> int:
    """Where the next pieces to place together end; -1 where they belong farther on, 0 where no page can hold the first."""
    room, tallest = rooms
    for strength in (SHOULD_STAY, MUST_STAY, MUST_STAY + 1):
        end = _chain_end(pieces, index, strength)
        if y + _height(pieces[index:end], y) <= room + _HAIR:
            return end
        if _height(pieces[index:end], 0.0) <= tallest + _HAIR:
            return -1
    return -1 if y > 0 else 0


def _chain_end(pieces: Sequence[Piece], index: int, strength: int) -> int:
    """The first index after a piece that does not hold on to its next with that strength."""
    while index < len(pieces) - 1 and pieces[index].hold >= strength:
        index += 1
    return index + 1


def _height(pieces: Sequence[Piece], y: float) -> float:
    """Height of the pieces below `y`, what they repeat and the space above them included."""
    lead = _lead(pieces[0], y)
    return lead + sum(piece.height for piece in pieces) + sum(piece.before for piece in pieces[1:])


def _lead(piece: Piece, y: float) -> float:
    if y > 0:
        return piece.before
    return piece.repeat.height if piece.repeat else 0.0


def _place(pieces: Sequence[Piece], y: float, left: float, placed: list[Placed]) -> float:
    for piece in pieces:
        if y == 0 and piece.repeat:
            placed.append(Placed(replace(piece.repeat, ground=piece.ground), left, 0.0))
        y += _lead(piece, y)
        placed.append(Placed(piece, left, y))
        y += piece.height
    return y


def _place_columns(
    columns: ColumnSet, placed: tuple[Placed, ...], y: float, room: float
) -> tuple[tuple[Placed, ...], float, tuple[Item, ...], bool]:
    """Columns of equal height below `y`; what does not fit is left for the next page. The last value: too tall for any."""
    top = y + (columns.before if y > 0 else 0.0)
    height = _balanced(columns, room - top, room)
    if height > 0:
        done, _ = fill_columns(columns, top, top + height, room)
        return (*placed, *done), top + height, (), False
    done, count = fill_columns(columns, top, room, room)
    if placed and (not count or room - top < LEAST_COLUMN or 0 < _balanced(columns, room, room) < room * SHORT):
        return *_put_off(columns, placed, y), False
    overfull = not count
    if overfull:
        first = fill_column(columns.pieces, 0.0, 0.0, columns.lefts[0])
        done, count = first.placed, first.count
    rest = replace(columns, pieces=columns.pieces[count:])
    return (*placed, *done), room, ((rest,) if rest.pieces else ()), overfull


def _put_off(
    columns: ColumnSet, placed: tuple[Placed, ...], y: float
) -> tuple[tuple[Placed, ...], float, tuple[Item, ...]]:
    """The columns go to the next page, and the headings that belong to them as well."""
    stay = len(placed)
    while stay and placed[stay - 1].piece.hold >= MUST_STAY:
        stay -= 1
    if not stay:
        return placed, y, (columns,)
    return placed[:stay], y, (*(each.piece for each in placed[stay:]), columns)


def _balanced(columns: ColumnSet, room: float, tallest: float) -> float:
    """The least height at which all pieces fit; 0 where `room` is not enough."""
    total = sum(piece.height + piece.before for piece in columns.pieces)
    height = max(GRID, on_grid(total / len(columns.lefts)) - 6 * GRID)
    while height <= room:
        if fill_columns(columns, 0.0, height, tallest)[1] == len(columns.pieces):
            return height
        height += GRID
    return 0.0


def fill_columns(columns: ColumnSet, top: float, bottom: float, tallest: float) -> tuple[tuple[Placed, ...], int]:
    """The pieces in columns between two heights, and how many of them found a place."""
    placed: list[Placed] = []
    count = 0
    for left in columns.lefts:
        column = fill_column(columns.pieces[count:], 0.0, bottom - top, left, tallest)
        if column.overfull:
            return tuple(placed), count
        placed += [_in_column(columns, each, top) for each in column.placed]
        count += column.count
    return tuple(placed), count


def _in_column(columns: ColumnSet, each: Placed, top: float) -> Placed:
    piece = each.piece if each.top or columns.ruled else replace(each.piece, above=())
    return replace(each, piece=piece, top=each.top + top)


def _stretched(placed: tuple[Placed, ...], room: float) -> tuple[Placed, ...]:
    """The page with more lines to write on in place of an empty foot: one for each question in turn, two at most."""
    places = [index for index, each in enumerate(placed) if each.piece.stretch]
    if not places or any(each.left for each in placed):
        return placed
    pitch = placed[places[0]].piece.stretch
    spare = int((room - max(each.bottom for each in placed)) / pitch + 0.001)
    more = {index: (spare + len(places) - 1 - turn) // len(places) for turn, index in enumerate(places)}
    down, out = 0.0, list[Placed]()
    for index, each in enumerate(placed):
        count = min(MOST_ADDED, more.get(index, 0))
        out.append(replace(each, piece=_with_lines(each.piece, count, pitch), top=each.top + down))
        down += count * pitch
    return tuple(out)


def _with_lines(piece: Piece, count: int, pitch: float) -> Piece:
    """The piece with its lowest line repeated so many times below it."""
    if count <= 0:
        return piece
    lowest = [box for box in piece.boxes if box.rect.top == piece.boxes[-1].rect.top]
    extra = tuple(replace(box, rect=box.rect.moved(0.0, pitch * (step + 1))) for step in range(count) for box in lowest)
    return replace(piece, boxes=(*piece.boxes, *extra), height=piece.height + count * pitch)


def _grown(placed: tuple[Placed, ...], room: float) -> tuple[Placed, ...]:
    """The page with its last ruled lines repeated down to its foot, where they ask for it."""
    if not placed or not placed[-1].piece.grow:
        return placed
    last = placed[-1]
    piece = last.piece
    more = int((room - last.bottom) / piece.grow + 0.001)
    return (*placed[:-1], replace(last, piece=_with_lines(piece, more, piece.grow)))
