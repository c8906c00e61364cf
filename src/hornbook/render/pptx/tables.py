"""A native table in a `tbl` placeholder. Cells inherit nothing from a placeholder, so they say their size themselves."""

from hornbook.plan.page import TableContent
from hornbook.render.pptx.properties import TABLE_STYLE
from hornbook.render.pptx.text import Setting, end_xml, paragraph_end, run_xml
from hornbook.render.pptx.xml import emu, hundredths
from hornbook.typeset.text import Paragraph

TABLE_URI = "http://schemas.openxmlformats.org/drawingml/2006/table"

_ALIGN = {"left": "", "center": ' algn="ctr"', "right": ' algn="r"'}
_TURNED = {"left": ' algn="r"', "center": ' algn="ctr"', "right": ' algn="l"'}


def table_xml(table: TableContent, setting: Setting) -> str:
    """`a:tbl` with its header row and header column marked, which a screen reader announces."""
    leftward = any(paragraph.style.leftward for cells in table.cells for cell in cells for paragraph in cell)
    marks = ' rtl="1"' * leftward + ' firstRow="1"' * table.header + ' firstCol="1"' * table.row_headers
    columns = "".join(f'<a:gridCol w="{emu(width)}"/>' for width in table.columns)
    rows = "".join(
        f'<a:tr h="{emu(height)}">{"".join(_cell(cell, table, setting) for cell in cells)}</a:tr>'
        for height, cells in zip(table.rows, table.cells, strict=True)
    )
    properties = f"<a:tblPr{marks}><a:tableStyleId>{TABLE_STYLE}</a:tableStyleId></a:tblPr>"
    return f"<a:tbl>{properties}<a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl>"


def _cell(paragraphs: tuple[Paragraph, ...], table: TableContent, setting: Setting) -> str:
    inner = "".join(_paragraph(paragraph, setting) for paragraph in paragraphs)
    edges = zip("LTRB", table.margin, strict=True)
    margins = " ".join(f'mar{side}="{emu(points)}"' for side, points in edges)
    return f'<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{inner or paragraph_end(setting)}</a:txBody><a:tcPr {margins} anchor="ctr"/></a:tc>'


def _paragraph(paragraph: Paragraph, setting: Setting) -> str:
    style = paragraph.style
    size = f' sz="{hundredths(style.size)}"'
    runs = "".join(run_xml(run, style, setting, size) for run in paragraph.runs if run.text)
    align = f'{_TURNED[style.align]} rtl="1"' if style.leftward else _ALIGN[style.align]
    format = f"<a:pPr{align}/>" if align else ""
    return f"<a:p>{format}{runs}{end_xml(setting.language, size)}</a:p>"
