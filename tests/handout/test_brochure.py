"""The leaflet folded in three: its panels, its folds, and the order in which it is read."""

import pytest

from handout.lessons import text, texts
from handout.sheets import planned, sheet, with_print, written_sheet
from hornbook.lesson.model import PrintBlock
from hornbook.paginate.sheets.folded import Panels
from paginate.documents import text_boxes, written
from support.drawn import strokes_drawn
from support.structure import assert_says_its_plan, pdf_words
from support.validators import pdf_problems

PAPER = pytest.mark.parametrize("paper", ["letter", "a4", "legal"])
WIDTH = {"letter": 279.4, "a4": 297.0, "legal": 355.6}
NARROWER = 25.4 / 16


@PAPER
def test_the_file_passes_pdf_ua_and_says_its_plan(paper):
    assert pdf_problems(written_sheet("brochure", paper)) == []
    assert_says_its_plan(written_sheet("brochure", paper), sheet("brochure", paper))


@PAPER
def test_folds_of_both_sides_meet_and_the_flap_is_the_narrowest(paper):
    """Turned over the short edge, a fold at x of the outside lies at the paper's width less x of the inside."""
    folds = []
    for page in (0, 1):
        strokes = strokes_drawn(written_sheet("brochure", paper), page)
        marks = [each for each in strokes if each.upright and each.bottom - each.top < 5]
        assert len(marks) == 4
        folds.append(sorted({round((each.left + each.right) / 2, 2) for each in marks}))
    outside, inside = folds
    assert [abs(WIDTH[paper] - x - y) < 0.1 for x, y in zip(outside, reversed(inside), strict=True)] == [True, True]
    flap, back, cover = outside[0], outside[1] - outside[0], WIDTH[paper] - outside[1]
    assert abs(back - cover) < 0.1
    assert abs(back - flap - NARROWER) < 0.1


@PAPER
def test_no_words_come_near_a_fold_or_an_edge(paper):
    for number, page in enumerate(sheet("brochure", paper).pages):
        strokes = strokes_drawn(written_sheet("brochure", paper), number)
        folds = {each.left / 25.4 * 72 for each in strokes if each.upright and each.bottom - each.top < 5}
        boxes = list(text_boxes(page))
        for index, box in enumerate(boxes):
            assert not any(box.rect.overlaps(other.rect, 0.5) for other in boxes[index + 1 :])
            assert box.rect.left >= 18
            assert box.rect.right <= page.size.width - 18
            assert all(box.rect.right <= fold - 15 or box.rect.left >= fold + 15 for fold in folds)


def panel_of(page, word):
    """0, 1 or 2 from the left: where the word is."""
    box = next(box for box in text_boxes(page) if word in written(box))
    return int(box.rect.left // (page.size.width / 3))


def test_the_cover_is_at_the_right_of_the_outside_and_help_on_the_back_beside_it():
    outside, inside = sheet("brochure").pages
    assert panel_of(outside, "carry") == 2
    assert panel_of(outside, "555-0100") == 1
    assert panel_of(outside, "My notes") == 0
    assert panel_of(inside, "river is") == 0


def many(count):
    parts = tuple(
        PrintBlock(text(f"Part {number}"), texts("Water runs down the hill. " * 12)) for number in range(count)
    )
    return with_print(brochure=parts)


def test_words_for_four_panels_begin_on_the_flap_which_is_seen_first():
    pages, diagnostics = planned("brochure", lesson=many(12))
    assert diagnostics == ()
    outside, inside = pages.pages
    assert panel_of(outside, "Part 0") == 0
    panels = [panel_of(inside, f"Part {number}") for number in range(4, 12)]
    assert panels == sorted(panels)
    assert not any("My notes" in written(box) for box in text_boxes(outside))


def test_it_is_read_from_the_cover_inwards_and_the_back_last():
    words = " ".join(word for _, word in pdf_words(written_sheet("brochure")))
    order = [words.index(each) for each in ("Rivers and what", "What a river is", "Where it comes from", "555-0100")]
    assert order == sorted(order)


def test_more_words_than_six_panels_hold_are_reported_not_cut():
    _, diagnostics = planned("brochure", lesson=many(40))
    assert [each.code for each in diagnostics] == ["HB331"]


def test_words_of_its_own_come_before_those_of_the_fact_sheet():
    part = PrintBlock(text("Only here"), texts("Something else."))
    own, _ = planned("brochure", lesson=with_print(brochure=(part,)))
    other, _ = planned("brochure", lesson=with_print(brochure=()))
    assert any("Only here" in written(box) for box in text_boxes(own.pages[1]))
    assert not any("What a river" in written(box) for box in text_boxes(own.pages[1]))
    assert any("What a river" in written(box) for box in text_boxes(other.pages[1]))


def test_sources_stand_on_the_flap_where_the_words_leave_it_free():
    outside, inside = sheet("brochure").pages
    flap = Panels(outside.size).flap
    where = {written(box): box.rect for box in text_boxes(outside)}
    assert any("An Atlas of Rivers" in words and flap.contains(rect, 1) for words, rect in where.items())
    assert not any("An Atlas of Rivers" in written(box) for box in text_boxes(inside))


def test_few_words_are_set_larger_and_sources_with_them():
    part = PrintBlock(text("Rain"), texts("The river rises when it rains on snow."))
    pages, _ = planned("brochure", lesson=with_print(brochure=(part,)))
    assert round(_size(pages.pages[1], "The river rises"), 2) == 13.34
    assert round(_size(sheet("brochure").pages[0], "An Atlas of Rivers"), 2) > 10


def _size(page, words):
    (found,) = (box for box in text_boxes(page) if words in written(box))
    return found.lines[-1].fragments[-1].size
