"""A telephone number typed outside the contacts.

A number that stands in a text is forgotten when the line changes. One that no contact of the lesson has is checked by nobody.
The numbers of contacts may be repeated in texts: when the contact changes, the old copy is found here.

For instance:
    - Call 555-201-3344 at any time

Instead:
    - title: Where to get help
      help: all
"""

from collections.abc import Iterator

from hornbook.check.phones import digits_of, known_digits, numbers_in
from hornbook.check.places import place_of
from hornbook.check.rule import Rule
from hornbook.check.subject import Subject
from hornbook.check.texts import texts
from hornbook.diagnostics import Diagnostic, Severity, warning


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each number in a text that is not one of a contact."""
    known = known_digits(subject.lesson.contacts)
    for said in texts(subject.lesson):
        if said.role in {"chart", "cell", "credit"}:
            continue
        for match in numbers_in(said.text.plain):
            if digits_of(match[0]) not in known:
                span = place_of(said.text, match[0])
                message = f'The telephone number "{match[0]}" is not one of the contacts.'
                yield warning(
                    "HB507", message, span, "Add a contact with this number, and the day when it was checked."
                )


RULE = Rule("HB507", Severity.WARNING, find, __doc__, of_words=True)
