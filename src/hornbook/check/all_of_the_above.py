"""All of the above.

Who knows two of the choices knows the answer without the third, and in a shuffled version nothing is above. "None of the above" shows only
that the others are wrong. Ask for several right choices in place of it.

For instance:
    - {ask: Which are water?, choices: [Ice, Rain, All of the above], answer: All of the above}

Instead:
    - {ask: Which are water?, choices: [Ice, Rain, Sand], answer: [Ice, Rain]}
"""

import re
from collections.abc import Iterator

from hornbook.check.quizzes import quizzes
from hornbook.check.rule import Rule
from hornbook.check.subject import Subject
from hornbook.diagnostics import Diagnostic, Severity, warning
from hornbook.patterns import lazy

_ABOVE = lazy(
    r"(?:all|none|both|neither|any) (?:of (?:the|these|them) ?)?(?:above|these|them|answers|choices|the above)?\.?"
    r"|(?:both )?[a-f](?: and | & )[a-f]\.?"
    r"|tod[ao]s l[ao]s anteriores\.?|ningun[ao] de l[ao]s anteriores\.?",
    re.IGNORECASE,
)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each choice that only speaks of the others."""
    for questions in quizzes(subject):
        for question in questions:
            for choice in question.choices:
                words = " ".join(choice.text.plain.split())
                if " " in words and _ABOVE.fullmatch(words):
                    message = f'The choice "{words}" only speaks of the others.'
                    yield warning(
                        "HB522", message, choice.text.span, "Name them: `answer:` may be a list of right choices."
                    )


RULE = Rule("HB522", Severity.WARNING, find, __doc__)
