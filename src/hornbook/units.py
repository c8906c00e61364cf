"""Lengths are points (1/72 inch) as floats, measured from the top left; words such as `0.5 in` become points here."""

from msgspec import Struct

from hornbook.patterns import lazy

POINTS_PER = {"pt": 1.0, "in": 72.0, "mm": 72.0 / 25.4, "cm": 720.0 / 25.4}

_LENGTH = lazy(r"\s*(-?\d+(?:\.\d+)?)\s*(pt|in|mm|cm)\s*")


class Size(Struct, frozen=True):
    """A width and a height in points."""

    width: float
    height: float


class Insets(Struct, frozen=True):
    """Space kept free inside a box, in points."""

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0


class Rect(Struct, frozen=True):
    """A box in points; `top` grows downwards."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height

    def inset(self, insets: Insets) -> "Rect":
        """The box inside the insets; never smaller than nothing."""
        width = max(0.0, self.width - insets.left - insets.right)
        height = max(0.0, self.height - insets.top - insets.bottom)
        return Rect(self.left + insets.left, self.top + insets.top, width, height)

    def moved(self, right: float = 0.0, down: float = 0.0) -> "Rect":
        return Rect(self.left + right, self.top + down, self.width, self.height)

    def overlaps(self, other: "Rect", slack: float = 0.01) -> bool:
        """Whether the two boxes share more than `slack` points in both directions."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > slack and down > slack

    def contains(self, other: "Rect", slack: float = 0.01) -> bool:
        return (
            other.left >= self.left - slack
            and other.top >= self.top - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )


def parse_length(text: str) -> float | None:
    """Points of a length written in words (`8.5 in`, `12 pt`, `9 mm`), or None where it is not one."""
    match = _LENGTH.fullmatch(text)
    return float(match[1]) * POINTS_PER[match[2]] if match else None


PAPERS: dict[str, Size] = {
    "letter": Size(612.0, 792.0),
    "a4": Size(210 * POINTS_PER["mm"], 297 * POINTS_PER["mm"]),
    "legal": Size(612.0, 1008.0),
    "tabloid": Size(792.0, 1224.0),
    "a3": Size(297 * POINTS_PER["mm"], 420 * POINTS_PER["mm"]),
    "24x36": Size(1728.0, 2592.0),
}
"""Sheet sizes by the name that an outline and `--paper` use."""
