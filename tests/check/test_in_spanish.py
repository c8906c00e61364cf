"""Rules that know Spanish words: each has an outline in Spanish that it finds something in, and one that it leaves alone."""

import pytest

from check.reading import FILES, checked, lines, said
from hornbook.check.rules import RULES
from hornbook.diagnostics import Severity

SPANISH = FILES / "es"
CODES = sorted(path.stem for path in SPANISH.glob("HB???.yaml"))
WORDS = {"HB530", "HB531", "HB532"}
LISTED = ("We rescue victims of an epidemic prior to it", "Rescatamos víctimas de una epidemia previamente a esto")


def marked(path):
    return [number for number, line in enumerate(path.read_text("utf-8").split("\n"), 1) if line.endswith("# here")]


def test_each_of_them_has_both_outlines_and_is_a_rule():
    assert sorted(path.stem.removesuffix("-fine") for path in SPANISH.glob("HB???-fine.yaml")) == CODES
    assert set(CODES) <= {rule.code for rule in RULES}
    assert set(CODES) >= WORDS


@pytest.mark.parametrize("code", CODES)
def test_a_rule_finds_in_spanish_what_is_marked_and_nothing_else(code):
    path = SPANISH / f"{code}.yaml"
    assert marked(path)
    assert lines(said(path, code)) == marked(path)


@pytest.mark.parametrize("code", CODES)
def test_a_rule_leaves_alone_what_is_fine_in_spanish(code):
    found = checked(SPANISH / f"{code}-fine.yaml")
    assert [each.message for each in found if each.code == code] == []
    assert [each.message for each in found if each.severity is Severity.ERROR] == []


@pytest.mark.parametrize(("language", "at"), [("en-US", 8), ("es", 9), ("es-MX", 9), ("fr", 0), ("pt-BR", 0)])
def test_a_list_speaks_in_lessons_of_its_own_language_alone(tmp_path, language, at):
    path = tmp_path / "lesson.yaml"
    points = "".join(f"      - {text}\n" for text in LISTED)
    head = f"title: Ask\nlanguage: {language}\nhandouts: []\ncare: trafficking\nslides:\n  - title: Ask\n    points:\n"
    path.write_text(head + points, "utf-8")
    found = [each for each in checked(path) if each.code in WORDS]
    assert [each.span.line for each in found] == [at] * len(found)
    assert {each.code for each in found} == (WORDS if at else set())


@pytest.mark.parametrize("inside", ["", "language: es\n"])
def test_a_list_of_the_workspace_may_have_one_beside_it_for_another_language(tmp_path, inside):
    words = tmp_path / "decks" / "words"
    words.mkdir(parents=True)
    (words / "own.es.yaml").write_text(f"{inside}entries: [{{avoid: alumno, prefer: estudiante}}]\n", "utf-8")
    (tmp_path / "hornbook.yaml").write_text("words: [own]\n", "utf-8")
    path = tmp_path / "lesson.yaml"
    head = "title: Agua\nlanguage: es\nhandouts: []\nslides:\n"
    path.write_text(f"{head}  - {{title: Agua, points: [Las alumnas leen, El alumnado lee]}}\n", "utf-8")
    assert [each.message for each in said(path, "HB531")] == ['"alumnas": is this the right word?']
