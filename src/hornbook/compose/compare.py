"""`compare`: two or three columns side by side; where they are too long, every column goes on under its heading."""

from itertools import zip_longest

from msgspec.structs import replace

from hornbook.compose.content import Arrangement, Content, Fill, Part, TextFill, item_part, joined, words
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
    """Where one of its items is too long with all that is below it, the row goes on under the headings as those items do."""
    cells = [
        item_part(column.items[index], f"body{number}", index)
        for number, column in enumerate(body.columns, start=1)
        if index < len(column.items)
    ]
    row = _beside(cells)
    if not any(cell.pieces for cell in cells):
        return row
    pieces = zip_longest(*(cell.pieces or (cell,) for cell in cells))
    return replace(row, pieces=tuple(_beside([cell for cell in piece if cell]) for piece in pieces))


def _beside(cells: list[Part]) -> Part:
    slots = {slot: words for cell in cells for slot, words in cell.slots.items()}
    return Part(slots, cells[0].span, (), cells[0].index)
