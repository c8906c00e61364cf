"""What rules say of a translation: in its own language, at its lines, and silenced there with a reason."""

from pathlib import Path

import pytest

from hornbook.build.making import check
from hornbook.build.options import Options
from hornbook.build.translating import update
from hornbook.build.workspace import LessonPlace, find_lesson
from translations.lessons import write_lesson, write_po

OUTLINE = """\
title: Safe online
language: en-US
handouts: []
care: trafficking
content_note: Nothing graphic is shown.
slides:
  - title: It takes away a choice
    points: [Ask early, Listen]
    notes: |
      Say: Nobody has to speak today.

      Ask: Which word is new?
      - Wait a moment
print:
  letter: |
    Dear families,

    We have a lesson.
"""
LONG = "Una frase muy larga que en el archivo ocupa más de una línea, y que dice al final que hay que utilizar esto."
WORDS = {
    "Safe online": "A salvo en línea",
    "Nothing graphic is shown.": "No se muestra nada gráfico.",
    "It takes away a choice": "Le quita opciones",
    "Ask early": "Pregunte pronto a los ilegales",
    "Listen": "Escuche",
    "Nobody has to speak today.": LONG,
    "Which word is new?": "¿Qué palabra es nueva?",
    "Wait a moment": "Espere; hay víctimas",
    "Dear families,": "Queridas familias:",
    "We have a lesson.": "El tráfico humano es el tema.",
}
RULES = {"HB530", "HB531", "HB532"}


def place_of(outline: Path) -> LessonPlace:
    found = find_lesson(str(outline), outline.parents[2])
    assert found is not None
    return found


def judged(outline: Path) -> list[tuple[str, str, str]]:
    """Code, name of the file, and the words that the place of each finding marks."""
    said = check((place_of(outline),), Options(language="es"), outline.parents[2])
    places = [(each.code, each.span) for each in said if each.code in RULES and each.span]
    return [
        (code, Path(span.file.path).name, span.file.line(span.line)[span.column - 1 : span.end_column - 1])
        for code, span in places
    ]


def test_a_finding_stands_at_its_words_in_the_translators_file(tmp_path: Path):
    outline = write_lesson(tmp_path, OUTLINE)
    write_po(outline, "es", WORDS)
    assert sorted(judged(outline)) == [
        ("HB530", "es.po", "hay"),
        ("HB530", "es.po", "los ilegales"),
        ("HB530", "es.po", "tráfico humano"),
        ("HB532", "es.po", "utilizar"),
    ]


def test_words_that_an_entry_does_not_have_on_one_line_are_not_looked_for_in_the_next_one(tmp_path: Path):
    outline = write_lesson(tmp_path, OUTLINE)
    path = write_po(
        outline,
        "es",
        WORDS | {"Ask early": "Pregunte", "Wait a moment": "Espere", "Which word is new?": "¿Y utilizar?"},
    )
    text = path.read_text("utf-8").replace("utilizar esto", 'uti"\n"lizar esto')
    path.write_text(text, "utf-8")
    at = [found for found in judged(outline) if found[0] == "HB532"]
    assert len(at) == 2
    assert sum(words == "utilizar" for _, _, words in at) == 1


@pytest.mark.parametrize("updated", [False, True])
def test_a_rule_is_silenced_above_an_entry_with_a_reason(tmp_path: Path, updated: bool):
    outline = write_lesson(tmp_path, OUTLINE)
    path = write_po(
        outline, "es", {**WORDS, "Ask early": "Pregunte", "Wait a moment": "Espere", "We have a lesson.": "Hay clase."}
    )
    text = path.read_text("utf-8")
    comment = "# hornbook: ignore HB532 because it is the word of the form\n"
    path.write_text(text.replace('msgid "Nobody has', f'{comment}msgid "Nobody has'), "utf-8")
    if updated:
        assert not update(place_of(outline), "es", tmp_path).failed
        assert comment in path.read_text("utf-8")
    assert judged(outline) == []
