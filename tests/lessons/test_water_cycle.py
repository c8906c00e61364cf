"""The small lesson uses everything that a slide can be."""

from lessons.outline import WATER, all_words, load, section_minutes, slides
from lessons.reading import grade

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
    charts = [slide["chart"] for slide in slides(LESSON) if "chart" in slide]
    assert len(charts) == 2
    for chart in charts:
        assert sum(float(value) for values in chart["series"].values() for value in values) == 100


def test_the_table_of_times_says_that_they_are_estimates():
    table = next(slide["table"] for slide in slides(LESSON) if "10 days" in str(slide.get("table", "")))
    assert "estimates" in table["caption"]


def test_a_source_was_read_or_says_that_it_was_not():
    for id, source in LESSON["sources"].items():
        assert "seen_on" in source or source["note"].startswith("Not opened"), id


def test_the_fact_sheet_reads_at_grade_six():
    blocks = ["\n".join(words.text for words in all_words(block)) for block in LESSON["print"]["fact_sheet"]]
    assert grade("\n".join(blocks)) <= 6


def test_every_slide_has_notes_that_a_substitute_can_follow():
    for slide in slides(LESSON):
        assert any(cue in slide["notes"] for cue in ("Say:", "Ask:", "Do:")), slide


def test_nothing_is_said_to_have_been_checked():
    assert "checked_on" not in (WATER / "lesson.yaml").read_text(encoding="utf-8")
