"""Not looked at for a long time.

Help lines move, pages disappear, laws change. A contact that was last checked (or seen) more than 90 days ago, or a source
more than a year ago, wants to be opened again before the next copies. The numbers are `contacts` and `sources`, in days.

For instance:
    contacts: [{id: line, name: Help line, call: 911, checked_on: 2024-01-15, checked_by: A. Teacher}]

Instead:
    contacts: [{id: line, name: Help line, call: 911, checked_on: 2026-11-15, checked_by: A. Teacher}]
"""

from collections.abc import Iterator

from hornbook.check.dates import looked_at
from hornbook.check.rule import Rule
from hornbook.check.subject import Subject
from hornbook.diagnostics import Diagnostic, Severity, warning


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each contact and each source that was last looked at too long ago."""
    for kind, id, day, span in looked_at(subject.lesson):
        age = (subject.today - day).days
        if age > subject.limit("HB504", f"{kind}s"):
            message = f'The {kind} "{id}" was last looked at {age} days ago, on {day.isoformat()}.'
            yield warning("HB504", message, span, "Open it again, then write checked_on and checked_by beside it.")


RULE = Rule("HB504", Severity.WARNING, find, __doc__, {"contacts": 90, "sources": 365})
