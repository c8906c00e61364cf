"""The choice questions of a lesson, quiz by quiz."""

from collections.abc import Iterator

from hornbook.check.subject import Subject
from hornbook.lesson.model import Question, Quiz


def quizzes(subject: Subject) -> Iterator[tuple[Question, ...]]:
    """The questions of each quiz and of the exit ticket."""
    for slide in subject.lesson.slides:
        if isinstance(slide.body, Quiz):
            yield slide.body.questions
    if subject.lesson.print.exit_ticket:
        yield subject.lesson.print.exit_ticket


def with_one_right(questions: tuple[Question, ...]) -> list[Question]:
    """Choice questions of which one choice is right."""
    return [each for each in questions if each.kind == "choice" and sum(choice.right for choice in each.choices) == 1]


def right_place(question: Question) -> int:
    return next(place for place, choice in enumerate(question.choices) if choice.right)
