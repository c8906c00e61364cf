"""Escapes between double quotes: YAML lets them ask for characters that no document can hold."""

import pytest

from hornbook.diagnostics import SourceFile
from hornbook.source.outline import read_outline

PURE = pytest.mark.parametrize("pure", [False, True], ids=["libyaml", "pure"])


@PURE
@pytest.mark.parametrize(
    ("escape", "name"),
    [
        ("\\ud800", "U+D800"),
        ("\\uDFFF", "U+DFFF"),
        ("\\u0007", "U+0007"),
        ("\\x1b", "U+001B"),
        ("\\0", "U+0000"),
        ("\\uffff", "U+FFFF"),
        ("\\ufffe", "U+FFFE"),
        ("\\e", "U+001B"),
        ("\\x7f", "U+007F"),
    ],
)
def test_an_escape_for_what_no_document_can_hold_is_refused_at_its_place(escape, name, pure):
    _, found = read_outline(SourceFile("lesson.yaml", f'title: Water\nsubtitle: "Before {escape} after"\n'), pure=pure)
    assert [(each.code, each.span.line, each.span.column) for each in found] == [("HB108", 2, 11)]
    assert name in found[0].message


@PURE
def test_a_key_is_read_as_strictly(pure):
    _, found = read_outline(SourceFile("lesson.yaml", '"ti\\u0001tle": Water\n'), pure=pure)
    assert [each.code for each in found] == ["HB108"]


@PURE
@pytest.mark.parametrize(
    ("escape", "read"), [("\\u00e9", "é"), ("\\U0001F600", "😀"), ("\\u2028", " "), ("\\N", " "), ("\\t", "\t")]
)
def test_other_escapes_are_what_they_say(escape, read, pure):
    root, found = read_outline(SourceFile("lesson.yaml", f'title: "a{escape}b"\n'), pure=pure)
    assert found == ()
    assert root is not None
    assert root.get("title").text == f"a{read}b"


@PURE
def test_between_single_quotes_a_backslash_stands_for_itself(pure):
    root, found = read_outline(SourceFile("lesson.yaml", "title: 'a\\ud800b'\n"), pure=pure)
    assert found == ()
    assert root.get("title").text == "a\\ud800b"
