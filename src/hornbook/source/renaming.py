"""A field with a name that is nearly one of the known names gets that name, where there is no doubt which."""

from collections.abc import Iterable
from difflib import SequenceMatcher

from hornbook.diagnostics import Edit
from hornbook.source.nodes import MapNode, ScalarNode

_NEAR = 0.78
"""How much of two names has to be the same, from 0 to 1; a swapped pair of letters in a word of five leaves 0.8."""


def renamed(node: MapNode, key: ScalarNode, known: Iterable[str]) -> Edit | None:
    """The edit that gives a field its name; None where two names are near, or where the other is there already."""
    near = [name for name in dict.fromkeys(known) if _likeness(key.text, name) >= _NEAR]
    return renamed_to(node, key, near[0]) if len(near) == 1 else None


def renamed_to(node: MapNode, key: ScalarNode, name: str) -> Edit | None:
    """The edit that writes `name` in place of a key; None where the group has a field of that name."""
    span = key.span
    if name in node or span.end_column <= span.column:
        return None
    return Edit(span.line, span.column - 1, span.end_column - 1, name)


def _likeness(written: str, name: str) -> float:
    return SequenceMatcher(None, written.casefold().replace("-", "_"), name.replace("-", "_")).ratio()
