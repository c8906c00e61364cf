"""Variants on the command line: each an option of its own, and a wrong one where a recipe has no such copy."""

import pytest

from support.running import OUTLINE, hornbook, left

CONTACT = "contacts: [{id: a, name: Us, call: 911, short: 'Us: 911', checked_on: 2026-01-01, checked_by: A}]\n"


@pytest.fixture
def here(tmp_path):
    (tmp_path / "rain").mkdir()
    (tmp_path / "rain" / "lesson.yaml").write_text(OUTLINE.replace("slides:", f"{CONTACT}slides:"), "utf-8")
    return tmp_path


@pytest.mark.parametrize("option", ["--large-print", "--large-print-20", "--mono", "--booklet", "--fillable"])
def test_each_variant_is_an_option_of_its_own(here, option):
    ended = hornbook(here, "build", "rain", option)
    assert ended.returncode == 0, ended.stderr
    assert f"out/rain/handouts/guided-notes{option.replace('--', '-', 1)}.pdf" in left(here)


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (("--only", "wallet-cards", "--paper", "legal"), b"card stock, which comes in Letter and in A4"),
        (("--only", "wallet-cards", "--booklet"), b"is cut into cards, so it cannot be a booklet"),
        (("--only", "guided-notes", "--booklet", "--large-print"), b"wider pages than a booklet on this paper"),
    ],
)
def test_a_copy_that_a_recipe_refuses_is_a_wrong_option(here, options, why):
    ended = hornbook(here, "build", "rain", *options)
    assert (ended.returncode, why in ended.stderr) == (2, True), ended.stderr
    assert left(here) == ["rain", "rain/lesson.yaml"]
