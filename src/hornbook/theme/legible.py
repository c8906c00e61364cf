"""Whether words stand out from what is really behind them: the background, or the shapes of the layout under the box.

7:1 for text, and 4.5:1 for large bold type of 24 points and more (WCAG 2.1, 1.4.6 and 1.4.3; our floor is higher than theirs).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct, field

from hornbook.theme.contrast import ratio
from hornbook.theme.model import Layout, Placeholder, Shape, ShapeKind
from hornbook.typeset.text import ParagraphStyle
from hornbook.units import Rect

TEXT = 7.0
LARGE = 4.5
_LARGE_SIZE = 24.0
_STEPS = (0.0, 0.25, 0.5, 0.75, 1.0)
_TOKEN = re.compile(r"[MLCZ]|-?\d+(?:\.\d+)?")
_CURVE_STEPS = 8

Point = tuple[float, float]


class Problem(Struct, frozen=True):
    """What is wrong with a layout: code, message without an end, hint, and the box or shape that it is about."""

    code: str
    message: str
    hint: str
    about: Placeholder | Shape
    colours: tuple[str, ...] = ()
    """Palette names that it is about."""


class Legibility(Struct):
    """Judges the layouts of one palette; what was judged once is remembered."""

    palette: Mapping[str, str]
    where: str = ""
    """Said at the end of its messages: ` on paper`."""
    told: set[tuple[int, str, str]] = field(default_factory=set[tuple[int, str, str]])
    """What was faint, by identity, colour and ground: two palettes that share this do not say it twice."""
    _judged: set[tuple[int, int]] = field(default_factory=set[tuple[int, int]])
    """Boxes with the shapes behind them, by identity: layouts share both, and outlive this."""
    _behind: dict[object, int] = field(default_factory=dict[object, int])
    """Backgrounds with shapes on them, and a number for each."""

    def problems(self, layout: Layout) -> Iterator[Problem]:
        """Every colour that is too faint on what is behind it."""
        filled = [shape for shape in layout.shapes if shape.fill]
        behind = self._behind.setdefault((layout.background, *map(id, layout.shapes)), len(self._behind))
        for box in layout.placeholders:
            key = (id(box), behind)
            if box.levels and key not in self._judged:
                self._judged.add(key)
                for ground in sorted(self.grounds(layout.background, filled, box.rect)):
                    yield from self._faint(box, ground)
        for shape in layout.shapes:
            if shape.text and shape.text_style and shape.fill:
                style = shape.text_style
                large = style.bold and style.size >= _LARGE_SIZE
                yield from self._faint_words(shape, style.colour, shape.fill, large=large)

    def _faint(self, box: Placeholder, ground: str) -> Iterator[Problem]:
        """One problem for each colour, by the strictest of its uses."""
        large: dict[str, bool] = {}
        for style in box.levels:
            for colour, bold in _colours(style):
                large[colour] = large.get(colour, True) and bold and style.size >= _LARGE_SIZE
        for colour, only_large in large.items():
            yield from self._faint_words(box, colour, ground, large=only_large)

    def _faint_words(self, about: Placeholder | Shape, colour: str, ground: str, *, large: bool) -> Iterator[Problem]:
        found = ratio(self.palette[colour], self.palette[ground])
        wanted = LARGE if large else TEXT
        if found < wanted and (id(about), colour, ground) not in self.told:
            self.told.add((id(about), colour, ground))
            name = about.key if isinstance(about, Placeholder) else about.name
            message = (
                f'The words of "{name}" in {colour} on {ground} have a contrast of {found:.1f}:1, not {wanted:g}:1'
                f"{self.where}"
            )
            hint = "Choose another colour, or move the box off the shape."
            yield Problem("HB410", message, hint, about, (colour, ground))

    def grounds(self, background: str, shapes: Sequence[Shape], rect: Rect) -> set[str]:
        """Palette names of everything that lies directly behind a box, of shapes that are filled."""
        found = {background}
        partial: list[Shape] = []
        left, top, right, bottom = rect.left, rect.top, rect.right, rect.bottom
        for shape in shapes:
            over = shape.rect
            if (
                over.left < right
                and over.top < bottom
                and over.left + over.width > left
                and over.top + over.height > top
            ):
                if shape.kind == "rect" and over.contains(rect):
                    found, partial = {shape.fill}, []
                else:
                    partial.append(shape)
        if not partial:
            return found
        base = next(iter(found))
        points = [(left + rect.width * x, top + rect.height * y) for x in _STEPS for y in _STEPS]
        return {
            next((shape.fill for shape in reversed(partial) if covers(shape.kind, shape.path, shape.rect, point)), base)
            for point in points
        }


def covers(kind: ShapeKind, path: str, rect: Rect, point: Point) -> bool:
    """Whether a shape that is filled has paint at a point."""
    if not rect.width or not rect.height:
        return False
    x, y = (point[0] - rect.left) / rect.width, (point[1] - rect.top) / rect.height
    if not (0 <= x <= 1 and 0 <= y <= 1):
        return False
    if kind == "ellipse":
        return (x - 0.5) ** 2 + (y - 0.5) ** 2 <= 0.25
    if kind == "path":
        return any(_inside(outline, x, y) for outline in outlines(path))
    return kind != "line"


def _colours(style: ParagraphStyle) -> Iterator[tuple[str, bool]]:
    """Colours that words of a style may have, and whether those words are bold."""
    yield style.colour, style.bold
    yield style.key_colour, True
    yield style.link_colour, style.bold
    if style.strong_colour:
        yield style.strong_colour, True


@lru_cache(maxsize=512)
def outlines(path: str) -> tuple[tuple[Point, ...], ...]:
    """The closed lines of an SVG path (absolute M L C Z), curves as a few straight pieces."""
    found: list[list[Point]] = []
    tokens = iter(_TOKEN.findall(path))
    command = ""
    for token in tokens:
        if token in ("M", "L", "C", "Z"):
            command = token
            continue
        point = (float(token), float(next(tokens, "0")))
        if command == "M":
            found.append([point])
        elif command == "C":
            second = (float(next(tokens, "0")), float(next(tokens, "0")))
            end = (float(next(tokens, "0")), float(next(tokens, "0")))
            found[-1] += _curve(found[-1][-1], point, second, end)
        else:
            found[-1].append(point)
    return tuple(tuple(line) for line in found)


def _curve(start: Point, first: Point, second: Point, end: Point) -> list[Point]:
    points: list[Point] = []
    for step in range(1, _CURVE_STEPS + 1):
        t = step / _CURVE_STEPS
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        parts = (start, first, second, end)
        points.append(
            (
                sum(weight * part[0] for weight, part in zip(weights, parts, strict=True)),
                sum(weight * part[1] for weight, part in zip(weights, parts, strict=True)),
            )
        )
    return points


def _inside(outline: tuple[Point, ...], x: float, y: float) -> bool:
    """Even-odd: how often a ray to the right crosses the line."""
    inside = False
    for (ax, ay), (bx, by) in zip(outline, (*outline[1:], outline[0]), strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            inside = not inside
    return inside
