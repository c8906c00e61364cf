"""`task`: an activity, a scenario or a discussion as a sheet with room to write."""

from collections.abc import Sequence

from hornbook.handout.blocks.kind import BlockKind, Option
from hornbook.handout.bodies import answers_of
from hornbook.handout.pictures import slide_picture
from hornbook.handout.scope import Options, Scope
from hornbook.handout.words import fixed, items_of, joined, runs_of, template
from hornbook.lesson.model import Activity, Discuss, Scenario
from hornbook.locale.words import minutes_in_words, phrase
from hornbook.plan.document import AnswerLines, Block, Card, Heading, Keep, ListBlock, ListItem, Side, Words
from hornbook.source.runs import Run, Text

TO_DRAW = 5
"""Lines that a frame to draw in is as high as."""
BESIDE = 0.27
"""Part of the width for a picture beside words."""


def make(scope: Scope, options: Options) -> tuple[Block, ...]:
    slide = scope.slide
    assert slide is not None
    title = runs_of(slide.title, scope, blanks=False)
    lines = int(float(str(options["lines"])))
    match slide.body:
        case Activity():
            return _activity(scope, slide.body, title, lines)
        case Scenario(story=story, questions=questions, answers=answers):
            card = Card(tuple(Words(runs_of(text, scope), "story") for text in story), "mist")
            head = Heading(2, title, phrase("scenario", scope.language))
            return (Keep((head, *_beside(scope, card), *_asked(scope, questions, answers, lines))),)
        case Discuss(questions=questions):
            head = Heading(2, title, phrase("discussion_aside", scope.language))
            return (Keep((head, *_beside(scope, *_asked(scope, questions, (), lines)))),)
        case _:
            return ()


def _activity(scope: Scope, activity: Activity, title: tuple[Run, ...], lines: int) -> tuple[Block, ...]:
    facts = joined(
        (
            fixed("activity", scope),
            (Run(minutes_in_words(activity.minutes, scope.language)),),
            (Run(activity.groups),) if activity.groups else (),
        ),
        " · ",
    )
    steps = ListBlock(items_of(activity.steps, scope), "check")
    needed = joined(tuple(runs_of(each, scope) for each in activity.materials), ", ")
    materials = (Words(template("materials_line", scope, list=needed), "small"),) if needed else ()
    head = Heading(2, title, "".join(run.text for run in facts))
    return (Keep((head, *_beside(scope, Card((*materials, steps), "cream")), *_room(activity, lines))),)


def _room(activity: Activity, lines: int) -> tuple[Block, ...]:
    """What an activity leaves on the sheet."""
    match activity.room:
        case "drawing":
            return (AnswerLines(TO_DRAW, ruled=False),)
        case "none":
            return ()
        case _:
            return (AnswerLines(lines + 1),)  # an activity has one place to write, each question its own


def _beside(scope: Scope, *blocks: Block) -> tuple[Block, ...]:
    """The blocks with the slide's picture at their right, where it has one."""
    picture = slide_picture(scope)
    return (Side(blocks, (picture,), 1.0 - BESIDE),) if picture else blocks


def _asked(scope: Scope, questions: Sequence[Text], answers: Sequence[Text], lines: int) -> tuple[Block, ...]:
    """Each question with its lines, and what could stand on them."""
    given = answers_of(questions, answers, scope)
    items = tuple(
        ListItem(runs_of(question, scope), lines=lines, answer=given[index]) for index, question in enumerate(questions)
    )
    return (ListBlock(items, "number", style="question", gap=16.0),)


BLOCK = BlockKind(
    "task",
    "An activity, a scenario or a discussion with room to write.",
    make,
    {"lines": Option("number", 3.0)},
    "slide",
    shows="pictures",
)
