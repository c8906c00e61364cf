"""The right choice is always the longest.

Whoever writes a quiz takes care that the right answer is exactly right, and it becomes the longest. Learners know that.

For instance:
    quiz:
      - {ask: A, choices: [Rain, Water that rises as a gas, Snow], answer: Water that rises as a gas}
      - {ask: B, choices: [Ice, Water that falls from clouds, Fog], answer: Water that falls from clouds}
      - {ask: C, choices: [Sea, Water under the ground, Dew], answer: Water under the ground}

Instead:
    quiz:
      - {ask: A, choices: [Rain that falls on hills, A gas that rises, Snow on the ground], answer: A gas that rises}
"""

from collections.abc import Iterator

from hornbook.check.quizzes import quizzes, with_one_right
from hornbook.check.rule import Rule
from hornbook.check.subject import Subject
from hornbook.diagnostics import Diagnostic, Severity, warning
from hornbook.lesson.model import Question


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each quiz of three choice questions or more whose right choices are all clearly the longest."""
    factor = 1 + subject.limit("HB521", "percent") / 100
    for questions in quizzes(subject):
        asked = with_one_right(questions)
        if len(asked) >= subject.limit("HB521", "questions") and all(_is_longest(each, factor) for each in asked):
            message = f"The right choice is the longest in all {len(asked)} questions."
            yield warning("HB521", message, asked[0].span, "Shorten it, or say more in the others.")


def _is_longest(question: Question, factor: float) -> bool:
    right = max(len(choice.text.plain) for choice in question.choices if choice.right)
    return right > factor * max(len(choice.text.plain) for choice in question.choices if not choice.right)


RULE = Rule("HB521", Severity.WARNING, find, __doc__, {"questions": 3, "percent": 10})
