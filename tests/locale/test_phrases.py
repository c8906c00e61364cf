"""The fixed words of each language: complete, with the values that English has, and with plurals that are right."""

import datetime as dt
import string
from importlib.resources import files

import pytest
from babel.messages.pofile import read_po

from hornbook.locale import day_in, minutes_apart, minutes_in_words, number_in, paper_for, phrase
from hornbook.locale.catalogs import catalog_languages
from hornbook.locale.pseudo import pseudo
from hornbook.locale.words import ENGLISH
from hornbook.tags import is_leftward

LANGUAGES = ("ar", "es", "fr", "ht", "ko", "pt", "ru", "tl", "vi", "zh-Hans", "zh-Hant")
NOT_IN_CATALOGS = {"minute", "minutes"}
"""These two are one message with plurals."""


def values_of(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_there_is_a_catalog_for_each_language_that_is_promised():
    assert catalog_languages() == LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalog_has_every_phrase_and_keeps_its_values(language: str):
    name = language.replace("-", "_")
    data = (files("hornbook.locale") / "catalogs" / f"{name}.po").read_bytes()
    found = {str(message.context): message for message in read_po(data.splitlines(keepends=True)) if message.id}
    assert set(found) == set(ENGLISH) - {"minute"}
    for key, message in found.items():
        assert message.string, f"{language}: {key} has no words"
        assert not message.fuzzy, f"{language}: {key} is out of date"
        if key not in NOT_IN_CATALOGS:
            assert message.id == ENGLISH[key], f"{language}: {key} is a translation of other words"
            assert values_of(str(message.string)) == values_of(ENGLISH[key]), f"{language}: {key} has other values"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("es", ["1 minuto", "2 minutos", "2.5 minutos"]),
        ("fr", ["1 minute", "2 minutes", "2,5 minutes"]),
        ("ru", ["1 минута", "2 минуты", "2,5 минуты"]),
        ("ar", ["دقيقة واحدة", "دقيقتان", "2.5 دقيقة"]),
        ("vi", ["1 phút", "2 phút", "2,5 phút"]),
        ("en", ["1 minute", "2 minutes", "2.5 minutes"]),
    ],
)
def test_minutes_have_the_plural_of_their_language(language: str, words: list[str]):
    assert [minutes_in_words(count, language) for count in (1, 2, 2.5)] == words


def test_russian_counts_five_and_twenty_one_as_it_should():
    assert [minutes_in_words(count, "ru") for count in (5, 21, 12)] == ["5 минут", "21 минута", "12 минут"]


@pytest.mark.parametrize(
    ("tag", "words"),
    [("zh-TW", "學習單"), ("zh-Hant", "學習單"), ("zh-HK", "學習單"), ("zh-CN", "练习单"), ("zh", "练习单")],
)
def test_chinese_is_set_in_the_script_of_its_region(tag: str, words: str):
    assert phrase("worksheet", tag) == words


def test_a_language_without_a_catalog_falls_back_to_english():
    assert phrase("name", "de") == "Name"
    assert phrase("page_of", "de", page=2, pages=4) == "2 of 4"


def test_filipino_and_tagalog_are_one_catalog():
    assert phrase("name", "fil-PH") == phrase("name", "tl") == "Pangalan"


def test_days_and_numbers_are_written_as_the_language_does():
    day = dt.date(2026, 11, 24)
    assert day_in(day, "es-US") == "24 de noviembre de 2026"
    assert day_in(day, "fr") == "24 novembre 2026"
    assert day_in(day, "ht") == "24 novanm 2026"
    assert day_in(dt.date(2026, 8, 1), "ht") == "1 out 2026"
    assert number_in(12.5, "pt-BR") == "12,5"
    assert number_in(12, "pt-BR") == "12"
    assert [number_in(2.5, tag) for tag in ("es", "es-MX", "es-US", "es-ES", "fr", "zh", "en-GB")] == [
        "2.5", "2.5", "2.5", "2,5", "2,5", "2.5", "2.5",
    ]  # fmt: skip


def test_only_languages_of_a_leftward_script_are_set_from_right_to_left():
    assert [tag for tag in ("ar", "he", "ur-PK", "fa", "az-Arab", "en", "ru", "ku", "ar-Latn") if is_leftward(tag)] == [
        "ar",
        "he",
        "ur-PK",
        "fa",
        "az-Arab",
    ]


def test_paper_follows_the_region():
    assert [paper_for(tag) for tag in ("es-MX", "es-US", "es-ES", "es", "fil-PH", "zh-Hant-TW", "en", "en-GB")] == [
        "letter", "letter", "a4", "a4", "letter", "a4", "letter", "a4",
    ]  # fmt: skip


def test_the_pseudo_locale_is_longer_and_keeps_what_is_no_word():
    text = "Tell <<name>> about [the page](https://example.org/a) and [@tvpa], see help.example.org or `code`"
    longer = pseudo(text)
    for kept in ("<<name>>", "](https://example.org/a)", "[@tvpa]", "help.example.org", "`code`"):
        assert kept in longer
    sentence = "Ask someone you trust to sit beside you"
    assert 1.35 * len(sentence) <= len(pseudo(sentence)) <= 1.6 * len(sentence)
    assert phrase("page_of", "en-XA", page=2, pages=4).startswith("2 óf 4")


@pytest.mark.parametrize(
    ("language", "apart"),
    [
        ("en", [("1", "minute"), ("2", "minutes"), ("10", "minutes")]),
        ("ar", [("1", "دقيقة واحدة"), ("2", "دقيقتان"), ("10", "دقائق")]),
        ("ko", [("1", "분"), ("2", "분"), ("10", "분")]),
        ("tl", [("1", "minuto"), ("2", "na minuto"), ("10", "na minuto")]),
    ],
)
def test_a_numeral_stands_apart_from_its_unit_in_every_language(language: str, apart: list[tuple[str, str]]):
    assert [minutes_apart(count, language) for count in (1, 2, 10)] == apart
