"""Where English words may be divided, by the patterns that come with `pyphen` (Liang, Word Hy-phen-a-tion by Com-put-er, 1983).

Its own reader makes each of eleven thousand patterns into numbers before the first word; here a pattern is read when a word holds it,
in an eighth of the time. The places are those of `pyphen`.
"""

from functools import cache

from hornbook.check.data import data_of
from hornbook.patterns import lazy

_DIGITS = lazy(r"\d+")


def divisions(word: str) -> int:
    """In how many places a word may be divided, after its first letter and before its last."""
    patterns, longest = _patterns()
    pointed = f".{word}."
    weights = [0] * (len(pointed) + 1)
    for begin in range(len(pointed) - 1):
        for end in range(begin + 1, min(begin + longest, len(pointed)) + 1):
            pattern = patterns.get(pointed[begin:end])
            if pattern is not None:
                _raise(weights, begin, pattern)
    return sum(weights[at + 1] % 2 for at in range(1, len(word)))


def _raise(weights: list[int], begin: int, pattern: str) -> None:
    """Each digit of a pattern is a weight of the place where it stands; the heaviest counts."""
    at = begin
    for sign in pattern:
        if sign.isdigit():
            weights[at] = max(weights[at], int(sign))
        else:
            at += 1


@cache
def _patterns() -> tuple[dict[str, str], int]:
    """Patterns by their letters, and the length of the longest."""
    lines = data_of("pyphen", "dictionaries/hyph_en_US.dic").decode().split("\n", 1)[1]
    by_letters = dict(zip(_DIGITS.sub("", lines).split("\n"), lines.split("\n"), strict=True))
    by_letters.pop("", None)
    return by_letters, max(map(len, by_letters))
