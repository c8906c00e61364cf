"""Sources that nobody has opened.

A claim is as good as its source. A source is checked when a person opened it and found the claim there; seen_on says only that
a copy of it was read.

For instance:
    sources: {law: {title: The law, publisher: Congress, year: 2000, seen_on: 2026-11-24}}

Instead:
    sources: {law: {title: The law, publisher: Congress, year: 2000, checked_on: 2026-11-30, checked_by: A. Teacher}}
"""

from collections.abc import Iterator

from hornbook.check.rule import Rule
from hornbook.check.subject import Subject
from hornbook.diagnostics import Diagnostic, Severity, warning


def find(subject: Subject) -> Iterator[Diagnostic]:
    """One warning for all sources that nobody has opened, with the names of those that must be opened before print."""
    waiting = [source for source in subject.lesson.sources if not source.checked_on]
    if not waiting:
        return
    urgent = ", ".join(source.id for source in waiting if source.open_before_print)
    more = f" Before printing, open at least: {urgent}." if urgent else ""
    count = f"{len(waiting)} sources" if len(waiting) > 1 else "one source"
    yield warning(
        "HB502",
        f"Nobody has opened {count} of this lesson yet.{more}",
        waiting[0].span,
        "Open each, find what the lesson says there, then write checked_on and checked_by beside it.",
    )


RULE = Rule("HB502", Severity.WARNING, find, __doc__)
