"""A theme with a fault is answered at its place, with what to do; one fault does not hide another."""

import pytest

from hornbook.diagnostics import SourceFile
from hornbook.diagnostics.theme_codes import THEME_CODES
from hornbook.theme.reader import read_theme
from theme.daylight import changed, source

CASES = [
    # code, what is replaced, by what, the words under the caret, part of the message, part of the hint
    ("HB412", "styles:\n  title: {face", "styles:\n  title: {fase", "fase", '"fase" is not known in the style "title"', "`face`"),
    ("HB412", "    standard: true\n", "    standart: true\n", "standart", 'in the layout "Title Slide"', "`standard`"),
    ("HB412", "      subtitle: {ground", "      subtitel: {ground", "subtitel", '"subtitel" is not known', "`subtitle`"),
    ("HB412", "grid:\n", "grid:\n  colums: 12\n", "colums", "the grid", "`columns`"),
    ("HB412", "  shapes:\n    horizon: {kind", "  shapes:\n    horizon: {kin", "kin", 'the shape "horizon"', "`kind`"),
    ("HB413", "left: 56 pt", "left: 56 px", "56 px", "`left` of the grid is the text", "a length such as 24 pt"),
    ("HB413", "anchor: bottom}", "anchor: botom}", "botom", "is no anchor of the box", "`bottom`"),
    ("HB413", "bold: true", "bold: yes", "yes", "`bold` of the style", "true or false"),
    ("HB413", "kind: rect", "kind: square", "square", "is no kind of", "rect"),
    ("HB413", "slide: 960 x 540 pt", "slide: wide", "wide", "`slide` of the theme", "960 x 540 pt"),
    ("HB413", "line_spacing: 0.95", "line_spacing: tight", "tight", "`line_spacing`", "a number"),
    ("HB413", "fill: voice, path: M 1 0 C 0.4477 0 0", "fill: voice, path: M 1 0 C 0.4477 0", "M 1 0", "`path`", "a path such as M 0 0"),
    ("HB413", "fill: voice, path: M 1 0 C", "fill: voice, path: 1 0 C", "1 0 C", "`path`", "a path such as M 0 0"),
    ("HB413", "layouts:\n", "layouts:\n  Poster: large\n", "large", "`Poster` of the layouts", "a group of fields"),
    ("HB403", "across: columns 9-11", "across: columns 9-14", "columns 9-14", "is no place", "columns 1-6"),
    ("HB403", "down: foot", "down: feet", "feet", '"feet" is no place', "foot"),
    ("HB403", "across: 56 to 112 pt", "across: 112 to 56 pt", "112 to 56 pt", "is no place", "56 to 300 pt"),
    ("HB404", 'ink: "#14213D"', 'ink: "#14213"', '"#14213"', '"#14213" is not a colour', "six hexadecimal digits"),
    ("HB404", "fill: light", "fill: lite", "lite", "is not a colour of the palette", "`light`"),
    ("HB404", "{ink: paper,", "{ink: papier,", "papier", "is not a colour of the palette", "`paper`"),
    ("HB405", "like: title", "like: tite", "tite", 'is like "tite"', "`title`"),
    ("HB405", "like: title", "like: display", "display", 'is like "display"', ""),
    ("HB405", "like: Quote", "like: Quot", "Quot", "is not another layout", "`Quote`"),
    ("HB405", "down: title, style: title}", "down: title, style: titel}", "titel", '"titel" is not a style', "`title`"),
    ("HB406", '  mist: "#E1EFEC"', '  # mist: "#E1EFEC"', "ink", 'The palette has no "mist"', '`mist: "#RRGGBB"`'),
    ("HB404", "title: Daylight", "paper_palette: {ink: black}\ntitle: Daylight", "black", '"black" is not a colour', "six"),
    ("HB415", "body: Arial, print", "body: Futura, print", "Futura", 'widths of "Futura" are not known', "Arial"),
    ("HB413", "mark:\n  sun:", "mark: sun\nmarks:\n  sun:", "sun", "is the text", "a group of fields"),
    ("HB406", "  cue: ", "  cues: ", "print", 'no "cue"', "`cue:`"),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]} {case[3]}")
def test_a_fault_is_named_at_its_place(case):
    code, old, new, words, message, hint = case
    file, diagnostics = changed(old, new)
    found = next((one for one in diagnostics if one.code == code and message in one.message), None)
    assert found, [one.message for one in diagnostics]
    assert hint in found.hint
    assert found.span
    assert file.line(found.span.line)[found.span.column - 1 :].startswith(words)


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ("line_spacing: 0.95", "line_spacing: nan", "a number"),
        ("line_spacing: 0.95", "line_spacing: 1e999", "a number"),
        ("grid:\n", "grid:\n  columns: inf\n", "a number"),
        ("slide: 960 x 540 pt", "slide: 960000 x 540 pt", "each from 144 to 4032 pt"),
    ],
)
def test_a_number_that_is_none_or_far_too_large_is_named(old, new, hint):
    _, diagnostics = changed(old, new)
    assert [one.code for one in diagnostics if hint in one.hint] == ["HB413"]


def test_a_box_over_another_is_named_with_its_layout():
    file, diagnostics = changed("picture: {across: columns 8-12}", "picture: {across: columns 7-12}")
    (first, *_) = diagnostics
    assert (first.code, first.message) == (
        "HB407",
        'The boxes "body" and "picture" overlap in "Content with Picture Large".',
    )
    assert "columns 1-7" in file.line(first.span.line) or "columns 7-12" in file.line(first.span.line)


def test_a_box_off_the_margins_is_named():
    _, diagnostics = changed("down: source, style", "down: 530 to 545 pt, style")
    assert {one.code for one in diagnostics} == {"HB408"}
    assert 'The box "source" leaves the margins' in diagnostics[0].message


def test_type_under_the_floor_is_named_with_the_floor():
    _, diagnostics = changed("furniture: {face: body, size: 12 pt", "furniture: {face: body, size: 11 pt")
    assert {one.code for one in diagnostics} == {"HB409"}
    assert all("smaller than 12 pt" in one.message for one in diagnostics)


def test_faint_words_are_named_with_what_is_really_behind_them():
    _, diagnostics = changed("voice: cream, extra: mist", "voice: light, extra: mist")
    heading = next(one for one in diagnostics if '"heading1"' in one.message)
    assert heading.code == "HB410"
    assert "in light on voice have a contrast of 4.4:1, not 4.5:1" in heading.message


def test_words_half_on_a_round_shape_are_judged_on_it():
    _, diagnostics = changed("number: {ground: sun}", "number: {}")
    (faint,) = [one for one in diagnostics if '"number"' in one.message and "mist on cream" in one.message]
    assert "Statement" in faint.message


def test_a_theme_without_a_layout_that_lessons_need_is_refused():
    text = source().text
    start, end = text.index("  Table:\n"), text.index("  Chart:\n")
    theme, diagnostics = read_theme(SourceFile("t.yaml", text[:start] + text[end:]))
    assert theme is None
    assert [(one.code, one.message) for one in diagnostics] == [("HB411", 'The theme has no layout "Table".')]


def test_a_layout_without_a_box_that_composing_fills_is_refused():
    _, diagnostics = changed("      caption: {across: content, down: 130", "      quote: {across: content, down: 130")
    assert ("HB411", 'The layout "Table" has no box "caption".') in [(one.code, one.message) for one in diagnostics]


def test_all_faults_of_a_file_are_told_in_one_run():
    text = source().text.replace("fill: light", "fill: lite", 1).replace("left: 56 pt", "left: 56 px", 1)
    _, diagnostics = read_theme(SourceFile("t.yaml", text))
    assert {"HB413", "HB404"} <= {one.code for one in diagnostics}


def test_a_fault_that_many_layouts_share_is_told_once():
    _, diagnostics = changed("down: foot, style: foot, align: right", "down: feet, style: foot, align: right")
    assert len([one for one in diagnostics if one.code == "HB403"]) == 1


@pytest.mark.parametrize("text", ["", "just words\n", "- a\n- b\n", "title: T\n", "palette: [a]\nfaces: b\n"])
def test_a_file_that_is_no_theme_gives_a_message(text):
    theme, diagnostics = read_theme(SourceFile("t.yaml", text))
    assert theme is None
    assert diagnostics


def test_every_code_of_themes_has_a_case():
    elsewhere = {"HB401", "HB402", "HB414", "HB407", "HB408", "HB409", "HB410", "HB411"}
    assert {case[0] for case in CASES} | elsewhere == set(THEME_CODES)
