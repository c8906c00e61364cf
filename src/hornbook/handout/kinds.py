"""The body key of a slide, as filters of a recipe name it."""

from typing import assert_never

from hornbook.handout.bodies import texts_of
from hornbook.handout.words import has_blanks
from hornbook.lesson.model import (
    Activity,
    Body,
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


def kind_of(body: Body) -> str:
    """`points`, `statement`, `compare` ..."""
    match body:
        case Points():
            return "points"
        case Statement():
            return "statement"
        case Quote():
            return "quote"
        case ImageBody():
            return "image"
        case Compare():
            return "compare"
        case Steps():
            return "steps"
        case Timeline():
            return "timeline"
        case Table():
            return "table"
        case Chart():
            return "chart"
        case Activity():
            return "activity"
        case Scenario():
            return "scenario"
        case Discuss():
            return "discuss"
        case Quiz():
            return "quiz"
        case Define():
            return "define"
        case Video():
            return "video"
        case Help():
            return "help"
        case _:
            assert_never(body)


def shows_blanks(slide: Slide) -> bool:
    """Whether key words are marked on it."""
    return has_blanks(texts_of(slide.body))
