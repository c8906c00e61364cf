"""Large print: sizes, what gives way to what, and that nothing of a document is lost."""

import pytest
from msgspec.structs import replace

from handout.lessons import QUIZ, SPAN, items, lesson_of, slide, text, texts
from handout.sheets import RIVERS, deck, planned, recipe_named
from hornbook.compose.deck import compose
from hornbook.handout.document import make_document
from hornbook.lesson.model import Activity, Help, NoteParagraph, Points, Quiz, Section, Table
from hornbook.lesson.variants import Variant
from hornbook.paginate.pages import paginate
from hornbook.plan.document import (
    AnswerLines,
    Figure,
    FillField,
    FillFields,
    Head,
    Heading,
    Keep,
    ListBlock,
    ListItem,
    PageBreak,
    Side,
    TableBlock,
    Words,
)
from hornbook.plan.page import GroupBox, TextBox
from hornbook.source.runs import Run
from hornbook.typeset.faces import face
from hornbook.units import PAPERS, Rect, Size
from paginate.documents import LETTER, document, runs, text_boxes, theme, words, words_on, written
from support.structure import plan_words

NAMES = (
    "guided-notes",
    "guided-notes-key",
    "worksheet",
    "quiz",
    "fact-sheet",
    "facilitator-guide",
    "slides-2up",
    "slides-3up",
    "family-letter",
    "brochure",
    "wallet-cards",
    "vocabulary-cards",
    "scenario-cards",
    "exit-tickets",
    "tear-off-poster",
)


def large(*blocks, size=18, **changes):
    pages, diagnostics = paginate(document(*blocks, **changes), LETTER, theme(), None, Variant(size))
    assert diagnostics == ()
    return pages


def sheet(name, paper="letter", size=18):
    document, _ = make_document(RIVERS, recipe_named(name), deck())
    pages, diagnostics = paginate(document, PAPERS[paper], theme(), deck(), Variant(size))
    assert diagnostics == ()
    return pages


def sizes(boxes, scale=1.0):
    """Size and words of every fragment."""
    for box in boxes:
        if isinstance(box, GroupBox):
            yield from sizes(box.boxes, scale * box.rect.height / box.space.height)
        elif isinstance(box, TextBox):
            for fragment in (each for line in box.lines for each in line.fragments):
                if fragment.text:
                    yield round(fragment.size * scale, 3), fragment.text


@pytest.mark.parametrize("size", [18, 20])
@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("name", NAMES)
def test_no_word_is_smaller_than_that(name, paper, size):
    found = [each for page in sheet(name, paper, size).pages for each in sizes(page.boxes)]
    assert found
    assert [words for points, words in found if points < size] == []


@pytest.mark.parametrize("name", NAMES)
def test_nothing_leaves_the_paper_and_no_words_overlap(name):
    for page in sheet(name).pages:
        boxes = list(text_boxes(page))
        for index, box in enumerate(boxes):
            assert box.rect.top >= 18
            assert box.rect.bottom <= page.size.height - 18
            assert not any(box.rect.overlaps(other.rect, 0.5) for other in boxes[index + 1 :])


def test_headings_are_of_22_and_20_points_above_words_of_18():
    pages = large(Heading(2, runs("Part")), words("Text"), Heading(3, runs("Slide")), words("Text"))
    found = {written(box): box.lines[0].fragments[0].size for box in text_boxes(pages.pages[0])}
    assert (found["Part"], found["Slide"], found["Text"]) == (22, 20, 18)


def test_lines_of_20_point_words_are_half_as_far_apart_again():
    (box,) = (each for each in text_boxes(large(words("Water runs. " * 30), size=20).pages[0]) if len(each.lines) > 2)
    assert {round(below.top - line.top, 2) for line, below in zip(box.lines, box.lines[1:], strict=False)} == {30}


CITED = Words((Run("Rain is water."), Run("3", script="super", cite=("rain",)), Run(" It falls.")))


def test_numbers_of_sources_stand_in_brackets_as_large_as_the_words():
    found = list(sizes(large(CITED, help_line=()).pages[0].boxes))
    assert [points for points, words in found if "[3]" in words] == [18]


@pytest.mark.parametrize("size", [0, 18])
def test_a_number_of_a_source_is_heard_as_one(size):
    pages, _ = paginate(document(CITED), LETTER, theme(), None, Variant(size))
    assert [each.actual for each in pages.elements if each.actual] == [" (source 3)"]


def test_what_leaned_is_upright_and_bold():
    leaning = paginate(document(_emphasised()), LETTER, theme(), None)[0]
    upright = large(_emphasised())
    assert (leans(leaning), leans(upright)) == ({True}, {False})


def _emphasised():
    return Words((Run("It is "), Run("never", emphasis=True), Run(" your fault.")))


def leans(pages):
    fragments = [each for box in text_boxes(pages.pages[0]) for line in box.lines for each in line.fragments]
    return {face(each.face).italic for each in fragments if "never" in each.text}


def test_a_limit_of_pages_is_lifted():
    long = tuple(words("Water runs from the spring to the sea. " * 20) for _ in range(6))
    assert len(large(*long, page_limit=1).pages) > 1


def test_a_phone_number_stays_on_one_line():
    pages = large(words("Call the people who know at the number 1-888-373-7888 when you want to talk about it. " * 6))
    lines = ["".join(each.text for each in line.fragments) for box in text_boxes(pages.pages[0]) for line in box.lines]
    assert sum(line.count("1-888-373-7888") for line in lines) == 6


def test_two_stacks_stand_below_one_another_with_the_heading_first():
    pages = large(Side((words("left"),), (Heading(3, runs("Head")), words("right")), 0.5))
    assert words_on(pages)[2:5] == ["Head", "left", "right"]


def test_fields_get_rows_of_their_own():
    pages = large(FillFields(tuple(FillField(name, 1.0) for name in ("Name", "Date", "Class"))))
    tops = {written(box): round(box.rect.top) for box in text_boxes(pages.pages[0])}
    assert tops["Name"] < tops["Date"] == tops["Class"]


def test_a_table_that_is_too_wide_is_told_row_by_row():
    wide = tuple(runs(name) for name in ("Responsibilities", "Characteristics", "Representatives", "Administration"))
    pages = large(TableBlock(wide, (wide, wide)))
    assert "Table" not in {element.role for element in pages.elements}
    said = " ".join(words_on(pages)).replace("\u00a0", " ")
    assert [said.count(f"{plain}: {plain}") for plain in ("Responsibilities", "Characteristics")] == [2, 2]


def test_a_narrow_table_stays_one():
    cells = (runs("Year"), runs("Reports"))
    assert "Table" in {element.role for element in large(TableBlock(cells, (cells,))).elements}


def test_words_do_not_part_from_the_lines_below_them():
    filler = tuple(words("Water runs.") for _ in range(12))
    pages = large(*filler, words("Say it in your own words."), AnswerLines(3))
    with_words = [index for index, page in enumerate(pages.pages) if "own" in " ".join(words_on([page]))]
    (index,) = with_words
    box = next(each for each in text_boxes(pages.pages[index]) if "own words" in written(each).replace("\u00a0", " "))
    rules = [each for each in pages.pages[index].boxes if getattr(each, "kind", "") == "line"]
    assert [each for each in rules if box.rect.bottom < each.rect.top < box.rect.bottom + 40]


def test_pictures_of_slides_give_way_to_their_words_once():
    pages = sheet("slides-3up")
    assert "Figure" not in {element.role for element in pages.elements}
    said = " ".join(word for _, word in plan_words(pages))
    for plan in deck().slides:
        if not plan.hidden:
            assert plan.title.replace("\u00a0", " ") in said.replace("\u00a0", " ")


def test_guided_notes_do_not_give_away_what_a_learner_is_to_write():
    usual = {word for _, word in plan_words(planned("guided-notes")[0])}
    said = {word for _, word in plan_words(sheet("guided-notes"))}
    assert {word for word in said - usual if word.isalpha() and len(word) > 5} <= {"Slide"}


def test_a_leaflet_is_not_folded_and_a_card_is_half_a_page():
    assert all(page.size == LETTER for page in sheet("brochure").pages)
    fronts = sheet("wallet-cards").pages[0]
    assert sum("Good to have" in written(box).replace("\u00a0", " ") for box in text_boxes(fronts)) == 2


def picture_of(width, height):
    return Figure(GroupBox(Rect(0.0, 0.0, width, height), Size(width, height), ()), "Dots")


def drawn_on(pages):
    """The page with the picture, and where it stands there."""
    ((page, box),) = [
        (page, box) for page in pages.pages for box in page.boxes if isinstance(box, GroupBox) and box.alt == "Dots"
    ]
    return page, box.rect


@pytest.mark.parametrize(("width", "height"), [(160.0, 90.0), (100.0, 100.0), (100.0, 200.0)])
def test_a_picture_that_stood_beside_words_takes_half_the_width_and_a_quarter_of_the_height_at_most(width, height):
    page, place = drawn_on(large(Keep((Side((words("Think."),), (picture_of(width, height),), 0.7),))))
    assert place.width <= page.size.width / 2
    assert place.height <= page.size.height / 4


def test_a_picture_that_stood_beside_words_stands_above_them_and_never_parts_from_them():
    side = Side((words("Think."),), (picture_of(100.0, 120.0),), 0.7)
    for count in range(1, 30):
        pages = large(*(words("Water runs.") for _ in range(count)), Keep((Heading(2, runs("Talk")), side)))
        page, place = drawn_on(pages)
        (below,) = (box for box in text_boxes(page) if written(box) == "Think.")
        assert any(written(box) == "Talk" for box in text_boxes(page))
        assert place.bottom <= below.rect.top + 0.01


def test_pairs_that_are_matched_stay_on_one_page():
    names = ("force", "fraud", "debt", "shame")
    lists = tuple(ListBlock(tuple(ListItem(runs(name)) for name in names), mark) for mark in ("number", "letter"))
    for count in range(1, 24):
        pages = large(*(words("Water runs.") for _ in range(count)), Keep((Side(lists[:1], lists[1:], 0.5),)))
        shown = [page for page in pages.pages if set(names) & set(words_on([page]))]
        assert len(shown) == 1


def test_a_leaflet_that_is_not_folded_ends_with_its_sources():
    said = words_on(sheet("brochure"))
    assert said.index("Where") < len(said) - 1 - said[::-1].index("Sources")


def test_a_table_told_row_by_row_leaves_out_empty_cells_and_keeps_the_lines_of_a_row_together():
    wide = tuple(runs(name) for name in ("Responsibilities", "Characteristics", "Representatives", "Administration"))
    pages = large(TableBlock(wide, ((*wide[:3], ()), (*wide[:3], ()))))
    boxes = {written(box): box.rect for box in text_boxes(pages.pages[0])}
    assert not any(text.startswith("Administration:") for text in boxes)
    told = boxes["Representatives: Representatives"].top - boxes["Characteristics: Characteristics"].bottom
    assert told == pytest.approx(0.0, abs=1.0)


def slides_in_large_print(*bodies, notes=()):
    lesson = lesson_of(*(slide(f"s1-{at}", f"Slide {at}", body, notes=notes) for at, body in enumerate(bodies, 1)))
    found, _ = compose(lesson, theme())
    document, _ = make_document(lesson, recipe_named("facilitator-guide"), found)
    return paginate(document, LETTER, theme(), found, Variant(18))[0]


SCRIPT = (NoteParagraph(text("The spring is near the mill, and the river has a ford."), "say"),)


def test_words_of_a_slide_are_told_though_its_script_has_them_as_well():
    pages = slides_in_large_print(Points(items("The spring", "A ford")), notes=SCRIPT)
    said = [written(box).replace("\u00a0", " ") for page in pages.pages for box in text_boxes(page)]
    assert "The spring" in said
    assert "A ford" in said


def test_a_table_of_a_slide_is_a_table_beside_its_script():
    rows = (texts("Spring", "Cold"), texts("Mouth", "Salty"))
    pages = slides_in_large_print(Table(None, texts("Where", "How"), rows, True, SPAN))
    assert "Table" in {element.role for element in pages.elements}
    assert {"Where", "How", "Spring", "Cold", "Mouth", "Salty"} <= set(words_on(pages))


def test_what_stands_beside_the_running_title_takes_one_line_and_keeps_clear_of_it():
    kicker = "Notes to fill in: answer key"
    made = document(words("One"), PageBreak(), words("Two"), running_head="A title of a lesson " * 9)
    pages, _ = paginate(replace(made, head=Head(runs("A title"), kicker=kicker)), LETTER, theme(), None, Variant(18))
    (title,) = [box for box in text_boxes(pages.pages[1]) if written(box).startswith("A title")]
    (beside,) = [box for box in text_boxes(pages.pages[1]) if written(box).startswith("Notes")]
    assert written(beside).replace("\u00a0", " ") == kicker
    assert [len(box.lines) for box in (title, beside)] == [1, 1]
    assert title.rect.left + title.lines[0].right + 12 <= beside.rect.left + beside.lines[0].fragments[0].x


def test_the_link_back_to_the_agenda_is_not_printed():
    parts = tuple(
        Section(text(name), 4.0, (slide(f"s{at}-1", "A slide", Points(items("A ford"))),), SPAN)
        for at, name in enumerate(("Spring", "Bed", "Mouth"), 1)
    )
    lesson = lesson_of(sections=parts, opening=("agenda",))
    found, _ = compose(lesson, theme())
    assert any("Back to the agenda" in said(box) for plan in found.slides for box in plan.boxes)
    document, _ = make_document(lesson, recipe_named("slides-2up"), found)
    pages, _ = paginate(document, LETTER, theme(), found, Variant(18))
    lines = [written(box).replace("\u00a0", " ") for page in pages.pages for box in text_boxes(page)]
    assert lines.count("4 minutes") == 3
    assert not any("agenda" in line for line in lines)


def test_a_line_to_write_on_is_as_long_as_anywhere_on_paper():
    by_hand = text("").with_runs((Run("", write_in=True),))
    at_school = replace(RIVERS.contacts[0], call=by_hand, text=None, hours=None)
    lesson = lesson_of(slide("s1-1", "Help", Help((at_school,))), contacts=(at_school,))
    found, _ = compose(lesson, theme())
    document, _ = make_document(lesson, recipe_named("slides-2up"), found)
    pages, _ = paginate(document, LETTER, theme(), found, Variant(18))
    (told,) = [box for page in pages.pages for box in text_boxes(page) if "write it" in said(box)]
    blanks = [each.width for line in told.lines for each in line.fragments if each.kind == "blank"]
    assert len(blanks) == 1
    assert blanks[0] > 100
    assert "_" not in said(told)


def said(box):
    return "".join(paragraph.plain for paragraph in box.paragraphs) if isinstance(box, TextBox) else ""


def test_choices_of_a_slide_have_their_letters_and_its_minutes_their_word():
    pages = slides_in_large_print(Quiz(QUIZ.questions[:1]), Activity(12.0, "pairs", (), items("Look")))
    said = [text for page in pages.pages for _, text in sizes(page.boxes)]
    assert [text.strip() for text in said if text.strip() in {"A.", "B."}] == ["A.", "B."]
    assert "12 minutes" in " ".join(words_on(pages)).replace("\u00a0", " ")
