"""Entries of `layouts:` become layouts: one for each count and each density of a family, boxes and shapes at their places."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import cast, get_args

from hornbook.source.nodes import MapNode, Node
from hornbook.theme import keys, places
from hornbook.theme.model import Anchor, Density, Layout, Placeholder, PlaceholderType, Shape, ShapeKind
from hornbook.theme.places import Grid
from hornbook.theme.styles import COLOUR_FIELDS, STYLE_KEYS, Inks, colour, named_style, recolour, style_names
from hornbook.theme.tree import Form, did_you_mean, overlay, without
from hornbook.typeset.text import ParagraphStyle
from hornbook.units import Insets, Rect

LAYOUT_KEYS = ("like", "type", "standard", "bare", "ground", "shapes", "boxes", "parts", "counts", "sizes")
PART_KEYS = ("across", "down", "per_row", "gap", "row_gap", "shapes", "boxes")
SHAPE_KEYS = (
    "kind", "across", "down", "fill", "stroke", "stroke_width", "path", "text", "style", "dash", "corner", "between",
)  # fmt: skip
BOX_KEYS = ("across", "down", "type", "anchor", "prompt", "insets", "ground", "style", *STYLE_KEYS)
COUNTS = tuple("0123456789")
DENSITIES: tuple[Density, ...] = ("large", "normal", "dense")
_LAST = ("source", "date", "footer", "number")
_LETTERS = "ABCDEFGHIJ"


@dataclass(frozen=True, slots=True)
class Ground:
    """A background and what colours become on it."""

    background: str
    instead: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Room:
    """What every layout of a theme shares."""

    grid: Grid
    inks: Inks
    styles: Mapping[str, ParagraphStyle]
    grounds: Mapping[str, Ground]
    common: MapNode


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a part is, and which one it is (counted from 1); 0 is the page itself."""

    frame: Rect
    number: int = 0
    last_of_row: bool = False
    gap: float = 0.0


@dataclass(frozen=True, slots=True)
class Place:
    """The layout that is being made: its form and its ground."""

    form: Form
    room: Room
    ground: str


def read_layouts(form: Form, room: Room) -> dict[str, Layout]:
    """Every layout by name, in the order of the file; large before normal before dense."""
    found: dict[str, Layout] = {}
    for family in form:
        if isinstance(form.get(family), MapNode):
            found |= {layout.name: layout for layout in _family(form, family, room)}
        else:
            form.wrong(family, "a group of fields")
    return found


def _family(form: Form, family: str, room: Room) -> Iterator[Layout]:
    what = f'the layout "{family}"'
    form.form(family, what).knows(LAYOUT_KEYS)
    own = Form(what, _grown(form, family, room, ()), form.findings)
    sizes = own.form("sizes", f"the sizes of {what}").knows(DENSITIES)
    counts = own.form("counts", f"the counts of {what}").knows(COUNTS)
    for count in tuple(counts) or ("0",):
        for density in DENSITIES:
            if (density == "normal" or density in sizes) and count in COUNTS:
                node = _laid_over(own.node, counts.get(count), density)
                yield _layout(Form(what, node, form.findings).knows(LAYOUT_KEYS), family, int(count), density, room)


def _grown(form: Form, family: str, room: Room, seen: tuple[str, ...]) -> MapNode:
    """The entry over what it is like, or over what all layouts have in common."""
    entry = form.form(family, f'the layout "{family}"')
    base = entry.text("like")
    if base and (base not in form or base in (*seen, family)):
        message = f'"{family}" is like "{base}", which is not another layout'
        form.findings.error(
            "HB405", message, entry.span("like"), did_you_mean(base, [name for name in form if name != family])
        )
        base = ""
    if base:
        return cast("MapNode", overlay(without(_grown(form, base, room, (*seen, family)), "standard"), entry.node))
    return entry.node if entry.flag("bare") else cast("MapNode", overlay(room.common, entry.node))


def _laid_over(own: MapNode, count: Node | None, density: Density) -> MapNode:
    """The family, what its count changes, what its density changes, and what that count changes in that density."""
    node = own
    for upper in (count, _under(own, density), _under(count, density)):
        if isinstance(upper, MapNode):
            node = cast("MapNode", overlay(node, upper))
    return without(node, "sizes", "counts")


def _under(node: Node | None, density: Density) -> Node | None:
    sizes = node.get("sizes") if isinstance(node, MapNode) else None
    return sizes.get(density) if isinstance(sizes, MapNode) else None


def _layout(form: Form, family: str, count: int, density: Density, room: Room) -> Layout:
    ground = form.choice("ground", room.grounds, next(iter(room.grounds)))
    place = Place(form, room, ground)
    page = Cell(room.grid.page)
    cells = list(_cells(place, count)) if count and form.get("parts") else []
    parts = form.form("parts", f"the parts of {form.what}").knows(PART_KEYS)
    shapes = [*_shapes(place, form, page), *(shape for cell in cells for shape in _shapes(place, parts, cell))]
    boxes = [*_boxes(place, form, page), *(box for cell in cells for box in _boxes(place, parts, cell))]
    boxes.sort(key=lambda box: _LAST.index(box.key) if box.key in _LAST else -1)
    name = " ".join(word for word in (family, str(count or ""), density.title() if density != "normal" else "") if word)
    background = room.grounds[ground].background
    kind = form.text("type", "cust")
    return Layout(
        name,
        family,
        density,
        count,
        kind,
        background,
        tuple(shapes),
        tuple(boxes),
        form.flag("standard") and density == "normal",
    )


def _cells(place: Place, count: int) -> Iterator[Cell]:
    """The cells of the parts: in rows from left to right, all of one size."""
    form = place.form.form("parts", f"the parts of {place.form.what}")
    area = _rect(form, place.room.grid, Cell(place.room.grid.page))
    per_row = min(count, int(form.number("per_row", count)) or count)
    gap = form.length("gap") if form.get("gap") else place.room.grid.gutter
    row_gap = form.length("row_gap") if form.get("row_gap") else gap
    rows = -(-count // per_row)
    width = (area.width - gap * (per_row - 1)) / per_row
    height = (area.height - row_gap * (rows - 1)) / rows
    for index in range(count):
        row, column = divmod(index, per_row)
        frame = Rect(area.left + column * (width + gap), area.top + row * (height + row_gap), width, height)
        yield Cell(frame, index + 1, column == per_row - 1 or index == count - 1, gap)


def _rect(form: Form, grid: Grid, cell: Cell) -> Rect:
    horizontal = places.across(form.text("across", "content"), grid, cell.frame)
    vertical = places.down(form.text("down", "body"), grid, cell.frame)
    for key, found in (("across", horizontal), ("down", vertical)):
        if found is None:
            known = "columns 1-6, content, page" if key == "across" else ", ".join((*grid.rows, "page"))
            form.findings.error(
                "HB403",
                f'"{form.text(key)}" is no place in {form.what}',
                form.span(key),
                f"write lengths such as `56 to 300 pt`, or one of: {known}",
            )
    left, right = horizontal or (cell.frame.left, cell.frame.right)
    top, bottom = vertical or (cell.frame.top, cell.frame.bottom)
    return Rect(left, top, right - left, bottom - top)


def _shapes(place: Place, form: Form, cell: Cell) -> Iterator[Shape]:
    shapes = form.form("shapes", f"the shapes of {place.form.what}")
    for name in shapes:
        entry = shapes.form(name, f'the shape "{name}" of {place.form.what}').knows(SHAPE_KEYS)
        if entry.node.entries and not (cell.last_of_row and entry.flag("between")):
            yield _shape(place, entry, name, cell)


def _shape(place: Place, form: Form, name: str, cell: Cell) -> Shape:
    room = place.room
    text = (
        form.text("text").replace("{number}", str(cell.number)).replace("{letter}", _LETTERS[max(cell.number, 1) - 1])
    )
    names = style_names(form)
    return Shape(
        kind=cast("ShapeKind", form.choice("kind", get_args(ShapeKind), "rect")),
        rect=_rect(form, room.grid, cell),
        fill=colour(form, "fill", room.inks.palette),
        stroke=colour(form, "stroke", room.inks.palette),
        stroke_width=form.length("stroke_width"),
        path=form.text("path"),
        text=text,
        text_style=named_style(form, names[0], room.styles) if text and names else None,
        dash=form.flag("dash"),
        corner=form.length("corner"),
        name=name,
    )


def _boxes(place: Place, form: Form, cell: Cell) -> Iterator[Placeholder]:
    boxes = form.form("boxes", f"the boxes of {place.form.what}")
    for key in boxes:
        known = keys.known(key, cell.number)
        if known is None:
            hint = did_you_mean(key, keys.NUMBERED if cell.number else keys.SINGLE)
            form.findings.error("HB401", f'"{key}" is not known in {boxes.what}', boxes.node.key_span(key), hint)
        elif isinstance(boxes.get(key), MapNode):
            entry = boxes.form(key, f'the box "{key}" of {place.form.what}').knows(BOX_KEYS)
            yield _box(place, entry, f"{key}{cell.number or ''}", known, cell)


def _box(place: Place, form: Form, key: str, known: keys.Key, cell: Cell) -> Placeholder:
    return Placeholder(
        key=key,
        type=cast("PlaceholderType", form.choice("type", get_args(PlaceholderType), known.type)),
        index=known.index,
        name=known.name,
        rect=_rect(form, place.room.grid, cell),
        levels=() if known.type == "pic" else _levels(place, form),
        insets=_insets(form),
        anchor=cast("Anchor", form.choice("anchor", get_args(Anchor), "top")),
        prompt=form.text("prompt", known.prompt),
    )


def _insets(form: Form) -> Insets:
    """`8 pt` on all sides, `8 / 16 pt` above and below, left and right, or four from the left: left, top, right, bottom."""
    if not form.get("insets"):
        return Insets()
    match form.lengths("insets"):
        case [every]:
            return Insets(every, every, every, every)
        case [upright, sideways]:
            return Insets(sideways, upright, sideways, upright)
        case [left, top, right, bottom]:
            return Insets(left, top, right, bottom)
        case _:
            form.wrong("insets", "one, two or four lengths")
            return Insets()


def _levels(place: Place, form: Form) -> tuple[ParagraphStyle, ...]:
    """The styles of a box's list levels: by name, with the box's own fields over them, in the colours of its ground."""
    room = place.room
    names = style_names(form)
    if not names:
        form.findings.error("HB405", f"{form.what} has no style", form.span(), did_you_mean("", room.styles))
    sizes = form.lengths("size")
    instead = room.grounds[form.choice("ground", room.grounds, place.ground)].instead
    styles = [recolour(named_style(form, leaf, room.styles), instead) for leaf in names]
    return tuple(
        _own(style, form, room, sizes[min(level, len(sizes) - 1)] if sizes else style.size)
        for level, style in enumerate(styles)
    )


def _own(style: ParagraphStyle, form: Form, room: Room, size: float) -> ParagraphStyle:
    """The style with what the box itself says."""
    changes: dict[str, object] = {"size": size}
    changes |= {key: colour(form, key, room.inks.palette) for key in COLOUR_FIELDS if form.get(key)}
    changes |= {key: form.flag(key) for key in ("bold", "italic") if form.get(key)}
    changes |= {key: form.length(key) for key in ("space_before", "space_after", "indent", "hanging") if form.get(key)}
    if form.get("align"):
        changes["align"] = form.choice("align", ("left", "center", "right"), "left")
    if form.get("line_spacing"):
        changes["line_spacing"] = form.number("line_spacing", 1.0)
    if form.get("bullet"):
        changes["bullet"] = form.text("bullet").replace("none", "")
    if form.get("tabs"):
        changes["tabs"] = tuple(form.lengths("tabs"))
    return replace(style, **changes)  # type: ignore[arg-type]
