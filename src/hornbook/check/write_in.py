"""Something to be written in by hand.

A value that is write-in leaves a line on every copy. That is right for one classroom and wrong for two hundred copies on a table.

For instance:
    values: {school_contact: write-in}

Instead:
    values: {school_contact: Ms. Rivera in room 12}
"""

from collections.abc import Iterator

from hornbook.check.rule import Rule
from hornbook.check.subject import Subject
from hornbook.diagnostics import Diagnostic, Severity, warning
from hornbook.lesson.model import Contact


def find(subject: Subject) -> Iterator[Diagnostic]:
    """One warning for all values that are left to be written in by hand."""
    lesson = subject.lesson
    names = sorted(name for name, value in lesson.values.items() if value == "write-in")
    contact = next((contact for contact in lesson.contacts if _has_line(contact)), None)
    if names:
        yield warning(
            "HB503",
            f"To be written in by hand on every copy: {', '.join(names)}.",
            contact.span if contact else lesson.span,
            f'Fill it in with --set {names[0]}="...", or under values: in the lesson; "none" leaves it out.',
        )


def _has_line(contact: Contact) -> bool:
    texts = (contact.name, contact.call, contact.text, contact.chat, contact.url)
    return any(run.write_in for text in texts if text is not None for run in text.runs)


RULE = Rule("HB503", Severity.WARNING, find, __doc__)
