"""The translations that ship: whole, up to date with the outline, and honest about who has read them."""

from pathlib import Path

import pytest

from hornbook.build.making import make
from hornbook.build.options import Options
from hornbook.build.translating import statuses
from hornbook.build.workspace import LessonPlace, find_lesson
from hornbook.diagnostics import Severity
from support.counts import LONG

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = sorted(path for path in (ROOT / "decks").glob("*/po/*.po"))
SPANISH = "human-trafficking-and-the-internet"


def place_of(name: str) -> LessonPlace:
    found = find_lesson(name, ROOT)
    assert found is not None
    return found


@pytest.mark.parametrize("name", sorted({path.parents[1].name for path in SHIPPED}))
def test_every_translation_has_every_text_and_none_is_out_of_date(name):
    found = [*statuses(place_of(name), Options(), ROOT)]
    assert [[each for each in diagnostics if each.severity is Severity.ERROR] for _, diagnostics in found] == [
        []
    ] * len(found)
    assert [(status.language, status.fuzzy, status.missing) for status, _ in found if status] == [
        (path.stem, (), ()) for path in SHIPPED if path.parents[1].name == name
    ]


def test_the_lesson_on_trafficking_builds_in_spanish(tmp_path):
    only = () if LONG else ("deck", "wallet-cards", "fact-sheet", "vocabulary-cards")
    audiences = () if LONG else ("classroom",)
    options = Options(out=tmp_path, language="es", only=only, audiences=audiences, cache=None)
    (made,) = make([place_of(SPANISH)], options, ROOT, lambda _: None).values()
    assert [each for each in made.diagnostics if each.severity is Severity.ERROR] == []
    for_a_person = {"HB501", "HB502", "HB503", "HB706"}
    for_the_whole = set() if LONG else {"HB506", "HB527"}  # whom and what other sheets name
    assert {each.code for each in made.diagnostics} <= for_a_person | for_the_whole
    assert made.outputs
