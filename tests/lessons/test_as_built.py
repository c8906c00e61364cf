"""The lessons as the stages see them: they read without a complaint, fit their slides, and call the right numbers."""

from pathlib import Path

import pytest

from hornbook.check.accessibility import inspect
from hornbook.compose.deck import compose
from hornbook.lesson.model import Help, Lesson
from hornbook.lesson.reader import read_lesson
from hornbook.plan.page import GroupBox, Pages, TextBox
from hornbook.source.files import read_text_file
from hornbook.theme.reader import read_theme
from lessons.outline import CONTACTS, DECKS, FLAGSHIP, HEAT, ROOT, WATER, load
from support.shipped import plans


def read(folder: Path) -> tuple[Lesson, ...]:
    reading = read_lesson(folder / "lesson.yaml", ROOT, {})
    assert [found.message for found in reading.diagnostics if found.severity == "error"] == []
    return reading.lessons


LESSONS = (*read(FLAGSHIP), *read(WATER), *read(HEAT))


def called(lesson: Lesson) -> str:
    return f"{lesson.name} {lesson.audience}".strip()


@pytest.mark.parametrize("lesson", LESSONS, ids=called)
def test_sections_add_up_to_the_duration(lesson):
    assert sum(section.minutes or 0 for section in lesson.sections) == lesson.duration


def written(path):
    return {one["id"]: one for one in load(path)["contacts"]}


def test_every_number_arrives_at_its_own_contact():
    expected = written(CONTACTS / "us.yaml")
    for lesson in read(FLAGSHIP):
        for contact in lesson.contacts:
            if contact.id in expected:
                assert contact.name.plain == expected[contact.id]["name"]
                assert (contact.call.plain if contact.call else None) == expected[contact.id].get("call")
                assert (contact.text.plain if contact.text else None) == expected[contact.id].get("text")


def test_local_lines_are_lines_to_write_on():
    local = written(CONTACTS / "local.yaml")
    for lesson in read(FLAGSHIP):
        found = [contact for contact in lesson.contacts if contact.id in local]
        assert len(found) == len(local)
        assert all(contact.call and any(run.write_in for run in contact.call.runs) for contact in found)


@pytest.mark.parametrize("lesson", LESSONS, ids=called)
def test_the_last_slide_tells_where_to_get_help(lesson):
    assert isinstance([slide for slide in lesson.slides if slide.in_deck][-1].body, Help)


def composed(lesson):
    file, _ = read_text_file(DECKS / "themes" / "daylight.yaml")
    assert file
    theme, _ = read_theme(file)
    assert theme
    return compose(lesson, theme)


@pytest.mark.parametrize("lesson", LESSONS, ids=called)
def test_every_slide_fits_without_a_word_of_warning(lesson):
    deck, found = composed(lesson)
    assert [one.message for one in found] == []
    assert deck


@pytest.mark.parametrize("lesson", LESSONS, ids=called)
def test_powerpoints_accessibility_checker_would_list_nothing(lesson):
    deck, _ = composed(lesson)
    assert deck
    assert inspect(deck) == ()


@pytest.mark.parametrize("lesson", read(FLAGSHIP), ids=called)
def test_the_slide_that_stays_on_holds_both_numbers_that_matter_most(lesson):
    deck, _ = composed(lesson)
    last = str(deck.slides[-1].boxes)
    assert deck.slides[-1].parts == 1
    assert "911" in last
    assert "1-888-373-7888" in last


PAGES = {"fact-sheet": 2, "brochure": 2, "family-letter": 1, "tear-off-poster": 1, "wallet-cards": 2}


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("lesson", ["human-trafficking-and-the-internet", "heat-safety-for-neighbors"])
def test_what_is_one_sheet_stays_one_sheet(lesson, paper):
    found = {
        planned.name: len(planned.plan.pages)
        for planned in plans(lesson, paper)
        if isinstance(planned.plan, Pages)
        for recipe in PAGES
        if planned.name.startswith(f"handouts/{recipe}")
    }
    assert found
    for name, pages in found.items():
        recipe = next(recipe for recipe in PAGES if f"/{recipe}" in name)
        assert pages == PAGES[recipe], name


CUT = ("vocabulary-cards", "wallet-cards", "brochure")
"""Sheets of two sides that are cut or folded: a card or a leaflet has the numbers on one of them."""
HELP = "1-888-373-7888"


def words_on(boxes) -> str:
    return " ".join(
        words_on(box.boxes)
        if isinstance(box, GroupBox)
        else " ".join(paragraph.plain for paragraph in box.paragraphs)
        if isinstance(box, TextBox)
        else ""
        for box in boxes
    )


def handouts_of_the_flagship():
    return [planned for planned in plans("human-trafficking-and-the-internet") if planned.name.startswith("handouts/")]


def test_every_page_that_goes_home_tells_where_help_is():
    for planned in handouts_of_the_flagship():
        if not planned.name.startswith(tuple(f"handouts/{name}" for name in CUT)):
            for number, page in enumerate(planned.plan.pages, 1):
                assert HELP in words_on(page.boxes).replace("\u2011", "-"), f"{planned.name}, page {number}"


@pytest.mark.parametrize("recipe", CUT)
def test_a_card_and_a_leaflet_have_the_numbers_inside_and_no_subject_on_a_card(recipe):
    for planned in handouts_of_the_flagship():
        if planned.name.startswith(f"handouts/{recipe}"):
            sides = [words_on(page.boxes).replace("\u2011", "-") for page in planned.plan.pages]
            assert any(HELP in side for side in sides)
            if recipe == "vocabulary-cards":
                assert all(HELP in meanings for meanings in sides[1::2])
            if recipe == "wallet-cards":
                assert "rafficking" not in sides[0]


@pytest.mark.parametrize("lesson", read(FLAGSHIP), ids=called)
def test_the_first_slide_holds_the_number_too(lesson):
    deck, _ = composed(lesson)
    assert HELP in words_on(deck.slides[0].boxes).replace("\u2011", "-")


@pytest.mark.parametrize("lesson", LESSONS, ids=called)
def test_help_is_shown_as_often_as_the_lesson_says_and_no_more(lesson):
    deck, _ = composed(lesson)
    asked = [slide for slide in lesson.slides if isinstance(slide.body, Help) and slide.in_deck and not slide.hidden]
    assert len({slide.source_id for slide in deck.slides if slide.kind == "help"}) == len(asked)
    assert all(slide.source_id for slide in deck.slides if slide.kind == "help")
