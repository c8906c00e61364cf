"""Where a line may break: Unicode line breaking (UAX #14), with what a reader of phone numbers and addresses expects.

Text of Latin, Greek and Cyrillic letters with common punctuation takes a short way that gives the same answer as the
full algorithm (a test compares them); everything else is asked of uniseg.
"""

from functools import cache, lru_cache
from importlib.util import find_spec
from itertools import accumulate, groupby
from typing import Any

from hornbook.patterns import lazy
from hornbook.typeset.scripts import KOREAN, dictionary_language, is_hangul

_LETTER = "A-Za-z_"
_OTHER_LETTERS = (
    "\u00a7\u00a7", "\u00b7\u00b7", "\u00c0\u00d6", "\u00d8\u00f6", "\u00f8\u01bf", "\u01c4\u024f",
    "\u0386\u0386", "\u0388\u03f5", "\u0400\u0482", "\u048a\u04ff", "\u1e00\u1eff",
)  # fmt: skip
"""Firsts and lasts. One plain letter stands for all of them: patterns of plain letters are made and matched sooner."""
_ALNUM = f"[{_LETTER}0-9&]"
_ATOM = f"{_ALNUM}++(?:[.,:'\u2019]{_ALNUM}++|\\([{_LETTER}]++\\)|(?<=[0-9])\\([0-9]++\\))*+"
_CORE = f"\\$?{_ATOM}(?:[-/\u2013\u2014\u00a0]{_ATOM})*+"
_DASH = "[-\u2013]|\u2014(?! *\u2014)"
_PIECE = f"[(\u00bf\u00a1\u201c\u2018\"']{{0,3}}+{_CORE}(?:/(?=\u2026))?[.,:;!?%\u2026)\u201d\u2019\"']*+"
_WORD = f"(?:{_PIECE}(?:\u00a0{_PIECE})*+|{_DASH}|\u2026)"
_SHORT_WAY = lazy(f"(?:{_WORD}(?: ++|$))++")
_SHORTEST_WAY = lazy("(?:[A-Za-z]++[,.;:!?]?+[ \u00a0])*+[A-Za-z]++[,.;:!?]?+")
"""Words with one space between each two: most texts are nothing else."""
_TOKEN = lazy(r"[^ ]+ *|^ +")
_SHORT_BREAK = lazy(
    f" ++(?=[^ ])|[-/](?=[{_LETTER}&])|(?<![0-9])/(?=[0-9])|\u2013(?=[^ ])|(?<=[^ ])(?=\u2014)|\u2014(?=[^ ])"
)

_ADDRESS = (
    r"(?i:(?<!\w)(?:https?://|www\.)\S+"
    r"|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w.-])(?:[a-z0-9-]++\.)+[a-z]{2,}(?:/\S*)?)"
)
_NUMBER = (
    r"\+?\d[\d-]*(?:-[0-9A-Z]+)+(?![a-z])"  # 1-888-373-7888, 1-800-THE-LOST
    r"|\(\d{2,4}\) \d[\d-]*"  # (888) 373-7888
    "|\\d\u2013\\d"  # 9-12 with an en dash
)
_KEPT_WHOLE = lazy(f"{_ADDRESS}|{_NUMBER}")
_MAY_BE_KEPT = lazy(r"[.@:]\S|\d")
"""Every address and every number that is kept whole has one of these."""
_IS_ADDRESS = lazy(_ADDRESS)
_SLASH = lazy(r"(?<=\w/)(?=\w)")
_ADDRESS_JOINT = lazy(r"(?<=[/?&=._-])(?=[^/?&=._\s-])")


def standard_breaks(text: str) -> tuple[int, ...]:
    """Where UAX #14 lets a line break, as offsets of the character after the break; the end of the text is not one."""
    if len(text) < 2:
        return ()
    plain = in_plain_letters(text)
    if _SHORT_WAY.fullmatch(plain):
        return tuple([match.end() for match in _SHORT_BREAK.finditer(plain)])
    return _breaks_by_language(text) or _breaks_in_parts(text, plain)


def in_plain_letters(text: str) -> str:
    """The text with an `a` for each letter that breaks as an `a` does."""
    return text if text.isascii() else text.translate(_plain_letters())


@cache
def _plain_letters() -> dict[int, str]:
    return {code: "a" for ends in _OTHER_LETTERS for code in range(ord(ends[0]), ord(ends[1]) + 1)}


def _breaks_in_parts(text: str, plain: str) -> tuple[int, ...]:
    """The short way for all words that can take it: the full algorithm sees the others, each with a word on either side.

    Between two words of the short way nothing that stands further away decides.
    """
    words = _TOKEN.findall(plain)
    simple = ["\u2014" not in word and _SHORT_WAY.fullmatch(word) is not None for word in words]
    ends = (0, *accumulate(map(len, words)))
    found: set[int] = set()
    for short, group in groupby(range(len(words)), simple.__getitem__):
        places = [*group]
        begin, end = places[0], places[-1] + 1
        if not short:
            begin, end = max(begin - 1, 0), min(end + 1, len(words))
        first = ends[begin]
        last = ends[end]
        breaks = (
            [match.end() for match in _SHORT_BREAK.finditer(plain[first:last])]
            if short
            else unicode_breaks(text[first:last])
        )
        found.update(first + offset for offset in breaks)
    return tuple(sorted(found))


def _breaks_by_language(text: str) -> tuple[int, ...]:
    """Where ICU lets words of scripts without spaces break; empty where a text has none, or ICU is not installed."""
    language = dictionary_language(text)
    return _icu_breaks(text, language) if language and find_spec("icu4py") else ()


@lru_cache(maxsize=4096)
def _icu_breaks(text: str, language: str) -> tuple[int, ...]:
    from icu4py.breakers import LineBreaker

    ends = tuple(accumulate(map(len, LineBreaker(text, language))))[:-1]
    if language != KOREAN:
        return ends
    return tuple(end for end in ends if not _is_inside_korean(text[end - 1], text[end]))


def _is_inside_korean(before: str, after: str) -> bool:
    """Whether these two stand in one Korean word: syllables, the letters, digits and brackets that these are written to."""
    if is_hangul(before):
        return after.isalnum() or after in "([{"
    return is_hangul(after) and (before.isalnum() or before in ")]}%")


@lru_cache(maxsize=4096)
def unicode_breaks(text: str) -> tuple[int, ...]:
    """The full algorithm. It takes about a fifth of a millisecond for each character."""
    from uniseg import linebreak

    library: Any = linebreak
    offsets: list[int] = list(library.line_break_boundaries(text))
    return tuple(offset for offset in offsets if 0 < offset < len(text))


def line_breaks(text: str) -> tuple[int, ...]:
    """Where a line may break: as UAX #14 says, but never inside a phone number, a range of numbers or an address.

    Nor after a slash: no program that opens a deck parts "and/or", and its lines must not become more than ours.
    """
    if _SHORTEST_WAY.fullmatch(text):
        return tuple(accumulate([len(word) + 1 for word in text.split(" ")[:-1]]))
    offsets = standard_breaks(text)
    if "/" in text:
        offsets = tuple(offset for offset in offsets if text[offset - 1] != "/")
    kept = [match.span() for match in _KEPT_WHOLE.finditer(text)] if _MAY_BE_KEPT.search(text) else []
    if not kept:
        return offsets
    return tuple(offset for offset in offsets if not any(start < offset < end for start, end in kept))


def is_address(text: str) -> bool:
    """Whether a word is or holds an address of the web or of mail."""
    return _IS_ADDRESS.search(text) is not None


def breaks_of_long_word(text: str) -> tuple[int, ...]:
    """Where a word too wide for its line may break: an address after / ? & = . - and _, others after a slash."""
    joint = _ADDRESS_JOINT if is_address(text) else _SLASH
    return tuple(match.start() for match in joint.finditer(text))
