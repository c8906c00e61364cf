"""Lines of Arabic and Hebrew, with Latin words and numbers in them; lines of scripts that put no space between words."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from hornbook.source.runs import Run
from hornbook.typeset.bidi import in_order_of_the_eye, levels
from hornbook.typeset.breaking import line_breaks
from hornbook.typeset.coverage import families
from hornbook.typeset.paragraphs import natural_width, set_paragraphs
from hornbook.typeset.text import Fragment, Paragraph, ParagraphStyle
from support.counts import many

ARABIC = ParagraphStyle("Atkinson Hyperlegible", 12.0, leftward=True, language="ar", kerning=True)
PHONE = "\u200e1-888-373-7888\u200e"


def lines_of(text: str, style: ParagraphStyle = ARABIC, width: float = 400.0) -> list[tuple[Fragment, ...]]:
    return [line.fragments for line in set_paragraphs([Paragraph((Run(text),), style)], width, slack=0.0).lines]


def by_eye(fragments: tuple[Fragment, ...]) -> list[str]:
    """The words as they follow each other from where lines begin."""
    return [each.text.strip("\u200e ") for each in sorted(fragments, key=lambda each: each.x) if each.text.strip()]


def test_places_in_a_line_of_arabic_are_measured_from_the_right():
    (line,) = lines_of("نحن هنا للمساعدة")
    assert by_eye(line) == ["نحن", "هنا", "للمساعدة"]
    assert min(each.x for each in line) == 0.0
    assert [each.text for each in line if each.text.strip()] == ["نحن", "هنا", "للمساعدة"]


def test_a_phone_number_in_arabic_keeps_its_order():
    (line,) = lines_of(f"اتصل على {PHONE} اليوم")
    assert by_eye(line) == ["اتصل", "على", "1-888-373-7888", "اليوم"]


def test_latin_words_in_arabic_keep_their_order_among_themselves():
    (line,) = lines_of("موقع Take It Down يساعد")
    assert by_eye(line) == ["موقع", "Take It Down", "يساعد"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("الاسم Ali (Omar) هنا", ["الاسم", "Ali (Omar)", "هنا"]),
        ("أرسل (help) الآن", ["أرسل", "(", "help", ")", "الآن"]),
        ("أرسل (كلمة help) الآن", ["أرسل", "(كلمة", "help", ")", "الآن"]),
        ("Ali (عمر) هنا", ["Ali", "(عمر)", "هنا"]),
        ("قل Ali [x (y]) هنا", ["قل", "Ali [x (y]", ")", "هنا"]),
    ],
)
def test_brackets_run_the_way_of_what_is_in_them_or_before_them(text: str, expected: list[str]):
    (line,) = lines_of(text)
    assert by_eye(line) == expected


def test_arabic_in_an_english_line_runs_to_the_left_where_it_stands():
    (line,) = lines_of("Say مرحبا بك to them", ParagraphStyle("Arial", 12.0))
    assert by_eye(line) == ["Say", "بك", "مرحبا", "to them"]
    assert line[0].x == 0.0


def test_bullets_and_indents_are_measured_from_the_right_as_well():
    style = ParagraphStyle("Arial", 20.0, indent=20.0, hanging=20.0, bullet="disc", leftward=True)
    (line,) = lines_of("نحن هنا", style, 300.0)
    label = next(each for each in line if each.kind == "label")
    assert label.x == 0.0
    assert min(each.x for each in line if each.kind == "text") == pytest.approx(20.0)


def test_the_point_of_a_number_stands_left_of_it_in_arabic():
    style = ParagraphStyle("Arial", 20.0, indent=30.0, hanging=30.0, bullet="number", leftward=True)
    paragraph = Paragraph((Run("نحن هنا"),), style, label="12.")
    (line,) = set_paragraphs([paragraph], 300.0).lines
    labels = [each for each in line.fragments if each.kind == "label"]
    assert by_eye(tuple(labels)) == ["12", "."]
    assert labels[0].x == 0.0
    assert labels[1].x == pytest.approx(labels[0].width)


def test_a_centred_line_is_centred_either_way():
    leftward = ParagraphStyle("Arial", 20.0, align="center", leftward=True)
    (line,) = lines_of("نحن هنا", leftward, 300.0)
    left, right = min(each.x for each in line), max(each.x + each.width for each in line)
    assert left == pytest.approx(300.0 - right)


def test_a_line_to_write_on_stands_where_it_is_read():
    runs = (Run("اكتب هنا "), Run("", write_in=True), Run(" من فضلك"))
    (line,) = [each.fragments for each in set_paragraphs([Paragraph(runs, ARABIC)], 400.0).lines]
    blank = next(each for each in line if each.kind == "blank")
    before = next(each for each in line if each.text == "هنا")
    after = next(each for each in line if each.text == "من")
    assert before.x < blank.x < after.x


@settings(max_examples=many(150), deadline=None)
@given(st.text("ab 1-(.نحن هدש", max_size=30), st.floats(30, 300), st.booleans())
def test_nothing_overlaps_and_nothing_is_lost_either_way(text: str, width: float, leftward: bool):
    style = ParagraphStyle("Arial", 12.0, leftward=leftward)
    lines = lines_of(text, style, width)
    assert "".join(each.text for line in lines for each in line).replace(" ", "") == text.replace(" ", "")
    for line in lines:
        ordered = sorted(line, key=lambda each: each.x)
        for one, other in itertools.pairwise(ordered):
            assert one.x + one.width <= other.x + 1e-6


def test_levels_and_order_are_those_of_the_algorithm():
    assert levels("ab אב 12", False) == (0, 0, 0, 1, 1, 1, 2, 2)
    assert in_order_of_the_eye("abcd", [0, 1, 1, 2]) == ["a", "d", "c", "b"]


def test_a_character_that_is_not_assigned_is_no_trouble():
    assert len(levels("ࢠ\U00018cd6", True)) == 2


@pytest.mark.parametrize(
    ("text", "breaks"),
    [
        ("拨打电话，寻求帮助。", ["拨", "打", "电", "话，", "寻", "求", "帮", "助。"]),
        ("도움이 필요하면", ["도움이 ", "필요하면"]),
        ("ขอความช่วยเหลือ", ["ขอ", "ความ", "ช่วย", "เหลือ"]),
        ("「助けて」と言う", ["「助", "け", "て」", "と", "言", "う"]),
    ],
)
def test_lines_break_where_the_language_lets_them(text: str, breaks: list[str]):
    cuts = [0, *line_breaks(text), len(text)]
    assert [text[start:end] for start, end in itertools.pairwise(cuts)] == breaks


def test_a_phone_number_in_chinese_is_never_torn_apart():
    text = "拨打 1-888-373-7888，或发短信至 233733。"
    cuts = [0, *line_breaks(text), len(text)]
    parts = [text[start:end] for start, end in itertools.pairwise(cuts)]
    assert any(part.startswith("1-888-373-7888") for part in parts)


@pytest.mark.parametrize(("language", "family"), [("zh-Hans", "SC"), ("zh-TW", "TC"), ("ja", "JP"), ("ko-KR", "KR")])
def test_chinese_characters_have_the_shapes_of_the_language(language: str, family: str):
    assert families("骨", "Arial", False, False, language) == (("骨", f"Noto Sans CJK {family}"),)


def test_a_script_that_needs_more_room_gets_wider_lines_on_a_slide():
    style = ParagraphStyle("Arial", 20.0)
    latin, chinese = (set_paragraphs([Paragraph((Run(text),), style)], 400.0).height for text in ("Help", "帮助"))
    assert chinese > 1.1 * latin
    assert natural_width(Paragraph((Run("帮助"),), style)) == pytest.approx(40.0)


@pytest.mark.parametrize("width", [84.0, 86.0, 88.0])
def test_no_line_begins_with_the_raised_number_of_a_source(width):
    words = Paragraph(
        (Run("你没有惹麻烦。"), Run("6", script="super"), Run("可以求助。")),
        ParagraphStyle("Noto Sans", 12.0, language="zh-Hans"),
    )
    lines = set_paragraphs([words], width, slack=0.0).lines
    assert [line for line in lines if line.fragments[0].text.startswith("6")] == []


@pytest.mark.parametrize(
    ("language", "text", "ems"),
    [
        ("zh-Hans", "说：“好”", 4.0),
        ("zh-Hans", "说：“好。”", 4.5),
        ("zh-Hant", "說：「好。」", 4.5),
        ("zh-Hans", "谎言（欺诈）", 5.0),
        ("zh-Hans", "好。不好，", 5.0),
        ("ja", "「助けて」", 5.0),
    ],
)
def test_chinese_quotes_and_brackets_take_half_a_square_in_print(language: str, text: str, ems: float):
    family = {"zh-Hans": "SC", "zh-Hant": "TC", "ja": "JP"}[language]
    words = Paragraph((Run(text),), ParagraphStyle(f"Noto Sans CJK {family}", 10.0, kerning=True, language=language))
    assert natural_width(words) == pytest.approx(10.0 * ems)
    on_a_slide = replace(words, style=replace(words.style, kerning=False))
    assert natural_width(on_a_slide) == pytest.approx(10.0 * len(text))
