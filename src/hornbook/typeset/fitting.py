"""Whether lines fit a box."""

from collections.abc import Sequence

from hornbook.typeset.paragraphs import text_height
from hornbook.typeset.text import Paragraph, TextLayout

_SLIVER = 0.01


def fits(layout: TextLayout, height: float) -> bool:
    """Whether the lines are no higher than the box and no word sticks out of it."""
    return not layout.overwide and layout.height <= height + _SLIVER


def too_high(paragraphs: Sequence[Paragraph], width: float, height: float) -> bool:
    """Whether the paragraphs, set in a box of that width, are higher than it: a quick look before they are set.

    A word that sticks out is for `set_paragraphs` to report, so it does not count here.
    """
    needed = text_height(paragraphs, width)
    return needed is not None and needed > height + _SLIVER
