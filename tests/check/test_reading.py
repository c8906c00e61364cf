"""The grade of a text: known words, known sentences."""

import pytest

from check.reading import said
from hornbook.check import spanish
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


@pytest.mark.parametrize(
    "text",
    [
        "Многие уходят. Ещё больше просят о помощи. «Это не твоя вина».",
        "À la maison. École fermée ? «\u00a0Oui.\u00a0»",
        "말해 주세요. 혼날 일이 아닙니다! 같이 가요.",
    ],
)
def test_a_sentence_begins_with_a_capital_of_any_script_or_where_there_are_none(text):
    assert len(sentences(text)) == 3


def test_what_goes_on_with_a_small_letter_is_the_same_sentence():
    assert len(sentences("Tel. ou texto, etc. и т. д. так")) == 1


def test_letters_on_a_number_are_keys():
    assert digits_of("1-800-THE-LOST") == "18008435678"


@pytest.mark.parametrize(
    "text", ["2019-2024", "2026-11-24", "1,000-2,000", "12:30", "18 U.S.C. 7102", "Public Law 115-164", "GAO-21-385"]
)
def test_what_only_looks_like_a_telephone_number_is_none(text):
    assert list(numbers_in(text)) == []


@pytest.mark.parametrize(
    ("word", "count"),
    [("agua", 2), ("país", 2), ("ayuda", 3), ("día", 2), ("leer", 2), ("ciudad", 2), ("aéreo", 4), ("pingüino", 3), ("queso", 2),
     ("guerra", 2), ("buey", 1), ("y", 1), ("explotación", 4), ("adolescentes", 5), ("ahora", 3), ("prohibido", 3)],
)  # fmt: skip
def test_spanish_syllables_are_exact(word, count):
    assert spanish.syllables(word) == count


EASY = "El agua sube. El sol la calienta. Luego cae la lluvia. ¿La ves? Moja la casa."
HARD = (
    "La explotación sistemática de personas vulnerables constituye una violación extraordinariamente grave de los derechos "
    "fundamentales reconocidos internacionalmente, independientemente de las circunstancias particulares de cada jurisdicción."
)


def test_spanish_has_a_formula_of_its_own():
    assert reading([EASY], language="es").grade < 6
    assert reading([HARD], language="es").grade > 12
    assert len(sentences(EASY)) == 5


@pytest.mark.parametrize(("words", "count"), [(EASY, 0), (HARD, 1)])
def test_a_spanish_handout_that_is_too_hard_is_told(tmp_path, words, count):
    path = tmp_path / "lesson.yaml"
    text = " ".join([words] * 5)
    path.write_text(
        f'title: Agua\nlanguage: es-US\nhandouts: []\nslides: [{{title: Agua, points: [Sube]}}]\nprint: {{letter: "{text}"}}\n',
        "utf-8",
    )
    assert len(said(path, "HB533")) == count
