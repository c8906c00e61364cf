"""Shapes, bullets and groups, looked at point by point."""

import pytest
from msgspec.structs import replace

from hornbook.plan.page import GroupBox, ShapeBox, Tag
from hornbook.plan.structure import ARTIFACT, StructureBuilder
from hornbook.render.pdf import render_pdf
from hornbook.units import Rect, Size
from render_pdf.plans import BODY, PALETTE, moved, pages_of, paragraph, shapes_only, text_box
from support.pictures import draw_page
from support.structure import assert_says_its_plan, pdf_words, read_words
from support.validators import pdf_problems

WHITE = (255, 255, 255)
BOX = Rect(100, 100, 80, 60)


def colour(name: str) -> tuple[int, int, int]:
    digits = PALETTE[name][1:]
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)


def drawn(*boxes: ShapeBox):
    return draw_page(render_pdf(shapes_only(*boxes)))


def test_a_rect_fills_its_box_and_nothing_else():
    page = drawn(ShapeBox(BOX, "rect", "voice"))
    assert page.at(101, 101) == page.at(179, 159) == colour("voice")
    assert page.ink(0, 0, 612, 99.5) == page.ink(0, 160.5, 612, 792) == 0


def test_a_stroke_stands_on_the_edge():
    page = drawn(ShapeBox(BOX, "rect", stroke="caution", stroke_width=4))
    assert page.at(100, 130) == colour("caution")
    assert page.at(140, 130) == WHITE


def test_fill_and_stroke_of_one_shape():
    page = drawn(ShapeBox(BOX, "rect", "cream", "caution", 4))
    assert page.at(100, 130) == colour("caution")
    assert page.at(140, 130) == colour("cream")


def test_a_round_rect_leaves_its_corners_free():
    page = drawn(ShapeBox(BOX, "round-rect", "voice", corner=20))
    assert page.at(102, 102) == page.at(178, 158) == WHITE
    assert page.at(140, 101) == page.at(101, 130) == colour("voice")


def test_a_radius_larger_than_the_box_makes_it_round():
    page = drawn(ShapeBox(BOX, "round-rect", "voice", corner=500))
    assert page.at(140, 130) == colour("voice")
    assert page.at(103, 103) == WHITE


def test_an_ellipse_touches_its_box_in_four_points():
    page = drawn(ShapeBox(BOX, "ellipse", "voice"))
    assert page.at(140, 102) == page.at(140, 158) == page.at(102, 130) == page.at(178, 130) == colour("voice")
    assert page.at(108, 106) == page.at(172, 154) == WHITE


@pytest.mark.parametrize("up", [False, True])
def test_a_line_goes_from_corner_to_corner(up: bool):
    page = drawn(ShapeBox(BOX, "line", stroke="ink", stroke_width=3, line_up=up))
    on, off = (130, 122.5), (130, 137.5)
    if up:
        on, off = off, on
    assert page.at(*on) == (0, 0, 0)
    assert page.at(*off) == WHITE


def test_a_line_is_never_filled():
    assert drawn(ShapeBox(BOX, "line", "caution", "ink", 1)).ink(100, 140, 130, 160) == 0


def test_a_path_is_stretched_over_its_box():
    page = drawn(ShapeBox(BOX, "path", "voice", path="M 0 0 L 1 0 L 0 1 Z"))
    assert page.at(110, 110) == colour("voice")
    assert page.at(170, 150) == WHITE


def test_a_path_has_curves():
    page = drawn(ShapeBox(BOX, "path", "voice", path="M0 1C0 0 1 0 1 1Z"))
    assert page.at(140, 150) == colour("voice")
    assert page.at(140, 105) == WHITE


def test_points_after_a_move_are_lines():
    page = drawn(ShapeBox(BOX, "path", "voice", path="M 0,0 1,0 1,1 0,1 Z"))
    assert page.at(170, 150) == colour("voice")


def test_dashes_have_gaps():
    solid, dashed = (
        drawn(ShapeBox(Rect(100, 100, 200, 0), "line", stroke="ink", stroke_width=1, dash=dash))
        for dash in (False, True)
    )
    assert 0.3 < dashed.ink(100, 98, 300, 102) / solid.ink(100, 98, 300, 102) < 0.8


@pytest.mark.parametrize("way", ["up", "down", "cross", "level", "upright"])
def test_a_hatched_shape_is_striped_and_keeps_to_its_edge(way):
    page = drawn(ShapeBox(BOX, "ellipse", "ink", hatch=way))
    inside = page.ink(120, 115, 160, 145) / (40 * 30 * page.scale**2)
    assert 0.1 < inside < 0.95
    assert page.ink(100, 100, 106, 104) == page.ink(0, 0, 99, 792) == 0


def test_shapes_are_furniture_unless_they_belong_to_an_element():
    builder = StructureBuilder("Document", "en-US")
    figure = builder.add("Figure", alt="A green square")
    pages = pages_of(
        builder,
        (
            ShapeBox(BOX, "rect", "mist"),
            ShapeBox(moved(ShapeBox(BOX, "rect"), 300, 300).rect, "rect", "voice", element=figure),
        ),
    )
    data = render_pdf(pages)
    assert pdf_words(data) == [("Figure", "A"), ("Figure", "green"), ("Figure", "square")]
    assert_says_its_plan(data, pages)
    assert pdf_problems(data) == []


@pytest.mark.parametrize("bullet", ["disc", "dash", "square", "check", "question"])
def test_bullets_are_drawn_and_said(bullet):
    builder = StructureBuilder("Document", "en-US")
    items = builder.add("L")
    item = builder.add("LI", items)
    label, body = builder.add("Lbl", item), builder.add("LBody", item)
    style = replace(BODY, indent=24, hanging=24, bullet=bullet, bullet_colour="caution")
    box = text_box((paragraph("An item", style=style),), (Tag(body, label),))
    pages = pages_of(builder, (box,))
    data = render_pdf(pages)
    page = draw_page(data)
    assert page.ink(72, 72, 90, 90) > 10
    assert [role for role, _ in pdf_words(data)] == ["Lbl", "LBody", "LBody"]
    assert_says_its_plan(data, pages)
    assert pdf_problems(data) == []


def test_a_bullet_without_an_element_is_furniture():
    builder = StructureBuilder("Document", "en-US")
    style = replace(BODY, indent=24, hanging=24, bullet="disc")
    box = text_box((paragraph("An item", style=style),), (Tag(builder.add("P")),))
    pages = pages_of(builder, (box,))
    assert pdf_words(render_pdf(pages)) == [("P", "An"), ("P", "item")]
    assert_says_its_plan(render_pdf(pages), pages)


def test_a_group_is_scaled_into_its_box():
    group = GroupBox(Rect(100, 100, 50, 50), Size(500, 500), (ShapeBox(Rect(250, 250, 250, 250), "rect", "voice"),))
    page = draw_page(render_pdf(pages_of(StructureBuilder("Document", "en-US"), (group,))))
    assert page.at(126, 126) == page.at(149, 149) == colour("voice")
    assert page.at(120, 120) == WHITE
    assert page.ink(151, 0, 612, 792) == 0


def test_a_turned_group_turns_about_its_middle():
    group = GroupBox(
        Rect(100, 100, 60, 20), Size(60, 20), (ShapeBox(Rect(0, 0, 60, 20), "rect", "voice"),), rotation=90
    )
    page = draw_page(render_pdf(pages_of(StructureBuilder("Document", "en-US"), (group,))))
    assert page.at(130, 85) == page.at(130, 135) == colour("voice")
    assert page.at(105, 110) == WHITE


def test_groups_inside_groups():
    inner = GroupBox(Rect(50, 50, 50, 50), Size(10, 10), (ShapeBox(Rect(0, 0, 10, 10), "rect", "voice"),))
    outer = GroupBox(Rect(100, 100, 200, 200), Size(100, 100), (inner,))
    page = draw_page(render_pdf(pages_of(StructureBuilder("Document", "en-US"), (outer,))))
    assert page.at(205, 205) == page.at(295, 295) == colour("voice")
    assert page.at(190, 190) == WHITE


def group_of_words(element: int, figure: int) -> GroupBox:
    box = text_box((paragraph("Words in a picture"),), (Tag(element),), Rect(0, 0, 200, 50))
    return GroupBox(Rect(100, 100, 100, 25), Size(200, 50), (box,), figure, one_mark=True)


def test_a_group_that_is_one_figure_is_read_as_its_alternative_text():
    builder = StructureBuilder("Document", "en-US")
    figure = builder.add("Figure", alt="Slide 4: what it is")
    pages = pages_of(builder, (group_of_words(5, figure),))
    data = render_pdf(pages)
    assert {word for _, word in pdf_words(data)} == {"Slide", "4:", "what", "it", "is"}
    assert_says_its_plan(data, pages)
    assert pdf_problems(data) == []


def test_a_group_that_is_furniture_is_one_artifact():
    builder = StructureBuilder("Document", "en-US")
    pages = pages_of(builder, (group_of_words(5, ARTIFACT),))
    found = read_words(render_pdf(pages))
    assert found.words == []
    assert set(found.artifacts) == {"Words", "in", "a", "picture"}
    assert_says_its_plan(render_pdf(pages), pages)


def test_words_in_a_plain_group_keep_their_elements():
    builder = StructureBuilder("Document", "en-US")
    element = builder.add("P")
    box = text_box((paragraph("A cell"),), (Tag(element),), Rect(0, 0, 200, 50))
    pages = pages_of(builder, (GroupBox(Rect(100, 100, 100, 25), Size(200, 50), (box,)),))
    data = render_pdf(pages)
    assert pdf_words(data) == [("P", "A"), ("P", "cell")]
    assert pdf_problems(data) == []
