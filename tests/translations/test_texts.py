"""Which texts a translator gets, and that a translation comes into every place of the lesson."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import Struct
from msgspec.structs import replace

from hornbook.build.workspace import built_in
from hornbook.diagnostics import Span
from hornbook.lesson import keys
from hornbook.lesson.model import Lesson, Source
from hornbook.lesson.reader import read_lesson
from hornbook.lesson.translatable import UNTRANSLATED
from hornbook.source.nodes import ScalarNode
from hornbook.translations.collecting import Collecting, advice
from support.shipped import LESSONS
from translations.lessons import OUTLINE, write_lesson


def collected(path: Path) -> Collecting:
    collecting = Collecting()
    assert not read_lesson(path, path.parents[2], translate=collecting).has_errors
    return collecting


def test_each_text_is_there_once_with_all_its_places(tmp_path: Path):
    texts = collected(write_lesson(tmp_path)).texts
    assert texts["coercion"].kinds == ["word to know"]
    assert [line for _, line in texts["coercion"].places] == [7, 34]
    assert "March" in texts
    assert len(texts["Telling"].places) == 1


def test_notes_are_handed_over_paragraph_by_paragraph_without_their_cues(tmp_path: Path):
    texts = collected(write_lesson(tmp_path)).texts
    assert texts["Nobody has to speak today."].kinds == ["speaker notes, say"]
    assert texts["Which word is new?"].kinds == ["speaker notes, ask"]
    assert {"Wait a moment", "Count to ten"} <= set(texts)


def test_numbers_names_and_answers_that_are_no_words_are_left_out(tmp_path: Path):
    texts = set(collected(write_lesson(tmp_path)).texts)
    assert not texts & {"2022", "2023", "false", "<<school_contact>>", "tvpa", "Trafficking Victims Protection Act"}


def test_a_translator_is_told_what_to_keep():
    assert advice("It means ==force== [@tvpa]", ["point"]) == [
        "Point.",
        "Each ==key word== stays marked: it is a blank in guided notes.",
        "[@citations] stay as they are: they become numbers.",
    ]


def test_the_walk_knows_every_field_of_a_lesson():
    assert {
        "language", "audiences", "duration", "authors", "license", "theme", "care", "standards", "sources", "handouts",
        "values", "reviewed", "opening", "closing", "rules",
    } == UNTRANSLATED  # fmt: skip
    assert set(keys.LESSON) > UNTRANSLATED


def shouting(node: ScalarNode, kind: str) -> ScalarNode:
    """A translation that can be told from any original."""
    del kind
    return replace(node, text=f"¡{node.text.lstrip()}")


@pytest.mark.parametrize("name", LESSONS)
def test_every_text_of_a_shipped_lesson_comes_out_translated(name: str):
    path = built_in() / "decks" / name / "lesson.yaml"
    reading = read_lesson(path, built_in(), translate=shouting)
    assert not reading.has_errors, reading.diagnostics[0]
    for lesson in reading.lessons:
        left = [words for words in spoken(lesson) if LETTERS.search(words) and "¡" not in words]
        assert not left, left[:5]


LETTERS = re.compile(r"(?!true$|false$)^.*[A-Za-z]{3}")
"""A bare true or false is said in fixed words."""
KEPT = {"name", "audience", "language", "authors", "license", "theme", "care", "standards", "sources", "handouts",
        "opening", "closing", "values", "rules", "id", "region", "call", "text_to", "chat", "tty", "url", "path", "kind",
        "layout", "icon", "reviewed_on", "reviewed_by", "checked_by", "checked_on", "seen_on", "source", "notes_of",
        "type", "cue", "link", "cite", "script", "written", "room"}  # fmt: skip
"""Fields that hold no words of the lesson's own."""


def spoken(part: object, owner: str = "") -> Iterator[str]:
    """The words that a person reads, in a lesson."""
    from hornbook.lesson.model import Contact
    from hornbook.source.runs import Text

    match part:
        case Span() | Source() | Path():
            return
        case Text():
            yield part.plain
        case Contact():
            yield from (text.plain for text in (part.what, part.hours) if text)
        case str():
            yield part
        case tuple():
            for each in part:
                yield from spoken(each, owner)
        case Struct():
            for name in part.__struct_fields__:
                if name not in KEPT:
                    yield from spoken(getattr(part, name), name)
        case _:
            return


def test_answers_terms_and_highlights_still_fit_together_in_a_translation(tmp_path: Path):
    path = write_lesson(tmp_path)
    reading = read_lesson(path, tmp_path, translate=shouting)
    assert not reading.has_errors, reading.diagnostics
    lesson = reading.lessons[0]
    assert isinstance(lesson, Lesson)
    assert lesson.vocabulary[0].word.plain == "¡coercion"
    quiz = lesson.slides[2].body
    assert [choice.text.plain for choice in quiz.questions[0].choices if choice.right] == ["¡Telling"]  # type: ignore[union-attr]
    assert lesson.slides[1].body.highlight == ("¡March",)  # type: ignore[union-attr]


def test_a_contact_has_its_text_for_the_language(tmp_path: Path):
    path = write_lesson(tmp_path)
    for language, words in (("es-US", "Alguien con quien hablar"), ("", "Someone to talk to")):
        what = read_lesson(path, tmp_path, language=language).lessons[0].contacts[0].what
        assert what is not None
        assert what.plain == words


def test_a_contact_without_the_language_counts_as_not_translated(tmp_path: Path):
    path = write_lesson(tmp_path, OUTLINE)
    collecting = Collecting()
    read_lesson(path, tmp_path, language="fr", translate=collecting)
    assert "Someone to talk to" in collecting.texts
    collecting = Collecting()
    read_lesson(path, tmp_path, language="es", translate=collecting)
    assert "Someone to talk to" not in collecting.texts
