"""The lesson on hot days says the same about an emergency wherever it speaks of one."""

import pytest

from lessons.outline import HEAT, all_words, load, section_minutes, shown, slides
from lessons.reading import grade
from lessons.timing import read_aloud

TEXT = (HEAT / "lesson.yaml").read_text(encoding="utf-8")
LESSON = load(HEAT / "lesson.yaml")
SHEETS = ("fact_sheet", "brochure")


def words_of(node):
    return " ".join(words.text for words in all_words(node))


def test_it_takes_the_time_that_it_says_and_leaves_some_for_answers():
    assert sum(section_minutes(section, "") for section in LESSON["sections"]) == 30
    assert 18 <= read_aloud(LESSON, "") <= 28


@pytest.mark.parametrize("sheet", SHEETS)
def test_heat_stroke_means_911_and_nothing_to_drink(sheet):
    (block,) = [
        block for block in LESSON["print"][sheet] if "heat stroke" in block["heading"].lower() and "text" in block
    ]
    said = block["text"].lower()
    assert "call 911" in said
    assert "nothing to drink" in said
    assert "confused" in said


def test_the_slides_say_so_too():
    table = next(slide["table"] for slide in slides(LESSON) if "Do first" in words_of(slide.get("table", [])))
    assert table["rows"][-1][1:] == ["Cool place, sips of water", "==Call 911=="]
    steps = next(slide["steps"] for slide in slides(LESSON) if "steps" in slide)
    assert [step["text"] for step in steps] == ["Move", "Cool", "Wait", "Stay"]
    assert steps[2]["points"] == ["Give nothing to drink"]


def test_nobody_is_told_to_stop_a_medicine():
    assert "Do not leave a medicine out on your own" in words_of(LESSON["print"]["brochure"])
    assert any("Do not leave a medicine out on your own" in slide.get("notes", "") for slide in slides(LESSON))


def test_no_temperature_is_given_where_offices_do_not_agree():
    assert "°" not in TEXT
    assert "degrees" not in TEXT


@pytest.mark.parametrize("sheet", SHEETS)
def test_what_goes_home_reads_at_grade_six(sheet):
    pages = ["\n".join(words.text for words in all_words(block)) for block in LESSON["print"][sheet]]
    assert grade("\n".join(pages)) <= 6


def test_every_slide_has_notes_that_a_volunteer_can_follow():
    for slide in shown(LESSON, ""):
        assert any(cue in slide["notes"] for cue in ("Say:", "Ask:", "Do:")), slide


def test_the_numbers_are_the_two_that_everyone_can_call():
    assert [one["call"] for one in LESSON["contacts"][:2]] == ["911", "211"]
    assert "checked_on" not in TEXT


def test_the_chart_says_who_counted_what_where_and_when():
    chart = next(slide for slide in slides(LESSON) if "chart" in slide)
    assert {"title", "publisher", "place", "kind", "year"} <= set(LESSON["sources"][chart["source"]])
    for part in ("Reported", "United States", "1992 to 2021", "not a full count"):
        assert part in chart["chart"]["note"]


def test_heat_is_compared_with_one_danger_at_a_time():
    assert "than storms" not in words_of(LESSON)
