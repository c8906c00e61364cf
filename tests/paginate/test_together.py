"""Handouts of lessons by chance, in every recipe that flows: a reader finds together what belongs together."""

from functools import cache

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from compose.random_lessons import random_lesson, random_print
from handout.copies import NAMES
from handout.sheets import recipe_named
from hornbook.compose.deck import compose
from hornbook.handout.document import make_document
from hornbook.lesson.model import Lesson
from hornbook.lesson.variants import Variant
from hornbook.paginate.pages import paginate
from hornbook.plan.deck import Deck
from hornbook.plan.document import AnswerLines, ListBlock, ListItem, Words
from hornbook.units import PAPERS
from paginate.documents import document, theme
from paginate.random_blocks import RUNS, SHORT, blocks_with
from paginate.together import faults, marked
from support.counts import many

VARIANTS = {
    "normal": Variant(),
    "large print": Variant(18),
    "large print 20": Variant(20),
    "booklet": Variant(booklet=True),
}
WRONG = {"HB331", "HB332"}
"""Something is taller or wider than its page, and that was said."""
STACK = st.lists(
    st.one_of(
        RUNS.map(Words),
        st.builds(AnswerLines, st.integers(1, 4)),
        st.lists(st.builds(ListItem, SHORT, lines=st.integers(0, 3)), min_size=1, max_size=3).map(
            lambda items: ListBlock(tuple(items), "number")
        ),
    ),
    min_size=1,
    max_size=2,
).map(tuple)
"""Two of them stand side by side, and not on a page of their own: nothing could stand above them."""
BLOCK = blocks_with(STACK)
FEW = settings(max_examples=many(3, times=10), deadline=None, suppress_health_check=list(HealthCheck))
MANY = settings(max_examples=many(20), deadline=None, suppress_health_check=list(HealthCheck))
EACH_VARIANT = pytest.mark.parametrize("variant", VARIANTS)
EACH_PAPER = pytest.mark.parametrize("paper", ["letter", "a4"])


@cache
def made(number: int) -> tuple[Lesson, Deck | None]:
    lesson = replace(random_lesson(number, slides=9), print=random_print(number))
    return lesson, compose(lesson, theme())[0]


def found(document, paper, variant, deck=None):
    """What is not together; nothing on pages that were found wrong."""
    document, marks = marked(document)
    pages, diagnostics = paginate(document, PAPERS[paper], theme(), deck, VARIANTS[variant])
    return [] if WRONG & {each.code for each in diagnostics} else list(faults(pages, marks))


@EACH_VARIANT
@EACH_PAPER
@pytest.mark.parametrize("name", NAMES)
@FEW
@given(st.integers(0, 100_000))
def test_a_handout_parts_no_question_from_its_lines_no_heading_from_its_words_and_no_rows_from_their_heads(
    name, paper, variant, number
):
    lesson, deck = made(number)
    assume(deck is not None)
    written, _ = make_document(lesson, recipe_named(name), deck)
    assert found(written, paper, variant, deck) == []


@pytest.mark.parametrize(
    ("name", "paper", "variant", "number"),
    [
        ("facilitator-guide", "a4", "booklet", 697),
        ("fact-sheet", "a4", "large print 20", 1004),
        ("guided-notes", "letter", "large print 20", 1110),
    ],
    ids=["slides without notes", "a chart of many bars", "a chart of many bars in guided notes"],
)
def test_what_was_parted_once_stays_together(name, paper, variant, number):
    lesson, deck = made(number)
    written, _ = make_document(lesson, recipe_named(name), deck)
    assert found(written, paper, variant, deck) == []


@EACH_VARIANT
@MANY
@given(st.lists(BLOCK, max_size=12), st.sampled_from(sorted(PAPERS)))
def test_neither_does_any_other_document(variant, blocks, paper):
    assert found(document(*blocks), paper, variant) == []
