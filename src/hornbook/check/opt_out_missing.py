"""Nobody is told how to step out.

On a subject that needs care (`care:`) a learner may need to leave, and nobody should have to explain why. A lesson for students has an
`opt_out` under `print:`: another task, as good as the lesson, that a student can take up without a word. Families are told before.

For instance:
    care: trafficking
    level: Grades 9-12

Instead:
    print:
      opt_out: {title: Another way to learn today, minutes: 30, steps: [Take a seat in the library, Read the page, Write three sentences]}
"""

from collections.abc import Iterator

from hornbook.check.places import field_place
from hornbook.check.rule import Rule
from hornbook.check.subject import Subject
from hornbook.diagnostics import Diagnostic, Severity, warning


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A warning where students learn about a subject that needs care and there is no other task."""
    lesson = subject.lesson
    if lesson.care and subject.for_students and not lesson.print.opt_out:
        who = f" for {lesson.audience}" if lesson.audience else ""
        message = f"The lesson{who} has no other task for those who step out."
        hint = "Write `opt_out:` under `print:`: a title, minutes and steps."
        yield warning("HB542", message, field_place(lesson.span, "care"), hint)


RULE = Rule("HB542", Severity.WARNING, find, __doc__)
