"""A title that says nothing.

"Slide 3", "Title" or "..." were left from a template or meant to be written later.

For instance:
    - title: Untitled

Instead:
    - title: Most fresh water is frozen
"""

import re
from collections.abc import Iterator

from hornbook.check.rule import Rule
from hornbook.check.subject import Subject
from hornbook.diagnostics import Diagnostic, Severity, warning
from hornbook.patterns import lazy
from hornbook.source.runs import Text

_NOTHING = lazy(
    r"\W*|(?:untitled|title|new slide|slide|section|part|heading|headline|todo|tbd|xxx+|lorem ipsum.*|"
    r"click to add .*|your title.*|sin título|título|diapositiva|sección|parte|encabezado|por hacer|pendiente)[\s\d.:]*",
    re.IGNORECASE,
)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each title of the lesson, a section or a slide that is only a place for one."""
    lesson = subject.lesson
    titles: list[Text] = [lesson.title]
    for section in lesson.sections:
        titles += [section.title] if section.title else []
        titles += [slide.title for slide in section.slides]
    for title in titles:
        if _NOTHING.fullmatch(title.plain.strip()):
            yield warning(
                "HB517", f'The title "{title.plain}" says nothing.', title.span, "Say what comes, in a sentence."
            )


RULE = Rule("HB517", Severity.WARNING, find, __doc__)
