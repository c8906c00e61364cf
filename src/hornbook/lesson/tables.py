"""Tables and charts: cells and numbers as typed, and what has to agree in them."""

import re
from typing import cast

from msgspec.structs import replace

from hornbook.lesson import keys
from hornbook.lesson.model import Chart, ChartType, Series, Table
from hornbook.lesson.reading import Reading
from hornbook.lesson.values import each, listed, nearest, parse_number
from hornbook.source.nodes import ListNode, MapNode, Node, ScalarNode, is_missing, shorten
from hornbook.source.runs import Text, plain_text

_DASH = "\u2013"
GAPS = ("", "~", "-", "\u2013", "\u2014", "null", "n/a")
"""What stands for a number that is not known, in small letters."""


def read_table(reading: Reading, node: Node) -> tuple[Table | None, tuple[str, ...]]:
    """The table and the ids of its sources."""
    fields = reading.mapping(node, keys.TABLE, "a table")
    if fields is None:
        return None, ()
    sources = reading.source_ids(fields.get("source"))
    caption = reading.text(fields.get("caption"))
    row_headers = reading.flag(fields.get("row_headers"))
    header = _cells(reading, fields.get("header"))
    rows_node = reading.need(fields, "rows", "A table")
    rows = each(reading.items(rows_node, "A list of rows"), lambda row: _cells(reading, row) or None)
    if not rows:
        return None, sources
    width = max(map(len, (header, *rows)))
    if header and rows_node:
        _check_widths(reading, rows_node, len(header))
    padded = tuple(_padded(row, width, node) for row in rows)
    return Table(caption, _padded(header, width, node) if header else (), padded, row_headers, node.span), sources


def _check_widths(reading: Reading, rows: Node, width: int) -> None:
    for row in rows.items if isinstance(rows, ListNode) else ():
        if isinstance(row, ListNode) and len(row.items) > width:
            message = f"This row has {len(row.items)} cells, the header has {width}."
            reading.error("HB211", message, row.span, "Put quotes around a cell that has a comma in it.")


def _cells(reading: Reading, node: Node | None) -> tuple[Text, ...]:
    """The cells of a row; an empty one is an empty text."""
    if node is None:
        return ()
    if not isinstance(node, ListNode):
        reading.wrong(node, "A list of cells", "Write a row as [first, second].")
        return ()
    return tuple(
        plain_text("", cell.span) if is_missing(cell) else reading.text(cell) or plain_text("", cell.span)
        for cell in node.items
    )


def _padded(row: tuple[Text, ...], width: int, node: Node) -> tuple[Text, ...]:
    return row + (plain_text("", node.span),) * (width - len(row))


def read_chart(reading: Reading, node: Node) -> tuple[Chart | None, tuple[str, ...]]:
    """The chart and the ids of its sources."""
    fields = reading.mapping(node, keys.CHART, "a chart")
    if fields is None:
        return None, ()
    sources = reading.source_ids(fields.get("source"))
    kind_node = reading.need(fields, "type", "A chart")
    kind = reading.choice(kind_node, keys.CHART_TYPES, "", "a type of chart")
    labels = reading.word_list(reading.need(fields, "labels", "A chart"))
    series = _all_series(reading, fields, len(labels))
    unit, note, alt = (
        reading.words(fields.get("unit")),
        reading.text(fields.get("note")),
        reading.words(fields.get("alt")),
    )
    highlight = _highlight(reading, fields, (*labels, *(one.name for one in series)))
    if not kind or not labels or not series:
        return None, sources
    _check_pie(reading, kind, kind_node, series)
    chart_type = cast("ChartType", kind)
    chart = Chart(chart_type, labels, series, unit, highlight, note, alt, node.span, reading.numerals)
    return chart if alt else replace(chart, alt=data_in_words(chart)), sources


def _all_series(reading: Reading, fields: MapNode, count: int) -> tuple[Series, ...]:
    node = reading.need(fields, "series", "A chart")
    if node is None:
        return ()
    if not isinstance(node, MapNode):
        reading.wrong(node, "Each series by its name", "Write series: {Reports: [10, 20]}.")
        return ()
    if not node.entries:
        reading.error("HB210", "There is no series in this chart.", node.span, "Write series: {Reports: [10, 20]}.")
    read = (_series(reading, entry.key, entry.value, count) for entry in node)
    return tuple(one for one in read if one is not None)


def _series(reading: Reading, name: ScalarNode, node: Node, count: int) -> Series | None:
    if not isinstance(node, ListNode):
        reading.wrong(node, f'The numbers of "{shorten(name.text)}"', "Write them in brackets: [10, 20].")
        return None
    if count and len(node.items) != count:
        message = f'"{shorten(name.text)}" has {len(node.items)} numbers, but there are {count} labels.'
        hint = 'Write one number for each label; "-" stands for a number that is not known, and 80,524 in brackets needs quotes.'
        reading.error("HB240", message, node.span, hint)
        return None
    numbers = [number for item in node.items if (number := _number(reading, item)) is not None]
    if len(numbers) < len(node.items):
        return None
    values = tuple(value for value, _ in numbers)
    if all(value is None for value in values):
        reading.error("HB241", f'"{shorten(name.text)}" has no number at all.', node.span)
        return None
    return Series(name.text, values, tuple(written for _, written in numbers))


def _number(reading: Reading, node: Node) -> tuple[float | None, str] | None:
    """A number and how English writes it; `(None, "")` for a gap, None where it is wrong."""
    if isinstance(node, ScalarNode):
        written = node.text.strip()
        if written.lower() in GAPS:
            return None, ""
        number = parse_number(written, reading.typed)
        if number is not None:
            return number
        if parse_number(written):
            whole = re.sub("[.,]", "", written)
            hint = f"Write {whole} for the whole number, or {written.replace('.', ',')}0 where the comma parts the decimals."
            reading.error("HB241", f'"{shorten(written)}" could be two numbers in this language.', node.span, hint)
            return None
        hint = 'Write digits only; a unit stands under `unit:`, and "-" stands for a number that is not known.'
        reading.error("HB241", f'"{shorten(written)}" is not a number.', node.span, hint)
        return None
    reading.wrong(node, "A number")
    return None


def _highlight(reading: Reading, fields: MapNode, names: tuple[str, ...]) -> tuple[str, ...]:
    found: list[str] = []
    for scalar in reading.one_or_more(fields.get("highlight")):
        name = scalar.text.strip()
        if name in names:
            found.append(name)
        elif names:
            hint = nearest(name, names) or f"This chart has {listed(names[:8])}."
            reading.error(
                "HB242", f'"{shorten(name)}" is neither a series nor a label of this chart.', scalar.span, hint
            )
    return tuple(found)


def _check_pie(reading: Reading, kind: str, node: Node | None, series: tuple[Series, ...]) -> None:
    if kind != "pie" or node is None:
        return
    if len(series) > 1:
        reading.error(
            "HB243", f"A pie shows one series; this one has {len(series)}.", node.span, "Use `column` or `stacked`."
        )
    elif any(value is not None and value < 0 for one in series for value in one.values):
        reading.error("HB243", "A pie cannot show numbers below zero.", node.span, "Use `column` or `bar`.")


def data_in_words(chart: Chart) -> str:
    """What a chart says to someone who does not see it, in no language but the author's own: names and numbers."""
    after = f" {chart.unit}" if chart.unit and chart.unit != "%" else ""
    parts: list[str] = []
    for row, one in enumerate(chart.series):
        numbers = (chart.marked(row, index) for index in range(len(chart.labels)))
        values = (
            f"{label}: {number + after if number else _DASH}"
            for label, number in zip(chart.labels, numbers, strict=True)
        )
        parts.append(f"{one.name}. {'; '.join(values)}.")
    return " ".join(parts)
