"""Minutes that do not fill the lesson.

The minutes of the sections add up to much less than `duration`: more than a tenth is missing. Someone who plans by it ends early,
or a slide has no minutes yet. (More than the duration is an error.)

For instance:
    duration: 45 min
    sections: [{title: All of it, minutes: 20, slides: [...]}]

Instead:
    duration: 20 min
    sections: [{title: All of it, minutes: 20, slides: [...]}]
"""

from collections.abc import Iterator

from hornbook.check.places import field_place
from hornbook.check.rule import Rule
from hornbook.check.subject import Subject
from hornbook.diagnostics import Diagnostic, Severity, warning


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A warning where the sum of the minutes is far below the duration; silent where no minutes are given at all."""
    lesson = subject.lesson
    total = sum(section.minutes or 0.0 for section in lesson.sections)
    if not lesson.duration or not total:
        return
    missing = lesson.duration - total
    if missing > lesson.duration * subject.limit("HB519", "percent") / 100:
        who = f' for "{lesson.audience}"' if lesson.audience else ""
        without = sum(slide.minutes is None and slide.in_deck and not slide.hidden for slide in lesson.slides)
        slides = f"{without} slides have" if without > 1 else "One slide has"
        hint = f"{slides} no minutes yet." if without else "Give a part more time, or shorten `duration`."
        message = f"The minutes{who} add up to {total:g}; that is {missing:g} less than the {lesson.duration:g} of `duration`."
        yield warning("HB519", message, field_place(lesson.span, "duration"), hint)


RULE = Rule("HB519", Severity.WARNING, find, __doc__, {"percent": 10})
