"""A schema and its reader agree: what the reader takes, the schema takes; what is wrong in shape, both refuse.

Files that hold every field are changed at every place, one place at a time: another shape is put there, the field is taken
away, a field that nobody knows is added.
"""

import copy
import json
from pathlib import Path

import pytest
from PIL import Image

from hornbook.diagnostics import Severity, SourceFile
from hornbook.handout.recipe import read_recipe
from hornbook.lesson.reader import read_lesson
from schema.editor import seen, validator
from theme.daylight import source
from theme.test_broken_themes import CASES

HERE = Path(__file__).parent
SHAPES = {"a text": "words", "a switch": True, "a list": ["words"], "fields": {"words": "words"}}
ONLY_READING = {
    "HB141": "a file is there",
    "HB211": "rows are no longer than their header",
    "HB215": "every audience has a slide",
    "HB216": "an audience is one of the lesson's",
    "HB218": "minutes add up",
    "HB220": "a source is one of the lesson's",
    "HB221": "a contact is one of the lesson's",
    "HB222": "a word is in the vocabulary",
    "HB225": "there are contacts",
    "HB240": "numbers are as many as labels",
    "HB242": "what is highlighted is there",
    "HB250": "an answer is one of the choices",
}
"""What no schema can know."""


def places(node, at=()):
    if at:
        yield at
    steps = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for step, value in steps:
        yield from places(value, (*at, step))


def changes(data, within):
    """Each change in words, with the data that it makes."""
    for place in places(data):
        if place[: len(within)] != within or place == within:
            continue
        for what, shape in SHAPES.items():
            yield f"{what} at {place}", changed(data, place, shape)
        yield f"nothing at {place}", changed(data, place)
        holder = value_at(data, place)
        if isinstance(holder, dict):
            yield f"an unknown field at {place}", changed(data, (*place, "zzz"), "words")


def value_at(data, place):
    for step in place:
        data = data[step]
    return data


def changed(data, place, *value):
    made = copy.deepcopy(data)
    holder = value_at(made, place[:-1])
    if value:
        holder[place[-1]] = value[0]
    else:
        del holder[place[-1]]
    return made


def disagreements(data, within, name, read):
    """Changes on which the schema and the reader do not agree; the reader gives the codes of its errors."""
    found = []
    for what, made in changes(data, within):
        valid, codes = validator(name).is_valid(made), read(made)
        if not codes and not valid:
            found.append(f"{what}: the schema refuses it")
        elif valid and codes - set(ONLY_READING):
            found.append(f"{what}: only the reader refuses it, with {sorted(codes)}")
    return found


def errors(diagnostics):
    return {found.code for found in diagnostics if found.severity is Severity.ERROR}


@pytest.fixture
def read(tmp_path):
    Image.new("RGB", (400, 300)).save(tmp_path / "dot.png")

    def read(data):
        outline = tmp_path / "lesson.yaml"
        outline.write_text(json.dumps(data), "utf-8")
        return errors(read_lesson(outline, tmp_path).diagnostics)

    return read


SLIDES = seen((HERE / "slides.yaml").read_text("utf-8"))
FRONT = seen((HERE / "front.yaml").read_text("utf-8"))


@pytest.mark.parametrize("number", range(len(SLIDES["slides"])))
def test_slides_are_taken_and_refused_alike(number, read):
    outline = {**SLIDES, "slides": [SLIDES["slides"][number], {"statement": "The last one"}]}
    assert read(outline) == set()
    assert disagreements(outline, ("slides", 0), "lesson", read) == []


@pytest.mark.parametrize("field", [field for field in FRONT if field not in {"title", "audiences"}])
def test_what_stands_above_the_slides_is_taken_and_refused_alike(field, read):
    needed = ("title", "language", "audiences", "vocabulary", "contacts", "sources", "sections")
    outline = {name: FRONT[name] for name in (*needed, field)}
    assert read(outline) == set()
    assert disagreements(outline, (field,), "lesson", read) == []


RECIPE = """
title: Mine
about: One line.
for: for_students
head: band
paper: a4
duplex: long-edge
pages: 2
answers: true
blanks: no
citations: false
blocks:
  - fields
  - fields: {show: [name, date]}
  - lines: {count: 3, label: my_notes, fill: true}
  - lines: 4
  - text: {words: Hello, style: lead}
  - each: slides
    where: {kind: [activity, quiz], id: s1-1, blanks: true}
    blocks: [section, {notes: {lines: 3, picture: false}}, page-break]
  - each: questions
    where: {kind: choice}
    blocks: [question]
  - columns: 2
    blocks: [agenda, {objectives: {for: classroom}}]
"""


def read_as_recipe(data):
    return errors(read_recipe(SourceFile("handouts/mine.yaml", json.dumps(data)), lambda _: None)[1])


def test_recipes_are_taken_and_refused_alike():
    recipe = seen(RECIPE)
    assert read_as_recipe(recipe) == set()
    assert disagreements(recipe, (), "recipe", read_as_recipe) == []


FAULTS_OF_SHAPE = [case for case in CASES if case[0] not in {"HB403", "HB405"} and "not known" not in case[5]]


@pytest.mark.parametrize("case", FAULTS_OF_SHAPE, ids=lambda case: f"{case[0]} {case[3]}")
def test_a_theme_that_is_wrong_in_shape_is_refused(case):
    _, old, new, *_ = case
    assert validator("theme").is_valid(seen(source().text))
    assert not validator("theme").is_valid(seen(source().text.replace(old, new, 1)))
