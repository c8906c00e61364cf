"""Blocks as paragraphs, lists, tables and pictures of a Word file; what stood side by side comes one after the other."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any, assert_never

from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.shared import Inches, Pt
from msgspec.structs import replace

from hornbook.locale.words import phrase
from hornbook.plan.document import (
    AnswerLines,
    Block,
    Card,
    ChartFigure,
    ColumnFlow,
    Figure,
    FillField,
    FillFields,
    Foot,
    Heading,
    HelpBox,
    HelpCell,
    Keep,
    ListBlock,
    ListItem,
    PageBreak,
    Part,
    Rule,
    RuledColumns,
    Side,
    Space,
    TableBlock,
    Thumbnail,
    Words,
)
from hornbook.plan.masking import thumbnail_group
from hornbook.plan.page import GroupBox
from hornbook.plan.structure import ARTIFACT
from hornbook.render.docx.styles import border, element, new_list
from hornbook.render.docx.writing import Writer, write_runs
from hornbook.render.svg import as_png, chart_group
from hornbook.source.runs import Run
from hornbook.units import POINTS_PER, Rect

ROOM = 6.5
"""Inches between the margins."""
PICTURE = 2.2
ROWS = 16
_PIXELS = 200
"""For each inch of a picture."""
_STYLES = {
    "lead": "Lead", "small": "Small", "label": "Label", "question": "Question", "h4": "Heading 4", "h3": "Heading 3",
    "caption": "Caption",
}  # fmt: skip


def write_blocks(writer: Writer, blocks: Sequence[Block]) -> None:
    for block in blocks:
        _write(writer, block)


def _write(writer: Writer, block: Block) -> None:
    match block:
        case Heading():
            _heading(writer, block)
        case Words(runs=runs, style=style):
            if runs:
                write_runs(writer, writer.paragraph(_words_style(style)), runs)
        case ListBlock():
            number = new_list(writer.file, block.mark, block.start)
            _items(writer, block, block.items, number, 0)
        case TableBlock():
            _table(writer, block)
        case Side(left=left, right=right):
            write_blocks(writer, (*left, *right))
        case AnswerLines():
            _answer_lines(writer, block)
        case FillFields(fields=fields):
            _fields(writer, fields)
        case RuledColumns():
            _ruled_columns(writer, block)
        case Card(blocks=inner, tone=tone):
            write_blocks(replace(writer, tone=tone), inner)
        case Thumbnail():
            _thumbnail(writer, block)
        case Figure():
            _figure(writer, block)
        case ChartFigure():
            _chart(writer, block)
        case HelpBox():
            _help(writer, block)
        case Keep(blocks=inner):
            with writer.kept():
                write_blocks(writer, inner)
        case ColumnFlow(blocks=inner) | Foot(blocks=inner) | Part(blocks=inner):
            write_blocks(writer, inner)
        case Rule(cut=cut):
            properties = writer.paragraph()._p.get_or_add_pPr()  # noqa: SLF001
            border(properties, "bottom", kind="dashed" if cut else "single")
        case PageBreak():
            writer.paragraph().add_run().add_break(WD_BREAK.PAGE)
        case Space():
            pass
        case _:
            assert_never(block)


def _words_style(style: str) -> str:
    """Headings have levels of their own: words that only look like one are a question."""
    name = _STYLES.get(style, "Normal")
    return "Question" if name.startswith("Heading") else name


def _heading(writer: Writer, block: Heading) -> None:
    made = writer.paragraph(f"Heading {writer.heading(block.level)}")
    write_runs(writer, made, block.runs)
    if block.aside:
        made.paragraph_format.tab_stops.add_tab_stop(Inches(ROOM), WD_TAB_ALIGNMENT.RIGHT)
        aside = made.add_run(f"\t{block.aside}")
        aside.font.size = Pt(9.5)


def _items(writer: Writer, block: ListBlock, items: Sequence[ListItem], number: int, level: int) -> None:
    for item in items:
        labelled = bool(item.label)
        made = writer.paragraph("Question" if labelled else "List Paragraph")
        if not labelled:
            _numbered(made, number, level)
        runs = ((Run(item.label, strong=True), Run(" ")) if labelled else ()) + item.runs
        right = item.right and writer.document.answers
        if right:
            runs = (
                *(replace(run, strong=True) for run in runs),
                Run(f" ({phrase('answer', writer.document.language)})"),
            )
        if block.style == "question" and not labelled:
            runs = tuple(replace(run, strong=True) for run in runs)
        write_runs(writer, made, runs)
        _written(writer, item.answer, item.lines)
        _items(writer, block, item.items, number, min(level + 1, 2))


def _numbered(paragraph: Any, number: int, level: int) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = number


def _written(writer: Writer, answer: tuple[Run, ...], lines: int) -> None:
    """The answer where it is shown, otherwise lines to write it on."""
    if answer and writer.document.answers:
        write_runs(writer, writer.paragraph("Answer"), answer)
        return
    for _ in range(lines):
        writer.paragraph("Answer Line")


def _answer_lines(writer: Writer, block: AnswerLines) -> None:
    if not block.ruled:
        frame = _grid(writer, 1)
        _looks(frame, header=False, row_headers=False)
        row = frame.add_row()
        row.height, row.height_rule = Pt(block.count * block.pitch), WD_ROW_HEIGHT_RULE.EXACTLY
        return
    if block.label:
        writer.paragraph("Question" if block.fill else "Label").add_run(block.label)
    _written(writer, block.answer, block.count)


def _fields(writer: Writer, fields: Sequence[FillField]) -> None:
    """Labels, each with a line up to the next tab stop."""
    made = writer.paragraph("Label")
    total, at = sum(field.part for field in fields), 0.0
    for index, field in enumerate(fields):
        at += ROOM * field.part / total
        made.add_run(f"{'  ' if index else ''}{field.label} ")
        if field.ruled:
            made.paragraph_format.tab_stops.add_tab_stop(Inches(at), WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.LINES)
            made.add_run("\t")


def _grid(writer: Writer, columns: int) -> Any:
    table = writer.file.add_table(rows=0, cols=columns)
    table.style = "Table Grid"
    table.autofit = False
    return table


def _heads(row: Any) -> None:
    """The row is repeated on every page, and read as the header."""
    row._tr.get_or_add_trPr().append(element("tblHeader"))  # noqa: SLF001


def _looks(table: Any, *, header: bool, row_headers: bool) -> None:
    """Which cells are headers, for those who listen."""
    look = table._tbl.tblPr.find(qn("w:tblLook"))  # noqa: SLF001
    if look is not None:
        for name in list(look.attrib):
            del look.attrib[name]
        for name, value in (("firstRow", header), ("firstColumn", row_headers), ("noHBand", True), ("noVBand", True)):
            look.set(qn(f"w:{name}"), str(int(value)))


def _table(writer: Writer, block: TableBlock) -> None:
    if block.caption:
        write_runs(writer, writer.paragraph("Caption"), block.caption)
    rows = (*((block.header,) if block.header else ()), *block.rows)
    table = _grid(writer, len(rows[0]) if rows else 1)
    for number, cells in enumerate(rows):
        row = table.add_row()
        for index, runs in enumerate(cells):
            bold = bool(block.header and not number) or (block.row_headers and not index)
            paragraph = row.cells[index].paragraphs[0]
            write_runs(writer, paragraph, tuple(replace(run, strong=True) for run in runs) if bold else runs)
            if index in block.numbers:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            if block.widths:
                row.cells[index].width = Inches(ROOM * block.widths[index] / sum(block.widths))
    if block.header:
        _heads(table.rows[0])
    _looks(table, header=bool(block.header), row_headers=block.row_headers)
    writer.paragraph()


def _ruled_columns(writer: Writer, block: RuledColumns) -> None:
    table = _grid(writer, len(block.fields))
    head = table.add_row()
    for cell, field in zip(head.cells, block.fields, strict=True):
        cell.paragraphs[0].add_run(field.label).bold = True
    _heads(head)
    for _ in range(ROWS if block.fill else block.rows):
        table.add_row().height = Pt(28)
    _looks(table, header=True, row_headers=False)
    writer.paragraph()


def _picture(writer: Writer, group: GroupBox, alt: str, inches: float) -> None:
    theme = writer.deck.theme if writer.deck else writer.theme
    data = as_png(group, theme, writer.media, round(inches * _PIXELS))
    made = writer.paragraph().add_run().add_picture(BytesIO(data), width=Inches(inches))
    properties = made._inline.docPr  # noqa: SLF001
    properties.set("descr", alt)
    properties.set("name", f"Picture {properties.id}")


def _thumbnail(writer: Writer, block: Thumbnail) -> None:
    if writer.deck is None:
        return
    size = writer.deck.theme.size
    place = Rect(0.0, 0.0, size.width, size.height)
    group = thumbnail_group(writer.deck, block, place, ARTIFACT, answers=writer.document.answers)
    _picture(writer, group, group.alt, PICTURE)


def _figure(writer: Writer, block: Figure) -> None:
    width = block.side / POINTS_PER["in"] if block.side else ROOM * block.width * 0.8
    _picture(writer, block.drawing, block.alt, width)
    if block.caption:
        write_runs(writer, writer.paragraph("Small"), block.caption)


def _chart(writer: Writer, block: ChartFigure) -> None:
    group = chart_group(block.chart, writer.theme)
    if group is None:
        writer.paragraph().add_run(block.chart.alt)
    else:
        _figure(writer, Figure(group, block.chart.alt, block.caption))


def _help(writer: Writer, block: HelpBox) -> None:
    for cell in block.cells:
        with writer.kept():
            _help_cell(replace(writer, tone="light"), cell)


def _help_cell(writer: Writer, cell: HelpCell) -> None:
    write_runs(writer, writer.paragraph("Question"), cell.name)
    if cell.what:
        write_runs(writer, writer.paragraph("Small"), cell.what)
    for way in cell.lines:
        made = writer.paragraph("Number" if way.large else "Small")
        write_runs(writer, made, (*((Run(f"{way.label} "),) if way.label else ()), *way.value))
