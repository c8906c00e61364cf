"""Pieces become pages and columns: as much on each as fits, and nothing parted that holds together."""

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from math import ceil

from msgspec import Struct
from msgspec.structs import replace

from hornbook.paginate.pieces import (
    GRID,
    MUST_STAY,
    RATHER_STAY,
    SHOULD_STAY,
    ColumnSet,
    Item,
    NewPage,
    Piece,
    on_grid,
    with_more_lines,
)

_HAIR = 0.01

MOST_ADDED = 4
"""Lines that one question gets more than it asked for."""
FIRST_ADDED = 2
"""Lines that each question gets before many are left for notes."""
ROOMY, LOOSE = 0.18, 0.25
"""Of a page: what is left empty at its foot before spaces close up, and before something parts that would rather stay together."""
LEAST_SPACE = 8.0
"""Spaces that close up are halved, and no smaller than this."""
LEAST_RULED = 24.0
"""A heading with a rule keeps so far from a line to write on: nearer, the rule looks like one more of them."""
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
    spare: float = 0.0
    """What was empty at its foot before lines to write on were added."""


def lay_out(items: Sequence[Item], room: float, limit: int = 0) -> tuple[Filled, ...]:
    """The items on pages of that height, with spaces closed up where that fills a page, spares a short last one or keeps to a limit."""
    pages = _pages(items, room, _fill_well)
    if len(pages) > 1 and (_taken(pages[-1]) < room * LOOSE or 0 < limit < len(pages)):
        closer = _pages(_closed_up(items), room, _fill_well)
        if len(closer) < len(pages):
            return closer
    return pages


def break_pages(items: Sequence[Item], room: float) -> tuple[Filled, ...]:
    """The items on pages of that height, spaces as they are. There is at least one page."""
    return _pages(items, room, _fill_page)


def lines_over(items: Sequence[Item], room: float, limit: int, pitch: float) -> int:
    """How many lines have to go so that the items fit on so many pages; 0 where a page that is begun on purpose is one too many.

    It is how much longer the last page would have to be, and not how high the block is that moved on; in columns, each has as many lines.
    """
    rest = _closed_up(items)
    for _ in range(limit - 1):
        _, rest = _fill_page(rest, room)
    _, over = _fill_page(rest, room)
    columns = len(over[0].lefts) if over and isinstance(over[0], ColumnSet) else 1
    most = ceil(sum(_taken(page) for page in break_pages(rest, room)) / pitch) + 1
    longer = range(1, most + 1)
    found = bisect_left(longer, True, key=lambda count: not _fill_page(rest, room + count * pitch)[1])
    return longer[found] * columns if found < most else 0


def _pages(
    items: Sequence[Item], room: float, fill: Callable[[tuple[Item, ...], float], tuple[Filled, tuple[Item, ...]]]
) -> tuple[Filled, ...]:
    pages: list[Filled] = []
    rest = tuple(items)
    while rest or not pages:
        page, rest = fill(rest, room)
        pages.append(page)
    return tuple(pages)


def _fill_well(items: tuple[Item, ...], room: float) -> tuple[Filled, tuple[Item, ...]]:
    """A page; where much of it would stay empty, with spaces closed up or what would rather stay together parted, if then more has room."""
    page, rest = _fill_page(items, room)
    if not rest or page.spare <= room * ROOMY:
        return page, rest
    closer, left = _fill_page(_closed_up(items), room)
    if len(left) < len(rest):
        original = items[len(items) - len(left) :]
        return closer, (*left[:1], *original[1:]) if left and isinstance(left[0], ColumnSet) else original
    return _fill_page(items, room, part=True) if page.spare > room * LOOSE else (page, rest)


def _taken(page: Filled) -> float:
    """From the top of what it holds to its end."""
    top = min((each.top for each in page.placed), default=0.0)
    return max((each.bottom for each in page.placed), default=0.0) - top


def _closed_up(items: Sequence[Item]) -> tuple[Item, ...]:
    """The items with the larger spaces above them halved, on the grid."""
    return tuple(
        item
        if isinstance(item, NewPage) or item.before <= LEAST_SPACE
        else replace(item, before=min(item.before, max(on_grid(item.before / 2), _least_space(before, item))))
        for before, item in zip((None, *items), items, strict=False)
    )


def _least_space(before: Item | None, item: Piece | ColumnSet) -> float:
    first = item if isinstance(item, Piece) else item.pieces[0]
    lined = isinstance(before, Piece) and before.ends_in_a_line
    return LEAST_RULED if first.above and lined else LEAST_SPACE


def _fill_page(items: tuple[Item, ...], room: float, *, part: bool = False) -> tuple[Filled, tuple[Item, ...]]:
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
                run = _leading_pieces(items, room)
                column = fill_column(run, y, room, part=part)
                placed, y, overfull = (*placed, *column.placed), column.bottom, overfull or column.overfull
                items = items[column.count :]
                if column.count < len(run):
                    items = _needed(items)
                    break
    filled = _stretched(placed, room) if items else _answers_first(placed, room)
    return Filled(_sunk(_grown(filled, room), room), overfull, room - y), items


def _sunk(placed: tuple[Placed, ...], room: float) -> tuple[Placed, ...]:
    """The page with what belongs at its foot there."""
    if not placed or not placed[-1].piece.sinks:
        return placed
    last = placed[-1]
    return (*placed[:-1], replace(last, top=max(last.top, room - last.piece.height)))


def _needed(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """What goes on to the next page: nothing, where only lines that fill a page are left."""
    return () if all(isinstance(item, Piece) and item.grow for item in items) else items


def _leading_pieces(items: Sequence[Item], room: float) -> tuple[Piece, ...]:
    """As many as a page may take, and one that it does not: the pieces up to the first that nothing holds, beyond the room."""
    found: list[Piece] = []
    height, full = 0.0, False
    for item in items:
        if not isinstance(item, Piece):
            break
        found.append(item)
        if full:
            break
        height += item.height
        full = height > room and item.hold < RATHER_STAY
    return tuple(found)


class Column(Struct, frozen=True):
    placed: tuple[Placed, ...]
    count: int
    """Pieces that it took."""
    bottom: float
    overfull: bool = False


def fill_column(
    pieces: Sequence[Piece], top: float, room: float, left: float = 0.0, tallest: float = 0.0, *, part: bool = False
) -> Column:
    """As many of the pieces as fit between `top` and `room`.

    What holds together is parted only where `tallest` (the room of an empty page) is not enough for it, and what would
    rather stay together also where `part` says so; a piece that is taller than that is placed all the same and reported.
    """
    strengths = (*(() if part else (RATHER_STAY,)), SHOULD_STAY, MUST_STAY, MUST_STAY + 1)
    placed: list[Placed] = []
    y, index = top, 0
    while index < len(pieces):
        end = _next_end(pieces, index, y, (room, max(room, tallest)), strengths)
        if end < 0:
            break
        overfull = end == 0
        y = _place(pieces[index : end or index + 1], y, left, placed)
        index = end or index + 1
        if overfull:
            return Column(tuple(placed), index, y, overfull=True)
    return Column(tuple(placed), index, y)


def _next_end(
    pieces: Sequence[Piece], index: int, y: float, rooms: tuple[float, float], strengths: Sequence[int]
) -> int:
    """Where the next pieces to place together end; -1 where they belong farther on, 0 where no page can hold the first."""
    room, tallest = rooms
    for strength in strengths:
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
    for set_ in (columns, _closer(columns)):
        height = _balanced(set_, room - top, room)
        if height > 0:
            done, _ = fill_columns(set_, top, top + height, room)
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


def _closer(columns: ColumnSet) -> ColumnSet:
    """The columns with the larger spaces in them halved: rather that than a few words alone on the next page."""
    pieces = (
        replace(piece, before=on_grid(piece.before / 2)) if piece.before > LEAST_SPACE else piece
        for piece in columns.pieces
    )
    return replace(columns, pieces=tuple(pieces))


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
    more = {
        index: min(MOST_ADDED, (spare + len(places) - 1 - turn) // len(places)) for turn, index in enumerate(places)
    }
    return _with_more(placed, more, pitch)


def _with_more(placed: tuple[Placed, ...], more: Mapping[int, int], pitch: float) -> tuple[Placed, ...]:
    """The page with so many more lines below some of what it holds, and the rest farther down."""
    down, out = 0.0, list[Placed]()
    for index, each in enumerate(placed):
        count = more.get(index, 0)
        out.append(replace(each, piece=with_more_lines(each.piece, count, pitch), top=each.top + down))
        down += count * pitch
    return tuple(out)


def _answers_first(placed: tuple[Placed, ...], room: float) -> tuple[Placed, ...]:
    """The last page with a few more lines for each question, where lines for notes would take more than half of it."""
    if not placed or not placed[-1].piece.grow or room - placed[-1].top <= room / 2:
        return placed
    return _stretched(placed, placed[-1].bottom + FIRST_ADDED * sum(each.piece.stretch for each in placed))


def _shared_out(placed: tuple[Placed, ...], room: float) -> tuple[Placed, ...]:
    """The page with the lines that have room on it given to its questions in equal parts, but for the last one's."""
    pitch = placed[-1].piece.grow
    places = [index for index, each in enumerate(placed[:-2]) if each.piece.stretch]
    share = int((room - placed[-1].bottom) / pitch + 1.001) // (len(places) + 1)
    return _with_more(placed, dict.fromkeys(places, share), pitch)


def _grown(placed: tuple[Placed, ...], room: float) -> tuple[Placed, ...]:
    """The page with its last ruled lines repeated down to its foot, where they ask for it.

    Where these only go on with the lines of the last question, the questions before it have their share first.
    """
    if not placed or not placed[-1].piece.grow:
        return placed
    if not placed[-1].piece.before:
        placed = _shared_out(placed, room)
    last = placed[-1]
    piece = last.piece
    more = int((room - last.bottom) / piece.grow + 0.001)
    return (*placed[:-1], replace(last, piece=with_more_lines(piece, more, piece.grow)))
