"""Two slides with one title.

People find their way by titles: in the outline view, in a screen reader's list, when someone says "go back to". Two equal ones
lead to the wrong slide. Parts of a long slide and questions of a quiz are numbered by themselves.

For instance:
    - {title: What can help, points: [A friend]}
    - {title: What can help, points: [A call]}

Instead:
    - {title: A friend can help, points: [Listen]}
    - {title: A call can help, points: [Day and night]}
"""

from collections.abc import Iterator

from hornbook.check.rule import Rule
from hornbook.check.subject import Subject
from hornbook.diagnostics import Diagnostic, Severity, Span, warning


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each slide whose title an earlier one has."""
    first: dict[str, Span] = {}
    for slide in subject.lesson.slides:
        title = " ".join(slide.title.plain.split()).rstrip(".!?").casefold()
        if title in first:
            message = f'"{slide.title.plain}" is the title of another slide as well, on line {first[title].line}.'
            yield warning("HB516", message, slide.title.span, "Say what is different about this one.")
        first.setdefault(title, slide.title.span)


RULE = Rule("HB516", Severity.WARNING, find, __doc__)
