"""Numbers and days as a language writes them (CLDR)."""

import datetime as dt
import re

from hornbook.locale.tags import catalog_names, is_english, is_pseudo
from hornbook.numerals import ENGLISH, Numerals
from hornbook.tags import subtags

_HAITIAN = ("janvye", "fevriye", "mas", "avril", "me", "jen", "jiyè", "out", "septanm", "oktòb", "novanm", "desanm")
"""Months of a language that CLDR knows in French only."""


def numerals_of(language: str) -> Numerals:
    """How a language writes numbers. Spanish without a region has those of the Americas: `17.3`, as its readers in the US do."""
    if is_english(language) or is_pseudo(language):
        return ENGLISH
    from babel.core import Locale

    locale = Locale.parse(_cldr_name(language))
    signs = locale.number_symbols["latn"]
    percent = re.sub(r"[#,0.]+", "{}", locale.percent_formats[None].pattern.partition(";")[0])
    return Numerals(signs["decimal"], signs["group"], percent)


def number_in(value: float, language: str) -> str:
    """`2.5`, or `2,5` where a comma parts the decimals; digits are the Western ones, which forms and phones use."""
    return numerals_of(language).of(f"{round(value, 2):g}")


def plural_number(value: float, language: str) -> int:
    """A whole number whose plural a value takes: that of 2 for 2.5 in most languages, that of 100 in Arabic."""
    if value == int(value):
        return int(value)
    from babel.core import Locale

    form = Locale.parse(_cldr_name(language)).plural_form
    return next((number for number in range(1, 101) if form(number) == form(value)), 2)


def day_in(day: dt.date, language: str) -> str:
    """`24 November 2026` in the order and words of a language."""
    from babel.dates import format_date

    if subtags(language)[0] == "ht":
        return f"{day.day} {_HAITIAN[day.month - 1]} {day.year}"
    return format_date(day, "long", _cldr_name("en-US" if is_pseudo(language) else language))


def _cldr_name(language: str) -> str:
    """The first name of the language that CLDR knows; English where it knows none, and Spanish of the Americas for `es`."""
    from babel.localedata import exists

    name = next((name for name in catalog_names(language) if exists(name)), "en")
    return "es_419" if name == "es" and not subtags(language)[2] else name
