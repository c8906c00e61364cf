"""`table`: rows and columns; a long table goes on under its header on the next slide."""

from functools import partial

from hornbook.compose.content import Arrangement, Content, Fill, Part, TableFill, TextFill, words
from hornbook.lesson.model import Slide, Table

SHORT = 3
"""So few lines, header and rows, stand in the middle of the slide, in larger type where the theme has it."""


def table(slide: Slide, body: Table) -> Content:
    """A part is a row."""
    parts = tuple(Part({}, row[0].span if row else body.span, (), index) for index, row in enumerate(body.rows))

    def fills(chosen: tuple[Part, ...], *, single: bool = False) -> tuple[Fill, ...]:
        first, last = (chosen[0].index, chosen[-1].index + 1) if chosen else (0, 0)
        rows = TableFill("table", body, first, last, single)
        return (TextFill("caption", (words(body.caption),)), rows) if body.caption else (rows,)

    lines = len(parts) + bool(body.header)
    short = (Arrangement("Table Short", partial(fills, single=True), split=False),) if lines <= SHORT else ()
    return Content("table", slide.title, (*short, Arrangement("Table", fills)), parts)
