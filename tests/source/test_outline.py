"""Outlines become nodes with the text as typed and its place."""

import pytest

from hornbook.diagnostics import SourceFile
from hornbook.source.building import MAX_DEPTH, MAX_NODES
from hornbook.source.nodes import ListNode, MapNode, ScalarNode, is_missing
from hornbook.source.outline import read_outline


def read(text, *, pure=False):
    return read_outline(SourceFile("lesson.yaml", text), pure=pure)


@pytest.mark.parametrize(
    "typed", ["no", "on", "Yes", "0123", "2022", "~", "null", "12:30", "2018-04-06", "1_000", "0x1F", ".5", "NaN"]
)
def test_a_value_is_the_text_as_typed(typed):
    root, found = read(f"a: {typed}\n")
    assert found == ()
    assert root.get("a").text == typed


@pytest.mark.parametrize("written", ["a:\n", "a: ''\n", 'a: ""\n', "a: # nothing\n"])
def test_only_an_empty_value_is_missing(written):
    root, found = read(written)
    assert found == ()
    assert "a" in root
    assert root.get("a") is None
    assert is_missing(root.entries["a"].value)


def test_keys_and_values_know_their_places():
    root, _ = read("title: Water\nslides:\n  - {title: A, points: [One, Two]}\n")
    slide = root.get("slides").items[0]
    points = slide.get("points")
    places = [
        root.key_span("title"),
        root.get("title").span,
        slide.span,
        slide.key_span("points"),
        points.span,
        points.items[1].span,
    ]
    assert [(span.line, span.column) for span in places] == [(1, 1), (1, 8), (3, 5), (3, 16), (3, 24), (3, 30)]
    assert points.items[1].span.end_column == 33


def test_a_place_inside_a_block_of_text_is_found():
    root, _ = read("notes: |\n  First line.\n\n  Then [@id] comes.\n")
    span = root.get("notes").place("[@id]")
    assert (span.line, span.column, span.end_column) == (4, 8, 13)


def test_a_paragraph_of_a_block_has_its_own_place():
    root, _ = read("notes: |\n  First.\n\n  Second one.\n")
    notes = root.get("notes")
    start = notes.text.index("Second")
    part = notes.part(start, start + len("Second one."))
    assert (part.text, part.span.line, part.span.column) == ("Second one.", 4, 3)


def test_both_parsers_give_the_same_nodes():
    text = "a: 'b'\nc: |\n  d\n\n  e\nf: [g, {h: i}]\nj:\n- k\n- >-\n  l\n  m\nn: o\n  p\n"
    assert read(text) == read(text, pure=True)
    root, _ = read(text)
    assert isinstance(root, MapNode)
    assert isinstance(root.get("f"), ListNode)
    assert root.get("n") == ScalarNode("o p", root.get("n").span, "plain", 13)


def test_levels_are_limited():
    depth = MAX_DEPTH + 1
    root, found = read("a: " + "[" * depth + "]" * depth + "\n")
    assert root is None
    assert [diagnostic.code for diagnostic in found] == ["HB106"]


@pytest.mark.parametrize("pure", [False, True])
def test_a_file_of_brackets_ends_quickly(pure):
    root, found = read("[" * 500_000, pure=pure)
    assert root is None
    assert [diagnostic.code for diagnostic in found] == ["HB106"]


def test_the_number_of_parts_is_limited():
    root, found = read("[" + "a," * MAX_NODES + "a]")
    assert root is None
    assert [diagnostic.code for diagnostic in found] == ["HB107"]


@pytest.mark.parametrize(
    ("sign", "name"), [("\x0b", "U+000B"), ("\x00", "U+0000"), ("\ufeff", "U+FEFF"), ("\x9f", "U+009F")]
)
def test_an_invisible_character_is_reported_at_its_place(sign, name):
    _, found = read(f"a: b\nc: d{sign}e\n")
    assert [(diagnostic.code, diagnostic.span.line, diagnostic.span.column) for diagnostic in found] == [
        ("HB108", 2, 5)
    ]
    assert name in found[0].message


def test_line_separators_of_other_programs_do_not_move_the_lines():
    root, found = read("a: b\u2028c\nd: [\n")
    assert found[0].span.line == 2
    root, found = read("a: b\u2028c\nd: e\n")
    assert (root.get("a").text, root.get("d").span.line, found) == ("b c", 2, ())


def test_reuse_cannot_blow_up_a_file():
    laughs = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"
    _, found = read(laughs)
    assert {diagnostic.code for diagnostic in found} == {"HB114", "HB115"}
