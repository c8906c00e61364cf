"""The page about recipes is what the program is, and everything that it shows can be built."""

import re
import runpy
from functools import cache

import pytest

from handout.sheets import RIVERS, deck, find
from hornbook.diagnostics import Severity, SourceFile
from hornbook.diagnostics.printing import as_text
from hornbook.handout.blocks import BLOCKS
from hornbook.handout.document import make_document
from hornbook.handout.kit import KitSheet
from hornbook.handout.recipe import read_recipe
from hornbook.paginate.pages import paginate
from hornbook.units import PAPERS
from paginate.documents import theme
from support.shipped import built_in

DOCS = built_in() / "docs"
TEXT = (DOCS / "recipes.md").read_text("utf-8")
RECIPES = re.findall(r"^```yaml\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)
KIT = (KitSheet("a.pdf", "A", "letter", 1, "", "", ""),)


@cache
def script():
    return runpy.run_path(str(DOCS / "recipes.py"))


def test_the_page_is_what_the_program_says_of_itself():
    assert script()["page"]() == TEXT


@pytest.mark.parametrize("name", BLOCKS)
def test_every_block_has_an_example_that_uses_it_and_a_small_picture(name):
    recipe, found = read_recipe(SourceFile("handouts/mine.yaml", script()["example"](name)), find)
    assert found == ()
    assert name in {used.name for use in recipe.uses for used in getattr(use, "blocks", (use,))}
    assert 0 < (DOCS / "pictures" / "blocks" / f"{name}.png").stat().st_size < 40_000


@pytest.mark.parametrize("text", RECIPES, ids=range(len(RECIPES)))
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_every_recipe_on_the_page_builds(text, paper):
    recipe, found = read_recipe(SourceFile("handouts/mine.yaml", text), find)
    assert found == ()
    document, first = make_document(RIVERS, recipe, deck(), 0, KIT)
    _, second = paginate(document, PAPERS[paper], theme(), deck())
    assert [each for each in (*first, *second) if each.severity >= Severity.WARNING] == []


def test_the_message_on_the_page_is_the_one_that_is_said():
    written = next(text for text in RECIPES if text.startswith("# handouts/fridge-door.yaml"))
    lines = written.replace("- objectives", "- objektives").splitlines(keepends=True)
    _, found = read_recipe(SourceFile("handouts/fridge-door.yaml", "".join(lines)), find)
    said = as_text(found)
    shown = re.search(r"```\n(handouts/fridge-door.yaml.*?)```", TEXT, re.DOTALL)[1]
    assert said.strip() == shown.strip()
