"""Decks of Arabic and Hebrew as LibreOffice draws the .pptx, beside our PDF: the same on each line, in the same order, at the same side.

What is compared is where glyphs stand (`support.glyphs`), not what a program that reads PDF makes of it.
"""

from collections import Counter
from pathlib import Path

import pytest

from hornbook.plan.deck import Deck
from hornbook.plan.drawing import deck_pages
from hornbook.render.pdf import render_pdf
from hornbook.render.pptx import render_pptx
from languages.mixed import LINES, mixed_lesson
from languages.planning import planned_outline
from support.glyphs import Line, lines_drawn
from support.office import as_pdf

NEAR = 14.0
"""Points by which a line may stand elsewhere: LibreOffice sets Arabic in another face."""
PLACED_BY_IT = frozenset({"table", "chart"})
"""LibreOffice 7.4 does not turn tables round, and places the words of charts itself."""


def pages_of(language: str, folder: Path) -> tuple[Deck, list[list[Line]], list[list[Line]]]:
    deck = next(each.plan for each in planned_outline(mixed_lesson(language), folder) if isinstance(each.plan, Deck))
    written = folder / "deck.pptx"
    written.write_bytes(render_pptx(deck))
    theirs = as_pdf(written, folder).read_bytes()
    return deck, list(lines_drawn(render_pdf(deck_pages(deck)))), list(lines_drawn(theirs))


@pytest.mark.parametrize("language", ["ar", "he"])
def test_libreoffice_and_our_pdf_agree_on_every_line(language: str, tmp_path: Path):
    deck, ours, theirs = pages_of(language, tmp_path)
    assert len(ours) == len(theirs) == len(deck.slides)
    assert sum(map(len, ours)) > 2 * len(LINES)
    for slide, mine, other in zip(deck.slides, ours, theirs, strict=True):
        assert Counter(line.seen for line in mine) == Counter(line.seen for line in other), slide.title
        if slide.kind not in PLACED_BY_IT:
            assert [line.seen for line in mine if not _is_near(line, other)] == [], slide.title


def _is_near(line: Line, others: list[Line]) -> bool:
    """Whether a line with the same words begins or ends at the same place."""
    return any(
        line.seen == each.seen and min(abs(line.right - each.right), abs(line.left - each.left)) < NEAR
        for each in others
    )
