"""A chart drawn for a column of text, as tall as its labels need."""

from msgspec.structs import replace

from hornbook.lesson.model import Chart
from hornbook.plan.chart_drawing import DrawnChart, draw_chart_in
from hornbook.plan.mirroring import mirrored_group
from hornbook.plan.page import GroupBox
from hornbook.theme.model import Theme
from hornbook.units import Rect, Size

_WIDTH = 420.0
"""Points: a column of text across a page."""
_HEIGHT = 180.0


def chart_group(chart: Chart, theme: Theme, columns: int = 1) -> GroupBox | None:
    """The drawing for one of that many columns of a page, or None where the labels have no room beside the marks."""
    style = replace(theme.print_styles["small"], pitch=0.0)
    for by in (1.0, 1.5, 2.5):
        drawn = draw_chart_in(chart, Size(_WIDTH / columns, _HEIGHT * by), style, theme)
        if isinstance(drawn, DrawnChart):
            group = GroupBox(Rect(0.0, 0.0, drawn.size.width, drawn.size.height), drawn.size, drawn.boxes)
            return mirrored_group(group) if style.leftward else group
    return None
