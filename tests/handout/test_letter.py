"""The letter that goes home."""

from dataclasses import replace

import pytest

from handout.sheets import NOTHING, RIVERS, planned, sheet, written_sheet
from paginate.documents import words_on
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


def test_a_lesson_without_a_letter_is_told_so():
    _, diagnostics = planned("family-letter", lesson=replace(RIVERS, print=NOTHING))
    assert [each.code for each in diagnostics] == ["HB429"]
