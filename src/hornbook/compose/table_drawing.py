"""A table in its placeholder: widths from what the columns hold, heights from the words as they are set."""

import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from hornbook.compose.content import TableFill
from hornbook.compose.setting import Setting
from hornbook.diagnostics import Span
from hornbook.lesson.model import Table
from hornbook.plan.page import TableContent
from hornbook.source.runs import Text
from hornbook.theme.model import Density, Placeholder
from hornbook.typeset.fitting import as_drawn
from hornbook.typeset.lone_words import tie_lone_words
from hornbook.typeset.paragraphs import min_width, natural_width, set_paragraphs
from hornbook.typeset.text import Paragraph, ParagraphStyle, TextLayout
from hornbook.units import Rect

CELL_SIZES: dict[Density, float] = {"large": 22.0, "normal": 20.0, "dense": 16.0}
"""Where the theme says nothing; 16 points is the least."""

MARGIN = (8.0, 3.6, 20.0, 3.6)
"""Left, top, right, bottom of a cell, in points: wide on the right, where numbers would touch the words of the next column."""

MOST_AIR = 36.0
"""The most that a row grows where there is room, so that a short table does not hang from the top of its place."""

SLACK = 1.02

Scope = Literal["", "Row", "Column", "Both"]

_NUMBER = re.compile(r"[-+−]?[$€£]?\s*\d[\d,. ]*\s*(%|[a-z]{0,3})", re.IGNORECASE)


class Cell(Struct, frozen=True):
    """One cell: its place in the table's space, and its words."""

    rect: Rect
    paragraph: Paragraph
    text: TextLayout
    scope: Scope
    """Set for a header cell."""


class DrawnTable(Struct, frozen=True):
    """Rows of cells at their places, and what a slide writes in their place."""

    rows: tuple[tuple[Cell, ...], ...]
    header: bool
    height: float
    content: TableContent


class _Grid(Struct, frozen=True):
    """The cells that are shown, as they are set."""

    cells: list[list[Paragraph]]
    texts: list[list[TextLayout]]
    widths: tuple[float, ...]
    heights: tuple[float, ...]


class TableMisfit(Struct, frozen=True):
    """Why a table does not fit, and where."""

    kind: Literal["high", "wide"]
    span: Span
    words: str = ""


def draw_table(fill: TableFill, box: Placeholder, density: Density, setting: Setting) -> DrawnTable | TableMisfit:
    """The header and the chosen rows; widths come from the whole table, so that its parts look alike."""
    cells = _paragraphs(fill.table, _styles(box, density, setting), setting)
    widths = column_widths(cells, box.rect.width)
    if widths is None:
        return _too_wide(fill.table, cells)
    header = [cells[0]] if fill.table.header else []
    body = cells[len(header) :][fill.first : fill.last]
    shown = [*header, *body]
    texts = [[_set(cell, width) for cell, width in zip(row, widths, strict=True)] for row in shown]
    if fill.single and any(len(text.lines) > 1 for row in texts for text in row):
        return TableMisfit("high", _row_span(fill.table, fill.first))
    heights = [max((text.height for text in row), default=0.0) + MARGIN[1] + MARGIN[3] for row in texts]
    if sum(heights) > box.rect.height + 0.01:
        return TableMisfit("high", _row_span(fill.table, fill.first))
    shown = [
        [tie_lone_words((cell,), text)[0] for cell, text in zip(*row, strict=True)]
        for row in zip(shown, texts, strict=True)
    ]
    texts = [[as_drawn((cell,), _set(cell, width)) for cell, width in zip(row, widths, strict=True)] for row in shown]
    air = min(MOST_AIR, (box.rect.height - sum(heights)) / max(len(heights), 1))
    return _drawn(fill.table, _Grid(shown, texts, widths, tuple(height + air for height in heights)))


def column_widths(cells: list[list[Paragraph]], width: float) -> tuple[float, ...] | None:
    """Shares of the width by what each column holds; None where its widest words do not fit side by side."""
    columns = list(zip(*cells, strict=True))
    margins = MARGIN[0] + MARGIN[2] + 1.0
    least = [max(min_width(cell) for cell in column) * SLACK + margins for column in columns]
    wanted = [max(natural_width(cell) for cell in column) * SLACK + margins for column in columns]
    if sum(least) > width:
        return None
    if sum(wanted) <= width:
        return tuple(want + (width - sum(wanted)) * want / sum(wanted) for want in wanted)
    more = sum(wanted) - sum(least)
    return tuple(low + (width - sum(least)) * (want - low) / more for low, want in zip(least, wanted, strict=True))


def is_number(text: Text) -> bool:
    """Whether a cell holds a number, with or without a sign and a unit."""
    return bool(_NUMBER.fullmatch(text.plain.strip()))


def _styles(box: Placeholder, density: Density, setting: Setting) -> tuple[ParagraphStyle, ParagraphStyle]:
    """Of a cell and of a header cell."""
    cell = box.levels[0] if box.levels else ParagraphStyle(setting.theme.body_family, CELL_SIZES[density])
    head = box.levels[1] if len(box.levels) > 1 else replace(cell, bold=True)
    return cell, head


def _paragraphs(table: Table, styles: tuple[ParagraphStyle, ParagraphStyle], setting: Setting) -> list[list[Paragraph]]:
    """Header and rows; a column of numbers is ranged right with its header."""
    cell, head = styles
    right = [all(is_number(row[index]) for row in table.rows if row[index]) for index in range(_width(table))]
    rows = [table.header, *table.rows] if table.header else list(table.rows)
    found: list[list[Paragraph]] = []
    for number, row in enumerate(rows):
        line: list[Paragraph] = []
        for index, text in enumerate(row):
            is_head = (number == 0 and bool(table.header)) or (index == 0 and table.row_headers)
            style = replace(head if is_head else cell, align="right" if right[index] and index != 0 else "left")
            line.append(Paragraph(setting.resolved(text.runs), style))
        found.append(line)
    return found


def _width(table: Table) -> int:
    return max((len(row) for row in (table.header, *table.rows)), default=0)


def _set(cell: Paragraph, width: float) -> TextLayout:
    return set_paragraphs((cell,), width - MARGIN[0] - MARGIN[2])


def _drawn(table: Table, grid: _Grid) -> DrawnTable:
    content = TableContent(
        columns=grid.widths,
        rows=grid.heights,
        cells=tuple(tuple((cell,) for cell in row) for row in grid.cells),
        header=bool(table.header),
        row_headers=table.row_headers,
        caption=table.caption.plain if table.caption else "",
        margin=MARGIN,
    )
    rows = tuple(tuple(_row(table, grid, number)) for number in range(len(grid.cells)))
    return DrawnTable(rows, bool(table.header), sum(grid.heights), content)


def _row(table: Table, grid: _Grid, number: int) -> Iterator[Cell]:
    top, left = sum(grid.heights[:number]), 0.0
    for index, width in enumerate(grid.widths):
        place = Rect(left, top, width, grid.heights[number])
        yield Cell(place, grid.cells[number][index], grid.texts[number][index], _scope(table, number, index))
        left += width


def _scope(table: Table, number: int, index: int) -> Scope:
    if number == 0 and table.header:
        return "Column"
    return "Row" if index == 0 and table.row_headers else ""


def _row_span(table: Table, index: int) -> Span:
    return table.rows[index][0].span if index < len(table.rows) and table.rows[index] else table.span


def _too_wide(table: Table, cells: list[list[Paragraph]]) -> TableMisfit:
    """The widest single word: what has to become shorter."""
    rows = [table.header, *table.rows] if table.header else list(table.rows)
    places = [(min_width(cell), number, index) for number, row in enumerate(cells) for index, cell in enumerate(row)]
    _, number, index = max(places)
    text = rows[number][index]
    return TableMisfit("wide", text.span, max(text.plain.split(), key=len, default=""))
