"""Which module composes which kind: the one `match` over the bodies of slides."""

from typing import assert_never

from hornbook.compose.activity import activity
from hornbook.compose.chart import chart
from hornbook.compose.compare import compare
from hornbook.compose.content import Content
from hornbook.compose.define import define
from hornbook.compose.discuss import discuss
from hornbook.compose.help import help_content
from hornbook.compose.image import image
from hornbook.compose.points import points
from hornbook.compose.quiz import quiz
from hornbook.compose.quote import quote
from hornbook.compose.scenario import scenario
from hornbook.compose.statement import statement
from hornbook.compose.steps import steps
from hornbook.compose.table import table
from hornbook.compose.timeline import timeline
from hornbook.compose.video import video
from hornbook.lesson.model import (
    Activity,
    Chart,
    Compare,
    Define,
    Discuss,
    Help,
    ImageBody,
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


def contents(slide: Slide, language: str) -> tuple[Content, ...]:
    """What a slide of the lesson shows: one content, or one for each question of a quiz."""
    body = slide.body
    match body:
        case Points():
            return (points(slide, body),)
        case Statement():
            return (statement(slide, body),)
        case Quote():
            return (quote(slide, body),)
        case ImageBody():
            return (image(slide, body),)
        case Compare():
            return (compare(slide, body),)
        case Steps():
            return (steps(slide, body),)
        case Timeline():
            return (timeline(slide, body),)
        case Table():
            return (table(slide, body),)
        case Chart():
            return (chart(slide, body),)
        case Activity():
            return (activity(slide, body, language),)
        case Scenario():
            return (scenario(slide, body, language),)
        case Discuss():
            return (discuss(slide, body),)
        case Quiz():
            return quiz(slide, body, language)
        case Define():
            return (define(slide, body),)
        case Video():
            return (video(slide, body, language),)
        case Help():
            return (help_content(slide.title, body.contacts, language),)
        case _:
            assert_never(body)
