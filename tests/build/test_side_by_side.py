"""A large lesson is planned by several processes, and comes out as from one."""

import pytest

from check.reading import FILES, checked
from hornbook.build import editions
from hornbook.build.editions import make_edition
from hornbook.build.gather import gather
from hornbook.build.options import Options
from hornbook.build.workspace import built_in, find_lesson
from hornbook.check.rules import RULES
from support.shipped import LESSONS

OF_WORDS = [rule.code for rule in RULES if rule.of_words]


@pytest.fixture(autouse=True)
def every_lesson_is_large(monkeypatch):
    monkeypatch.setattr(editions, "MANY_SLIDES", 1)


@pytest.mark.parametrize("lesson", LESSONS)
def test_two_processes_make_what_one_makes(lesson, tmp_path):
    place = find_lesson(lesson, built_in())
    assert place is not None
    for edition in gather(place, Options(only=("deck", "deck-pdf", "slides-3up")), tmp_path).editions:
        assert make_edition(edition, processes=2) == make_edition(edition)


@pytest.mark.parametrize("code", OF_WORDS)
def test_rules_about_words_say_the_same_before_there_is_a_deck(code):
    alone = checked(FILES / f"{code}.yaml", jobs=1)
    assert code in {each.code for each in alone}
    assert checked(FILES / f"{code}.yaml", jobs=2) == alone
