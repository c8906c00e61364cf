"""A slide without notes.

The slide holds what to see; the notes hold what to say. Someone else who teaches the lesson, and everyone who reads the
facilitator guide, finds nothing there. Nothing is said of a lesson that has no notes at all.

For instance:
    - title: Reports doubled
      points: [From 80,524 to 186,819]

Instead:
    - title: Reports doubled
      points: [From 80,524 to 186,819]
      notes: "Ask: What could be behind such a rise?"
"""

from collections.abc import Iterator

from hornbook.check.rule import Rule
from hornbook.check.subject import Subject
from hornbook.diagnostics import Diagnostic, Severity, note


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A note for each slide of the deck without notes, where others have them."""
    slides = [slide for slide in subject.lesson.slides if slide.in_deck and not slide.hidden]
    if any(slide.notes for slide in slides):
        for slide in slides:
            if not slide.notes:
                message = f'"{slide.title.plain}" has no notes.'
                yield note("HB514", message, slide.title.span, "Write what to say, ask or do under `notes:`.")


RULE = Rule("HB514", Severity.NOTE, find, __doc__)
