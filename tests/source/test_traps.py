"""YAML that trips teachers is answered with the line as it should be, by the fast parser and the pure one alike."""

import pytest
import yaml

from hornbook.diagnostics import SourceFile
from hornbook.source.nodes import ListNode, MapNode, ScalarNode
from hornbook.source.outline import read_outline

MENDED = [
    ("- **Bold** start", "HB114", 3, '- "**Bold** start"'),
    ("- *Star* start", "HB114", 3, '- "*Star* start"'),
    ("- *note", "HB114", 3, '- "*note"'),
    ("- & more", "HB115", 3, '- "& more"'),
    ("title: &x y", "HB115", 8, 'title: "&x y"'),
    ("- ! stop", "HB116", 3, '- "! stop"'),
    ("- !stop it", "HB116", 3, '- "!stop it"'),
    ("title: !!str 5", "HB116", 8, 'title: "!!str 5"'),
    ("- @home", "HB118", 3, '- "@home"'),
    ("- `code` first", "HB118", 3, '- "`code` first"'),
    ("- %x", "HB118", 3, '- "%x"'),
    ("%x", "HB118", 1, '"%x"'),
    ('- "Yes" is not enough', "HB119", 3, "- '\"Yes\" is not enough'"),
    ('- "Yes" and "No"', "HB119", 3, '- \'"Yes" and "No"\''),
    ("- 'It's mine'", "HB119", 3, '- "It\'s mine"'),
    ("- {a: [x, 'it's']}", "HB119", 11, '- {a: [x, "it\'s"]}'),
    ("- Remember: ask first: always", "HB120", 3, '- "Remember: ask first: always"'),
    ("title: A: b", "HB120", 8, 'title: "A: b"'),
    ("- title: A: b", "HB120", 10, '- title: "A: b"'),
    ("title: A: b  # later", "HB120", 8, 'title: "A: b"  # later'),
    ("- {title: A: b, points: [x]}", "HB120", 11, '- {title: "A: b", points: [x]}'),
    ('- "Stop', "HB121", 3, '- "Stop"'),
    ("- [@id] first", "HB122", 3, '- "[@id] first"'),
    ("- [@id]", "HB122", 3, '- "[@id]"'),
    ("- [A] b", "HB122", 3, '- "[A] b"'),
    ("- {name} is here", "HB122", 3, '- "{name} is here"'),
    ("discuss: [Why?]", "HB122", 11, 'discuss: ["Why?"]'),
    ("discuss: [Who, Why? And when, How]", "HB122", 16, 'discuss: [Who, "Why? And when", How]'),
    ("- [2022, 80,524]", "HB123", 10, '- [2022, "80,524"]'),
    ("- [1,234,567, 8]", "HB123", 4, '- ["1,234,567", 8]'),
    ("- Use the tag #safe", "HB124", 15, '- "Use the tag #safe"'),
    ("- #1 rule", "HB124", 3, '- "#1 rule"'),
    ("title: #1 rule", "HB124", 8, 'title: "#1 rule"'),
    ("title: \u201cA: b\u201d", "HB125", 8, 'title: "A: b"'),
    ("- [\u201cone, two\u201d, three]", "HB125", 4, '- ["one, two", three]'),
    ("title:Water", "HB128", 1, "title: Water"),
    ("title Water", "HB128", 1, "title: Water"),
    ("- > 50% of them", "HB129", 3, '- "> 50% of them"'),
    ("- | or", "HB129", 3, '- "| or"'),
    ('title: "C:\\slides"', "HB109", 11, "title: 'C:\\slides'"),
]


def read(text, *, pure=False):
    return read_outline(SourceFile("lesson.yaml", text), pure=pure)


def test_there_is_a_fast_parser_to_compare_with():
    assert yaml.__with_libyaml__


@pytest.mark.parametrize("pure", [False, True])
@pytest.mark.parametrize(("line", "code", "column", "mended"), MENDED)
def test_a_line_is_shown_as_it_should_be(line, code, column, mended, pure):
    after = "\nmore: x\n" if line.startswith("title") else "\n"
    _, found = read(line + after, pure=pure)
    assert [(diagnostic.code, diagnostic.span.line, diagnostic.span.column) for diagnostic in found] == [
        (code, 1, column)
    ]
    assert found[0].hint == f"Write: {mended}"


@pytest.mark.parametrize(("line", "code", "column", "mended"), MENDED)
def test_the_line_as_it_should_be_is_read_without_a_word(line, code, column, mended):
    assert read(mended + "\n")[1] == ()


def test_all_faults_of_a_file_are_found_in_one_run_and_each_line_is_shown_whole():
    text = '- {title: Say: this, points: [Why?, *Star*, ok]}\n- fine\n- [@a] z\n- "Yes" no\n'
    root, found = read(text)
    assert [(diagnostic.code, diagnostic.span.line, diagnostic.span.column) for diagnostic in found] == [
        ("HB120", 1, 11),
        ("HB122", 1, 31),
        ("HB114", 1, 37),
        ("HB122", 3, 3),
        ("HB119", 4, 3),
    ]
    assert {diagnostic.hint for diagnostic in found[:3]} == {
        'Write: - {title: "Say: this", points: ["Why?", "*Star*", ok]}'
    }
    assert isinstance(root, ListNode)
    assert len(root.items) == 4


def test_a_number_cut_at_its_comma_is_one_cell_for_the_rest_of_the_run():
    root, _ = read("[2022, 80,524]")
    assert [item.text for item in root.items] == ["2022", "80,524"]


@pytest.mark.parametrize(
    "text",
    [
        "a: 1 # a comment\n# another\n#\n#- title: taken out\n#title: taken out\n",
        "a: \u201cfine\u201d\n",
        "a: it's fine - really, 5 > 3 & 2 < 4 #\n",
        "a: C#\nb: a#b\n",
        "a: |\n  # not a comment\n  #nor this\n",
        "a: [x, 1, 22, 333]\n",
        "a: [1, 234]\n",
        "a: https://example.org/a?b=c\n",
        "a: 12:30\n",
    ],
)
@pytest.mark.parametrize("pure", [False, True])
def test_what_is_no_fault_is_passed_over(text, pure):
    assert read(text, pure=pure)[1] == ()


@pytest.mark.parametrize("pure", [False, True])
@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: 1\n  b: 2\n", 2, 3),
        ("a:\n   - b\n  - c\n", 3, 3),
        ("a:\n  b: 1\n c: 2\n", 3, 2),
        ("- a\n - b\n", 2, 2),
        ("- a\nb: c\n", 2, 1),
        ("a: b\n- c\n", 2, 1),
        ("a: |\n  x\n y\nb: c\n", 3, 2),
    ],
)
def test_a_line_that_does_not_fit_is_reported_where_it_begins(text, line, column, pure):
    _, found = read(text, pure=pure)
    assert [(diagnostic.code, diagnostic.span.line, diagnostic.span.column) for diagnostic in found] == [
        ("HB111", line, column)
    ]


@pytest.mark.parametrize("pure", [False, True])
@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("p: [a, b\nq: c\n", 1, 4),
        ("- {a: [1, 2}\n", 1, 12),
        ("{a: b}}\n", 1, 7),
    ],
)
def test_brackets_that_do_not_fit_are_named(text, line, column, pure):
    _, found = read(text, pure=pure)
    assert [(diagnostic.code, diagnostic.span.line, diagnostic.span.column) for diagnostic in found] == [
        ("HB122", line, column)
    ]


def test_a_lost_word_on_a_line_of_its_own_is_reported():
    _, found = read("- Use the tag\n  #safe\n- b\n")
    assert [(diagnostic.code, diagnostic.span.line, diagnostic.span.column) for diagnostic in found] == [
        ("HB124", 2, 3)
    ]


def test_a_quotation_mark_that_swallows_lines_is_reported_where_it_is_opened():
    _, found = read('- "one\n- two\n- "three"\n')
    assert [(diagnostic.code, diagnostic.span.line, diagnostic.span.column) for diagnostic in found] == [
        ("HB121", 1, 3)
    ]


def test_anchors_on_groups_are_refused_and_the_group_is_kept():
    root, found = read("a: &x\n  b: c\n")
    assert [(diagnostic.code, diagnostic.span.column, diagnostic.hint) for diagnostic in found] == [
        ("HB115", 4, "Delete it.")
    ]
    assert isinstance(root.get("a"), MapNode)


def test_tabs_inside_a_text_are_spaces():
    root, found = read("a: b\tc\nd:\te\t\n")
    assert found == ()
    assert [root.get(key) for key in "ad"] == [
        ScalarNode("b c", root.get("a").span, "plain", 1),
        ScalarNode("e", root.get("d").span, "plain", 2),
    ]


def test_a_tab_before_the_text_is_reported_on_each_of_its_lines():
    _, found = read("a:\n\t- b\n\t- c\n")
    assert [(diagnostic.code, diagnostic.span.line) for diagnostic in found] == [("HB112", 2), ("HB112", 3)]
