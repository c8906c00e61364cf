"""Units to rows: a unit goes on the line while it fits, a tab leads to the next stop, an address or a word with slashes that is too wide is broken. In em."""

from itertools import pairwise
from typing import NamedTuple

from msgspec import Struct, field

from hornbook.typeset.measuring import Measured

_SLIVER = 1e-9
"""Sums of floats may stick out by less than anyone can see."""


class Stretch(NamedTuple):
    """A part of the text that stands on a row without a gap."""

    x: float
    start: int
    end: int
    """Spaces at the end of a row are not part of it."""
    right: float


class Row(Struct):
    """One line as it was filled."""

    left: float
    stretches: list[Stretch] = field(default_factory=list[Stretch])

    @property
    def right(self) -> float:
        return self.stretches[-1].right if self.stretches else self.left


class Edges(NamedTuple):
    """Where lines begin and end."""

    first: float
    left: float
    right: float
    stops: tuple[float, ...]
    """Left tab stops, in order."""
    step: float
    """Distance of the stops that follow the last of these."""


def fill(measured: Measured, edges: Edges) -> tuple[list[Row], bool]:
    """The rows of a paragraph (at least one), and whether a word sticks out."""
    filling = _Filling(measured, edges)
    cuts, widths, inks = measured.cuts, measured.widths, measured.inks
    right = edges.right + _SLIVER
    for unit, ink in enumerate(inks):
        start = cuts[unit]
        if measured.marked and measured.text[start] in "\n\t":
            filling.mark(start)
            continue
        if filling.x + ink > right:
            if edges.left + ink > right:
                parts = measured.cuts_of_long(unit)
                if parts:
                    filling.in_parts(parts)
                    continue
            filling.wrap(ink)
        filling.add(start, cuts[unit + 1], widths[unit], ink)
    filling.close()
    return filling.rows, filling.too_wide


class _Filling:
    """The row that is being filled and those before it."""

    def __init__(self, measured: Measured, edges: Edges) -> None:
        self.rows = [Row(edges.first)]
        self.too_wide = False
        self.x = edges.first
        self._measured = measured
        self._edges = edges
        self._from, self._start, self._end, self._right = edges.first, -1, -1, edges.first

    def add(self, start: int, end: int, width: float, ink: float) -> None:
        if self._start < 0:
            self._from, self._start = self.x, start
        self._end = end
        self._right = self.x + ink
        self.x += width

    def wrap(self, ink: float) -> None:
        """A new row for a word, unless nothing stands on this one yet; it may be too wide for either."""
        if self.x > self.rows[-1].left:
            self._new_row()
        self.too_wide |= self.x + ink > self._edges.right + _SLIVER

    def mark(self, place: int) -> None:
        if self._measured.text[place] == "\n":
            self._new_row()
            return
        self.close()
        self.x = next((stop for stop in self._edges.stops if stop > self.x + _SLIVER), 0.0) or (
            (self.x // self._edges.step + 1) * self._edges.step
        )

    def in_parts(self, cuts: list[int]) -> None:
        """Fills rows with a long word, part by part."""
        for start, end in pairwise(cuts):
            part = self._measured.text[start:end]
            ink = self._measured.width(start, start + len(part.rstrip(" ")))
            if self.x + ink > self._edges.right + _SLIVER:
                self.wrap(ink)
            self.add(start, end, self._measured.width(start, end), ink)

    def close(self) -> None:
        """Ends a stretch: at a tab, at the end of a row."""
        if self._start < 0:
            return
        end = self._start + len(self._measured.text[self._start : self._end].rstrip(" "))
        if end > self._start:
            self.rows[-1].stretches.append(Stretch(self._from, self._start, end, self._right))
        self._start = -1

    def _new_row(self) -> None:
        self.close()
        self.x = self._edges.left
        self.rows.append(Row(self._edges.left))
