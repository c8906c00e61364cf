"""JSON Schema of a theme, for editors; made of the same tables of names as the readers.

It says what may stand where. Whether boxes overlap, and words can be read, only reading can say.
"""

from collections.abc import Iterable, Mapping
from typing import get_args

from hornbook.source.schema import (
    FLAG,
    LENGTH,
    LENGTHS,
    TEXT,
    TEXTS,
    Schema,
    described,
    document,
    either,
    fields,
    named,
    one_of,
    part,
    with_examples,
)
from hornbook.theme import keys
from hornbook.theme.about import ABOUT
from hornbook.theme.boxes import BOX_KEYS
from hornbook.theme.families import FAMILIES, needed
from hornbook.theme.layouts import COUNTS, DENSITIES, LAST_ROWS, LAYOUT_KEYS, PART_KEYS
from hornbook.theme.model import PALETTE_SLOTS, Anchor, PlaceholderType, ShapeKind
from hornbook.theme.reader import (
    COLOUR,
    FACE_KEYS,
    GRID_KEYS,
    GROUND_KEYS,
    NEEDED_KEYS,
    PRINT_NAMES,
    SLIDE,
    THEME_KEYS,
)
from hornbook.theme.shapes import PATH, SHAPE_KEYS, WHICH
from hornbook.theme.styles import BULLETS, COLOUR_FIELDS, FLAGS, STYLE_KEYS
from hornbook.theme.styles import LENGTHS as LENGTH_FIELDS
from hornbook.typeset.fontfiles import FAMILIES as FAMILIES_OF_TYPE
from hornbook.typeset.text import Align

_NUMBER: Schema = {"type": "number"}
_COLOUR = one_of(PALETTE_SLOTS)
"""A colour of the palette, by its name."""
_NONE: Schema = {"const": "none"}
_WORDS: Schema = {"type": "string"}
_PLACES: Mapping[str, Schema] = {
    "across": with_examples(_WORDS, "columns 1-7", "56 to 300 pt"),
    "down": with_examples(_WORDS, "body", "140 to 450 pt"),
}
_NOT_AGAIN = ("anew", "like", "standard", "bare", "counts")
"""What a layout says once, and not for each count or size."""


def theme_schema() -> Schema:
    """What a theme may hold."""
    return document("theme", "Hornbook theme", "How lessons look, in the deck and on paper.", _theme(), _parts())


def _theme() -> Schema:
    size: Schema = {"type": "string", "pattern": f"^{SLIDE.pattern}$", "examples": ["960 x 540 pt"]}
    common = tuple(name for name in LAYOUT_KEYS if name not in _NOT_AGAIN)
    whole = fields(
        THEME_KEYS,
        {
            "slide": size,
            "faces": fields(FACE_KEYS, dict.fromkeys(FACE_KEYS, one_of(FAMILIES_OF_TYPE)), ABOUT["faces"]),
            "palette": _palette(),
            "paper_palette": _palette(),
            "mark": named(_or_none(part("shape"))),
            "grid": _grid(),
            "styles": {**named(part("style")), "minProperties": 1},
            "grounds": named(part("ground")),
            "common": _layout(common),
            "layouts": _layouts(),
            "print": _print(),
        },
        ABOUT["theme"],
    )
    return {**whole, "if": {"required": ["extends"]}, "else": _standing_alone()}


def _standing_alone() -> Schema:
    """What a theme must have that extends no other."""
    needed = {"palette": PALETTE_SLOTS, "faces": FACE_KEYS, "layouts": FAMILIES, "print": PRINT_NAMES}
    return {
        "required": [*NEEDED_KEYS, "print"],
        "properties": {name: {"required": list(names)} for name, names in needed.items()},
    }


def _palette() -> Schema:
    colour: Schema = {"type": "string", "pattern": f"^{COLOUR.pattern}$", "examples": ["#14213D"]}
    names = tuple(PALETTE_SLOTS)
    return fields(names, dict.fromkeys(names, colour), ABOUT["palette"])


def _grid() -> Schema:
    rows = with_examples(named(_WORDS), {"title": "50 to 128 pt", "body": "140 to 450 pt"})
    known = {**dict.fromkeys(GRID_KEYS, LENGTH), "columns": _NUMBER, "rows": rows}
    return fields(GRID_KEYS, known, ABOUT["grid"])


def _layouts() -> Schema:
    """Every family that lessons may need, each with its boxes; others may be there as well."""
    families = {name: described(part("layout"), _family(name)) for name in FAMILIES}
    return {
        "type": "object",
        "properties": families,
        "additionalProperties": _or_none(part("layout")),
    }


def _family(name: str) -> str:
    """The boxes of a family's layouts, in words."""
    counts, _ = FAMILIES[name]
    boxes = ", ".join(needed(name, counts[-1]))
    return f"Has the boxes {boxes}." + (f" Counts: {', '.join(map(str, counts))}." if len(counts) > 1 else "")


def _print() -> Schema:
    """The styles of handouts; more of them may be there to start from."""
    styles = {name: described(part("style"), ABOUT["print"][name]) for name in PRINT_NAMES}
    return {
        "type": "object",
        "properties": styles,
        "additionalProperties": part("style"),
    }


def _parts() -> Mapping[str, Schema]:
    counted = tuple(name for name in LAYOUT_KEYS if name not in _NOT_AGAIN)
    sized = tuple(name for name in counted if name != "sizes")
    return {
        "style": fields(("like", *STYLE_KEYS), _style_fields(), ABOUT["style"]),
        "ground": fields(
            GROUND_KEYS,
            {
                "background": _COLOUR,
                "instead": _or_none(fields(PALETTE_SLOTS, dict.fromkeys(PALETTE_SLOTS, _COLOUR), ABOUT["palette"])),
            },
            ABOUT["ground"],
        ),
        "layout": _layout(LAYOUT_KEYS),
        "layout-of-count": _layout(counted),
        "layout-of-size": _layout(sized),
        "parts": _part(),
        "boxes": _boxes(),
        "box": _box(),
        "shape": _shape(),
    }


def _style_fields() -> Mapping[str, Schema]:
    return {
        **dict.fromkeys(COLOUR_FIELDS, _COLOUR),
        **dict.fromkeys(LENGTH_FIELDS, LENGTH),
        **dict.fromkeys(FLAGS, FLAG),
        "face": one_of(FACE_KEYS),
        "line_spacing": _NUMBER,
        "align": one_of(get_args(Align)),
        "bullet": one_of(BULLETS),
        "tabs": LENGTHS,
    }


def _layout(names: Iterable[str]) -> Schema:
    counts: Schema = {
        "type": "object",
        "patternProperties": {f"^({'|'.join(COUNTS)})$": _or_none(part("layout-of-count"))},
        "additionalProperties": False,
    }
    sizes: Mapping[str, Schema] = dict.fromkeys(map(str, DENSITIES), _or_none(part("layout-of-size")))
    return fields(
        names,
        {
            "type": with_examples(_WORDS, "obj", "cust"),
            "anew": FLAG,
            "standard": FLAG,
            "bare": FLAG,
            "shapes": _or_none(named(_or_none(part("shape")))),
            "boxes": _or_none(part("boxes")),
            "parts": _or_none(part("parts")),
            "counts": _or_none(counts),
            "sizes": _or_none(fields(DENSITIES, sizes, ABOUT["size"])),
        },
        ABOUT["layout"],
    )


def _part() -> Schema:
    boxes = {name: described(_or_none(part("box")), f"{key.name} of a part.") for name, key in keys.NUMBERED.items()}
    known = {
        **_PLACES,
        "per_row": _NUMBER,
        "last_row": one_of(LAST_ROWS),
        **dict.fromkeys(("gap", "row_gap", "rise"), LENGTH),
        "shapes": _or_none(named(_or_none(part("shape")))),
        "boxes": _or_none({"type": "object", "properties": boxes, "additionalProperties": False}),
    }
    return fields(PART_KEYS, known, ABOUT["part"])


def _boxes() -> Schema:
    """The boxes of the page: those there can be one of, and those of parts with the part's number."""
    single = {name: described(_or_none(part("box")), f"{key.name}.") for name, key in keys.SINGLE.items()}
    return {
        "type": "object",
        "properties": single,
        "patternProperties": {f"^({'|'.join(keys.NUMBERED)})[0-9]$": _or_none(part("box"))},
        "additionalProperties": False,
    }


def _box() -> Schema:
    known = {
        **_style_fields(),
        **_PLACES,
        "size": LENGTHS,
        "type": one_of(get_args(PlaceholderType)),
        "anchor": one_of(get_args(Anchor)),
        "insets": LENGTHS,
        "style": TEXTS,
    }
    return fields(BOX_KEYS, known, {**ABOUT["style"], **ABOUT["box"]})


def _shape() -> Schema:
    known = {
        **_PLACES,
        "kind": one_of(get_args(ShapeKind)),
        **dict.fromkeys(("fill", "stroke"), _or_none(_COLOUR)),
        **dict.fromkeys(("stroke_width", "corner"), LENGTH),
        **dict.fromkeys(("dash", "between"), FLAG),
        "text": with_examples(TEXT, "{number}", "{letter}"),
        "which": one_of(WHICH),
        "path": {"type": "string", "pattern": f"^(?:{PATH.pattern})?$", "examples": ["M 0 0 L 1 1 Z"]},
    }
    return fields(SHAPE_KEYS, known, ABOUT["shape"])


def _or_none(schema: Schema) -> Schema:
    """`none` takes away what the layout would have."""
    return either(schema, _NONE)
