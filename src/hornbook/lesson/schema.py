"""JSON Schema of an outline and of a contacts file, for editors; made of the same tables of names as the readers.

It says what may stand where. What has to agree (ids, audiences, files, minutes that add up) only reading can say.
"""

from collections.abc import Iterable, Mapping

from hornbook.lesson import keys
from hornbook.lesson.about import ABOUT
from hornbook.lesson.contacts import BY_LANGUAGE, LANGUAGE_KEY
from hornbook.lesson.front import MAX_VERSIONS
from hornbook.lesson.kinds import KINDS
from hornbook.lesson.points import MAX_LEVELS
from hornbook.lesson.quiz import MAX_CHOICES, MAX_LINES, MAX_PAIRS
from hornbook.lesson.rules import LEVELS, RULE
from hornbook.lesson.tables import GAPS
from hornbook.lesson.values import LANGUAGE
from hornbook.source.schema import (
    CELL,
    FLAG,
    TEXT,
    TEXTS,
    Schema,
    described,
    document,
    either,
    fields,
    listed,
    named,
    one_of,
    part,
    with_examples,
)
from hornbook.units import PAPERS

_MINUTES: Schema = {
    "type": ["string", "number"],
    "pattern": r"^\s*\d[\d.]*\s*([A-Za-z]+\.?\s*)?(\d[\d.]*\s*[A-Za-z]+\.?\s*)?$",
    "patternErrorMessage": "Write a length of time, such as 45, 45 min or 1 h 30 min.",
    "minimum": 0,
    "examples": [10, "45 min", "1 h 30 min"],
}
_DATE: Schema = {
    "type": "string",
    "format": "date",
    "pattern": r"^\s*\d{4}-\d{2}-\d{2}\s*$",
    "patternErrorMessage": "Write year, month and day: 2026-11-24.",
    "examples": ["2026-11-24"],
}
_ADDRESS: Schema = {
    "type": "string",
    "pattern": r"^\s*https?://[^\s/]|<<",
    "patternErrorMessage": "Write the address in full, with https:// in front.",
    "examples": ["https://www.usa.gov/"],
}
"""A web address, in full; or a value that holds one."""
_GAPS = "|".join(sorted({written for gap in GAPS for written in (gap, gap.upper())}))
_NUMBER: Schema = {
    "type": ["number", "string", "null"],
    "pattern": rf"^\s*([-\u2212]?\d[\d,.\u202f\u00a0]*\s*%?|{_GAPS})\s*$",
    "patternErrorMessage": 'Write digits only, or "-" where the number is not known.',
}
"""As people type it, `80,524`; a gap is empty or a dash."""
_SPOKEN = either(TEXT, part("text"))
"""A text of a list, which may say whom it is for."""
_PARAGRAPHS = either(TEXT, listed(_SPOKEN))
_POINTS = part("points-1")
_SOURCED: Mapping[str, Schema] = {"source": TEXTS}


def lesson_schema() -> Schema:
    """What an outline may hold."""
    about = "One lesson: a deck and its handouts are made of it."
    return document("lesson", "Hornbook lesson", about, _lesson(), _parts())


def contacts_schema() -> Schema:
    """What a contacts file may hold."""
    region: Schema = {"type": "string", "pattern": r"^\s*[A-Z]{2}\s*$", "examples": ["US", "GB"]}
    root = _of("contacts_file", {"region": region, "contacts": listed(part("contact"))}, needed=("contacts",))
    about = "Whom to call: lessons name this file under `contacts`."
    return document("contacts", "Hornbook contacts", about, root, {"contact": _contact()})


def _of(
    table: str, known: Mapping[str, Schema], *, needed: tuple[str, ...] = (), names: Iterable[str] | None = None
) -> Schema:
    """The fields of a table of `keys`, or some of them."""
    all_names: tuple[str, ...] = getattr(keys, table.upper())
    return fields(all_names if names is None else names, {"for": TEXTS, **known}, ABOUT[table], needed=needed)


def _by_audience(schema: Schema) -> Schema:
    return either(schema, named(schema))


def _one_or_several(schema: Schema) -> Schema:
    """An entry, or one for each audience."""
    return either(schema, listed(schema, least=0))


def _lesson() -> Schema:
    contacts = either(TEXT, part("contact"), listed(either(TEXT, part("contact"))))
    handouts = listed(either(TEXT, part("handout")), least=0)
    automatic = listed(one_of(keys.AUTOMATIC), least=0)
    text_for_each = {name: _by_audience(TEXT) for name in ("title", "subtitle", "level", "content_note")}
    root = _of(
        "lesson",
        {
            **text_for_each,
            "language": {"type": "string", "pattern": rf"^\s*{LANGUAGE.pattern}\s*$", "examples": ["en-US", "es-MX"]},
            "audiences": with_examples(listed({"type": "string", "pattern": r"^\s*[A-Za-z0-9]\S*\s*$"}), ["classroom"]),
            "duration": _by_audience(_MINUTES),
            "authors": TEXTS,
            "license": with_examples(TEXT, "CC BY 4.0"),
            "theme": with_examples(TEXT, "daylight"),
            "objectives": listed(_SPOKEN),
            "vocabulary": named(TEXT),
            "standards": listed(_SPOKEN),
            "contacts": with_examples(contacts, "../contacts/us.yaml"),
            "sources": {**named(part("source")), "propertyNames": {"pattern": r"^\s*\S+\s*$"}},
            "handouts": with_examples(handouts, list(keys.DEFAULT_HANDOUTS)),
            "values": named(TEXT),
            "reviewed": _of("reviewed", {"checked_on": _DATE}),
            "opening": with_examples(automatic, list(keys.OPENING)),
            "closing": with_examples(automatic, list(keys.CLOSING)),
            "sections": listed(part("section")),
            "slides": listed(part("slide")),
            "print": _print(),
            "rules": {**named(_rule()), "propertyNames": {"pattern": rf"^\s*{RULE.pattern}\s*$"}},
        },
        needed=("title",),
    )
    return {**root, "oneOf": [{"required": ["sections"]}, {"required": ["slides"]}]}


def _rule() -> Schema:
    """A level, or a level and numbers."""
    level = one_of(LEVELS)
    return either(level, {**named(either(level, {"type": ["number", "string"]})), "minProperties": 1})


def _parts() -> Mapping[str, Schema]:
    """What outlines repeat, and one part for each kind of slide."""
    bodies = _bodies()
    section = {"minutes": _MINUTES, "slides": listed(part("slide"))}
    return {
        "section": _of("section", section, needed=("title", "slides")),
        "every-slide": _every_slide(),
        "slide": _any_slide(),
        **{f"slide-{kind}": _slide(kind, bodies.get(kind, TEXT)) for kind in keys.KINDS},
        "text": _of("text", {}, needed=("text",)),
        **{f"points-{level}": listed(_point(level)) for level in range(1, MAX_LEVELS + 1)},
        "image": _image(),
        "table": _table(),
        "chart": _chart(),
        "question": {"oneOf": _questions()},
        "contact": _contact(),
        "source": _source(),
        "handout": _handout(),
    }


def _every_slide() -> Schema:
    """What slides may have beside their body."""
    flags = dict.fromkeys(("deck", "handouts", "hidden"), FLAG)
    known = {"minutes": _MINUTES, "reveal": one_of(keys.REVEAL), "notes": _PARAGRAPHS, "image": part("image")}
    return _of("slide", {**known, **flags, **_SOURCED}, names=(*keys.SLIDE, "image"))


def _any_slide() -> Schema:
    """A slide, which is what its key says: an editor then tells its faults and not those of fifteen other kinds."""
    common = {name: part(f"every-slide/properties/{name}") for name in keys.SLIDE}
    return {
        "type": "object",
        "properties": {**common, **{kind: {"description": what} for kind, what in KINDS.items()}},
        "additionalProperties": False,
        "anyOf": [{"required": [kind]} for kind in keys.KINDS],
        "allOf": [{"if": _is(kind), "then": part(f"slide-{kind}")} for kind in keys.KINDS],
    }


def _is(kind: str) -> Schema:
    """Whether a slide is of a kind; beside another body, a picture only goes along."""
    others = [{"required": [other]} for other in keys.KINDS if other != kind]
    return {"required": [kind], "not": {"anyOf": others}} if kind == "image" else {"required": [kind]}


def _slide(kind: str, body: Schema) -> Schema:
    """A slide of one kind: its body, what every slide may have, and a picture where the kind takes one along."""
    common = [name for name in keys.SLIDE if name not in {"title", "icon"}]
    along = ["image", "icon"] if kind in keys.WITH_PICTURE else []
    names = ["title", kind, *common, *along] if kind != "statement" else [kind, *common, *along]
    slide: Schema = {
        "title": kind,
        "description": KINDS[kind],
        "type": "object",
        "properties": {name: part(f"every-slide/properties/{name}") for name in names}
        | {kind: described(body, KINDS[kind])},
        "additionalProperties": False,
        "required": [kind] if kind in keys.OWN_TITLE else ["title", kind],
    }
    return {**slide, **_WHEN.get(kind, {})}


def _instead(name: str, kind: str) -> list[Schema]:
    """The field stands on the slide, or inside its body."""
    return [{"required": [name]}, {"properties": {kind: {"required": [name]}}}]


_WHEN: Mapping[str, Schema] = {
    "quote": {"anyOf": [{"required": ["title"]}, {"properties": {"quote": {"required": ["by"]}}}]},
    "activity": {"oneOf": _instead("minutes", "activity")},
}
"""Fields that stand in for each other: a quotation without a title takes whose words they are; minutes are said once."""


def _bodies() -> Mapping[str, Schema]:
    """The value of each kind's key, but for those that are a text."""
    activity = {"minutes": _MINUTES, "materials": listed(_SPOKEN), "steps": _POINTS, "room": one_of(keys.ROOMS)}
    scenario = {"story": _PARAGRAPHS, "questions": listed(_SPOKEN), "answers": listed(_SPOKEN)}
    return {
        "points": _POINTS,
        "quote": _of("quote", _SOURCED, needed=("text",)),
        "image": part("image"),
        "compare": listed(_of("column", {"points": _POINTS}, needed=keys.COLUMN), 2, 3),
        "steps": _POINTS,
        "timeline": listed(_of("event", _SOURCED, needed=("when", "what"))),
        "table": part("table"),
        "chart": part("chart"),
        "activity": _of("activity", activity, needed=("steps",)),
        "scenario": _of("scenario", scenario, needed=("story",)),
        "discuss": listed(_SPOKEN),
        "quiz": listed(part("question")),
        "define": listed(TEXT),
        "video": _of("video", {"url": _ADDRESS}, needed=("title", "url")),
        "help": with_examples(TEXTS, "all"),
    }


def _point(level: int) -> Schema:
    """A text, or a mapping that may have points under it, as deep as lists go."""
    deeper = {"points": part(f"points-{level + 1}")} if level < MAX_LEVELS else {}
    return either(TEXT, _of("point", deeper, needed=("text",), names=keys.POINT if deeper else keys.TEXT))


def _image() -> Schema:
    focus: Schema = {"type": "string", "pattern": r"^\s*\d{1,3}\s*%\s+\d{1,3}\s*%\s*$", "examples": ["50% 30%"]}
    known = {"decorative": FLAG, "width": one_of(keys.WIDTHS), "focus": focus, **_SOURCED}
    says_nothing: Schema = {"required": ["decorative"], "properties": {"decorative": {"const": True}}}
    return {**_of("image", known, needed=("file",)), "anyOf": [{"required": ["alt"]}, says_nothing]}


def _table() -> Schema:
    row = listed(CELL, least=0)
    return _of("table", {"header": row, "rows": listed(row), "row_headers": FLAG, **_SOURCED}, needed=("rows",))


def _chart() -> Schema:
    known = {
        "type": one_of(keys.CHART_TYPES),
        "labels": listed(TEXT),
        "series": {**named(listed(_NUMBER)), "minProperties": 1},
        "highlight": TEXTS,
    }
    return _of("chart", {**known, **_SOURCED}, needed=("type", "labels", "series"))


def _questions() -> list[Schema]:
    """The four kinds of question, told apart by their keys."""
    choices = {"choices": listed(TEXT, 2, MAX_CHOICES), "answer": TEXTS}
    match = {"match": {**named(TEXT), "minProperties": 2, "maxProperties": MAX_PAIRS}}
    short: Mapping[str, Schema] = {
        "answer": {"type": ["string", "number"]},
        "lines": {"type": "integer", "minimum": 1, "maximum": MAX_LINES},
    }
    return [
        _question("choices", choices, ("choices", "answer")),
        _question("match", match, ("match",)),
        _question("true or false", {"answer": FLAG}, ("answer",)),
        _question("short answer", short, ()),
    ]


def _question(title: str, own: Mapping[str, Schema], needed: tuple[str, ...]) -> Schema:
    names = [name for name in keys.QUESTION if name in {*own, "ask", "why", "for"}]
    return {"title": title, **_of("question", own, needed=("ask", *needed), names=names)}


def _contact() -> Schema:
    by_language = {"type": "object", "patternProperties": {LANGUAGE_KEY: TEXT}, "additionalProperties": False}
    spoken = {name: either(TEXT, by_language) for name in BY_LANGUAGE}
    known = {**spoken, "emergency": FLAG, "local": FLAG, "seen_on": _DATE, "checked_on": _DATE}
    contact = _of("contact", known, needed=("id", "name"))
    return {**contact, "anyOf": [{"required": [way]} for way in keys.WAYS]}


def _source() -> Schema:
    known = {"url": _ADDRESS, "seen_on": _DATE, "checked_on": _DATE, "open_before_print": FLAG}
    return _of("source", known, needed=("title",))


def _handout() -> Schema:
    versions: Schema = {"type": "integer", "minimum": 1, "maximum": MAX_VERSIONS}
    large = one_of((False, True, 18, 20))
    variant = {"large_print": large, "mono": FLAG, "booklet": FLAG, "fillable": FLAG}
    return _of("handout", {"paper": one_of(PAPERS), "versions": versions, **variant}, needed=("recipe",))


def _print() -> Schema:
    lines = {"lines": listed(_SPOKEN)}
    opt_out = _of("opt_out", {"minutes": _MINUTES, "steps": listed(_SPOKEN)}, needed=("title", "steps"))
    letter = _of("text", {"text": _PARAGRAPHS}, needed=("text",))
    return _of(
        "print",
        {
            "fact_sheet": listed(_print_block()),
            "brochure": listed(_print_block()),
            "letter": either(_PARAGRAPHS, letter, listed(letter, least=0)),
            "exit_ticket": listed(part("question")),
            "card": _one_or_several(_of("card", lines)),
            "poster": _one_or_several(_of("poster", lines)),
            "disclosure": listed(_SPOKEN),
            "opt_out": _one_or_several(opt_out),
            "materials": listed(_SPOKEN),
            "fields": listed(_SPOKEN),
        },
    )


def _print_block() -> Schema:
    """A heading with one content."""
    contents = {"text": _PARAGRAPHS, "points": _POINTS, "table": part("table"), "chart": part("chart")}
    block = _of("print_block", {**contents, **_SOURCED}, needed=("heading",))
    return {**block, "oneOf": [{"required": [content]} for content in contents]}
