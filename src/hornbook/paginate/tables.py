"""Tables: columns as wide as their words need, a row never parted, the header again on every page."""

from collections.abc import Sequence
from typing import assert_never

from msgspec.structs import replace

from hornbook.paginate.headings import line
from hornbook.paginate.pieces import MUST_STAY, SHOULD_STAY, Piece, held, moved_all, on_grid, stacked
from hornbook.paginate.setting import Setter, set_words, tied
from hornbook.plan.document import TableBlock
from hornbook.plan.page import Box, GroupBox, PictureBox, ShapeBox, Tag, TextBox
from hornbook.plan.structure import ARTIFACT
from hornbook.source.runs import Run
from hornbook.typeset.paragraphs import min_width, natural_width, text_height, tie_last_words
from hornbook.typeset.text import Paragraph, ParagraphStyle
from hornbook.units import Insets

PAD = 8.0
"""Left and right of a cell's words, but not at the table's own edges."""
PAD_DOWN = 4.0
STEPS = 4
"""Widths of the first column that are tried where a table is to be short."""
SMALL = 4
"""Rows of a table that stays on one page."""
BLANK = 60.0
"""A blank in a cell is at least so wide."""

Cells = tuple[tuple[Run, ...], ...]


def table_pieces(setter: Setter, block: TableBlock, width: float, parent: int) -> tuple[Piece, ...]:
    """The caption, the header and the rows."""
    table = setter.structure.add("Table", parent)
    widths = column_widths(setter, block, width)
    caption = _caption(setter, block, width, table)
    header = _header(setter, block, widths, table)
    body = setter.structure.add("TBody", table) if block.header else table
    rows = [_row(setter, block, cells, widths, body) for cells in block.rows]
    repeat = silent(header[0]) if header else None
    rows = [replace(row, repeat=repeat) for row in rows]
    if len(rows) <= SMALL:
        rows = list(held(rows, SHOULD_STAY))
    else:
        rows = [replace(row, hold=MUST_STAY) if at in (0, len(rows) - 2) else row for at, row in enumerate(rows)]
    return (*caption, *header, *rows)


def silent(piece: Piece) -> Piece:
    """The piece as furniture: drawn, but not read."""
    return replace(piece, boxes=tuple(silent_box(box) for box in piece.boxes))


def silent_box(box: Box) -> Box:
    """The box as furniture."""
    match box:
        case TextBox():
            return replace(box, tags=tuple(Tag() for _ in box.tags))
        case ShapeBox() | PictureBox():
            return replace(box, element=ARTIFACT)
        case GroupBox():
            return replace(box, figure=ARTIFACT, one_mark=True)
        case _:
            assert_never(box)


def _caption(setter: Setter, block: TableBlock, width: float, table: int) -> tuple[Piece, ...]:
    if not block.caption:
        return ()
    words = set_words(
        setter, tie_last_words(block.caption), setter.style("cell head"), width, role="Caption", parent=table
    )
    return tuple(replace(piece, hold=MUST_STAY) for piece in words)


def _header(setter: Setter, block: TableBlock, widths: Sequence[float], table: int) -> tuple[Piece, ...]:
    if not block.header:
        return ()
    head = setter.structure.add("THead", table)
    row = setter.structure.add("TR", head)
    boxes: list[Box] = []
    height = 0.0
    for index, left, room in _places(widths):
        style = _cell_style(setter, block, index, heads=True)
        cell = setter.structure.add("TH", row, scope="Column")
        below, words = stacked(set_words(setter, block.header[index], style, room, element=cell))
        height = max(height, below)
        boxes += moved_all(words, left, PAD_DOWN)
    height = on_grid(height + 2 * PAD_DOWN)
    boxes.append(line(0.0, height, sum(widths), "ink", 1.0))
    return (Piece(height, tuple(boxes), hold=MUST_STAY),)


def _row(setter: Setter, block: TableBlock, cells: Cells, widths: Sequence[float], body: int) -> Piece:
    row = setter.structure.add("TR", body)
    boxes: list[Box] = []
    height = 0.0
    for index, left, room in _places(widths):
        heads = block.row_headers and index == 0
        style = _cell_style(setter, block, index, heads=heads)
        cell = setter.structure.add("TH", row, scope="Row") if heads else setter.structure.add("TD", row)
        below, words = stacked(set_words(setter, tied(setter, cells[index], style, room), style, room, element=cell))
        height = max(height, below)
        boxes += moved_all(words, left, PAD_DOWN)
    height = on_grid(height + 2 * PAD_DOWN)
    boxes.append(line(0.0, height, sum(widths), "quiet", 0.5))
    return Piece(height, tuple(boxes))


def _cell_style(setter: Setter, block: TableBlock, index: int, *, heads: bool) -> ParagraphStyle:
    style = setter.style(_style_name(block, heads=heads))
    return replace(style, align="right") if index in block.numbers else style


def _style_name(block: TableBlock, *, heads: bool) -> str:
    return f"{'dense ' if block.dense else ''}cell{' head' if heads else ''}"


def _places(widths: Sequence[float]) -> list[tuple[int, float, float]]:
    """Index, left edge and room of each cell's words."""
    found: list[tuple[int, float, float]] = []
    left = 0.0
    for index, width in enumerate(widths):
        insets = Insets(left=PAD if index else 0.0, right=PAD if index < len(widths) - 1 else 0.0)
        found.append((index, left + insets.left, width - insets.left - insets.right))
        left += width
    return found


def is_too_narrow(setter: Setter, block: TableBlock, width: float) -> bool:
    """Whether a word of a cell, or what is written on a blank, is wider than its column would be."""
    style = setter.style(_style_name(block, heads=True))
    rows = _rows_as_set(setter, block)
    rooms = [room for _, _, room in _places(column_widths(setter, block, width))]
    return any(_least(cell, style) > room for row in rows for cell, room in zip(row, rooms, strict=True))


def _rows_as_set(setter: Setter, block: TableBlock) -> list[tuple[tuple[Run, ...], ...]]:
    rows = [*([block.header] if block.header else []), *block.rows]
    return [tuple(setter.runs(cell) for cell in row) for row in rows]


def _least(runs: tuple[Run, ...], style: ParagraphStyle) -> float:
    """A blank is filled in on one line."""
    blanks = [_natural((replace(run, write_in=False),), style) for run in runs if run.write_in and run.text]
    return max([_longest_word(runs, style), *blanks])


def column_widths(setter: Setter, block: TableBlock, width: float) -> tuple[float, ...]:
    """Given parts of the width; or what the words want, shrunk in proportion but never under the longest word."""
    if block.widths:
        total = sum(block.widths)
        return tuple(width * part / total for part in block.widths)
    rows = _rows_as_set(setter, block)
    if not rows:
        return ()
    columns = range(len(rows[0]))
    style = setter.style(_style_name(block, heads=True))
    wants = [max(_natural(row[index], style) for row in rows) + 2 * PAD for index in columns]
    needs = [max(_longest_word(row[index], style) for row in rows) + 2 * PAD for index in columns]
    return _shortest(setter, block, wants, needs, width) if block.dense else shared(wants, needs, width)


def _shortest(
    setter: Setter, block: TableBlock, wants: Sequence[float], needs: Sequence[float], width: float
) -> tuple[float, ...]:
    """Of a few first columns, between what it needs and what it wants, the one that makes the table lowest."""
    more = max(0.0, min(wants[0], width - sum(needs[1:])) - needs[0])
    tried = (shared(wants, (needs[0] + more * step / STEPS, *needs[1:]), width) for step in range(STEPS + 1))
    return min(tried, key=lambda widths: _rows_height(setter, block, widths))


def _rows_height(setter: Setter, block: TableBlock, widths: Sequence[float]) -> float:
    style = setter.style(_style_name(block, heads=False))
    return sum(
        max(
            on_grid((text_height((Paragraph(cell, style),), room, slack=0.0) or 0.0) + 2 * PAD_DOWN)
            for cell, (_, _, room) in zip(row, _places(widths), strict=True)
        )
        for row in _rows_as_set(setter, block)
    )


def shared(wants: Sequence[float], needs: Sequence[float], width: float) -> tuple[float, ...]:
    """The width among columns: each what it needs, and of the rest in proportion to what more it wants."""
    needed = sum(needs)
    if needed >= width:
        return tuple(width * need / needed for need in needs)
    more = [max(0.0, want - need) for want, need in zip(wants, needs, strict=True)]
    total = sum(more)
    spare = width - needed
    if total == 0:
        return tuple(need + spare / len(needs) for need in needs)
    return tuple(need + spare * each / total for need, each in zip(needs, more, strict=True))


def _natural(runs: tuple[Run, ...], style: ParagraphStyle) -> float:
    return natural_width(Paragraph(runs, style)) if runs else 0.0


def _longest_word(runs: tuple[Run, ...], style: ParagraphStyle) -> float:
    """The widest word; of a blank, what is written on it."""
    written = tuple(replace(run, write_in=False) for run in runs if run.text)
    return max(min_width(Paragraph(written, style)) if written else 0.0, BLANK if len(written) < len(runs) else 0.0)
