"""Boxes that are high enough, and boxes that are not."""

import pytest

from hornbook.source.runs import Run
from hornbook.typeset.fitting import fits, too_high
from hornbook.typeset.paragraphs import set_paragraphs
from hornbook.typeset.text import Paragraph, ParagraphStyle

THREE_LINES = [Paragraph((Run(text),), ParagraphStyle("Arial", 20)) for text in ("one", "two", "three")]


@pytest.mark.parametrize(("height", "fit"), [(71.9, False), (72.0, True), (500.0, True)])
def test_lines_fit_a_box_as_high_as_they_are(height: float, fit: bool) -> None:
    assert fits(set_paragraphs(THREE_LINES, 200), height) == fit
    assert too_high(THREE_LINES, 200, height) != fit


def test_a_word_that_sticks_out_does_not_fit_but_is_not_too_high() -> None:
    wide = [Paragraph((Run("w" * 80),), ParagraphStyle("Arial", 20))]
    assert not fits(set_paragraphs(wide, 200), 500)
    assert not too_high(wide, 200, 1)
