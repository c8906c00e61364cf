"""A contact that is shown nowhere.

It is in the contacts of the lesson, but no slide and no handout shows it. Someone will keep it up to date for nothing, or
believes that people get it.

For instance:
    slides: [{title: Where to get help, help: [hotline]}]

Instead:
    slides: [{title: Where to get help, help: all}]
"""

from collections.abc import Iterator

from hornbook.check.planned import shown_words
from hornbook.check.rule import Rule
from hornbook.check.subject import Subject
from hornbook.diagnostics import Diagnostic, Severity, note


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A note for each contact whose name is on no slide and no page."""
    if subject.deck is None or not subject.lesson.contacts:
        return
    shown = " ".join(shown_words(subject).split())
    for contact in subject.lesson.contacts:
        if " ".join(contact.name.plain.split()) not in shown:
            message = f'No slide and no handout shows the contact "{contact.id}".'
            yield note(
                "HB506", message, contact.span, "Name it under `help:` of a slide, or leave it out of the lesson."
            )


RULE = Rule("HB506", Severity.NOTE, find, __doc__)
