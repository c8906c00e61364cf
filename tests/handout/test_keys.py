"""A key never drifts from its copy, whatever the lesson holds: the same blocks, the same places, and what was left out."""

from hypothesis import given, settings
from hypothesis import strategies as st

from handout.lessons import items, lesson_of, slide, text, texts
from handout.sheets import recipe_named
from hornbook.compose.deck import compose
from hornbook.handout.document import make_document
from hornbook.lesson.model import Column, Compare, Define, Discuss, Event, Points, Scenario, Steps, Term, Timeline
from hornbook.paginate.pages import paginate
from hornbook.units import PAPERS
from paginate.documents import text_boxes, theme, written

WORD = st.sampled_from(
    ["river", "a stone", "the old mill", "==water==", "==an estuary==", "it runs", "==down a hill=="]
)
PHRASE = st.lists(WORD, min_size=1, max_size=3).map(" and ".join)
PHRASES = st.lists(PHRASE, min_size=1, max_size=5)
BODY = st.one_of(
    PHRASES.map(lambda found: Points(items(*found))),
    st.lists(PHRASE, min_size=2, max_size=6).map(lambda found: Steps(items(*found))),
    st.tuples(PHRASES, PHRASES).map(
        lambda found: Compare(tuple(Column(text(name), items(*each)) for name, each in zip("AB", found, strict=True)))
    ),
    PHRASES.map(lambda found: Discuss(texts(*found))),
    PHRASES.map(lambda found: Scenario(texts("It rains."), texts(*found), texts(*reversed(found)))),
    PHRASES.map(lambda found: Define(tuple(Term(text("word"), text(each), text(each).span) for each in found[:3]))),
    PHRASES.map(lambda found: Timeline(tuple(Event(text("1900"), text(each), (), text(each).span) for each in found))),
)
LESSON = st.lists(BODY, min_size=1, max_size=4).map(
    lambda bodies: lesson_of(*(slide(f"s1-{at}", f"Slide {at}", body) for at, body in enumerate(bodies, 1)))
)


def printed(lesson, name):
    deck, _ = compose(lesson, theme())
    document, _ = make_document(lesson, recipe_named(name), deck)
    return document, paginate(document, PAPERS["letter"], theme(), deck)[0]


def lines_of(pages):
    """What is printed in black of every page, with its place: neither blanks nor what is written on them."""
    return [
        [
            (round(box.rect.left, 2), round(box.rect.top, 2), written(box))
            for box in text_boxes(page)
            if not any(run.key or run.write_in for run in box.paragraphs[0].runs) and box.rect.top > 165
        ]
        for page in pages.pages
    ]


@settings(max_examples=15, deadline=None)
@given(LESSON)
def test_guided_notes_and_their_key_never_drift(lesson):
    copy, pages = printed(lesson, "guided-notes")
    key, answered = printed(lesson, "guided-notes-key")
    assert copy.blocks[1:] == key.blocks[1:]
    assert len(pages.pages) == len(answered.pages)
    for mine, other in zip(lines_of(pages), lines_of(answered), strict=True):
        assert [line for line in mine if line not in other] == []


@settings(max_examples=15, deadline=None)
@given(LESSON)
def test_no_copy_prints_what_its_key_fills_in(lesson):
    _, pages = printed(lesson, "guided-notes")
    shown = " ".join(written(box) for page in pages.pages for box in text_boxes(page))
    assert not any(word in shown for word in ("estuary", "down a hill"))


def test_the_key_has_what_stood_in_a_comparison_that_is_written_down():
    columns = (Column(text("Spring"), items("It rains", "Snow melts")), Column(text("Autumn"), items("Leaves fall")))
    lesson = lesson_of(slide("s1-1", "Two seasons", Compare(columns)))
    said = [
        " ".join(written(box) for page in printed(lesson, name)[1].pages for box in text_boxes(page))
        for name in ("guided-notes", "guided-notes-key")
    ]
    copy, key = (words.replace("\u00a0", " ") for words in said)
    assert all(words in key and words not in copy for words in ("It rains", "Snow melts", "Leaves fall"))
