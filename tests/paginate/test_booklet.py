"""Booklets: folded and laid into each other the pages follow each other, in the hand and in the structure tree."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from handout.sheets import RIVERS, deck, recipe_named
from hornbook.handout.document import make_document
from hornbook.lesson.variants import Variant
from hornbook.paginate.booklet import half, sides
from hornbook.paginate.pages import paginate
from hornbook.plan.page import GroupBox
from hornbook.render.pdf import render_pdf
from hornbook.units import PAPERS, Size
from paginate.documents import LETTER, document, theme, words
from support.structure import assert_says_its_plan, pdf_words, plan_words
from support.validators import pdf_problems

MILLIMETRE = 72 / 25.4
LONG = tuple(
    words(f"Page of water number {number}. " + "It runs from the spring to the sea. " * 40) for number in range(20)
)


def booklet(*blocks, paper=LETTER, **changes):
    pages, diagnostics = paginate(document(*blocks, **changes), paper, theme(), None, Variant(booklet=True))
    assert diagnostics == ()
    return pages


def folded(count):
    """The pages as they follow each other in the hand: each sheet is folded, and the next one lies inside it."""
    printed = sides(count)
    leaves = [
        (front.right, back.left, back.right, front.left)
        for front, back in zip(printed[::2], printed[1::2], strict=True)
    ]
    outside = [page for first, second, _, _ in leaves for page in (first, second)]
    return outside + [page for _, _, third, last in reversed(leaves) for page in (third, last)]


@given(st.integers(1, 200))
def test_folded_sheets_hold_the_pages_in_order_and_then_empty_ones(count):
    pages = folded(count)
    assert pages[:count] == list(range(count))
    assert set(pages[count:]) <= {-1}
    assert len(pages) % 4 == 0
    assert len(pages) < count + 4


@pytest.mark.parametrize(("paper", "page"), [("letter", Size(396, 612)), ("tabloid", Size(612, 792))])
def test_a_page_is_half_a_sheet_that_lies_on_its_side(paper, page):
    assert half(PAPERS[paper]) == page
    sheet = booklet(words("Water"), paper=PAPERS[paper]).pages[0].size
    assert sheet == Size(2 * page.width, page.height)


def test_a_booklet_is_turned_over_its_short_edge():
    assert booklet(words("Water")).duplex == "DuplexFlipShortEdge"


def test_inner_sheets_stand_a_tenth_of_a_millimetre_nearer_to_the_fold_for_each_around_them():
    pages = booklet(*LONG).pages
    places = [[box.rect.left for box in page.boxes if isinstance(box, GroupBox)] for page in pages]
    for index, both in enumerate(places):
        creep = 0.1 * MILLIMETRE * (index // 2)
        for left in both:
            assert left == pytest.approx(creep) or left == pytest.approx(396 - creep)


def test_words_that_go_on_to_another_page_are_read_as_one_paragraph():
    pages = booklet(*LONG)
    assert len(pages.pages) > 4
    data = render_pdf(pages)
    assert pdf_words(data) == plan_words(pages)
    said = [word for _, word in pdf_words(data)]
    numbers = [int(word.rstrip(".")) for before, word in pairwise(said) if before == "number"]
    assert numbers == list(range(20))


@pytest.mark.parametrize("name", ["guided-notes", "worksheet", "facilitator-guide", "fact-sheet", "slides-3up"])
def test_a_booklet_passes_pdf_ua_and_says_its_plan(name):
    made, _ = make_document(RIVERS, recipe_named(name), deck())
    pages, diagnostics = paginate(made, LETTER, theme(), deck(), Variant(booklet=True))
    assert diagnostics == ()
    data = render_pdf(pages)
    assert pdf_problems(data) == []
    assert_says_its_plan(data, pages)


def test_a_language_that_runs_from_right_to_left_is_folded_at_the_right():
    arabic = replace(document(*LONG), language="ar")
    cover = paginate(arabic, LETTER, theme(), None, Variant(booklet=True))[0].pages[0]
    (group,) = (box for box in cover.boxes if isinstance(box, GroupBox) and box.reading == 0)
    assert group.rect.left == 0


def test_bookmarks_lead_to_the_side_that_a_page_is_on():
    pages = booklet(*LONG)
    assert [mark.page for mark in pages.bookmarks] == [0]
