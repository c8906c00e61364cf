"""Paragraphs set as lines, with the words that people write."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from hornbook.source.runs import Run
from hornbook.typeset.coverage import families, is_emoji
from hornbook.typeset.faces import face
from hornbook.typeset.paragraphs import (
    least_height,
    line_pitch,
    min_width,
    natural_width,
    set_paragraphs,
    text_height,
    tie_last_words,
    tie_short_words,
)
from hornbook.typeset.text import Fragment, Line, Paragraph, ParagraphStyle, TextLayout
from support.counts import many

PLAIN = ParagraphStyle("Arial", 20)
PRINT = ParagraphStyle("Atkinson Hyperlegible", 11, pitch=16, kerning=True)

word_lists = st.lists(
    st.sampled_from(
        [
            "a",
            "I",
            "no,",
            "café",
            "Tell",
            "someone.",
            "trafficking?",
            "self-help",
            "18",
            "(or)",
            "“why”",
            "both/and",
            "80,524",
            "it’s",
        ]
    ),
    min_size=1,
    max_size=14,
)
meanings = st.sampled_from(
    [{}, {}, {"strong": True}, {"key": True}, {"emphasis": True}, {"link": "https://a.example"}, {"script": "super"}]
)


@st.composite
def runs(draw: st.DrawFn) -> tuple[Run, ...]:
    """Words with spaces between them, cut into runs anywhere."""
    text = " ".join(draw(word_lists))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=4)) | {0, len(text)})
    return tuple(Run(text[a:b], **draw(meanings)) for a, b in itertools.pairwise(cuts)) or (Run(text),)


styles = st.builds(
    ParagraphStyle,
    st.sampled_from(["Arial", "Atkinson Hyperlegible"]),
    st.sampled_from([11.0, 16.0, 24.0]),
    bold=st.booleans(),
    align=st.sampled_from(["left", "center", "right"]),
    indent=st.sampled_from([0.0, 18.0]),
    bullet=st.sampled_from(["", "disc"]),
    kerning=st.booleans(),
)
paragraphs = st.builds(Paragraph, runs(), styles)


def words_of(line: Line) -> str:
    return "".join(fragment.text for fragment in line.fragments if fragment.kind != "label")


def texts(layout: TextLayout) -> list[str]:
    return [words_of(line) for line in layout.lines]


def para(text: str, style: ParagraphStyle = PLAIN, **meaning: object) -> Paragraph:
    return Paragraph((Run(text, **meaning),), style)


@given(st.lists(paragraphs, min_size=1, max_size=3), st.floats(60, 600))
def test_the_lines_together_are_the_words(given_paragraphs: list[Paragraph], width: float) -> None:
    layout = set_paragraphs(given_paragraphs, width)
    for index, paragraph in enumerate(given_paragraphs):
        joined = "".join(words_of(line) for line in layout.lines if line.paragraph == index)
        assert joined.replace(" ", "") == paragraph.plain.replace(" ", "")


@given(paragraphs, st.floats(60, 600))
def test_no_line_is_wider_than_its_box_unless_a_word_is_and_that_is_said(paragraph: Paragraph, width: float) -> None:
    layout = set_paragraphs([paragraph], width)
    inside = all(line.right <= width + 1e-6 and all(f.x >= -1e-6 for f in line.fragments) for line in layout.lines)
    assert inside or layout.overwide == (0,)
    narrow = paragraph.style.indent + (width - paragraph.style.indent) * 0.98
    if layout.overwide:
        assert min_width(paragraph) > narrow - 1e-6
    elif "/" not in paragraph.plain:  # what a slash joins counts whole, and may be broken where it must
        assert min_width(paragraph) <= width + 1e-6


def test_a_first_word_that_fits_only_below_its_bullet_is_too_wide():
    beside = para("someone.", replace(PLAIN, size=24.0, indent=18.0, bullet="disc"))
    assert set_paragraphs([beside], min_width(beside) - 10).overwide == (0,)
    assert set_paragraphs([beside], min_width(beside) + 10).overwide == ()


@given(st.lists(paragraphs, max_size=3), st.floats(60, 600))
def test_the_height_is_that_of_the_lines(given_paragraphs: list[Paragraph], width: float) -> None:
    layout = set_paragraphs(given_paragraphs, width)
    height = text_height(given_paragraphs, width)
    if layout.overwide:
        assert height is None
    else:
        assert height == pytest.approx(layout.height)


@given(st.lists(paragraphs, max_size=3), st.floats(60, 600), st.sampled_from([0.0, 0.02]))
def test_the_least_height_is_never_more_than_the_height(
    given_paragraphs: list[Paragraph], width: float, slack: float
) -> None:
    height = text_height(given_paragraphs, width, slack=slack)
    if height is not None:
        assert least_height(given_paragraphs, width, slack=slack) <= height + 1e-6


@given(paragraphs, st.floats(60, 400), st.floats(1, 200))
def test_a_wider_box_never_takes_more_lines(paragraph: Paragraph, width: float, more: float) -> None:
    assert len(set_paragraphs([paragraph], width + more).lines) <= len(set_paragraphs([paragraph], width).lines)


@given(paragraphs)
def test_the_natural_width_is_the_width_of_one_line(paragraph: Paragraph) -> None:
    width = natural_width(paragraph)
    assert len(set_paragraphs([paragraph], width + 0.001, slack=0).lines) == 1
    if min_width(paragraph) < width - 1:
        assert len(set_paragraphs([paragraph], width - 1, slack=0).lines) > 1


@given(paragraphs, st.floats(60, 600))
def test_fragments_of_a_line_stand_one_after_the_other(paragraph: Paragraph, width: float) -> None:
    for line in set_paragraphs([paragraph], width).lines:
        words = [fragment for fragment in line.fragments if fragment.kind == "text"]
        for left, right in itertools.pairwise(words):
            assert right.x == pytest.approx(left.x + left.width)
        for fragment in words:
            advance = face(fragment.face).advance(fragment.text, fragment.kerning)
            assert fragment.width == pytest.approx(advance * fragment.size)


@given(paragraphs, st.floats(100, 600), st.sampled_from([1.5, 2.0]))
def test_everything_twice_as_large_breaks_alike(paragraph: Paragraph, width: float, factor: float) -> None:
    style = paragraph.style
    larger = replace(paragraph, style=replace(style, size=style.size * factor, indent=style.indent * factor))
    # A width that is exactly that of a line may round to either side.
    assert texts(set_paragraphs([larger], width * factor + 1e-6)) == texts(set_paragraphs([paragraph], width + 1e-6))


def test_lines_stand_at_the_pitch_of_the_face_and_size() -> None:
    layout = set_paragraphs([para("one two three four five six seven")], 100)
    assert {round(line.height, 6) for line in layout.lines} == {24.0}
    assert [line.top for line in layout.lines] == pytest.approx([24.0 * n for n in range(len(layout.lines))])
    assert layout.height == pytest.approx(24.0 * len(layout.lines))
    assert all(line.top < line.baseline < line.top + line.height for line in layout.lines)


def test_the_pitch_is_that_of_the_face_where_it_is_larger_than_usual() -> None:
    assert line_pitch(ParagraphStyle("Noto Sans", 10)) == pytest.approx(13.62)
    assert line_pitch(ParagraphStyle("Noto Sans", 10, line_spacing=0.9)) == pytest.approx(12.258)
    assert line_pitch(PRINT) == 16


def test_space_stands_between_paragraphs_only() -> None:
    style = replace(PLAIN, space_before=6.0, space_after=4.0)
    layout = set_paragraphs([para("a", style), para("b", style)], 100)
    assert [line.top for line in layout.lines] == [0.0, 34.0]
    assert layout.height == 58.0


def test_an_empty_paragraph_takes_a_line() -> None:
    assert set_paragraphs([para("")], 100).height == 24.0
    assert set_paragraphs([Paragraph((), PLAIN)], 100).height == 24.0


def test_a_word_wider_than_the_box_is_reported_not_cut() -> None:
    layout = set_paragraphs([para("fine"), para(f"so {'w' * 80} is")], 300)
    assert layout.overwide == (1,)
    assert texts(layout) == ["fine", "so", "w" * 80, "is"]


def test_an_address_wider_than_the_box_is_broken_and_not_reported() -> None:
    address = "https://www.example.org/help/now?state=az&county=maricopa_north"
    layout = set_paragraphs([para(f"See {address}.")], 220)
    assert layout.overwide == ()
    assert "".join(texts(layout)) == f"See {address}."
    assert all(line.right <= 220 for line in layout.lines)
    assert len(layout.lines) > 2


def test_an_address_that_fits_a_line_is_left_whole() -> None:
    layout = set_paragraphs([para("Look it up at example.org/help/now today")], 200)
    assert "example.org/help/now" in "\n".join(texts(layout))


def test_a_phone_number_stays_on_one_line() -> None:
    for width in range(150, 400, 7):
        layout = set_paragraphs([para("Call (888) 373-7888 or 1-800-THE-LOST today")], width)
        lines = "\n".join(texts(layout))
        assert "(888) 373-7888" in lines
        assert "1-800-THE-LOST" in lines


def test_a_line_break_of_the_author_is_kept() -> None:
    paragraph = Paragraph((Run("one"), Run("\n"), Run("two"), Run("\n"), Run("\n"), Run("three")), PLAIN)
    assert texts(set_paragraphs([paragraph], 300)) == ["one", "two", "", "three"]
    assert natural_width(paragraph) == pytest.approx(natural_width(para("three")))


def test_spaces_at_the_end_of_a_line_take_no_room() -> None:
    width = natural_width(para("one two"))
    layout = set_paragraphs([para("one two   three")], width + 0.1, slack=0)
    assert texts(layout) == ["one two", "three"]
    assert layout.lines[0].right == pytest.approx(width)


def test_words_of_one_run_are_one_fragment_with_its_spaces_inside() -> None:
    paragraph = Paragraph((Run("Say "), Run("no", strong=True), Run(", then leave")), PLAIN)
    (line,) = set_paragraphs([paragraph], 600).lines
    assert [(f.text, f.run) for f in line.fragments] == [("Say ", 0), ("no", 1), (", then leave", 2)]


def test_nothing_is_broken_where_only_the_meaning_changes() -> None:
    paragraph = Paragraph((Run("a "), Run("key", key=True), Run("word")), PLAIN)
    assert texts(set_paragraphs([paragraph], natural_width(para("keywo")) / 0.98)) == ["a", "keyword"]


def test_meanings_have_faces_and_colours() -> None:
    style = replace(PLAIN, strong_colour="dark", key_colour="voice", link_colour="link")
    marked = [
        Run("a", strong=True),
        Run("b", key=True),
        Run("c", emphasis=True),
        Run("d", link="https://a.example"),
        Run("e"),
    ]
    fragments = set_paragraphs([Paragraph(tuple(marked), style)], 600).lines[0].fragments
    assert [(f.face, f.colour, f.underline) for f in fragments] == [
        ("arimo-700", "dark", False),
        ("arimo-700", "voice", False),
        ("arimo-400-italic", "ink", False),
        ("arimo-400", "link", True),
        ("arimo-400", "ink", False),
    ]


def test_emphasis_in_italics_stands_upright() -> None:
    fragments = set_paragraphs([para("a", replace(PLAIN, italic=True), emphasis=True)], 600).lines[0].fragments
    assert fragments[0].face == "arimo-400"


def test_raised_and_lowered_letters_are_smaller_and_do_not_move_the_line() -> None:
    paragraph = Paragraph((Run("H"), Run("2", script="sub"), Run("O"), Run("1", script="super")), PLAIN)
    (line,) = set_paragraphs([paragraph], 600).lines
    low, high = line.fragments[1], line.fragments[3]
    assert low.size == high.size == 13.0
    assert low.rise < 0 < high.rise
    assert line.height == 24.0


def test_a_label_hangs_before_the_first_line_only() -> None:
    style = replace(PLAIN, indent=30.0, hanging=22.0, bullet="number", bullet_colour="voice")
    layout = set_paragraphs([Paragraph((Run("one two three four"),), style, label="3.")], 130)
    first, second = layout.lines[:2]
    label = first.fragments[0]
    assert (label.kind, label.text, label.x, label.run, label.colour) == ("label", "3.", 8.0, -1, "voice")
    assert first.fragments[1].x == second.fragments[0].x == 30.0
    assert all(fragment.kind == "text" for fragment in second.fragments)


def test_a_label_too_wide_pushes_the_first_line() -> None:
    style = replace(PLAIN, indent=20.0, hanging=20.0, bullet="number")
    (line,) = set_paragraphs([Paragraph((Run("one"),), style, label="188.")], 300).lines
    label, word = line.fragments
    assert word.x > label.x + label.width


def test_a_drawn_bullet_has_no_letters() -> None:
    style = replace(PLAIN, indent=20.0, hanging=20.0, bullet="disc")
    label = set_paragraphs([para("one", style)], 300).lines[0].fragments[0]
    assert (label.text, label.bullet, label.kind) == ("", "disc", "label")
    assert 0 < label.width < 20


def test_dates_stand_before_a_tab_and_their_words_hang() -> None:
    style = replace(PLAIN, indent=90.0, hanging=90.0)
    layout = set_paragraphs([para("2018\tThe site is seized by the court", style)], 230)
    first, second = layout.lines[:2]
    assert [(f.text, round(f.x, 3)) for f in first.fragments] == [("2018", 0.0), ("The site is", 90.0)]
    assert second.fragments[0].x == 90.0


def test_a_tab_leads_to_the_next_stop_that_is_free() -> None:
    style = replace(PLAIN, tabs=(20.0, 200.0))
    (line,) = set_paragraphs([para("minutes\t10", style)], 400).lines
    assert line.fragments[1].x == 200.0


def test_lines_stand_left_right_or_between() -> None:
    natural = natural_width(para("word"))
    for align, left in (("left", 0.0), ("right", 200 - natural), ("center", (200 - natural) / 2)):
        (line,) = set_paragraphs([para("word", replace(PLAIN, align=align))], 200).lines
        assert line.fragments[0].x == pytest.approx(left)


def test_a_line_to_write_on_has_room_for_a_hand() -> None:
    paragraph = Paragraph((Run("Call "), Run("local help line", write_in=True), Run(".")), PLAIN)
    _call, blank, stop = set_paragraphs([paragraph], 600).lines[0].fragments
    assert (blank.kind, blank.text) == ("blank", "local help line")
    assert blank.width > 1.5 * natural_width(para("local help line"))
    assert stop.x == pytest.approx(blank.x + blank.width)
    assert set_paragraphs([para("", write_in=True)], 600).lines[0].fragments[0].width >= 6 * 20


def test_the_slack_narrows_the_measure() -> None:
    width = natural_width(para("one two"))
    assert len(set_paragraphs([para("one two")], width + 0.1).lines) == 2
    assert len(set_paragraphs([para("one two")], width / 0.98 + 0.1).lines) == 1


@pytest.mark.parametrize(
    ("title", "tied"),
    [
        ("It takes away a choice", "It takes away a\u00a0choice"),
        ("What it is ", "What it\u00a0is "),
        ("Two words", "Two words"),
        ("One", "One"),
        ("", ""),
        ("About internationalization responsibilities", "About internationalization responsibilities"),
    ],
)
def test_the_last_two_words_of_a_title_are_tied(title: str, tied: str) -> None:
    assert "".join(run.text for run in tie_last_words((Run(title),))) == tied


@pytest.mark.parametrize(
    ("words", "tied"),
    [
        ("La trata de personas e internet", "La\u00a0trata de\u00a0personas e\u00a0internet"),
        ("Put it to the test", "Put it\u00a0to\u00a0the test"),
        ("Human Trafficking and the Internet", "Human Trafficking and the Internet"),
        ("It’s so", "It’s so"),
        ("In 24 hours", "In\u00a024 hours"),
        ("so ", "so "),
        ("", ""),
    ],
)
def test_a_short_word_is_tied_to_the_next_one(words: str, tied: str) -> None:
    assert "".join(run.text for run in tie_short_words((Run(words),))) == tied


@given(runs())
def test_tying_changes_at_most_one_space(given_runs: tuple[Run, ...]) -> None:
    tied = tie_last_words(given_runs)
    before, after = ("".join(run.text for run in each) for each in (given_runs, tied))
    assert after.replace("\u00a0", " ") == before
    assert after.count("\u00a0") <= 1
    assert [replace(run, text="") for run in tied] == [replace(run, text="") for run in given_runs]


def test_fragments_carry_the_kerning_of_their_style() -> None:
    fragment: Fragment = set_paragraphs([para("AVA", PRINT)], 600).lines[0].fragments[0]
    assert fragment.kerning
    assert fragment.width < natural_width(para("AVA", replace(PRINT, kerning=False)))


def test_a_very_long_paragraph_is_set_to_its_end() -> None:
    layout = set_paragraphs([para("word " * 20_000)], 500)
    assert len(layout.lines) > 1000


@settings(max_examples=many(300), deadline=None)
@given(st.text(max_size=40), st.floats(20, 400))
def test_any_text_is_set_without_losing_anything_but_emoji(text: str, width: float) -> None:
    layout = set_paragraphs([para(text)], width)
    kept = "".join(texts(layout))
    words = "".join(part for part, family in families(text, "Arial", False, False) if family)
    assert kept.replace(" ", "") == words.replace(" ", "").replace("\n", "").replace("\t", "")
    assert all(is_emoji(char) for part, family in families(text, "Arial", False, False) if not family for char in part)
