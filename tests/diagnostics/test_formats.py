"""SARIF and annotations: the same messages for machines."""

import json

import pytest

from hornbook.diagnostics import SourceFile, Span, error, note, warning
from hornbook.diagnostics.annotations import as_annotations
from hornbook.diagnostics.code import Code
from hornbook.diagnostics.sarif import as_sarif

FILE = SourceFile("decks/a b/lesson.yaml", "title: T\n")
FOUND = (
    warning("HB535", "Found it.", Span(FILE, 3, 5, 9), "Do this."),
    error("HB203", "Wrong.", Span(FILE, 1, 1)),
    note("HB514", "Nothing to point at."),
)
CODES = {"HB535": Code("HB535", "Colour", "Because.")}


def run(found=FOUND):
    log = json.loads(as_sarif(found, CODES, "1.2.3"))
    assert log["version"] == "2.1.0"
    (only,) = log["runs"]
    return only


def test_every_result_names_its_rule_its_level_and_its_place():
    one = run()
    rules = one["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["HB203", "HB514", "HB535"]
    assert [rules[result["ruleIndex"]]["id"] for result in one["results"]] == [
        result["ruleId"] for result in one["results"]
    ]
    assert [(result["ruleId"], result["level"]) for result in one["results"]] == [
        ("HB514", "note"),
        ("HB203", "error"),
        ("HB535", "warning"),
    ]
    place = one["results"][2]["locations"][0]["physicalLocation"]
    assert place["region"] == {"startLine": 3, "startColumn": 5, "endColumn": 9}
    assert place["artifactLocation"] == {"uri": "decks/a%20b/lesson.yaml", "uriBaseId": "HERE"}
    assert "locations" not in one["results"][0]


def test_what_is_there_is_what_the_format_knows():
    """SARIF 2.1.0 §3.13, §3.14, §3.19, §3.27, §3.28, §3.30: names of properties, and those that must be there."""
    one = run()
    assert set(one) <= {"tool", "results", "columnKind", "originalUriBaseIds"}
    assert set(one["tool"]["driver"]) <= {"name", "semanticVersion", "rules"}
    for rule in one["tool"]["driver"]["rules"]:
        assert set(rule) <= {"id", "shortDescription", "fullDescription"}
    for result in one["results"]:
        assert {"ruleId", "level", "message"} <= set(result) <= {"ruleId", "ruleIndex", "level", "message", "locations"}
        assert result["message"]["text"]
        assert result["level"] in {"none", "note", "warning", "error"}


def test_a_message_cannot_smuggle_control_characters():
    found = [note("HB514", "bell \x07 and escape \x1b[31m", Span(FILE))]
    assert "\x1b" not in run(found)["results"][0]["message"]["text"]


def test_a_file_elsewhere_has_an_address_of_its_own():
    found = [note("HB514", "There.", Span(SourceFile("/elsewhere/x.yaml")))]
    location = run(found)["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location == {"uri": "file:///elsewhere/x.yaml"}


def test_an_annotation_is_a_line_for_each_message():
    assert as_annotations(FOUND).splitlines() == [
        "::notice title=HB514::Nothing to point at.",
        "::error file=decks/a b/lesson.yaml,line=1,col=1,title=HB203::Wrong.",
        "::warning file=decks/a b/lesson.yaml,line=3,col=5,endLine=3,endColumn=8,title=HB535::Found it.%0ADo this.",
    ]


@pytest.mark.parametrize("words", ["a\n::error::b", "100% %0A", "a\r\n::set-output name=x::y"])
def test_an_outline_cannot_speak_to_the_host(words):
    (line,) = as_annotations([note("HB514", words, Span(SourceFile(f"{words},x:y.yaml")))]).splitlines()
    assert line.startswith("::notice file=")
    assert line.count("::", 2) == 1 + words.count("::")
    assert "\r" not in line
