"""Units to rows: a unit goes on the line while it fits, a tab leads to the next stop, an address too wide is broken."""

from dataclasses import dataclass, field
from typing import NamedTuple

from hornbook.typeset.words import Look, Piece, Unit, broken_address

_SLIVER = 1e-6
"""Sums of floats may stick out by less than anyone can see."""
_STOP_EVERY = 36.0
"""Where no tab stop is left, one stands every half inch."""


class Placed(NamedTuple):
    """Words of one run on a row: left edge, width, text, index of the run."""

    x: float
    width: float
    text: str
    run: int


@dataclass(slots=True)
class Row:
    """One line as far as it is filled."""

    left: float
    x: float
    """Where the next unit goes."""
    right: float
    """Where the ink ends."""
    spans: list[Placed] = field(default_factory=list[Placed])
    tabbed: bool = False
    """A tab came last, so the next words are a span of their own."""

    def add(self, pieces: tuple[Piece, ...], looks: list[Look]) -> None:
        for piece in pieces:
            last = self.spans[-1] if self.spans else None
            if last and last.run == piece.run and not self.tabbed and not looks[piece.run].blank:
                self.spans[-1] = Placed(last.x, last.width + piece.width, last.text + piece.text, piece.run)
            else:
                self.spans.append(Placed(self.x, piece.width, piece.text, piece.run))
            self.tabbed = False
            self.x += piece.width

    def end(self, looks: list[Look]) -> None:
        """Takes the spaces off the end of the row."""
        while self.spans and not looks[self.spans[-1].run].blank:
            x, width, text, run = self.spans.pop()
            word = text.rstrip(" ")
            if word:
                spaces = (len(text) - len(word)) * looks[run].face.advance_of_space * looks[run].size
                self.spans.append(Placed(x, width - spaces, word, run))
                break
        self.right = self.spans[-1].x + self.spans[-1].width if self.spans else self.left


def fill(
    units: list[Unit], looks: list[Look], edges: tuple[float, float, float], stops: list[float]
) -> tuple[list[Row], bool]:
    """The rows of a paragraph (at least one) and whether a word sticks out; edges are first left, left and right."""
    first_left, left, right = edges
    row = Row(first_left, first_left, first_left)
    rows = [row]
    too_wide = False
    waiting = units[::-1]
    while waiting:
        unit = waiting.pop()
        if unit.mark == "\n":
            row = Row(left, left, left)
            rows.append(row)
            continue
        if unit.mark == "\t":
            row.x = _next_stop(row.x, stops)
            row.tabbed = True
            continue
        if row.x + unit.ink > right + _SLIVER:
            if left + unit.ink > right + _SLIVER:
                parts = broken_address(unit, looks)
                if len(parts) > 1:
                    waiting += parts[::-1]
                    continue
                too_wide = True
            if row.x > row.left:
                row = Row(left, left, left)
                rows.append(row)
        row.add(unit.pieces, looks)
    for row in rows:
        row.end(looks)
    return rows, too_wide


def _next_stop(x: float, stops: list[float]) -> float:
    for stop in stops:
        if stop > x + _SLIVER:
            return stop
    return (x // _STOP_EVERY + 1) * _STOP_EVERY
