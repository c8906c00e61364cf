"""Tags of languages (BCP 47): their parts, which way a language is written, and signs that go with that."""

from functools import lru_cache

LEFT_TO_RIGHT, RIGHT_TO_LEFT = "\u200e", "\u200f"
"""Signs that nobody sees: what stands beside one runs that way."""

LEFTWARD = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
"""Languages that are written from right to left, unless their tag names another script (CLDR, `characterOrder`)."""
_LEFTWARD_SCRIPTS = frozenset({"arab", "hebr", "syrc", "thaa", "nkoo", "adlm"})
_HEBREW = frozenset({"he", "yi"})
_OTHER_NAMES = {"fil": "tl", "in": "id", "iw": "he"}


@lru_cache(maxsize=256)
def subtags(tag: str) -> tuple[str, str, str]:
    """Language, script and region of a tag, as they are usually written; empty where the tag has none."""
    language, *others = tag.replace("_", "-").split("-")
    script = next((part.title() for part in others if len(part) == 4 and part.isalpha()), "")
    region = next((part.upper() for part in others if len(part) == 2 or (len(part) == 3 and part.isdigit())), "")
    return _OTHER_NAMES.get(language.lower(), language.lower()), script, region


def is_leftward(tag: str) -> bool:
    """Whether a language is written from right to left."""
    language, script, _ = subtags(tag)
    return script.lower() in _LEFTWARD_SCRIPTS if script else language in LEFTWARD


def question_mark(tag: str) -> str:
    """How a question ends in a language; with Hebrew letters as with Latin ones."""
    language, script, _ = subtags(tag)
    turned = is_leftward(tag) and (script == "Arab" or (not script and language not in _HEBREW))
    return "\u061f" if turned else "?"
