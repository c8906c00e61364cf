"""Bullets that are drawn instead of set, so that no face has to have them. Each has a character that it stands for."""

from hornbook.render.pdf.content import PageContent
from hornbook.render.pdf.shapes import round_rect_path
from hornbook.render.pdf.syntax import numbers
from hornbook.typeset.text import Bullet, Fragment
from hornbook.units import Rect

SPOKEN: dict[Bullet, str] = {"disc": "\u2022", "dash": "\u2013", "square": "\u25aa", "check": "\u2713"}
"""What a drawn bullet is read as."""
_MIDDLE = 0.34
"""Height of a bullet's middle above the baseline in em: half way up a small letter and a bit, as the eye puts it."""


def draw_bullet(content: PageContent, label: Fragment, x: float, baseline: float) -> None:
    """The bullet of a label whose left edge is at `x`."""
    colours = f"{content.fill_colour(label.colour)} {content.stroke_colour(label.colour)}"
    content.add(f"q {colours} {_path(label.bullet, x, baseline, label.size)} Q")


def _path(bullet: Bullet, x: float, baseline: float, size: float) -> str:
    middle = baseline - _MIDDLE * size
    match bullet:
        case "disc":
            side = 0.36 * size
            return f"{round_rect_path(Rect(x, middle - side / 2, side, side), side / 2, side / 2)} f"
        case "dash":
            return f"{numbers(x, middle, 0.5 * size, 0.08 * size)} re f"
        case "check":
            points = [(0.02, -0.3), (0.22, -0.06), (0.62, -0.62)]
            places = [numbers(x + across * size, baseline + down * size) for across, down in points]
            return f"{numbers(0.11 * size)} w 1 J 1 j {places[0]} m {places[1]} l {places[2]} l S"
        case _:
            side = 0.36 * size
            return f"{numbers(x, middle - side / 2, side, side)} re f"
