"""Places are written in words: columns, rows of the grid, lengths, edges of a part."""

from itertools import pairwise

import pytest

from hornbook.theme.places import Grid, across, down
from hornbook.units import Rect, Size

GRID = Grid(Size(960, 540), 60, 60, 30, 20, 12, 20, {"body": (150.0, 450.0)})
CELL = Rect(100, 200, 300, 80)


@pytest.mark.parametrize(
    ("words", "interval"),
    [
        ("content", (60, 900)),
        ("page", (0, 960)),
        ("all", (100, 400)),
        ("columns 1-12", (60, 900)),
        ("column 1", (60, 60 + (840 - 220) / 12)),
        ("10 to 50 pt", (110, 150)),
        ("1 in to 2 in", (172, 244)),
        ("left + 8 pt to right - 20 pt", (108, 380)),
        ("middle to right", (250, 400)),
        ("25 % to 75 %", (175, 325)),
    ],
)
def test_a_place_across(words, interval):
    assert across(words, GRID, CELL) == pytest.approx(interval)


@pytest.mark.parametrize(
    ("words", "interval"),
    [("body", (150, 450)), ("page", (0, 540)), ("top + 10 pt to bottom", (210, 280)), ("0 to 30 pt", (200, 230))],
)
def test_a_place_down(words, interval):
    assert down(words, GRID, CELL) == pytest.approx(interval)


@pytest.mark.parametrize(
    "words",
    ["", "columns 0-3", "columns 3-2", "columns 1-13", "50 to 10 pt", "left 8 pt to right", "here", "1 to", "to 5 pt"],
)
def test_words_that_are_no_place(words):
    assert across(words, GRID, CELL) is None
    assert down(words, GRID, CELL) is None


def test_columns_are_of_one_width_with_gutters_between():
    edges = [GRID.span(column, column) for column in range(1, 13)]
    assert {round(right - left, 6) for left, right in edges} == {round((840 - 220) / 12, 6)}
    gaps = {round(following[0] - before[1], 6) for before, following in pairwise(edges)}
    assert gaps == {20.0}
