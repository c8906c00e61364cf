"""Pages two to a side, in the order in which folded sheets lie in each other: imposed before they are drawn, so that tags stay.

The sheet lies on its side and is turned over its short edge. The inner ones of a pile are pushed out at the open edge when it
is folded, so that what is on them stands a little nearer to the fold.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from msgspec.structs import replace

from hornbook.paginate.sheets.stock import PRINTABLE, upright
from hornbook.plan.page import Bookmark, Box, GroupBox, Page, Pages
from hornbook.plan.structure import Element
from hornbook.tags import is_leftward
from hornbook.units import POINTS_PER, Rect, Size

CREEP = 0.1 * POINTS_PER["mm"]
"""What each sheet pushes those inside it out by: the thickness of copier paper."""
FOLD = 8.0
"""Length of the marks at both ends of a fold."""
TO_A_SHEET = 4


class Side(NamedTuple):
    """What is on one side of a sheet, counted from 0; -1 is an empty page."""

    left: int
    right: int
    sheet: int
    """Counted from the outside."""


def half(paper: Size) -> Size:
    """A page of a booklet on that paper."""
    return Size(max(paper.width, paper.height) / 2, min(paper.width, paper.height))


def sides(count: int) -> tuple[Side, ...]:
    """The sides in the order of printing: the front and the back of the outermost sheet come first."""
    whole = -(-count // TO_A_SHEET) * TO_A_SHEET
    shown = [page if page < count else -1 for page in range(whole)]
    found: list[Side] = []
    for sheet in range(whole // TO_A_SHEET):
        first, last = 2 * sheet, whole - 1 - 2 * sheet
        found.append(Side(shown[last], shown[first], sheet))
        found.append(Side(shown[first + 1], shown[last - 1], sheet))
    return tuple(found)


def imposed(pages: Pages) -> Pages:
    """The pages, all of one size, on sheets; elements and their order are as they were.

    A language that is written from right to left has the fold of its booklets at the right.
    """
    page = pages.pages[0].size
    printed = sides(len(pages.pages))
    if is_leftward(pages.language):
        printed = tuple(Side(side.right, side.left, side.sheet) for side in printed)
    side_of = {number: index for index, side in enumerate(printed) for number in (side.left, side.right)}
    return replace(
        pages,
        pages=tuple(_side(pages, side, page, front=index % 2 == 0) for index, side in enumerate(printed)),
        elements=tuple(_leading(element, side_of) for element in pages.elements),
        bookmarks=tuple(_found_again(mark, side_of) for mark in pages.bookmarks),
        duplex="DuplexFlipShortEdge",
    )


def _side(pages: Pages, side: Side, page: Size, *, front: bool) -> Page:
    creep = CREEP * side.sheet
    boxes: list[Box] = []
    for number, left in ((side.left, creep), (side.right, page.width - creep)):
        if number >= 0:
            place = Rect(left, 0.0, page.width, page.height)
            boxes.append(GroupBox(place, page, pages.pages[number].boxes, reading=number))
    return Page(Size(2 * page.width, page.height), "", (*boxes, *(_fold(page) if front else ())))


def _fold(page: Size) -> Iterator[Box]:
    for top in (PRINTABLE, page.height - PRINTABLE - FOLD):
        yield upright(page.width, top, FOLD)


def _leading(element: Element, side_of: Mapping[int, int]) -> Element:
    return replace(element, target=side_of[element.target - 1] + 1) if element.target else element


def _found_again(mark: Bookmark, side_of: Mapping[int, int]) -> Bookmark:
    return replace(mark, page=side_of[mark.page])
