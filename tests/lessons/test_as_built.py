"""The lessons as the stages see them: they read without a complaint, fit their slides, and call the right numbers."""

from pathlib import Path

import pytest

from hornbook.compose.deck import compose
from hornbook.lesson.model import Help, Lesson
from hornbook.lesson.reader import read_lesson
from hornbook.plan.page import Pages
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
