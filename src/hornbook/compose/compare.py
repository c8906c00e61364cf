"""`compare`: two or three columns side by side; where they are too long, every column goes on under its heading."""

from hornbook.compose.content import Arrangement, Content, Fill, Part, TextFill, item_words, joined, words
from hornbook.lesson.model import Compare, Slide


def compare(slide: Slide, body: Compare) -> Content:
    """A part is a row: the first item of each column, the second of each."""
    rows = max((len(column.items) for column in body.columns), default=0)
    parts = tuple(_row(body, index) for index in range(rows))

    def fills(chosen: tuple[Part, ...]) -> tuple[Fill, ...]:
        found: list[Fill] = []
        for number, column in enumerate(body.columns, start=1):
            found.append(TextFill(f"heading{number}", (words(column.heading),), "heading"))
            if lines := joined(chosen, f"body{number}"):
                found.append(TextFill(f"body{number}", lines, "list", reveal="box"))
        return tuple(found)

    return Content("compare", slide.title, (Arrangement("Compare", fills, count=len(body.columns)),), parts)


def _row(body: Compare, index: int) -> Part:
    columns = [column for column in body.columns if index < len(column.items)]
    slots = {
        f"body{number}": item_words(column.items[index])
        for number, column in enumerate(body.columns, start=1)
        if index < len(column.items)
    }
    return Part(slots, columns[0].items[index].text.span, (), index)
