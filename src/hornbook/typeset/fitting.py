"""Whether lines fit a box, and how lines that fit are drawn."""

from collections.abc import Sequence
from functools import lru_cache

from hornbook.typeset.paragraphs import least_height, set_paragraphs, text_height
from hornbook.typeset.text import Paragraph, TextLayout

_SLIVER = 0.01


def fits(layout: TextLayout, height: float) -> bool:
    """Whether the lines are no higher than the box and no word sticks out of it."""
    return not layout.overwide and layout.height <= height + _SLIVER


def too_high(paragraphs: Sequence[Paragraph], width: float, height: float) -> bool:
    """Whether the paragraphs, set in a box of that width, are higher than it: a quick look before they are set.

    A word that sticks out is for `set_paragraphs` to report, so it does not count here.
    """
    return _too_high(tuple(paragraphs), width, height)


@lru_cache(maxsize=2048)
def _too_high(paragraphs: tuple[Paragraph, ...], width: float, height: float) -> bool:
    if least_height(paragraphs, width) > height + _SLIVER:
        return True
    needed = text_height(paragraphs, width)
    return needed is not None and needed > height + _SLIVER


def as_drawn(paragraphs: Sequence[Paragraph], layout: TextLayout) -> TextLayout:
    """The lines as other programs break them: words that fit with some slack to spare are set without it."""
    if len(layout.lines) == len(paragraphs):
        return layout
    return set_paragraphs(paragraphs, layout.width, slack=0.0)
