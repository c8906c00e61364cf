"""The words of a slide as blocks to read and to write beside: what a student has in front of them while the slide is shown."""

from collections.abc import Sequence
from typing import assert_never

from hornbook.handout.questions import question_blocks
from hornbook.handout.scope import Scope
from hornbook.handout.words import has_blanks, items_of, joined, runs_of, texts_as_items
from hornbook.lesson.model import (
    Activity,
    Body,
    Chart,
    Column,
    Compare,
    Define,
    Discuss,
    Event,
    Help,
    ImageBody,
    Item,
    Points,
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
from hornbook.plan.document import AnswerLines, Block, ChartFigure, ListBlock, ListItem, Side, TableBlock, Words
from hornbook.source.runs import Run, Text

MOST_ROWS = 6
"""Steps or events up to that many have a line each."""


def body_blocks(slide: Slide, scope: Scope, lines: int) -> tuple[Block, ...]:
    """The words that have blanks or that a reader needs on paper, and `lines` lines where there are no blanks."""
    words = words_of(slide.body, scope)
    if not scope.blanks or shows_blanks(slide.body):
        return words if shows_blanks(slide.body) or not lines else (*words, AnswerLines(lines))
    return (*_prompt(slide.body, scope), *_own_lines(slide.body, scope, lines))


def shows_blanks(body: Body) -> bool:
    """Whether key words are marked in it."""
    return has_blanks(texts_of(body))


def asks_for_words(body: Body) -> bool:
    """Whether lines in the shape of the slide ask for the words that it shows."""
    if shows_blanks(body):
        return False
    match body:
        case Steps(steps=items) | Timeline(events=items):
            return len(items) <= MOST_ROWS
        case Compare(columns=columns):
            return len(columns) == 2
        case _:
            return isinstance(body, Define)


def _prompt(body: Body, scope: Scope) -> tuple[Block, ...]:
    """What stands above the lines of a slide without key words: what its picture is too small for."""
    match body:
        case Table() | Quote() | Video():
            return words_of(body, scope)
        case _:
            return ()


def _own_lines(body: Body, scope: Scope, lines: int) -> tuple[Block, ...]:
    """Lines in the shape of the slide: one for each step or word, two columns for a comparison."""
    match body:
        case Steps(steps=steps) if len(steps) <= MOST_ROWS:
            return (
                ListBlock(tuple(ListItem((), lines=1, answer=runs_of(step.text, scope)) for step in steps), "number"),
            )
        case Timeline(events=events) if len(events) <= MOST_ROWS:
            rows = tuple(_row(event.when, event.what, scope, 1) for event in events)
            return (ListBlock(rows, "number", style="question"),)
        case Define(terms=terms):
            return (
                ListBlock(tuple(_row(term.word, term.meaning, scope, 2) for term in terms), "number", style="question"),
            )
        case Compare(columns=columns) if len(columns) == 2:
            left, right = (_compare_lines(column, scope, lines) for column in columns)
            return (Side(left, right, 0.5),)
        case Scenario(questions=questions, answers=answers):
            return _asked(questions, answers, scope)
        case Discuss(questions=questions):
            return _asked(questions, (), scope)
        case Quiz(questions=questions):
            return tuple(block for question in questions for block in question_blocks(question, scope))
        case Table() | Quote() | Video():
            return (AnswerLines(lines - 1),) if lines > 1 else ()
        case _:
            return (AnswerLines(lines),) if lines else ()


def _row(label: Text, answer: Text, scope: Scope, lines: int) -> ListItem:
    """A term or a date with lines for what belongs to it."""
    return ListItem((), lines=lines, answer=runs_of(answer, scope, blanks=False), label=label.plain)


def _compare_lines(column: Column, scope: Scope, lines: int) -> tuple[Block, ...]:
    """Under the heading a line for each point, where these are few and have none under them."""
    heading = Words(runs_of(column.heading, scope), "question", keep=True)
    if len(column.items) > MOST_ROWS or any(item.items for item in column.items):
        return (heading, AnswerLines(lines))
    points = tuple(ListItem((), lines=1, answer=runs_of(item.text, scope)) for item in column.items)
    return (heading, ListBlock(points))


def _asked(questions: Sequence[Text], answers: Sequence[Text], scope: Scope) -> tuple[Block, ...]:
    """Questions with two lines each, and what could stand on them."""
    given = answers_of(questions, answers, scope)
    items = tuple(
        ListItem(runs_of(question, scope), lines=2, answer=given[index]) for index, question in enumerate(questions)
    )
    return (ListBlock(items, "number", gap=8.0),)


def answers_of(questions: Sequence[Text], answers: Sequence[Text], scope: Scope) -> tuple[tuple[Run, ...], ...]:
    """An answer for each question; where there are not as many, all of them belong to the last one."""
    given = [runs_of(text, scope, blanks=False) for text in answers]
    if len(given) == len(questions):
        return tuple(given)
    return (*(() for _ in questions[1:]), joined(given, " "))


def words_of(body: Body, scope: Scope) -> tuple[Block, ...]:
    """All words of a body, as they would be read."""
    match body:
        case Points(items=items):
            return (ListBlock(items_of(items, scope)),)
        case Statement() | ImageBody() | Help():
            return ()
        case Quote(text=text, by=by):
            named = by is not None and not (scope.slide and scope.slide.title.plain == by.plain)
            attribution = (Words((Run("— "), *runs_of(by, scope)), "small"),) if named else ()
            return (Words(runs_of(text, scope), "lead"), *attribution)
        case Compare(columns=columns):
            return _compared(columns, scope)
        case Steps(steps=steps):
            return (ListBlock(items_of(steps, scope), "number"),)
        case Timeline(events=events):
            return (TableBlock((), tuple(_event(event, scope) for event in events), row_headers=True, widths=(3, 7)),)
        case Table():
            return (table_block(body, scope),)
        case Chart(note=note):
            return (Words(runs_of(note, scope), "small"),) if note else ()
        case Activity(steps=steps):
            return (ListBlock(items_of(steps, scope), "number"),)
        case Scenario(story=story, questions=questions):
            return (
                *(Words(runs_of(text, scope)) for text in story),
                ListBlock(texts_as_items(questions, scope), "number"),
            )
        case Discuss(questions=questions):
            return (ListBlock(texts_as_items(questions, scope)),)
        case Quiz(questions=questions):
            return tuple(block for question in questions for block in question_blocks(question, scope))
        case Define(terms=terms):
            return tuple(Words(meaning_runs(term.word, term.meaning, scope)) for term in terms)
        case Video(title=title, url=url, length=length):
            words = joined(((Run(title.plain, strong=True),), (Run(length),) if length else ()), " · ")
            return (Words(words), Words((Run(url, link=url),), "small"))
        case _:
            assert_never(body)


def _compared(columns: Sequence[Column], scope: Scope) -> tuple[Block, ...]:
    stacks = [
        (Words(runs_of(column.heading, scope), "question", keep=True), ListBlock(items_of(column.items, scope)))
        for column in columns
    ]
    if len(stacks) == 2:
        return (Side(stacks[0], stacks[1], 0.5),)
    return tuple(block for stack in stacks for block in stack)


def meaning_runs(word: Text, meaning: Text, scope: Scope) -> tuple[Run, ...]:
    """A word of the vocabulary and what it means, in one line."""
    return (Run(f"{word.plain}: ", strong=True), *runs_of(meaning, scope))


def _event(event: Event, scope: Scope) -> tuple[tuple[Run, ...], ...]:
    return (runs_of(event.when, scope), runs_of(event.what, scope))


def chart_figure(chart: Chart, scope: Scope) -> ChartFigure:
    """The chart drawn for paper, its caveat below it."""
    return ChartFigure(chart, runs_of(chart.note, scope, blanks=False))


def table_block(table: Table, scope: Scope) -> TableBlock:
    """A table of the lesson, numbers set to the right."""
    rows = tuple(tuple(runs_of(cell, scope) for cell in row) for row in table.rows)
    header = tuple(runs_of(cell, scope) for cell in table.header)
    return TableBlock(header, rows, runs_of(table.caption, scope), table.row_headers, numbers=_number_columns(table))


def _number_columns(table: Table) -> tuple[int, ...]:
    count = len(table.rows[0]) if table.rows else 0
    first = 1 if table.row_headers else 0
    return tuple(index for index in range(first, count) if all(_is_number(row[index].plain) for row in table.rows))


def _is_number(words: str) -> bool:
    return bool(words) and words.strip("$€£%+-–~ ").replace(",", "").replace(".", "").replace(" ", "").isdigit()


def texts_of(body: Body) -> tuple[Text, ...]:
    """The texts of a body in which a key word becomes a blank."""
    match body:
        case Points(items=items) | Steps(steps=items) | Activity(steps=items):
            return _item_texts(items)
        case Compare(columns=columns):
            return tuple(text for column in columns for text in (column.heading, *_item_texts(column.items)))
        case Timeline(events=events):
            return tuple(text for event in events for text in (event.when, event.what))
        case Table(header=header, rows=rows):
            return (*header, *(cell for row in rows for cell in row))
        case Chart(note=note):
            return (note,) if note else ()
        case Quote(text=text):
            return (text,)
        case Scenario(story=story, questions=questions):
            return (*story, *questions)
        case Discuss(questions=questions):
            return questions
        case Define(terms=terms):
            return tuple(term.meaning for term in terms)
        case Statement() | ImageBody() | Quiz() | Video() | Help():
            return ()
        case _:
            assert_never(body)


def _item_texts(items: Sequence[Item]) -> tuple[Text, ...]:
    return tuple(text for item in items for text in (item.text, *_item_texts(item.items)))
