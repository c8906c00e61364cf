"""A chart as vector marks for paper, and as what a slide writes: bars, columns, lines, a pie, or stacked columns."""

from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from hornbook.lesson.model import Chart
from hornbook.plan.chart_bars import bars, columns, stacked, thin_parts
from hornbook.plan.chart_lines import lines
from hornbook.plan.chart_marks import Plot, Sketch, colours_of, hatches_of, number_format, text_width
from hornbook.plan.chart_pie import pie
from hornbook.plan.page import Box, ChartContent, ChartPlaces
from hornbook.theme.model import Density, Placeholder, Theme
from hornbook.typeset.text import ParagraphStyle
from hornbook.units import Size

LABEL_SIZES: dict[Density, float] = {"large": 20.0, "normal": 18.0, "dense": 16.0}
"""Where the theme says nothing; 16 points is the least."""


class DrawnChart(Struct, frozen=True):
    """A chart in its own space, and what a slide writes in its place."""

    size: Size
    boxes: tuple[Box, ...]
    content: ChartContent


def draw_chart(chart: Chart, box: Placeholder, density: Density, theme: Theme) -> DrawnChart | str:
    """The chart in a placeholder; where it does not fit, the label that is too wide, or nothing where it is too high."""
    style = box.levels[0] if box.levels else ParagraphStyle(theme.body_family, LABEL_SIZES[density])
    return draw_chart_in(chart, Size(box.rect.width, box.rect.height), style, theme)


def draw_chart_in(chart: Chart, size: Size, style: ParagraphStyle, theme: Theme) -> DrawnChart | str:
    """The chart in a space of that size, its labels in that style."""
    plain = replace(style, bullet="", indent=0.0, hanging=0.0, space_before=0.0, space_after=0.0, align="left")
    colours = colours_of(chart, theme)
    plot = Plot(chart, size, plain, colours, theme, hatches_of(chart, colours, theme))
    sketch = _draw(plot)
    if isinstance(sketch, str):
        return sketch
    return DrawnChart(size, sketch.boxes, chart_content(plot, sketch.places))


def _draw(plot: Plot) -> Sketch | str:
    match plot.chart.type:
        case "bar":
            return bars(plot)
        case "column":
            return columns(plot)
        case "line":
            return lines(plot)
        case "pie":
            return pie(plot)
        case "stacked":
            return stacked(plot)
        case _:
            assert_never(plot.chart.type)


def chart_content(plot: Plot, places: ChartPlaces | None) -> ChartContent:
    """What a native chart is made from."""
    chart, style = plot.chart, plot.style
    return ChartContent(
        type=chart.type,
        labels=chart.labels,
        series=tuple((series.name, series.values) for series in chart.series),
        unit=chart.unit,
        colours=plot.colours,
        number_format=number_format(chart),
        label_size=style.size,
        family=style.family,
        alt=chart.alt,
        hatches=plot.hatches,
        thin=thin_parts(plot),
        soft=plot.theme.soft,
        rest=plot.theme.rest,
        on_marks={name: plot.theme.over(name) for row in plot.colours for name in row},
        places=places,
        unit_width=text_width(chart.unit, style) if style.leftward else 0.0,
    )
