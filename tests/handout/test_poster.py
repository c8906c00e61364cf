"""The poster with strips to tear off, on every paper that it is made for."""

from itertools import pairwise

import pytest
from msgspec.structs import replace

from handout.lessons import text, texts
from handout.sheets import RIVERS, planned, sheet, with_print, written_sheet
from hornbook.lesson.model import Poster
from hornbook.plan.page import GroupBox, TextBox
from hornbook.units import PAPERS
from paginate.documents import flat, text_boxes
from support.drawn import strokes_drawn, words_drawn
from support.structure import assert_says_its_plan, pdf_words
from support.validators import pdf_problems

EVERY_PAPER = pytest.mark.parametrize("paper", tuple(PAPERS))
NUMBER = "1-800-555-0100"
INCH = 25.4


@EVERY_PAPER
def test_the_file_passes_pdf_ua_and_says_its_plan(paper):
    assert pdf_problems(written_sheet("tear-off-poster", paper)) == []
    assert_says_its_plan(written_sheet("tear-off-poster", paper), sheet("tear-off-poster", paper))


@EVERY_PAPER
def test_strips_are_equal_and_only_the_first_is_read(paper):
    (page,) = sheet("tear-off-poster", paper).pages
    strips = [box for box in page.boxes if isinstance(box, GroupBox)]
    assert len(strips) >= 8
    assert len({(strip.rect.width, strip.rect.height, strip.rotation) for strip in strips}) == 1
    read = [
        any(tag.element >= 0 for box in flat(strip.boxes) if isinstance(box, TextBox) for tag in box.tags)
        for strip in strips
    ]
    assert read == [True] + [False] * (len(strips) - 1)
    words = [word for _, word in pdf_words(written_sheet("tear-off-poster", paper))]
    assert words.count(NUMBER) == 2  # on the poster, and on a strip


@EVERY_PAPER
def test_a_strip_is_read_at_arms_length(paper):
    (page,) = sheet("tear-off-poster", paper).pages
    first = next(box for box in page.boxes if isinstance(box, GroupBox))
    words = [
        part for box in flat(first.boxes) if isinstance(box, TextBox) for line in box.lines for part in line.fragments
    ]
    assert max(part.size for part in words) >= 14
    assert min(part.size for part in words) >= 8.5


@EVERY_PAPER
def test_the_number_of_each_strip_stands_between_its_cuts_and_runs_down(paper):
    data, height = written_sheet("tear-off-poster", paper), PAPERS[paper].height / 72 * INCH
    strokes = [each for each in strokes_drawn(data, 0) if each.upright and each.bottom > height - 7]
    cuts = sorted((each.left + each.right) / 2 for each in strokes)
    edges = [0.25 * INCH, *cuts, PAPERS[paper].width / 72 * INCH - 0.25 * INCH]
    top = min(each.top for each in strokes)
    numbers = sorted(each.left for each in words_drawn(data, 0) if each.text == NUMBER and each.baseline > top)
    assert len(numbers) == len(edges) - 1
    for number, (left, right) in zip(numbers, pairwise(edges), strict=True):
        assert left + 3 < number < right - 3
    widths = [right - left for left, right in pairwise(edges)]
    assert max(widths) - min(widths) < 0.1
    assert min(widths) >= 19


@EVERY_PAPER
def test_type_grows_with_the_paper_and_the_headline_is_the_largest(paper):
    def largest(name):
        boxes = list(text_boxes(sheet("tear-off-poster", name).pages[0]))
        return max(boxes, key=lambda box: box.paragraphs[0].style.size)

    box = largest(paper)
    assert "rising" in box.paragraphs[0].plain or box.paragraphs[0].plain == NUMBER
    if paper == "24x36":
        assert box.paragraphs[0].style.size > 2 * largest("letter").paragraphs[0].style.size


@EVERY_PAPER
def test_nothing_overlaps_or_comes_nearer_to_an_edge_than_a_printer_reaches(paper):
    (page,) = sheet("tear-off-poster", paper).pages
    boxes = list(text_boxes(page))
    for index, box in enumerate(boxes):
        assert not any(box.rect.overlaps(other.rect, 0.5) for other in boxes[index + 1 :])
        assert box.rect.left >= 18
        assert box.rect.right <= page.size.width - 18
    for strip in (box for box in page.boxes if isinstance(box, GroupBox)):
        across, down = strip.rect.left + strip.rect.width / 2, strip.rect.top + strip.rect.height / 2
        assert across - strip.rect.height / 2 >= 18
        assert across + strip.rect.height / 2 <= page.size.width - 18
        assert down + strip.rect.width / 2 <= page.size.height - 18
        assert not any(box.rect.bottom > down - strip.rect.width / 2 + 0.5 for box in boxes)


def test_a_lesson_without_words_for_it_gets_the_numbers_under_a_plain_headline():
    pages, diagnostics = planned("tear-off-poster", lesson=with_print(poster=None))
    assert diagnostics == ()
    assert any(box.paragraphs[0].plain.startswith("Where to\u00a0get") for box in text_boxes(pages.pages[0]))


def test_a_lesson_without_contacts_gets_none():
    _, diagnostics = planned("tear-off-poster", lesson=replace(RIVERS, contacts=()))
    assert [each.code for each in diagnostics] == ["HB429"]


def test_a_headline_too_long_for_the_paper_is_reported_not_cut():
    poster = Poster(text("Water is rising everywhere " * 60), texts("Call."))
    _, diagnostics = planned("tear-off-poster", lesson=with_print(poster=poster))
    assert [each.code for each in diagnostics] == ["HB331"]
