"""The Flesch-Kincaid grade of English: 0.39 words a sentence + 11.8 syllables a word - 15.59 (Kincaid and others, 1975).

Spanish has an index of its own, which becomes a grade: see `check.spanish`.

A formula is a smoke alarm, not a reader. Addresses, numbers and symbols are left out: they are not read as words.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

from msgspec import Struct

from hornbook.check import spanish
from hornbook.check.hyphens import divisions
from hornbook.patterns import lazy

_ADDRESS = lazy(r"\bhttps?://\S+|\b[\w.-]+@[\w.-]+\b|\b(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
_IN_ADDRESS = lazy(r"[.@:][^\s]")
"""Every address has one of these: most texts have none, and need no longer look."""
_WORD = lazy(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_SENTENCE_END = lazy(r"(?<=[.!?…])[”’»\")]*\s+(?=[“\"(¿¡«\u00a0]*(\w))")
"""An end of a sentence where what comes next is no small letter; scripts without capitals have none of these."""
_IN_END = lazy(r"[.!?…][”’»\")]*\s")
_VOWELS = lazy(r"[aeiouy]+")


class Reading(Struct, frozen=True):
    """How hard texts are to read."""

    words: int
    sentences: int
    grade: float


@lru_cache(maxsize=4096)
def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a paragraph."""
    whole = text.replace("U.S.", "US")
    if not _IN_END.search(whole):
        return (whole,) if whole.strip() else ()
    ends = [match for match in _SENTENCE_END.finditer(whole) if not match[1].islower()]
    starts = (0, *(match.end() for match in ends))
    stops = (*(match.start() for match in ends), len(whole))
    return tuple(part for start, stop in zip(starts, stops, strict=True) if (part := whole[start:stop]).strip())


def words(text: str) -> list[str]:
    """The words that are read as words: no numbers, no addresses."""
    return _WORD.findall(without_addresses(text))


def without_addresses(text: str) -> str:
    return _ADDRESS.sub(" ", text) if _IN_ADDRESS.search(text) else text


LANGUAGES = ("en", "es")
"""Languages that there is a formula for."""


def reading(texts: Iterable[str], without: frozenset[str] = frozenset(), language: str = "en") -> Reading:
    """The grade of texts, each of which ends a sentence. Words in `without` count as words of two syllables."""
    count = syllables_in = sentences_in = 0
    for text in texts:
        words_of, sentences_of, syllables_of = _weighed(text, without, language)
        count += words_of
        sentences_in += sentences_of
        syllables_in += syllables_of
    if not count:
        return Reading(0, 0, 0.0)
    if language == "es":
        return Reading(count, sentences_in, round(spanish.grade(count, sentences_in, syllables_in), 1))
    grade = 0.39 * count / sentences_in + 11.8 * syllables_in / count - 15.59
    return Reading(count, sentences_in, round(grade, 1))


@lru_cache(maxsize=4096)
def _weighed(text: str, without: frozenset[str], language: str) -> tuple[int, int, int]:
    """Words, sentences and syllables: the same text is weighed alone and with others."""
    count_in = spanish.syllables if language == "es" else syllables
    found = [each for sentence in sentences(text) if (each := words(sentence))]
    every = [*chain.from_iterable(found)]
    if without:
        counts = [min(2, count_in(word)) if word.lower() in without else count_in(word) for word in every]
    else:
        counts = [*map(count_in, every)]
    return len(every), len(found), sum(counts)


@lru_cache(maxsize=8192)
def syllables(word: str) -> int:
    """The syllables of an English word: places to hyphenate, or groups of vowels where a short word has more of those."""
    plain = word.lower().replace("’", "'").split("'")[0]
    by_hyphens = divisions(plain) + 1
    return max(1, by_hyphens, _vowel_groups(plain) if len(plain) < 6 else 1)


def _vowel_groups(word: str) -> int:
    """Groups of vowels; a silent e at the end, or before a final d or s, is not one."""
    shorter = re.sub(r"(?<=[^aeiouylst])es$|(?<=[^aeiouytd])ed$|(?<=[^aeiouyl])e$", "", word)
    return len(_VOWELS.findall(shorter))
