"""A group of boxes to one SVG element. Lines stay where the plan broke them; a viewer without our faces only squeezes letters."""

import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple, assert_never
from xml.sax.saxutils import escape, quoteattr

from hornbook.media.svg import draw_svg
from hornbook.plan.page import Box, GroupBox, Media, PictureBox, ShapeBox, TextBox
from hornbook.theme.model import Theme
from hornbook.typeset.fontfiles import FAMILIES
from hornbook.typeset.text import Fragment
from hornbook.units import Rect

_FAMILIES = {
    "arimo": "Arimo, Arial, Helvetica, sans-serif",
    "atkinson": "Atkinson Hyperlegible, Verdana, Arial, sans-serif",
    "noto-sans": "Noto Sans, Arial, sans-serif",
}
_PACKAGES = tuple(dict.fromkeys(each.module for each in FAMILIES.values() if each.module and not each.language))
"""Where the faces of PNGs come from. Those of Chinese characters would have to be read whole for each picture."""

_WORD = re.compile(r"[A-Z]|-?[\d.]+(?:e-?\d+)?")
"""A letter or a number of a path."""


class _Ground(NamedTuple):
    theme: Theme
    media: Mapping[str, Media]

    def colour(self, name: str) -> str:
        return self.theme.colour(name) if name else "none"


def as_svg(group: GroupBox, theme: Theme, media: Mapping[str, Media], *, alt: str = "") -> str:
    """The group as a picture that is read as `alt`; without one it is decoration."""
    inside = "".join(_drawn(box, _Ground(theme, media)) for box in group.boxes)
    said = f'role="img" aria-label={quoteattr(alt)}' if alt else 'aria-hidden="true"'
    size = f'viewBox="0 0 {_n(group.space.width)} {_n(group.space.height)}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} {said}>{inside}</svg>'


def as_png(group: GroupBox, theme: Theme, media: Mapping[str, Media], width: int) -> bytes:
    """The same as a PNG so many pixels wide."""
    return draw_svg(as_svg(group, theme, media), width, tuple(_font_files()))


def _font_files() -> Iterator[Path]:
    for package in _PACKAGES:
        spec = find_spec(package)
        for root in (spec.submodule_search_locations if spec else None) or ():
            yield from sorted(Path(root).rglob("*.ttf"))


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _drawn(box: Box, ground: _Ground) -> str:
    match box:
        case TextBox():
            return "".join(_words(box, ground))
        case ShapeBox():
            return _shape(box, ground)
        case PictureBox():
            return _picture(box, ground)
        case GroupBox(rect=rect, space=space):
            scale = f"scale({_n(rect.width / space.width)} {_n(rect.height / space.height)})"
            inside = "".join(_drawn(child, ground) for child in box.boxes)
            return f'<g transform="{_turn(rect, box.rotation)}translate({_n(rect.left)} {_n(rect.top)}) {scale}">{inside}</g>'
        case _:
            assert_never(box)


def _turn(rect: Rect, degrees: float) -> str:
    middle = f"{_n(rect.left + rect.width / 2)} {_n(rect.top + rect.height / 2)}"
    return f"rotate({_n(degrees)} {middle}) " if degrees else ""


def _words(box: TextBox, ground: _Ground) -> Iterator[str]:
    for line in box.lines:
        for fragment in line.fragments:
            x, y = box.origin[0] + fragment.x, box.origin[1] + line.baseline - fragment.rise
            if fragment.kind == "blank":
                yield _rule(x, y + 2.0, fragment.width, ground.colour(fragment.colour), 0.75)
            elif fragment.bullet and not fragment.text:
                yield _bullet(fragment, x, y, ground.colour(fragment.colour))
            elif fragment.text:
                yield _text(fragment, x, y, ground)


def _text(fragment: Fragment, x: float, y: float, ground: _Ground) -> str:
    slug = next((slug for slug in _FAMILIES if fragment.face.startswith(slug)), "noto-sans")
    weight = ' font-weight="700"' if "700" in fragment.face else ""
    slant = ' font-style="italic"' if "italic" in fragment.face else ""
    under = ' text-decoration="underline"' if fragment.underline else ""
    place = f'x="{_n(x)}" y="{_n(y)}" font-family="{_FAMILIES[slug]}" font-size="{_n(fragment.size)}"'
    fitted = f' textLength="{_n(fragment.width)}" lengthAdjust="spacingAndGlyphs"' if len(fragment.text) > 1 else ""
    fill = ground.colour(fragment.colour)
    return (
        f'<text {place}{weight}{slant}{under}{fitted} fill="{fill}" xml:space="preserve">{escape(fragment.text)}</text>'
    )


def _rule(x: float, y: float, width: float, colour: str, weight: float) -> str:
    ends = f'x1="{_n(x)}" y1="{_n(y)}" x2="{_n(x + width)}" y2="{_n(y)}"'
    return f'<line {ends} stroke="{colour}" stroke-width="{_n(weight)}"/>'


def _bullet(label: Fragment, x: float, baseline: float, colour: str) -> str:
    middle, side = baseline - 0.34 * label.size, 0.36 * label.size
    match label.bullet:
        case "disc":
            return f'<circle cx="{_n(x + side / 2)}" cy="{_n(middle)}" r="{_n(side / 2)}" fill="{colour}"/>'
        case "dash":
            return _rule(x, middle, 0.5 * label.size, colour, 0.08 * label.size)
        case "check":
            points = [(0.02, -0.3), (0.22, -0.06), (0.62, -0.62)]
            path = " ".join(
                f"{_n(x + across * label.size)},{_n(baseline + down * label.size)}" for across, down in points
            )
            return f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="{_n(0.11 * label.size)}"/>'
        case _:
            place = f'x="{_n(x)}" y="{_n(middle - side / 2)}" width="{_n(side)}" height="{_n(side)}"'
            return f'<rect {place} fill="{colour}"/>'


def _shape(box: ShapeBox, ground: _Ground) -> str:
    rect, weight = box.rect, box.stroke_width if box.stroke else 0.0
    dash = f' stroke-dasharray="{_n(max(3.0, 3 * weight))} {_n(max(2.5, 2 * weight))}"' if box.dash else ""
    paint = f'fill="{ground.colour(box.fill)}" stroke="{ground.colour(box.stroke)}" stroke-width="{_n(weight)}"{dash}'
    place = f'x="{_n(rect.left)}" y="{_n(rect.top)}" width="{_n(rect.width)}" height="{_n(rect.height)}"'
    match box.kind:
        case "rect":
            return f"<rect {place} {paint}/>"
        case "round-rect":
            return f'<rect {place} rx="{_n(box.corner)}" {paint}/>'
        case "ellipse":
            across, down = rect.width / 2, rect.height / 2
            middle = f'cx="{_n(rect.left + across)}" cy="{_n(rect.top + down)}"'
            return f'<ellipse {middle} rx="{_n(across)}" ry="{_n(down)}" {paint}/>'
        case "line":
            top, bottom = (rect.bottom, rect.top) if box.line_up else (rect.top, rect.bottom)
            ends = f'x1="{_n(rect.left)}" y1="{_n(top)}" x2="{_n(rect.right)}" y2="{_n(bottom)}"'
            return f"<line {ends} {paint}/>"
        case "path":
            return f'<path d="{_path(box.path, rect)}" {paint}/>'


def _path(path: str, rect: Rect) -> str:
    """A path of the unit square in its place; not every viewer keeps a line thin where it stretches a path itself."""
    found: list[str] = []
    down = False
    for word in _WORD.findall(path):
        if word.isalpha():
            found.append(word)
            continue
        found.append(_n(rect.top + float(word) * rect.height if down else rect.left + float(word) * rect.width))
        down = not down
    return " ".join(found)


def _picture(box: PictureBox, ground: _Ground) -> str:
    """The picture in its box; what is cropped lies outside of it and is not shown."""
    rect, media = box.rect, ground.media.get(box.digest)
    if media is None:
        return ""
    left, top, right, bottom = box.crop
    width, height = rect.width / (1 - left - right), rect.height / (1 - top - bottom)
    frame = f'x="{_n(rect.left)}" y="{_n(rect.top)}" width="{_n(rect.width)}" height="{_n(rect.height)}"'
    image = f'x="{_n(-left * width)}" y="{_n(-top * height)}" width="{_n(width)}" height="{_n(height)}"'
    return f'<svg {frame}><image {image} preserveAspectRatio="none" href="{data_address(media)}"/></svg>'


def data_address(media: Media) -> str:
    """The bytes of a picture as an address; of a drawing the raster copy, which every viewer shows."""
    kind, data = ("png", media.fallback) if media.kind == "svg" else (media.kind, media.data)
    return f"data:image/{kind};base64,{b64encode(data).decode()}"
