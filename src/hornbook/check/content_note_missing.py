"""A content note is due.

The word list of the lesson's subject says that people should know beforehand what comes, and that they may step out: short, calm and
early. The note has a slide of its own near the start.

For instance:
    care: trafficking

Instead:
    care: trafficking
    content_note: Today is about people who use other people. Nothing graphic will be shown. You may step out at any time.
"""

from collections.abc import Iterator

from hornbook.check.places import field_place
from hornbook.check.rule import Rule
from hornbook.check.subject import Subject
from hornbook.diagnostics import Diagnostic, Severity, warning


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A warning where a list wants a content note and the lesson has none, or does not show it."""
    lesson = subject.lesson
    wanted = next((words.name for words in subject.words if words.content_note), "")
    who = f" for {lesson.audience}" if lesson.audience else ""
    if wanted and not lesson.content_note:
        message = f'The lesson{who} has no content note; the subject "{wanted}" asks for one.'
        yield warning(
            "HB541",
            message,
            field_place(lesson.span, "care"),
            "Write `content_note:`: what comes, and that one may step out.",
        )
    elif wanted and "content_note" not in lesson.opening:
        message = f"The content note{who} is not shown."
        yield warning("HB541", message, field_place(lesson.span, "opening"), "Put `content_note` into `opening:`.")


RULE = Rule("HB541", Severity.WARNING, find, __doc__)
