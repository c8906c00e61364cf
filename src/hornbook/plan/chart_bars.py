"""Bars, columns and stacked columns, as boxes in the space of their chart."""

from msgspec import Struct
from msgspec.structs import replace

from hornbook.plan.chart_marks import (
    GAP,
    Plot,
    Sketch,
    apart,
    bar,
    label,
    label_height,
    legend,
    rule,
    spread,
    text_width,
)
from hornbook.plan.page import Box, ChartPlaces
from hornbook.units import Rect

BAR_PART, WIDEST_BAR, WIDEST_COLUMN = 0.66, 64.0, 110.0
"""How much of its slot a bar takes, and the most points it is thick."""

LEAST_LONG = 0.7
"""Of their length without names: where names of series at the first marks leave less, a legend has them."""

LABELS_PART = 0.38
"""The most of the width that the names of bars take."""


class Scale(Struct, frozen=True):
    """Numbers to points along one axis; zero is always on it."""

    low: float
    high: float
    start: float
    extent: float

    def __call__(self, value: float) -> float:
        return self.start + (value - self.low) / ((self.high - self.low) or 1.0) * self.extent


def scale(low: float, high: float, start: float, extent: float) -> Scale:
    """A scale from the lowest number to the highest, widened to zero."""
    return Scale(min(0.0, low), max(0.0, high), start, extent)


class Head(Struct, frozen=True):
    """What stands above the marks: the unit, and names of several series."""

    boxes: tuple[Box, ...] = ()
    height: float = 0.0
    legend: Rect | None = None


def bars(plot: Plot) -> Sketch | str:
    """Horizontal bars: names on the left, numbers at the ends. Empty words or a name say that it does not fit.

    Bars side by side have the names of their series at the first ones, or else in a legend.
    """
    named = _bars(plot, named=True) if _may_name_firsts(plot) else ""
    return _bars(plot, named=False) if isinstance(named, str) else named


def _may_name_firsts(plot: Plot) -> bool:
    firsts = [series.values[0] for series in plot.chart.series]
    return len(firsts) > 1 and all(value is not None and value >= 0 for value in firsts)


def _bars(plot: Plot, *, named: bool) -> Sketch | str:
    top = _heading(plot, named=named)
    if isinstance(top, str):
        return top
    boxes, head = list(top.boxes), top.height
    names = [text_width(name, plot.style_of_label(index)) + 1.0 for index, name in enumerate(plot.chart.labels)]
    column = min(max(names), plot.size.width * LABELS_PART)
    slot = (plot.size.height - head) / len(plot.chart.labels)
    along = _bar_scale(plot, column + GAP)
    if named:
        shorter = _with_names(plot, along)
        if shorter.extent < LEAST_LONG * along.extent:
            return ""
        along = shorter
    zero = along(0.0)
    for index, name in enumerate(plot.chart.labels):
        middle = head + slot * (index + 0.5)
        height = label_height(name, plot.style_of_label(index), column)
        if height is None:
            return max(name.split(), key=len)
        if height > slot or plot.pitch * len(plot.chart.series) > slot + GAP:
            return ""
        place = Rect(0.0, middle - height / 2, column, height)
        boxes += [
            label(name, plot.style_of_label(index), place, "right"),
            *_bars_of(plot, index, middle, slot, along, named=named and index == 0),
        ]
    marks = Rect(along.start, head, along.extent, plot.size.height - head)
    boxes.append(rule(zero, head, zero, plot.size.height))
    return Sketch(tuple(boxes), ChartPlaces(plot.size, marks, top.legend, _in_place(plot) if named else ()))


def _in_place(plot: Plot) -> tuple[tuple[float, float], ...]:
    """Names of series that stand where a program puts the labels of their first marks."""
    return tuple((0.0, 0.0) for _ in plot.chart.series)


def _with_names(plot: Plot, along: Scale) -> Scale:
    """The scale, shorter where the first bars need room for the names of their series."""
    extent = along.extent
    for row, series in enumerate(plot.chart.series):
        part = ((series.values[0] or 0.0) - along.low) / ((along.high - along.low) or 1.0)
        room = plot.size.width - along.start - GAP - text_width(_named_first(plot, row), plot.style_of(row, 0)) - 1.0
        extent = min(extent, room / part if part else (extent if room >= 0 else 0.0))
    return replace(along, extent=extent)


def _named_first(plot: Plot, row: int) -> str:
    """What stands at the first mark of a series where it has its name there."""
    return f"{plot.chart.series[row].name} {plot.shown(row, 0)}"


def _heading(plot: Plot, *, named: bool) -> Head | str:
    """The unit, then the names of several series where no mark has them."""
    chart = plot.chart
    unit: tuple[Box, ...] = ()
    left = 0.0
    if chart.unit and chart.unit != "%":
        quiet = replace(plot.style, colour=plot.theme.soft)
        wide = min(text_width(chart.unit, quiet) + 1.0, plot.size.width)
        unit, left = (label(chart.unit, quiet, Rect(0.0, 0.0, wide, plot.pitch)),), wide + 3 * GAP
    if named or len(chart.series) < 2:
        return Head(unit, plot.pitch + GAP) if unit else Head()
    found = legend(plot, left)
    if isinstance(found, str):
        return found
    return Head((*unit, *found.boxes), found.place.height + GAP, found.place)


def _bar_scale(plot: Plot, left: float) -> Scale:
    """Along the bars, with room for numbers at both ends."""
    room = GAP + _widest_number(plot)
    before = room if min(plot.values, default=0.0) < 0 else 0.0
    start = left + before
    return scale(min(plot.values, default=0.0), max(plot.values, default=0.0), start, plot.size.width - start - room)


def _widest_number(plot: Plot) -> float:
    bold = replace(plot.style, bold=True)
    chart = plot.chart
    shown = (plot.shown(row, column) for row in range(len(chart.series)) for column in range(len(chart.labels)))
    return max((text_width(words, bold) for words in shown if words), default=0.0) + 1.0


def _bars_of(plot: Plot, index: int, middle: float, slot: float, along: Scale, *, named: bool) -> list[Box]:
    """The bars of one label, one for each series."""
    count = len(plot.chart.series)
    thick = min(slot * BAR_PART / count, WIDEST_BAR)
    boxes: list[Box] = []
    for row, series in enumerate(plot.chart.series):
        value = series.values[index]
        if value is None:
            continue
        top = middle + (row - count / 2) * thick
        start, end = sorted((along(0.0), along(value)))
        inset = 1.0 if count > 1 else 0.0
        boxes.append(plot.mark(Rect(start, top + inset, end - start, thick - 2 * inset), row, index))
        words, style = _named_first(plot, row) if named else plot.shown(row, index), plot.style_of(row, index)
        width = text_width(words, style) + 1.0
        left = end + GAP if value >= 0 else start - GAP - width
        boxes.append(label(words, style, Rect(left, top + (thick - plot.pitch) / 2, width, plot.pitch)))
    return boxes


def columns(plot: Plot) -> Sketch | str:
    """Upright columns with their numbers above and their names below; those side by side as bars have it."""
    named = _columns(plot, named=True) if _may_name_firsts(plot) else ""
    return _columns(plot, named=False) if isinstance(named, str) else named


def _columns(plot: Plot, *, named: bool) -> Sketch | str:
    top = _heading(plot, named=named)
    if isinstance(top, str):
        return top
    boxes, head = list(top.boxes), top.height
    foot = names_below(plot, plot.size.width)
    if isinstance(foot, str):
        return foot
    slot = plot.size.width / len(plot.chart.labels)
    up = _column_scale(plot, head, plot.size.height - foot.height, named=named)
    if up.extent > -3 * plot.pitch:
        return ""
    if named and max(_name_widths(plot)) > _column_width(plot, slot) + 2.0:
        return ""
    for index in range(len(plot.chart.labels)):
        boxes += _columns_of(plot, index, slot, up, named=named and index == 0)
    zero = up(0.0)
    boxes += [rule(0.0, zero, plot.size.width, zero), *foot.boxes(0.0, plot.size.height - foot.height)]
    marks = Rect(0.0, up.start + up.extent, plot.size.width, -up.extent)
    return Sketch(tuple(boxes), ChartPlaces(plot.size, marks, top.legend, _in_place(plot) if named else ()))


def _name_widths(plot: Plot) -> list[float]:
    """Of what stands at the first columns, in two lines."""
    words = [(row, text) for row, one in enumerate(plot.chart.series) for text in (one.name, plot.shown(row, 0))]
    return [text_width(text, plot.style_of(row, 0)) + 1.0 for row, text in words]


def _column_width(plot: Plot, slot: float) -> float:
    count = len(plot.chart.series)
    return min(slot * BAR_PART, WIDEST_COLUMN * count) / count


def _column_scale(plot: Plot, head: float, base: float, *, named: bool) -> Scale:
    """Upwards from the lowest number, with room for a number above, and below where there are negative ones.

    With names at the first columns these have room for two lines.
    """
    room = plot.pitch + 2.0
    low, high = min(plot.values, default=0.0), max(plot.values, default=0.0)
    bottom = base - (room if low < 0 else 0.0)
    up = scale(low, high, bottom, -(bottom - head - room))
    if not named:
        return up
    first = max(series.values[0] or 0.0 for series in plot.chart.series)
    part = (first - up.low) / ((up.high - up.low) or 1.0)
    return replace(up, extent=max(up.extent, -(bottom - head - room - plot.pitch) / part if part else up.extent))


def _columns_of(plot: Plot, index: int, slot: float, up: Scale, *, named: bool) -> list[Box]:
    count = len(plot.chart.series)
    wide = _column_width(plot, slot)
    middle = slot * (index + 0.5)
    room = slot if count == 1 else wide + 2.0
    boxes: list[Box] = []
    for row, series in enumerate(plot.chart.series):
        value = series.values[index]
        if value is None:
            continue
        left = middle + (row - count / 2) * wide
        upper, lower = sorted((up(0.0), up(value)))
        inset = 1.0 if count > 1 else 0.0
        boxes.append(plot.mark(Rect(left + inset, upper, wide - 2 * inset, lower - upper), row, index))
        words, style = plot.shown(row, index), plot.style_of(row, index)
        width = text_width(words, style) + 1.0
        if width <= room:
            top = upper - plot.pitch - 2.0 if value >= 0 else lower + 2.0
            boxes.append(label(words, style, Rect(left + (wide - width) / 2, top, width, plot.pitch), "center"))
            if named:
                width = text_width(series.name, style) + 1.0
                place = Rect(left + (wide - width) / 2, top - plot.pitch, width, plot.pitch)
                boxes.append(label(series.name, style, place, "center"))
    return boxes


class NamesBelow(Struct, frozen=True):
    """Names of columns or points under their axis; `every` says that only each n-th is shown."""

    plot: Plot
    width: float
    every: int
    height: float

    def boxes(self, left: float, top: float) -> list[Box]:
        count = len(self.plot.chart.labels)
        slot = self.width / count
        room = slot * self.every
        found: list[Box] = []
        for index, name in enumerate(self.plot.chart.labels):
            if (count - 1 - index) % self.every == 0:
                style = self.plot.style_of_label(index)
                wide = min(room - 4.0, text_width(name, style) + 1.0)
                start = min(max(left + slot * (index + 0.5) - wide / 2, left), left + self.width - wide)
                place = Rect(start, top + GAP / 2, wide, self.height - GAP / 2)
                found.append(label(name, style, place, "center"))
        return found


def names_below(plot: Plot, width: float) -> NamesBelow | str:
    """The names under their marks. Years and other numbers may be thinned out; a word that is too wide is returned."""
    labels = plot.chart.labels
    numbers = all(name.replace("-", "").replace(".", "").isdigit() for name in labels)
    for every in range(1, 6 if numbers or plot.chart.type == "line" else 2):
        room = width / len(labels) * every - 4.0
        heights = [label_height(name, plot.style_of_label(index), room) for index, name in enumerate(labels)]
        if None not in heights:
            return NamesBelow(plot, width, every, max(height or 0.0 for height in heights) + GAP / 2)
    return max((word for name in labels for word in name.split()), key=lambda word: text_width(word, plot.style))


def stacked(plot: Plot) -> Sketch | str:
    """Columns of parts one upon the other; the names of the parts stand beside the last column."""
    chart = plot.chart
    bold = replace(plot.style, bold=True)
    names = max(text_width(series.name, bold) for series in chart.series) + 1.0
    if names > plot.size.width * LABELS_PART:
        return max((series.name for series in chart.series), key=len)
    numbered = max(text_width(_named(plot, row), bold) for row in range(len(chart.series))) + 1.0
    room = numbered if numbered <= plot.size.width * LABELS_PART else names
    width = plot.size.width - room - GAP
    foot = names_below(plot, width)
    if isinstance(foot, str):
        return foot
    head = plot.pitch + GAP if chart.unit and chart.unit != "%" else 0.0
    base = plot.size.height - foot.height
    totals = [
        sum(max(series.values[index] or 0.0, 0.0) for series in chart.series) for index in range(len(chart.labels))
    ]
    up = scale(0.0, max(totals, default=0.0), base, -(base - head))
    boxes: list[Box] = []
    if head:
        quiet = replace(plot.style, colour=plot.theme.soft)
        boxes.append(label(chart.unit, quiet, Rect(0.0, 0.0, plot.size.width, plot.pitch)))
    for index in range(len(chart.labels)):
        boxes += _stack(plot, index, width / len(chart.labels), up)
    slot = width / len(chart.labels)
    boxes += _names_beside(plot, up, width - slot / 2 + min(slot * BAR_PART, WIDEST_COLUMN) / 2, names)
    boxes += [rule(0.0, base, width, base), *foot.boxes(0.0, base)]
    moves = _moves(plot, slot * BAR_PART, base, up) if room == numbered else ()
    return Sketch(tuple(boxes), ChartPlaces(plot.size, Rect(0.0, head, width, base - head), names=moves))


def _named(plot: Plot, row: int) -> str:
    """Name and last number of a series."""
    return f"{plot.chart.series[row].name} {plot.shown(row, len(plot.chart.labels) - 1)}".rstrip()


def _moves(plot: Plot, wide: float, base: float, up: Scale) -> tuple[tuple[float, float], ...]:
    """From the middle of each part of the last column to the place of its name beside it; none where a part is not there."""
    last = [series.values[-1] or 0.0 for series in plot.chart.series]
    if len(last) < 2 or min(last) <= 0 or len(last) * plot.pitch > plot.size.height:
        return ()
    middles = [up(sum(last[:row]) + value / 2) for row, value in enumerate(last)]
    styles = [replace(plot.style, bold=plot.is_point(row, len(plot.chart.labels) - 1)) for row in range(len(last))]
    across = [wide / 2 + GAP + text_width(_named(plot, row), style) / 2 for row, style in enumerate(styles)]
    return tuple(zip(across, apart(plot, middles, base), strict=True))


def _stack(plot: Plot, index: int, slot: float, up: Scale) -> list[Box]:
    wide = min(slot * BAR_PART, WIDEST_COLUMN)
    left = slot * (index + 0.5) - wide / 2
    boxes: list[Box] = []
    below = 0.0
    for row, series in enumerate(plot.chart.series):
        value = series.values[index]
        if not value or value < 0:
            continue
        lower, upper = up(below), up(below + value)
        below += value
        colour = plot.colours[row][index]
        boxes.append(bar(Rect(left, upper, wide, max(lower - upper - 1.5, 0.5)), colour))
        style = replace(plot.style_of(row, index), colour=plot.theme.over(colour))
        words = plot.shown(row, index)
        width = text_width(words, style) + 1.0
        if width <= wide and plot.pitch <= lower - upper:
            top = (upper + lower - plot.pitch) / 2
            boxes.append(label(words, style, Rect(left + (wide - width) / 2, top, width, plot.pitch), "center"))
    return boxes


STACK_PART = 0.7
"""How much of its place a slide's program gives to the columns themselves, at the least."""


def thin_parts(plot: Plot) -> tuple[tuple[int, int], ...]:
    """Series and label of the parts of stacked columns that are lower than their number is high."""
    chart = plot.chart
    if chart.type != "stacked":
        return ()
    columns = list(zip(*(series.values for series in chart.series), strict=True))
    highest = max((sum(max(value or 0.0, 0.0) for value in column) for column in columns), default=0.0) or 1.0
    least = plot.pitch / (plot.size.height * STACK_PART) * highest
    return tuple(
        (row, index)
        for index, column in enumerate(columns)
        for row, value in enumerate(column)
        if (value or 0.0) < least
    )


def _names_beside(plot: Plot, up: Scale, left: float, width: float) -> list[Box]:
    """Names of the parts at the height of their part in the last column."""
    chart = plot.chart
    below = 0.0
    wanted: list[float] = []
    for series in chart.series:
        value = max(series.values[-1] or 0.0, 0.0)
        wanted.append(up(below + value / 2) - plot.pitch / 2)
        below += value
    tops = spread(wanted, plot.pitch, plot.size.height)
    boxes: list[Box] = []
    for series, top in zip(chart.series, tops, strict=True):
        style = replace(plot.style, bold=series.name in chart.highlight)
        boxes.append(label(series.name, style, Rect(left + GAP, top, width, plot.pitch)))
    return boxes
