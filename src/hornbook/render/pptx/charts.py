"""Native charts through python-pptx: its XML of a chart, told what the plan decided (colours by name, labels, no clutter).

This is the only module of the renderer that imports python-pptx, and only when a deck has a chart.
"""

from typing import Any

from hornbook.plan.page import ChartContent
from hornbook.theme.model import PALETTE_SLOTS

_TYPES = {
    "bar": "BAR_CLUSTERED",
    "column": "COLUMN_CLUSTERED",
    "line": "LINE_MARKERS",
    "pie": "PIE",
    "stacked": "COLUMN_STACKED",
}
_SCHEME_NAMES = {
    "dk1": "TEXT_1", "lt1": "BACKGROUND_1", "dk2": "TEXT_2", "lt2": "BACKGROUND_2", "accent1": "ACCENT_1",
    "accent2": "ACCENT_2", "accent3": "ACCENT_3", "accent4": "ACCENT_4", "accent5": "ACCENT_5", "accent6": "ACCENT_6",
    "hlink": "HYPERLINK", "folHlink": "FOLLOWED_HYPERLINK",
}  # fmt: skip
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_NAMESPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_NO_LINE = f"<c:spPr {_NAMESPACES}><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"


def chart_xml(content: ChartContent, workbook_id: str, language: str) -> bytes:
    """The chart part; `workbook_id` is the relationship to the workbook that holds its numbers."""
    from pptx.chart import chart as charts
    from pptx.opc.oxml import serialize_part_xml

    untyped: Any = charts
    space: Any = _chart_space(content)
    chart = untyped.Chart(space, None)
    chart.has_title = False
    _set_words(chart, content)
    plot = chart.plots[0]
    _set_axes(chart, content)
    _set_labels(plot, content)
    for series, names in zip(plot.series, content.colours, strict=True):
        _colour_series(series, names, content)
    _finish(space, workbook_id, language)
    return serialize_part_xml(space)


def _chart_space(content: ChartContent) -> Any:
    from pptx.chart import data as chart_data
    from pptx.chart import xmlwriter
    from pptx.enum.chart import XL_CHART_TYPE
    from pptx.oxml import parse_xml

    untyped_data: Any = chart_data
    untyped_writer: Any = xmlwriter
    data = untyped_data.CategoryChartData(number_format=content.number_format)
    data.categories = content.labels
    for name, values in content.series:
        data.add_series(name, values)
    writer = untyped_writer.ChartXmlWriter(getattr(XL_CHART_TYPE, _TYPES[content.type]), data)
    return parse_xml(writer.xml.encode())


def _set_words(chart: Any, content: ChartContent) -> None:
    """Every label in one size and the ink of the slide; the face is the theme's because none is named."""
    from pptx.enum.dml import MSO_THEME_COLOR
    from pptx.util import Pt

    chart.font.size = Pt(content.label_size)
    chart.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
    chart.has_legend = len(content.series) > 1
    if chart.has_legend:
        from pptx.enum.chart import XL_LEGEND_POSITION

        chart.legend.position = XL_LEGEND_POSITION.TOP
        chart.legend.include_in_layout = False


def _set_axes(chart: Any, content: ChartContent) -> None:
    """No value axis and no grid where every mark carries its number; a bar chart reads from the top."""
    if content.type == "pie":
        return
    from pptx.enum.chart import XL_TICK_MARK

    values, categories = chart.value_axis, chart.category_axis
    values.has_major_gridlines = not content.direct_labels
    values.visible = not content.direct_labels
    values.tick_labels.number_format = content.number_format
    values.tick_labels.number_format_is_linked = False
    if content.type != "line" and _lowest(content) >= 0:
        values.minimum_scale = 0
    categories.has_major_gridlines = False
    categories.major_tick_mark = XL_TICK_MARK.NONE
    categories.reverse_order = content.type == "bar"
    categories.format.line.color.theme_color = _theme_colour("quiet")


def _lowest(content: ChartContent) -> float:
    return min((value for _, values in content.series for value in values if value is not None), default=0.0)


def _set_labels(plot: Any, content: ChartContent) -> None:
    """The number at each mark, in the format that the author's numbers have."""
    if content.type in {"bar", "column", "stacked"}:
        plot.gap_width = 45
    plot.has_data_labels = content.direct_labels
    if not content.direct_labels:
        return
    labels = plot.data_labels
    labels.show_value = True
    labels.show_category_name = content.type == "pie"
    labels.number_format, labels.number_format_is_linked = content.number_format, False
    if content.type == "stacked":
        return
    from pptx.enum.chart import XL_LABEL_POSITION

    above = XL_LABEL_POSITION.ABOVE if content.type == "line" else XL_LABEL_POSITION.OUTSIDE_END
    labels.position = above


def _colour_series(series: Any, names: tuple[str, ...], content: ChartContent) -> None:
    """The commonest colour for the series, and its own for each mark that differs."""
    common = max(dict.fromkeys(names), key=names.count, default="voice")
    if content.type == "line":
        _draw_line(series, common)
        return
    if content.type != "pie":
        _fill(series.format, common)
    for index, name in enumerate(names):
        if content.type == "pie" or name != common:
            _fill(series.points[index].format, name)


def _draw_line(series: Any, name: str) -> None:
    from pptx.enum.chart import XL_MARKER_STYLE
    from pptx.util import Pt

    series.smooth = False
    series.format.line.width = Pt(3)
    series.format.line.color.theme_color = _theme_colour(name)
    series.marker.style, series.marker.size = XL_MARKER_STYLE.CIRCLE, 9
    _fill(series.marker.format, name)
    series.marker.format.line.fill.background()


def _fill(format: Any, name: str) -> None:
    format.fill.solid()
    format.fill.fore_color.theme_color = _theme_colour(name)


def _theme_colour(name: str) -> Any:
    from pptx.enum.dml import MSO_THEME_COLOR

    return getattr(MSO_THEME_COLOR, _SCHEME_NAMES[PALETTE_SLOTS[name]])


def _finish(space: Any, workbook_id: str, language: str) -> None:
    """What python-pptx has no name for: square corners, no frame, the language of labels, and the workbook."""
    from pptx.oxml import parse_xml

    for name in ("roundedCorners", "style"):
        for old in space.findall(f"{_CHART}{name}"):
            space.remove(old)
    after_date = 0 if space.find(f"{_CHART}date1904") is None else 1
    space.insert(after_date, parse_xml(f'<c:roundedCorners {_NAMESPACES} val="0"/>'))
    space.find(f"{_CHART}chart").addnext(parse_xml(_NO_LINE))
    for properties in space.iter(f"{_DRAWING}defRPr"):
        properties.set("lang", language)
        properties.set("kern", "0")
    # python-pptx numbers its axes below zero, which the schema does not allow.
    for axis in space.iter(f"{_CHART}axId", f"{_CHART}crossAx"):
        axis.set("val", axis.get("val").removeprefix("-"))
    workbook = f'<c:externalData {_NAMESPACES} r:id="{workbook_id}"><c:autoUpdate val="0"/></c:externalData>'
    space.append(parse_xml(workbook))
