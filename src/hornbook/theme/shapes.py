"""The shapes that a layout draws, on the page or once for each part."""

from collections.abc import Iterator
from typing import cast, get_args

from hornbook.patterns import lazy
from hornbook.source.nodes import MapNode
from hornbook.theme.model import Shape, ShapeKind
from hornbook.theme.room import Cell, Place, Room, read_rect
from hornbook.theme.styles import colour, named_style, style_names
from hornbook.theme.tree import Form
from hornbook.units import Rect, Size

SHAPE_KEYS = (
    "kind", "across", "down", "fill", "stroke", "stroke_width", "path", "text", "style", "dash", "corner", "between",
    "which",
)  # fmt: skip
_KINDS = get_args(ShapeKind)
WHICH = ("every", "odd", "even")
_LETTERS = " ABCDEFGHI"
_PART = r"-?(?:\d{1,3}(?:\.\d{1,9})?|\.\d{1,9})(?![\d.])"
_NEXT = rf"(?:\s*,\s*|\s+|(?=-)){_PART}"
PATH = lazy(rf"\s*M\s*{_PART}{_NEXT}(?:\s*(?:[ML]\s*{_PART}{_NEXT}|C\s*{_PART}(?:{_NEXT}){{5}}|Z))*\s*")
"""Absolute SVG path data of the unit square: each command with its letter and all of its numbers, as DrawingML has them."""


def read_shapes(place: Place, form: Form, cell: Cell) -> Iterator[Shape]:
    """The shapes under `shapes`, in order: later ones lie on earlier ones."""
    shapes = form.form("shapes", f"the shapes of {place.what}")
    for name, written in shapes.node.entries.items():
        made = place.room.shapes.get(key := (id(written.value), id(cell)))
        if made is None:
            entry = shapes.form(name, f'the shape "{name}" of {place.what}')
            if not (entry.node.entries and _is_drawn(entry, cell)):
                continue
            made = place.room.shapes[key] = (entry.node, _shape(place, entry.knows(SHAPE_KEYS), name, cell))
        if made[1].fill or made[1].stroke or made[1].text:
            yield made[1]


MARK = Size(48.0, 14.0)
"""The space of a theme's mark on paper."""


def read_mark(form: Form, room: Room) -> Iterator[Shape]:
    """The shapes under `mark`: what stands at the head of a handout."""
    if "mark" not in form:
        return
    place = Place("the mark", next(iter(room.grounds)), room)
    holder = Form("the mark", MapNode({"shapes": form.node.entries["mark"]}, form.span("mark")), form.findings)
    yield from read_shapes(place, holder, room.cell(Cell(Rect(0.0, 0.0, MARK.width, MARK.height))))


def _is_drawn(form: Form, cell: Cell) -> bool:
    """`between` leaves out the last part of a row, `which` every other part."""
    if cell.last_of_row and "between" in form and form.flag("between"):
        return False
    which = form.choice("which", WHICH, "every") if "which" in form else "every"
    return which == "every" or (cell.number % 2 == 1) == (which == "odd")


def _paint(form: Form, name: str, room: Room) -> str:
    """A palette name; `none` is no paint at all, as where a shape had some in the theme that this one extends."""
    return "" if form.text(name) == "none" else colour(form, name, room.inks.palette)


def _path(form: Form) -> str:
    path = form.text("path")
    if not path or PATH.fullmatch(path):
        return path
    form.wrong("path", "a path such as M 0 0 L 1 0.5 C 0 0.2 0.5 1 1 1 Z")
    return ""


def _shape(place: Place, form: Form, name: str, cell: Cell) -> Shape:
    room = place.room
    text = form.text("text").replace("{number}", str(cell.number)).replace("{letter}", _LETTERS[cell.number])
    names = style_names(form)
    return Shape(
        kind=cast("ShapeKind", form.choice("kind", _KINDS, "rect")),
        rect=read_rect(form, room.grid, cell),
        fill=_paint(form, "fill", room),
        stroke=_paint(form, "stroke", room),
        stroke_width=form.length("stroke_width"),
        path=_path(form),
        text=text,
        text_style=named_style(form, names[0], room.styles) if text and names else None,
        dash=form.flag("dash"),
        corner=form.length("corner"),
        name=name,
    )
