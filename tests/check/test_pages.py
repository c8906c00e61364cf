"""The page of the rules is current, and the commands that tell about rules know them all."""

import json
import runpy

from typer.testing import CliRunner

from hornbook.build.workspace import built_in
from hornbook.check.rules import RULES
from hornbook.cli.app import app

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
