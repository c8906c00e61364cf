"""Each rule has an outline that it finds something in, at the lines marked `# here`, and one that it has nothing to say about."""

import pytest

from check.reading import FILES, checked, lines, said
from hornbook.check.rules import RULES, rule_codes
from hornbook.diagnostics import Severity
from hornbook.diagnostics.codes import CODES

CODES_OF_RULES = [rule.code for rule in RULES]


def marked(path):
    return [number for number, line in enumerate(path.read_text("utf-8").split("\n"), 1) if line.endswith("# here")]


def test_every_rule_has_a_file_that_triggers_it_and_one_that_does_not():
    triggering = {path.stem for path in FILES.glob("HB???.yaml")}
    fine = {path.stem.removesuffix("-fine") for path in FILES.glob("HB???-fine.yaml")}
    assert triggering == fine == set(CODES_OF_RULES)


@pytest.mark.parametrize("code", CODES_OF_RULES)
def test_a_rule_finds_what_is_marked_and_nothing_else(code):
    path = FILES / f"{code}.yaml"
    assert marked(path)
    assert lines(said(path, code)) == marked(path)


@pytest.mark.parametrize("code", CODES_OF_RULES)
def test_a_rule_leaves_what_is_fine_alone(code):
    path = FILES / f"{code}-fine.yaml"
    found = checked(path)
    assert [each.message for each in found if each.code == code] == []
    assert [each for each in found if each.severity is Severity.ERROR] == []


@pytest.mark.parametrize("rule", RULES, ids=CODES_OF_RULES)
def test_a_finding_is_as_loud_as_its_rule_says_and_says_what_to_do(rule):
    for found in said(FILES / f"{rule.code}.yaml", rule.code):
        assert found.severity is rule.level
        assert found.hint
        assert found.span.file.line(found.span.line)


def test_rules_are_in_the_order_of_their_codes_and_no_code_is_there_twice():
    assert sorted(set(CODES_OF_RULES)) == CODES_OF_RULES
    assert not set(CODES_OF_RULES) & set(CODES)


@pytest.mark.parametrize("code", CODES_OF_RULES)
def test_the_page_of_a_rule_has_a_title_a_reason_and_an_example(code):
    page = rule_codes()[code]
    assert page.title
    assert len(page.why.split()) > 10
    assert page.bad
    assert page.good


@pytest.mark.parametrize("rule", RULES, ids=CODES_OF_RULES)
def test_the_page_of_a_rule_names_its_numbers(rule):
    written = {"percent", "questions"}  # said in words: a tenth, three questions
    assert {name for name in rule.limits if f"`{name}`" not in rule.page} <= written
