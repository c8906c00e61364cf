"""The right choice is always at the same place.

After three questions a class knows that it is the second, and stops reading. (Versions of the printed quiz are shuffled; the slides keep
your order.)

For instance:
    quiz:
      - {ask: A, choices: [Wrong, Right, Wrong], answer: Right}
      - {ask: B, choices: [Wrong, Right, Wrong], answer: Right}
      - {ask: C, choices: [Wrong, Right, Wrong], answer: Right}

Instead:
    quiz:
      - {ask: A, choices: [Wrong, Right, Wrong], answer: Right}
      - {ask: B, choices: [Right, Wrong, Wrong], answer: Right}
      - {ask: C, choices: [Wrong, Wrong, Right], answer: Right}
"""

from collections.abc import Iterator

from hornbook.check.quizzes import quizzes, right_place, with_one_right
from hornbook.check.rule import Rule
from hornbook.check.subject import Subject
from hornbook.diagnostics import Diagnostic, Severity, warning

_PLACES = ("first", "second", "third", "fourth", "fifth", "sixth")


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each quiz of three choice questions or more whose right choices all stand at one place."""
    for questions in quizzes(subject):
        asked = with_one_right(questions)
        places = {right_place(question) for question in asked}
        if len(asked) >= subject.limit("HB520", "questions") and len(places) == 1:
            place = _PLACES[min(places.pop(), len(_PLACES) - 1)]
            message = f"The right choice is the {place} one in all {len(asked)} questions."
            yield warning("HB520", message, asked[0].span, "Move it about.")


RULE = Rule("HB520", Severity.WARNING, find, __doc__, {"questions": 3})
