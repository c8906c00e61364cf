"""A chart drawn for a column of text, as tall as its labels need."""

from msgspec.structs import replace

from hornbook.lesson.model import Chart
from hornbook.plan.chart_drawing import DrawnChart, draw_chart_in
from hornbook.plan.page import GroupBox
from hornbook.theme.model import Theme
from hornbook.units import Rect, Size

_SIZE = Size(420.0, 180.0)


def chart_group(chart: Chart, theme: Theme) -> GroupBox | None:
    """The drawing, or None where the labels have no room beside the marks."""
    style = replace(theme.print_styles["small"], pitch=0.0)
    for by in (1.0, 1.5, 2.5):
        drawn = draw_chart_in(chart, Size(_SIZE.width, _SIZE.height * by), style, theme)
        if isinstance(drawn, DrawnChart):
            return GroupBox(Rect(0.0, 0.0, drawn.size.width, drawn.size.height), drawn.size, drawn.boxes)
    return None
