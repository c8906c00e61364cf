"""Whatever a file holds, reading it ends with nodes or messages, the same by both parsers."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hornbook.diagnostics import Severity, SourceFile, Span
from hornbook.source.files import decode
from hornbook.source.inline import read_inline
from hornbook.source.nodes import ScalarNode
from hornbook.source.outline import read_outline
from support.counts import many

PIECES = st.sampled_from(
    ["- ", "  ", "\n", "\n  ", "\n- ", "\n    - ", ": ", ":", "a", "title", "b c", "[", "]", "{", "}", ", ", ",", '"', "'", "#", " # ", "*x", "*",
     "&x ", "& ", "!", "!t ", "@", "`", "%", "|", ">", "|\n", "? ", "?", "<<: ", "---\n", "...", "\t", "\\", "1", "80,524", "\u201c", "\u201d", "~", "-", "=="]
)  # fmt: skip
YAML_LIKE = st.lists(PIECES, max_size=25).map("".join)
ANY_TEXT = st.text(max_size=60)


def compare(text):
    file = SourceFile("a.yaml", text)
    fast, pure = read_outline(file), read_outline(file, pure=True)
    assert fast == pure
    root, found = fast
    assert root is not None or any(diagnostic.severity is Severity.ERROR for diagnostic in found)
    for diagnostic in found:
        assert 1 <= diagnostic.span.line <= text.count("\n") + 1
        assert 1 <= diagnostic.span.column <= len(file.line(diagnostic.span.line)) + 1


@settings(max_examples=many(300), suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(YAML_LIKE)
def test_anything_like_yaml_is_read_alike_by_both_parsers(text):
    compare(text)


@settings(max_examples=many(150), deadline=None)
@given(ANY_TEXT)
def test_any_text_is_read_alike_by_both_parsers(text):
    compare(text)


@settings(max_examples=many(150), deadline=None)
@given(st.binary(max_size=80))
def test_any_bytes_are_text_or_a_message(data):
    file, found = decode(data, "a.yaml")
    assert (file is None) == bool(found)


MARKUP = st.lists(
    st.sampled_from(["*", "**", "_", "`", "==", "~", "^", "[", "]", "(", ")", "<<", ">>", "[@", "@a", ";", "!", "\\", "a", "b c", " ", "<", ">", "&amp;", "https://x.y"]),
    max_size=20,
).map("".join)  # fmt: skip


@settings(max_examples=many(300), deadline=None)
@given(st.one_of(MARKUP, ANY_TEXT), st.sampled_from(["text", "title", "values"]))
def test_any_markup_gives_runs_without_line_breaks(text, mode):
    node = ScalarNode(text, Span(SourceFile("a.yaml", text), 1, 1), "plain", 1)
    inline = read_inline(node, {"a": "b", "b c": "none"}, mode)
    if inline.text is not None:
        for run in inline.text.runs:
            assert run.text == "\n" or "\n" not in run.text
            assert run.text or run.cite or run.write_in
