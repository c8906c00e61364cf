"""Transformations of the plane, as the operator `cm` takes them: (a, b, c, d, e, f) maps x to ax + cy + e, y to bx + dy + f."""

from math import cos, radians, sin

from hornbook.units import Rect

Matrix = tuple[float, float, float, float, float, float]


def combine(inner: Matrix, outer: Matrix) -> Matrix:
    """The transformation that applies `inner` first and `outer` to its result."""
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def rotation_about(rect: Rect, degrees: float) -> Matrix:
    """A turn clockwise (where y grows downwards) about the middle of a box."""
    angle = radians(degrees)
    across, down = rect.left + rect.width / 2, rect.top + rect.height / 2
    turn = (cos(angle), sin(angle), -sin(angle), cos(angle), 0.0, 0.0)
    return combine(combine((1, 0, 0, 1, -across, -down), turn), (1, 0, 0, 1, across, down))


def bounds(rect: Rect, matrix: Matrix) -> tuple[float, float, float, float]:
    """Smallest x and y, largest x and y of a box after a transformation."""
    a, b, c, d, e, f = matrix
    corners = [(x, y) for x in (rect.left, rect.right) for y in (rect.top, rect.bottom)]
    across = [a * x + c * y + e for x, y in corners]
    down = [b * x + d * y + f for x, y in corners]
    return min(across), min(down), max(across), max(down)
