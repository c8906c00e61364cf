"""Photographs and drawings as people hand them in."""

import io
import re
import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms, PngImagePlugin

from hornbook.diagnostics import SourceFile, Span
from hornbook.diagnostics.codes import CODES
from hornbook.media.pictures import clean_picture, load_picture
from support.counts import many

PLACE = Span(SourceFile("lesson.yaml"), 12, 9)


def coded(image: Image.Image, format: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, format, **options)
    return out.getvalue()


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def two_colours(mode: str = "RGB") -> Image.Image:
    """Red on the left, blue on the right: 40 by 20."""
    image = Image.new("RGB", (40, 20), (255, 0, 0))
    image.paste((0, 0, 255), (20, 0, 40, 20))
    return image.convert(mode)


def exif(orientation: int) -> bytes:
    data = Image.Exif()
    data[0x0112] = orientation
    data[0x010F] = "A camera of somebody"
    data[0x8825] = {1: "N", 2: (45.0, 1.0, 2.0)}
    return data.tobytes()


@pytest.mark.parametrize("format", ["JPEG", "PNG"])
def test_where_a_photograph_was_taken_does_not_reach_an_output(format: str) -> None:
    given_file = coded(two_colours(), format, exif=exif(1))
    assert b"somebody" in given_file
    picture, found = clean_picture(given_file, "photo")
    assert picture is not None
    assert not found
    assert b"somebody" not in picture.data
    assert not opened(picture.data).getexif()


def test_a_photograph_keeps_its_pixels_as_they_were_coded() -> None:
    image = two_colours()
    picture, _ = clean_picture(coded(image, "JPEG", quality=60, exif=exif(1)), "photo")
    assert picture is not None
    assert picture.data == coded(image, "JPEG", quality=60)


@pytest.mark.parametrize("format", ["JPEG", "PNG"])
def test_a_photograph_taken_sideways_stands_upright(format: str) -> None:
    picture, _ = clean_picture(coded(two_colours(), format, exif=exif(6)), "photo")
    assert picture is not None
    assert (picture.width, picture.height) == (20, 40)
    image = opened(picture.data)
    assert image.size == (20, 40)
    assert image.getpixel((10, 5))[0] > 200
    assert image.getpixel((10, 35))[2] > 200


def test_a_picture_for_a_printing_press_becomes_rgb() -> None:
    picture, _ = clean_picture(coded(two_colours("CMYK"), "JPEG"), "press.jpg")
    assert picture is not None
    assert opened(picture.data).mode == "RGB"


def test_colours_of_a_wide_screen_become_those_of_every_screen() -> None:
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    other = bytes(profile).replace(b"s\0R\0G\0B", b"o\0t\0h\0e").replace(b"sRGB", b"othe")
    picture, _ = clean_picture(coded(two_colours(), "PNG", icc_profile=other), "wide.png")
    assert picture is not None
    assert "icc_profile" not in opened(picture.data).info


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
def test_a_png_of_every_common_kind_keeps_its_pixels(mode: str) -> None:
    image = two_colours("RGB").convert(mode)
    note = PngImagePlugin.PngInfo()
    note.add_text("Author", "somebody")
    picture, _ = clean_picture(coded(image, "PNG", pnginfo=note, dpi=(300, 300)), "drawing.png")
    assert picture is not None
    assert b"somebody" not in picture.data
    assert opened(picture.data).convert("RGBA").tobytes() == image.convert("RGBA").tobytes()


def test_transparency_of_a_palette_is_kept() -> None:
    image = two_colours("P")
    picture, _ = clean_picture(coded(image, "PNG", transparency=image.getpixel((0, 0))), "icon.png")
    assert picture is not None
    assert opened(picture.data).convert("RGBA").getpixel((0, 0))[3] == 0


def test_sixteen_bits_become_eight() -> None:
    image = Image.new("I;16", (4, 4), 0x8000)
    picture, _ = clean_picture(coded(image, "PNG"), "scan.png")
    assert picture is not None
    assert opened(picture.data).mode == "L"
    assert opened(picture.data).getpixel((0, 0)) == 0x80


def test_an_animation_is_refused() -> None:
    data = coded(two_colours(), "PNG", save_all=True, append_images=[Image.new("RGB", (40, 20))])
    _, found = clean_picture(data, "moving.png", PLACE)
    assert [(each.code, each.span) for each in found] == [("HB283", PLACE)]


def test_a_picture_with_too_many_pixels_is_refused_before_it_is_decoded() -> None:
    header = struct.pack(">LLBBBBB", 40_000, 40_000, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + header
    data = b"\x89PNG\r\n\x1a\n" + struct.pack(">L", 13) + chunk + struct.pack(">L", zlib.crc32(chunk))
    data += struct.pack(">L", 0) + b"IDAT" + struct.pack(">L", zlib.crc32(b"IDAT"))
    _, found = clean_picture(data, "bomb.png", PLACE)
    assert [each.code for each in found] == ["HB282"]


@pytest.mark.parametrize("format", ["JPEG", "PNG"])
def test_half_a_file_is_damaged(format: str) -> None:
    data = coded(two_colours(), format)
    _, found = clean_picture(data[: len(data) // 2], "half", PLACE)
    assert [each.code for each in found] == ["HB281"]


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"GIF89a....", "GIF"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "WebP"),
        (b"\0\0\0\x18ftypheic", "HEIC"),
        (b"", "empty"),
        (b"hello", "not a picture"),
    ],
)
def test_another_kind_of_file_is_named(data: bytes, word: str) -> None:
    _, found = clean_picture(data, "phone.png", PLACE)
    assert found[0].code == "HB284"
    assert word in found[0].message
    assert found[0].hint


def test_the_kind_is_told_from_the_bytes_not_from_the_name(tmp_path: Path) -> None:
    path = tmp_path / "really-a-photo.png"
    path.write_bytes(coded(two_colours(), "JPEG"))
    picture, _ = load_picture(path)
    assert picture is not None
    assert picture.kind == "jpeg"


def test_a_file_that_is_not_there_is_named_without_its_folder(tmp_path: Path) -> None:
    _, found = load_picture(tmp_path / "gone.png", PLACE)
    assert found[0].code == "HB280"
    assert str(tmp_path) not in found[0].message


@settings(max_examples=many(150), deadline=None)
@given(st.data())
def test_a_file_with_wrong_bytes_gives_a_picture_or_a_message(data: st.DataObject) -> None:
    whole = bytearray(coded(two_colours(), data.draw(st.sampled_from(["JPEG", "PNG"])), exif=exif(6)))
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(2, len(whole) - 1))] = data.draw(st.integers(0, 255))
    picture, found = clean_picture(bytes(whole[: data.draw(st.integers(1, len(whole)))]), "fuzzed")
    assert (picture is None) == bool(found)


def test_every_code_about_a_picture_is_explained() -> None:
    raised = {
        code for path in Path("src/hornbook/media").glob("*.py") for code in re.findall(r"HB\d{3}", path.read_text())
    }
    assert len(raised) >= 7
    assert raised <= set(CODES)


@pytest.mark.parametrize("format", ["JPEG", "PNG"])
def test_a_picture_coded_again_gives_the_same_bytes_each_time(format: str) -> None:
    data = coded(two_colours(), format, exif=exif(8))
    first, _ = clean_picture(data, "photo")
    second, _ = clean_picture(data, "the same by another name")
    assert first == second
