"""Outlines with faults: every fault is found in one run, at its place, and nothing else is said."""

from pathlib import Path

import pytest

from hornbook.lesson.reader import read_lesson

BROKEN = Path(__file__).parent / "broken"

EXPECTED = {
    "alias": [("HB115", 1, 8), ("HB114", 4, 12), ("HB114", 6, 9)],
    "answer-not-a-choice": [("HB250", 6, 60), ("HB251", 7, 59)],
    "bad-indent": [("HB111", 6, 4)],
    "chart-lengths": [("HB240", 9, 15)],
    "duplicate-key": [("HB113", 6, 5), ("HB113", 7, 1)],
    "image-outside": [("HB140", 5, 19), ("HB140", 7, 19), ("HB140", 9, 19)],
    "minutes-over": [("HB218", 3, 11)],
    "missing-image": [("HB141", 5, 19), ("HB230", 7, 12), ("HB141", 7, 19)],
    "missing-title": [("HB202", 1, 1), ("HB214", 3, 5), ("HB214", 4, 5)],
    "missing-value": [("HB135", 7, 23)],
    "tag": [("HB116", 1, 8), ("HB116", 6, 9), ("HB116", 7, 9)],
    "two-bodies": [("HB213", 6, 5)],
    "unknown-audience": [("HB216", 5, 45), ("HB216", 9, 22)],
    "unknown-citation": [("HB220", 9, 19), ("HB220", 10, 13)],
    "unknown-key": [("HB201", 3, 1), ("HB201", 7, 5)],
    "unknown-kind": [("HB212", 5, 5), ("HB212", 7, 5), ("HB212", 8, 5)],
    "wrong-type": [("HB203", 1, 8), ("HB208", 3, 11), ("HB203", 6, 13), ("HB208", 7, 14), ("HB207", 8, 13)],
    # Recipes and themes are looked for by `build`: reading keeps their places.
    "unknown-recipe": [],
    "unknown-theme": [],
}


def found(reading):
    return [(diagnostic.code, diagnostic.span.line, diagnostic.span.column) for diagnostic in reading.diagnostics]


def test_every_broken_outline_is_in_the_table():
    assert {path.stem for path in BROKEN.glob("*.yaml")} == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_a_broken_outline_gives_its_messages_and_no_lesson(name):
    reading = read_lesson(BROKEN / f"{name}.yaml", BROKEN)
    assert found(reading) == EXPECTED[name]
    assert bool(reading.lessons) == (not EXPECTED[name])


@pytest.mark.parametrize("name", EXPECTED)
def test_every_message_points_into_its_line(name):
    reading = read_lesson(BROKEN / f"{name}.yaml", BROKEN)
    for diagnostic in reading.diagnostics:
        line = diagnostic.span.file.line(diagnostic.span.line)
        assert 1 <= diagnostic.span.column <= len(line)
        assert diagnostic.span.file.path == f"{name}.yaml"


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (b"", "HB102", "empty"),
        (b"\n  \n", "HB102", "empty"),
        (b"PK\x03\x04\x14\0\x06\0", "HB103", "PowerPoint"),
        (bytes(range(256)), "HB103", "not a text file"),
        ("title: Caf\u00e9\n".encode("utf-16"), "HB104", "UTF-16"),
        ("title: Water\nslides: []\n".encode("utf-16-le"), "HB104", "UTF-16"),
    ],
)
def test_a_file_that_is_no_outline_is_named_for_what_it_is(tmp_path, data, code, words):
    path = tmp_path / "lesson.yaml"
    path.write_bytes(data)
    reading = read_lesson(path, tmp_path)
    assert found(reading) == [(code, 1, 1)]
    assert words in reading.diagnostics[0].message
    assert reading.lessons == ()


def test_a_wrong_encoding_is_reported_at_its_first_wrong_sign(tmp_path):
    path = tmp_path / "lesson.yaml"
    path.write_bytes("title: Water\nsubtitle: It\u2019s wet\n".encode("cp1252"))
    reading = read_lesson(path, tmp_path)
    assert found(reading) == [("HB104", 2, 13)]
    assert "Windows-1252" in reading.diagnostics[0].message
    assert reading.diagnostics[0].span.file.line(2) == "subtitle: It\u2019s wet"


def test_a_file_that_is_not_there_is_reported_not_raised(tmp_path):
    assert found(read_lesson(tmp_path / "lesson.yaml", tmp_path)) == [("HB101", 1, 1)]
    assert found(read_lesson(tmp_path, tmp_path)) == [("HB101", 1, 1)]


def test_an_unknown_recipe_and_theme_keep_their_places():
    recipe = read_lesson(BROKEN / "unknown-recipe.yaml", BROKEN).lessons[0].handouts[1]
    assert (recipe.recipe, recipe.span.line, recipe.span.column) == ("guided-nots", 3, 26)
    lesson = read_lesson(BROKEN / "unknown-theme.yaml", BROKEN).lessons[0]
    assert (lesson.theme, lesson.theme_span.line, lesson.theme_span.column) == ("dayligth", 3, 8)
