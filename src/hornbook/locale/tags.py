"""Tags of languages (BCP 47): which catalog serves one, which way it is written, and how CLDR calls it."""

from functools import lru_cache

LEFTWARD = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
"""Languages that are written from right to left, unless their tag names another script (CLDR, `characterOrder`)."""
_LEFTWARD_SCRIPTS = frozenset({"arab", "hebr", "syrc", "thaa", "nkoo", "adlm"})
PSEUDO = "en-XA"
"""The tag of the pseudo-locale, as CLDR has it: English that is longer and has accents, to try layouts with."""
_OTHER_NAMES = {"fil": "tl", "in": "id", "iw": "he"}


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


def is_english(tag: str) -> bool:
    return subtags(tag)[0] == "en" and not is_pseudo(tag)


def is_pseudo(tag: str) -> bool:
    return tag.replace("_", "-").lower() == PSEUDO.lower()


@lru_cache(maxsize=64)
def catalog_names(tag: str) -> tuple[str, ...]:
    """The catalogs that may serve a tag, the closest first: `zh_Hant_TW`, `zh_Hant`, `zh` for `zh-TW`."""
    language, script, region = subtags(tag)
    script = script or _likely_script(language, region)
    names = (
        "_".join(filter(None, parts)) for parts in ((language, script, region), (language, region), (language, script))
    )
    return tuple(dict.fromkeys((*names, language)))


def _likely_script(language: str, region: str) -> str:
    """The script that a language has in a region, where its tag does not say (CLDR, likely subtags)."""
    from babel.core import get_global

    likely = get_global("likely_subtags")
    found: str = likely.get(f"{language}_{region}") or likely.get(language) or ""
    return next((part for part in found.split("_")[1:] if len(part) == 4), "")
