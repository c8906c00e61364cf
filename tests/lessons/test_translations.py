"""The translations that ship: whole, up to date with the outline, and honest about who has read them."""

import shutil
from pathlib import Path

import pytest

from hornbook.build.making import make
from hornbook.build.options import Options
from hornbook.build.translating import statuses, update
from hornbook.build.workspace import LessonPlace, find_lesson
from hornbook.diagnostics import Severity
from support.counts import LONG
from support.validators import deck_problems, pdf_problems

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = sorted(path for path in (ROOT / "decks").glob("*/po/*.po"))
SPANISH = "human-trafficking-and-the-internet"
DECLARED: dict[tuple[str, str], tuple[str, ...]] = {("human-trafficking-and-the-internet", "es"): ()}
"""What each translation that ships is for; nothing is named where it is for the whole lesson."""


def place_of(name: str) -> LessonPlace:
    found = find_lesson(name, ROOT)
    assert found is not None
    return found


@pytest.mark.parametrize("name", sorted({path.parents[1].name for path in SHIPPED}))
def test_every_translation_has_every_text_that_it_is_for_and_none_is_out_of_date(name):
    found = [*statuses(place_of(name), Options(), ROOT)]
    assert [[each for each in diagnostics if each.severity is Severity.ERROR] for _, diagnostics in found] == [
        []
    ] * len(found)
    states = {status.language: status for status, _ in found if status}
    assert {language: status.covers for language, status in states.items()} == {
        language: covers for (lesson, language), covers in DECLARED.items() if lesson == name
    }
    for language, status in states.items():
        assert (status.fuzzy, status.missing, status.too_long) == ((), (), ()), language
        assert set(status.covers) <= set(status.outputs), language
        assert status.done
        assert all(progress.complete for progress in status.outputs.values()), language


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
    for path in (output.path for output in made.outputs):
        if path.suffix == ".pptx":
            assert deck_problems(path.read_bytes()) == [], path.name
        elif path.suffix == ".pdf":
            assert pdf_problems(path.read_bytes()) == [], path.name


def test_one_changed_sentence_of_the_lesson_is_the_only_text_to_translate_again(tmp_path):
    before, after = "You can ask for help, day or night.", "You can ask for advice, day or night."
    for folder in ("contacts", SPANISH):
        shutil.copytree(ROOT / "decks" / folder, tmp_path / "decks" / folder)
    (tmp_path / "hornbook.yaml").write_text("{}\n", "utf-8")
    outline = tmp_path / "decks" / SPANISH / "lesson.yaml"
    text = outline.read_text("utf-8")
    assert text.count(before) == 1
    outline.write_text(text.replace(before, after), "utf-8")
    place = find_lesson(str(outline), tmp_path)
    assert place is not None
    assert not update(place, "es", tmp_path).failed
    (status,) = [status for status, _ in statuses(place, Options(), tmp_path) if status]
    assert (status.fuzzy, status.missing) == ((f"It is not your fault. {after}",), ())
