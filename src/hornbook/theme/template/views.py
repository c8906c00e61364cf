"""A template's own layouts as a theme has them: as they are, in smaller type where words are many, and with a line for sources."""

from collections.abc import Iterator

from msgspec.structs import replace

from hornbook.theme import keys
from hornbook.theme.model import Density, Layout, Placeholder
from hornbook.theme.template.deriving import free_index
from hornbook.theme.template.matching import Boxes, Match, holds_pictures
from hornbook.theme.template.site import HEIGHT
from hornbook.typeset.text import ParagraphStyle
from hornbook.units import Insets, Rect, Size

SCALES = (0.925, 0.85, 0.775, 0.7, 0.625, 0.55, 0.475, 0.4)
"""PowerPoint's own steps when it makes text smaller."""

TITLE_FLOOR, BODY_FLOOR, DEEPER_FLOOR, SUBTITLE_FLOOR = 24.0, 20.0, 16.0, 13.0
"""Points on a slide 540 points high below which nothing is set by us; below a subtitle stand level, minutes and help line as well.

What the template itself sets smaller stays as it is.
"""

_SOURCE_GAP, _SOURCE_LINE = 4.0, 18.0
_SOURCE = "with Source"


def scales_for(box: Placeholder, size: Size) -> tuple[float, ...]:
    """The scales in which a box can still be read from the back."""
    unit = size.height / HEIGHT
    if not box.levels:
        return ()
    first, deeper = box.levels[0].size, min(style.size for style in box.levels)
    floors = {"title": (TITLE_FLOOR, 0.0), "subtitle": (SUBTITLE_FLOOR, 0.0)}
    floor, deep = floors.get(box.key, (BODY_FLOOR, DEEPER_FLOOR))
    least = max(floor * unit / first, deep * unit / deeper) - 0.01
    return tuple(scale for scale in SCALES if scale >= least)


def with_smaller_title(box: Placeholder, size: Size) -> Placeholder:
    return replace(box, smaller=scales_for(box, size))


def own_views(family: str, match: Match, size: Size) -> Iterator[Layout]:
    """A layout of PowerPoint's own kind, as the template has it, and with a source below its words."""
    yield from _densities(family, _layout(family, family, match, match.boxes, size), size)
    if family in {"Title and Content", "Two Content", "Comparison", "Picture with Caption"}:
        yield from with_source(family, family, match, size)


def with_source(name: str, family: str, match: Match, size: Size) -> Iterator[Layout]:
    """The same with its lower boxes cut, so that a line for sources stands below them."""
    boxes = _cut(match.boxes, size)
    if boxes is not None:
        made = f"{name} {_SOURCE}"
        yield from _densities(
            made, replace(_layout(made, family, match, boxes, size), derived=made, standard=False), size
        )


def other_views(standard: dict[str, Match], size: Size) -> Iterator[Layout]:
    """Families of ours whose words stand well in a layout of PowerPoint's own kind."""
    if match := standard.get("Title and Content"):
        yield from _families(("Objectives",), match, match.boxes, size)
        body = next(box for box in match.boxes if box.key == "body")
        if holds_pictures(body):
            boxes = tuple(replace(box, key="picture", levels=()) if box.key == "body" else box for box in match.boxes)
            yield from _families(("Picture",), match, boxes, size)
    if match := standard.get("Two Content"):
        left, right = (next(box for box in match.boxes if box.key == key) for key in ("body1", "body2"))
        if holds_pictures(right):
            pair = {"body1": replace(left, key="body"), "body2": replace(right, key="picture", levels=())}
            boxes = tuple(pair.get(box.key, box) for box in match.boxes)
            yield from _families(("Content with Picture",), match, boxes, size)
    if match := standard.get("Comparison"):
        yield from _families(("Compare",), match, match.boxes, size, count=2)


def _families(names: tuple[str, ...], match: Match, boxes: Boxes, size: Size, count: int = 0) -> Iterator[Layout]:
    for family in names:
        name = f"{family} {count}" if count else family
        keyed = Match(match.known, boxes)
        for layout in (
            *_densities(name, _layout(name, family, keyed, boxes, size), size),
            *with_source(name, family, keyed, size),
        ):
            yield replace(layout, count=count, standard=False)


def _layout(name: str, family: str, match: Match, boxes: Boxes, size: Size) -> Layout:
    known = match.known
    titled = tuple(with_smaller_title(box, size) if box.key == "title" else box for box in boxes)
    return Layout(
        name, family, "normal", 0, known.office_type, known.backdrop.colour, (), titled,
        standard=True, part=known.part, behind=known.backdrop.drawn,
    )  # fmt: skip


def _densities(name: str, layout: Layout, size: Size) -> Iterator[Layout]:
    """The layout, and the same part with its words in smaller and smaller type."""
    yield layout
    words = [box for box in layout.placeholders if _shrinks(box)]
    possible = [set(scales_for(box, size)) for box in words]
    dense: Density = "dense"
    for scale in SCALES if words else ():
        if all(scale in scales for scales in possible):
            boxes = tuple(box.shrunk(scale) if _shrinks(box) else box for box in layout.placeholders)
            yield replace(layout, name=f"{name} {scale:.1%}", density=dense, placeholders=boxes, standard=False)


def _shrinks(box: Placeholder) -> bool:
    return bool(box.levels) and box.key not in {"title", "source", "date", "footer", "number"}


def _cut(boxes: Boxes, size: Size) -> Boxes | None:
    """The boxes that reach lowest, shorter by the line that stands below them; None where too little is left of them."""
    unit = size.height / HEIGHT
    filled = [box for box in boxes if box.key not in {"title", "date", "footer", "number"}]
    bottom = max(box.rect.bottom for box in filled)
    end = bottom - (_SOURCE_GAP + _SOURCE_LINE) * unit
    left, right = min(box.rect.left for box in filled), max(box.rect.right for box in filled)
    found: list[Placeholder] = []
    for box in boxes:
        if box in filled and box.rect.bottom > end:
            if box.rect.top > end - 40.0 * unit:
                return None
            box = replace(box, rect=Rect(box.rect.left, box.rect.top, box.rect.width, end - box.rect.top))  # noqa: PLW2901
        found.append(box)
    words = next(box for box in filled if box.levels) if any(box.levels for box in filled) else boxes[0]
    source = _source(Rect(left, bottom - _SOURCE_LINE * unit, right - left, _SOURCE_LINE * unit), words, boxes, unit)
    furniture = sum(box.key in {"date", "footer", "number"} for box in found)
    return (*found[: len(found) - furniture], source, *found[len(found) - furniture :])


def _source(rect: Rect, like: Placeholder, boxes: Boxes, unit: float) -> Placeholder:
    first = like.levels[0]
    style = ParagraphStyle(
        first.family, 12.0 * unit, colour=first.colour, key_colour=first.colour, link_colour=first.colour
    )
    key = keys.SINGLE["source"]
    index = key.index + free_index(boxes)
    sides = Insets(like.insets.left, 0.0, like.insets.right, 0.0)
    return Placeholder("source", "body", index, key.name, rect, (style,), sides, "bottom", key.prompt)
