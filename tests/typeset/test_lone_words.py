"""The last line of a paragraph is not one short word, where that can be helped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hornbook.source.runs import Run
from hornbook.typeset.lone_words import tie_lone_words
from hornbook.typeset.paragraphs import SLACK, set_paragraphs
from hornbook.typeset.text import Line, Paragraph, ParagraphStyle

POINT = ParagraphStyle("Arial", 28, indent=26, hanging=26, bullet="square")
SAID = "Know where to call, and what to say first"


def para(*runs: Run, style: ParagraphStyle = POINT) -> Paragraph:
    return Paragraph(runs, style)


def tied(paragraph: Paragraph, width: float) -> Paragraph:
    return tie_lone_words((paragraph,), set_paragraphs((paragraph,), width))[0]


def words(line: Line) -> str:
    return "".join(part.text for part in line.fragments).strip()


def last_lines(paragraph: Paragraph, width: float) -> list[str]:
    return [words(set_paragraphs((paragraph,), width, slack=slack).lines[-1]) for slack in (SLACK, 0.0)]


def test_a_word_is_not_left_alone_on_the_last_line() -> None:
    paragraph = para(Run(SAID))
    width = next(width for width in range(300, 900) if "first" in last_lines(paragraph, width))
    assert set(last_lines(tied(paragraph, width), width)) == {"say\u00a0first"}


def test_the_number_of_a_source_is_no_word() -> None:
    paragraph = para(Run("There is seldom a sign that you can see, but there is a story."), Run("1, 2", script="super"))
    width = next(width for width in range(300, 900) if last_lines(paragraph, width) == ["story.1, 2"] * 2)
    assert set(last_lines(tied(paragraph, width), width)) == {"a\u00a0story.1, 2"}


def test_a_word_that_is_wide_for_its_column_may_stand_alone() -> None:
    paragraph = para(Run("The Senate holds a hearing about Backpage"), style=ParagraphStyle("Arial", 20))
    assert last_lines(paragraph, 160)[0] == "Backpage"
    assert tied(paragraph, 160) == paragraph


@given(
    st.lists(st.sampled_from(["a", "to", "say", "first", "what", "trafficking", "someone"]), min_size=1),
    st.integers(150, 700),
)
def test_nothing_is_longer_or_wider_for_it(found: list[str], width: int) -> None:
    paragraph = para(Run(" ".join(found)))
    for slack in (SLACK, 0.0):
        before, after = (set_paragraphs((each,), width, slack=slack) for each in (paragraph, tied(paragraph, width)))
        assert len(after.lines) <= len(before.lines)
        assert after.overwide == before.overwide


@pytest.mark.parametrize("said", ["", "One", "Two words"])
def test_few_words_stay_as_they_are(said: str) -> None:
    assert tied(para(Run(said)), 60) == para(Run(said))
