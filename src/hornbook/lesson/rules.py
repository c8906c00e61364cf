"""`rules:` of a lesson or of a workspace: which rules of `check` are on, how loud they are, and their numbers.

Which rules there are is known to `check` alone; here is read what was written.
"""

import re
from collections.abc import Mapping
from typing import Literal, cast

from msgspec import Struct

from hornbook.diagnostics import Diagnostic, Span, error
from hornbook.source.nodes import Entry, MapNode, Node, ScalarNode, describe

Level = Literal["", "off", "note", "warning", "error"]
LEVELS = ("off", "note", "warning", "error")
RULE = re.compile(r"HB\d{3}")


class RuleSetting(Struct, frozen=True):
    """What was written about one rule. An empty level is the rule's own."""

    code: str
    level: Level
    limits: Mapping[str, tuple[float, Span]]
    """Numbers by name, each with its place."""
    span: Span


def read_rules(node: Node | None) -> tuple[tuple[RuleSetting, ...], tuple[Diagnostic, ...]]:
    """`rules: {HB514: off, HB511: {level: note, words: 60}}`."""
    if node is None:
        return (), ()
    if not isinstance(node, MapNode):
        message = f"`rules` wants codes with their levels, not {describe(node)}."
        return (), (error("HB203", message, node.span, "Write rules: {HB514: off}."),)
    settings: list[RuleSetting] = []
    found: list[Diagnostic] = []
    for entry in node:
        setting, more = _setting(entry)
        found += more
        settings += [setting] if setting else []
    return tuple(settings), tuple(found)


def _setting(entry: Entry) -> tuple[RuleSetting | None, list[Diagnostic]]:
    code, value, found = entry.key.text.strip(), entry.value, list[Diagnostic]()
    level: Level = ""
    limits: dict[str, tuple[float, Span]] = {}
    if isinstance(value, ScalarNode):
        level = _level(value, found)
    elif isinstance(value, MapNode):
        for part in value:
            if not isinstance(part.value, ScalarNode):
                found.append(_wrong(f"`{part.key.text}` wants one value.", part.value.span))
            elif part.key.text == "level":
                level = _level(part.value, found)
            elif (number := _number(part.value.text)) is not None:
                limits[part.key.text] = (number, part.key.span)
            else:
                found.append(_wrong(f'`{part.key.text}` wants a number, not "{part.value.text}".', part.value.span))
    else:
        found.append(_wrong(f"A rule wants a level, not {describe(value)}.", value.span))
    return (None if found else RuleSetting(code, level, limits, entry.key.span)), found


def _level(node: ScalarNode, found: list[Diagnostic]) -> Level:
    word = node.text.strip()
    if word not in LEVELS:
        found.append(_wrong(f'"{word}" is not a level.', node.span))
        return ""
    return cast("Level", word)


def _number(text: str) -> float | None:
    try:
        return float(text.replace(",", ""))
    except ValueError:
        return None


def _wrong(message: str, span: Span) -> Diagnostic:
    return error("HB205", message, span, f"Levels are: {', '.join(LEVELS)}.")
