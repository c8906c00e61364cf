"""Drawings from strangers: what they draw is kept, what they fetch or run is not."""

import base64
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from hornbook.media.pictures import clean_picture
from hornbook.media.svg_shapes import svg_shapes
from support.counts import many

SQUARE = '<rect x="10" y="10" width="20" height="20" fill="#ff0000"/>'


def svg(inner: str = SQUARE, attributes: str = 'viewBox="0 0 40 40"', before: str = "") -> bytes:
    return (
        f'{before}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {attributes}>'
        f"{inner}</svg>"
    ).encode()


def cleaned(data: bytes) -> str:
    picture, found = clean_picture(data, "drawing.svg")
    assert picture is not None, found
    return picture.data.decode()


def code(data: bytes) -> str:
    picture, found = clean_picture(data, "drawing.svg")
    assert picture is None
    return found[0].code


@pytest.mark.parametrize(
    "harm",
    [
        "<script>alert(1)</script>",
        '<g onload="alert(1)"/>',
        '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></body></foreignObject>',
        '<image href="http://example.org/alert"/>',
        '<image xlink:href="file:///etc/alert"/>',
        '<use href="other.svg#alert"/>',
        "<style>@import url('http://example.org/alert');</style>",
        "<style>@font-face { src: url(http://example.org/alert) } .a { fill: red }</style>",
        '<rect fill="url(http://example.org/alert#a)" width="1" height="1"/>',
        '<rect style="fill:u\\rl(http://example.org/alert)" width="1" height="1"/>',
        '<a href="javascript:alert(1)"><rect width="1" height="1"/></a>',
        '<animate attributeName="alert" to="1"/>',
        '<metadata><author xmlns="https://example.org/ns">alert</author></metadata>',
        "<title>alert</title>",
        '<g data-name="alert" data-alert="1"/>',
        "<!-- alert --><?alert alert?>",
    ],
)
def test_what_runs_fetches_or_tells_of_the_author_is_left_out(harm: str) -> None:
    text = cleaned(svg(SQUARE + harm))
    assert "alert" not in text
    assert 'width="20"' in text


def test_a_drawing_that_declares_entities_is_refused() -> None:
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    assert code(svg("<text>&b;</text>", before=bomb)) == "HB285"
    file = '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    assert code(svg("<text>&a;</text>", before=file)) == "HB285"


def test_the_document_type_that_old_programs_write_is_passed_over() -> None:
    line = '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    assert "DOCTYPE" not in cleaned(svg(before=line))


def test_a_drawing_that_doubles_by_reference_is_refused() -> None:
    levels = "".join('<g id="a{}">{}</g>'.format(n, f'<use href="#a{n - 1}"/>' * 10) for n in range(1, 12))
    assert code(svg(f'<defs><g id="a0">{SQUARE}</g>{levels}</defs><use href="#a11"/>')) == "HB282"


def test_a_drawing_that_refers_to_itself_is_refused() -> None:
    assert code(svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>')) == "HB285"


def test_a_drawing_nested_without_end_is_refused() -> None:
    assert code(svg("<g>" * 5000 + "</g>" * 5000)) == "HB282"


@pytest.mark.parametrize("data", [b"<svg", b"<svg><g></svg>", b"<?xml version='1.0'?><html><svg/></html>"])
def test_what_is_no_drawing_is_refused(data: bytes) -> None:
    assert code(data) in {"HB281", "HB284"}


def test_a_drawing_without_a_size_is_refused_with_what_to_write() -> None:
    _, found = clean_picture(svg(attributes=""), "drawing.svg")
    assert found[0].code == "HB286"
    assert "viewBox" in found[0].hint


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('viewBox="0 0 40 20"', (40, 20)),
        ('width="80" viewBox="0 0 40 20"', (80, 40)),
        ('width="1in" height="0.5in"', (96, 48)),
        ('width="100%" height="100%" viewBox="0,0,40,20"', (40, 20)),
    ],
)
def test_the_size_is_that_of_the_file_or_of_its_view_box(attributes: str, size: tuple[int, int]) -> None:
    picture, _ = clean_picture(svg(attributes=attributes), "drawing.svg")
    assert picture is not None
    assert (picture.width, picture.height) == size
    assert Image.open(io.BytesIO(picture.fallback)).size == (2 * size[0], 2 * size[1])


def test_the_png_shows_what_the_drawing_shows() -> None:
    picture, _ = clean_picture(svg(), "drawing.svg", width=400)
    assert picture is not None
    image = Image.open(io.BytesIO(picture.fallback)).convert("RGBA")
    assert image.size == (400, 400)
    assert image.getpixel((200, 200)) == (255, 0, 0, 255)
    assert image.getpixel((20, 20))[3] == 0


def test_words_in_a_drawing_are_drawn() -> None:
    picture, _ = clean_picture(svg('<text x="2" y="30" font-size="20" font-family="Verdana">HHH</text>'), "words.svg")
    assert picture is not None
    assert Image.open(io.BytesIO(picture.fallback)).convert("RGBA").getchannel("A").getbbox() is not None


def test_a_photograph_inside_a_drawing_is_cleaned_as_well() -> None:
    out = io.BytesIO()
    Image.new("RGB", (4, 4)).save(out, "JPEG", comment=b"somebody")
    held = base64.b64encode(out.getvalue()).decode()
    text = cleaned(svg(f'<image width="9" height="9" xlink:href="data:image/jpeg;base64,{held}"/>'))
    inner = base64.b64decode(text.split("base64,")[1].split('"')[0])
    assert inner.startswith(b"\xff\xd8")
    assert b"somebody" not in inner


def test_cleaning_twice_changes_nothing() -> None:
    once = cleaned(svg('<style>.a{fill:red}</style><g class="a"><path d="M0 0h9v9z"/></g>'))
    assert cleaned(once.encode()) == once


def test_flat_shapes_are_paths_in_the_unit_square() -> None:
    picture, _ = clean_picture(
        svg('<g transform="translate(10 0)"><rect width="20" height="20" fill="#00f"/></g>'), "a.svg"
    )
    assert picture is not None
    (shape,) = svg_shapes(picture.data)
    assert shape.path == "M 0.25 0 L 0.75 0 L 0.75 0.5 L 0.25 0.5 Z"
    assert (shape.fill, shape.stroke) == ("#0000ff", "")


def test_curves_become_cubics_and_strokes_keep_their_width() -> None:
    inner = '<circle cx="20" cy="20" r="10" fill="none" stroke="black" stroke-width="4"/><path d="M0 0q5 9 9 0t9 1a3 4 0 0 1 2 2h2V9z"/>'
    picture, _ = clean_picture(svg(inner), "a.svg")
    assert picture is not None
    circle, path = svg_shapes(picture.data)
    assert circle.stroke_width == pytest.approx(0.1)
    assert not circle.fill
    assert {step for step in circle.path + path.path if step.isalpha()} == {"M", "L", "C", "Z"}


@pytest.mark.parametrize(
    "inner",
    [
        "<text>A</text>",
        '<linearGradient id="a"/><rect fill="url(#a)" width="9" height="9"/>',
        '<g opacity="0.5"><rect width="9" height="9"/></g>',
        '<rect style="fill-opacity: .5" width="9" height="9"/>',
        "<style>.a{stroke-dasharray:1 2}</style><rect width='9' height='9'/>",
    ],
)
def test_a_drawing_that_needs_more_than_flat_paths_gives_none(inner: str) -> None:
    assert svg_shapes(cleaned(svg(inner)).encode()) == ()


@settings(max_examples=many(100), deadline=None)
@given(st.data())
def test_a_drawing_with_wrong_letters_gives_a_picture_or_a_message(data: st.DataObject) -> None:
    whole = list(svg('<g style="fill:red"><path d="M0 0h9v9z" transform="scale(2)"/></g><use href="#a"/>').decode())
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(5, len(whole) - 1))] = data.draw(st.sampled_from("<>\"'&#0-. é\0%(/"))
    picture, found = clean_picture("".join(whole).encode(), "fuzzed.svg")
    assert (picture is None) == bool(found)
    if picture:
        svg_shapes(picture.data)
