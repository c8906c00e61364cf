"""Icons by name."""

import pytest

from hornbook.media.icons import icon_names, icon_svg, known_icon
from hornbook.media.svg import clean_svg
from hornbook.media.svg_shapes import svg_shapes


@pytest.mark.parametrize("written", ["life-buoy", "Life Buoy", "life_buoy", "  LIFE buoy "])
def test_a_name_may_be_written_as_people_write_it(written):
    assert known_icon(written) == "life-buoy"


def test_a_name_that_is_not_there_is_none():
    assert known_icon("no such thing") == ""
    assert len(icon_names()) > 1500


@pytest.mark.parametrize("name", ["phone", "shield", "message-circle", "users", "lock", "map-pin", "ear", "scale"])
def test_an_icon_is_drawn_in_its_colour_as_lines_and_as_a_picture(name):
    clean = clean_svg(icon_svg(name, "#0A6E68"), name)
    shapes = svg_shapes(clean.data)
    assert shapes
    assert {shape.stroke.upper() for shape in shapes} == {"#0A6E68"}
    assert all(shape.round_ends for shape in shapes)
    assert clean.fallback.startswith(b"\x89PNG")
