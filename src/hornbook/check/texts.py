"""Every text that an author wrote in a lesson, with its part in it: what rules about words look through."""

from collections.abc import Iterable, Iterator
from typing import Literal, assert_never

from msgspec import Struct

from hornbook.lesson.model import (
    Activity,
    Chart,
    Compare,
    Define,
    Discuss,
    Help,
    ImageBody,
    Item,
    Lesson,
    NoteList,
    NoteParagraph,
    Points,
    Question,
    Quiz,
    Quote,
    Scenario,
    Slide,
    Statement,
    Steps,
    Table,
    Timeline,
    Video,
)
from hornbook.source.runs import Text, plain_text

Place = Literal["front", "slide", "notes", "print"]
Role = Literal[
    "title", "claim", "quote", "work", "point", "words", "caption", "cell", "chart", "question", "choice", "answer", "alt",
    "credit", "term", "meaning", "date", "file",
]  # fmt: skip
"""`claim` is what a true-or-false question or a wrong choice says; `work` is the title of somebody's work."""


class Said(Struct, frozen=True):
    """A text and where it will be read or heard."""

    text: Text
    role: Role
    place: Place
    slide: Slide | None = None
    cited: bool = False
    """A source stands beside it: in the text, on its slide or its part."""


_LATEST: list[tuple[Lesson, tuple[Said, ...]]] = []


def texts(lesson: Lesson) -> tuple[Said, ...]:
    """All texts, in the order of the outline. They are gathered once, as one rule after another asks for them."""
    if not _LATEST or _LATEST[0][0] is not lesson:
        _LATEST[:] = [(lesson, tuple(_texts(lesson)))]
    return _LATEST[0][1]


def _texts(lesson: Lesson) -> Iterator[Said]:
    yield from _front(lesson)
    for section in lesson.sections:
        if section.title:
            yield Said(section.title, "title", "slide")
        for slide in section.slides:
            yield from of_slide(slide)
    yield from _print(lesson)


def of_slide(slide: Slide) -> Iterator[Said]:
    """The texts of one slide: its title, its body, its picture's, its notes."""
    sourced = bool(slide.sources)
    own_title = not isinstance(slide.body, (Statement, Quote, Video))
    if own_title:
        yield Said(slide.title, "title", "slide", slide, cited=sourced)
    for text, role in _body(slide):
        yield Said(text, role, "slide", slide, cited=sourced or cites(text))
    if slide.picture is not None and slide.picture.alt:
        yield Said(plain_text(slide.picture.alt, slide.picture.span), "alt", "slide", slide, cited=True)
    for block in slide.notes:
        match block:
            case NoteParagraph(text=text):
                yield Said(text, "words", "notes", slide, cited=sourced or cites(text))
            case NoteList(items=items):
                yield from (Said(item, "words", "notes", slide, cited=sourced or cites(item)) for item in items)


def cites(text: Text) -> bool:
    return any(run.cite for run in text.runs)


def all_items(items: Iterable[Item]) -> Iterator[Text]:
    """The points of a list and those under them."""
    for item in items:
        yield item.text
        yield from all_items(item.items)


def asks_true_or_false(question: Question) -> bool:
    """Whether what is asked is a claim: true or false, or a choice that offers both words."""
    offered = {choice.text.plain.strip().lower().rstrip(".") for choice in question.choices}
    return question.kind == "true-false" or {"true", "false"} <= offered


def of_questions(questions: Iterable[Question]) -> Iterator[tuple[Text, Role]]:
    for question in questions:
        yield question.ask, "claim" if asks_true_or_false(question) else "question"
        for choice in question.choices:
            yield choice.text, "choice" if choice.right else "claim"
        for pair in question.pairs:
            yield pair.left, "term"
            yield pair.right, "choice"
        if question.answer and question.kind == "short":
            yield question.answer, "answer"
        if question.why:
            yield question.why, "answer"


def _front(lesson: Lesson) -> Iterator[Said]:
    yield Said(lesson.title, "title", "front")
    if lesson.subtitle:
        yield Said(lesson.subtitle, "title", "front")
    if lesson.content_note:
        yield Said(lesson.content_note, "words", "front")
    for objective in lesson.objectives:
        yield Said(objective, "point", "front")
    for term in lesson.vocabulary:
        yield Said(term.word, "term", "front")
        yield Said(term.meaning, "meaning", "front", cited=cites(term.meaning))


def _body(slide: Slide) -> Iterator[tuple[Text, Role]]:
    match slide.body:
        case Points(items=items) | Steps(steps=items):
            yield from _as("point", all_items(items))
        case Statement(text=text):
            yield text, "point"
        case Quote(text=text):
            yield text, "quote"
        case ImageBody() | Help() | Define():
            pass
        case Compare(columns=columns):
            for column in columns:
                yield column.heading, "point"
                yield from _as("point", all_items(column.items))
        case Timeline(events=events):
            for event in events:
                yield event.when, "date"
                yield event.what, "point"
        case Table() as table:
            yield from _table(table)
        case Chart() as chart:
            yield from _chart(chart)
        case Activity(materials=materials, steps=items):
            yield from _as("words", materials)
            yield from _as("point", all_items(items))
        case Scenario(story=story, questions=asked, answers=answers):
            yield from _as("words", story)
            yield from _as("question", asked)
            yield from _as("answer", answers)
        case Discuss(questions=asked):
            yield from _as("question", asked)
        case Quiz(questions=questions):
            yield from of_questions(questions)
        case Video(title=title, caution=caution):
            yield title, "work"
            yield from _as("words", (caution,) if caution else ())
        case _:
            assert_never(slide.body)


def _as(role: Role, found: Iterable[Text]) -> Iterator[tuple[Text, Role]]:
    return ((text, role) for text in found)


def _table(table: Table) -> Iterator[tuple[Text, Role]]:
    if table.caption:
        yield table.caption, "caption"
    yield from _as("cell", table.header)
    for row in table.rows:
        yield from _as("cell", row)


def _chart(chart: Chart) -> Iterator[tuple[Text, Role]]:
    words = [*chart.labels, *(series.name for series in chart.series)]
    yield from _as("chart", (plain_text(word, chart.span) for word in words))
    if chart.note:
        yield chart.note, "caption"
    yield plain_text(chart.alt, chart.span), "alt"


def _print(lesson: Lesson) -> Iterator[Said]:
    printed = lesson.print
    for block in (*printed.fact_sheet, *printed.brochure):
        parts: list[tuple[Text, Role]] = [(block.heading, "title")]
        parts += _as("words", block.text)
        parts += _as("point", all_items(block.points))
        parts += _table(block.table) if block.table else ()
        parts += _chart(block.chart) if block.chart else ()
        for text, role in parts:
            yield Said(text, role, "print", cited=bool(block.sources) or cites(text))
    for text, role in of_questions(printed.exit_ticket):
        yield Said(text, role, "print")
    plain: list[Text] = [*printed.letter, *printed.disclosure, *printed.materials, *(printed.fields or ())]
    for card in (printed.card, printed.poster):
        plain += [card.headline, *card.lines] if card and card.headline else card.lines if card else ()
    if printed.card and printed.card.cover:
        plain.append(printed.card.cover)
    if printed.opt_out:
        plain += [printed.opt_out.title, *printed.opt_out.steps]
    for text in plain:
        yield Said(text, "words", "print", cited=cites(text))
