"""The placeholders of a layout, on the page or once for each part."""

from collections.abc import Iterator, Mapping
from typing import cast, get_args

from msgspec.structs import replace

from hornbook.source.nodes import MapNode
from hornbook.theme import keys
from hornbook.theme.model import Anchor, Placeholder, PlaceholderType
from hornbook.theme.room import Cell, Place, read_rect
from hornbook.theme.styles import STYLE_KEYS, fields, named_style, recolour, style_names
from hornbook.theme.tree import Form, did_you_mean, without
from hornbook.typeset.text import ParagraphStyle
from hornbook.units import Insets

BOX_KEYS = ("across", "down", "type", "anchor", "prompt", "insets", "ground", "style", *STYLE_KEYS)
_TYPES = get_args(PlaceholderType)
_ANCHORS = get_args(Anchor)


def read_boxes(place: Place, form: Form, cell: Cell) -> Iterator[Placeholder]:
    """The placeholders under `boxes`, in order; those of a part carry its number in their keys."""
    boxes = form.form("boxes", f"the boxes of {place.what}")
    for name, entry in boxes.node.entries.items():
        made = place.room.boxes.get(key := (id(entry.value), name, place.ground, id(cell)))
        if made is not None:
            yield made[1]
        elif (known := keys.known(name, cell.number)) is None:
            hint = did_you_mean(name, keys.NUMBERED if cell.number else keys.SINGLE)
            form.told("HB412", f'"{name}" is not known in {boxes.what}', entry.key.span, hint)
        elif isinstance(entry.value, MapNode):
            inner = Form(f'the box "{name}" of {place.what}', entry.value, form.findings).knows(BOX_KEYS)
            box = _box(place, inner, f"{name}{cell.number or ''}", known, cell)
            place.room.boxes[key] = (entry.value, box)
            yield box


def _box(place: Place, form: Form, key: str, known: keys.Key, cell: Cell) -> Placeholder:
    return Placeholder(
        key=key,
        type=cast("PlaceholderType", form.choice("type", _TYPES, known.type)),
        index=known.index,
        name=known.name,
        rect=read_rect(form, place.room.grid, cell),
        levels=() if known.type == "pic" else _levels(place, form),
        insets=_insets(form),
        anchor=cast("Anchor", form.choice("anchor", _ANCHORS, "top")),
        prompt=form.text("prompt", known.prompt),
    )


def _insets(form: Form) -> Insets:
    """`8 pt` on all sides, `8 / 16 pt` above and below, then left and right, or four: left, top, right, bottom."""
    if "insets" not in form:
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
    """The styles of a box's list levels: by name, in the colours of its ground, with the box's own fields over them."""
    room = place.room
    names = style_names(form)
    if not names:
        form.told("HB405", f"{form.what} has no style", form.span(), did_you_mean("", room.styles))
    sizes = form.lengths("size")
    ground = form.choice("ground", room.grounds, place.ground)
    own = fields(Form(form.what, without(form.node, "size"), form.findings), room.inks)
    key = (ground, tuple(leaf.text for leaf in names), tuple(sizes), tuple(own.items()))
    if key not in room.levels:
        room.levels[key] = tuple(
            _level(
                recolour(named_style(form, leaf, room.styles), room.grounds[ground].instead),
                own,
                sizes[level:] or sizes[-1:],
                deeper=level > 0,
            )
            for level, leaf in enumerate(names)
        )
    return room.levels[key]


def _level(style: ParagraphStyle, own: Mapping[str, object], sizes: list[float], *, deeper: bool) -> ParagraphStyle:
    """A deeper level without a bullet has nothing that could hang."""
    changes = dict(own, size=sizes[0]) if sizes else dict(own)
    if deeper and not changes.get("bullet", style.bullet):
        changes.pop("hanging", None)
    return replace(style, **changes) if changes else style
