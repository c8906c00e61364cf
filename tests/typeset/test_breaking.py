"""Line breaking against the full algorithm, and what is never broken."""

import itertools
from importlib.util import find_spec

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hornbook.typeset.breaking import (
    _SHORT_WAY,
    _SHORTEST_WAY,
    breaks_of_long_word,
    in_plain_letters,
    is_address,
    line_breaks,
    standard_breaks,
    unicode_breaks,
)
from support.counts import many


def pieces(text: str, offsets: tuple[int, ...]) -> list[str]:
    edges = (0, *offsets, len(text))
    return [text[start:end] for start, end in itertools.pairwise(edges)]


letters = st.sampled_from("abZéñßőŵжЯλΩ&_§·09")
joints = st.sampled_from(
    [
        "-",
        "/",
        "–",
        "—",
        "\u00a0",
        ",\u00a0",
        "?\u00a0(",
        ".”\u00a0",
        ".",
        ",",
        "'",
        "’",
        ":",
        "(s)",
        "--",
        "=",
        "…",
        "(1)",
        "(11)(c)",
        "/…",
    ]
)
openers = st.sampled_from(["", "", "", "(", "“", "‘", '"', "(“", "¿", "¡", "“¿", "$", "[", "«"])
closers = st.sampled_from(["", "", "", ".", ",", "!", "?", "%", ")", "”", "’", ").", "?”", "…", "/…", "%)", "]", "+"])
atoms = st.text(letters, min_size=1, max_size=4)
words = st.builds(
    lambda opener, first, rest, closer: opener + first + "".join(joint + atom for joint, atom in rest) + closer,
    openers,
    atoms,
    st.lists(st.tuples(joints, atoms), max_size=2),
    closers,
) | st.sampled_from(["-", "–", "—", "&", "…", "·", "§"])
sentences = st.lists(words, min_size=1, max_size=7).flatmap(
    lambda found: st.sampled_from([" ", " ", "  "]).map(lambda gap: gap.join(found))
)


@settings(max_examples=many(250), deadline=None)
@given(sentences)
def test_the_short_way_breaks_where_the_full_algorithm_does(text: str) -> None:
    assert pieces(text, standard_breaks(text)) == pieces(text, unicode_breaks(text))


simple = st.lists(
    st.tuples(st.text("abZ", min_size=1, max_size=4), st.sampled_from(["", ",", ".", ";", ":", "!", "?"])), min_size=1
)


@settings(max_examples=many(250), deadline=None)
@given(simple, st.data())
def test_words_with_a_space_between_each_two_break_at_the_spaces(found, data) -> None:
    gaps = st.sampled_from([" ", " ", "\u00a0"])
    text = "".join(f"{word}{sign}{data.draw(gaps)}" for word, sign in found)[:-1]
    assert _SHORTEST_WAY.fullmatch(text)
    assert pieces(text, line_breaks(text)) == pieces(text, unicode_breaks(text))


@pytest.mark.parametrize(
    "text",
    [
        "Write it here: ____ · 45 minutes · Not the signs.\u00a0Polaris (1\u00a0of\u00a03), 22 U.S.C. § 7102.",
        "Ask: which of the three words is hardest to see from outside?",
        "Under 18, none of these is needed (18 U.S.C.).",
        "“We the People” isn’t a self-help text — or is it?",
        "Reports rose by 50% to $186,819.00 in 2022/2023 and/or later.",
        "Hoa Kỳ bảo vệ nạn nhân, và Это помощь.",
        "¿Qué es? ¡No es tu culpa! Di “no” (¿por qué?)",
    ],
)
def test_common_sentences_take_the_short_way(text: str) -> None:
    assert _SHORT_WAY.fullmatch(in_plain_letters(text))


@pytest.mark.parametrize(
    "whole",
    ["1-888-373-7888", "(888) 373-7888", "1-800-THE-LOST", "9–12", "https://www.example.org/a/b-c?d=e&f", "a.b@c-d.example.org",
     "humantraffickinghotline.org/en/contact", "988", "10\u00a0minutes", "80,524"],
)  # fmt: skip
def test_a_number_or_an_address_is_not_broken(whole: str) -> None:
    text = f"Call {whole} today"
    assert pieces(text, line_breaks(text)) == ["Call ", f"{whole} ", "today"]


@pytest.mark.parametrize("word", ["3-foo", "self-help", "long-term"])
def test_a_common_compound_breaks_after_its_joint(word: str) -> None:
    assert len(line_breaks(word)) == 1


@pytest.mark.parametrize("word", ["and/or", "he/she", "1/2", "Mon/Tue"])
def test_what_a_slash_joins_stays_together_unless_it_is_too_long(word: str) -> None:
    assert line_breaks(f"{word} x") == (len(word) + 1,)
    assert breaks_of_long_word(word) == (word.index("/") + 1,)
    assert breaks_of_long_word(word.replace("/", "")) == ()


def test_an_address_breaks_after_its_joints_only() -> None:
    address = "https://www.example.org/a-b?c=d&e_f"
    assert is_address(address)
    assert pieces(address, breaks_of_long_word(address)) == [
        "https://", "www.", "example.", "org/", "a-", "b?", "c=", "d&", "e_", "f",
    ]  # fmt: skip


def test_a_common_word_is_no_address() -> None:
    assert not is_address("self-help/and or e.g. this")
    assert not is_address("a" * 80)


@pytest.mark.skipif(find_spec("icu4py") is None, reason="Korean is broken by ICU")
def test_what_is_written_to_a_korean_word_stays_with_it() -> None:
    text = "강요(협박이나 압박)를 제230조(Section 230)에 따라 2022년 ILO의 39%가 사진, 영상"
    assert pieces(text, line_breaks(text)) == [
        "강요(협박이나 ", "압박)를 ", "제230조(Section ", "230)에 ", "따라 ", "2022년 ", "ILO의 ", "39%가 ", "사진, ", "영상",
    ]  # fmt: skip


def test_a_very_long_word_is_read_in_a_moment() -> None:
    assert line_breaks("a" * 200_000 + "!") == ()
