"""What the eye finds on a page whose words are all there: what stands alone, too near, or too short to write on."""

from itertools import pairwise

import pytest
from msgspec.structs import replace

from hornbook.paginate.sheet import Sheet
from hornbook.plan.document import (
    AnswerLines,
    Card,
    ColumnFlow,
    Figure,
    Heading,
    HelpBox,
    HelpCell,
    HelpLine,
    Keep,
    ListBlock,
    ListItem,
    Side,
    TableBlock,
)
from hornbook.plan.page import GroupBox, ShapeBox
from hornbook.source.runs import Run
from hornbook.units import Rect, Size
from paginate.documents import LETTER, page_with, pages_of, read_boxes, runs, text_boxes, words, written

BODY = Sheet(LETTER).body
OPEN = Run("", write_in=True)


def lines(count, name="Line"):
    return [words(f"{name}-{number}") for number in range(count)]


def box_of(page, word):
    return next(box for box in read_boxes(page) if word in written(box))


def blank_of(page):
    """The blank of the page, with the box that holds it."""
    return next(
        (fragment, box)
        for box in read_boxes(page)
        for line in box.lines
        for fragment in line.fragments
        if fragment.kind == "blank"
    )


@pytest.mark.parametrize("before", range(12, 24))
def test_no_item_of_a_list_with_lines_goes_on_alone(before):
    terms = tuple(ListItem(runs(f"Term-{number}"), lines=2) for number in range(4))
    pages = pages_of(*lines(before), ListBlock(terms, "number"))
    where = [page_with(pages, f"Term-{number}") for number in range(4)]
    assert where[0] == where[1]
    assert where[2] == where[3]


@pytest.mark.parametrize("tail", range(6, 16))
def test_where_spaces_close_up_the_rule_of_a_heading_is_no_line_to_write_on(tail):
    parts = [block for number in range(4) for block in (Heading(2, runs(f"Part-{number}")), AnswerLines(2))]
    page = pages_of(*parts, Keep((Heading(2, runs("Last")), AnswerLines(tail)))).pages[0]
    level = sorted(
        box.rect.top
        for box in page.boxes
        if isinstance(box, ShapeBox) and box.kind == "line" and BODY.top + 90 < box.rect.top < BODY.bottom
    )
    assert min(second - first for first, second in pairwise(level)) >= 16


def test_words_below_a_drawing_keep_clear_of_it():
    stroke = ShapeBox(Rect(0, 0, 0, 100), "line", stroke="ink")
    drawing = GroupBox(Rect(0, 0, 100, 100), Size(100, 100), (stroke,))
    page = pages_of(Figure(drawing, "A line", runs("What it is"))).pages[0]
    (figure,) = (box for box in page.boxes if isinstance(box, GroupBox) and box.alt == "A line")
    assert box_of(page, "What").rect.top - figure.rect.bottom >= 4


def test_the_last_words_of_a_card_that_goes_on_have_ground_below_them():
    pages = pages_of(*lines(12), Card((ListBlock(tuple(ListItem(runs(f"Do-{n}")) for n in range(40))),), "cream"))
    assert len(pages.pages) == 2
    page = pages.pages[0]
    (ground,) = (box for box in page.boxes if isinstance(box, ShapeBox) and box.fill == "cream")
    lowest = max(box.rect.bottom for box in read_boxes(page) if "Do-" in written(box))
    assert min(8.0, BODY.bottom - lowest) <= ground.rect.bottom - lowest
    assert ground.rect.bottom <= BODY.bottom


def test_columns_with_ruled_headings_keep_their_distance_from_a_card():
    columns = ColumnFlow((Heading(2, runs("Left")), *lines(3), Heading(2, runs("Right")), *lines(3, "Other")))
    page = pages_of(Card((words("Before"),), "mist"), columns).pages[0]
    (ground,) = (box for box in page.boxes if isinstance(box, ShapeBox) and box.fill == "mist")
    assert box_of(page, "Left").rect.top - ground.rect.bottom >= 32


def test_no_cell_of_a_table_and_no_name_of_whom_to_call_ends_in_a_lone_word():
    rows = tuple((runs("Fold it at the marks"), runs("wide " * 18), runs("Turn over the long edge")) for _ in range(2))
    table = TableBlock((), rows, widths=(2, 7, 2))
    cells = HelpBox(tuple(HelpCell(runs(name), (), (HelpLine("", runs("555-0100"), large=True),)) for name in NAMES))
    page = pages_of(table, cells).pages[0]
    parted = [box for box in read_boxes(page) if len(box.lines) > 1 and "wide" not in written(box)]
    assert len(parted) >= 3
    assert all(len("".join(each.text for each in box.lines[-1].fragments).split()) > 1 for box in parted)


NAMES = ("National Flood and Rain Hotline", "Emergency", "Ferry")


def test_words_that_go_on_beside_nothing_say_again_what_they_belong_to():
    told = tuple(words(f"Say-{number}") for number in range(50))
    pages = pages_of(Side((words("Left"),), told, 0.2, again="Slide 7 · continued"))
    first, second = pages.pages
    assert not any("continued" in written(box) for box in text_boxes(first))
    (again,) = (box for box in text_boxes(second) if "continued" in written(box))
    assert again.tags[0].element < 0
    assert again.rect.top < min(box.rect.top for box in read_boxes(second))


def test_a_blank_that_ends_its_line_has_room_for_a_number():
    (ends, box), (stands, _) = (
        blank_of(pages_of(replace(words(""), runs=given)).pages[0])
        for given in ((Run("Call "), OPEN), (Run("On "), OPEN, Run(" we meet")))
    )
    assert ends.width >= 150
    assert ends.x + ends.width <= box.rect.width
    assert stands.width < 80


@pytest.mark.parametrize("count", range(30, 50))
def test_what_is_written_in_a_key_ends_in_no_lone_word(count):
    answer = runs("bend " * count + "elsewhere")
    page = pages_of(ListBlock((ListItem(runs("Asked"), lines=2, answer=answer),)), answers=True).pages[0]
    found = [written(box) for box in read_boxes(page) if "bend" in written(box) or "elsewhere" in written(box)]
    assert len(found[-1].split()) > 1
