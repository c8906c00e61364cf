"""The page of the rules is current, and the commands that tell about rules know them all."""

import json
import re
import runpy
from collections import Counter
from itertools import chain

import pytest
from typer.testing import CliRunner

from hornbook.build.editions import plan_edition
from hornbook.build.workspace import built_in
from hornbook.check.rules import RULES
from hornbook.cli.app import app
from support.shipped import LESSONS, editions

DOCS = built_in() / "docs"


def test_the_page_of_the_rules_is_current():
    assert runpy.run_path(str(DOCS / "rules.py"))["page"]() == (DOCS / "rules.md").read_text("utf-8")


def test_rules_are_listed_with_level_and_numbers():
    result = CliRunner().invoke(app, ["list", "rules", "--json"])
    rows = {row["name"]: row for row in json.loads(result.stdout)["rules"]}
    assert list(rows) == [rule.code for rule in RULES]
    assert rows["HB511"]["level"] == "warning"
    assert rows["HB511"]["limits"].startswith("words 40")


def test_a_rule_is_explained_by_its_code():
    result = CliRunner().invoke(app, ["explain", "hb535"])
    assert result.stdout.startswith("HB535: Something told apart by its colour alone\n")
    assert "Instead:\n    - The bar of 2024" in result.stdout


def test_what_is_said_of_the_lessons_that_ship_is_counted():
    """For each lesson once, whatever audience it is said for."""
    codes = {rule.code for rule in RULES}
    said: Counter[str] = Counter()
    for lesson in LESSONS:
        found = chain.from_iterable(plan_edition(edition, load=False)[1] for edition in editions(lesson))
        said.update({(each.code, str(each.span)): each.code for each in found if each.code in codes}.values())
    shipped = runpy.run_path(str(DOCS / "rules.py"))["SHIPPED"]
    assert said == Counter({code: count for code, (count, _) in shipped.items()})


@pytest.mark.parametrize("lesson", LESSONS)
def test_no_lesson_that_ships_silences_a_rule(lesson):
    (path,) = built_in().glob(f"decks/{lesson}/lesson.yaml")
    assert not re.search(r"(?m)^rules:|hornbook: ignore", path.read_text("utf-8"))
