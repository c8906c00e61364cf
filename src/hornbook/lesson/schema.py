"""JSON Schema of an outline and of a contacts file, for editors; made of the same tables of names as the readers."""

from collections.abc import Iterable, Mapping
from typing import Any

from hornbook.lesson import keys
from hornbook.lesson.points import MAX_LEVELS
from hornbook.lesson.quiz import MAX_CHOICES, MAX_PAIRS
from hornbook.units import PAPERS

Schema = dict[str, Any]

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_TEXT: Schema = {"type": ["string", "number", "boolean", "null"]}
"""Scalars are taken as typed, so an editor may see a number or a switch where a text is meant."""
_FLAG: Schema = {"type": "boolean"}
_MINUTES: Schema = {"type": ["string", "number"], "description": "45, 45 min, 1 h or 1 h 30 min"}
_DATE: Schema = {"type": "string", "format": "date"}
_ADDRESS: Schema = {"type": "string", "format": "uri"}
_NAMES: Schema = {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]}


def lesson_schema() -> Schema:
    """What an outline may hold."""
    schema = _fields(
        keys.LESSON,
        {
            "title": _by_audience(_TEXT),
            "subtitle": _by_audience(_TEXT),
            "level": _by_audience(_TEXT),
            "duration": _by_audience(_MINUTES),
            "content_note": _by_audience(_TEXT),
            "audiences": _list(_TEXT),
            "authors": _NAMES,
            "objectives": _list(_spoken()),
            "vocabulary": _named(_TEXT),
            "standards": _list(_TEXT),
            "contacts": {"anyOf": [_TEXT, _list({"anyOf": [_TEXT, _ref("contact")]})]},
            "sources": _named(_ref("source")),
            "handouts": _list({"anyOf": [_TEXT, _handout()]}, least=0),
            "values": _named(_TEXT),
            "reviewed": _fields(keys.REVIEWED, {"checked_on": _DATE}),
            "opening": _list({"enum": list(keys.AUTOMATIC)}, least=0),
            "closing": _list({"enum": list(keys.AUTOMATIC)}, least=0),
            "sections": _list(_ref("section")),
            "slides": _list(_ref("slide")),
            "print": _print(),
        },
        required=("title",),
    )
    schema["oneOf"] = [{"required": ["sections"]}, {"required": ["slides"]}]
    return {"$schema": _DRAFT, "title": "Hornbook lesson", **schema, "$defs": _definitions()}


def contacts_schema() -> Schema:
    """What a contacts file may hold."""
    region: Schema = {"type": "string", "pattern": "^[A-Z]{2}$"}
    fields = _fields(keys.CONTACTS_FILE, {"region": region, "contacts": _list(_ref("contact"))}, required=("contacts",))
    return {"$schema": _DRAFT, "title": "Hornbook contacts", **fields, "$defs": {"contact": _contact()}}


def _fields(names: Iterable[str], known: Mapping[str, Schema], *, required: tuple[str, ...] = ()) -> Schema:
    """A mapping with those fields and no others; one without a schema of its own is a text."""
    schema: Schema = {
        "type": "object",
        "properties": {name: known.get(name, _TEXT) for name in names},
        "additionalProperties": False,
    }
    return {**schema, "required": list(required)} if required else schema


def _list(items: Schema, least: int = 1, most: int | None = None) -> Schema:
    return {"type": "array", "items": items, "minItems": least} | ({"maxItems": most} if most else {})


def _named(values: Schema) -> Schema:
    return {"type": "object", "additionalProperties": values}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _by_audience(schema: Schema) -> Schema:
    return {"anyOf": [schema, _named(schema)]}


def _spoken() -> Schema:
    """A text of a list, which may say whom it is for."""
    return {"anyOf": [_TEXT, _fields(("text", "for"), {"for": _NAMES}, required=("text",))]}


def _handout() -> Schema:
    paper: Schema = {"enum": list(PAPERS)}
    return _fields(
        keys.HANDOUT,
        {"for": _NAMES, "paper": paper, "versions": {"type": "integer", "minimum": 1}},
        required=("recipe",),
    )


def _contact() -> Schema:
    dates = {"seen_on": _DATE, "checked_on": _DATE}
    schema = _fields(keys.CONTACT, {"emergency": _FLAG, "local": _FLAG, **dates}, required=("id", "name"))
    return {**schema, "anyOf": [{"required": [way]} for way in keys.WAYS]}


def _definitions() -> Schema:
    """The parts that outlines repeat."""
    points = {f"points{level}": _list(_point(level)) for level in range(1, MAX_LEVELS + 1)}
    return {
        "section": _fields(
            keys.SECTION,
            {"minutes": _MINUTES, "for": _NAMES, "slides": _list(_ref("slide"))},
            required=("title", "slides"),
        ),
        "slide": _slide(),
        "image": _fields(
            keys.IMAGE, {"decorative": _FLAG, "width": {"enum": ["full"]}, "source": _NAMES}, required=("file",)
        ),
        "table": _table(),
        "chart": _chart(),
        "question": _question(),
        "contact": _contact(),
        "source": _fields(
            keys.SOURCE,
            {"url": _ADDRESS, "seen_on": _DATE, "checked_on": _DATE, "open_before_print": _FLAG},
            required=("title",),
        ),
        **points,
    }


def _point(level: int) -> Schema:
    names = keys.POINT if level < MAX_LEVELS else ("text", "for")
    known = {"for": _NAMES, "points": _ref(f"points{level + 1}")}
    return {"anyOf": [_TEXT, _fields(names, known, required=("text",))]}


def _slide() -> Schema:
    """A slide has one body; a picture may accompany some kinds."""
    common: Mapping[str, Schema] = {
        "notes": {"anyOf": [_TEXT, _list(_spoken())]},
        "minutes": _MINUTES,
        "for": _NAMES,
        "reveal": {"enum": ["click", "none"]},
        "source": _NAMES,
        "deck": _FLAG,
        "handouts": _FLAG,
        "hidden": _FLAG,
    }
    return {
        **_fields((*keys.SLIDE, *keys.KINDS), {**common, **_bodies()}),
        "anyOf": [{"required": [kind]} for kind in keys.KINDS],
    }


def _bodies() -> Mapping[str, Schema]:
    column = _fields(keys.COLUMN, {"points": _ref("points1")}, required=keys.COLUMN)
    event = _fields(keys.EVENT, {"source": _NAMES}, required=("when", "what"))
    activity = {"minutes": _MINUTES, "materials": _list(_spoken()), "steps": _ref("points1")}
    return {
        "points": _ref("points1"),
        "quote": _fields(keys.QUOTE, {"source": _NAMES}, required=("text",)),
        "image": _ref("image"),
        "compare": _list(column, 2, 3),
        "steps": _ref("points1"),
        "timeline": _list(event),
        "table": _ref("table"),
        "chart": _ref("chart"),
        "activity": _fields(keys.ACTIVITY, activity, required=("steps",)),
        "scenario": _fields(
            keys.SCENARIO,
            {"story": {"anyOf": [_TEXT, _list(_spoken())]}, "questions": _list(_spoken()), "answers": _list(_spoken())},
            required=("story",),
        ),
        "discuss": _list(_spoken()),
        "quiz": _list(_ref("question")),
        "define": _list(_TEXT),
        "video": _fields(keys.VIDEO, {"url": _ADDRESS}, required=("title", "url")),
        "help": _NAMES,
    }


def _table() -> Schema:
    row = _list(_TEXT)
    return _fields(
        keys.TABLE, {"header": row, "rows": _list(row), "row_headers": _FLAG, "source": _NAMES}, required=("rows",)
    )


def _chart() -> Schema:
    known = {"type": {"enum": list(keys.CHART_TYPES)}, "labels": _list(_TEXT), "series": _named(_list(_TEXT))}
    return _fields(keys.CHART, {**known, "highlight": _NAMES, "source": _NAMES}, required=("type", "labels", "series"))


def _question() -> Schema:
    known = {
        "choices": _list(_TEXT, 2, MAX_CHOICES),
        "match": {**_named(_TEXT), "minProperties": 2, "maxProperties": MAX_PAIRS},
        "answer": _NAMES,
        "lines": {"type": "integer", "minimum": 1},
        "for": _NAMES,
    }
    return _fields(keys.QUESTION, known, required=("ask",))


def _print() -> Schema:
    block = _fields(
        keys.PRINT_BLOCK,
        {
            "text": {"anyOf": [_TEXT, _list(_spoken())]},
            "points": _ref("points1"),
            "table": _ref("table"),
            "chart": _ref("chart"),
            "source": _NAMES,
            "for": _NAMES,
        },
        required=("heading",),
    )
    lines = {"lines": _list(_spoken()), "for": _NAMES}
    opt_out = _fields(
        keys.OPT_OUT, {"minutes": _MINUTES, "steps": _list(_spoken()), "for": _NAMES}, required=("title", "steps")
    )
    prose: Schema = {"anyOf": [_TEXT, _list(_spoken()), _fields(("text", "for"), {"for": _NAMES}, required=("text",))]}
    return _fields(
        keys.PRINT,
        {
            "fact_sheet": _list(block),
            "brochure": _list(block),
            "letter": prose,
            "exit_ticket": _list(_ref("question")),
            "card": _one_or_several(_fields(keys.CARD, lines)),
            "poster": _one_or_several(_fields(keys.POSTER, lines)),
            "disclosure": _list(_spoken()),
            "opt_out": _one_or_several(opt_out),
            "materials": _list(_spoken()),
        },
    )


def _one_or_several(schema: Schema) -> Schema:
    """An entry, or one for each audience."""
    return {"anyOf": [schema, _list(schema)]}
