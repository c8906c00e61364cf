"""Names of files that every system accepts."""

import pytest

from hornbook.build.names import unusable


@pytest.mark.parametrize(
    "name",
    [
        "con",
        "AUX",
        "com1.rain",
        "nul ",
        "LPT\N{SUPERSCRIPT ONE}",
        "a:b",
        "what?",
        "a/b",
        "a\\b",
        "rain.",
        " rain",
        "bell\a",
        "",
        "x" * 101,
    ],
)
def test_a_name_that_windows_refuses_is_refused_everywhere(name):
    assert unusable(name)


@pytest.mark.parametrize(
    "name", ["rain", "the-water-cycle", "\u062f\u0631\u0633 1", "console", "com10", "what's new", "x" * 100]
)
def test_other_names_are_fine(name):
    assert unusable(name) == ""
