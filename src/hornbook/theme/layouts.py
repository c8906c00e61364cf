"""Entries of `layouts:` become layouts: one for each count and each density of a family, boxes and shapes at their places."""

from collections.abc import Iterator
from typing import cast

from msgspec import Struct

from hornbook.source.nodes import MapNode, Node
from hornbook.theme.boxes import read_boxes
from hornbook.theme.model import Density, Layout, Layouts
from hornbook.theme.room import Cell, Place, Room, read_rect
from hornbook.theme.shapes import read_shapes
from hornbook.theme.tree import Form, did_you_mean, is_none, overlay, without
from hornbook.units import Rect

LAYOUT_KEYS = ("anew", "like", "type", "standard", "bare", "ground", "shapes", "boxes", "parts", "counts", "sizes")
PART_KEYS = ("across", "down", "per_row", "last_row", "gap", "row_gap", "rise", "shapes", "boxes")
LAST_ROWS = ("even", "wide")
COUNTS = tuple("0123456789")
DENSITIES: tuple[Density, ...] = ("large", "normal", "dense")
_LAST = ("source", "date", "footer", "number")


def read_layouts(form: Form, room: Room) -> dict[str, Layout]:
    """Every layout by name, in the order of the file; large before normal before dense."""
    found: dict[str, Layout] = {}
    for family in form:
        if isinstance(form.get(family), MapNode):
            found |= {recipe.name: recipe.made() for recipe in _family(form, family, room)}
        elif not is_none(form.get(family)):
            form.wrong(family, "a group of fields")
    return found


def lazy_layouts(form: Form, room: Room) -> Layouts:
    """The same, each made when it is first asked for; what is wrong in one is not told."""
    recipes = [
        recipe for family in form if isinstance(form.get(family), MapNode) for recipe in _family(form, family, room)
    ]
    known = tuple((recipe.name, recipe.family, recipe.count, recipe.standard) for recipe in recipes)
    return Layouts(known, {recipe.name: recipe.made for recipe in recipes}, {})


class _Recipe(Struct, frozen=True):
    """A layout that can be made: its family with one count and one density."""

    form: Form
    """The family, with all counts and sizes."""
    counted: Node | None
    family: str
    count: int
    density: Density
    room: Room

    @property
    def name(self) -> str:
        return _name(self.family, self.count, self.density)

    @property
    def standard(self) -> bool:
        return self.form.flag("standard") and self.density == "normal"

    def made(self) -> Layout:
        form = self.form
        node = _laid_over(form.node, self.counted, self.density)
        inner = Form(form.what, node, form.findings).knows(LAYOUT_KEYS)
        return _layout(inner, self.family, self.count, self.density, self.room)


def _family(form: Form, family: str, room: Room) -> Iterator[_Recipe]:
    what = f'the layout "{family}"'
    form.form(family, what).knows(LAYOUT_KEYS)
    own = Form(what, _grown(form, family, room, ()), form.findings)
    sizes = own.form("sizes", f"the sizes of {what}").knows(DENSITIES)
    counts = own.form("counts", f"the counts of {what}").knows(COUNTS)
    densities: list[Density] = [
        name for name in DENSITIES if name == "normal" or (str(name) in sizes and not is_none(sizes.get(name)))
    ]
    for count in [count for count in counts if not is_none(counts.get(count))] or ([] if tuple(counts) else ["0"]):
        for density in densities:
            if count in COUNTS:
                yield _Recipe(own, counts.get(count), family, int(count), density, room)


def _grown(form: Form, family: str, room: Room, seen: tuple[str, ...]) -> MapNode:
    """The entry over what it is like, or over what all layouts have in common."""
    entry = form.form(family, f'the layout "{family}"')
    base = entry.text("like")
    if base and (base not in form or base in (*seen, family)):
        message = f'"{family}" is like "{base}", which is not another layout'
        hint = did_you_mean(base, [name for name in form if name != family])
        form.findings.error("HB405", message, entry.span("like"), hint)
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
    place = Place(form.what, form.choice("ground", room.grounds, next(iter(room.grounds))), room)
    page = room.cell(Cell(room.grid.page))
    parts = form.form("parts", f"the parts of {form.what}").knows(PART_KEYS)
    cells = tuple(_cells(parts, count, room)) if count and parts.node.entries else ()
    shapes = [*read_shapes(place, form, page), *(shape for cell in cells for shape in read_shapes(place, parts, cell))]
    boxes = [*read_boxes(place, form, page), *(box for cell in cells for box in read_boxes(place, parts, cell))]
    shared = Form("", room.common, form.findings).form("shapes", "the common shapes")
    return Layout(
        name=_name(family, count, density),
        family=family,
        density=density,
        count=count,
        office_type=form.text("type", "cust"),
        background=room.grounds[place.ground].background,
        shapes=tuple(sorted(shapes, key=lambda shape: shape.name in shared)),
        placeholders=tuple(sorted(boxes, key=lambda box: _LAST.index(box.key) if box.key in _LAST else -1)),
        standard=form.flag("standard") and density == "normal",
    )


def _name(family: str, count: int, density: Density) -> str:
    """`Steps 4 Dense`."""
    words = (family, str(count) if count else "", density.title() if density != "normal" else "")
    return " ".join(word for word in words if word)


def _cells(form: Form, count: int, room: Room) -> Iterator[Cell]:
    """The cells of the parts, in rows from left to right, all of one width, or wider in a `last_row` that is not full.

    With `rise`, each part of a row begins that much above the one before it, and all end at the same height, like stairs.
    """
    area = read_rect(form, room.grid, Cell(room.grid.page))
    per_row = max(1, min(count, int(form.number("per_row", count))))
    gap = form.length("gap") if "gap" in form else room.grid.gutter
    row_gap = form.length("row_gap") if "row_gap" in form else gap
    rise = form.length("rise")
    rows = -(-count // per_row)
    wide = form.choice("last_row", LAST_ROWS, "even") == "wide" if "last_row" in form else False
    height = (area.height - row_gap * (rows - 1)) / rows
    for index in range(count):
        row, column = divmod(index, per_row)
        in_row = min(per_row, count - row * per_row) if wide else per_row
        width = (area.width - gap * (in_row - 1)) / in_row
        lower = rise * (per_row - 1 - column)
        frame = Rect(
            area.left + column * (width + gap), area.top + row * (height + row_gap) + lower, width, height - lower
        )
        yield room.cell(Cell(frame, index + 1, column == per_row - 1 or index == count - 1))
