"""What is an English word, and what a slip of the finger was meant to be."""

import pytest

from check.reading import FILES, said
from hornbook.check.dictionary import is_word, meant_by


@pytest.mark.parametrize(
    "word",
    [
        "colour",
        "organised",
        "travelling",
        "vapour",
        "centre",
        "catalogue",
        "defence",
        "programme",
        "paediatric",
        "apps",
        "smartphones",
        "don't",
        "doesn't",
        "children's",
        "unpaid",
        "rebuild",
        "photosynthesis",
        "evaporates",
        "counselor",
        "counsellor",
        "happier",
        "stopped",
        "closeness",
        "watching",
        "worksheets",
    ],
)
def test_words_are_words_in_american_and_in_british_spelling(word):
    assert is_word(word)


@pytest.mark.parametrize(
    ("word", "meant"),
    [("recieve", "receive"), ("definately", "definitely"), ("seperate", "separate"), ("wierd", "weird"), ("untill", "until"),
     ("evaporaton", "evaporation"), ("qzxv", "")],
)  # fmt: skip
def test_a_slip_is_no_word_and_what_was_meant_is_named(word, meant):
    assert not is_word(word)
    assert meant_by(word) == meant


def test_a_workspace_has_words_of_its_own(tmp_path):
    lesson = tmp_path / "decks/water/lesson.yaml"
    lesson.parent.mkdir(parents=True)
    lesson.write_text((FILES / "HB539.yaml").read_text("utf-8"), "utf-8")
    before = len(said(lesson, "HB539"))
    (tmp_path / "hornbook.yaml").write_text("spelling: [recieve, Evaporaton]\n", "utf-8")
    assert len(said(lesson, "HB539")) == before - 2
    (tmp_path / "hornbook.yaml").write_text("spelling: [{a: b}]\n", "utf-8")
    assert [(each.code, each.span.line) for each in said(lesson, "HB602")] == [("HB602", 1)]
