"""Outlines of unusual size and shape: very long, empty, deep, all hidden, all cited."""

import pytest

from fuzz.making import errors, make
from hornbook.diagnostics import Severity

HEAD = "title: Rain\nlanguage: en-US\nhandouts: [guided-notes, fact-sheet, facilitator-guide]\n"
SOURCES = "sources:\n" + "".join(f"  s{n}: {{title: Source {n}, publisher: P, year: 2000}}\n" for n in range(26))
LONG_TITLE = "What we saw when the rain came over the hills and stayed for as long as anyone in the whole of our town could recall it."


def points(title, *, more=""):
    return f"  - {{title: {title}, points: [One, Two]{more}}}\n"


@pytest.mark.parametrize(
    "body", ["", "slides:\n", "slides: []\n", "sections: []\n", "sections: [{title: One, slides: []}]\n"]
)
def test_a_lesson_without_a_slide_is_an_error(tmp_path, body):
    found, products = make(tmp_path, HEAD + body)
    assert errors(found)
    assert products == ()


def test_one_slide_is_a_lesson(tmp_path):
    found, products = make(tmp_path, HEAD + "slides:\n" + points("One"))
    assert errors(found) == []
    assert len(products) == 6


def test_a_lesson_of_hidden_slides_alone_is_built_or_refused_in_words(tmp_path):
    make(tmp_path, HEAD + "slides:\n" + points("One", more=", hidden: true"))


def test_slides_that_no_handout_shows(tmp_path):
    make(tmp_path, HEAD + "slides:\n" + points("One", more=", handouts: false"))
    make(tmp_path, HEAD + "slides:\n" + points("One", more=", deck: false"))


def test_an_audience_without_a_slide(tmp_path):
    make(tmp_path, HEAD + "audiences: [a, b]\nslides:\n" + points("One", more=", for: a"))


def test_sixty_sections(tmp_path):
    outline = HEAD + "sections:\n" + "".join(
        f"  - title: Part {n}\n    slides: [{{title: Slide {n}, points: [One]}}]\n" for n in range(60)
    )  # fmt: skip
    found, products = make(tmp_path, outline, only=("deck",))
    assert errors(found) == []
    assert products[0].pages > 120


def test_long_titles_everywhere(tmp_path):
    assert len(LONG_TITLE) == 120
    outline = f"""\
title: {LONG_TITLE}
subtitle: {LONG_TITLE}
language: en-US
handouts: [guided-notes, guided-notes-key, worksheet, fact-sheet, facilitator-guide, slides-3up]
objectives: [{LONG_TITLE}]
sections:
""" + "".join(f"""\
  - title: {LONG_TITLE}
    slides:
      - {{title: {LONG_TITLE}, points: [{LONG_TITLE}]}}
      - {{title: {LONG_TITLE}, steps: [{LONG_TITLE}]}}
      - {{title: {LONG_TITLE}, scenario: {{story: {LONG_TITLE}, questions: [{LONG_TITLE}]}}}}
""" for _ in range(3))  # fmt: skip
    found, products = make(tmp_path, outline)
    assert errors(found) == []
    assert len(products) == 9


def test_help_without_contacts_is_an_error_at_its_place(tmp_path):
    found, products = make(tmp_path, HEAD + "slides:\n" + points("One") + "  - {title: Help, help: all}\n")
    assert [line for _, line in errors(found)] == [6]
    assert products == ()


def test_sources_that_nothing_cites_are_no_error(tmp_path):
    found, products = make(tmp_path, HEAD + SOURCES + "slides:\n" + points("One"))
    assert errors(found) == []
    assert products


@pytest.mark.parametrize("where", ["point", "points", "source"])
def test_twenty_six_sources_on_one_slide(tmp_path, where):
    cited = {
        "point": '["One [' + "; ".join(f"@s{n}" for n in range(26)) + ']"]',
        "points": "[" + ", ".join(f'"Point {n} [@s{n}]"' for n in range(26)) + "]",
        "source": f"[One], source: [{', '.join(f's{n}' for n in range(26))}]",
    }[where]
    found, products = make(tmp_path, HEAD + SOURCES + f"slides:\n  - {{title: All, points: {cited}}}\n", only=("deck",))
    assert bool(errors(found)) != bool(products)


def test_a_thousand_points_become_many_slides(tmp_path):
    outline = HEAD + "slides:\n  - title: Many\n    points:\n" + "      - A point like others\n" * 1000
    found, products = make(tmp_path, outline, only=("deck",))
    assert errors(found) == []
    assert products[0].pages > 50


def test_forty_levels_of_nesting_are_an_error(tmp_path):
    deep = "[" * 40 + "x" + "]" * 40
    found, _ = make(tmp_path, HEAD + f"slides: [{{title: Deep, points: {deep}}}]\n")
    assert errors(found) == [("HB106", 4)]


def test_an_alias_bomb_is_refused_before_it_grows(tmp_path):
    lines = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 40))]
    found, products = make(tmp_path, HEAD + "\n".join(lines) + "\n")
    assert {"HB114", "HB115"} & {code for code, _ in errors(found)}
    assert products == ()


def test_five_megabytes_are_too_many(tmp_path):
    found, _ = make(tmp_path, HEAD + "slides:\n" + points("One") * 160_000)
    assert [code for code, _ in errors(found)] == ["HB105"]


def test_a_word_of_three_hundred_letters_is_an_error_at_its_line(tmp_path):
    found, _ = make(tmp_path, HEAD + f"slides:\n  - title: Long\n    points:\n      - {'w' * 300}\n")
    assert ("HB302", 7) in errors(found)


def test_a_section_title_of_a_thousand_words_is_an_error_and_no_hang(tmp_path):
    outline = HEAD + f"sections:\n  - title: Three{' word' * 1000}\n    slides: [{{title: One, points: [a]}}]\n"
    found, _ = make(tmp_path, outline)
    assert {line for _, line in errors(found)} == {5}


def test_a_number_without_end_is_an_error_at_its_place(tmp_path):
    chart = "{type: column, labels: [a, b], series: {R: [1e999, 2]}, alt: x}"
    found, products = make(tmp_path, HEAD + f"slides:\n  - {{title: Huge, chart: {chart}}}\n")
    assert bool(errors(found)) != bool(products)


@pytest.mark.slow
def test_four_hundred_slides_are_built(tmp_path):
    outline = HEAD + "slides:\n" + "".join(points(f"Slide {n}", more=", notes: Say hello") for n in range(400))
    found, products = make(tmp_path, outline, only=("deck",))
    assert [each for each in found if each.severity is Severity.ERROR] == []
    assert products[0].pages == 401
