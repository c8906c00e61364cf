"""Nobody says what stays private.

Students may tell something that an adult has to pass on. They have a right to know that before they speak: it belongs into the content
note, or onto a slide or into its notes, before anybody is asked to talk. (Looked for in English and
Spanish, by words such as "private" or "have to tell".)

For instance:
    care: trafficking
    level: Grades 9-12

Instead:
    content_note: You may step out at any time. If you tell me that someone is being hurt, I have to tell people whose job is to help.
"""

import re
from collections.abc import Iterator

from hornbook.check.places import field_place
from hornbook.check.rule import Rule
from hornbook.check.subject import Subject
from hornbook.check.texts import of_slide
from hornbook.diagnostics import Diagnostic, Severity, Span, warning
from hornbook.lesson.model import Activity, Discuss, Lesson, Scenario
from hornbook.patterns import lazy

_ENGLISH = lazy(
    r"\bprivate\b|\bprivacy\b|\bconfidential\w*|\bpass (?:it|this|that) on\b|\bcan(?:not|['’]t) keep\b"
    r"|\b(?:have|has|need|required|must|may have)(?: to)? (?:tell|report|share|pass)\b|\bmandated report\w*",
    re.IGNORECASE,
)
_SPANISH = lazy(
    r"\bprivad[oa]s?\b|\bprivacidad\b|\bconfidencial\w*|\bno (?:lo )?pued[oe]n? (?:callar|guardar|quedar)\w*"
    r"|\b(?:teng[oa]|tien[ea]n?|tenemos|debo|deben?|debemos|hay|puede)(?: que)? (?:avisar|contar|decir|reportar|compartir)\w*",
    re.IGNORECASE,
)
_SAYS = {"en": _ENGLISH, "es": _SPANISH}


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A warning at the first slide on which students talk, where nothing before it said what stays private."""
    lesson = subject.lesson
    says = _SAYS.get(subject.tongue)
    if not (lesson.care and subject.for_students and says):
        return
    talk = _first_talk(lesson)
    if not _said_before(lesson, talk, says):
        who = f" ({lesson.audience})" if lesson.audience else ""
        message = f"Before students talk{who}, nothing says what stays private and what has to be passed on."
        place = talk or field_place(lesson.span, "care")
        yield warning("HB544", message, place, "Say it in the content note, or on a slide before this one.")


def _first_talk(lesson: Lesson) -> Span | None:
    talks = (slide.span for slide in lesson.slides if isinstance(slide.body, (Activity, Discuss, Scenario)))
    return next(talks, None)


def _said_before(lesson: Lesson, talk: Span | None, says: re.Pattern[str]) -> bool:
    if lesson.content_note and says.search(lesson.content_note.plain):
        return True
    before = (slide for slide in lesson.slides if talk is None or slide.span.line <= talk.line)
    return any(says.search(said.text.plain) for slide in before for said in of_slide(slide))


RULE = Rule("HB544", Severity.WARNING, find, __doc__)
