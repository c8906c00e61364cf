"""Native charts through python-pptx: its XML of a chart, told what the plan decided (colours by name, labels, no clutter).

This is the only module of the renderer that imports python-pptx, and only when a deck has a chart.
"""

from typing import Any

from hornbook.plan.chart_bars import BAR_PART
from hornbook.plan.chart_marks import EDGE
from hornbook.plan.page import ChartContent, Hatch
from hornbook.render.pptx.chart_labels import labels_xml, names_its_marks
from hornbook.tags import is_leftward
from hornbook.theme.model import MUTED, PALETTE_SLOTS, RESTS
from hornbook.units import Rect, Size

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
_PATTERNS: dict[Hatch, str] = {
    "up": "WIDE_UPWARD_DIAGONAL",
    "down": "WIDE_DOWNWARD_DIAGONAL",
    "cross": "LARGE_GRID",
    "level": "DARK_HORIZONTAL",
    "upright": "DARK_VERTICAL",
}
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
    leftward = is_leftward(language)
    _set_words(chart, content)
    _set_axes(chart, content, leftward=leftward)
    if content.type in {"bar", "column", "stacked"}:
        chart.plots[0].gap_width = round((1 / BAR_PART - 1) * 100)
    for row, series in enumerate(chart.plots[0].series):
        _set_marks(series, row, content)
        if content.direct_labels:
            _set_labels(series, content, row, leftward=leftward)
    _finish(space, content, workbook_id, language)
    return serialize_part_xml(space)


def _chart_space(content: ChartContent) -> Any:
    from pptx import oxml
    from pptx.chart import data as chart_data
    from pptx.chart import xmlwriter
    from pptx.enum.chart import XL_CHART_TYPE

    untyped_xml: Any = oxml
    untyped_data: Any = chart_data
    untyped_writer: Any = xmlwriter
    data = untyped_data.CategoryChartData(number_format=content.number_format)
    data.categories = content.labels
    for name, values in content.series:
        data.add_series(name, values)
    writer = untyped_writer.ChartXmlWriter(getattr(XL_CHART_TYPE, _TYPES[content.type]), data)
    return untyped_xml.parse_xml(writer.xml.encode())


def _set_words(chart: Any, content: ChartContent) -> None:
    """Every label in one size and the ink of the slide; the face is the theme's because none is named."""
    from pptx.enum.chart import XL_LEGEND_POSITION
    from pptx.util import Pt

    chart.font.size = Pt(content.label_size)
    _colour(chart.font.color, "ink")
    unit = "" if content.unit == "%" or content.type == "pie" else content.unit
    chart.has_title = bool(unit)
    if unit:
        chart.chart_title.include_in_layout = False
        chart.chart_title.text_frame.text = unit
        font = chart.chart_title.text_frame.paragraphs[0].font
        font.size, font.bold = Pt(content.label_size), False
        _colour(font.color, content.soft)
    chart.has_legend = len(content.series) > 1 and content.type != "pie" and not names_its_marks(content)
    if chart.has_legend:
        placed = content.places and content.places.legend
        beside = content.type == "stacked" or bool(unit and not placed)
        chart.legend.position = XL_LEGEND_POSITION.RIGHT if beside else XL_LEGEND_POSITION.TOP
        chart.legend.include_in_layout = False


def _set_axes(chart: Any, content: ChartContent, *, leftward: bool) -> None:
    """No value axis and no grid where every mark carries its number; a bar chart reads from the top, and all read as lines do."""
    if content.type == "pie":
        return
    from pptx.enum.chart import XL_TICK_MARK

    values, categories = chart.value_axis, chart.category_axis
    values.has_major_gridlines = not content.direct_labels
    values.visible = not content.direct_labels
    values.tick_labels.number_format = content.number_format
    values.tick_labels.number_format_is_linked = False
    if _lowest(content) >= 0:
        values.minimum_scale = 0
    categories.has_major_gridlines = False
    categories.major_tick_mark = XL_TICK_MARK.NONE
    categories.reverse_order = content.type == "bar" or leftward
    values.reverse_order = content.type == "bar" and leftward
    _colour(categories.format.line.color, content.rest)


def _lowest(content: ChartContent) -> float:
    return min((value for _, values in content.series for value in values if value is not None), default=0.0)


def _set_labels(series: Any, content: ChartContent, row: int, *, leftward: bool) -> None:
    """The labels stand before the categories in every kind of series."""
    from pptx.oxml import parse_xml

    element = series._element  # noqa: SLF001 - python-pptx has no public name for it
    for old in element.findall(f"{_CHART}dLbls"):
        element.remove(old)
    element.find(f"{_CHART}cat").addprevious(parse_xml(labels_xml(content, row, _NAMESPACES, leftward=leftward)))


def _set_marks(series: Any, row: int, content: ChartContent) -> None:
    """The commonest colour for the series, and its own for each mark that differs; the same pattern for all."""
    names = content.colours[row]
    hatch = content.hatches[row] if content.hatches else ""
    common = max(dict.fromkeys(names), key=names.count, default="voice")
    match content.type:
        case "line":
            _set_line(series, names, content)
            return
        case "pie" | "stacked":
            _edge(series.format)
        case _:
            pass
    _fill(series.format, common, hatch)
    for index, name in enumerate(names):
        if content.type == "pie" or name != common:
            _fill(series.points[index].format, name, hatch)
            if content.type in {"pie", "stacked"}:
                _edge(series.points[index].format)


def _set_line(series: Any, names: tuple[str, ...], content: ChartContent) -> None:
    """A line in one colour, thinner where it is not the point; the points of a single line have their own."""
    from pptx.util import Pt

    alone = len(content.series) == 1
    name = "voice" if alone else names[0]
    series.smooth = False
    series.format.line.width = Pt(2.5 if name in RESTS else 4)
    _colour(series.format.line.color, name)
    _set_marker(series.marker, name)
    for index, own in enumerate(names):
        if alone and own != name:
            _set_marker(series.points[index].marker, own)


def _set_marker(marker: Any, name: str) -> None:
    from pptx.enum.chart import XL_MARKER_STYLE

    marker.style, marker.size = XL_MARKER_STYLE.CIRCLE, 7 if name in RESTS else 11
    _fill(marker.format, name)
    marker.format.line.fill.background()


def _edge(format: Any) -> None:
    """A thin line of paper between parts that touch, which a grey copier keeps."""
    from pptx.util import Pt

    format.line.width = Pt(1.5)
    _colour(format.line.color, "paper")


def _fill(format: Any, name: str, hatch: Hatch = "") -> None:
    """A plain colour, or lines of it on the paper with an edge."""
    if not hatch:
        format.fill.solid()
        _colour(format.fill.fore_color, name)
        return
    from pptx.enum.dml import MSO_PATTERN
    from pptx.util import Pt

    format.fill.patterned()
    format.fill.pattern = getattr(MSO_PATTERN, _PATTERNS[hatch])
    _colour(format.fill.fore_color, name)
    _colour(format.fill.back_color, "paper")
    format.line.width = Pt(EDGE)
    _colour(format.line.color, name)


def _colour(colour: Any, name: str) -> None:
    """A colour of the theme's, or its ground made darker or lighter."""
    from pptx.enum.dml import MSO_THEME_COLOR

    slot = PALETTE_SLOTS["paper" if name in MUTED else name]
    colour.theme_color = getattr(MSO_THEME_COLOR, _SCHEME_NAMES[slot])
    if name in MUTED:
        colour.brightness = MUTED[name]


def _finish(space: Any, content: ChartContent, workbook_id: str, language: str) -> None:
    """What python-pptx has no name for: places, square corners, no frame, the language of labels, and the workbook."""
    from pptx.oxml import parse_xml

    _place(space, content, leftward=is_leftward(language))
    for name in ("roundedCorners", "style"):
        for old in space.findall(f"{_CHART}{name}"):
            space.remove(old)
    after_date = 0 if space.find(f"{_CHART}date1904") is None else 1
    space.insert(after_date, parse_xml(f'<c:roundedCorners {_NAMESPACES} val="0"/>'))
    space.find(f"{_CHART}chart").addnext(parse_xml(_NO_LINE))
    if is_leftward(language):
        for paragraph in space.iter(f"{_DRAWING}pPr"):
            paragraph.set("rtl", "1")
    for properties in space.iter(f"{_DRAWING}defRPr", f"{_DRAWING}rPr", f"{_DRAWING}endParaRPr"):
        properties.set("lang", language)
        properties.set("kern", "0")
    # python-pptx numbers its axes below zero, which the schema does not allow.
    for axis in space.iter(f"{_CHART}axId", f"{_CHART}crossAx"):
        axis.set("val", axis.get("val").removeprefix("-"))
    workbook = f'<c:externalData {_NAMESPACES} r:id="{workbook_id}"><c:autoUpdate val="0"/></c:externalData>'
    space.append(parse_xml(workbook))


def _place(space: Any, content: ChartContent, *, leftward: bool) -> None:
    """The unit stands above the marks, where lines begin; these and the legend stand where the plan has them."""
    places = content.places
    title = space.find(f"{_CHART}chart/{_CHART}title")
    if title is not None:
        left = max(1.0 - content.unit_width / places.size.width, 0.0) if places and leftward else 0.0
        _lay_out(title, _layout(left, 0.0), after=f"{_CHART}tx")
    if places is None:
        return
    _lay_out(
        space.find(f"{_CHART}chart/{_CHART}plotArea"), _layout(*_parts(places.marks, places.size, leftward), inner=True)
    )
    legend = space.find(f"{_CHART}chart/{_CHART}legend")
    if legend is not None and places.legend:
        place = _layout(*_parts(places.legend, places.size, leftward))
        _lay_out(legend, place, after=f"{_CHART}legendPos")


def _lay_out(element: Any, layout: str, after: str = "") -> None:
    """The element with that layout, behind the child named or as its first."""
    from pptx.oxml import parse_xml

    for old in element.findall(f"{_CHART}layout"):
        element.remove(old)
    if after:
        element.find(after).addnext(parse_xml(layout))
    else:
        element.insert(0, parse_xml(layout))


def _parts(place: Rect, size: Size, leftward: bool) -> tuple[float, float, float, float]:
    """A place as parts of the chart's size, from the other side where lines run to the left."""
    left = size.width - place.right if leftward else place.left
    return left / size.width, place.top / size.height, place.width / size.width, place.height / size.height


def _layout(x: float, y: float, width: float = 0.0, height: float = 0.0, *, inner: bool = False) -> str:
    """A place in parts of the chart's size; without a size it is where something begins."""
    target = '<c:layoutTarget val="inner"/>' if inner else ""
    size = f'<c:w val="{width:.5f}"/><c:h val="{height:.5f}"/>' if width else ""
    return (
        f'<c:layout {_NAMESPACES}><c:manualLayout>{target}<c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{x:.5f}"/><c:y val="{y:.5f}"/>{size}</c:manualLayout></c:layout>'
    )
