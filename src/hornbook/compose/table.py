"""`table`: rows and columns; a long table goes on under its header on the next slide."""

from hornbook.compose.content import Arrangement, Content, Fill, Part, TableFill, TextFill, words
from hornbook.lesson.model import Slide, Table


def table(slide: Slide, body: Table) -> Content:
    """A part is a row."""
    parts = tuple(Part({}, row[0].span if row else body.span, (), index) for index, row in enumerate(body.rows))

    def fills(chosen: tuple[Part, ...]) -> tuple[Fill, ...]:
        first, last = (chosen[0].index, chosen[-1].index + 1) if chosen else (0, 0)
        rows = TableFill("table", body, first, last)
        return (TextFill("caption", (words(body.caption),)), rows) if body.caption else (rows,)

    return Content("table", slide.title, (Arrangement("Table", fills),), parts)
