"""The place in a template where layouts of ours stand, its rows, and the type that they are set in."""

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from hornbook.theme.model import LayoutPicture, LayoutWords, Placeholder, Shape
from hornbook.theme.places import Grid, Interval
from hornbook.typeset.text import Bullet, ParagraphStyle
from hornbook.units import Rect, Size

HEIGHT = 540.0
"""Points of a slide on which the lengths of `kinds.yaml` are as they are written."""

GAP = 16.0
EDGE = 8.0
_SOURCE = 24.0


class Base(Struct, frozen=True):
    """The layout of a template that others are made from."""

    part: str
    title: Placeholder
    furniture: tuple[Placeholder, ...]
    """Date, footer and number, as far as it has them."""
    background: str
    behind: tuple[Shape | LayoutPicture | LayoutWords, ...]


class Site(Struct, frozen=True):
    """Where derived layouts stand, and in which type and colours."""

    size: Size
    content: Rect
    base: Base
    body: tuple[ParagraphStyle, ...]
    """The levels of the template's own lists."""
    roles: Mapping[str, str]

    @property
    def unit(self) -> float:
        """Points of this slide for one on a slide 540 points high."""
        return self.size.height / HEIGHT

    @property
    def area(self) -> Rect:
        """The place for content on a slide 540 points high."""
        place, unit = self.content, self.unit
        return Rect(place.left / unit, place.top / unit, place.width / unit, place.height / unit)


def grid_of(site: Site) -> Grid:
    """Twelve columns over the content, and its parts as rows."""
    size, area = Size(site.size.width / site.unit, HEIGHT), site.area
    right, bottom = size.width - area.right, HEIGHT - area.bottom
    title = site.base.title.rect
    rows = _rows(area, max(title.top / site.unit, 20.0))
    return Grid(size, area.left, right, area.top, bottom, 12, GAP, rows)


def _rows(area: Rect, title_top: float) -> Mapping[str, Interval]:
    top, bottom = area.top, area.bottom - _SOURCE
    height, stage = bottom - top, min(title_top, top)

    def part(first: float, last: float) -> Interval:
        return (top + first * height, top + last * height)

    return {
        "body": (top, bottom),
        "source": (area.bottom - 18.0, area.bottom),
        "stage": (stage, bottom),
        "stage upper": (stage, stage + 0.62 * (bottom - stage)),
        "stage lower": (stage + 0.66 * (bottom - stage), bottom),
        "upper": part(0.0, 0.72),
        "lower": part(0.78, 1.0),
        "upper half": part(0.0, 0.46),
        "lower half": part(0.5, 1.0),
        "upper two thirds": part(0.0, 0.62),
        "lower third": (top + 0.68 * height, area.bottom),
        "head": (top, top + 36.0),
        "rest": (top + 44.0, bottom),
        "details": part(0.76, 0.87),
        "help": part(0.88, 1.0),
        "caption": (top, top + 24.0),
        "below caption": (top + 28.0, bottom),
        "inside": (top + 10.0, bottom - 10.0),
        "groups": (top + 8.0, top + 0.22 * height),
        "count": part(0.22, 0.5),
        "unit": part(0.5, 0.61),
        "bar": part(0.64, 0.68),
        "materials": (top + 0.71 * height, bottom - 4.0),
        "ask": part(0.0, 0.24),
        "choices": part(0.27, 0.78),
        "answer": (top + 0.81 * height, area.bottom),
        "film": (top + 12.0, top + 0.42 * height),
        "link": part(0.45, 0.66),
        "code": part(0.0, 0.56),
        "under code": part(0.58, 0.84),
    }


def across_of(grid: Grid) -> Mapping[str, Interval]:
    """Places across that are not whole columns, by the names that `kinds.yaml` has for them."""
    inside = grid.inside
    panel, story, screen = grid.span(1, 4), grid.span(1, 7), grid.span(1, 8)
    line = inside.left + 0.3 * inside.width
    return {
        "left edge": (inside.left, inside.left + EDGE),
        "beside edge": (inside.left + EDGE + 14.0, inside.right),
        "panel words": (panel[0] + EDGE + 12.0, panel[1] - 8.0),
        "story words": (story[0] + EDGE + 12.0, story[1] - 12.0),
        "screen words": (screen[0] + EDGE + 14.0, screen[1] - 12.0),
        "time line": (line - 1.0, line + 1.0),
    }


def styles_of(site: Site) -> dict[str, ParagraphStyle]:
    """The styles of `kinds.yaml`, in the template's own type."""
    first = site.body[0]
    text = replace(
        first, size=24.0, colour="text", bold=False, align="left", pitch=0.0, line_spacing=max(0.9, first.line_spacing),
        space_before=8.0, space_after=0.0, indent=0.0, hanging=0.0, bullet="", bullet_colour="", key_colour="accent",
        link_colour="accent", strong_colour="",
    )  # fmt: skip
    small = replace(text, size=12.0, colour="soft", link_colour="soft", key_colour="soft", space_before=0.0)
    lead = replace(text, bold=True, space_before=0.0)
    listed = replace(text, bullet="number", bullet_colour="accent", indent=40.0, hanging=40.0)
    title = replace(site.base.title.levels[0], pitch=0.0, align="left", key_colour="accent", link_colour="accent")
    return {
        "text": replace(text, space_before=6.0),
        "spaced": text,
        "title": replace(title, size=title.size / site.unit),
        "lead": lead,
        "soft": replace(small, size=16.0),
        "small": small,
        "point": _point(text, first.bullet, 0, 24.0),
        "point 2": _point(text, _level(site.body, 1).bullet, 1, 20.0),
        "point 3": _point(text, _level(site.body, 2).bullet, 2, 20.0),
        "numbered": listed,
        "numbered 2": replace(text, size=20.0, indent=40.0, space_before=3.0),
        "lettered": replace(listed, bullet="letter"),
        "question": replace(listed, bullet="question", indent=28.0, hanging=28.0),
        "tabbed": replace(text, indent=200.0, hanging=200.0, tabs=(200.0,)),
        "numeral": replace(lead, colour="accent", size=60.0, line_spacing=0.9),
        "on block": replace(lead, colour="onblock", key_colour="onblock", link_colour="onblock", align="center"),
        "cell": replace(text, size=20.0, space_before=0.0),
        "cell head": replace(lead, size=20.0),
        "label": replace(text, size=18.0, space_before=0.0),
        "card name": replace(lead, size=16.0),
        "card number": replace(lead, size=32.0, colour="accent"),
        "card detail": replace(small, size=16.0),
    }


def _level(levels: tuple[ParagraphStyle, ...], index: int) -> ParagraphStyle:
    return levels[min(index, len(levels) - 1)]


def _point(text: ParagraphStyle, bullet: Bullet, level: int, size: float) -> ParagraphStyle:
    """An item of a list, with the template's kind of bullet."""
    kind: Bullet = "disc" if bullet in {"number", "letter"} else bullet
    indent = 22.0 * (level + 1) if kind else 22.0 * level
    return replace(
        text, size=size, bullet=kind, bullet_colour="accent" if kind else "", indent=indent, hanging=22.0 if kind else 0.0,
        space_before=8.0 if level == 0 else 4.0,
    )  # fmt: skip
