"""Where cards stand on a sheet, and the marks to cut them by. Every grid is symmetric, so that backs meet their fronts."""

from itertools import pairwise

from msgspec import Struct

from hornbook.paginate.headings import line
from hornbook.plan.page import Box, ShapeBox
from hornbook.units import POINTS_PER, Rect, Size

PRINTABLE = 18.0
"""0.25 in: what no desktop printer reaches at the edge of a sheet."""
MARK_GAP = 4.0
"""Between a card and the mark that it is cut by."""
MARK_WEIGHT = 0.5
_MM = POINTS_PER["mm"]


class Grid(Struct, frozen=True):
    paper: Size
    columns: int
    rows: int
    card: Size
    left: float
    top: float
    gap: float = 0.0
    """Between columns."""
    pad: float = 12.0
    """From the edge of a card to its words."""

    @property
    def count(self) -> int:
        return self.columns * self.rows

    def place(self, index: int) -> Rect:
        """The card of that index on a front, row by row."""
        row, column = divmod(index, self.columns)
        left = self.left + column * (self.card.width + self.gap)
        return Rect(left, self.top + row * self.card.height, self.card.width, self.card.height)

    def behind(self, index: int, *, short_edge: bool) -> Rect:
        """The place on the back page that lies behind that card, after the sheet was turned over an edge."""
        front = self.place(index)
        if short_edge == (self.paper.width <= self.paper.height):
            return Rect(front.left, self.paper.height - front.bottom, front.width, front.height)
        return Rect(self.paper.width - front.right, front.top, front.width, front.height)


WALLET = (
    Grid(Size(612.0, 792.0), 2, 5, Size(252.0, 144.0), 54.0, 36.0),
    Grid(Size(210 * _MM, 297 * _MM), 2, 5, Size(85 * _MM, 54 * _MM), 15 * _MM, 13.5 * _MM, 10 * _MM),
)
"""Punched card stock: ten to a sheet of Letter and of A4."""


def wallet_grid(paper: Size) -> Grid | None:
    """The stock of that paper; None where there is none."""
    for grid in WALLET:
        if abs(grid.paper.width - paper.width) < 1 and abs(grid.paper.height - paper.height) < 1:
            return grid
    return None


def cut_grid(paper: Size, columns: int, rows: int) -> Grid:
    """The whole paper in equal parts; words keep away from edges that a printer does not reach."""
    card = Size(paper.width / columns, paper.height / rows)
    return Grid(paper, columns, rows, card, 0.0, 0.0, pad=26.0)


def crop_marks(grid: Grid) -> tuple[Box, ...]:
    """Short lines in the margins, in line with every edge of a card, none of them on a card."""
    places = [grid.place(index) for index in range(grid.count)]
    across = sorted({round(edge, 3) for place in places for edge in (place.left, place.right)})
    down = sorted({round(edge, 3) for place in places for edge in (place.top, place.bottom)})
    ends = (
        (PRINTABLE, down[0] - MARK_GAP),
        (down[-1] + MARK_GAP, grid.paper.height - PRINTABLE),
    )
    sides = (
        (max(PRINTABLE, across[0] - MARK_GAP - 14.0), across[0] - MARK_GAP),
        (across[-1] + MARK_GAP, min(grid.paper.width - PRINTABLE, across[-1] + MARK_GAP + 14.0)),
    )
    return (
        *(upright(x, top, bottom - top, dash=False) for x in across for top, bottom in ends),
        *(line(left, y, right - left, "ink", MARK_WEIGHT) for y in down for left, right in sides),
    )


def cut_lines(grid: Grid) -> tuple[Box, ...]:
    """Dashes between the cards, as far as a printer reaches."""
    xs = [each * grid.card.width for each in range(1, grid.columns)]
    ys = [each * grid.card.height for each in range(1, grid.rows)]
    columns = [PRINTABLE, *(x for x in xs), grid.paper.width - PRINTABLE]
    return (
        *(upright(x, PRINTABLE, grid.paper.height - 2 * PRINTABLE) for x in xs),
        *(
            line(left, y, right - left, "extra", MARK_WEIGHT, dash=True)
            for y in ys
            for left, right in pairwise(columns)
        ),
    )


def upright(x: float, top: float, height: float, *, dash: bool = True) -> ShapeBox:
    """A vertical line to cut or to fold by."""
    colour = "extra" if dash else "ink"
    return ShapeBox(Rect(x, top, 0.0, height), "line", stroke=colour, stroke_width=MARK_WEIGHT, dash=dash)
