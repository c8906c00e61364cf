"""The letter that goes home."""

import pytest
from msgspec.structs import replace

from handout.sheets import NOTHING, RIVERS, planned, sheet, with_print, written_sheet
from hornbook.paginate.sheet import Sheet
from hornbook.plan.page import ShapeBox
from paginate.documents import read_boxes, words_on, written
from support.structure import assert_says_its_plan
from support.validators import pdf_problems


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_the_file_passes_pdf_ua_and_says_its_plan(paper):
    assert pdf_problems(written_sheet("family-letter", paper)) == []
    assert_says_its_plan(written_sheet("family-letter", paper), sheet("family-letter", paper))


def test_it_says_every_paragraph_in_order_and_whom_to_call():
    said = " ".join(words_on(sheet("family-letter"))).replace("\u00a0", " ")
    order = [
        said.index(each) for each in ("Dear families,", "We will go to the river.", "Bring boots.", "1-800-555-0100")
    ]
    assert order == sorted(order)


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_the_slip_stands_at_the_foot_of_the_one_page_below_a_line_to_cut_along(paper):
    (page,) = sheet("family-letter", paper).pages
    cut = next(box for box in page.boxes if isinstance(box, ShapeBox) and box.dash)
    below = [box for box in read_boxes(page) if box.rect.top > cut.rect.top]
    assert [written(box) for box in below][:3] == ["Reply", "Please cut here and send it back", "Name of your child"]
    body = Sheet(page.size).body
    assert body.bottom - 16 < max(box.rect.bottom for box in below if box.rect.top < body.bottom) <= body.bottom


def test_the_slip_offers_the_other_task_only_where_there_is_one():
    def choices(**changes):
        pages, _ = planned("family-letter", lesson=with_print(**changes))
        said = [written(box).replace("\u00a0", " ") for box in read_boxes(pages.pages[0])]
        return [words for words in said if words.startswith("My child")]

    assert choices() == ["My child takes part.", "My child does the other task."]
    assert choices(opt_out=None) == ["My child takes part.", "My child does not take part."]


def test_a_lesson_without_a_letter_is_told_so():
    _, diagnostics = planned("family-letter", lesson=replace(RIVERS, print=NOTHING))
    assert [each.code for each in diagnostics] == ["HB429"]
