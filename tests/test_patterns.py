"""Patterns that are compiled at their first use answer as any other does."""

import re

import pytest

from hornbook.patterns import lazy

TEXT = "Rain, rain; RAIN"


@pytest.mark.parametrize("ask", [
    lambda pattern: pattern.findall(TEXT),
    lambda pattern: [match.span() for match in pattern.finditer(TEXT)],
    lambda pattern: pattern.search(TEXT, 2).span(),
    lambda pattern: pattern.match(TEXT)[0],
    lambda pattern: pattern.fullmatch(TEXT),
    lambda pattern: pattern.sub("snow", TEXT),
    lambda pattern: pattern.split(TEXT),
    lambda pattern: (pattern.pattern, pattern.groups),
])  # fmt: skip
def test_it_answers_as_a_pattern_that_was_compiled_at_once(ask):
    later = lazy("rain", re.IGNORECASE)
    at_once = re.compile("rain", re.IGNORECASE)
    assert ask(later) == ask(at_once) == ask(later)


def test_it_is_compiled_at_its_first_use_and_once(monkeypatch):
    compiled = []
    own = re.compile
    monkeypatch.setattr(re, "compile", lambda *made_of: compiled.append(made_of) or own(*made_of))
    pattern = lazy("a+")
    assert compiled == []
    assert (pattern.findall("aab"), pattern.sub("", "ab")) == (["aa"], "b")
    assert compiled == [("a+", 0)]
