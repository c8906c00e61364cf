"""The words of English, and what a word that is none of them was probably meant to be.

The list comes with `pyspellchecker` (MIT), a word and how often it is met on each entry. It is read without being made into numbers:
looking words up is all that is wanted, and a fifth of the time.
"""

import gzip
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from string import ascii_lowercase

from hornbook.check.data import data_of
from hornbook.patterns import lazy

_BRITISH = (
    (lazy(r"our(?=$|s$|ed$|ing$|ite|able|ful|less|hood)"), "or"),
    (lazy(r"is(?=(?:e|es|ed|ing|ation|ations|er|ers)$)"), "iz"),
    (lazy(r"ys(?=(?:e|es|ed|ing|er)$)"), "yz"),
    (lazy(r"ll(?=(?:ed|ing|er|ers)$)"), "l"),
    (lazy(r"tre(?=s?$)"), "ter"),
    (lazy(r"ogue(?=s?$)"), "og"),
    (lazy(r"ence(?=s?$)"), "ense"),
    (lazy(r"ae|oe"), "e"),
    (lazy(r"mme(?=s?$)"), "m"),
)
_BEFORE = (
    "un",
    "re",
    "non",
    "pre",
    "over",
    "under",
    "mis",
    "anti",
    "co",
    "self",
    "multi",
    "micro",
    "cyber",
    "post",
    "sub",
    "inter",
)
_AFTER = lazy(r"(?:s|es|ed|ing|er|ers|ly|less|ness|able|ish|like)$")


def is_word(word: str) -> bool:
    """Whether English has the word: as it is, in British spelling, or made of a word that it has. Lower case, straight apostrophes."""
    plain = word.removesuffix("'s").removesuffix("'")
    return _is_known(plain) or _is_known(plain.split("'")[0]) or _is_made(plain)


def meant_by(word: str) -> str:
    """The most frequent word that is one slip of the finger away; empty where there is none."""
    known = {near for near in _one_slip_away(word) if _is_listed(near)}
    return max(sorted(known), key=_frequency, default="")


def _is_known(word: str) -> bool:
    return _is_listed(word) or any(_american(word))


def _american(word: str) -> Iterator[bool]:
    for pattern, instead in _BRITISH:
        yield _is_listed(pattern.sub(instead, word))


def _is_made(word: str) -> bool:
    for before in _BEFORE:
        rest = word.removeprefix(before)
        if len(word) > len(rest) > 4 and _is_known(rest):
            return True
    stem = _AFTER.sub("", word)
    doubled = stem[:-1] if stem[-2:-1] == stem[-1:] else stem
    return len(stem) > 2 and stem != word and any(map(_is_known, (stem, f"{stem}e", doubled)))


def _one_slip_away(word: str) -> Iterator[str]:
    """A letter left out, doubled, wrong, or changed places with its neighbour (Norvig, How to Write a Spelling Corrector)."""
    for at in range(len(word) + 1):
        left, right = word[:at], word[at:]
        if right:
            yield left + right[1:]
            yield from (left + letter + right[1:] for letter in ascii_lowercase)
        if len(right) > 1:
            yield left + right[1] + right[0] + right[2:]
        yield from (left + letter + right for letter in ascii_lowercase)


@cache
def _list() -> str:
    return gzip.decompress(data_of("spellchecker", "resources/en.json.gz")).decode()


@lru_cache(maxsize=16384)
def _is_listed(word: str) -> bool:
    """Whether the list has the word. It has a line for each, in order, so that it is opened in the middle, again and again, as on paper."""
    text, low, high = _list(), 0, len(_list())
    while low < high:
        middle = (low + high) // 2
        begin = text.rfind("\n", low, middle) + 1 or low
        end = text.find("\n", middle, high) + 1 or high
        found = text[begin + 1 : text.find('"', begin + 1)]
        if found == word:
            return True
        if found < word:
            low = end
        else:
            high = begin
    return word in _newer()


@cache
def _newer() -> frozenset[str]:
    """Words that are younger than the list."""
    return frozenset(data_of("hornbook", "check/newer_words.txt").decode().split())


@lru_cache(maxsize=1024)
def _frequency(word: str) -> int:
    found = re.search(f'"{re.escape(word)}": (\\d+)', _list())
    return int(found[1]) if found else 0
