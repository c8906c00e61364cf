"""What holds for every lesson: nothing leaves its box, nothing lies on another thing, no word is lost."""

from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from compose.lessons import at, choice_question, contact, daylight, item, lesson, slide, table, term, text
from compose.reading import drawn
from hornbook.compose.deck import compose
from hornbook.lesson.model import (
    Activity,
    Body,
    Column,
    Compare,
    Define,
    Discuss,
    Event,
    Help,
    Item,
    Points,
    Quiz,
    Quote,
    Scenario,
    Statement,
    Steps,
    Table,
    Timeline,
)
from hornbook.plan.deck import Deck, SlidePlan
from hornbook.plan.page import GroupBox, PictureBox, TableContent, TextBox
from hornbook.plan.structure import ARTIFACT
from hornbook.source.runs import Text
from hornbook.units import Rect
from support.counts import many

WORDS = some.sampled_from(
    [
        "water",
        "a",
        "evaporates",
        "of",
        "groundwater",
        "is",
        "condensation",
        "rain",
        "ice",
        "Über",
        "it’s",
        "50%",
        "x",
        "transpirationally",
    ]
)


def texts(most: int) -> some.SearchStrategy[Text]:
    return some.lists(WORDS, min_size=1, max_size=most).map(lambda words: text(" ".join(words)))


def items(most: int, depth: int = 2) -> some.SearchStrategy[Item]:
    below = some.lists(items(most, depth - 1), max_size=4).map(tuple) if depth else some.just(())
    return some.builds(Item, texts(most), below)


def tuples(one: some.SearchStrategy, least: int, most: int) -> some.SearchStrategy:
    return some.lists(one, min_size=least, max_size=most).map(tuple)


EVENTS = some.builds(lambda when, what: Event(when, what, (), at(9)), texts(2), texts(25))
COLUMNS = some.builds(Column, texts(3), tuples(items(14, 1), 1, 5))
ROWS = some.integers(1, 3).flatmap(lambda width: tuples(tuples(texts(8), width, width), 1, 14))

BODIES: some.SearchStrategy[Body] = some.one_of(
    some.builds(Points, tuples(items(30), 1, 12)),
    some.builds(Statement, texts(20)),
    some.builds(Quote, texts(40), some.none() | texts(4)),
    some.builds(Compare, tuples(COLUMNS, 2, 3)),
    some.builds(Steps, tuples(items(14, 1), 1, 9)),
    some.builds(Timeline, tuples(EVENTS, 1, 8)),
    ROWS.map(lambda rows: Table(None, (), rows, row_headers=False, span=at(5))),
    some.builds(
        Activity,
        some.sampled_from([1, 7.5, 10]),
        some.just("pairs"),
        tuples(texts(3), 0, 3),
        tuples(items(14, 1), 1, 7),
    ),
    some.builds(Scenario, tuples(texts(40), 1, 3), tuples(texts(14), 1, 4), some.just(())),
    some.builds(Discuss, tuples(texts(25), 1, 6)),
    some.builds(lambda ask: Quiz((choice_question(ask),)), some.just("What rises?")),
    some.builds(
        Define, tuples(some.builds(lambda word, meaning: term(word.plain, meaning.plain), texts(2), texts(20)), 1, 7)
    ),
    some.integers(1, 8).map(lambda count: Help(tuple(contact(f"c{number}") for number in range(count)))),
)
LESSONS = some.lists(some.tuples(texts(9), BODIES), min_size=1, max_size=3)
QUIETLY = settings(max_examples=many(25), deadline=None, suppress_health_check=[HealthCheck.too_slow])


def made(slides: list[tuple[Text, Body]]) -> Deck | None:
    """The deck; None where something is too long, which has to be said."""
    parts = [slide(title.plain, body, reveal=True, id=f"s1-{number}") for number, (title, body) in enumerate(slides)]
    deck, diagnostics = compose(lesson(*parts, title=text("All of it")), daylight())
    assert (deck is None) == bool(diagnostics)
    assert all(one.span is not None for one in diagnostics)
    return deck


def text_boxes(one: SlidePlan) -> list[TextBox]:
    return [box for box in one.boxes if isinstance(box, TextBox)]


@QUIETLY
@given(LESSONS)
def test_no_line_leaves_its_box(slides):
    deck = made(slides)
    for one in deck.slides if deck else ():
        for box in text_boxes(one):
            left, top = box.origin
            for line in box.lines:
                assert top + line.top >= box.rect.top - 0.01
                assert top + line.top + line.height <= box.rect.bottom + 0.02
                assert left + line.right <= box.rect.right + 0.01


@QUIETLY
@given(LESSONS)
def test_no_two_boxes_overlap_and_none_leaves_the_slide(slides):
    deck = made(slides)
    page = Rect(0.0, 0.0, 960.0, 540.0)
    for one in deck.slides if deck else ():
        boxes = [box for box in one.boxes if isinstance(box, TextBox | PictureBox | GroupBox)]
        for index, box in enumerate(boxes):
            assert page.contains(box.rect)
            for other in boxes[index + 1 :]:
                assert not box.rect.overlaps(other.rect), (one.layout, box.placeholder, other.placeholder)


def lines_of(one: SlidePlan) -> list[str]:
    """What a slide draws besides title and furniture, without spaces."""
    found: list[str] = []
    for box in one.boxes:
        inner = box.boxes if isinstance(box, GroupBox) else (box,)
        for part in inner:
            if isinstance(part, TextBox) and part.placeholder not in {"title", "footer", "number"}:
                found += [squeezed(drawn(part, index)) for index in range(len(part.paragraphs))]
    return found


def squeezed(words: str) -> str:
    return "".join(words.split())


@QUIETLY
@given(some.lists(items(30), min_size=1, max_size=14))
def test_every_word_of_a_list_is_drawn_once_and_in_order(written):
    deck = made([(text("Water"), Points(tuple(written)))])
    shown = [line for one in deck.slides for line in lines_of(one)] if deck else None
    assert shown in (None, [squeezed(words) for one in written for words in every_text(one)])


def every_text(one: Item) -> list[str]:
    return [one.text.plain, *(words for inner in one.items for words in every_text(inner))]


@QUIETLY
@given(tuples(EVENTS, 1, 9))
def test_every_word_of_a_timeline_is_drawn_once(events):
    deck = made([(text("Water"), Timeline(events))])
    shown = Counter("".join(line for one in deck.slides for line in lines_of(one))) if deck else None
    written = Counter("".join(squeezed(one.when.plain + one.what.plain) for one in events))
    assert shown in (None, written)


@QUIETLY
@given(ROWS)
def test_every_cell_of_a_table_is_drawn_once_and_in_order(rows):
    deck = made([(text("Water"), Table(None, (), rows, row_headers=False, span=at(5)))])
    shown = [line for one in deck.slides for line in lines_of(one)] if deck else None
    assert shown in (None, [squeezed(cell.plain) for row in rows for cell in row])


@QUIETLY
@given(LESSONS)
def test_every_word_has_a_place_in_the_structure(slides):
    deck = made(slides)
    for one in deck.slides if deck else ():
        for box in text_boxes(one):
            furniture = box.placeholder in {"footer", "number"}
            assert all((tag.element == ARTIFACT) == furniture for tag in box.tags)
        assert all(element.parent < index for index, element in enumerate(one.elements))


@QUIETLY
@given(LESSONS)
def test_clicks_name_paragraphs_that_are_there(slides):
    deck = made(slides)
    for one in deck.slides if deck else ():
        boxes = {box.placeholder: box for box in text_boxes(one)}
        for reveal in one.reveals:
            assert -1 <= reveal.first <= reveal.last < len(boxes[reveal.placeholder].paragraphs)


def test_a_table_with_more_rows_never_has_bigger_type_while_it_stays_on_one_slide():
    sizes = []
    for rows in range(1, 25):
        deck = made([(text("Water"), table(rows))])
        assert deck is not None
        group = next(box for box in deck.slides[0].boxes if isinstance(box, GroupBox))
        assert isinstance(group.native, TableContent)
        if len(deck.slides) == 1:
            sizes.append(group.native.cells[1][0][0].style.size)
    assert len(set(sizes)) > 1
    assert sizes == sorted(sizes, reverse=True)


def test_levels_of_one_list_share_a_size_on_all_its_slides():
    deck = made([(text("Water"), Points(tuple(item("Falls " * 20, "Warm " * 9) for _ in range(14))))])
    assert deck is not None
    sizes = {
        (paragraph.level, paragraph.style.size)
        for one in deck.slides
        for box in text_boxes(one)
        if box.placeholder == "body"
        for paragraph in box.paragraphs
    }
    assert len(sizes) == 2
