import itertools
import re

import pytest
from msgspec.structs import replace

from hornbook.diagnostics import SourceFile, Span
from hornbook.paginate.sheet import Sheet
from hornbook.plan.document import (
    AnswerLines,
    Card,
    ColumnFlow,
    Figure,
    FillField,
    FillFields,
    Heading,
    HelpBox,
    HelpCell,
    HelpLine,
    Keep,
    ListBlock,
    ListItem,
    PageBreak,
    Part,
    Side,
    TableBlock,
)
from hornbook.plan.page import GroupBox, ShapeBox, TextBox
from hornbook.source.runs import Run
from hornbook.units import Rect, Size
from paginate.documents import (
    A4,
    LETTER,
    found_in,
    page_with,
    pages_of,
    read_boxes,
    roles,
    runs,
    text_boxes,
    words,
    words_on,
    written,
)

AT = Span(SourceFile("lesson.yaml", "title: Rivers\n"), 12, 5)
LONG = "Water runs from the spring to the sea and carries sand with it. " * 6


def ruled(page):
    return [box for box in page.boxes if isinstance(box, ShapeBox) and box.kind == "line" and box.rect.width > 100]


def test_the_title_is_the_only_heading_of_level_one():
    pages = pages_of(Heading(2, runs("Part")), words("Text"))
    assert roles(pages).count("H1") == 1
    assert roles(pages)[1:4] == ["H1", "H2", "P"]


def test_no_heading_level_is_skipped():
    pages = pages_of(Heading(3, runs("Deep")), words("Text"), Heading(4, runs("Deeper")), words("Text"))
    assert [role for role in roles(pages) if role.startswith("H")] == ["H1", "H2", "H3"]


def test_baselines_of_text_stand_on_one_grid():
    pages = pages_of(words(LONG), Heading(3, runs("Part")), words(LONG))
    body = [box for box in read_boxes(pages.pages[0]) if box.paragraphs[0].style.size == 11.5]
    steps = {
        round((box.origin[1] + line.baseline - body[0].origin[1] - body[0].lines[0].baseline) % 8, 3) % 8
        for box in body
        for line in box.lines
    }
    assert steps == {0.0}


def test_lines_of_text_hold_55_to_75_letters():
    (box,) = [box for box in read_boxes(pages_of(words(LONG)).pages[0]) if "spring" in written(box)]
    full = [sum(len(each.text) for each in line.fragments) for line in box.lines[:-1]]
    assert full
    assert all(55 <= letters <= 82 for letters in full)
    assert sum(full) / len(full) <= 76


def test_a_heading_goes_to_the_next_page_with_what_follows():
    filler = [words(f"Line {number}") for number in range(20)]
    for extra in range(8):
        pages = pages_of(*filler, AnswerLines(extra), Heading(2, runs("Marked")), words(LONG))
        last = list(read_boxes(pages.pages[page_with(pages, "Marked")]))[-1]
        assert "Marked" not in written(last) or extra == 0


@pytest.mark.parametrize("lines_before", range(16, 24))
def test_a_paragraph_leaves_two_lines_on_either_page(lines_before):
    pages = pages_of(*[words(f"Line {number}") for number in range(lines_before)], words("Begin " + LONG * 2))
    parts = [box for page in pages.pages for box in read_boxes(page) if len(box.paragraphs[0].plain) > 200]
    assert all(len(box.lines) >= 2 for box in parts)
    assert " ".join(written(box) for box in parts).split() == ("Begin " + LONG * 2).split()


def test_a_question_stays_with_its_lines():
    question = ListBlock((ListItem(runs("What happened?"), lines=4),), "number")
    for count in range(14, 24):
        pages = pages_of(*[words(f"Line {number}") for number in range(count)], question)
        page = pages.pages[page_with(pages, "happened?")]
        asked = next(box for box in read_boxes(page) if "happened?" in written(box))
        below = [line for line in ruled(page) if asked.rect.top < line.rect.top < 728 and line.rect.left > 60]
        assert len(below) == 4


def test_a_table_repeats_its_header_as_furniture():
    rows = tuple((runs(f"River {number}"), runs(str(number))) for number in range(60))
    pages = pages_of(TableBlock((runs("Name"), runs("Length")), rows))
    assert len(pages.pages) > 1
    for index, page in enumerate(pages.pages):
        heads = [box for box in text_boxes(page) if written(box) == "Name"]
        assert len(heads) == 1
        assert (heads[0].tags[0].element >= 0) is (index == 0)


@pytest.mark.parametrize("tone", ["mist", "outline", "light"])
def test_a_table_in_a_card_that_parts_has_its_header_in_line_with_its_rows_and_on_the_ground(tone):
    rows = tuple((runs(f"River {number}"), runs(str(number))) for number in range(40))
    _, second, *_ = pages_of(Card((TableBlock((runs("Name"), runs("Length")), rows),), tone)).pages
    (head,) = [box for box in text_boxes(second) if written(box) == "Name"]
    below = [box for box in text_boxes(second) if written(box).startswith("River")]
    assert {round(box.rect.left, 3) for box in (head, *below)} == {round(head.rect.left, 3)}
    grounds = [
        box for box in second.boxes if isinstance(box, ShapeBox) and box.kind == "rect" and box.rect.height > 100
    ]
    assert [box.rect.top <= head.rect.top - 8 for box in grounds] == [True]


def test_a_table_has_header_cells_with_scope():
    pages = pages_of(TableBlock((runs("Name"), runs("Length")), ((runs("Long"), runs("9")),), row_headers=True))
    cells = [(element.role, element.scope) for element in pages.elements if element.role in ("TH", "TD")]
    assert cells == [("TH", "Column"), ("TH", "Column"), ("TH", "Row"), ("TD", "")]


def test_lists_hold_labels_and_bodies():
    pages = pages_of(ListBlock((ListItem(runs("One"), (ListItem(runs("Under it")),)), ListItem(runs("Two"))), "number"))
    tree = [element.role for element in pages.elements if element.role in ("L", "LI", "Lbl", "LBody")]
    assert tree == ["L", "LI", "Lbl", "LBody", "L", "LI", "Lbl", "LBody", "LI", "Lbl", "LBody"]
    assert next(element for element in pages.elements if element.role == "L").ordered


def test_a_blank_is_heard_as_blank_and_filled_in_the_key():
    blocks = (words("x"),)
    sentence = (Run("A "), Run("spring", key=True, write_in=True), Run(" feeds it"))
    blocks = (replace(words(""), runs=sentence),)
    student, key = pages_of(*blocks), pages_of(*blocks, answers=True)
    assert [element.actual for element in student.elements if element.role == "Span"] == ["blank"]
    assert "spring" not in " ".join(words_on(student))
    assert "spring" in words_on(key)
    assert [box.rect for box in text_boxes(student.pages[0])] == [box.rect for box in text_boxes(key.pages[0])]


def test_answers_take_the_room_of_the_lines_in_either_copy():
    blocks = (AnswerLines(2, answer=runs(LONG)), words("After"))
    student, key = pages_of(*blocks), pages_of(*blocks, answers=True)
    after = [next(box for box in read_boxes(pages.pages[0]) if written(box) == "After") for pages in (student, key)]
    assert after[0].rect == after[1].rect
    assert "spring" not in words_on(student)
    assert words_on(key).count("spring") == 6


def test_answer_lines_are_wide_enough_for_a_hand():
    lines = ruled(pages_of(AnswerLines(3)).pages[0])
    gaps = [below.rect.top - above.rect.top for above, below in itertools.pairwise(lines)]
    millimetres = [gap / 72 * 25.4 for gap in gaps if gap < 30]
    assert len([each for each in millimetres if 8 <= each <= 9]) >= 2


def test_lines_that_fill_a_page_reach_its_foot_and_never_begin_one():
    page = pages_of(words("Text"), AnswerLines(3, "Notes", fill=True)).pages[0]
    rules = [line for line in ruled(page) if line.rect.top < 728]
    assert max(line.rect.top for line in rules) > 690
    full = [words(f"Line {number}") for number in range(23)]
    assert len(pages_of(*full, AnswerLines(6, "Notes", fill=True)).pages) == 1


def test_the_help_line_is_content_on_the_first_page_only():
    pages = pages_of(words("One"), PageBreak(), words("Two"))
    marks = [
        [box.tags[0].element >= 0 for box in text_boxes(page) if written(box) == "Help: 911"] for page in pages.pages
    ]
    assert marks == [[True], [False]]


def test_pages_are_counted_and_carry_the_title_from_the_second_on():
    pages = pages_of(words("One"), PageBreak(), words("Two"))
    furniture = [[written(box) for box in text_boxes(page) if box.tags[0].element < 0] for page in pages.pages]
    assert furniture[0] == ["1 of 2"]
    assert furniture[1] == ["Help: 911", "2 of 2", "A title"]


def test_more_pages_than_the_recipe_allows_is_a_warning_that_says_what_to_cut():
    (found,) = found_in(words("One"), PageBreak(), words("Two"), PageBreak(), words("Three is too much"), page_limit=2)
    assert (found.code, found.message) == ("HB333", '"Test" has 3 pages; its recipe allows 2.')
    assert "Three is too much" in found.hint


def test_a_word_wider_than_its_column_is_reported_where_it_stands():
    (found,) = found_in(words("One"), Part((Keep((words("x" * 200),)),), AT))
    assert (found.code, found.span) == ("HB332", AT)


def test_something_taller_than_a_page_is_reported_where_it_stands():
    found = found_in(words("One"), Part((TableBlock((), ((runs(LONG * 30),),)),), AT))
    assert [(each.code, each.span) for each in found] == [("HB331", AT)]


def test_what_does_not_fit_is_reported_where_it_begins_or_after_the_last_thing_that_stands_anywhere():
    begins = found_in(words("One"), PageBreak(), Part((words("Two"),), AT), page_limit=1)
    assert [each.span for each in begins] == [AT]
    follows = found_in(Part((words("One"),), AT), PageBreak(), words("Two"), page_limit=1)
    assert [each.span for each in follows] == [AT]


def rules(page):
    """Tops of the lines that reach from margin to margin."""
    return sorted(
        box.rect.top for box in page.boxes if isinstance(box, ShapeBox) and box.kind == "line" and box.rect.width > 500
    )


def test_a_section_stands_under_one_rule_and_under_none_of_its_own_at_the_top_of_a_page():
    section = Heading(2, runs("Part"))
    plain, ruled = pages_of(words("One"), words("Two")), pages_of(words("One"), section, words("Two"))
    assert len(rules(ruled.pages[0])) == len(rules(plain.pages[0])) + 1
    first = pages_of(section, words("Two"))
    assert len(rules(first.pages[0])) == len(rules(plain.pages[0]))
    new = pages_of(words("One"), PageBreak(), section, words("Two"))
    assert len(rules(new.pages[1])) == 2
    kept = pages_of(words("One"), Keep((section, words("Two"))))
    assert len(rules(kept.pages[0])) == len(rules(ruled.pages[0]))


def test_terms_stand_before_the_lines_for_their_meaning():
    row = ListItem((), lines=2, label="evaporation", answer=runs("Water rises"))
    other = ListItem((), lines=1, label="rain", answer=runs("Water falls"))
    pages = pages_of(ListBlock((row, other), "number", style="question"), answers=True)
    boxes = {written(box): box for box in read_boxes(pages.pages[0])}
    (term,) = [box for box in read_boxes(pages.pages[0]) if box.paragraphs[0].label == "evaporation"]
    assert boxes["Water rises"].origin[0] == boxes["Water falls"].origin[0] > term.rect.right - 0.1
    assert [role for role in roles(pages) if role in ("Lbl", "LBody")][:2] == ["Lbl", "LBody"]


def test_columns_to_write_in_keep_the_same_number_of_lines():
    stack = (words("Left"), AnswerLines(3))
    pages = pages_of(Side(stack, stack, 0.5), *(words(LONG) for _ in range(12)))
    lefts = [box.rect.left for box in pages.pages[0].boxes if isinstance(box, ShapeBox) and 200 < box.rect.width < 300]
    assert lefts.count(min(lefts)) == lefts.count(max(lefts)) == 3


def test_numbers_of_a_row_stand_at_one_height():
    long = HelpCell(
        runs("A help line with a very long name indeed"),
        runs("Whom it helps"),
        (HelpLine("", runs("555-0100"), large=True),),
    )
    short = HelpCell(runs("Short"), (), (HelpLine("", runs("911"), large=True),))
    page = pages_of(HelpBox((long, short, short))).pages[0]
    tops = {box.rect.top for box in read_boxes(page) if written(box) in ("555-0100", "911")}
    assert len(tops) == 1


def test_columns_end_at_one_height():
    blocks = tuple(words(LONG) for _ in range(6))
    page = pages_of(ColumnFlow(blocks)).pages[0]
    boxes = [box for box in read_boxes(page) if "spring" in written(box)]
    left = max(box.rect.bottom for box in boxes if box.rect.left < 200)
    right = max(box.rect.bottom for box in boxes if box.rect.left > 200)
    assert abs(left - right) <= 48


def test_columns_run_on_to_the_next_page_in_order():
    blocks = tuple(words(f"{number} {LONG}") for number in range(40))
    pages = pages_of(ColumnFlow(blocks))
    assert len(pages.pages) > 1
    assert [word for word in words_on(pages) if word.isdigit() and word != "911"] == [
        str(number) for number in range(40)
    ]


def test_columns_never_part_a_heading_from_its_text():
    blocks = tuple(block for number in range(9) for block in (Heading(3, runs(f"Part {number}")), words(LONG)))
    for paper in (LETTER, A4):
        for page in pages_of(ColumnFlow(blocks), paper=paper).pages:
            boxes = list(read_boxes(page))
            for left in {box.rect.left for box in boxes}:
                lowest = max(
                    (box for box in boxes if box.rect.left == left and box.rect.top < 700), key=lambda box: box.rect.top
                )
                assert not written(lowest).startswith("Part")


def test_a_side_row_reads_the_left_stack_first_and_keeps_tops_level():
    page = pages_of(Side((words("Left"),), (words("Right"),), 0.3)).pages[0]
    left, right = [box for box in read_boxes(page) if written(box) in ("Left", "Right")]
    assert (written(left), written(right)) == ("Left", "Right")
    assert left.rect.top == right.rect.top
    assert right.rect.left >= left.rect.right


def test_a_long_script_beside_a_picture_runs_on_to_the_next_page():
    pages = pages_of(Side((words("Left"),), tuple(words(f"{number} {LONG}") for number in range(12)), 0.3))
    assert len(pages.pages) > 1
    assert [word for word in words_on(pages) if word.isdigit() and word != "911"] == [
        str(number) for number in range(12)
    ]


def test_a_card_has_its_ground_behind_all_of_its_words():
    page = pages_of(Card((words("One"), words("Two")), "mist")).pages[0]
    (ground,) = [box for box in page.boxes if isinstance(box, ShapeBox) and box.fill == "mist"]
    inside = [box for box in read_boxes(page) if written(box) in ("One", "Two")]
    assert all(ground.rect.contains(box.rect) for box in inside)
    assert page.boxes.index(ground) < min(page.boxes.index(box) for box in inside)


def test_a_tall_card_goes_on_with_a_ground_of_its_own_on_each_page():
    pages = pages_of(Card(tuple(words(LONG) for _ in range(14)), "cream"))
    grounds = [[box for box in page.boxes if isinstance(box, ShapeBox) and box.fill == "cream"] for page in pages.pages]
    assert len(grounds) > 1
    assert all(len(each) == 1 for each in grounds)


def test_blocks_that_are_kept_stay_on_one_page():
    for count in range(12, 22):
        pages = pages_of(
            *[words(f"Line {number}") for number in range(count)], Keep((words("First"), words(LONG), words("Last")))
        )
        assert page_with(pages, "First") == page_with(pages, "Last")


def test_phone_numbers_are_large_and_never_broken():
    cell = HelpCell(runs("Line"), runs("Anyone"), (HelpLine("", runs("1-888-373-7888"), large=True),))
    page = pages_of(HelpBox((cell, cell, cell))).pages[0]
    numbers = [box for box in read_boxes(page) if "1-888" in written(box)]
    assert len(numbers) == 3
    assert all(len(box.lines) == 1 and box.paragraphs[0].style.size >= 16 for box in numbers)


def test_fields_have_a_label_and_a_line():
    page = pages_of(FillFields((FillField("Name", 2), FillField("Date", 1)))).pages[0]
    labels = [box for box in read_boxes(page) if written(box) in ("Name", "Date")]
    assert len(labels) == 2
    assert all(
        any(line.rect.left >= box.rect.left and abs(line.rect.top - box.rect.bottom) < 6 for line in ruled(page))
        for box in labels
    )


def test_a_link_has_an_element_with_its_address():
    pages = pages_of(replace(words(""), runs=(Run("See "), Run("the page", link="https://example.org"))))
    (link,) = [element for element in pages.elements if element.role == "Link"]
    assert link.url == "https://example.org"
    (box,) = [box for box in read_boxes(pages.pages[0]) if "See" in written(box)]
    assert isinstance(box, TextBox)
    assert pages.elements[box.tags[0].runs[1]] is link


def test_bookmarks_lead_to_headings_without_a_gap_in_levels():
    pages = pages_of(Heading(3, runs("First")), words("x"), PageBreak(), Heading(2, runs("Second")), words("y"))
    assert [(mark.title, mark.page, mark.level) for mark in pages.bookmarks] == [
        ("A title", 0, 0),
        ("First", 0, 1),
        ("Second", 1, 1),
    ]


def test_short_columns_go_to_the_next_page_whole_with_their_heading():
    listed = ListBlock(tuple(ListItem(runs(f"Thing {number}")) for number in range(8)), "check")
    for count in range(18, 24):
        filler = [words(f"Line {number}") for number in range(count)]
        pages = pages_of(*filler, Heading(2, runs("Bring")), ColumnFlow((listed,)))
        assert len({page_with(pages, word) for word in ("Bring", "Thing 0", "Thing 7")}) == 1


def test_an_empty_foot_becomes_room_to_write():
    question = Keep((ListBlock((ListItem(runs("Why?"), lines=2),), "number"),))
    pages = pages_of(question, Keep((words("Next"), AnswerLines(22))), Keep((words("Last"), AnswerLines(22))))
    first = [line for line in ruled(pages.pages[0]) if 60 < line.rect.left < 90]
    assert len(first) == 6
    last = pages_of(question)
    assert len([line for line in ruled(last.pages[0]) if 60 < line.rect.left < 90]) == 2


def test_a_long_help_line_takes_room_from_the_text_not_from_the_margin():
    pages = pages_of(*[words(LONG) for _ in range(8)], help_line=runs("Help " * 120))
    for page in pages.pages:
        foot = max(text_boxes(page), key=lambda box: box.rect.bottom)
        assert foot.rect.bottom <= 792 - 36 + 0.6
        others = [box for box in text_boxes(page) if "Help" not in written(box)]
        assert not any(box.rect.overlaps(foot.rect) for box in others if box is not foot)


def test_a_long_running_title_ends_in_dots_on_one_line():
    pages = pages_of(words("One"), PageBreak(), words("Two"), running_head="A very long title of a lesson " * 5)
    (title,) = [box for box in text_boxes(pages.pages[1]) if written(box).startswith("A very long")]
    assert len(title.lines) == 1
    assert written(title).endswith("...")


def test_terms_too_long_to_stand_before_their_lines_stand_above_them():
    terms = [ListItem((), lines=1, label=label) for label in ("the tenth of January in the year 2017", "7 May")]
    block = Side((words("A picture"),), (ListBlock(tuple(terms), "number"),), 0.6)
    assert not found_in(block)
    pages = pages_of(block)
    said = [box for box in text_boxes(pages.pages[0]) if "January" in box.paragraphs[0].plain]
    assert [box.paragraphs[0].label for box in said] == [""]
    assert all(line.right <= box.rect.width for box in said for line in box.lines)


def lines(count, word="Line"):
    return [words(f"{word}-{number}") for number in range(count)]


def foot(page):
    """What is left empty below the words and lines of a page, of the height of its body."""
    body = Sheet(page.size).body
    inside = [box.rect.bottom for box in page.boxes if box.rect.bottom <= body.bottom + 1]
    return (body.bottom - max(inside)) / body.height


STEPS = Card((ListBlock(tuple(ListItem(runs(f"Step {number}")) for number in range(10)), "number"),), "cream")


@pytest.mark.parametrize("before", [12, 14, 15, 16, 17, 18])
def test_a_card_parts_where_a_quarter_of_the_page_would_stay_empty_and_leaves_two_steps_on_either_page(before):
    pages = pages_of(*lines(before), Heading(2, runs("Do")), STEPS, *lines(3, "After"))
    assert foot(pages.pages[0]) < 0.25
    first, second = (page_with(pages, word) for word in ("Step 0", "Step 1"))
    assert first == second == page_with(pages, "Do")
    assert page_with(pages, "Step 8") == page_with(pages, "Step 9")


def test_a_card_stays_whole_where_closer_spaces_or_a_small_gap_are_enough():
    for before in range(12, 26):
        pages = pages_of(*lines(before), Heading(2, runs("Do")), STEPS, *lines(3, "After"))
        whole = page_with(pages, "Step 0") == page_with(pages, "Step 9")
        body = Sheet(LETTER).body
        top = next(box.rect.top for box in read_boxes(pages.pages[0]) if written(box) == f"Line-{before - 1}")
        assert whole or body.bottom - (top + 16) > 0.25 * body.height


def test_spaces_close_up_where_that_brings_what_is_kept_together_onto_the_page():
    parts = [block for number in range(3) for block in (Heading(2, runs(f"Part {number}")), *lines(3, f"Of {number}"))]
    task = Keep((Heading(2, runs("Task")), *lines(10, "Do")))
    closed = pages_of(*parts, task, *lines(9, "After"))
    assert page_with(closed, "Do-9") == 0
    few = pages_of(*parts)
    tops = [
        next(
            box.rect.top
            for box in read_boxes(pages.pages[0])
            if written(box).startswith("Part") and written(box)[-1] == "2"
        )
        for pages in (closed, few)
    ]
    assert tops[0] < tops[1]


def test_a_last_page_of_a_few_lines_is_spared_where_spaces_can_close_up():
    asked = [Keep((words(f"Question {number}"), AnswerLines(1))) for number in range(3)]
    parts = [block for number in range(6) for block in (Heading(2, runs(f"Part {number}")), *asked[:1])]
    counts = {len(pages_of(*parts, *lines(more)).pages) for more in (2, 3, 4)}
    assert counts == {1}
    assert len(pages_of(*parts, *lines(20)).pages) == 2


def test_a_box_of_contacts_parts_between_its_rows_and_its_frame_closes_on_both_pages():
    cell = HelpCell(runs("Line"), runs("Anyone"), (HelpLine("", runs("1-888-373-7888"), large=True),))
    pages = pages_of(*lines(17), HelpBox((cell,) * 9), *lines(2, "After"))
    numbers = [[box for box in read_boxes(page) if "1-888" in written(box)] for page in pages.pages]
    assert [len(each) for each in numbers] == [6, 3]
    for page, found in zip(pages.pages, numbers, strict=True):
        above, below = min(box.rect.top for box in found), max(box.rect.bottom for box in found)
        across = [box.rect.top for box in page.boxes if isinstance(box, ShapeBox) and box.rect.width > 500]
        assert any(top < above for top in across if top > 59)
        assert any(top > below for top in across)


def test_lines_beside_a_picture_go_down_to_its_foot():
    drawing = GroupBox(Rect(0, 0, 100, 100), Size(100, 100), (ShapeBox(Rect(0, 0, 100, 100), "rect", fill="ink"),))
    page = pages_of(Side((Figure(drawing, "A square"),), (words("Why?"), AnswerLines(2)), 0.5)).pages[0]
    (square,) = (box for box in page.boxes if isinstance(box, GroupBox))
    beside = [box.rect.top for box in page.boxes if isinstance(box, ShapeBox) and box.rect.left > square.rect.right]
    assert square.rect.bottom - 24 <= max(beside) <= square.rect.bottom


@pytest.mark.parametrize("over", [1, 2, 5, 30, 61])
def test_cutting_as_many_lines_as_are_asked_for_is_enough_and_one_fewer_is_not(over):
    """A block that moves as a whole is longer than what has to go."""
    kept = Keep(tuple(lines(9, "Kept")))

    def found(count):
        return found_in(*lines(count), kept, page_limit=1)

    fits = next(count for count in range(40) if found(count + 1))
    (warned,) = found(fits + over)
    number = int(re.search(r"about (\d+|one)", warned.hint).group(1).replace("one", "1"))
    spaced = number * 16 / 24  # of words of one line with the space above them
    assert over - 1 < spaced <= over + 1


def test_of_columns_each_line_counts():
    column = ColumnFlow(tuple(lines(64)))
    (warned,) = found_in(column, page_limit=1)
    (fewer,) = found_in(*lines(32), page_limit=1)
    count = {each: int(re.search(r"about (\d+)", each.hint).group(1)) for each in (warned, fewer)}
    assert count[warned] == pytest.approx(2 * count[fewer], abs=4)


def terms(*names):
    return ListBlock(tuple(ListItem((), lines=2, label=name) for name in names), "number")


def test_terms_with_lines_for_their_meaning_are_seen_together():
    for count in range(1, 30):
        found = pages_of(*(words("Water runs.") for _ in range(count)), terms("source", "mouth", "delta"))
        labels = [[box.paragraphs[0].label for box in text_boxes(page)] for page in found.pages]
        assert [set(page) & {"source", "mouth", "delta"} for page in labels if "source" in page] == [
            {"source", "mouth", "delta"}
        ]


def test_terms_of_a_page_that_would_be_half_empty_get_more_lines():
    found = pages_of(terms("source", "mouth"), PageBreak(), words("Next."))
    rules = [box for box in found.pages[0].boxes if getattr(box, "kind", "") == "line" and box.rect.width > 300]
    assert len(rules) >= 8


def test_a_last_page_gives_each_question_two_more_lines_before_it_is_filled_for_notes():
    asked = ListBlock((ListItem(runs("Why?"), lines=2),), "number", style="question")
    (page,) = pages_of(asked, AnswerLines(3, "My notes", fill=True)).pages
    notes = next(box for box in text_boxes(page) if "notes" in written(box))
    lines = [box for box in page.boxes if getattr(box, "stroke", "") == "extra" and box.rect.top < notes.rect.top]
    assert len(lines) == 4


def test_the_rule_of_a_section_in_columns_keeps_clear_of_the_card_above_them():
    for filler in range(28):
        card = Card((words("Step out whenever you like."),), "light")
        columns = ColumnFlow(
            (Heading(2, runs("Agenda")), words("Parts."), Heading(2, runs("Aims")), words("Say it.")), 2
        )
        pages = pages_of(card, columns, *(words("Water runs.") for _ in range(filler + 20)))
        page = pages.pages[0]
        (bar,) = (box for box in page.boxes if getattr(box, "fill", "") == "light" and box.rect.width == 4.0)
        heading = next(box for box in text_boxes(page) if written(box) == "Agenda")
        rules = [
            box.rect.top
            for box in page.boxes
            if getattr(box, "kind", "") == "line" and bar.rect.bottom - 1 <= box.rect.top < heading.rect.top
        ]
        assert min(rules) >= bar.rect.bottom + 7.9


def test_words_at_the_end_of_a_short_heading_stay_on_one_line():
    (page,) = pages_of(
        Heading(3, runs("Reply"), "Please cut here along the dashes and send the slip back to school soon"), words("x")
    ).pages
    (aside,) = (box for box in text_boxes(page) if written(box).startswith("Please"))
    assert len(aside.lines) == 1


def test_the_widest_number_of_a_list_keeps_clear_of_its_words():
    (page,) = pages_of(ListBlock(tuple(ListItem(runs("Words.")) for _ in range(12)), "number", style="small")).pages
    lines = [line.fragments for box in text_boxes(page) for line in box.lines if written(box) == "Words."]
    assert len(lines) == 12
    for label, *rest in lines:
        assert label.x + label.width + 3.0 <= rest[0].x


def test_a_caption_and_a_name_end_in_no_line_of_one_short_word():
    table = TableBlock(
        (runs("A"),), ((runs("b"),),), runs("What the law of a land asks before it calls it so " * 2 + "now")
    )
    page = pages_of(table).pages[0]
    caption = next(box for box in text_boxes(page) if written(box).startswith("What the law"))
    assert "so\u00a0now" in caption.paragraphs[0].plain


def test_columns_close_up_before_a_few_words_go_on_alone():
    """The gap above a heading is halved on the last page that they fill alone, and no sooner."""
    gaps = []
    for more in range(60):
        parts = [block for at in range(6) for block in (Heading(3, runs(f"Part {at}")), words("Water runs. " * 30))]
        found = pages_of(ColumnFlow((*parts, *(words("It falls.") for _ in range(more))), 2))
        if len(found.pages) > 1:
            break
        boxes = list(text_boxes(found.pages[0]))
        heading = next(box for box in boxes if written(box) == "Part 1")
        above = max(
            box.rect.bottom
            for box in boxes
            if box.rect.left == heading.rect.left and box.rect.bottom <= heading.rect.top
        )
        gaps.append(round(heading.rect.top - above))
    assert gaps[0] > gaps[-1]


def test_words_at_the_end_of_a_heading_that_take_two_lines_keep_clear_of_what_follows():
    long = "Activity of forty minutes in groups of three or four, and then alone, each at a table of their own"
    (page,) = pages_of(Heading(2, runs("A place to cool down in"), long), Card((words("Look."),), "cream")).pages
    aside = next(box for box in text_boxes(page) if written(box).startswith("Activity"))
    card = next(box for box in page.boxes if getattr(box, "fill", "") == "cream")
    assert len(aside.lines) > 1
    assert aside.rect.bottom <= card.rect.top


def test_points_under_a_point_never_go_on_without_it():
    nested = ListItem(runs("Two ways:"), items=(ListItem(runs("over")), ListItem(runs("into"))))
    for count in range(30, 45):
        found = pages_of(*(words("Water runs.") for _ in range(count)), ListBlock((ListItem(runs("One.")), nested)))
        assert page_with(found, "ways:") == page_with(found, "over")


def test_lines_below_a_table_keep_its_last_rows():
    for count in range(10, 40):
        table = TableBlock((runs("A"),), tuple((runs(name),) for name in ("first", "middle", "last")))
        found = pages_of(*(words("Water runs.") for _ in range(count)), table, AnswerLines(3))
        page = found.pages[page_with(found, "last")]
        assert any(getattr(box, "stroke", "") == "extra" for box in page.boxes)


def test_a_small_table_stays_on_one_page_with_the_lines_below_it():
    for count in range(10, 40):
        table = TableBlock((runs("A"),), tuple((runs(name),) for name in ("first", "middle", "last")))
        found = pages_of(*(words("Water runs.") for _ in range(count)), table, AnswerLines(3))
        assert page_with(found, "first") == page_with(found, "last")


def test_no_row_of_a_long_table_stands_alone_on_a_page():
    names = [f"row{at}" for at in range(8)]
    for count in range(10, 40):
        found = pages_of(
            *(words("Water runs.") for _ in range(count)),
            TableBlock((runs("A"),), tuple((runs(name),) for name in names)),
        )
        shown = [len(set(names) & set(words_on([page]))) for page in found.pages]
        assert 1 not in shown
