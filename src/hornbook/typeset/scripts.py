"""Which family draws a script, in which order they are asked, and where words of scripts without spaces may break."""

from functools import cache, lru_cache
from unicodedata import name as unicode_name

from hornbook.typeset.fontfiles import FAMILIES, is_installed

_ALWAYS = ("Noto Sans", "Arimo")
_BY_SCRIPT = {
    "ARABIC": "Noto Sans Arabic",
    "DEVANAGARI": "Noto Sans Devanagari",
    "KHMER": "Noto Sans Khmer",
    "TAMIL": "Noto Sans Tamil",
    "TELUGU": "Noto Sans Telugu",
    "THAI": "Noto Sans Thai",
}
_CJK = frozenset({"CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "IDEOGRAPHIC", "FULLWIDTH", "HALFWIDTH"})
_SHAPES = {"zh-Hans": "Noto Sans CJK SC", "zh-Hant": "Noto Sans CJK TC", "ko": "Noto Sans CJK KR"}
_OF_TRADITION = frozenset({"zh-Hant", "zh-TW", "zh-HK", "zh-MO"})
KOREAN = "ko"
_BROKEN_BY_WORD = {
    "THAI": "th",
    "KHMER": "km",
    "LAO": "lo",
    "MYANMAR": "my",
    "CJK": "zh",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "HANGUL": KOREAN,
}
"""Scripts whose lines do not break at spaces alone, and a language of each. Korean words are kept whole all the same."""


@cache
def fallbacks(language: str) -> tuple[str, ...]:
    """Families that are asked for words that the style's own cannot draw, in this order; those that are installed."""
    wanted = (*_ALWAYS, *_BY_SCRIPT.values(), cjk_family(language))
    return tuple(family for family in wanted if family in _ALWAYS or is_installed(family))


@cache
def cjk_family(language: str) -> str:
    """The family whose shapes a language expects of Chinese characters; Japanese ones where that cannot be told."""
    if language.startswith("zh"):
        return _SHAPES["zh-Hant" if any(language.startswith(tag) for tag in _OF_TRADITION) else "zh-Hans"]
    return _SHAPES.get(language.split("-", maxsplit=1)[0], "Noto Sans CJK JP")


@lru_cache(maxsize=4096)
def script_of(char: str) -> str:
    """The first word of a character's Unicode name, which is its script for letters: ARABIC, CJK, THAI; empty for controls."""
    return unicode_name(char, "").split(" ")[0].split("-")[0]


def extra_for(chars: str) -> str:
    """The extra of Hornbook whose fonts would draw the first of these characters that has one; empty where none would."""
    for char in chars:
        script = script_of(char)
        family = "Noto Sans CJK JP" if script in _CJK else _BY_SCRIPT.get(script, "")
        if family and not is_installed(family):
            return FAMILIES[family].extra
    return ""


def is_hangul(char: str) -> bool:
    """Whether a character is a syllable of Korean."""
    return script_of(char) == "HANGUL"


def dictionary_language(text: str) -> str:
    """The language whose rules say where the lines of a text may break; empty where spaces say so."""
    for char in text:
        language = _BROKEN_BY_WORD.get(script_of(char)) if not char.isascii() else None
        if language:
            return language
    return ""
