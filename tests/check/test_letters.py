"""Characters that no face has, from an outline to what is said of it."""

import pytest

from hornbook.build.editions import make_edition
from hornbook.build.gather import gather
from hornbook.build.options import Options
from hornbook.build.workspace import LessonPlace
from hornbook.diagnostics import Severity
from hornbook.diagnostics.printing import has_errors

OUTLINE = """\
title: Greetings
language: en-US
handouts: [guided-notes]
slides:
  - title: We say it
    points:
      - WORDS
    notes: "Say: NOTES"
"""


def made(tmp_path, words="Hello", notes="Hello", **options):
    path = tmp_path / "lesson.yaml"
    path.write_text(OUTLINE.replace("WORDS", words).replace("NOTES", notes), "utf-8")
    gathered = gather(LessonPlace(path, tmp_path, "greetings", tmp_path / "out"), Options(**options), tmp_path)
    assert not has_errors(gathered.diagnostics)
    return make_edition(gathered.editions[0])


def said(result):
    """What is said of characters; what other rules say does not matter here."""
    found = [each for each in result.diagnostics if each.code in {"HB595", "HB596"}]
    return [(each.severity, each.code, each.span.line, each.span.column) for each in found]


@pytest.mark.parametrize("words", ["\U00013000", "We say \U00012000\U00012001 here", "\U00010380 done"])
def test_a_character_that_no_font_has_is_an_error_at_its_place(tmp_path, words):
    result = made(tmp_path, words)
    assert said(result) == [(Severity.ERROR, "HB595", 7, 9)]
    assert result.products == ()


def test_every_character_is_named_with_its_number(tmp_path):
    (found,) = (each for each in made(tmp_path, "We say \U00012000\U00012001").diagnostics if each.code == "HB595")
    assert "(U+12000, U+12001)" in found.message


@pytest.mark.parametrize("words", ["Hello 😀", "👩\u200d👩\u200d👧 all", "I ❤\ufe0f rain", "🇺🇸"])
def test_emoji_are_left_out_of_print_with_a_warning_at_their_place(tmp_path, words):
    result = made(tmp_path, words)
    assert said(result) == [(Severity.WARNING, "HB596", 7, 9)]
    assert {product.kind for product in result.products} >= {"deck", "deck-pdf", "handout"}


def test_emoji_of_a_deck_alone_are_no_matter(tmp_path):
    assert said(made(tmp_path, "Hello 😀", only=("deck",))) == []


def test_notes_that_are_not_printed_may_hold_anything(tmp_path):
    assert said(made(tmp_path, notes="你好 😀")) == []


@pytest.mark.parametrize("words", ["Trợ giúp", "Ελληνικά", "кириллица", "in → out", "well\u2011known", "½ ≤ √2", "H₂O"])
def test_other_letters_come_from_another_font_without_a_word(tmp_path, words):
    result = made(tmp_path, words)
    assert said(result) == []
    assert {product.kind for product in result.products} >= {"deck", "deck-pdf", "handout"}
