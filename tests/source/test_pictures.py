"""Sizes of pictures come out of their headers."""

import io
import struct

import pytest
from PIL import Image

from hornbook.diagnostics import SourceFile, Span
from hornbook.source.pictures import PictureHeader, picture_header, read_picture_header

AT = Span(SourceFile("lesson.yaml", "file: x"), 1, 7)


def drawn(form, size, **options):
    buffer = io.BytesIO()
    Image.new("RGB", size, "white").save(buffer, form, **options)
    return buffer.getvalue()


@pytest.mark.parametrize(("form", "kind"), [("PNG", "png"), ("JPEG", "jpeg")])
def test_the_size_is_the_one_that_pillow_sees(form, kind):
    assert picture_header(drawn(form, (37, 21))) == PictureHeader(kind, 37, 21)


def test_a_progressive_jpeg_with_a_comment_is_read():
    assert picture_header(drawn("JPEG", (40, 30), progressive=True, comment=b"x" * 500)) == PictureHeader(
        "jpeg", 40, 30
    )


@pytest.mark.parametrize(("orientation", "size"), [(1, (40, 30)), (3, (40, 30)), (6, (30, 40)), (8, (30, 40))])
def test_a_camera_that_was_turned_changes_width_and_height(orientation, size):
    exif = Image.Exif()
    exif[0x0112] = orientation
    header = picture_header(drawn("JPEG", (40, 30), exif=exif))
    assert (header.width, header.height) == size


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="40" height="30"', (40, 30)),
        ('width="40px" height="30px" viewBox="0 0 4 3"', (40, 30)),
        ('viewBox="0 0 400 300"', (400, 300)),
        ('width="100%" viewBox="0,0,400,300"', (400, 300)),
        ('width="1in" viewBox="0 0 2 1"', (96, 48)),
        ('height="10mm" viewBox="0 0 2 1"', (76, 38)),
    ],
)
def test_an_svg_has_the_size_that_it_says(attributes, size):
    svg = f'<?xml version="1.0"?>\n<!-- > -->\n<svg xmlns="http://www.w3.org/2000/svg" {attributes}><path d=""/></svg>'
    header = picture_header(svg.encode())
    assert (header.kind, header.width, header.height) == ("svg", *size)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"GIF89a", "GIF"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "WebP"),
        (b"\0\0\0\x18ftypheic", "HEIC"),
        (b"\x89PNG\r\n\x1a\n", "damaged"),
        (b"\xff\xd8\xff\xe0", "damaged"),
        (b"<svg/>", "not a picture"),
        (b'<svg width="1e999" height="2"/>', "not a picture"),
        (b"words", "not a picture"),
    ],
)
def test_a_picture_that_cannot_be_used_is_named(tmp_path, data, words):
    path = tmp_path / "a"
    path.write_bytes(data)
    header, problem = read_picture_header(path, "a", AT)
    assert header is None
    assert (problem.code, problem.span) == ("HB142", AT)
    assert words in problem.message


def test_a_picture_of_too_many_pixels_is_refused(tmp_path):
    path = tmp_path / "a.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", 60_000, 60_000))
    header, problem = read_picture_header(path, "a.png", AT)
    assert header is None
    assert "3,600,000,000" not in problem.message
    assert "60,000 x 60,000" in problem.message
