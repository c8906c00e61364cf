"""Looks a theme over: nothing missing, boxes inside the margins and clear of each other, type above its floor."""

from collections.abc import Iterator, Mapping, Sequence

from hornbook.diagnostics import Span
from hornbook.theme.contrast import ratio
from hornbook.theme.extending import Home
from hornbook.theme.families import lacking
from hornbook.theme.legible import TEXT, Legibility, Problem
from hornbook.theme.model import Layout, Placeholder
from hornbook.theme.room import Room
from hornbook.theme.tree import Findings, Form
from hornbook.typeset.text import ParagraphStyle

FLOORS: Mapping[str, float] = {
    "title": 28.0,
    **dict.fromkeys(
        ("table", "chart", "note", "when", "caption", "details", "help", "materials", "card", "link", "privacy"), 16.0
    ),
    **dict.fromkeys(("source", "date", "footer", "number"), 12.0),
}
"""The smallest type of a placeholder in points; 20 where it is not named."""
_FLOOR = 20.0
_SMALL_FAMILIES = {"Sources": 12.0}
_SLACK = 0.01
"""What boxes may share in points: rounding, not an overlap."""

_MAY_BLEED = frozenset({"pic"})


def inspect_layouts(layouts: Mapping[str, Layout], room: Room, form: Form, home: Home) -> None:
    """Adds what is wrong to the findings, each at the box that it is about, and once for a box that many layouts share.

    Colours that do not go together in the boxes of another file are told once for all of these.
    """
    spans = {id(made): node.span for node, made in (*room.boxes.values(), *room.shapes.values())}
    legibilities = [Legibility(room.inks.palette)]
    if room.paper != room.inks.palette:
        legibilities.append(Legibility(room.paper, " on paper", legibilities[0].told))
    for layout in layouts.values():
        legible = [problem for each in legibilities for problem in each.problems(layout)]
        for problem in (*_places(layout, room), *_sizes(layout), *legible):
            own = spans[id(problem.about)]
            span = home.place(own, *problem.colours)
            message = f'{problem.message} in "{layout.name}".'
            colours = " on ".join(problem.colours) if span is not own else ""
            form.findings.error(problem.code, message, span, problem.hint, same=colours or problem.message)
    _missing(layouts, form.findings, form.node.key_span("layouts"))


_ON_PAPER = (
    ("ink", "paper"),
    ("ink", "mist"),
    ("ink", "cream"),
    ("voice", "paper"),
    ("extra", "paper"),
    ("paper", "dark"),
)
"""What handouts print on what, whatever the theme."""


def inspect_paper(palette: Mapping[str, str], prints: Mapping[str, ParagraphStyle], form: Form, home: Home) -> None:
    """Adds what would be too faint in a handout."""
    pairs = dict.fromkeys((*_ON_PAPER, *((style.colour, "paper") for style in prints.values())))
    for colour, ground in pairs:
        found = ratio(palette[colour], palette[ground])
        if found < TEXT:
            message = f"Handouts print {colour} on {ground}, with a contrast of {found:.1f}:1, not {TEXT:g}:1"
            table = form.form("paper_palette" if "paper_palette" in form else "palette", "the palette")
            place = home.place(table.span(colour), colour, ground)
            form.findings.error("HB410", message, place, "Say another colour for it under `paper_palette:`.")


def _places(layout: Layout, room: Room) -> Iterator[Problem]:
    for box in layout.placeholders:
        allowed = room.grid.page if box.type in _MAY_BLEED else room.grid.inside
        if not allowed.contains(box.rect):
            hint = "Move it inside the `grid`, or make the margins smaller."
            yield Problem("HB408", f'The box "{box.key}" leaves the margins', hint, box)
    for one, other in overlapping(layout.placeholders):
        message = f'The boxes "{one.key}" and "{other.key}" overlap'
        yield Problem("HB407", message, "Give each a place of its own.", other)


def overlapping(boxes: Sequence[Placeholder]) -> Iterator[tuple[Placeholder, Placeholder]]:
    """Pairs of boxes that share some of the slide: from top to bottom, each is compared with those that begin above its end."""
    ordered = sorted((box.rect.top, box.rect.left, index) for index, box in enumerate(boxes))
    ends = [(box.rect.right - _SLACK, box.rect.bottom - _SLACK) for box in boxes]
    for place, (top, left, one) in enumerate(ordered):
        right, bottom = ends[one]
        for other_top, other_left, other in ordered[place + 1 :]:
            if other_top >= bottom:
                break
            if other_left < right and left < ends[other][0] and top < ends[other][1]:
                yield boxes[one], boxes[other]


def _sizes(layout: Layout) -> Iterator[Problem]:
    for box in layout.placeholders:
        floor = floor_of(layout, box)
        if box.levels and min(style.size for style in box.levels) < floor:
            message = f'The type of "{box.key}" is smaller than {floor:g} pt'
            yield Problem("HB409", message, f"Make it {floor:g} pt or larger.", box)


def floor_of(layout: Layout, box: Placeholder) -> float:
    """The smallest size that a placeholder's type may have."""
    if box.key == "body" and layout.family in _SMALL_FAMILIES:
        return _SMALL_FAMILIES[layout.family]
    return FLOORS.get(box.key.rstrip("0123456789"), _FLOOR)


def _missing(layouts: Mapping[str, Layout], findings: Findings, place: Span) -> None:
    for family, count, key in lacking(layouts.values()):
        name = f"{family} {count}" if count else family
        if key:
            findings.error(
                "HB411",
                f'The layout "{name}" has no box "{key}"',
                place,
                f"Write `{key.rstrip('123456789')}:` under its boxes.",
            )
        else:
            findings.error(
                "HB411", f'The theme has no layout "{name}"', place, "Lessons may need it: write it under `layouts:`."
            )
