"""An answer that is given away.

The question itself, or one that came just before it in the same quiz, holds the words of the right choice and of no other one. (What the
lesson taught earlier is no giveaway: that is what a quiz asks for.)

For instance:
    - {ask: "When rain falls from clouds, what falls?", choices: [Rain, Sand, Light], answer: Rain}

Instead:
    - {ask: What falls from clouds?, choices: [Rain, Sand, Light], answer: Rain}
"""

import re
from collections.abc import Iterator

from hornbook.check.quizzes import quizzes, with_one_right
from hornbook.check.rule import Rule
from hornbook.check.subject import Subject
from hornbook.check.texts import asks_true_or_false
from hornbook.diagnostics import Diagnostic, Severity, warning
from hornbook.lesson.model import Question

_SHORTEST = 4
"""Letters of an answer that can be given away: shorter ones stand in many a question by chance."""


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each choice question whose right choice, and no other, is in its own words or in those of the one before."""
    for questions in quizzes(subject):
        asked = with_one_right(questions)
        for question in asked:
            if asks_true_or_false(question):
                continue
            before = questions[: questions.index(question)]
            for words, where in ((question.ask.plain, "this question"), (_told(before), "the question before it")):
                if _gives_away(question, words):
                    right = next(choice.text.plain for choice in question.choices if choice.right)
                    message = f'The right choice "{right}" is in the words of {where}.'
                    yield warning(
                        "HB524", message, question.ask.span, "Ask in other words, or change the order of the questions."
                    )
                    break


def _told(before: tuple[Question, ...]) -> str:
    """What the last question says when its answer is shown."""
    if not before:
        return ""
    last = before[-1]
    return " ".join(text.plain for text in (last.ask, last.why) if text)


def _gives_away(question: Question, words: str) -> bool:
    inside = [choice.right for choice in question.choices if _holds(words, choice.text.plain)]
    return inside == [True]


def _holds(words: str, choice: str) -> bool:
    plain = choice.strip().rstrip(".").casefold()
    return len(plain) >= _SHORTEST and bool(re.search(rf"(?<!\w){re.escape(plain)}(?!\w)", words.casefold()))


RULE = Rule("HB524", Severity.WARNING, find, __doc__)
