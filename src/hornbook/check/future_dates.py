"""A day that has not come yet.

Nobody can have checked something tomorrow. It is a slip of the finger, or this computer's clock is wrong.

For instance:
    contacts: [{id: line, name: Help line, call: 911, checked_on: 2062-11-15, checked_by: A. Teacher}]

Instead:
    contacts: [{id: line, name: Help line, call: 911, checked_on: 2026-11-15, checked_by: A. Teacher}]
"""

from collections.abc import Iterator

from hornbook.check.dates import looked_at
from hornbook.check.rule import Rule
from hornbook.check.subject import Subject
from hornbook.diagnostics import Diagnostic, Severity, warning


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each contact and each source that was looked at after today."""
    for kind, id, day, span in looked_at(subject.lesson):
        if day > subject.today:
            message = f'The {kind} "{id}" was looked at on {day.isoformat()}, and today is {subject.today.isoformat()}.'
            yield warning("HB505", message, span, "Correct the date, or the clock of this computer.")


RULE = Rule("HB505", Severity.WARNING, find, __doc__)
