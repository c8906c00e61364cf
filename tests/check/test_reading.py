"""The grade of a text: known words, known sentences."""

import pytest

from hornbook.check.phones import digits_of, numbers_in
from hornbook.check.reading import reading, sentences, syllables, words


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("water", 2),
        ("phone", 1),
        ("people", 2),
        ("coercion", 3),
        ("trafficking", 3),
        ("asked", 1),
        ("idea", 3),
        ("family", 3),
        ("it’s", 1),
        ("a", 1),
        ("table", 2),
        ("evaporation", 5),
        ("every", 2),
    ],
)
def test_syllables_are_about_right(word, count):
    assert abs(syllables(word) - count) <= 1


@pytest.mark.parametrize(
    ("word", "count"), [("water", 2), ("phone", 1), ("trafficking", 3), ("asked", 1), ("the", 1), ("table", 2)]
)
def test_common_words_are_exact(word, count):
    assert syllables(word) == count


def test_easy_words_read_at_a_lower_grade_than_hard_ones():
    easy = reading(["The cat sat on the mat. It was warm."])
    hard = reading(["Institutional considerations necessitate comprehensive international collaboration."])
    assert easy.grade < 3
    assert hard.grade > 15


def test_words_of_the_vocabulary_can_be_taken_as_short():
    text = ["Exploitation is a crime. Exploitation is not rare."]
    assert reading(text, frozenset({"exploitation"})).grade < reading(text).grade


def test_numbers_and_addresses_are_not_read():
    assert words("Call 1-888-373-7888, or see report.cybertip.org and https://a.org/x") == ["Call", "or", "see", "and"]


def test_a_sentence_ends_with_its_mark_and_not_with_an_abbreviation():
    assert len(sentences("One here. Two there? “Three!” Four in the U.S. army.")) == 4


def test_letters_on_a_number_are_keys():
    assert digits_of("1-800-THE-LOST") == "18008435678"


@pytest.mark.parametrize(
    "text", ["2019-2024", "2026-11-24", "1,000-2,000", "12:30", "18 U.S.C. 7102", "Public Law 115-164", "GAO-21-385"]
)
def test_what_only_looks_like_a_telephone_number_is_none(text):
    assert list(numbers_in(text)) == []
