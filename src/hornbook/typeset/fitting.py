"""Whether lines fit a box, and the first of several settings that does."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from hornbook.typeset.text import TextLayout

_SLIVER = 0.01

T = TypeVar("T")


def fits(layout: TextLayout, height: float) -> bool:
    """Whether the lines are no higher than the box and no word sticks out of it."""
    return not layout.overwide and layout.height <= height + _SLIVER


def first_fitting(candidates: Iterable[T], fitting: Callable[[T], bool]) -> T | None:
    """The first candidate that fits, or None."""
    return next((candidate for candidate in candidates if fitting(candidate)), None)
