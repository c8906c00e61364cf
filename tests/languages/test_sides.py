"""What a reader of Arabic expects where, beside what runs the same way in every language."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest

from hornbook.locale import in_a_row
from hornbook.plan.drawing import deck_pages
from hornbook.plan.page import GroupBox, ShapeBox
from hornbook.render.pptx import render_pptx
from hornbook.tags import question_mark
from languages.test_setting import deck_of, text_boxes


def parts_of(name: str) -> dict[str, str]:
    with ZipFile(BytesIO(render_pptx(deck_of(name)))) as parts:
        return {each: parts.read(each).decode() for each in parts.namelist() if each.endswith(".xml")}


@pytest.mark.parametrize(
    ("language", "expected"),
    [("ar", "؟"), ("fa-IR", "؟"), ("ur", "؟"), ("he", "?"), ("ar-Latn", "?"), ("pa-Arab", "؟"), ("en", "?"), ("", "?")],
)
def test_a_question_ends_as_the_language_writes_it(language: str, expected: str):
    assert question_mark(language) == expected


def test_questions_of_a_scenario_have_an_arabic_mark_in_both_decks():
    slide = next(each for each in deck_of("arabic").slides if each.kind == "scenario")
    labels = [
        part.text
        for box in text_boxes(slide.boxes)
        for line in box.lines
        for part in line.fragments
        if part.bullet == "question"
    ]
    assert labels
    assert set(labels) == {"؟"}
    marks = {mark for text in parts_of("arabic").values() for mark in re.findall('<a:buChar char="(.)"/>', text)}
    assert "؟" in marks
    assert "?" not in marks


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", "1 A, 2 B"), ("ar", "1 A،\u200f 2 B"), ("he", "1 A,\u200f 2 B")],
)
def test_short_answers_stand_one_behind_the_other(language: str, expected: str):
    assert in_a_row(["1 A", "2 B"], language) == expected


def test_pairs_of_a_match_are_read_from_the_right():
    slide = next(each for each in deck_of("arabic").slides if each.layout.startswith("Quiz Match"))
    answer = next(box for box in text_boxes(slide.boxes) if box.placeholder == "answer")
    (line,) = answer.lines
    by_eye = "".join(part.text.strip("\u200f") for part in sorted(line.fragments, key=lambda part: -part.x))
    assert re.fullmatch("1 [AB]، 2 [AB]", by_eye)


def test_slices_of_a_pie_go_clockwise_as_they_do_in_powerpoint():
    deck = deck_of("arabic")
    at = next(index for index, each in enumerate(deck.slides) if each.title == "نسب")
    drawn = [box for group in deck_pages(deck).pages[at].boxes if isinstance(group, GroupBox) for box in group.boxes]
    first = next(box for box in drawn if isinstance(box, ShapeBox) and box.kind == "path" and box.datum)
    across = [float(x) for x, _ in re.findall(r"([\d.]+) ([\d.]+)", first.path)]
    # 60 parts of 100, from the top by way of the right side
    assert max(across) > 0.99
    assert min(across) > 0.2


def test_a_film_is_played_to_the_right_and_lasts_minutes_in_arabic():
    deck = deck_of("arabic")
    slide = next(each for each in deck.slides if each.kind == "video")
    sign = next(shape for shape in deck.theme.layouts[slide.layout].shapes if shape.name == "play")
    assert sign.path == "M 0 0 L 1 0.5 L 0 1 Z"
    film = next(box for box in text_boxes(slide.boxes) if box.placeholder == "film")
    assert film.paragraphs[-1].plain == "99 د"


def test_a_countdown_runs_out_towards_where_lines_begin():
    slides = [text for name, text in parts_of("arabic").items() if "slides/slide" in name]
    assert any('filter="wipe(left)"' in slide and 'presetSubtype="8"' in slide for slide in slides)
    assert not any('filter="wipe(right)"' in slide for slide in slides)
