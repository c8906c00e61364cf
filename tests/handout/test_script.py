"""The script of the facilitator guide, where it goes on on another page."""

import pytest

from handout.lessons import lesson_of, slide, text
from handout.sheets import recipe_named
from hornbook.compose.deck import compose
from hornbook.handout.document import make_document
from hornbook.lesson.model import NoteParagraph, Statement
from hornbook.paginate.pages import paginate
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
