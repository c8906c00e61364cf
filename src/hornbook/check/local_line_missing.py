"""Nobody nearby to call.

A national line is far away. On a subject that needs care (`care:`) people get a person or an office nearby as well: the school's
counsellor, the line of the county, the state's line for reports. A contact of the lesson is `local: true`; its number may be a value that
each school sets.

For instance:
    contacts: [{id: hotline, name: National help line, call: "988"}]

Instead:
    contacts:
      - {id: hotline, name: National help line, call: "988"}
      - {id: school, name: At this school, call: <<school_contact>>, local: true}
"""

from collections.abc import Iterator

from hornbook.check.places import field_place
from hornbook.check.rule import Rule
from hornbook.check.subject import Subject
from hornbook.diagnostics import Diagnostic, Severity, warning


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A warning where a lesson that needs care has contacts, and none of them is local."""
    lesson = subject.lesson
    if lesson.care and lesson.contacts and not any(contact.local for contact in lesson.contacts):
        message = "All contacts of this lesson are far away: none of them is `local: true`."
        hint = "Add whom to ask here, and who takes reports in this state or county."
        yield warning("HB543", message, field_place(lesson.span, "contacts"), hint)


RULE = Rule("HB543", Severity.WARNING, find, __doc__)
