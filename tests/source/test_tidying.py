"""A file is mended line by line: what is between the lines and behind them stays."""

import pytest

from hornbook.diagnostics import Edit
from hornbook.source.files import decode
from hornbook.source.outline import read_outline
from hornbook.source.tidying import changed_lines, tidied
from source.test_traps import MENDED


def mended(text):
    for _ in range(9):
        file, _ = decode(text.encode(), "lesson.yaml")
        _, found = read_outline(file)
        text = tidied(text, [each.fix for each in found if each.fix])
    return text


@pytest.mark.parametrize(("line", "_code", "_column", "wanted"), MENDED)
def test_a_line_is_written_as_its_message_says(line, _code, _column, wanted):
    after = "\nmore: x\n" if line.startswith("title") else "\n"
    assert mended(line + after) == wanted + after
    assert mended(wanted + after) == wanted + after


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_stay_as_they_are(end):
    assert mended(f"title: A: b{end}# c  {end}more: x") == f'title: "A: b"{end}# c{end}more: x'


def test_the_mark_at_the_start_stays():
    assert mended("\ufefftitle: A: b\n") == '\ufefftitle: "A: b"\n'


def test_spaces_at_the_ends_of_lines_go_but_where_two_of_them_break_a_line():
    assert mended("title: A  \n\t\nnotes: |  \n  One  \n  two \n   \n") == "title: A\n\nnotes: |\n  One  \n  two\n\n"


def test_signs_that_nobody_sees_go():
    assert mended("title: Wa\ufeffter\u0007\n") == "title: Water\n"


def test_tabs_before_a_text_become_spaces():
    assert (
        mended("slides:\n\t- title: A\n\t  points:\n\t\t- One\n") == "slides:\n  - title: A\n    points:\n    - One\n"
    )


def test_edits_that_overlap_wait_for_another_round():
    assert tidied("abc\n", [Edit(1, 0, 3, "xyz"), Edit(1, 1, 2, "?")]) == "xyz\n"
    assert tidied("abc\n", [Edit(1, 0, 1, "x"), Edit(1, 2, 3, "z")]) == "xbz\n"


def test_lines_that_changed_are_counted_from_one():
    assert changed_lines("a\r\nb\u2028\r\nc", "a\r\nB\r\nc") == (2,)
