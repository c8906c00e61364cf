"""The forms of a word in a language, as a pattern: what a word list finds beside the word as it is written there."""

import re
from collections.abc import Callable


def forms(word: str, language: str) -> str:
    """A word as a pattern of its forms; in a language whose endings are not known, the word as it stands."""
    plain = re.escape(word).replace("'", "['’]")
    inflected = _INFLECTED.get(language)
    return plain if inflected is None or len(word) < 3 or not word.isalpha() else inflected(word)


def stem(word: str) -> str:
    """What all forms of a word begin with, in any language that `forms` knows."""
    if word.endswith("ón"):
        return word[:-2]
    return word[:-1] if word.endswith(("e", "y", "o", "a", "z", "*")) else word


def _english(word: str) -> str:
    """Cries, cried, crying; kidnapped; taking."""
    ending = "(?:['’]s|s|es|d|ed|ing)?"
    if word.endswith("e"):
        return f"{word[:-1]}(?:e{ending}|ing)"
    if word.endswith("y"):
        return f"{word[:-1]}(?:y{ending}|ies|ied)"
    return f"{word}(?:{word[-1]}(?:ed|ing)|{ending})"


def _spanish(word: str) -> str:
    """Plurals, and feminines of what ends in `o`. Verbs are listed with `*`: their endings are too many."""
    if word.endswith("o"):
        return f"{word[:-1]}[oa]s?"
    if word.endswith(("a", "e")):
        return f"{word}s?"
    if word.endswith("z"):
        return f"{word[:-1]}(?:z|ces)"
    if word.endswith("ón"):
        return f"{word[:-2]}(?:ón|ones)"
    return word if word.endswith("s") else f"{word}(?:es)?"


_INFLECTED: dict[str, Callable[[str], str]] = {"en": _english, "es": _spanish}
