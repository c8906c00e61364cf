"""Decks by chance in every theme: nothing leaves its box, nothing overlaps, no word, note or click is lost or out of order."""

import pytest
from msgspec.structs import replace

from compose.faults import Count, faults
from compose.lessons import draw_png, picture
from compose.random_lessons import random_lesson
from hornbook.compose.deck import compose
from hornbook.plan.deck import Deck, SlidePlan
from hornbook.plan.page import TextBox
from support.counts import many, tell
from support.themes import THEMES, theme_named

PARTS = 8
"""Tests among which the decks are shared, so that they run beside each other."""


@pytest.mark.parametrize("part", range(PARTS))
def test_a_deck_by_chance_is_without_fault(part, tmp_path, record_property):
    shown = picture(draw_png(tmp_path / "glass.png", 400, 300), width=400, height=300)
    count, found, number = Count(), [], part
    while count.decks < many(6, 50):
        lesson = random_lesson(number, picture=shown)
        theme = theme_named(THEMES[number // PARTS % len(THEMES)])
        deck, diagnostics = compose(lesson, theme)
        if deck is None:
            assert diagnostics
            assert all(each.span is not None for each in diagnostics)
            count.refused += 1
        else:
            count.add(deck)
            found += [f"lesson {number} in {theme.name}, {fault}" for fault in faults(deck, lesson)]
        number += PARTS
    tell(record_property, f"random decks in {len(THEMES)} themes", count.numbers(len(found)))
    assert found == []


def first_deck() -> tuple[Deck, object]:
    lesson = random_lesson(6)
    deck, _ = compose(lesson, theme_named(THEMES[0]))
    assert deck is not None
    assert faults(deck, lesson) == []
    return deck, lesson


def changed(deck: Deck, change) -> Deck:
    return replace(deck, slides=tuple(change(slide) for slide in deck.slides))


def with_boxes(slide: SlidePlan, change) -> SlidePlan:
    return replace(slide, boxes=tuple(change(box) if isinstance(box, TextBox) else box for box in slide.boxes))


HARM = {
    "a box that is moved onto another": lambda box: replace(box, rect=box.rect.moved(down=-60)),
    "a box that leaves the slide": lambda box: replace(box, rect=box.rect.moved(right=900)),
    "a box that is too low for its lines": lambda box: replace(box, rect=replace(box.rect, height=8)),
    "lines that are lost": lambda box: box if box.placeholder == "title" else replace(box, lines=box.lines[1:]),
    "lines that stand too close": lambda box: replace(
        box, lines=tuple(replace(line, height=line.height * 0.9) for line in box.lines)
    ),
    "words wider than they were measured": lambda box: replace(
        box,
        lines=tuple(
            replace(line, fragments=tuple(replace(part, width=part.width * 0.8) for part in line.fragments))
            for line in box.lines
        ),
    ),
    "type that is too small": lambda box: replace(
        box,
        paragraphs=tuple(replace(paragraph, style=replace(paragraph.style, size=11.0)) for paragraph in box.paragraphs),
    ),
}


@pytest.mark.parametrize("what", HARM)
def test_a_deck_is_found_out_that_has(what):
    deck, lesson = first_deck()
    assert faults(changed(deck, lambda slide: with_boxes(slide, HARM[what])), lesson) != []


def test_a_deck_is_found_out_that_lost_a_slide_its_notes_or_a_click():
    deck, lesson = first_deck()
    last = max(slide.number for slide in deck.slides if slide.source_id)
    short = replace(deck, slides=tuple(slide for slide in deck.slides if slide.number != last))
    assert faults(short, lesson) != []
    assert faults(changed(deck, lambda slide: replace(slide, notes=())), lesson) != []
    assert faults(changed(deck, lambda slide: replace(slide, reveals=slide.reveals[::-1] * 2)), lesson) != []
