"""Which catalog serves the tag of a language, and how CLDR calls it."""

from functools import lru_cache

from hornbook.tags import subtags

PSEUDO = "en-XA"
"""The tag of the pseudo-locale, as CLDR has it: English that is longer and has accents, to try layouts with."""


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
