"""Inline markup becomes runs that say what words mean."""

import pytest

from hornbook.diagnostics import Severity, SourceFile, Span
from hornbook.source.inline import read_inline
from hornbook.source.nodes import ScalarNode
from hornbook.source.runs import Run


def read(text, mode="text", **values):
    node = ScalarNode(text, Span(SourceFile("a.yaml", f"- {text}"), 1, 3), "plain", 1)
    return read_inline(node, values, mode)


def runs(text, mode="text", **values):
    inline = read(text, mode, **values)
    assert inline.diagnostics == ()
    return inline.text.runs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain words", (Run("plain words"),)),
        ("**strong**", (Run("strong", strong=True),)),
        ("*a* and _b_", (Run("a", emphasis=True), Run(" and "), Run("b", emphasis=True))),
        ("***both***", (Run("both", strong=True, emphasis=True),)),
        ("`x == y`", (Run("x == y", code=True),)),
        ("H~2~O", (Run("H"), Run("2", script="sub"), Run("O"))),
        ("x^2^", (Run("x"), Run("2", script="super"))),
        ("==key words==", (Run("key words", key=True),)),
        ("==a **b**==", (Run("a ", key=True), Run("b", key=True, strong=True))),
        ("**==a==**", (Run("a", key=True, strong=True),)),
        ("[word](https://example.org/a_b)", (Run("word", link="https://example.org/a_b"),)),
        ("<tel:911>", (Run("tel:911", link="tel:911"),)),
        ("It rose [@a]", (Run("It rose"), Run("", cite=("a",)))),
        ("It rose [@a; @b-2].", (Run("It rose"), Run("", cite=("a", "b-2")), Run("."))),
        ("one\ntwo", (Run("one two"),)),
        ("one\\\ntwo", (Run("one"), Run("\n"), Run("two"))),
    ],
)
def test_markup_says_what_words_mean(text, expected):
    assert runs(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "snake_case and 2 * 3 * 4",
        "~20 and ~30",
        "a == b or c == d",
        "5^ and 6^",
        'He said "yes" -- it\'s fine...',
        "a <b>bold</b> <script>",
        "C:\\new",
        "1 < 2 > 0",
        "[not a link] (at all)",
        "~~gone~~",
        "\u201ccurly\u201d",
    ],
)
def test_what_is_no_markup_stays_as_typed(text):
    assert runs(text) == (Run(text),)


def test_key_words_are_emphasis_in_titles_and_notes():
    assert runs("==a==", "title") == (Run("a", emphasis=True),)


def test_a_value_is_replaced_and_is_no_markup():
    assert runs("Call <<nurse>>", nurse="**Kim**, Room 1") == (Run("Call **Kim**, Room 1"),)
    assert runs("**<< nurse >>**", nurse="Kim") == (Run("Kim", strong=True),)


def test_a_value_to_be_written_in_is_a_line():
    assert runs("Call <<nurse>>.", nurse="write-in") == (Run("Call "), Run("", write_in=True), Run("."))


def test_a_value_that_is_none_switches_the_text_off():
    inline = read("Call <<nurse>>.", nurse="none")
    assert inline.text is None
    assert inline.diagnostics == ()


def test_a_value_that_nobody_gave_is_an_error_at_its_place():
    (found,) = read("Call <<nurse>> now").diagnostics
    assert (found.code, found.span.column, found.span.end_column) == ("HB135", 8, 17)


def test_fields_taken_as_typed_know_values_only():
    assert runs("**a** _b_ <<c>> ~d~", "values", c="C") == (Run("**a** _b_ C ~d~"),)


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "page.html", "#top", "ftp://a.b"]
)
def test_a_link_that_a_reader_cannot_follow_is_an_error(address):
    inline = read(f"See [this]({address})")
    assert [diagnostic.code for diagnostic in inline.diagnostics] == ["HB130"]
    assert inline.diagnostics[0].span.column == 14
    assert inline.text.plain == "See this"


def test_a_picture_in_a_text_is_an_error():
    assert [diagnostic.code for diagnostic in read("a ![b](c.png)").diagnostics] == ["HB131"]


@pytest.mark.parametrize(("text", "column"), [("a ** b ** c", 5), ("**告诉我。**我在听", 3), ("**a** and **b", 13)])
def test_stars_that_would_be_printed_are_warned_of(text, column):
    (found,) = read(text).diagnostics
    assert (found.code, found.severity, found.span.column) == ("HB133", Severity.WARNING, column)


@pytest.mark.parametrize("text", ["**a** b", r"a \*\* b", "`a ** b`", "2 * 3 * 4"])
def test_stars_that_are_read_or_meant_are_not(text):
    assert read(text).diagnostics == ()


@pytest.mark.parametrize("text", ["a [@b, @c]", "a [@]", "a [@b c]"])
def test_a_citation_that_is_not_quite_one_is_an_error(text):
    (found,) = read(text).diagnostics
    assert (found.code, found.span.column) == ("HB132", 5)


@pytest.mark.parametrize(
    "target",
    ["file:///etc/passwd", "//server/share", "\\\\\\\\server\\\\share", "javascript:alert(1)", "vbscript:x", "data:text/html,x", "smb://server/x",
     "FILE:///c:/x", "c:/x", "../x.docx", "http://", "https:example.org", "https://[::1/x", "https://a.org:99999/", "mailto:", "tel:"],
)  # fmt: skip
def test_a_link_that_leads_to_a_file_or_runs_something_is_refused(target):
    inline = read(f"[b]({target})")
    assert [each.code for each in inline.diagnostics] == ["HB130"]
    assert not any(run.link for run in (inline.text.runs if inline.text else ()))
