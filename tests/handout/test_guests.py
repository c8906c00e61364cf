"""The sheet for names and the page of feedback."""

from itertools import pairwise

from msgspec.structs import replace

from handout.sheets import RIVERS, planned, sheet
from hornbook.paginate.sheet import Sheet
from hornbook.plan.page import ShapeBox
from paginate.documents import read_boxes, written


def rules(page):
    body = Sheet(page.size).body
    return [
        box
        for box in page.boxes
        if isinstance(box, ShapeBox) and box.kind == "line" and 100 < box.rect.top - body.top < body.height
    ]


def test_three_columns_of_lines_go_down_to_the_foot_of_the_sheet():
    page = sheet("sign-in-and-feedback").pages[0]
    tops = sorted({round(box.rect.top, 1) for box in rules(page)})
    assert {round(second - first) for first, second in pairwise(tops)} == {32}
    assert all(sum(round(box.rect.top, 1) == top for box in rules(page)) == 3 for top in tops)
    assert Sheet(page.size).body.bottom - tops[-1] < 40
    labels = [written(box) for box in read_boxes(page)]
    assert labels[3:6] == ["Name", "School, group or street", "Email or phone, to hear more"]


def test_feedback_asks_for_every_objective_on_a_page_of_its_own():
    first, second = sheet("sign-in-and-feedback").pages
    said = [written(box) for box in read_boxes(second)]
    assert said[0] == "Feedback"
    assert {"Say where a river\u00a0begins.", "Read a\u00a0map."} <= set(said)
    assert said.count("Not yet") == len(RIVERS.objectives)
    assert "Feedback" not in [written(box) for box in read_boxes(first)]


def test_a_lesson_without_objectives_is_asked_about_all_the_same():
    pages, diagnostics = planned("sign-in-and-feedback", lesson=replace(RIVERS, objectives=()))
    said = [written(box) for box in read_boxes(pages.pages[1])]
    assert diagnostics == ()
    assert "Now I can ..." not in said
    assert "What was missing, or hard to\u00a0follow?" in said


def test_no_question_is_lost_where_the_page_is_full():
    many = replace(RIVERS, objectives=RIVERS.objectives * 9)
    pages, diagnostics = planned("sign-in-and-feedback", lesson=many)
    said = [written(box) for page in pages.pages for box in read_boxes(page)]
    assert diagnostics == ()
    assert {"What will you take with\u00a0you?", "What was missing, or hard to\u00a0follow?"} <= set(said)


def test_both_questions_have_as_many_lines_to_write_on():
    page = sheet("sign-in-and-feedback").pages[1]
    asked = sorted(box.rect.top for box in read_boxes(page) if written(box).startswith("What "))
    tops = [box.rect.top for box in rules(page) if box.rect.top > asked[0]]
    first, second = sum(top < asked[1] for top in tops), sum(top > asked[1] for top in tops)
    assert abs(first - second) <= 1
    assert first > 3
