"""The small lesson uses everything that a slide can be."""

from lessons.outline import WATER, load, section_minutes, slides

KINDS = {
    "points", "statement", "quote", "image", "compare", "steps", "timeline", "table",
    "chart", "activity", "scenario", "discuss", "quiz", "define", "video", "help",
}  # fmt: skip
BESIDE = {"points", "statement", "quote", "scenario", "discuss", "activity", "define"}
LESSON = load(WATER / "lesson.yaml")


def kind(slide):
    found = KINDS & set(slide)
    if "image" in found and found & BESIDE:
        found -= {"image"}
    (only,) = found
    return only


def test_all_sixteen_kinds_are_there():
    assert {kind(slide) for slide in slides(LESSON)} == KINDS


def test_the_quiz_asks_in_all_four_ways():
    questions = next(slide["quiz"] for slide in slides(LESSON) if "quiz" in slide)
    assert any("choices" in one for one in questions)
    assert any("match" in one for one in questions)
    assert any(one.get("answer") in ("true", "false") for one in questions)
    assert any("lines" in one for one in questions)


def test_it_takes_the_time_that_it_says():
    assert sum(section_minutes(section, "") for section in LESSON["sections"]) == 45
    assert LESSON["duration"] == "45 min"


def test_every_number_of_a_chart_has_its_source_and_its_limits():
    for slide in slides(LESSON):
        if "chart" in slide:
            assert slide["source"] in LESSON["sources"]
            assert "estimate" in slide["chart"]["note"]


def test_shares_add_up_to_the_whole():
    chart = next(slide["chart"] for slide in slides(LESSON) if "chart" in slide)
    assert sum(float(value) for values in chart["series"].values() for value in values) == 100


def test_every_slide_has_notes_that_a_substitute_can_follow():
    for slide in slides(LESSON):
        assert any(cue in slide["notes"] for cue in ("Say:", "Ask:", "Do:")), slide


def test_nothing_is_said_to_have_been_checked():
    assert "checked_on" not in (WATER / "lesson.yaml").read_text(encoding="utf-8")
