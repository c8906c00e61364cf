"""Decks without autofit as LibreOffice draws them: no ink below a box or off a slide, and lines that break as in our PDF."""

from itertools import count

import pytest
from msgspec.structs import replace

from compose.lessons import draw_png, picture
from compose.random_lessons import random_lesson
from hornbook.compose.deck import compose
from hornbook.plan.deck import Deck
from hornbook.plan.page import TextBox
from hornbook.render.pptx import render_pptx
from product.second_opinion import Opinion, judge
from product.test_every_theme import deck_in
from support.counts import many, tell
from support.office import as_pdf
from support.shipped import LESSONS, plans
from support.themes import EACH_THEME, THEMES, theme_named

ALIKE = 0.99
"""The least part of the lines that must break as in our PDF."""

pytestmark = [pytest.mark.office, pytest.mark.slow]


def opinion_of(deck: Deck, folder) -> Opinion:
    path = folder / "deck.pptx"
    path.write_bytes(render_pptx(deck, autofit=False))
    return judge(deck, as_pdf(path, folder).read_bytes())


def check(opinions: list[Opinion], what: str, record) -> None:
    numbers = {
        "decks": len(opinions),
        "slides": sum(each.slides for each in opinions),
        "boxes": sum(each.boxes for each in opinions),
        "lines": sum(each.lines for each in opinions),
        "break elsewhere": sum(len(each.other_breaks) for each in opinions),
        "break elsewhere because LibreOffice kerns": sum(len(each.kerned) for each in opinions),
        "marks outside": sum(len(each.outside) for each in opinions),
    }
    tell(
        record,
        f"drawn by LibreOffice, {what}",
        numbers,
        [line for each in opinions for line in (*each.other_breaks, *each.kerned)],
    )
    assert [line for each in opinions for line in each.lost] == []
    assert [line for each in opinions for line in each.outside] == []
    assert numbers["break elsewhere"] <= (1 - ALIKE) * numbers["lines"]


@EACH_THEME
def test_every_kind_of_slide_fits_and_breaks_as_planned(theme, tmp_path, record_property):
    check([opinion_of(deck_in(theme), tmp_path)], f"every kind in {theme}", record_property)


def test_decks_by_chance_fit_and_break_as_planned(tmp_path, record_property):
    """Lessons of many slides, because LibreOffice takes seconds to start."""
    shown = picture(draw_png(tmp_path / "glass.png", 400, 300), width=400, height=300)
    opinions: list[Opinion] = []
    numbers = count(1_000_000)
    while len(opinions) < many(len(THEMES), 10):
        lesson = random_lesson(next(numbers), slides=20, picture=shown)
        deck, _ = compose(lesson, theme_named(THEMES[len(opinions) % len(THEMES)]))
        if deck is not None:
            opinions.append(opinion_of(deck, tmp_path))
    check(opinions, f"random decks in {len(THEMES)} themes", record_property)


def test_shipped_lessons_fit_and_break_as_planned(tmp_path, record_property):
    decks = [planned.plan for lesson in LESSONS for planned in plans(lesson) if isinstance(planned.plan, Deck)]
    check([opinion_of(deck, tmp_path) for deck in decks], "shipped lessons", record_property)


def test_ink_outside_and_other_breaks_are_seen(tmp_path):
    """A plan whose boxes are lower, and whose lines are others, than in the deck that is drawn."""
    deck, _ = compose(random_lesson(6), theme_named("daylight"))
    assert deck is not None
    path = tmp_path / "deck.pptx"
    path.write_bytes(render_pptx(deck, autofit=False))
    drawn = as_pdf(path, tmp_path).read_bytes()
    assert judge(deck, drawn).outside == []
    lower = judge(harmed(deck, lambda box: replace(box, rect=replace(box.rect, height=10.0))), drawn)
    assert lower.outside != []
    merged = judge(harmed(deck, merge_lines), drawn)
    assert merged.other_breaks != []


def merge_lines(box: TextBox) -> TextBox:
    """The plan of a box in which two lines are one."""
    if len(box.lines) < 2:
        return box
    first, second, *others = box.lines
    return replace(box, lines=(replace(first, fragments=(*first.fragments, *second.fragments)), *others))


def harmed(deck: Deck, change) -> Deck:
    return replace(
        deck,
        slides=tuple(
            replace(slide, boxes=tuple(change(box) if isinstance(box, TextBox) else box for box in slide.boxes))
            for slide in deck.slides
        ),
    )
