"""`chart`: numbers as marks, with the caveat beside them."""

from hornbook.compose.content import Arrangement, ChartFill, Content, Fill, Part, TextFill, words
from hornbook.lesson.model import Chart, Slide


def chart(slide: Slide, body: Chart) -> Content:
    """The chart, and its note where it has one."""
    note = body.note

    def fills(_parts: tuple[Part, ...]) -> tuple[Fill, ...]:
        drawn = ChartFill("chart", body)
        return (drawn, TextFill("note", (words(note),), "note")) if note else (drawn,)

    return Content("chart", slide.title, (Arrangement("Chart" if note else "Chart Only", fills),))
