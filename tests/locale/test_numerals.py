"""Numbers as people type them, and as languages write them."""

import pytest
from babel.localedata import locale_identifiers
from hypothesis import given
from hypothesis import strategies as st

from hornbook.locale import numerals_of
from hornbook.numerals import ENGLISH

FRENCH, PORTUGUESE = numerals_of("fr"), numerals_of("pt-BR")


@pytest.mark.parametrize(
    ("tag", "number", "percent"),
    [
        ("en-US", "80,524.5", "39%"),
        ("es", "80,524.5", "39%"),
        ("es-US", "80,524.5", "39%"),
        ("es-ES", "80.524,5", "39\u00a0%"),
        ("fr", "80\u202f524,5", "39\u00a0%"),
        ("fr-US", "80\u202f524,5", "39\u00a0%"),
        ("pt", "80.524,5", "39%"),
        ("ru", "80\u00a0524,5", "39\u00a0%"),
        ("ht", "80\u00a0524,5", "39\u00a0%"),
        ("vi", "80.524,5", "39%"),
        ("ar", "80,524.5", "39%"),
        ("ko", "80,524.5", "39%"),
        ("zh-Hant", "80,524.5", "39%"),
        ("tr", "80.524,5", "%39"),
        ("xx", "80,524.5", "39%"),
    ],
)
def test_each_language_has_its_own_signs_and_spanish_those_of_the_americas(tag: str, number: str, percent: str):
    signs = numerals_of(tag)
    assert (signs.of("80,524.5"), signs.of("39%"), signs.of(""), signs.of("2022")) == (number, percent, "", "2022")


def test_every_language_of_cldr_has_one_sign_for_each_thing():
    for tag in locale_identifiers():
        signs = numerals_of(tag.replace("_", "-"))
        assert (len(signs.decimal), len(signs.group), signs.percent.count("{}")) == (1, 1, 1), tag


@pytest.mark.parametrize(
    ("typed", "english", "french", "portuguese"),
    [
        ("17.3", "17.3", "17.3", "17.3"),
        ("17,3", None, "17.3", "17.3"),
        ("-0,5", None, "-0.5", "-0.5"),
        ("80 524", None, "80,524", None),
        ("80\u202f524,5", None, "80,524.5", "80,524.5"),
        ("1.234,5", None, None, "1,234.5"),
        ("1,234.5", "1,234.5", "1,234.5", "1,234.5"),
        ("80,524", "80,524", None, None),
        ("80.524", "80.524", "80.524", None),
        ("many", None, None, None),
    ],
)
def test_a_number_is_read_as_its_language_has_it_and_not_at_all_where_it_could_be_two(
    typed: str, english: str | None, french: str | None, portuguese: str | None
):
    assert [signs.read(typed) for signs in (ENGLISH, FRENCH, PORTUGUESE)] == [english, french, portuguese]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("80,524", "80\u202f524"),
        ("about 17.3", "about 17,3"),
        ("2.5\u201317.3", "2,5\u201317,3"),
        ("39%", "39\u00a0%"),
        ("$1.50", "$1,50"),
        *((same, same) for same in ("911", "2022", "1-888-373-7888", "1.888.373.7888", "12.5.2024", "10:30", "7.5/10")),
    ],
)
def test_only_numbers_of_a_text_are_written_anew(text: str, written: str):
    assert FRENCH.rewritten(text, ENGLISH) == written
    assert ENGLISH.rewritten(written, FRENCH) == text


@given(st.decimals(0, 10**12, places=2), st.sampled_from(["fr", "pt-BR", "ru", "ht", "vi", "de", "es-ES", "en", "es"]))
def test_what_a_language_writes_it_reads(number, tag):
    signs = numerals_of(tag)
    assert signs.read(signs.of(f"{number:,}")) == f"{number:,}"
