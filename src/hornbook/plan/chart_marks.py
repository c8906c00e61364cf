"""Marks of a chart: what its labels and its colours are, and the boxes that draw them."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from hornbook.lesson.model import Chart
from hornbook.plan.page import Box, ChartPlaces, Hatch, ShapeBox, Tag, TextBox
from hornbook.source.runs import Run
from hornbook.theme.contrast import ratio
from hornbook.theme.model import Theme
from hornbook.typeset.paragraphs import line_pitch, natural_width, set_paragraphs
from hornbook.typeset.text import Align, Paragraph, ParagraphStyle
from hornbook.units import Rect, Size

POINT = "voice"

HATCHES: tuple[Hatch, ...] = ("", "up", "down", "cross")

STEP = 1.5
"""Contrast of two marks that a grey copier tells from each other."""

EDGE = 1.25
"""Points around a mark with a pattern."""

GAP = 8.0
"""Between a mark and its label, in points."""


class Sketch(Struct, frozen=True):
    """A chart as boxes, and where a program that draws it from its numbers finds room for the same parts."""

    boxes: tuple[Box, ...]
    places: ChartPlaces | None = None


class Plot(Struct, frozen=True):
    """A chart in its box: what every type of chart draws from."""

    chart: Chart
    size: Size
    style: ParagraphStyle
    colours: tuple[tuple[str, ...], ...]
    """A palette name for each point of each series."""
    theme: Theme
    hatches: tuple[Hatch, ...] = ()
    """A pattern for each series, empty for plain ones."""

    def mark(self, place: Rect, row: int, label: int) -> ShapeBox:
        """The filled mark of a number."""
        return bar(place, self.colours[row][label], self.hatches[row] if self.hatches else "")

    @property
    def pitch(self) -> float:
        """Height of a line of label."""
        return line_pitch(self.style)

    @property
    def values(self) -> tuple[float, ...]:
        """All numbers, without the gaps."""
        return tuple(value for series in self.chart.series for value in series.values if value is not None)

    def is_point(self, series: int, label: int) -> bool:
        """Whether a mark is what the chart is about."""
        wanted = self.chart.highlight
        return bool(wanted) and (self.chart.series[series].name in wanted or self.chart.labels[label] in wanted)

    def shown(self, series: int, label: int) -> str:
        """A number as its language writes it, with a percent sign where that is the unit."""
        return self.chart.marked(series, label)

    def style_of(self, series: int, label: int) -> ParagraphStyle:
        return replace(self.style, bold=True) if self.is_point(series, label) else self.style

    def style_of_label(self, label: int) -> ParagraphStyle:
        return replace(self.style, bold=True) if self.chart.labels[label] in self.chart.highlight else self.style


def colours_of(chart: Chart, theme: Theme) -> tuple[tuple[str, ...], ...]:
    """The point in the accent, the rest quiet; where nothing is pointed out, a colour for each series, or slice of a pie.

    A line has one colour from end to end, so a label that is pointed out leaves it as it is.
    """
    return tuple(
        tuple(_colour(chart, series, label, theme) for label in range(len(chart.labels)))
        for series in range(len(chart.series))
    )


def _colour(chart: Chart, series: int, label: int, theme: Theme) -> str:
    colours = theme.series
    names = {one.name for one in chart.series}
    if chart.type == "line" and not names & set(chart.highlight):
        return colours[series % len(colours)]
    if chart.highlight:
        return POINT if {chart.series[series].name, chart.labels[label]} & set(chart.highlight) else theme.rest
    index = label if chart.type == "pie" else series
    return colours[index % len(colours)]


def hatches_of(chart: Chart, colours: tuple[tuple[str, ...], ...], theme: Theme) -> tuple[Hatch, ...]:
    """A pattern for each series that a grey copier could not tell from an earlier one by its colour.

    Bars and columns side by side alone need one, because only the first of a series, or a legend, has its name; other
    marks stand beside their names.
    """
    if chart.type not in {"bar", "column"} or len(chart.series) < 2:
        return tuple("" for _ in chart.series)
    found: list[Hatch] = []
    for row, own in enumerate(colours):
        taken = {found[before] for before in range(row) if _alike(own, colours[before], theme)}
        free: list[Hatch] = [hatch for hatch in HATCHES if hatch not in taken]
        found.append(free[0] if free else HATCHES[-1])
    return tuple(found)


def _alike(one: tuple[str, ...], other: tuple[str, ...], theme: Theme) -> bool:
    pairs = set(zip(one, other, strict=True))
    return any(ratio(theme.colour(first), theme.colour(second)) < STEP for first, second in pairs)


def number_format(chart: Chart) -> str:
    """An Excel format code that shows the numbers as they were typed; `General` where some have decimals and some not."""
    written = [text.rstrip("% ") for series in chart.series for text in series.written if text]
    decimals = {len(text.partition(".")[2]) for text in written}
    thousands = any("," in text for text in written)
    if len(decimals) > 1 and not thousands:
        whole = "General"
    else:
        most = max(decimals, default=0)
        whole = ("#,##0" if thousands else "0") + ("." + "0" * most if most else "")
    if chart.unit != "%":
        return whole
    before, _, after = chart.numerals.percent.partition("{}")
    return (f'"{before}"' if before else "") + whole + (f'"{after}"' if after else "")


def text_width(words: str, style: ParagraphStyle) -> float:
    """How wide the words are on one line."""
    return natural_width(Paragraph((Run(words),), style))


def label(words: str, style: ParagraphStyle, place: Rect, align: Align = "left") -> TextBox:
    """Words at the top of a place, broken into lines of its width."""
    paragraph = Paragraph((Run(words),), replace(style, align=align))
    lines = set_paragraphs((paragraph,), place.width, slack=0.0).lines
    return TextBox(place, (paragraph,), lines, (place.left, place.top), (Tag(),))


def label_height(words: str, style: ParagraphStyle, width: float) -> float | None:
    """How high the words are in that width, or None where one of them is too wide."""
    layout = set_paragraphs((Paragraph((Run(words),), style),), width, slack=0.0)
    return None if layout.overwide else layout.height


def bar(place: Rect, colour: str, hatch: Hatch = "") -> ShapeBox:
    """A filled mark; one with a pattern has an edge."""
    if hatch:
        return ShapeBox(place, "rect", colour, colour, EDGE, hatch=hatch, datum=True)
    return ShapeBox(place, "rect", fill=colour, datum=True)


def rule(left: float, top: float, right: float, bottom: float) -> ShapeBox:
    """The baseline that marks stand on."""
    return ShapeBox(Rect(left, top, right - left, bottom - top), "line", stroke="ink", stroke_width=1.25)


class Legend(Struct, frozen=True):
    """Names of series with their colours, in rows, and the place that they take."""

    boxes: tuple[Box, ...]
    place: Rect


def legend(plot: Plot, left: float = 0.0) -> Legend | str:
    """Name and colour of each series in rows at the top, from `left` on; a name wider than the chart is returned."""
    boxes: list[Box] = []
    x, top, right = left, 0.0, left
    swatch = plot.style.size * 0.7
    for row, name in enumerate(series.name for series in plot.chart.series):
        width = text_width(name, plot.style) + 1.0
        if left + swatch + GAP + width > plot.size.width:
            return name
        if x > left and x + swatch + GAP + width > plot.size.width:
            x, top = left, top + plot.pitch
        boxes.append(plot.mark(Rect(x, top + (plot.pitch - swatch) / 2, swatch, swatch), row, 0))
        boxes.append(label(name, plot.style, Rect(x + swatch + GAP, top, width, plot.pitch)))
        x += swatch + GAP + width + 3 * GAP
        right = max(right, x)
    return Legend(tuple(boxes), Rect(left, 0.0, min(right, plot.size.width) - left, top + plot.pitch))


ROUNDED, ROUNDED_TWICE = 1.25, 1.5
"""How much longer than its numbers a program makes an axis, at the most; one that goes below zero grows at both ends."""


def apart(plot: Plot, middles: Sequence[float], base: float) -> tuple[float, ...]:
    """How far each label at these heights has to move down, so that none touches another where the axis is longer than ours."""
    longer = ROUNDED_TWICE if min(plot.values, default=0.0) < 0 else ROUNDED
    wanted = [base - (base - middle) / longer - plot.pitch / 2 for middle in middles]
    return tuple(top - own for top, own in zip(spread(wanted, plot.pitch, plot.size.height), wanted, strict=True))


def spread(wanted: Sequence[float], height: float, bottom: float) -> list[float]:
    """Tops of labels as near to the wanted ones as they can be without touching, in the same order; from 0 to `bottom`."""
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    tops = list(wanted)
    edge = 0.0
    for index in order:
        tops[index] = max(tops[index], edge)
        edge = tops[index] + height
    edge = bottom
    for index in reversed(order):
        tops[index] = min(tops[index], edge - height)
        edge = tops[index]
    return tops
