"""A help line is checked when a person opened the live page and tried it. Until `checked_on` says so, each build warns."""

from hornbook.diagnostics import Diagnostic, warning
from hornbook.lesson.model import Lesson
from hornbook.source.runs import Text


def unchecked_contacts(lesson: Lesson) -> tuple[Diagnostic, ...]:
    """One warning for all contacts of a lesson that nobody has tried; lines to fill in by hand are not counted."""
    waiting = [contact for contact in lesson.contacts if not contact.checked_on and not _by_hand(contact.call)]
    if not waiting:
        return ()
    names = ", ".join(contact.id for contact in waiting)
    return (
        warning(
            "HB501",
            f"Nobody has checked these contacts yet: {names}.",
            waiting[0].span,
            "Open each page, try each line, then write checked_on and checked_by beside it.",
        ),
    )


def _by_hand(text: Text | None) -> bool:
    return text is not None and any(run.write_in for run in text.runs)
