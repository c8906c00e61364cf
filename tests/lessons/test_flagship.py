"""What a machine can hold the trafficking lesson to, so that no edit undoes it by accident."""

import re

import pytest

from lessons.outline import FLAGSHIP, all_words, data, is_for, load, section_minutes, shown, slides
from lessons.reading import grade
from lessons.timing import minutes_aloud, read_aloud

TEXT = (FLAGSHIP / "lesson.yaml").read_text(encoding="utf-8")
LESSON = load(FLAGSHIP / "lesson.yaml")
AUDIENCES = ("classroom", "community", "civics")
WORDS = data("words.yaml")

EXPLAINED = {
    "never": {
        "It is never your fault",
        "It is never the child’s fault",
        "But never copy the picture or send it on",
        "Keep this calm, and never graphic",
    },
    "prostitut": {"over ads for “prostitution”"},
    "sells": {"a crew that sells door to door"},
}
"""Words that are warned of and stand where they say what they should."""

CLAIMS = re.compile(r"(^|/)quiz/\d+/ask$|^sources/[\w-]+/title$")
QUOTED = re.compile("“[^”]*”")

NOT_FINDINGS = re.compile(
    r"\b(1-8\d\d-[\w-]+|911|988|233733|741741|takeitdown\S*|22 U\.S\.C\. § 7102|18|17|Section 230|"
    r"Public Law 115-164|45|NHES.*|ISTE.*)\b"
)
"""Numbers that count nothing: lines to call, an age in the law or in a story, names of laws, lengths of time."""


def reads(words):
    """The text to look at: without quotations, and empty where a claim is only asked about."""
    return "" if CLAIMS.search(words.place) else QUOTED.sub("", words.text)


def sources_of(slide):
    return [slide["source"]] if isinstance(slide["source"], str) else slide["source"]


def every_word():
    return [words for words in all_words(LESSON) if not words.place.endswith(("/url", "/alt"))]


@pytest.mark.parametrize("audience", AUDIENCES)
def test_each_room_gets_forty_five_minutes(audience):
    sections = [section for section in LESSON["sections"] if is_for(section, audience)]
    assert sum(section_minutes(section, audience) for section in sections) == 45
    assert LESSON["duration"] == "45 min"


def test_students_practice_for_at_least_a_third_of_the_time():
    practice = [one for one in LESSON["sections"] if one["title"] == "Practice" and is_for(one, "classroom")]
    assert sum(section_minutes(section, "classroom") for section in practice) >= 15


@pytest.mark.parametrize("pattern", WORDS["blocked"])
def test_blocked_words_are_not_used(pattern):
    found = [words.place for words in every_word() if re.search(pattern, reads(words), re.IGNORECASE)]
    assert not found, f"{WORDS['blocked'][pattern]}: {found}"


@pytest.mark.parametrize("pattern", WORDS["numbers"])
def test_blocked_numbers_are_not_used(pattern):
    found = [words.place for words in every_word() if re.search(pattern, words.text, re.IGNORECASE)]
    assert not found, f"{WORDS['numbers'][pattern]}: {found}"


@pytest.mark.parametrize("pattern", WORDS["warned"])
def test_words_to_be_careful_with_are_explained(pattern):
    for words in every_word():
        text = reads(words)
        for phrases in EXPLAINED.values():
            for phrase in phrases:
                text = text.replace(phrase, "")
        assert not re.search(pattern, text, re.IGNORECASE), f"{words.place}: {WORDS['warned'][pattern]}"


def test_every_explained_word_is_still_there():
    folded = " ".join(TEXT.split())
    assert [phrase for phrases in EXPLAINED.values() for phrase in phrases if phrase not in folded] == []


@pytest.mark.parametrize("slide", [one for one in slides(LESSON) if "chart" in one], ids=lambda one: one["title"])
def test_a_chart_says_who_counted_what_where_and_when(slide):
    source = LESSON["sources"][sources_of(slide)[0]]
    assert {"title", "publisher", "place", "kind", "year", "seen_on"} <= set(source)
    assert slide["chart"]["note"]
    assert slide["chart"]["alt"]
    assert "is not" in slide["chart"]["note"] or "not" in slide["chart"]["note"]


def test_the_lesson_has_three_charts():
    assert sum("chart" in slide for slide in slides(LESSON)) >= 3


def findings(slide):
    """Numbers in the words of a slide that claim to count something."""
    said = {key: value for key, value in slide.items() if key not in {"minutes", "notes", "chart", "activity", "for"}}
    return [
        number
        for words in all_words(said)
        if not words.keys[-1].isdigit() or "timeline" not in words.keys
        for number in re.findall(r"\d[\d,.]*", NOT_FINDINGS.sub("", words.text))
    ]


def test_a_class_hears_at_most_three_numbers():
    charts = sum("chart" in slide for slide in shown(LESSON, "classroom"))
    assert charts + sum(len(findings(slide)) for slide in shown(LESSON, "classroom")) <= 3


def test_every_number_in_a_sentence_has_its_source():
    for slide in slides(LESSON):
        if findings(slide):
            cited = re.search(r"\[@", str(slide))
            assert cited or "source" in slide, slide.get("title") or slide.get("statement")


def test_every_source_that_is_named_exists_and_is_used():
    named = set(re.findall(r"@([\w-]+)", " ".join(re.findall(r"\[@[^\]]+\]", TEXT))))
    for words in all_words(LESSON["sections"]):
        if "source" in words.keys[-2:]:
            named.add(words.text)
    for block in LESSON["print"]["fact_sheet"]:
        named.update([block["source"]] if "source" in block else [])
    assert named == set(LESSON["sources"])


def test_what_was_not_read_at_its_publisher_is_to_be_opened_before_print():
    for id, source in LESSON["sources"].items():
        assert source["seen_on"] == "2026-11-24", id
        assert "url" in source or source["open_before_print"] == "true", id


def test_nothing_is_said_to_have_been_checked_or_reviewed():
    assert not re.search(r"\b(checked|reviewed)(_on|_by)?:", TEXT)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_help_comes_with_the_first_slides_and_with_the_last(audience):
    rooms = list(shown(LESSON, audience))
    assert any("help" in slide for slide in rooms[:2])
    assert "help" in rooms[-1]
    assert rooms[-1]["help"][:2] == ["emergency", "hotline"]


def test_the_title_slide_carries_a_number():
    first = load(FLAGSHIP / LESSON["contacts"][0])["contacts"][0]
    assert first["call"] in first["short"]
    assert first["text"] in first["short"]


def test_local_lines_wait_to_be_filled_in():
    local = ("school_contact", "state_child_abuse_line", "local_advocacy_center")
    assert [LESSON["values"][name] for name in local] == ["write-in"] * 3


def test_the_limits_of_privacy_are_said_before_anyone_talks():
    notes = next(iter(shown(LESSON, "classroom")))["notes"]
    assert "I cannot keep it to myself" in notes
    assert "bring in people who can help" in notes


@pytest.mark.parametrize("audience", AUDIENCES)
def test_there_is_a_content_note_and_a_way_out(audience):
    note = LESSON["content_note"][audience]
    assert "graphic" in note
    assert "tep out" in note
    assert audience == "community" or any(is_for(task, audience) for task in LESSON["print"]["opt_out"])
    assert all(len(task["steps"]) >= 5 for task in LESSON["print"]["opt_out"])
    assert any("secret" in step for step in LESSON["print"]["disclosure"])


def test_the_law_is_told_as_it_is():
    table = next(slide["table"] for slide in slides(LESSON) if "table" in slide)
    assert [row[2] for row in table["rows"]] == ["Force, fraud or coercion", "==None of these is needed=="]
    assert {row[1] for row in table["rows"]} == {"Force, fraud or coercion"}


def test_students_hear_of_no_ad_site():
    for slide in shown(LESSON, "classroom"):
        assert "backpage" not in str(slide).lower()


def test_the_backpage_story_has_its_ending():
    sheet = " ".join(words.text for words in all_words(LESSON["print"]["fact_sheet"]))
    for part in (
        "pleaded guilty to human trafficking in Texas",
        "None was charged with sex trafficking",
        "three guilty on some counts, and two not guilty",
        "went to a fund for survivors",
        "Five days after the seizure",
        "harder to gather",
    ):
        assert part in sheet


def test_each_event_of_the_timeline_has_a_source_of_its_time():
    events = [event for slide in slides(LESSON) if "timeline" in slide for event in slide["timeline"]]
    assert len(events) >= 15
    for event in events:
        assert event["when"].endswith(LESSON["sources"][event["source"]]["year"])


def test_nobody_is_promised_that_a_secret_is_kept():
    said = " ".join(words.text for words in all_words(LESSON) if words.keys[-1] == "notes" or "print" in words.keys)
    assert not re.search(
        r"\b(only I will read|nobody will (ever )?know|completely (private|secret))", said, re.IGNORECASE
    )
    assert "stays private, but not in every case" in said


def test_students_do_not_hand_in_private_answers_on_a_sheet_that_others_see():
    ticket = next(slide for slide in shown(LESSON, "classroom") if slide.get("title", "").startswith("Five answers"))
    assert "on the slip and not on the worksheet" in ticket["notes"]
    slips = [slide for slide in slides(LESSON) if slide.get("title") == ticket["title"]]
    assert [slide["handouts"] for slide in slips] == ["false"] * 2


@pytest.mark.parametrize(
    "story", [slide["scenario"]["story"] for slide in slides(LESSON) if "scenario" in slide], ids=lambda text: text[:20]
)
def test_a_story_is_short_and_ends_before_harm(story):
    assert 2 <= len(re.findall(r"[.!?]”?(\s|$)", story)) <= 5
    assert "$" not in story


def test_one_story_is_about_work():
    assert any("cannot quit" in slide.get("scenario", {}).get("story", "") for slide in shown(LESSON, "classroom"))


@pytest.mark.parametrize("audience", AUDIENCES)
def test_headlines_are_short(audience):
    for slide in shown(LESSON, audience):
        headline = slide.get("title") or slide["statement"]
        assert len(headline) <= 60, headline


def lists(node):
    """Every list of points, steps or questions under a node."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key in {"points", "steps", "discuss", "questions"} and isinstance(value, list):
                yield value
            yield from lists(value)
    elif isinstance(node, list):
        for item in node:
            yield from lists(item)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_slide_holds_no_more_than_five_short_points(audience):
    for slide in shown(LESSON, audience):
        for points in lists(slide):
            assert len(points) <= 5, slide["title"]
            for point in points:
                text = point if isinstance(point, str) else point["text"]
                assert len(text.split()) <= 12, text


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_slide_has_notes_that_a_substitute_can_follow(audience):
    for slide in shown(LESSON, audience):
        assert re.search(r"^(Say|Ask|Do):", slide["notes"], re.MULTILINE), slide


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_substitute_reads_forty_to_forty_five_minutes_aloud(audience):
    assert 40 <= read_aloud(LESSON, audience) <= 45


@pytest.mark.parametrize("audience", AUDIENCES)
def test_what_is_said_and_done_fits_the_time_of_its_section(audience):
    for section in LESSON["sections"]:
        if is_for(section, audience):
            part = minutes_aloud(shown({"sections": [section]}, audience))
            assert part <= section_minutes(section, audience) + 0.1, section["title"]


@pytest.mark.parametrize("audience", AUDIENCES)
def test_an_activity_says_what_to_do_and_what_to_say(audience):
    for slide in shown(LESSON, audience):
        if "activity" in slide:
            assert {"Do", "Say"} <= set(re.findall(r"^(Say|Ask|Do|Watch for):", slide["notes"], re.MULTILINE)), slide


def test_handouts_read_at_grade_six_and_never_above_eight():
    pages = ["\n".join(words.text for words in all_words(block)) for block in LESSON["print"]["fact_sheet"]]
    letters = [letter["text"] for letter in LESSON["print"]["letter"]]
    brochure = ["\n".join(words.text for words in all_words(block)) for block in LESSON["print"]["brochure"]]
    for page in (*pages, *brochure, *letters):
        assert grade(page, without_forced=False) <= 8.5, page
    for whole in ("\n".join(pages), "\n".join(brochure), *letters):
        assert grade(whole) <= 6


@pytest.mark.parametrize("sheet", ["fact_sheet", "brochure"])
@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_prose_of_a_sheet_reads_at_grade_six_with_its_hard_words_as_well(sheet, audience):
    prose = " ".join(block["text"] for block in LESSON["print"][sheet] if "text" in block and is_for(block, audience))
    assert grade(prose, without_forced=False) <= 6


@pytest.mark.parametrize("audience", AUDIENCES)
def test_slides_read_at_grade_eight(audience):
    said = [
        words.text
        for slide in shown(LESSON, audience)
        for words in all_words(slide)
        if words.keys[0] not in {"notes", "image", "source", "for", "minutes", "reveal", "help"}
    ]
    assert grade(".\n".join(said), without_forced=False) <= 8


@pytest.mark.parametrize("path", sorted((FLAGSHIP / "images").glob("*.svg")), ids=lambda path: path.name)
def test_drawings_are_plain_shapes_without_words(path):
    names = set(re.findall(r"<([a-z]+)", path.read_text(encoding="utf-8")))
    assert names <= {"svg", "rect", "circle", "path"}


def test_alternative_texts_describe_and_do_not_dramatise():
    alts = [words.text for words in all_words(LESSON) if words.keys[-1] == "alt" and "image" in words.keys]
    assert alts
    for alt in alts:
        assert alt.startswith("Drawing of")
        assert not re.search(r"predator|victim|danger|scared", alt)


def charts():
    """Every chart of the slides and of the handouts."""
    blocks = [*slides(LESSON), *LESSON["print"]["fact_sheet"], *LESSON["print"]["brochure"]]
    return [block["chart"] for block in blocks if "chart" in block]


def test_a_chart_says_beside_it_what_was_counted():
    for chart in charts():
        assert re.search(r"\b(victims|children|people|reports)\b", chart["note"], re.IGNORECASE), chart["note"]


def test_what_is_not_known_has_a_date_and_not_the_day_of_writing():
    assert "was written" not in TEXT


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_first_bar_is_explained_and_no_bar_runs_on_a_slide_that_was_left(audience):
    notes = [slide.get("notes", "") for slide in shown(LESSON, audience)]
    assert "one click" in next(note for note in notes if "tart the bar" in note)
    for note in notes:
        assert not ("tart the bar" in note and re.search(r"(?:Show|Go back to) the slide", note)), note


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_materials_name_the_sheets_that_notes_and_tasks_need(audience):
    needed = " ".join(
        slide.get("notes", "") + " ".join(slide.get("activity", {}).get("materials", []))
        for slide in shown(LESSON, audience)
    )
    materials = " ".join(
        one if isinstance(one, str) else one["text"] for one in LESSON["print"]["materials"] if is_for(one, audience)
    )
    for sheet in ("fact sheet", "orksheet", "xit tickets", "page of feedback"):
        assert sheet not in needed or sheet in materials, sheet


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_sheet_that_goes_home_says_that_help_lines_are_private_with_limits(audience):
    blocks = [block for block in LESSON["print"]["fact_sheet"] if is_for(block, audience)]
    assert any("private, with some limits" in words.text for words in all_words(blocks))


def test_a_chart_says_beside_it_where_it_counted():
    for chart in charts():
        assert re.search(r"\b(world|countries|United States)\b", chart["note"]), chart["note"]


@pytest.mark.parametrize(
    "story", [slide["scenario"]["story"] for slide in slides(LESSON) if "scenario" in slide], ids=lambda text: text[:20]
)
def test_a_story_has_a_good_adult_in_it(story):
    assert re.search(r"\b(aunt|neighbor|coach|nurse|counselor|Your teen)\b", story)


def test_the_slip_asks_for_as_many_patterns_as_the_objective():
    said = (
        words.text for words in all_words([LESSON["objectives"], LESSON["print"]["exit_ticket"], LESSON["sections"]])
    )
    patterns = [text for text in said if re.search(r"\bpatterns? of pressure", text)]
    assert len(patterns) == 3
    assert all("two patterns" in text.lower() for text in patterns)


def test_nobody_is_sent_to_talk_with_strangers():
    (slide,) = (each for each in slides(LESSON) if each.get("title", "").startswith("When you are worried"))
    assert "Going up to strangers [@dot]" in slide["compare"][1]["points"]


def test_the_other_task_fills_what_is_left_of_the_lesson():
    assert "It fills the rest of this lesson" in next(iter(shown(LESSON, "classroom")))["notes"]
    assert all(40 <= int(task["minutes"]) <= 45 for task in LESSON["print"]["opt_out"])
