"""Outlines, themes, recipes and contacts that had an accident give files or an error at its place: never a traceback, never a hang."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fuzz.making import make
from fuzz.mutations import mutated
from hornbook.build.workspace import built_in
from support.counts import many

SMALL = Path(__file__).with_name("small.yaml").read_text("utf-8")
WATER = (built_in() / "decks/the-water-cycle/lesson.yaml").read_text("utf-8")
TRAFFICKING = (built_in() / "decks/human-trafficking-and-the-internet/lesson.yaml").read_text("utf-8")
DAYLIGHT = (built_in() / "decks/themes/daylight.yaml").read_text("utf-8")
CONTACTS = (built_in() / "decks/contacts/us.yaml").read_text("utf-8")
RECIPES = {path.stem: path.read_text("utf-8") for path in sorted((built_in() / "handouts").glob("*.yaml"))}
OUTLINE = "title: Rain\nlanguage: en-US\nhandouts: [guided-notes]\nslides: [{title: It falls, points: [==Rain==]}]\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("fuzz")


def often(count):
    quiet = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]
    return settings(max_examples=many(count), deadline=None, suppress_health_check=quiet)


@often(120)
@given(mutated(SMALL))
def test_a_lesson_of_every_kind_after_an_accident(folder, outline):
    make(folder, outline)


@often(30)
@given(st.sampled_from([WATER, TRAFFICKING]).flatmap(mutated))
def test_a_shipped_lesson_after_an_accident(folder, outline):
    make(folder, outline, only=("deck",))


@often(60)
@given(mutated(CONTACTS))
def test_contacts_after_an_accident(folder, contacts):
    (folder / "contacts.yaml").write_bytes(contacts.encode("utf-8", "surrogatepass"))
    make(folder, OUTLINE + "contacts: ../../contacts.yaml\n", only=("deck",))


@often(80)
@given(mutated(DAYLIGHT))
def test_a_theme_after_an_accident(folder, theme):
    (folder / "decks/lesson").mkdir(parents=True, exist_ok=True)
    (folder / "decks/lesson/mine.yaml").write_bytes(theme.encode("utf-8", "surrogatepass"))
    make(folder, OUTLINE + "theme: mine.yaml\n")


@often(80)
@given(st.sampled_from(sorted(RECIPES)).flatmap(lambda name: mutated(RECIPES[name])))
def test_a_recipe_after_an_accident(folder, recipe):
    (folder / "handouts").mkdir(exist_ok=True)
    (folder / "handouts/mine.yaml").write_bytes(recipe.encode("utf-8", "surrogatepass"))
    make(folder, OUTLINE.replace("guided-notes", "mine"), only=("mine",))


@often(60)
@given(st.binary(max_size=300) | st.text(max_size=300))
def test_anything_at_all_in_place_of_an_outline(folder, data):
    make(folder, data)


@often(60)
@given(st.text(max_size=120), st.sampled_from(["title", "point", "notes", "cell", "label", "by", "key"]))
def test_any_words_in_quotes(folder, words, place):
    quoted = '"' + "".join(char if char.isalnum() else f"\\U{ord(char):08x}" for char in words) + '"'
    slide = {
        "title": f"{{title: {quoted}, points: [a]}}",
        "point": f"{{title: a, points: [{quoted}]}}",
        "notes": f"{{title: a, points: [a], notes: {quoted}}}",
        "cell": f"{{title: a, table: {{caption: {quoted}, rows: [[{quoted}, a]]}}}}",
        "label": f"{{title: a, chart: {{type: bar, labels: [{quoted}], series: {{a: [1]}}, alt: a}}}}",
        "by": f"{{quote: {{text: {quoted}, by: {quoted}}}}}",
        "key": f"{{title: a, points: [a], {quoted}: a}}",
    }[place]
    make(folder, f"title: Rain\nlanguage: en-US\nhandouts: [guided-notes]\nslides: [{slide}]\n")
