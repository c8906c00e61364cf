"""Blocks as HTML: what each is, with lines to write on as decoration beside the words that ask for them."""

from collections.abc import Sequence
from html import escape
from typing import assert_never

from msgspec.structs import replace

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
    HelpLine,
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
from hornbook.plan.structure import ARTIFACT
from hornbook.render.html.writing import Writer, inline
from hornbook.render.svg import as_svg, chart_group
from hornbook.source.runs import Run
from hornbook.units import Rect

ROWS = 16
"""Lines of a table to write on, where the paper would say how many."""
_NO_MARK = {"check": "ticks", "answer": "choices"}


def blocks_html(writer: Writer, blocks: Sequence[Block]) -> str:
    return "\n".join(made for made in (_block(writer, block) for block in blocks) if made)


def _block(writer: Writer, block: Block) -> str:
    match block:
        case Heading():
            return _heading(writer, block)
        case Words(runs=runs, style=style):
            return f'<p class="{style.replace(" ", "-")}">{inline(writer, runs)}</p>' if runs else ""
        case ListBlock():
            return _list(writer, block, block.items, block.mark)
        case TableBlock():
            return _table(writer, block)
        case ColumnFlow(blocks=inner, count=count):
            within = blocks_html(replace(writer, columns=count), inner)
            return f'<div class="columns" style="columns:{count}">\n{within}\n</div>'
        case Side(left=left, right=right, left_width=part):
            shares = f"grid-template-columns:{part:.2f}fr {1 - part:.2f}fr"
            left_html, right_html = blocks_html(writer, left), blocks_html(writer, right)
            return f'<div class="side" style="{shares}">\n<div>{left_html}</div>\n<div>{right_html}</div>\n</div>'
        case AnswerLines():
            return _answer_lines(writer, block)
        case FillFields(fields=fields):
            return '<p class="fields">' + "".join(_field(field) for field in fields) + "</p>"
        case RuledColumns():
            return _ruled_columns(block)
        case Card(blocks=inner, tone=tone):
            return f'<div class="card {tone}">\n{blocks_html(writer, inner)}\n</div>'
        case Thumbnail():
            return _thumbnail(writer, block)
        case Figure():
            return _figure(writer, block)
        case ChartFigure():
            return _chart(writer, block)
        case HelpBox():
            return _help(writer, block)
        case Keep(blocks=inner) | Foot(blocks=inner):
            return f'<div class="keep">\n{blocks_html(writer, inner)}\n</div>'
        case Part(blocks=inner):
            return blocks_html(writer, inner)
        case Rule(cut=cut):
            return '<hr class="cut">' if cut else "<hr>"
        case PageBreak():
            return '<div class="break"></div>'
        case Space():
            return ""
        case _:
            assert_never(block)


def _heading(writer: Writer, block: Heading) -> str:
    level = writer.heading(block.level)
    aside = f' <span class="aside">{escape(block.aside)}</span>' if block.aside else ""
    return f'<h{level} class="h{block.level}">{inline(writer, block.runs)}{aside}</h{level}>'


def _list(writer: Writer, block: ListBlock, items: Sequence[ListItem], mark: str) -> str:
    counted = mark in {"number", "letter"} and not any(item.label for item in items)
    start = f' start="{block.start}"' if counted and block.start != 1 and items is block.items else ""
    letters = ' type="A"' if mark == "letter" else ""
    labelled = "labelled" if any(item.label for item in items) else ""
    kind = labelled or _NO_MARK.get(mark, "" if counted else mark)
    class_ = f' class="{kind}"' if kind else ""
    inside = "\n".join(_item(writer, block, item, mark) for item in items)
    tag = "ol" if counted else "ul"
    return f"<{tag}{start}{letters}{class_}>\n{inside}\n</{tag}>"


def _item(writer: Writer, block: ListBlock, item: ListItem, mark: str) -> str:
    right = item.right and writer.document.answers
    words = inline(writer, tuple(replace(run, strong=True) for run in item.runs) if right else item.runs)
    label = f"<strong>{escape(item.label)}</strong> " if item.label else ""
    said = f" {writer.said('answer')}" if right else ""
    question = ' class="question"' if block.style == "question" else ""
    words = f"<span{question}>{words}</span>" if question else words
    lines = _written(writer, item.answer, item.lines)
    inner = _list(writer, block, item.items, "letter" if mark == "letter" else "dash") if item.items else ""
    class_ = ' class="right"' if right else ""
    return f"<li{class_}>{label}{words}{said}{lines}{inner}</li>"


def _written(writer: Writer, answer: tuple[Run, ...], lines: int) -> str:
    """The answer where it is shown, otherwise lines to write it on."""
    if answer and writer.document.answers:
        return f'<span class="written">{inline(writer, answer)}</span>'
    return _lines(lines)


def _lines(count: int) -> str:
    return '<span class="lines" aria-hidden="true">' + "<span></span>" * count + "</span>" if count else ""


def _answer_lines(writer: Writer, block: AnswerLines) -> str:
    if not block.ruled:
        return f'<div class="frame" style="height:{block.count * block.pitch:g}pt"></div>'
    label = f'<p class="{"h3" if block.fill else "label"}">{escape(block.label)}</p>' if block.label else ""
    return label + f"<div>{_written(writer, block.answer, block.count)}</div>"


def _field(field: FillField) -> str:
    rule = '<span class="rule" aria-hidden="true"></span>' if field.ruled else ""
    return f'<span class="field" style="flex:{field.part:g}">{escape(field.label)}{rule}</span>'


def _ruled_columns(block: RuledColumns) -> str:
    head = "".join(f'<th scope="col">{escape(field.label)}</th>' for field in block.fields)
    row = f"<tr>{'<td></td>' * len(block.fields)}</tr>"
    rows = "\n".join([row] * (ROWS if block.fill else block.rows))
    return f'<table class="ruled">\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>'


def _table(writer: Writer, block: TableBlock) -> str:
    caption = f"<caption>{inline(writer, block.caption)}</caption>\n" if block.caption else ""
    cells = "".join(_cell(writer, block, index, runs, "col") for index, runs in enumerate(block.header))
    head = f"<thead><tr>{cells}</tr></thead>\n" if block.header else ""
    rows = "\n".join(
        "<tr>"
        + "".join(
            _cell(writer, block, index, runs, "row" if block.row_headers and not index else "")
            for index, runs in enumerate(row)
        )
        + "</tr>"
        for row in block.rows
    )
    return f"<table>\n{caption}{head}<tbody>\n{rows}\n</tbody>\n</table>"


def _cell(writer: Writer, block: TableBlock, index: int, runs: tuple[Run, ...], scope: str) -> str:
    number = ' class="number"' if index in block.numbers else ""
    words = inline(writer, runs)
    return f'<th scope="{scope}"{number}>{words}</th>' if scope else f"<td{number}>{words}</td>"


def _thumbnail(writer: Writer, block: Thumbnail) -> str:
    if writer.deck is None:
        return ""
    size = writer.deck.theme.size
    place = Rect(0.0, 0.0, size.width, size.height)
    group = thumbnail_group(writer.deck, block, place, ARTIFACT, answers=writer.document.answers)
    return f'<div class="slide">{as_svg(group, writer.deck.theme, writer.media, alt=group.alt)}</div>'


def _figure(writer: Writer, block: Figure) -> str:
    drawn = as_svg(block.drawing, writer.theme, writer.media, alt=block.alt)
    caption = f"<figcaption>{inline(writer, block.caption)}</figcaption>" if block.caption else ""
    width = f"{block.side:.0f}pt" if block.side else f"{block.width:.0%}"
    return f'<figure style="width:{width}">{drawn}{caption}</figure>'


def _chart(writer: Writer, block: ChartFigure) -> str:
    group = chart_group(block.chart, writer.theme, writer.columns)
    if group is None:
        return f"<p>{escape(block.chart.alt)}</p>"
    return _figure(writer, Figure(group, block.chart.alt, block.caption))


def _help(writer: Writer, block: HelpBox) -> str:
    cells = "\n".join(_help_cell(writer, cell) for cell in block.cells)
    return f'<div class="help">\n{cells}\n</div>'


def _help_cell(writer: Writer, cell: HelpCell) -> str:
    what = f'<p class="small">{inline(writer, cell.what)}</p>' if cell.what else ""
    ways = "".join(_way(writer, way) for way in cell.lines)
    return f'<div><p class="h4">{inline(writer, cell.name)}</p>{what}{ways}</div>'


def _way(writer: Writer, way: HelpLine) -> str:
    label = f"{escape(way.label)} " if way.label else ""
    return f'<p class="{"number" if way.large else "small"}">{label}{inline(writer, way.value)}</p>'
