"""A source is checked when a person opened it and found the claim. Until `checked_on` says so, each build warns."""

from hornbook.diagnostics import Diagnostic, warning
from hornbook.lesson.model import Lesson


def unchecked_sources(lesson: Lesson) -> tuple[Diagnostic, ...]:
    """One warning for all sources that nobody has opened, and one for those that must be opened before print."""
    waiting = [source for source in lesson.sources if not source.checked_on]
    if not waiting:
        return ()
    urgent = ", ".join(source.id for source in waiting if source.open_before_print)
    more = f" Before printing, open at least: {urgent}." if urgent else ""
    count = f"{len(waiting)} sources" if len(waiting) > 1 else "one source"
    return (
        warning(
            "HB502",
            f"Nobody has opened {count} of this lesson yet.{more}",
            waiting[0].span,
            "Open each, find what the lesson says there, then write checked_on and checked_by beside it.",
        ),
    )
