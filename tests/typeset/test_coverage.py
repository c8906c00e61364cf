"""Words that the style's own family cannot draw."""

import pytest

from hornbook.source.runs import Run
from hornbook.typeset.coverage import LEFT_OUT, emoji_in, families, without_a_face
from hornbook.typeset.faces import face
from hornbook.typeset.paragraphs import set_paragraphs
from hornbook.typeset.text import Paragraph, ParagraphStyle

PRINT = ParagraphStyle("Atkinson Hyperlegible", 11.0, kerning=True)
SLIDE = ParagraphStyle("Arial", 20.0)


def fragments(text, style=PRINT):
    return set_paragraphs([Paragraph((Run(text),), style)], 400).lines[0].fragments


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Plain words", [("Plain words", "Atkinson Hyperlegible")]),
        ("Café déjà", [("Café déjà", "Atkinson Hyperlegible")]),
        (
            "Say привет to",
            [("Say", "Atkinson Hyperlegible"), (" привет ", "Noto Sans"), ("to", "Atkinson Hyperlegible")],
        ),
        ("in → out", [("in", "Atkinson Hyperlegible"), (" → ", "Arimo"), ("out", "Atkinson Hyperlegible")]),
        ("well\u2011known", [("well\u2011known", "Noto Sans")]),
        ("Hi 😀", [("Hi ", "Atkinson Hyperlegible"), ("😀", LEFT_OUT)]),
        ("1\ufe0f\u20e3", [("1", "Atkinson Hyperlegible"), ("\ufe0f\u20e3", LEFT_OUT)]),
        ("ሰላም", [("ሰላም", "Atkinson Hyperlegible")]),
        ("你好", [("你好", "Noto Sans CJK JP")]),
        ("مرحبا", [("مرحبا", "Noto Sans Arabic")]),
    ],
)
def test_a_word_goes_whole_to_the_first_family_that_has_it(text, parts):
    found = families(text, "Atkinson Hyperlegible", False, False)
    assert "".join(part for part, _ in found) == text
    assert [(part.strip(), family) for part, family in found if part.strip()] == [
        (part.strip(), family) for part, family in parts
    ]


@pytest.mark.parametrize(
    "text",
    ["Trợ giúp", "Ελληνικά", "кириллица", "a → b", "½ ≤ √2", "q\u0303", "हिन्दी", "你好", "สวัสดี", "مرحبا", "שלום"],
)
def test_what_is_drawn_is_drawn_without_an_empty_box(text):
    for style in (PRINT, SLIDE):
        for fragment in fragments(text, style):
            assert face(fragment.face).missing(fragment.text) == ""


def test_emoji_leave_no_gap_in_print_and_keep_their_room_on_a_slide():
    print_ends = [fragments("a 😀 b"), fragments("a  b")]
    assert print_ends[0][-1].x == pytest.approx(print_ends[1][-1].x + print_ends[1][-1].width - print_ends[0][-1].width)
    slide = fragments("a 😀 b", SLIDE)
    assert "".join(fragment.text for fragment in slide) == "a  b"
    assert slide[-1].x - slide[0].x - slide[0].width > SLIDE.size


@pytest.mark.parametrize(
    ("text", "lacking"),
    [("plain é → \u200d\ufe0f\u2011\n", ""), ("ሰላሰ", "ሰላ"), ("😀ሰ", "ሰ"), ("你好 مرحبا שלום", "")],
)
def test_what_no_family_can_draw_is_named_once(text, lacking):
    assert without_a_face(text) == lacking


@pytest.mark.parametrize(
    ("text", "found"), [("♥ ©", ""), ("😀 and 👍🏽 and 😀", "😀👍"), ("🇺🇸", "🇺🇸"), ("❤\ufe0f", "❤")]
)
def test_emoji_that_are_left_out_are_named_once(text, found):
    assert emoji_in(text) == found
