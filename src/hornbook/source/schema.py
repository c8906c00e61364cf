"""The words of JSON Schema 2020-12 for what is written in YAML, as an editor sees it.

An editor reads YAML 1.2: `2022` is a number to it and `true` a switch, where Hornbook takes the text as typed. So a text is any
scalar. Nothing is not a text: an editor cannot tell an empty field from `null`, which Hornbook would print as the word.

`patternErrorMessage` is VS Code's own: what it says in place of the pattern.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from hornbook.units import POINTS_PER

Schema = dict[str, Any]

DRAFT = "https://json-schema.org/draft/2020-12/schema"

TEXT: Schema = {"type": ["string", "number", "boolean"]}
CELL: Schema = {"type": ["string", "number", "boolean", "null"]}
"""A text that may be missing, so that a row keeps its columns."""
FLAG: Schema = {"type": "boolean"}
TEXTS: Schema = {"anyOf": [TEXT, {"type": "array", "items": TEXT, "minItems": 1}]}
"""One text, or a list of them."""

_UNITS = "|".join(POINTS_PER)
LENGTH: Schema = {
    "type": "string",
    "pattern": rf"^\s*-?\d+(\.\d+)?\s*({_UNITS})\s*$",
    "patternErrorMessage": "Write a length with its unit, such as 24 pt.",
    "examples": ["24 pt", "9 mm"],
}
LENGTHS: Schema = {
    "type": "string",
    "pattern": rf"^\s*-?\d+(\.\d+)?\s*({_UNITS})?(\s*/\s*-?\d+(\.\d+)?\s*({_UNITS})?)*\s*$",
    "examples": ["24 pt", "28 / 24 / 20 pt"],
}
"""One length, or several whose last unit is everyone's."""


def document(name: str, title: str, about: str, root: Schema, parts: Mapping[str, Schema]) -> Schema:
    """A whole schema, with an `$id` that is a name and no address."""
    head: Schema = {"$schema": DRAFT, "$id": f"urn:hornbook:{name}", "title": title, "description": about}
    return {**head, **root, "$defs": dict(parts)}


def fields(
    names: Iterable[str],
    known: Mapping[str, Schema],
    about: Mapping[str, str],
    *,
    needed: tuple[str, ...] = (),
) -> Schema:
    """A mapping with those fields and no others, each with what it is about; one without a schema of its own is a text."""
    schema: Schema = {
        "type": "object",
        "properties": {name: described(known.get(name, TEXT), about.get(name, "")) for name in names},
        "additionalProperties": False,
    }
    return {**schema, "required": list(needed)} if needed else schema


def described(schema: Schema, about: str) -> Schema:
    """The schema with a description in front, in place of its own; as it is where there is nothing to say."""
    if not about:
        return schema
    return {"description": about, **{key: value for key, value in schema.items() if key != "description"}}


def listed(items: Schema, least: int = 1, most: int | None = None) -> Schema:
    bounds = {"minItems": least} if least else {}
    return {"type": "array", "items": items, **bounds} | ({"maxItems": most} if most else {})


def named(values: Schema) -> Schema:
    """A mapping whose keys are the author's own."""
    return {"type": "object", "additionalProperties": values}


def either(*schemas: Schema) -> Schema:
    return {"anyOf": list(schemas)}


def part(name: str) -> Schema:
    """One of the parts that a document keeps under `$defs`."""
    return {"$ref": f"#/$defs/{name}"}


def one_of(words: Iterable[object]) -> Schema:
    return {"enum": list(words)}


def with_examples(schema: Schema, *examples: object) -> Schema:
    return {**schema, "examples": list(examples)}
