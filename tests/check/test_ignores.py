"""Rules that are silenced in place, and rules that are set in files."""

import pytest

from check.reading import checked
from hornbook.build.options import Options
from hornbook.build.run import build
from hornbook.build.workspace import find_lesson

FRONT = "title: Water on the move\nlanguage: en-US\nhandouts: []\n"
BODY = (
    FRONT
    + """slides:
  - title: Water is moving
    points:
      - The red bar is larger
      - The blue line is longer
  - title: Water is going
    points: [The green part is new]
"""
)


def written(folder, text, settings=""):
    (folder / "hornbook.yaml").write_text(settings, "utf-8") if settings else (folder / "decks").mkdir()
    path = folder / "lesson.yaml"
    path.write_text(text, "utf-8")
    return path


def found(folder, text, settings="", **options):
    return [(each.code, each.span.line) for each in checked(written(folder, text, settings), **options)]


def with_line(after, comment):
    return BODY.replace(f"{after}\n", f"{after}{comment}\n")


def test_a_comment_behind_a_line_is_about_that_line(tmp_path):
    text = with_line("red bar is larger", "  # hornbook: ignore HB535 because there is one bar")
    assert found(tmp_path, text) == [("HB535", 8), ("HB535", 10)]


def test_a_comment_above_a_slide_is_about_the_slide_to_its_end(tmp_path):
    text = with_line("slides:", "\n  # hornbook: ignore HB535 because it is spoken of as a picture")
    assert found(tmp_path, text) == [("HB535", 11)]


def test_a_comment_above_a_list_is_about_the_list(tmp_path):
    text = with_line("moving", "\n    # hornbook: ignore HB535 because it is known")
    assert found(tmp_path, text) == [("HB535", 11)]


@pytest.mark.parametrize(
    "comment",
    ["ignore HB535", "ignore HB535 because", "ignore HB101 because", "ignore all because it is late", "be quiet"],
)
def test_an_ignore_without_rule_or_reason_is_reported_and_does_not_work(tmp_path, comment):
    text = with_line("red bar is larger", f"  # hornbook: {comment}")
    assert found(tmp_path, text) == [("HB535", 7), ("HB590", 7), ("HB535", 8), ("HB535", 10)]


def test_an_ignore_that_nothing_needs_is_reported(tmp_path):
    text = with_line("Water is going", "  # hornbook: ignore HB516 because it was double")
    assert ("HB591", 9) in found(tmp_path, text)


def test_an_ignore_that_another_audience_needs_is_not_idle(tmp_path):
    text = BODY.replace("handouts: []", "handouts: []\naudiences: [pupils, parents]").replace(
        "    points: [The green part is new]",
        "    for: pupils\n    points: [The green part is new]  # hornbook: ignore HB535 because so",
    )
    path = written(tmp_path, text)
    assert "HB591" not in {each.code for each in checked(path)}
    assert "HB591" not in {each.code for each in checked(path, audiences=("parents",))}


def test_an_error_that_is_ignored_lets_the_lesson_be_built(tmp_path):
    text = FRONT + (
        "care: trafficking\ncontent_note: Calm\ncontacts: [{id: a, name: A, call: '911'}]\nslides:\n"
        "  - {title: It is her pimp, points: [It is]}"
    )
    place = find_lesson(str(written(tmp_path, text)), tmp_path)
    options = Options(only=("deck",), jobs=1)
    assert build([place], options, tmp_path).failed == (place.name,)
    place.path.write_text(text + "  # hornbook: ignore HB530 because she says so herself", "utf-8")
    result = build([place], options, tmp_path)
    assert (result.failed, len(result.outputs)) == ((), 1)


@pytest.mark.parametrize(("level", "severity"), [("note", 1), ("warning", 2), ("error", 3)])
def test_the_workspace_says_how_loud_a_rule_is_and_the_lesson_has_the_last_word(tmp_path, level, severity):
    path = written(tmp_path, BODY, f"rules: {{HB535: {level}}}\n")
    assert {each.severity for each in checked(path)} == {severity}
    path.write_text(BODY + "rules: {HB535: off}\n", "utf-8")
    assert checked(path) == ()


def test_a_number_of_a_rule_is_set_in_the_lesson(tmp_path):
    text = (
        FRONT
        + "rules: {HB511: {words: 3, level: note}}\n"
        + BODY.split(FRONT)[1].replace("red ", "").replace("blue ", "").replace("green ", "")
    )
    assert found(tmp_path, text) == [("HB511", 6), ("HB511", 10)]


@pytest.mark.parametrize(
    ("setting", "code"),
    [
        ("HB999: off", "HB592"),
        ("HB511: {word: 3}", "HB592"),
        ("HB511: loud", "HB205"),
        ("HB511: {words: few}", "HB205"),
        ("HB511: [off]", "HB205"),
    ],
)
def test_a_setting_that_is_not_understood_is_an_error_at_its_place(tmp_path, setting, code):
    text = FRONT + f"rules: {{{setting}}}\nslides: [{{title: Water is moving, points: [It rises]}}]\n"
    assert found(tmp_path, text) == [(code, 4)]


def test_a_word_list_of_the_workspace_is_turned_on_in_its_settings(tmp_path):
    lists = tmp_path / "decks" / "words"
    lists.mkdir(parents=True)
    (lists / "own.yaml").write_text("entries: [{avoid: bar, prefer: column, why: So we say, level: warn}]\n", "utf-8")
    text = BODY.replace("red ", "").replace("blue ", "").replace("green ", "")
    assert found(tmp_path, text, "words: [own]\n") == [("HB531", 7)]


def test_a_subject_without_a_word_list_is_an_error_that_names_the_nearest(tmp_path):
    text = FRONT + "care: traficking\nslides: [{title: Water is moving, points: [It rises]}]\n"
    said = [each for each in checked(written(tmp_path, text)) if each.code == "HB593"]
    assert [(each.span.line, '"trafficking"' in each.hint) for each in said] == [(4, True)]
