"""Which way the characters of a line run (UAX #9): levels of a paragraph, and pieces of a line in the order of the eye."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, TypeVar
from unicodedata import bidirectional

T = TypeVar("T")

_LEFTWARD = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI"})
_FIRST_LEFTWARD = "\u0590"
"""The first character that runs from right to left: Hebrew begins here."""
_TAKEN_OUT = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "BN", "LRI", "RLI", "FSI", "PDI"})
"""Signs that only steer the algorithm, which drops them (rule X9)."""
_STRONG = {"L": "L", "R": "R", "AL": "R", "EN": "R", "AN": "R"}
"""Which way a character runs, as far as brackets ask."""
_CLOSED_BY = {
    "(": ")",
    "[": "]",
    "{": "}",
    "\uff08": "\uff09",
    "\u3010": "\u3011",
    "\u300c": "\u300d",
    "\u300e": "\u300f",
    "\u300a": "\u300b",
    "\u3008": "\u3009",
}
_ANY_LETTER = "x"
"""Stands for a character that is not assigned: the algorithm refuses those."""


@lru_cache(maxsize=4096)
def has_leftward(text: str) -> bool:
    """Whether a text has characters that run from right to left."""
    return bool(text) and max(text) >= _FIRST_LEFTWARD and any(bidirectional(char) in _LEFTWARD for char in set(text))


@lru_cache(maxsize=4096)
def levels(text: str, leftward: bool) -> tuple[int, ...]:
    """The level of each character in a paragraph that runs from right to left or not: odd ones run from right to left."""
    from bidi import algorithm as untyped

    algorithm: Any = untyped
    base = int(leftward)
    kept = [char if bidirectional(char) else _ANY_LETTER for char in text if bidirectional(char) not in _TAKEN_OUT]
    storage: dict[str, Any] = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "LR"[base]
    algorithm.get_embedding_levels("".join(kept), storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    for run in storage["runs"]:
        chars = storage["chars"][run["start"] : run["start"] + run["length"]]
        _turn_brackets(chars, run["sor"], "LR"[base])
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    resolved = iter(storage["chars"])
    found: list[int] = []
    for char in text:
        taken_out = bidirectional(char) in _TAKEN_OUT
        found.append((found[-1] if found else base) if taken_out else int(next(resolved)["level"]))
    return tuple(found)


def _turn_brackets(chars: Sequence[dict[str, Any]], before: str, around: str) -> None:
    """Brackets that belong together run one way, as what is in them or before them does (rule N0)."""
    types = [_STRONG.get(char["type"], "") for char in chars]
    for start, end in _bracket_pairs([char["ch"] if char["type"] == "ON" else "" for char in chars]):
        inside = {kind for kind in types[start + 1 : end] if kind}
        if not inside:
            continue
        ahead = next((kind for kind in reversed(types[:start]) if kind), before)
        way = around if around in inside or ahead == around else ahead
        for place in (start, end):
            chars[place]["type"] = types[place] = way


def _bracket_pairs(chars: Sequence[str]) -> list[tuple[int, int]]:
    """Where brackets open and close, in the order in which they open (definition BD16)."""
    open_ones: list[tuple[str, int]] = []
    found: list[tuple[int, int]] = []
    for place, char in enumerate(chars):
        if char in _CLOSED_BY:
            open_ones.append((_CLOSED_BY[char], place))
            continue
        for depth in range(len(open_ones) - 1, -1, -1):
            if open_ones[depth][0] == char:
                found.append((open_ones[depth][1], place))
                del open_ones[depth:]
                break
    return sorted(found)


def in_order_of_the_eye(pieces: Sequence[T], levels: Sequence[int]) -> list[T]:
    """The pieces of a line from left to right, each with its level (rule L2)."""
    order = list(range(len(pieces)))
    for level in range(max(levels, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = max(end, start + 1)
    return [pieces[index] for index in order]
