"""Help lines are data that a wrong digit makes dangerous."""

import re

import pytest

from lessons.outline import CONTACTS, data, load

EXPECTED = data("numbers.yaml")
FILES = sorted(CONTACTS.glob("*.yaml"))
MEMORY_ONLY = ("1-800-422-4453", "1-800-656-4673", "1-866-488-7386", "1-844-762-8483", "116 111")
CONFLICTING = ("866-347-2423", "877-4-HSI", "802-872-6199")
MISPRINTS = ("1-866-373-7888", "1-888-373-788\n", "1-888-373-788 ")


def ways(contact):
    return [contact[way] for way in ("call", "text", "chat", "url", "tty") if way in contact]


def test_each_file_of_contacts_has_its_expectation():
    assert {path.name for path in FILES} == set(EXPECTED)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_line_is_as_it_was_seen(path):
    contacts = load(path)["contacts"]
    assert {one["id"]: sorted(ways(one)) for one in contacts} == {
        id: sorted(expected) for id, expected in EXPECTED[path.name].items()
    }


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_contact_claims_to_have_been_checked(path):
    assert not re.search(r"^\s*checked_(on|by):", path.read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_line_says_where_it_was_seen_unless_someone_fills_it_in(path):
    for contact in load(path)["contacts"]:
        filled_in = any("<<" in way for way in ways(contact))
        assert filled_in or contact["seen_on"] == "2026-11-24", contact["id"]
        assert filled_in or contact["source"], contact["id"]
        assert contact["notes"], contact["id"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
@pytest.mark.parametrize("number", [*MEMORY_ONLY, *CONFLICTING, *MISPRINTS])
def test_numbers_that_nobody_could_confirm_are_left_out(path, number):
    assert number not in path.read_text(encoding="utf-8")


def test_the_short_line_repeats_the_number_of_its_contact():
    for path in FILES:
        for contact in load(path)["contacts"]:
            shown = [way.removeprefix("https://") for way in ways(contact)]
            assert any(way in contact["short"] for way in shown), contact["id"]


def test_nobody_is_said_to_run_the_hotline():
    public = [
        value for contact in load(CONTACTS / "us.yaml")["contacts"] for key, value in contact.items() if key != "notes"
    ]
    assert not any("Polaris" in value or "Compass" in value or "press 3" in value for value in public)


def test_danger_comes_with_an_emergency_line_in_every_country():
    for name in ("us.yaml", "uk.yaml", "ca.yaml"):
        assert any(contact.get("emergency") == "true" for contact in load(CONTACTS / name)["contacts"]), name
