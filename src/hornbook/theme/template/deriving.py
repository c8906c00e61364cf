"""Layouts that a template has not: those of `kinds.yaml`, put into the place that the template keeps for content.

They are made from one of its own layouts, whose ground, title and foot they keep.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from msgspec.structs import replace

from hornbook.diagnostics import SourceFile
from hornbook.source.nodes import MapNode
from hornbook.source.outline import read_outline
from hornbook.theme.layouts import read_layouts
from hornbook.theme.model import Layout, Placeholder, Shape
from hornbook.theme.places import Interval
from hornbook.theme.room import Ground, Room
from hornbook.theme.styles import COLOUR_FIELDS, Inks
from hornbook.theme.template.site import Site, across_of, grid_of, styles_of
from hornbook.theme.tree import Findings, Form
from hornbook.typeset.text import ParagraphStyle
from hornbook.units import Insets, Rect

_ROLES = ("text", "soft", "accent", "block", "onblock", "card", "rule", "caution")
_FREE_INDEX = 1000
"""Added to the `idx` of our boxes where the template has one of them for its own."""


def derive(site: Site) -> dict[str, Layout]:
    """Every layout of `kinds.yaml` by name, for that template."""
    grid = grid_of(site)
    node, _ = read_outline(SourceFile("kinds.yaml", _placed(kinds(), across_of(grid))))
    assert isinstance(node, MapNode)
    form = Form("the kinds", node, Findings())
    inks = Inks(dict.fromkeys(_ROLES, "#000000"), {})
    common = form.form("common", "the common part").node
    room = Room(grid, inks, styles_of(site), {"base": Ground("text", {})}, common)
    found = read_layouts(form.form("layouts", "the layouts"), room)
    assert not form.findings.diagnostics, form.findings.diagnostics
    return {name: _finished(layout, site) for name, layout in found.items()}


@cache
def kinds() -> str:
    """The text of `kinds.yaml`."""
    return files("hornbook.theme.template").joinpath("kinds.yaml").read_text("utf-8")


def _placed(text: str, places: Mapping[str, Interval]) -> str:
    """The kinds with lengths where they name a place across."""
    for name, (left, right) in places.items():
        text = re.sub(rf"across: {name}(?=[,}}])", f"across: {left:.3f} to {right:.3f} pt", text)
    return text


def _finished(layout: Layout, site: Site) -> Layout:
    """The layout in the template's size and colours, with its own title and foot."""
    base = site.base
    free = free_index((base.title, *base.furniture))
    boxes = [_box(box, site, free) for box in layout.placeholders]
    title = [] if any(box.key == "title" for box in boxes) else [base.title]
    shapes = tuple(_shape(shape, site) for shape in layout.shapes if _is_drawn(shape, site))
    return replace(
        layout,
        background=base.background,
        shapes=shapes,
        placeholders=(*title, *boxes, *base.furniture),
        standard=False,
        part=base.part,
        derived=layout.name,
        behind=base.behind,
    )


def free_index(taken: Iterable[Placeholder]) -> int:
    """What is added to the `idx` of our boxes so that none is one of these."""
    indices = [box.index for box in taken]
    return 0 if not indices or max(indices) < 20 else max(_FREE_INDEX, max(indices) + 1)


def _is_drawn(shape: Shape, site: Site) -> bool:
    """Whether a shape has a colour on this ground; the track of a countdown always has."""
    return bool(site.roles[shape.fill])


def _shape(shape: Shape, site: Site) -> Shape:
    style = shape.text_style
    return replace(
        shape,
        rect=_scaled(shape.rect, site.unit),
        fill=site.roles[shape.fill],
        text_style=_style(style, site) if style else None,
    )


def _box(box: Placeholder, site: Site, free: int) -> Placeholder:
    unit, insets = site.unit, box.insets
    return replace(
        box,
        index=box.index + (free if box.index else 0),
        rect=_scaled(box.rect, unit),
        levels=tuple(_style(style, site) for style in box.levels),
        insets=Insets(insets.left * unit, insets.top * unit, insets.right * unit, insets.bottom * unit),
    )


def _scaled(rect: Rect, unit: float) -> Rect:
    return Rect(rect.left * unit, rect.top * unit, rect.width * unit, rect.height * unit)


def _style(style: ParagraphStyle, site: Site) -> ParagraphStyle:
    """The style in the template's size, each role as its colour."""
    unit = site.unit
    colours = {name: site.roles.get(getattr(style, name), getattr(style, name)) for name in COLOUR_FIELDS}
    return replace(
        style,
        **colours,
        size=round(style.size * unit, 1),
        space_before=style.space_before * unit,
        space_after=style.space_after * unit,
        indent=style.indent * unit,
        hanging=style.hanging * unit,
        tabs=tuple(stop * unit for stop in style.tabs),
    )
