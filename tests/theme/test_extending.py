"""A theme that extends another says what is different; what is wrong because of that is told in its own file."""

import re

import pytest

from hornbook.diagnostics import SourceFile
from hornbook.theme.reader import read_theme, read_theme_of
from theme.daylight import FILE, daylight, source

BASE = "extends: daylight\n"


def find(name):
    return source() if name == "daylight" else None


def read(text, name="evening"):
    return read_theme(SourceFile(f"{name}.yaml", text), find)


def test_what_is_not_said_is_as_in_the_other():
    theme, found = read(BASE + "title: Evening\n")
    assert theme
    assert not found
    assert (theme.name, theme.title) == ("evening", "Evening")
    assert dict(theme.layouts) == dict(daylight().layouts)
    assert theme.palette == daylight().palette


def test_what_is_said_is_laid_over_the_other():
    theme, _ = read(
        BASE
        + 'palette: {voice: "#3A1D5C"}\nlayouts: {Statement: {boxes: {title: {size: 56 pt}}, shapes: {glow: none}}}\n'
    )
    assert theme
    assert theme.colour("voice") == "#3A1D5C"
    assert theme.layouts["Statement"]["title"].levels[0].size == 56
    assert "glow" not in {shape.name for shape in theme.layouts["Statement"].shapes}
    assert list(theme.layouts) == list(daylight().layouts)


def test_a_layout_made_anew_takes_nothing_over():
    theme, _ = read(BASE + "layouts:\n  Statement:\n    anew: true\n    boxes: {title: {down: body}}\n")
    assert theme
    names = [name for name in theme.layouts if name.startswith("Statement")]
    assert "Statement Large" not in names
    assert {shape.name for shape in theme.layouts["Statement"].shapes} == {"sun", "horizon"}


@pytest.mark.parametrize(
    ("text", "code", "words", "message"),
    [
        ("extends: dalight\n", "HB401", "dalight", 'no theme "dalight" to extend'),
        ("extends: evening\n", "HB401", "evening", 'no theme "evening"'),
        (BASE + 'palette: {extra: "#8899AA"}\n', "HB410", "extra", "in extra on paper have a contrast"),
        (BASE + "grid: {bottom: 60 pt}\n", "HB408", "extends", "leaves the margins"),
        (BASE + 'paper_palette: {ink: "#888888"}\n', "HB410", '"#888888"', "print ink on paper"),
        (BASE + "layouts: {Steps: {counts: {4: none}}}\n", "HB411", "layouts", 'no layout "Steps 4"'),
    ],
)
def test_a_fault_is_told_in_the_file_that_was_asked_for(text, code, words, message):
    file = SourceFile("evening.yaml", text)
    theme, found = read_theme(file, find)
    assert theme is None
    match = next(one for one in found if one.code == code and message in one.message)
    assert match.span
    assert match.span.file.path == "evening.yaml"
    assert file.line(match.span.line)[match.span.column - 1 :].startswith(words)


def test_a_faint_colour_is_told_once_for_each_ground_and_not_for_each_box():
    _, found = read(BASE + 'palette: {extra: "#99A0AA"}\n')
    grounds = [one.message.partition(" have ")[0].rpartition(" on ")[2] for one in found if "words of" in one.message]
    assert sorted(grounds) == ["mist", "paper"]


def test_two_themes_that_extend_each_other_are_told():
    files = {"one": SourceFile("one.yaml", "extends: two\n"), "two": SourceFile("two.yaml", "extends: one\n")}
    theme, found = read_theme(files["one"], files.get)
    assert theme is None
    assert [one.code for one in found] == ["HB414"]


def test_a_theme_as_it_was_tested_makes_a_layout_when_it_is_asked_for():
    theme, found = read_theme_of([source()])
    assert theme
    assert not found
    assert theme.family("Steps", 4) == daylight().family("Steps", 4)
    assert theme.layouts == daylight().layouts


def test_a_theme_that_was_changed_is_looked_over():
    changed = source().text.replace('extra: "#3A465B"', 'extra: "#AAAAAA"', 1)
    theme, found = read_theme_of([SourceFile("daylight.yaml", changed)])
    assert theme is None
    assert {one.code for one in found} == {"HB410"}


def test_the_theme_of_the_page_about_themes_is_one():
    page = (FILE.parent / "README.md").read_text(encoding="utf-8")
    theme, found = read(re.findall(r"^```yaml\n(.*?)^```", page, re.MULTILINE | re.DOTALL)[0])
    assert [one.message for one in found] == []
    assert theme
    assert theme.title == "Evening"
