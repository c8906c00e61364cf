"""Contacts that nobody has checked.

A wrong number in print is worse than none. A contact is checked when a person opened its page and tried its line; until
checked_on says when, every build says so and print shows a line to sign. Lines to fill in by hand are not counted.

For instance:
    contacts: [{id: line, name: Help line, call: 555-0100, seen_on: 2026-11-24}]

Instead:
    contacts: [{id: line, name: Help line, call: 555-0100, checked_on: 2026-11-30, checked_by: A. Teacher}]
"""

from collections.abc import Iterator

from hornbook.check.rule import Rule
from hornbook.check.subject import Subject
from hornbook.diagnostics import Diagnostic, Severity, warning
from hornbook.source.runs import Text


def find(subject: Subject) -> Iterator[Diagnostic]:
    """One warning for all contacts of a lesson that nobody has tried."""
    contacts = subject.lesson.contacts
    waiting = [contact for contact in contacts if not contact.checked_on and not _by_hand(contact.call)]
    if waiting:
        names = ", ".join(contact.id for contact in waiting)
        hint = "Open each page, try each line, then write checked_on and checked_by beside it."
        yield warning("HB501", f"Nobody has checked these contacts yet: {names}.", waiting[0].span, hint)


def _by_hand(text: Text | None) -> bool:
    return text is not None and any(run.write_in for run in text.runs)


RULE = Rule("HB501", Severity.WARNING, find, __doc__)
