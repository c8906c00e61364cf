"""A school's template as a theme: its boxes, its type, its colours, and what is made where it has no layout."""

from functools import cache

import pytest
from msgspec.structs import replace

from hornbook.diagnostics import Severity, SourceFile, Span
from hornbook.source.runs import Run
from hornbook.theme.families import FAMILIES
from hornbook.theme.inspect import overlapping
from hornbook.theme.model import Shape, Theme
from hornbook.theme.template.reader import read_template
from hornbook.typeset.paragraphs import natural_width, set_paragraphs
from hornbook.typeset.text import Paragraph
from hornbook.units import Rect
from template import making

PLACE = Span(SourceFile("lesson.yaml", "theme: district.pptx"), 1, 8, 21)
TEMPLATES = {"4:3": making.wide_format, "16:10": making.tall_format, "designed": making.designed, "dark": making.dark}


@cache
def theme_of(name: str) -> Theme:
    theme, found = read_template(TEMPLATES[name](), "district.pptx", PLACE)
    assert theme is not None, found
    return theme


def notes_of(name: str) -> list[str]:
    return [found.message for found in read_template(TEMPLATES[name](), "district.pptx", PLACE)[1]]


def test_boxes_and_type_come_from_the_layout_then_from_its_master() -> None:
    layout = theme_of("4:3").layouts["Title and Content"]
    title, body = layout["title"], layout["body"]
    assert [round(side, 1) for side in (title.rect.left, title.rect.top, title.rect.right, title.rect.bottom)] == [
        36.0, 21.6, 684.0, 111.6,
    ]  # fmt: skip
    assert (body.rect.left, body.rect.top, body.rect.width) == (36.0, 126.0, 648.0)
    assert (title.levels[0].size, title.levels[0].align, title.anchor) == (44.0, "center", "middle")
    assert [(style.size, style.bullet) for style in body.levels] == [(32.0, "disc"), (28.0, "dash"), (24.0, "disc")]
    assert (body.levels[0].indent, body.levels[0].hanging, body.insets.left) == (27.0, 27.0, 7.2)


def test_colours_and_size_come_from_the_file() -> None:
    theme = theme_of("16:10")
    assert (theme.size.width, theme.size.height) == (720.0, 450.0)
    assert (theme.colour("ink"), theme.colour("voice")) == ("#1B2B22", "#0B6B4B")
    band = theme.layouts["Title and Content"].behind[0]
    assert isinstance(band, Shape)
    assert (band.kind, band.fill, band.rect) == ("rect", "voice", Rect(0.0, 0.0, 720.0, 18.0))


def test_layouts_are_matched_by_their_type_where_names_are_in_another_language() -> None:
    layouts = theme_of("designed").layouts
    parts = {name: layouts[name].part for name in ("Title Slide", "Title and Content", "Two Content", "Title Only")}
    assert len(set(parts.values())) == 4
    assert not any(layouts[name].derived for name in parts)
    assert layouts["Section Header"].derived == "Section Header"


def test_layouts_without_a_type_are_matched_by_their_boxes() -> None:
    def untyped(parts: dict[str, bytes]) -> None:
        for name, data in parts.items():
            if name.startswith("ppt/slideLayouts/slideLayout"):
                for type in (b"title", b"obj", b"twoObj", b"titleOnly", b"blank", b"secHead"):
                    data = data.replace(b' type="' + type + b'" preserve="1"', b' preserve="1"')  # noqa: PLW2901
                parts[name] = data

    theme, _ = read_template(making.rezipped(making.designed(), untyped), "district.pptx", PLACE)
    assert theme is not None
    assert not theme.layouts["Title and Content"].derived
    assert not theme.layouts["Two Content"].derived


def test_what_the_template_lacks_is_told_at_the_line_that_names_it() -> None:
    found = read_template(making.designed(), "district.pptx", PLACE)[1]
    assert {each.severity for each in found} == {Severity.NOTE}
    assert {each.span for each in found} == {PLACE}
    lacking = next(each.message for each in found if each.code == "HB453")
    assert lacking.startswith('"district.pptx" has no layout for "Section Header" and "Comparison"')


def test_fonts_that_are_measured_with_others_are_told() -> None:
    assert any('"Georgia"' in message for message in notes_of("designed"))
    assert not any("measured" in message for message in notes_of("16:10"))


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_kind_of_slide_has_a_layout(name: str) -> None:
    families = theme_of(name).families()
    missing = [
        (family, count)
        for family, (counts, _) in FAMILIES.items()
        for count in counts
        if (family, count) not in families
    ]
    assert missing == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_boxes_of_made_layouts_stand_on_the_slide_clear_of_each_other(name: str) -> None:
    theme = theme_of(name)
    page = Rect(0.0, 0.0, theme.size.width, theme.size.height)
    for layout in theme.layouts.values():
        boxes = [box for box in layout.placeholders if not box.of_template or box.key == "title"]
        assert all(page.contains(box.rect) and box.rect.height > 8 for box in boxes), layout.name
        assert not [(one.key, other.key) for one, other in overlapping(boxes)], layout.name


@pytest.mark.parametrize("name", TEMPLATES)
def test_no_two_boxes_of_a_layout_have_one_number(name: str) -> None:
    for layout in theme_of(name).layouts.values():
        numbers = [box.index for box in layout.placeholders if box.key != "title"]
        assert len(numbers) == len(set(numbers)), layout.name


def test_the_lists_of_a_template_come_in_smaller_and_smaller_type_but_not_below_twenty_points() -> None:
    dense = [layout for layout in theme_of("4:3").family("Title and Content") if not layout.derived]
    assert [round(layout["body"].levels[0].size, 1) for layout in dense] == [32.0, 29.6, 27.2, 24.8, 22.4]
    assert [layout["body"].scale for layout in dense] == [1.0, 0.925, 0.85, 0.775, 0.7]
    assert len({layout.part for layout in dense}) == 1


def test_a_line_for_sources_stands_below_shorter_boxes() -> None:
    own, sourced = (theme_of("4:3").layouts[name] for name in ("Title and Content", "Title and Content with Source"))
    assert own.placeholder("source") is None
    assert sourced["source"].rect.bottom == own["body"].rect.bottom
    assert sourced["body"].rect.bottom < sourced["source"].rect.top
    assert sourced["body"].levels == own["body"].levels


def test_a_template_made_of_our_own_deck_keeps_all_its_layouts() -> None:
    from compose.lessons import daylight
    from hornbook.render.pptx import render_pptx
    from render_pptx.sample import every_kind

    deck = every_kind()
    theme, _ = read_template(render_pptx(replace(deck, theme=daylight())), "ours.pptx", PLACE)
    assert theme is not None
    used = {slide.layout for slide in deck.slides}
    there = {name for name, layout in theme.layouts.items() if not layout.derived}
    assert used <= there


def test_two_readings_of_one_file_are_equal() -> None:
    one, other = (read_template(making.designed(), "district.pptx", PLACE)[0] for _ in range(2))
    assert one == other


def test_faint_words_of_the_template_are_told() -> None:
    def faint(parts: dict[str, bytes]) -> None:
        master = parts["ppt/slideMasters/slideMaster1.xml"]
        parts["ppt/slideMasters/slideMaster1.xml"] = master.replace(
            b'schemeClr val="tx1"', b'srgbClr val="BBBBBB"'
        ).replace(b"</a:schemeClr>", b"</a:srgbClr>")

    data = making.rezipped(making.wide_format(), faint)
    found = [each.message for each in read_template(data, "district.pptx", PLACE)[1] if each.code == "HB455"]
    assert 'The title of "Title and Content" in "district.pptx" has a contrast of 1.9:1, not 4.5:1.' in found


def test_words_that_the_template_sets_small_are_warned_of() -> None:
    def small(parts: dict[str, bytes]) -> None:
        name = "ppt/slideMasters/slideMaster1.xml"
        parts[name] = parts[name].replace(b'sz="3200"', b'sz="1400"').replace(b'sz="4400"', b'sz="2000"')

    def told(data: bytes) -> list[str]:
        found = read_template(data, "district.pptx", PLACE)[1]
        return [each.message for each in found if each.code == "HB456" and '"Title and Content"' in each.message]

    assert told(making.wide_format()) == []
    assert told(making.rezipped(making.wide_format(), small)) == [
        'The title of "Title and Content" in "district.pptx" is set in 20 points; from the back row 24 can be read.',
        'The body of "Title and Content" in "district.pptx" is set in 14 points; from the back row 20 can be read.',
    ]


def test_words_in_capitals_and_letters_that_stand_apart_are_measured_as_they_are_shown() -> None:
    def wide(parts: dict[str, bytes]) -> None:
        name = "ppt/slideMasters/slideMaster1.xml"
        parts[name] = parts[name].replace(b'<a:defRPr sz="4400"', b'<a:defRPr cap="all" spc="880" sz="4400"', 1)

    plain = theme_of("4:3").layouts["Title and Content"]["title"]
    theme, found = read_template(making.rezipped(making.wide_format(), wide), "district.pptx", PLACE)
    assert theme is not None, found
    title = theme.layouts["Title and Content"]["title"]
    assert (plain.levels[0].caps, title.levels[0].caps) == (False, True)
    assert title.rect.inset(title.insets).width < 0.75 * plain.rect.inset(plain.insets).width
    lower, upper = (Paragraph((Run("A title"),), box.levels[0]) for box in (plain, title))
    assert natural_width(upper) > natural_width(lower)
    assert set_paragraphs((upper,), 600.0).lines[0].fragments[0].text == "A TITLE"


def test_the_titles_of_a_template_shrink_to_twenty_four_points_at_the_least() -> None:
    for name in TEMPLATES:
        theme = theme_of(name)
        for layout in theme.layouts.values():
            for title in (box for box in layout.placeholders if box.key == "title" and box.smaller):
                least = title.levels[0].size * min(title.smaller)
                assert least * 540 / theme.size.height >= 24 - 0.5
