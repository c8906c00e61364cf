"""Whole sheets of slides."""

import pytest

from handout.sheets import deck, sheet, written_sheet
from hornbook.paginate.sheet import Sheet
from hornbook.plan.page import GroupBox, ShapeBox
from paginate.documents import text_boxes
from support.structure import assert_says_its_plan
from support.validators import pdf_problems

COUNTS = {"slides-1up": 1, "slides-2up": 2, "slides-4up": 4, "slides-6up": 6, "slides-9up": 9}
EACH = pytest.mark.parametrize("name", tuple(COUNTS))
PAPER = pytest.mark.parametrize("paper", ["letter", "a4", "legal"])


def pictures(page):
    return [box for box in page.boxes if isinstance(box, GroupBox)]


@PAPER
@EACH
def test_the_file_passes_pdf_ua_and_says_its_plan(name, paper):
    assert pdf_problems(written_sheet(name, paper)) == []
    assert_says_its_plan(written_sheet(name, paper), sheet(name, paper))


@PAPER
@EACH
def test_nothing_overlaps_or_leaves_the_margins(name, paper):
    for page in sheet(name, paper).pages:
        safe = Sheet(page.size).safe
        drawn = [*pictures(page), *text_boxes(page)]
        assert all(safe.contains(box.rect, 0.6) for box in page.boxes)
        for index, box in enumerate(drawn):
            assert not any(box.rect.overlaps(other.rect, 0.5) for other in drawn[index + 1 :])


@EACH
def test_every_page_but_the_last_is_full(name):
    counts = [len(pictures(page)) for page in sheet(name).pages]
    assert counts[:-1] == [COUNTS[name]] * (len(counts) - 1)
    assert sum(counts) == len([slide for slide in deck().slides if not slide.hidden])


@EACH
def test_each_slide_has_a_bookmark_under_that_of_the_lesson(name):
    first, *others = sheet(name).bookmarks
    shown = [slide for slide in deck().slides if not slide.hidden]
    assert first.level == 0
    assert [(mark.level, mark.title) for mark in others] == [
        (1, f"{slide.number} {slide.title}".rstrip()) for slide in shown
    ]
    assert [mark.page for mark in others] == [index // COUNTS[name] for index in range(len(shown))]


@EACH
def test_slides_stand_at_the_same_places_on_every_page(name):
    first, *others = sheet(name).pages
    places = [box.rect for box in pictures(first)]
    for page in others:
        assert [box.rect for box in pictures(page)] == places[: len(pictures(page))]


def test_the_paper_lies_on_its_side_where_that_makes_slides_larger():
    lying = {name: sheet(name).pages[0].size.width > sheet(name).pages[0].size.height for name in COUNTS}
    assert lying["slides-1up"]
    assert lying["slides-4up"]
    assert not lying["slides-2up"]


def test_fewer_slides_on_a_page_are_larger():
    widths = [pictures(sheet(name).pages[0])[0].rect.width for name in COUNTS]
    assert widths == sorted(widths, reverse=True)


def test_a_slide_is_one_figure_with_its_words():
    found = sheet("slides-6up")
    figures = [element for element in found.elements if element.role == "Figure"]
    assert "Rivers begin small" in " ".join(figure.alt for figure in figures)
    assert all(box.one_mark for page in found.pages for box in pictures(page))


def test_six_slides_have_two_lines_each_that_no_slide_touches():
    for paper in ("letter", "a4"):
        page = sheet("slides-6up", paper).pages[0]
        lines = [box for box in page.boxes if isinstance(box, ShapeBox) and box.kind == "line"]
        for slide in pictures(page):
            below = [
                each for each in lines if each.rect.left == slide.rect.left and each.rect.width == slide.rect.width
            ]
            under = [each for each in below if 0 < each.rect.top - slide.rect.bottom < 72]
            assert len(under) == 2
            assert not any(other.rect.overlaps(each.rect, -0.5) for each in under for other in pictures(page))
