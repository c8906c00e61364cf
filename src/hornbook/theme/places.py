"""Places as a theme writes them: `columns 1-7`, `56 to 300 pt`, `left + 8 pt to right`, or the name of a row of the grid.

A place along one axis is an interval. Lengths count from the start of the frame, which is the page, or a part's own cell.
"""

from collections.abc import Mapping
from functools import lru_cache

from msgspec import Struct

from hornbook.patterns import lazy
from hornbook.units import POINTS_PER, Rect, Size

Interval = tuple[float, float]

_COLUMNS = lazy(r"columns? (\d+)(?:\s*-\s*(\d+))?")
_EDGE = lazy(
    r"(?:(?P<name>left|right|top|bottom|middle|\d+(?:\.\d+)?\s*%)\s*)?"
    r"(?:(?P<sign>[+-])?\s*(?P<length>\d+(?:\.\d+)?)\s*(?P<unit>pt|in|mm|cm)?)?"
)
_PARTS_OF_FRAME = {"left": 0.0, "top": 0.0, "middle": 0.5, "right": 1.0, "bottom": 1.0}


class Grid(Struct, frozen=True):
    """Margins, columns and named rows of the page."""

    size: Size
    left: float
    right: float
    top: float
    bottom: float
    """Margins, measured inwards."""
    columns: int
    gutter: float
    rows: Mapping[str, Interval]

    @property
    def inside(self) -> Rect:
        """The page without its margins."""
        width, height = self.size.width, self.size.height
        return Rect(self.left, self.top, width - self.left - self.right, height - self.top - self.bottom)

    @property
    def page(self) -> Rect:
        return Rect(0.0, 0.0, self.size.width, self.size.height)

    def span(self, first: int, last: int) -> Interval:
        """From the left edge of one column to the right edge of another, both counted from 1."""
        inside = self.inside
        width = (inside.width - self.gutter * (self.columns - 1)) / self.columns
        return (
            inside.left + (first - 1) * (width + self.gutter),
            inside.left + last * width + (last - 1) * self.gutter,
        )


def across(words: str, grid: Grid, frame: Rect) -> Interval | None:
    """Left and right edge in points of the page, or None where the words are no place."""
    if words == "content":
        return (grid.inside.left, grid.inside.right)
    if columns := _COLUMNS.fullmatch(words):
        first, last = int(columns[1]), int(columns[2] or columns[1])
        return grid.span(first, last) if 1 <= first <= last <= grid.columns else None
    return _interval(words, frame.left, frame.width, grid.size.width)


def down(words: str, grid: Grid, frame: Rect) -> Interval | None:
    """Upper and lower edge in points of the page, or None where the words are no place."""
    if words in grid.rows:
        return grid.rows[words]
    return _interval(words, frame.top, frame.height, grid.size.height)


@lru_cache(4096)
def _interval(words: str, start: float, extent: float, page: float) -> Interval | None:
    if words == "page":
        return (0.0, page)
    if words == "all":
        return (start, start + extent)
    first, found, last = words.partition(" to ")
    unit = next((unit for unit in POINTS_PER if last.rstrip().endswith(unit)), "pt")
    low, high = _edge(first, start, extent, unit), _edge(last, start, extent, unit)
    if not found or low is None or high is None or high < low:
        return None
    return (low, high)


def _edge(words: str, start: float, extent: float, unit: str) -> float | None:
    """`right - 20 pt`, `50 %`, `20 pt`, or `20` where the other edge has the unit."""
    match = _EDGE.fullmatch(words.strip())
    if not words.strip() or match is None:
        return None
    name, length = match["name"], match["length"]
    if name is not None and length is not None and match["sign"] is None:
        return None
    base = _part(name) * extent if name else 0.0
    distance = float(length) * POINTS_PER[match["unit"] or unit] if length else 0.0
    return start + base + (-distance if match["sign"] == "-" else distance)


def _part(name: str) -> float:
    return float(name.rstrip("% ")) / 100 if name.endswith("%") else _PARTS_OF_FRAME[name]
