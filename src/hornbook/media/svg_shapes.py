"""SVG drawings to filled and stroked paths in the unit square, for a renderer that draws them as vectors."""

import io
from typing import Any

from msgspec import Struct

from hornbook.media.svg_tree import Node, read_svg

_NOT_PLAIN = frozenset(("text", "image", "linearGradient", "radialGradient", "pattern", "mask", "clipPath", "marker"))
_NOT_PLAIN_ATTRIBUTES = ("opacity", "fill-opacity", "stroke-opacity", "stroke-dasharray", "mix-blend-mode")


class SvgShape(Struct, frozen=True):
    """One path of a drawing: places and widths are parts of the drawing's width and height."""

    path: str
    """Absolute M L C Z in the unit square, y downwards."""
    fill: str
    """`#rrggbb`; empty where it is not filled."""
    stroke: str
    stroke_width: float
    """As a part of the drawing's width."""
    even_odd: bool = False
    round_ends: bool = False
    """Round caps and joins."""


def svg_shapes(data: bytes) -> tuple[SvgShape, ...]:
    """The paths of a cleaned drawing in drawing order; none where it needs more than flat paths, and its PNG must serve."""
    root = read_svg(data, "picture")
    if not _is_plain(root):
        return ()
    try:
        return _shapes(data)
    except Exception:  # noqa: BLE001 - the library raises whatever a wrong path makes it stumble over; resvg drew what can be read
        return ()


def _shapes(data: bytes) -> tuple[SvgShape, ...]:
    import svgelements

    library: Any = svgelements
    drawing = library.SVG.parse(io.BytesIO(data), reify=True)
    width, height = float(drawing.width), float(drawing.height)
    shapes = (_shape(library, each, width, height) for each in drawing.elements() if isinstance(each, library.Shape))
    return tuple(shape for shape in shapes if shape is not None)


def _is_plain(node: Node) -> bool:
    if node.name in _NOT_PLAIN:
        return False
    style = node.attributes.get("style", "") + "".join(child for child in node.children if isinstance(child, str))
    for name in _NOT_PLAIN_ATTRIBUTES:
        if node.attributes.get(name, "1") not in ("1", "1.0", "none", "normal") or f"{name}:" in style.replace(" ", ""):
            return False
    return all(_is_plain(child) for child in node.nodes())


def _shape(library: Any, element: Any, width: float, height: float) -> SvgShape | None:
    values = element.values
    if values.get("display") == "none" or values.get("visibility") in {"hidden", "collapse"}:
        return None
    fill, stroke = _colour(element.fill), _colour(element.stroke)
    if not fill and not stroke:
        return None
    path = library.Path(element)
    path.approximate_arcs_with_cubics()
    written = _written(library, path, width, height)
    if not written:
        return None
    thickness = float(element.stroke_width or 0.0) / width if stroke else 0.0
    round_ends = "round" in (values.get("stroke-linecap"), values.get("stroke-linejoin"))
    return SvgShape(written, fill, stroke, thickness, values.get("fill-rule") == "evenodd", round_ends)


def _colour(colour: Any) -> str:
    return "" if colour is None or colour.value is None or colour.opacity == 0 else str(colour.hexrgb)


def _written(library: Any, path: Any, width: float, height: float) -> str:
    def at(*points: Any) -> str:
        return " ".join(f"{_part(point.x / width)} {_part(point.y / height)}" for point in points)

    steps: list[str] = []
    for segment in path.segments():
        if isinstance(segment, library.Move):
            steps.append(f"M {at(segment.end)}")
        elif isinstance(segment, library.Close):
            steps.append("Z")
        elif isinstance(segment, library.Line):
            steps.append(f"L {at(segment.end)}")
        elif isinstance(segment, library.QuadraticBezier):
            first = segment.start + (segment.control - segment.start) * (2 / 3)
            second = segment.end + (segment.control - segment.end) * (2 / 3)
            steps.append(f"C {at(first, second, segment.end)}")
        else:
            steps.append(f"C {at(segment.control1, segment.control2, segment.end)}")
    return " ".join(steps)


def _part(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".")
