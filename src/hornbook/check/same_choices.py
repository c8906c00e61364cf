"""Two choices that say the same.

They differ in capitals or a full stop only, so that both are right or both are wrong. (Choices that are equal letter by letter
are an error.)

For instance:
    - {ask: What falls?, choices: [Rain, "rain.", Sun], answer: Rain}

Instead:
    - {ask: What falls?, choices: [Rain, Snow, Sunlight], answer: [Rain, Snow]}
"""

import re
from collections.abc import Iterator

from hornbook.check.quizzes import quizzes
from hornbook.check.rule import Rule
from hornbook.check.subject import Subject
from hornbook.diagnostics import Diagnostic, Severity, warning


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each choice that repeats an earlier one of its question."""
    for questions in quizzes(subject):
        for question in questions:
            seen: dict[str, str] = {}
            for choice in question.choices:
                written = choice.text.plain
                plain = re.sub(r"[\W_]+", " ", written.casefold()).strip() or written
                if plain in seen:
                    message = f'"{written}" says the same as "{seen[plain]}".'
                    yield warning("HB523", message, choice.text.span, "Write a choice that is different.")
                seen.setdefault(plain, written)


RULE = Rule("HB523", Severity.WARNING, find, __doc__)
