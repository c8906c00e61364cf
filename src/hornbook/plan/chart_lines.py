"""Lines through points over their names, each line named at its end; a missing number leaves a gap."""

from collections.abc import Sequence

from msgspec.structs import replace

from hornbook.plan.chart_bars import Scale, names_below, scale
from hornbook.plan.chart_marks import GAP, Plot, Sketch, apart, label, rule, spread, text_width
from hornbook.plan.page import Box, ChartPlaces, ShapeBox
from hornbook.theme.model import RESTS
from hornbook.units import Rect

MOST_NUMBERED = 10
"""Points of a single line that all carry their number; of more, only the first, the last and those pointed out."""

NAMES_PART = 0.34


def lines(plot: Plot) -> Sketch | str:
    """The lines, the quiet ones first, so that the point is drawn over them."""
    chart = plot.chart
    several = len(chart.series) > 1
    bold = replace(plot.style, bold=True)
    beside = max(text_width(_end_name(plot, row), bold) for row in range(len(chart.series))) + 1.0 if several else 0.0
    if beside > plot.size.width * NAMES_PART:
        return max((series.name for series in chart.series), key=len)
    width = plot.size.width - (beside + GAP if several else 0.0)
    foot = names_below(plot, width)
    if isinstance(foot, str):
        return foot
    head = plot.pitch + GAP if chart.unit and chart.unit != "%" else 0.0
    base = plot.size.height - foot.height
    up = _scale(plot, head + plot.pitch + GAP, base)
    if up.extent > -3 * plot.pitch:
        return ""
    boxes: list[Box] = []
    if head:
        quiet = replace(plot.style, colour=plot.theme.soft)
        boxes.append(label(chart.unit, quiet, Rect(0.0, 0.0, plot.size.width, plot.pitch)))
    zero = up(0.0)
    boxes.append(rule(0.0, zero, width, zero))
    for row in sorted(range(len(chart.series)), key=lambda row: plot.colours[row][0] not in RESTS):
        boxes += _line(plot, row, width, up)
    if several:
        boxes += _names(plot, up, width, beside)
    boxes += foot.boxes(0.0, base)
    marks = Rect(0.0, up.start + up.extent, width, -up.extent)
    return Sketch(tuple(boxes), ChartPlaces(plot.size, marks, names=_moves(plot, up), below=_below(plot, width, up)))


def _moves(plot: Plot, up: Scale) -> tuple[tuple[float, float], ...]:
    """How far down the name of each of several lines stands from its last point."""
    rows = range(len(plot.chart.series))
    return (
        tuple((0.0, down) for down in apart(plot, [up(_last(plot, row)) for row in rows], up.start))
        if len(rows) > 1
        else ()
    )


def _below(plot: Plot, width: float, up: Scale) -> tuple[int, ...]:
    """Points of a single line that it comes down to."""
    if len(plot.chart.series) > 1:
        return ()
    places = _places(plot, 0, width, up)
    return tuple(index for index in range(len(places)) if places[index] and _in_a_valley(places, index))


def _end_name(plot: Plot, row: int) -> str:
    shown = plot.shown(row, len(plot.chart.labels) - 1)
    return f"{plot.chart.series[row].name} {shown}".rstrip()


def _scale(plot: Plot, head: float, base: float) -> Scale:
    low, high = min(plot.values, default=0.0), max(plot.values, default=0.0)
    return scale(low, high, base - 4.0, -(base - 4.0 - head))


def _places(plot: Plot, row: int, width: float, up: Scale) -> list[tuple[float, float] | None]:
    slot = width / len(plot.chart.labels)
    values = plot.chart.series[row].values
    return [None if value is None else (slot * (index + 0.5), up(value)) for index, value in enumerate(values)]


def _line(plot: Plot, row: int, width: float, up: Scale) -> list[Box]:
    places = _places(plot, row, width, up)
    colour = plot.colours[row][0]
    quiet = colour in RESTS and bool(plot.chart.highlight)
    boxes: list[Box] = [*_strokes(places, colour, 2.5 if quiet else 4.0)]
    size = 7.0 if quiet else 11.0
    boxes += [
        ShapeBox(Rect(place[0] - size / 2, place[1] - size / 2, size, size), "ellipse", fill=colour, datum=True)
        for place in places
        if place
    ]
    if len(plot.chart.series) == 1:
        boxes += _numbers(plot, row, places, width, up(min(0.0, *plot.values)))
    return boxes


def _strokes(places: list[tuple[float, float] | None], colour: str, width: float) -> list[Box]:
    """A path for each stretch without a gap, in the unit square of its own box."""
    stretches: list[list[tuple[float, float]]] = [[]]
    for place in places:
        if place:
            stretches[-1].append(place)
        elif stretches[-1]:
            stretches.append([])
    return [_path(points, colour, width) for points in stretches if len(points) > 1]


def _path(points: list[tuple[float, float]], colour: str, width: float) -> ShapeBox:
    left, right = points[0][0], points[-1][0]
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    tall = max(bottom - top, 0.01)
    steps = " L ".join(f"{(x - left) / (right - left):.5f} {(y - top) / tall:.5f}" for x, y in points)
    place = Rect(left, top, right - left, tall)
    return ShapeBox(place, "path", stroke=colour, stroke_width=width, path=f"M {steps}", datum=True)


def _numbers(plot: Plot, row: int, places: list[tuple[float, float] | None], width: float, base: float) -> list[Box]:
    """Numbers over the points of a single line, where there is room for them."""
    found = [index for index, place in enumerate(places) if place]
    slot = width / len(places)
    fits = all(text_width(plot.shown(row, index), plot.style) <= slot for index in found)
    wanted = set(found) if len(found) <= MOST_NUMBERED and fits else {found[0], found[-1]} if found else set[int]()
    boxes: list[Box] = []
    for index in found:
        place = places[index]
        if place is None or not (index in wanted or plot.is_point(row, index)):
            continue
        words, style = plot.shown(row, index), plot.style_of(row, index)
        wide = text_width(words, style) + 1.0
        left = min(max(place[0] - wide / 2, 0.0), plot.size.width - wide)
        top = place[1] + GAP if _in_a_valley(places, index) else place[1] - plot.pitch - GAP
        if top + plot.pitch > base:
            top = place[1] - plot.pitch - GAP
        boxes.append(label(words, style, Rect(left, top, wide, plot.pitch), "center"))
    return boxes


def _in_a_valley(places: Sequence[tuple[float, float] | None], index: int) -> bool:
    """Whether the line comes down to a point, so that its number has to stand below."""
    here = places[index]
    beside = [place for place in (*places[max(index - 1, 0) : index], *places[index + 1 : index + 2]) if place]
    return here is not None and bool(beside) and all(place[1] < here[1] - GAP for place in beside)


def _names(plot: Plot, up: Scale, left: float, width: float) -> list[Box]:
    """Name and last number of each line at its end."""
    wanted = [up(_last(plot, row)) - plot.pitch / 2 for row in range(len(plot.chart.series))]
    boxes: list[Box] = []
    for row, top in enumerate(spread(wanted, plot.pitch, plot.size.height)):
        style = replace(plot.style, bold=plot.chart.series[row].name in plot.chart.highlight)
        boxes.append(label(_end_name(plot, row), style, Rect(left + GAP, top, width, plot.pitch)))
    return boxes


def _last(plot: Plot, row: int) -> float:
    values = [value for value in plot.chart.series[row].values if value is not None]
    return values[-1] if values else 0.0
