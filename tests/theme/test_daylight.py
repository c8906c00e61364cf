"""The built-in theme keeps its promises: every family, size and count, on a grid, readable from the last row."""

from itertools import combinations

import pytest

from hornbook.source.runs import Run
from hornbook.theme.contrast import ratio
from hornbook.theme.families import FAMILIES, needed
from hornbook.theme.inspect import floor_of
from hornbook.theme.model import PALETTE_SLOTS, Layout, Placeholder
from hornbook.theme.reader import PRINT_NAMES, read_theme
from hornbook.typeset.fitting import too_high
from hornbook.typeset.paragraphs import set_paragraphs
from hornbook.typeset.text import Paragraph
from hornbook.units import Rect
from theme.daylight import FILE, daylight, source

FIXED = {"Two Content", "Comparison", "Title Only", "Blank"}
STANDARD = [
    "Title Slide", "Title and Content", "Section Header", "Two Content", "Comparison", "Title Only", "Blank",
    "Picture with Caption",
]  # fmt: skip
PAGE = Rect(0, 0, 960, 540)
INSIDE = Rect(56, 28, 848, 494)


def layouts() -> list[Layout]:
    return list(daylight().layouts.values())


@pytest.mark.parametrize(
    ("family", "count"), [(name, count) for name, (counts, _) in FAMILIES.items() for count in counts]
)
def test_every_family_has_its_counts_and_its_boxes(family, count):
    found = daylight().family(family, count)
    assert found
    for layout in found:
        for key in needed(family, count):
            assert layout.placeholder(key), f"{layout.name} lacks {key}"


@pytest.mark.parametrize("family", sorted(set(FAMILIES) - FIXED - {"Picture"}))
def test_words_of_every_length_find_a_size(family):
    for count in FAMILIES[family][0]:
        assert [layout.density for layout in daylight().family(family, count)] == ["large", "normal", "dense"]


@pytest.mark.parametrize("family", sorted(set(FAMILIES) - FIXED - {"Picture"}))
def test_type_never_grows_when_a_layout_gets_denser(family):
    for count in FAMILIES[family][0]:
        large, normal, dense = daylight().family(family, count)
        for box in normal.placeholders:
            if box.levels:
                sizes = [layout[box.key].levels[0].size for layout in (large, normal, dense)]
                assert sizes == sorted(sizes, reverse=True), f"{normal.name} {box.key}: {sizes}"


def test_names_say_family_count_and_density():
    names = list(daylight().layouts)
    assert "Steps 4 Dense" in names
    assert "Title and Content Large" in names
    assert "Timeline" in names
    assert len(names) == len(set(names))


def test_standard_layouts_come_first_and_have_office_types():
    standard = [layout for layout in layouts() if layout.standard]
    assert [layout.name for layout in standard] == STANDARD
    types = ["title", "obj", "secHead", "twoObj", "twoTxTwoObj", "titleOnly", "blank", "picTx"]
    assert [layout.office_type for layout in standard] == types
    families = list(dict.fromkeys(layout.family for layout in layouts()))
    assert families[: len(STANDARD)] == STANDARD
    assert {layout.office_type for layout in layouts() if layout.family not in STANDARD} == {"cust"}


def test_a_key_has_the_same_number_everywhere_and_a_layout_has_each_number_once():
    numbers: dict[str, int] = {}
    for layout in layouts():
        indices = [box.index for box in layout.placeholders]
        assert len(indices) == len(set(indices))
        for box in layout.placeholders:
            assert numbers.setdefault(box.key, box.index) == box.index


def test_furniture_is_last_in_reading_order_and_the_title_first():
    for layout in layouts():
        keys = [box.key for box in layout.placeholders]
        assert keys[-3:] == ["date", "footer", "number"]
        if layout.family != "Blank":
            assert keys[0] == "title"


def test_no_two_boxes_of_a_layout_overlap():
    for layout in layouts():
        for one, other in combinations(layout.placeholders, 2):
            assert not one.rect.overlaps(other.rect), f"{layout.name}: {one.key} and {other.key}"


def test_words_stay_inside_the_margins_and_drawings_on_the_slide():
    for layout in layouts():
        for box in layout.placeholders:
            assert (PAGE if box.type == "pic" else INSIDE).contains(box.rect), f"{layout.name}: {box.key}"
        for shape in layout.shapes:
            assert PAGE.contains(shape.rect), f"{layout.name}: {shape.name}"


def test_type_is_never_smaller_than_its_floor():
    for layout in layouts():
        for box in layout.placeholders:
            for style in box.levels:
                assert style.size >= floor_of(layout, box), f"{layout.name}: {box.key}"
    titles = [layout["title"].levels[0].size for layout in layouts() if layout.family != "Blank"]
    assert min(titles) == 28


def test_the_title_begins_at_the_same_place_on_every_slide_that_has_content():
    posters = {"Title Slide", "Section Header", "Statement", "Statement with Picture", "Blank"}
    beside_a_panel = {"Activity", "Activity with Picture"}
    corners = {
        (layout["title"].rect.left, layout["title"].rect.top)
        for layout in layouts()
        if layout.family not in posters | beside_a_panel
    }
    assert corners == {(56, 50)}


LONG_TITLE = "For an adult the law looks for force, fraud or coercion, and a promise that turns out to be a lie is one of those (2 of 3)"


def test_a_title_of_120_letters_fits_in_the_dense_layout_of_every_kind():
    assert len(LONG_TITLE) >= 120
    own_titles = {"Objectives", "Agenda", "Content Note"}
    for layout in layouts():
        if layout.density == "dense" and layout.family not in own_titles:
            assert fits_in(layout["title"], LONG_TITLE), layout.name


def test_a_title_of_two_lines_fits_in_the_large_and_the_normal_layout():
    for layout in layouts():
        if layout.family in {"Title and Content", "Steps", "Chart", "Compare", "Scenario"}:
            assert fits_in(
                layout["title"], "Pressure online often begins with kindness, and with gifts that cost nothing"
            )


def test_a_phone_number_of_fourteen_letters_stands_on_one_line_of_every_card():
    for layout in layouts():
        if layout.family.startswith("Help"):
            box = layout["card1"]
            name, number, details = box.levels
            words = [("Hotline, day and night", name), ("1-888-373-7888", number), ("Text 233733", details)]
            paragraphs = [Paragraph((Run(text),), style) for text, style in words]
            assert len(set_paragraphs([paragraphs[1]], box.rect.width).lines) == 1, layout.name
            assert not too_high(paragraphs, box.rect.width, box.rect.height), layout.name


def fits_in(box: Placeholder, words: str) -> bool:
    return not too_high([Paragraph((Run(words),), box.levels[0])], box.rect.width, box.rect.height)


def test_levels_of_a_list_get_no_larger_further_in():
    for layout in layouts():
        for box in layout.placeholders:
            if box.key.startswith("body"):
                sizes = [style.size for style in box.levels]
                assert sizes == sorted(sizes, reverse=True)


@pytest.mark.parametrize(
    ("words", "ground"),
    [("ink", "paper"), ("ink", "mist"), ("ink", "cream"), ("ink", "light"), ("voice", "paper"), ("voice", "mist"),
     ("extra", "paper"), ("extra", "mist"), ("caution", "paper"), ("paper", "dark"), ("paper", "voice"),
     ("light", "dark"), ("cream", "voice"), ("mist", "dark"), ("mist", "voice")],
)  # fmt: skip
def test_colours_that_meet_have_a_contrast_of_seven_to_one(words, ground):
    assert ratio(daylight().colour(words), daylight().colour(ground)) >= 7


def test_the_palette_has_every_name_of_an_office_colour_scheme():
    assert list(daylight().palette) == list(PALETTE_SLOTS)


@pytest.mark.parametrize(
    "family", [layout_family for layout_family in FAMILIES if layout_family.endswith("with Picture")]
)
def test_a_layout_with_a_picture_gives_it_a_sixth_of_the_slide(family):
    for layout in daylight().family(family):
        rect = layout["picture"].rect
        assert rect.width * rect.height >= 960 * 540 / 6


def test_an_activity_marks_the_track_of_its_countdown():
    for layout in daylight().family("Activity"):
        (track,) = [shape for shape in layout.shapes if shape.name == "countdown"]
        assert not any(track.rect.overlaps(box.rect) for box in layout.placeholders)


@pytest.mark.parametrize("family", ["Steps", "Quiz Choices"])
def test_numbers_and_letters_are_drawn_once_for_each_part(family):
    for count in FAMILIES[family][0][1:]:
        for layout in daylight().family(family, count):
            marks = [shape.text for shape in layout.shapes if shape.text]
            assert marks == list("123456" if family == "Steps" else "ABCDEF")[:count]


def test_steps_rise_and_end_at_one_height():
    for layout in daylight().family("Steps", 4):
        tops = [layout[f"step{number}"].rect.top for number in range(1, 5)]
        assert tops == sorted(tops, reverse=True)
        assert tops[0] > tops[-1]
        assert len({layout[f"step{number}"].rect.bottom for number in range(1, 5)}) == 1


def test_the_last_row_of_five_steps_fills_the_slide():
    for layout in daylight().family("Steps", 5):
        cards = [shape.rect for shape in layout.shapes if shape.name == "card"]
        assert [round(card.right) for card in cards if card.right > 900] == [904, 904]
        assert cards[3].width > cards[0].width


def test_a_film_without_a_caution_has_no_mark_of_one():
    for layout in daylight().family("Video Only"):
        assert layout.placeholder("caution") is None
        assert "caution" not in {shape.fill for shape in layout.shapes}


def test_the_code_of_a_help_slide_says_below_where_it_leads():
    for layout in daylight().layouts.values():
        if layout.family == "Help with QR":
            assert layout["link"].rect.top > layout["qr"].rect.bottom


def test_paper_has_every_style_on_half_lines_of_its_baseline_grid():
    styles = daylight().print_styles.styles
    assert set(PRINT_NAMES) <= set(styles)
    assert {style.family for style in styles.values()} == {"Atkinson Hyperlegible"}
    assert styles["body"].size == 11.5
    assert styles["body"].pitch == 16
    for name in ("title", "subtitle", "h1", "h2", "h3", "body", "list", "number", "cue"):
        assert styles[name].pitch % 8 == 0
    assert all(style.size >= 9.5 and style.kerning for style in styles.values())


def test_reading_twice_gives_the_same_theme():
    assert read_theme(source()) == read_theme(source())


def test_the_theme_is_named_after_its_file():
    assert daylight().name == FILE.stem
    assert daylight().title == "Daylight"
