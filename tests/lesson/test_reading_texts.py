"""Texts keep their own words, however many files are read and let go."""

from pathlib import Path

from hornbook.diagnostics import SourceFile, Span
from hornbook.lesson.reading import Found, Reading
from hornbook.source.nodes import ScalarNode


def test_a_text_never_gets_the_words_of_another_whose_node_is_gone():
    reading = Reading(Found([], []), Path(), Path(), {})
    place = Span(SourceFile("contacts.yaml"))
    said = [reading.inline(ScalarNode(f"number {index}", place)) for index in range(200)]
    assert [text.plain for text in said if text] == [f"number {index}" for index in range(200)]
