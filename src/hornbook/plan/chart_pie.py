"""A pie: slices from the top, clockwise, each named beside it.

Clocks run one way in every language, and so do pies in PowerPoint and LibreOffice: where the page is turned round later
(`plan.mirroring`), the slices go the other way first.
"""

from collections.abc import Sequence
from math import cos, pi, sin

from msgspec.structs import replace

from hornbook.plan.chart_marks import GAP, Plot, Sketch, label, label_height, spread, text_width
from hornbook.plan.page import Box, ShapeBox
from hornbook.typeset.text import ParagraphStyle
from hornbook.units import Rect

ARC_STEP = pi / 4
"""The widest arc that one curve draws; wider ones are cut."""

SMALL = 0.7
"""A pie lower than this part of its place, because of its labels, has them in two lines."""


def pie(plot: Plot) -> Sketch | str:
    """The first series as slices; its names and numbers on the side where the slice is."""
    values = [max(value or 0.0, 0.0) for value in plot.chart.series[0].values]
    total = sum(values) or 1.0
    names = [_name(plot, index) for index in range(len(values))]
    wide, lines = _label_room(plot, names)
    across = _across(plot, wide)
    if across < 4 * plot.pitch or plot.pitch * len(values) > plot.size.height * 2:
        return max(plot.chart.labels, key=len)
    left, top = (plot.size.width - across) / 2, (plot.size.height - across) / 2
    circle = Rect(left, top, across, across)
    boxes: list[Box] = []
    middles: list[float] = []
    start = 0.0
    for index, value in enumerate(values):
        end = start + value / total * 2 * pi
        first, last = (2 * pi - end, 2 * pi - start) if plot.style.leftward else (start, end)
        if value:
            boxes.append(_slice(circle, first, last, plot.colours[0][index]))
        middles.append((first + last) / 2)
        start = end
    return Sketch((*boxes, *_names(plot, circle, names, middles, (wide, lines))))


def _across(plot: Plot, wide: float) -> float:
    return min(plot.size.height - 4.0, plot.size.width - 2 * (wide + 3 * GAP))


def _label_room(plot: Plot, names: Sequence[str]) -> tuple[float, int]:
    """Width and lines of the labels on both sides of the pie."""
    bold = replace(plot.style, bold=True)
    wide = max(text_width(name, bold) for name in names) + 1.0
    if _across(plot, wide) >= SMALL * plot.size.height or 2 * plot.pitch * len(names) > plot.size.height:
        return wide, 1
    return max(_halved(name, bold) for name in names) + 1.0, 2


def _halved(name: str, style: ParagraphStyle) -> float:
    """The least width in which a name takes two lines."""
    parts = name.split(" ")
    breaks = ((" ".join(parts[:index]), " ".join(parts[index:])) for index in range(1, len(parts)))
    widths = (max(text_width(first, style), text_width(second, style)) for first, second in breaks)
    return min(widths, default=text_width(name, style))


def _name(plot: Plot, index: int) -> str:
    return f"{plot.chart.labels[index]} {plot.shown(0, index)}".strip()


def _slice(circle: Rect, start: float, end: float, colour: str) -> ShapeBox:
    """A slice as a path in the unit square of the circle; angles from the top, clockwise."""
    count = max(1, -int(-(end - start) // ARC_STEP))
    step = (end - start) / count
    if end - start > 2 * pi - 1e-6:
        return ShapeBox(circle, "ellipse", fill=colour, datum=True)
    path = [f"M 0.5 0.5 L {_on_rim(start)}"]
    pull = 4 / 3 * (1 - cos(step / 2)) / sin(step / 2) * 0.5
    for part in range(count):
        a, b = start + part * step, start + (part + 1) * step
        path.append(f"C {_pulled(a, pull)} {_pulled(b, -pull)} {_on_rim(b)}")
    drawn = " ".join((*path, "Z"))
    return ShapeBox(circle, "path", fill=colour, stroke="paper", stroke_width=2.0, path=drawn, datum=True)


def _on_rim(angle: float) -> str:
    return f"{0.5 + 0.5 * sin(angle):.5f} {0.5 - 0.5 * cos(angle):.5f}"


def _pulled(angle: float, pull: float) -> str:
    """A control point: from the rim along the tangent, forwards where `pull` is positive."""
    x, y = 0.5 + 0.5 * sin(angle) + pull * cos(angle), 0.5 - 0.5 * cos(angle) + pull * sin(angle)
    return f"{x:.5f} {y:.5f}"


def _names(
    plot: Plot, circle: Rect, names: Sequence[str], middles: Sequence[float], room: tuple[float, int]
) -> list[Box]:
    boxes: list[Box] = []
    wide, lines = room
    height = lines * plot.pitch
    radius, centre = circle.width / 2, circle.top + circle.height / 2
    for right in (True, False):
        side = [index for index, angle in enumerate(middles) if (angle <= pi) == right]
        wanted = [centre - cos(middles[index]) * radius - height / 2 for index in side]
        for index, top in zip(side, spread(wanted, height, plot.size.height), strict=True):
            away = max(abs(top + height / 2 - centre) - height / 2, 0.0)
            reach = max(radius**2 - away**2, 0.0) ** 0.5
            near = circle.left + radius + (reach + 1.5 * GAP if right else -reach - 1.5 * GAP - wide)
            style = plot.style_of(0, index)
            place = Rect(near, top, wide, label_height(names[index], style, wide) or height)
            boxes.append(label(names[index], style, _centred(place, height), "left" if right else "right"))
    return boxes


def _centred(place: Rect, height: float) -> Rect:
    """The place in the middle of a height that begins where it does."""
    return Rect(place.left, place.top + (height - place.height) / 2, place.width, place.height)
