from pathlib import Path

import pytest

from hornbook.diagnostics import SourceFile
from hornbook.handout.blocks import BLOCKS
from hornbook.handout.recipe import BlockUse, ColumnsUse, EachUse, read_recipe

BUILT_IN = Path(__file__).parents[2] / "handouts"
NAMES = sorted(path.stem for path in BUILT_IN.glob("*.yaml"))


def find(name):
    path = BUILT_IN / f"{name}.yaml"
    return SourceFile(f"handouts/{name}.yaml", path.read_text(encoding="utf-8")) if path.exists() else None


def read(text, find=find):
    return read_recipe(SourceFile("handouts/mine.yaml", text), find)


def only(text):
    recipe, found = read(text)
    assert recipe is None
    (message,) = found
    return message


@pytest.mark.parametrize("name", NAMES)
def test_every_built_in_recipe_reads(name):
    recipe, found = read_recipe(find(name), find)
    assert found == ()
    assert recipe is not None
    assert recipe.name == name
    assert recipe.uses
    assert recipe.about.endswith(".")


def test_a_recipe_holds_blocks_with_their_options_filled_in():
    recipe, _ = read("title: Mine\nblocks:\n  - fields\n  - lines: 4\n  - help: {most: 2}\n")
    assert [(use.name, dict(use.options)) for use in recipe.uses] == [
        ("fields", {"show": ("name", "date", "class")}),
        ("lines", {"count": 4, "label": "", "fill": False}),
        ("help", {"most": 2, "title": True, "code": False}),
    ]


def test_each_goes_through_slides_of_the_kinds_that_are_wanted():
    recipe, _ = read(
        "blocks:\n  - each: slides\n    where: {kind: [activity, scenario]}\n    blocks: [section, task: {lines: 4}]\n"
    )
    (use,) = recipe.uses
    assert isinstance(use, EachUse)
    assert use.where == {"kind": ("activity", "scenario")}
    assert [inner.name for inner in use.blocks] == ["section", "task"]


def test_a_block_may_be_for_some_audiences_and_not_for_others():
    recipe, found = read("blocks:\n  - fields: {show: [name], not_for: [parents, staff]}\n  - rule: {for: parents}\n")
    assert found == ()
    one, other = recipe.uses
    assert [one.is_for(audience) for audience in ("", "class", "parents", "staff")] == [True, True, False, False]
    assert [other.is_for(audience) for audience in ("", "class", "parents")] == [False, False, True]


def test_blocks_may_run_through_columns():
    recipe, found = read("blocks:\n  - columns: 2\n    blocks: [agenda, objectives]\n")
    assert found == ()
    (use,) = recipe.uses
    assert isinstance(use, ColumnsUse)
    assert (use.columns, [each.name for each in use.blocks]) == (2, ["agenda", "objectives"])
    assert only("blocks:\n  - columns: 2\n    blocks: [script]\n").code == "HB428"
    assert only("blocks:\n  - columns: 2\n").code == "HB425"


def test_a_recipe_may_need_words_of_print():
    recipe, found = read("needs: [letter, card]\nblocks: [letter]\n")
    assert (recipe.needs, found) == (("letter", "card"), ())
    assert "`letter`" in only("needs: lettre\nblocks: [letter]\n").hint


def test_a_recipe_extends_another_and_says_only_what_differs():
    recipe, found = read("extends: guided-notes\ntitle: Mine\nanswers: true\n")
    assert found == ()
    assert (recipe.title, recipe.answers, recipe.based_on) == ("Mine", True, ("guided-notes",))
    base, _ = read_recipe(find("guided-notes"), find)
    assert recipe.uses == base.uses
    assert recipe.name == "mine"


def test_a_workspace_may_extend_what_extends_another():
    recipe, _ = read("extends: guided-notes-key\nblocks: [fields]\n")
    assert recipe.based_on == ("guided-notes-key", "guided-notes")
    assert [use.name for use in recipe.uses if isinstance(use, BlockUse)] == ["fields"]


@pytest.mark.parametrize(
    ("text", "code", "line", "column", "words"),
    [
        ("titel: Mine\nblocks: [fields]\n", "HB421", 1, 1, "Did you mean `title`?"),
        ("title: Mine\nblocks:\n  - feilds\n", "HB422", 3, 5, "Did you mean `fields`?"),
        ("title: Mine\nblocks:\n  - lines: {cuont: 3}\n", "HB421", 3, 13, "Did you mean `count`?"),
        ("title: Mine\nblocks:\n  - lines: {count: many}\n", "HB423", 3, 20, "For example: count: 2"),
        ("title: Mine\nduplex: long\nblocks: [fields]\n", "HB423", 2, 9, "long-edge"),
        ("title: Mine\npages: two\nblocks: [fields]\n", "HB423", 2, 8, "pages: 2"),
        ("title: Mine\nanswers: maybe\nblocks: [fields]\n", "HB423", 2, 10, "answers: true"),
        ("title: Mine\nextends: guided\n", "HB424", 2, 10, "handouts/"),
        ("title: Mine\n", "HB425", 1, 1, "blocks"),
        ("title: Mine\nblocks: fields\n", "HB423", 2, 9, "`- `"),
        ("blocks:\n  - each: slide\n    blocks: [section]\n", "HB423", 2, 11, "Did you mean `slides`?"),
        ("blocks:\n  - each: slides\n", "HB425", 2, 5, "List"),
        ("title: [A, B]\nblocks: [fields]\n", "HB423", 1, 8, "title: a word"),
        ("blocks:\n  - text: {words: [A]}\n", "HB423", 2, 19, "words: a word"),
        (
            "blocks:\n  - each: questions\n    where: {kind: quiz}\n    blocks: [question]\n",
            "HB426",
            3,
            19,
            "choice, match, true-false, short",
        ),
        (
            "blocks:\n  - each: slides\n    where: {knd: points}\n    blocks: [section]\n",
            "HB426",
            3,
            13,
            "Did you mean `kind`?",
        ),
        (
            "blocks:\n  - each: slides\n    where: {kind: pionts}\n    blocks: [section]\n",
            "HB426",
            3,
            19,
            "Did you mean `points`?",
        ),
        (
            "blocks:\n  - each: slides\n    blocks:\n      - each: slides\n        blocks: [section]\n",
            "HB427",
            4,
            9,
            "beside",
        ),
        ("blocks:\n  - script\n", "HB428", 2, 5, "each: slides"),
        ("blocks:\n  - each: terms\n    blocks: [script]\n", "HB428", 3, 14, "each: slides"),
        ("- fields\n", "HB421", 1, 1, "title"),
    ],
)
def test_a_mistake_is_named_at_its_place_with_what_to_do(text, code, line, column, words):
    message = only(text)
    assert (message.code, message.span.line, message.span.column) == (code, line, column)
    assert words in message.hint


def test_a_recipe_that_extends_itself_is_refused():
    files = {"one": "extends: two\n", "two": "extends: one\n"}

    def among(name):
        return SourceFile(f"handouts/{name}.yaml", files[name])

    recipe, found = read_recipe(among("one"), among)
    assert recipe is None
    assert [message.code for message in found] == ["HB424"]


def test_all_mistakes_of_a_recipe_are_reported_at_once():
    _, found = read("titel: x\nduplex: long\nblocks:\n  - feilds\n  - linse\n")
    assert [message.code for message in found] == ["HB421", "HB423", "HB422", "HB422"]


def test_every_block_says_what_it_is():
    assert all(kind.summary.endswith(".") for kind in BLOCKS.values())
