"""The script of the facilitator guide: where it goes on on another page, and the answers of its quizzes."""

import pytest
from msgspec.structs import replace

from handout.lessons import LESSON, SPAN, lesson_of, slide, text, texts
from handout.sheets import recipe_named
from hornbook.compose.deck import compose
from hornbook.handout.document import make_document
from hornbook.lesson.model import NoteParagraph, Question, Quiz, Statement
from hornbook.paginate.pages import paginate
from hornbook.plan.document import ListBlock, Words
from hornbook.units import PAPERS
from paginate.documents import read_boxes, text_boxes, theme, written


def guide(cues):
    notes = tuple(NoteParagraph(text(f"Word-{number} is said."), "say") for number in range(cues))
    lesson = lesson_of(slide("s1-1", "Long", Statement(text("Long")), notes=notes))
    deck, _ = compose(lesson, theme())
    document, _ = make_document(lesson, recipe_named("facilitator-guide"), deck)
    return paginate(document, PAPERS["letter"], theme(), deck)[0]


@pytest.mark.parametrize("cues", range(24, 40, 2))
def test_no_cue_goes_on_alone_and_the_page_says_which_slide_it_belongs_to(cues):
    pages = guide(cues).pages
    began = next(at for at, page in enumerate(pages) if any("Word-0 " in written(box) for box in read_boxes(page)))
    goes_on = pages[began + 1 :]
    assert goes_on
    for page in goes_on:
        cues_on = [box for box in read_boxes(page) if "Word-" in written(box)]
        again = [box for box in text_boxes(page) if "continued" in written(box)]
        assert len(cues_on) > 1
        assert [box.tags[0].element < 0 for box in again] == [True]


def quiz(id, *asked, **changes):
    questions = tuple(Question("short", text(each), (), (), text(f"For {each}"), None, 2, SPAN) for each in asked)
    return replace(slide(id, id, Quiz(questions)), **changes)


def test_answers_have_the_numbers_that_the_sheet_of_all_questions_gives_them():
    lesson = lesson_of(quiz("s1-1", "A", "B"), quiz("s1-2", "C", in_handouts=False), quiz("s1-3", "D", in_deck=False))
    deck, _ = compose(lesson, theme())
    guide, sheet = (make_document(lesson, recipe_named(name), deck)[0] for name in ("facilitator-guide", "quiz"))
    lists = [block for block in every_block(guide.blocks) if isinstance(block, ListBlock)]
    answers = [block for block in lists if block.items[0].runs[0].text.startswith("For ")]
    assert [(block.start, len(block.items)) for block in answers] == [(1, 2), (1, 1), (3, 1)]
    asked = [each.runs[0].text for each in every_block(sheet.blocks) if isinstance(each, Words)]
    assert asked == ["1. ", "2. ", "3. "]


@pytest.mark.parametrize("objectives", range(12, 28, 2))
def test_what_to_do_if_someone_tells_you_stands_on_one_page(objectives):
    steps = texts(*(f"Step-{number}." for number in range(10)))
    lesson = lesson_of(
        slide("s1-1", "Short", Statement(text("Short"))),
        objectives=texts(*(f"Do thing {number}" for number in range(objectives))),
        print=replace(LESSON.print, disclosure=steps),
    )
    deck, _ = compose(lesson, theme())
    document, _ = make_document(lesson, recipe_named("facilitator-guide"), deck)
    pages = paginate(document, PAPERS["letter"], theme(), deck)[0].pages
    assert [count for page in pages if (count := sum("Step-" in written(box) for box in read_boxes(page)))] == [10]


def every_block(blocks):
    for block in blocks:
        yield block
        for inner in (getattr(block, name, ()) for name in ("blocks", "left", "right")):
            yield from every_block(inner)
