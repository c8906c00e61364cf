"""Shapes of a plan to path operators. Curves of circles are the usual four Bézier segments."""

import re
from collections.abc import Iterator
from functools import lru_cache
from math import sqrt

from msgspec.structs import replace

from hornbook.patterns import lazy
from hornbook.plan.page import Hatch, ShapeBox
from hornbook.plan.structure import ARTIFACT
from hornbook.render.pdf.content import PageContent
from hornbook.render.pdf.syntax import number, numbers
from hornbook.units import Rect

_KAPPA = 0.5523
"""Length of a control arm for a quarter of a circle of radius 1."""
_HATCH_PITCH, _HATCH_WIDTH = 4.0, 0.5
"""Of lines of a pattern: an eighth of what is under it is ink."""
Point = tuple[float, float]
_TOKEN = lazy(r"[MLCZ]|-?\d*\.?\d+(?:e-?\d+)?", re.IGNORECASE)
_OPERATORS = {"M": (2, "m"), "L": (2, "l"), "C": (6, "c"), "Z": (0, "h")}


def draw_shape(content: PageContent, box: ShapeBox) -> None:
    """Fill and stroke a shape."""
    if content.is_field(box.element):
        content.field(box.element, box.rect)
        box = replace(box, element=ARTIFACT)
    if not box.fill and not box.stroke:
        return
    content.mark(box.element)
    content.cover(box.element, box.rect)
    path = shape_path(box)
    if box.fill and box.hatch:
        white = f"{content.fill_colour('paper')} {path} f"
        lines = f"{content.stroke_colour(box.fill)} {_stripes(box.rect, box.hatch)} S"
        content.add(f"q {white} {path} W n {lines} Q")
    fill = box.fill if not box.hatch and box.kind != "line" else ""
    stroke = box.stroke if box.stroke_width > 0 else ""
    if fill or stroke:
        paint = {(True, False): "f", (False, True): "S", (True, True): "B"}[bool(fill), bool(stroke)]
        content.add(" ".join(["q", *_state(content, box, fill, stroke), path, paint, "Q"]))


@lru_cache(maxsize=1024)
def shape_path(box: ShapeBox) -> str:
    """The path of a shape in points of the space that its box is in."""
    rect = box.rect
    match box.kind:
        case "rect":
            return f"{numbers(rect.left, rect.top, rect.width, rect.height)} re"
        case "round-rect":
            return round_rect_path(rect, box.corner, box.corner)
        case "ellipse":
            return round_rect_path(rect, rect.width / 2, rect.height / 2)
        case "line":
            top, bottom = (rect.bottom, rect.top) if box.line_up else (rect.top, rect.bottom)
            return f"{numbers(rect.left, top)} m {numbers(rect.right, bottom)} l"
        case "path":
            return " ".join(path_operators(box.path, rect))


def round_rect_path(rect: Rect, across: float, down: float) -> str:
    """A box with corners of those two radii; an ellipse where they are half its sides."""
    across, down = min(across, rect.width / 2), min(down, rect.height / 2)
    left, top, right, bottom = rect.left, rect.top, rect.right, rect.bottom
    arm, rise = across * (1 - _KAPPA), down * (1 - _KAPPA)
    return " ".join(
        [
            f"{numbers(left + across, top)} m {numbers(right - across, top)} l",
            f"{numbers(right - arm, top, right, top + rise, right, top + down)} c",
            f"{numbers(right, bottom - down)} l",
            f"{numbers(right, bottom - rise, right - arm, bottom, right - across, bottom)} c",
            f"{numbers(left + across, bottom)} l",
            f"{numbers(left + arm, bottom, left, bottom - rise, left, bottom - down)} c",
            f"{numbers(left, top + down)} l",
            f"{numbers(left, top + rise, left + arm, top, left + across, top)} c h",
        ]
    )


def _state(content: PageContent, box: ShapeBox, fill: str, stroke: str) -> Iterator[str]:
    if fill:
        yield content.fill_colour(fill)
    if stroke:
        yield f"{content.stroke_colour(stroke)} {number(box.stroke_width)} w"
    if stroke and box.dash:
        yield f"[{numbers(max(3.0, 3 * box.stroke_width), max(2.5, 2 * box.stroke_width))}] 0 d"


def _stripes(rect: Rect, hatch: Hatch) -> str:
    """Lines over a box, one pitch apart."""
    ends = [pair for way in (("up", "down") if hatch == "cross" else (hatch,)) for pair in _lines(rect, way)]
    lines = (f"{numbers(*first)} m {numbers(*last)} l" for first, last in ends)
    return " ".join((f"{number(_HATCH_WIDTH)} w", *lines))


def _lines(rect: Rect, way: str) -> Iterator[tuple[Point, Point]]:
    """Both ends of each line; slanting ones are as far apart as level ones."""
    if way == "level":
        for y in _steps(rect.top, rect.height, _HATCH_PITCH):
            yield (rect.left, y), (rect.right, y)
        return
    if way == "upright":
        for x in _steps(rect.left, rect.width, _HATCH_PITCH):
            yield (x, rect.top), (x, rect.bottom)
        return
    for x in _steps(rect.left, rect.width + rect.height, _HATCH_PITCH * sqrt(2)):
        foot, head = (rect.bottom, rect.top) if way == "up" else (rect.top, rect.bottom)
        yield (x - rect.height, foot), (x, head)


def _steps(start: float, length: float, pitch: float) -> Iterator[float]:
    return (start + (index + 0.5) * pitch for index in range(int(length / pitch) + 1))


def path_operators(path: str, rect: Rect) -> Iterator[str]:
    """The operators of absolute SVG path data of the unit square, stretched over a box."""
    values: list[float] = []
    command = ""
    for token in _TOKEN.findall(path):
        if token.upper() in _OPERATORS:
            command = token.upper()
            if command == "Z":
                yield "h"
            continue
        values.append(float(token))
        count, operator = _OPERATORS[command]
        if len(values) == count:
            yield f"{numbers(*_stretched(values, rect))} {operator}"
            values = []
            command = "L" if command == "M" else command


def _stretched(values: list[float], rect: Rect) -> Iterator[float]:
    for across, down in zip(values[::2], values[1::2], strict=True):
        yield rect.left + across * rect.width
        yield rect.top + down * rect.height
