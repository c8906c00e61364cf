"""How hard Spanish is to read: the index of Fernández Huerta (1959), 206.84 - 60 syllables a word - 1.02 words a sentence.

Syllables are counted by the rules of Spanish, which its spelling follows: places to hyphenate leave out every syllable of one
vowel. The index becomes a grade by its author's table (90 and more: grade 4; 70: grade 6; 60: grade 8; 50: the end of school).
"""

from functools import lru_cache
from itertools import pairwise

from hornbook.patterns import lazy

_SILENT = lazy(r"(?<=[qg])u(?=[eiéí])")
_VOWELS = lazy(r"(?:[aeiouáéíóúü]|y(?![aeiouáéíóúü]))+")
_STRONG = lazy(r"[aeoáéíóú]")
_TABLE = ((100.0, 3.0), (90.0, 4.0), (80.0, 5.0), (70.0, 6.0), (60.0, 8.0), (50.0, 10.0), (30.0, 13.0), (0.0, 16.0))


@lru_cache(maxsize=8192)
def syllables(word: str) -> int:
    """A strong vowel, or one with an accent, is a syllable of its own; weak ones join it."""
    groups = _VOWELS.findall(_SILENT.sub("", word.lower().replace("h", "")))
    return max(1, sum(max(1, len(_STRONG.findall(group))) for group in groups))


def grade(words: int, sentences: int, syllables_in: int) -> float:
    index = 206.84 - 60.0 * syllables_in / words - 1.02 * words / sentences
    for (upper, easier), (lower, harder) in pairwise(_TABLE):
        if index >= lower:
            return easier + (harder - easier) * (upper - min(index, upper)) / (upper - lower)
    return _TABLE[-1][1]
