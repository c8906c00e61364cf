"""Outlines of the shapes that a template draws: as rectangles, circles, lines and paths on the slide, turned and mirrored as they are."""

from collections.abc import Callable, Iterator, Mapping
from math import cos, radians, sin

from msgspec import Struct

from hornbook.ooxml.reading import Element
from hornbook.theme.model import ShapeKind
from hornbook.theme.template.names import A, child, children, flag, number, rect_of
from hornbook.units import Rect

Point = tuple[float, float]
Step = tuple[str, tuple[Point, ...]]
"""A letter of an SVG path with its points."""

MOST_STEPS = 5_000
_ROUND = 0.5522847498
"""Of a radius: how far the handles of a curve stand off that draws a quarter of a circle."""

_POLYGONS: Mapping[str, tuple[Point, ...]] = {
    "rect": ((0, 0), (1, 0), (1, 1), (0, 1)),
    "triangle": ((0.5, 0), (1, 1), (0, 1)),
    "rtTriangle": ((0, 0), (1, 1), (0, 1)),
    "diamond": ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)),
    "parallelogram": ((0.25, 0), (1, 0), (0.75, 1), (0, 1)),
    "trapezoid": ((0.25, 0), (0.75, 0), (1, 1), (0, 1)),
    "homePlate": ((0, 0), (0.75, 0), (1, 0.5), (0.75, 1), (0, 1)),
    "chevron": ((0, 0), (0.75, 0), (1, 0.5), (0.75, 1), (0, 1), (0.25, 0.5)),
    "hexagon": ((0.25, 0), (0.75, 0), (1, 0.5), (0.75, 1), (0.25, 1), (0, 0.5)),
}
"""Presets with straight sides, in a square of one by one, as they are before anybody pulls at them."""

_LIKE_RECTANGLES = frozenset(
    {"snip1Rect", "snip2SameRect", "round1Rect", "round2SameRect", "flowChartProcess", "plaque"}
)


class Frame(Struct, frozen=True):
    """From the units of a group, or of the slide, to points of the slide."""

    across: float = 1.0
    down: float = 1.0
    left: float = 0.0
    top: float = 0.0

    def rect(self, place: Rect) -> Rect:
        left, top = self.left + place.left * self.across, self.top + place.top * self.down
        return Rect(left, top, place.width * self.across, place.height * self.down)

    def inner(self, group: Element | None) -> "Frame":
        """The frame of a group's children; the same one where the group says nothing about them."""
        place, off, ext = rect_of(group), child(group, f"{A}chOff"), child(group, f"{A}chExt")
        if place is None or off is None or ext is None:
            return self
        outer = self.rect(place)
        width, height = number(ext.get("cx")) / 12700, number(ext.get("cy")) / 12700
        if width <= 0 or height <= 0:
            return self
        across, down = outer.width / width, outer.height / height
        left, top = number(off.get("x")) / 12700, number(off.get("y")) / 12700
        return Frame(across, down, outer.left - left * across, outer.top - top * down)


class Outline(Struct, frozen=True):
    """A shape's form at its place: of a path the data in a square of one by one, stretched over the place."""

    kind: ShapeKind
    rect: Rect
    path: str = ""
    corner: float = 0.0


def outline(properties: Element | None, frame: Frame) -> Outline | None:
    """The form that an `p:spPr` describes; None where it has no place, or a form that is not drawn."""
    xfrm = child(properties, f"{A}xfrm")
    place = rect_of(xfrm)
    if xfrm is None or place is None:
        return None
    rect = frame.rect(place)
    preset = child(properties, f"{A}prstGeom")
    name = preset.get("prst", "") if preset is not None else ""
    name = "rect" if name in _LIKE_RECTANGLES else name
    turned = number(xfrm.get("rot")) / 60_000 % 360
    mirrored = flag(xfrm.get("flipH")), flag(xfrm.get("flipV"))
    if name in {"rect", "ellipse"} and not turned:
        return Outline("rect" if name == "rect" else "ellipse", rect)
    if name == "roundRect" and not turned:
        return Outline("round-rect", rect, corner=_corner(preset) * min(rect.width, rect.height))
    if name in {"line", "straightConnector1"} and not turned and (mirrored[0] == mirrored[1] or not rect.height):
        return Outline("line", rect)
    steps = _steps(name, properties)
    return _path(steps, rect, turned, mirrored) if steps else None


def _corner(preset: Element | None) -> float:
    """The radius as a part of the shorter side."""
    for guide in children(child(preset, f"{A}avLst"), f"{A}gd"):
        return max(0.0, min(0.5, number(guide.get("fmla", "").removeprefix("val ")) / 100_000))
    return 0.16667


def _steps(name: str, properties: Element | None) -> tuple[Step, ...]:
    """The outline in a square of one by one."""
    if name in _POLYGONS:
        first, *others = _POLYGONS[name]
        return (("M", (first,)), *(("L", (point,)) for point in others), ("Z", ()))
    if name in {"line", "straightConnector1"}:
        return (("M", ((0, 0),)), ("L", ((1, 1),)))
    if name in {"ellipse", "roundRect"}:
        return tuple(_circle())
    return tuple(_custom(child(properties, f"{A}custGeom", f"{A}pathLst")))


def _circle() -> Iterator[Step]:
    near, far = 0.5 - _ROUND / 2, 0.5 + _ROUND / 2
    yield "M", ((0, 0.5),)
    yield "C", ((0, near), (near, 0), (0.5, 0))
    yield "C", ((far, 0), (1, near), (1, 0.5))
    yield "C", ((1, far), (far, 1), (0.5, 1))
    yield "C", ((near, 1), (0, far), (0, 0.5))
    yield "Z", ()


def _custom(paths: Element | None) -> Iterator[Step]:
    """Custom geometry, as far as its points are numbers; nothing of it where they are formulas, or there are arcs."""
    steps: list[Step] = []
    for path in children(paths, f"{A}path"):
        width, height = number(path.get("w")), number(path.get("h"))
        if width <= 0 or height <= 0:
            return
        for command in children(path):
            found = _command(command, width, height, steps)
            if found is None or len(steps) > MOST_STEPS:
                return
            steps.append(found)
    yield from steps


def _command(command: Element, width: float, height: float, before: list[Step]) -> Step | None:
    name = str(command.tag).removeprefix(A)
    points: list[Point] = []
    for found in children(command, f"{A}pt"):
        x, y = found.get("x", ""), found.get("y", "")
        if not (_is_number(x) and _is_number(y)):
            return None
        points.append((number(x) / width, number(y) / height))
    match name, len(points):
        case "moveTo", 1:
            return "M", tuple(points)
        case "lnTo", 1:
            return ("L", tuple(points)) if before else None
        case "cubicBezTo", 3:
            return ("C", tuple(points)) if before else None
        case "quadBezTo", 2:
            return _cubic(before, points) if before and before[-1][1] else None
        case "close", 0:
            return "Z", ()
        case _:
            return None


def _is_number(words: str) -> bool:
    return words.lstrip("-").isdigit()


def _cubic(before: list[Step], points: list[Point]) -> Step:
    """A curve with one handle as one with two."""
    start, (handle, end) = before[-1][1][-1], points
    first = (start[0] + (handle[0] - start[0]) * 2 / 3, start[1] + (handle[1] - start[1]) * 2 / 3)
    second = (end[0] + (handle[0] - end[0]) * 2 / 3, end[1] + (handle[1] - end[1]) * 2 / 3)
    return "C", (first, second, end)


def _path(steps: tuple[Step, ...], rect: Rect, turned: float, mirrored: tuple[bool, bool]) -> Outline | None:
    """The steps on the slide, and then in the box that they fill there."""
    placed = [(letter, tuple(map(_placing(rect, turned, mirrored), points))) for letter, points in steps]
    ends = [point for _, points in placed for point in points]
    left, top = min(x for x, _ in ends), min(y for _, y in ends)
    width, height = max(x for x, _ in ends) - left, max(y for _, y in ends) - top
    if width <= 0.01 or height <= 0.01:
        return None
    words = (
        " ".join((letter, *(f"{(x - left) / width:.4f} {(y - top) / height:.4f}" for x, y in points)))
        for letter, points in placed
    )
    return Outline("path", Rect(left, top, width, height), " ".join(words))


def _placing(rect: Rect, turned: float, mirrored: tuple[bool, bool]) -> Callable[[Point], Point]:
    """From the square of one by one to the slide: mirrored first, then turned about the middle."""
    middle = (rect.left + rect.width / 2, rect.top + rect.height / 2)
    cosine, sine = cos(radians(turned)), sin(radians(turned))

    def placed(point: Point) -> Point:
        x = ((1 - point[0]) if mirrored[0] else point[0]) - 0.5
        y = ((1 - point[1]) if mirrored[1] else point[1]) - 0.5
        x, y = x * rect.width, y * rect.height
        return middle[0] + x * cosine - y * sine, middle[1] + x * sine + y * cosine

    return placed
