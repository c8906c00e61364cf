"""The names in the schemas are those that the readers know, no more and no fewer."""

import re

import pytest

from hornbook.handout import schema as recipes
from hornbook.handout.blocks import BLOCKS
from hornbook.handout.blocks.kind import COMMON
from hornbook.handout.forms import EACH, EACH_NEEDS
from hornbook.handout.recipe import KEYS
from hornbook.lesson import keys
from hornbook.lesson.about import ABOUT
from hornbook.lesson.kinds import KINDS
from hornbook.theme import keys as theme_keys
from hornbook.theme.about import ABOUT as THEME_ABOUT
from hornbook.theme.boxes import BOX_KEYS
from hornbook.theme.families import FAMILIES
from hornbook.theme.layouts import COUNTS, DENSITIES, LAYOUT_KEYS, PART_KEYS
from hornbook.theme.model import PALETTE_SLOTS
from hornbook.theme.reader import FACE_KEYS, GRID_KEYS, GROUND_KEYS, PRINT_NAMES, THEME_KEYS
from hornbook.theme.shapes import SHAPE_KEYS
from hornbook.theme.styles import STYLE_KEYS
from schema.editor import SCHEMAS

WORDS = {
    "AUTOMATIC", "OPENING", "CLOSING", "DEFAULT_HANDOUTS", "KINDS", "REVEAL", "OWN_TITLE", "WITH_PICTURE", "WIDTHS", "CHART_TYPES",
    "ROOMS", "WAYS",
}  # fmt: skip
"""Tables of `keys` that hold values, not names of fields."""
FIELDS = {name: value for name, value in vars(keys).items() if name.isupper() and name not in WORDS}


def parts(schema):
    """Every schema inside, with itself."""
    yield schema
    for value in schema.values() if isinstance(schema, dict) else schema:
        if isinstance(value, dict | list):
            yield from parts(value)


def closed(schema):
    """The names of each mapping that takes no others."""
    return [
        frozenset(one["properties"])
        for one in parts(schema)
        if isinstance(one, dict) and one.get("additionalProperties") is False and "patternProperties" not in one
    ]


def test_every_table_of_fields_has_its_descriptions():
    assert {name.upper(): {*about} - {"image"} for name, about in ABOUT.items() if name != "image"} == {
        name: {*value} for name, value in FIELDS.items() if name != "IMAGE"
    }
    assert set(ABOUT["image"]) == set(keys.IMAGE)
    assert tuple(KINDS) == keys.KINDS


def test_every_mapping_of_an_outline_is_a_table_of_the_reader():
    """But for slides and questions, which have one for each of their kinds."""
    schema = SCHEMAS["lesson"]()
    slides = {frozenset(schema["$defs"][f"slide-{kind}"]["properties"]) for kind in keys.KINDS}
    questions = {frozenset(one["properties"]) for one in schema["$defs"]["question"]["oneOf"]}
    every_slide = {frozenset({*keys.SLIDE, "image"}), frozenset({*keys.SLIDE, *keys.KINDS})}
    tables = {frozenset(value) for name, value in FIELDS.items() if name not in {"SLIDE", "QUESTION", "CONTACTS_FILE"}}
    assert set(closed(schema)) - slides - questions - every_slide == tables
    assert set(closed(SCHEMAS["contacts"]())) == {frozenset(keys.CONTACTS_FILE), frozenset(keys.CONTACT)}
    assert frozenset.union(*questions) == frozenset(keys.QUESTION)


@pytest.mark.parametrize("kind", keys.KINDS)
def test_a_slide_of_a_kind_takes_its_body_and_what_every_slide_may_have(kind):
    slide = SCHEMAS["lesson"]()["$defs"][f"slide-{kind}"]
    expected = {kind, *keys.SLIDE} - ({"title"} if kind == "statement" else set())
    expected = expected | {"image"} if kind in keys.WITH_PICTURE else expected - {"icon"}
    assert set(slide["properties"]) == expected
    assert slide["description"] == KINDS[kind]


def test_every_field_of_a_recipe_and_every_option_of_a_block_is_known():
    schema = SCHEMAS["recipe"]()
    assert set(schema["properties"]) == set(KEYS) == set(recipes.ABOUT)
    options = {name: set(one["properties"]) for name, one in schema["$defs"].items() if name.startswith("options-")}
    assert options == {f"options-{kind.name}": {*kind.options, *COMMON} for kind in BLOCKS.values()}
    assert {name for kind in BLOCKS.values() for name in (*kind.options, *COMMON)} == set(recipes.OPTIONS)


@pytest.mark.parametrize("each", EACH)
def test_a_recipe_may_name_the_blocks_that_fit_where_they_stand(each):
    schema = SCHEMAS["recipe"]()["$defs"]
    anywhere, inside = schema["block"], schema[f"each-{each}"]["properties"]["blocks"]["items"]
    assert anywhere["anyOf"][0]["enum"] == [name for name, kind in BLOCKS.items() if not kind.needs]
    assert inside["anyOf"][0]["enum"] == [
        name for name, kind in BLOCKS.items() if not kind.needs or kind.needs in EACH_NEEDS[each]
    ]
    assert set(schema[f"each-{each}"]["properties"]["where"]["properties"]) == set(EACH[each])


def test_every_mapping_of_a_theme_is_a_table_of_the_readers():
    tables = (
        THEME_KEYS, GRID_KEYS, FACE_KEYS, GROUND_KEYS, PALETTE_SLOTS, LAYOUT_KEYS, PART_KEYS, BOX_KEYS, SHAPE_KEYS, DENSITIES,
        ("like", *STYLE_KEYS), theme_keys.NUMBERED,
    )  # fmt: skip
    once = {"anew", "like", "standard", "bare", "counts"}
    counted = frozenset(LAYOUT_KEYS) - once
    assert set(closed(SCHEMAS["theme"]())) == {*map(frozenset, tables), counted, counted - {"sizes"}}


def test_a_theme_needs_every_layout_and_every_print_style():
    whole = SCHEMAS["theme"]()
    schema, alone = whole["properties"], whole["else"]["properties"]
    assert alone["layouts"]["required"] == list(schema["layouts"]["properties"]) == list(FAMILIES)
    assert alone["print"]["required"] == list(schema["print"]["properties"]) == list(PRINT_NAMES)
    assert set(THEME_ABOUT["palette"]) == set(PALETTE_SLOTS)


def test_a_layout_comes_in_the_counts_of_the_reader():
    counts = SCHEMAS["theme"]()["$defs"]["layout"]["properties"]["counts"]["anyOf"][0]
    (pattern,) = counts["patternProperties"]
    assert [name for name in (*COUNTS, "", "10", "x") if re.search(pattern, name)] == [*COUNTS]


def test_the_boxes_of_a_page_are_those_of_the_reader():
    boxes = SCHEMAS["theme"]()["$defs"]["boxes"]
    (numbered,) = boxes["patternProperties"]
    assert set(boxes["properties"]) == set(theme_keys.SINGLE)
    names = [f"{name}{digit}" for name in (*theme_keys.NUMBERED, *theme_keys.SINGLE) for digit in ("", "0", "3", "12")]
    assert [name for name in names if name in boxes["properties"] or re.search(numbered, name)] == [
        name for name in names if theme_keys.known(name, 0)
    ]


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_reference_leads_somewhere_and_every_part_is_used(name):
    schema = SCHEMAS[name]()
    references = {one["$ref"] for one in parts(schema) if isinstance(one, dict) and isinstance(one.get("$ref"), str)}
    for reference in references:
        place = schema
        for step in reference.removeprefix("#/").split("/"):
            place = place[step]
    assert {reference.split("/")[2] for reference in references} == set(schema["$defs"])


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_field_is_described(name):
    """In the field itself, or in the part that it refers to."""
    schema = SCHEMAS[name]()
    fields = [
        (field, value)
        for one in parts(schema)
        if isinstance(one, dict) and one.get("additionalProperties") is False and "properties" in one
        for field, value in one["properties"].items()
    ]
    assert [field for field, value in fields if "description" not in value and "every-slide" not in str(value)] == []
    texts = [value["description"] for _, value in fields if "description" in value]
    assert [text for text in texts if not text.endswith((".", "`", "?"))] == []
