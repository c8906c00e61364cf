"""Pictures: what goes in as it is, what is decoded, and that it looks the same."""

import io

import pikepdf
import pytest
from msgspec.structs import replace
from PIL import Image

from hornbook.plan.page import Media, Pages, PictureBox
from hornbook.plan.structure import ARTIFACT, StructureBuilder
from hornbook.render.pdf import render_pdf
from hornbook.units import Rect
from render_pdf.plans import pages_of, png
from support.pictures import draw_page
from support.structure import pdf_words
from support.validators import pdf_problems

RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)
SQUARES = [[RED, GREEN], [BLUE, WHITE]]
BOX = Rect(100, 100, 100, 100)


def page_with(media: Media, box: PictureBox | None = None, times: int = 1) -> Pages:
    builder = StructureBuilder("Document", "en-US")
    boxes = []
    for index in range(times):
        drawn = box or PictureBox(BOX, "digest", alt="Four squares")
        element = ARTIFACT if drawn.decorative else builder.add("Figure", alt=drawn.alt)
        boxes.append(replace(drawn, element=element, rect=drawn.rect.moved(down=150 * index)))
    return pages_of(builder, tuple(boxes), media={"digest": media})


def coded(mode: str, format: str, **options) -> bytes:
    image = Image.new("RGB", (40, 40))
    for x in range(40):
        for y in range(40):
            image.putpixel((x, y), SQUARES[y // 20][x // 20])
    out = io.BytesIO()
    image.convert(mode).save(out, format, **options)
    return out.getvalue()


def corners(data: bytes) -> list[tuple[int, int, int]]:
    drawn = draw_page(data)
    return [drawn.at(x, y) for y in (125, 175) for x in (125, 175)]


def near(found, wanted) -> bool:
    return all(
        abs(a - b) < 12 for one, other in zip(found, wanted, strict=True) for a, b in zip(one, other, strict=True)
    )


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("png", png(SQUARES)),
        ("png", coded("RGB", "PNG")),
        ("png", coded("P", "PNG")),
        ("png", coded("RGBA", "PNG")),
        ("jpeg", coded("RGB", "JPEG", quality=95, subsampling=0)),
        ("jpeg", coded("RGB", "JPEG", quality=95, subsampling=0, progressive=True)),
    ],
    ids=["two by two", "colour", "palette", "alpha", "jpeg", "progressive jpeg"],
)
def test_a_picture_stands_upright_in_its_colours(kind, data):
    written = render_pdf(page_with(Media(kind, data, 40, 40)))
    assert near(corners(written), [RED, GREEN, BLUE, WHITE])
    assert pdf_words(written) == [("Figure", "Four"), ("Figure", "squares")]
    assert pdf_problems(written) == []


def test_a_grey_picture_is_grey():
    written = render_pdf(page_with(Media("png", coded("L", "PNG"), 40, 40)))
    assert near(corners(written), [(76,) * 3, (150,) * 3, (29,) * 3, WHITE])


def test_four_inks_are_not_taken_for_their_opposites():
    found = corners(render_pdf(page_with(Media("jpeg", coded("CMYK", "JPEG", quality=95, subsampling=0), 40, 40))))
    assert [one.index(max(one)) for one in found[:3]] == [0, 1, 2]
    assert found[3] == WHITE


def test_a_palette_with_few_colours_keeps_its_depth():
    data = png([[(0b00011011,)]], colour=3, palette=bytes((*RED, *GREEN, *BLUE, *WHITE)), depth=2)
    data = data.replace(data[8:33], png([[(0,)] * 4], colour=3, depth=2)[8:33])
    drawn = draw_page(render_pdf(page_with(Media("png", data, 4, 1))))
    assert near([drawn.at(112 + 25 * place, 150) for place in range(4)], [RED, GREEN, BLUE, WHITE])


def test_what_is_clear_shows_the_page():
    image = Image.new("RGBA", (4, 4), (255, 0, 0, 0))
    image.putpixel((0, 0), (255, 0, 0, 255))
    out = io.BytesIO()
    image.save(out, "PNG")
    drawn = draw_page(render_pdf(page_with(Media("png", out.getvalue(), 4, 4))))
    assert drawn.at(112, 112) == RED
    assert drawn.at(180, 180) == WHITE


def test_a_crop_shows_a_part_and_nothing_outside_the_box():
    box = PictureBox(BOX, "digest", crop=(0.5, 0, 0, 0.5), alt="Green")
    drawn = draw_page(render_pdf(page_with(Media("png", coded("RGB", "PNG"), 40, 40), box)))
    assert drawn.at(110, 110) == drawn.at(190, 190) == GREEN
    assert drawn.ink(0, 0, 99, 792) == drawn.ink(201, 0, 612, 792) == drawn.ink(0, 201, 612, 792) == 0


def test_a_picture_shown_twice_is_in_the_file_once():
    media = Media("jpeg", coded("RGB", "JPEG"), 40, 40)
    with pikepdf.open(io.BytesIO(render_pdf(page_with(media, times=2)))) as pdf:
        images = [one for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"]
        assert len(images) == 1
        assert images[0].read_raw_bytes() == media.data


def test_a_decorative_picture_is_furniture():
    box = PictureBox(BOX, "digest", decorative=True)
    written = render_pdf(page_with(Media("png", png(SQUARES), 2, 2), box))
    assert pdf_words(written) == []
    assert pdf_problems(written) == []


SVG = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40" width="40" height="40">
<rect x="0" y="0" width="20" height="20" fill="#ff0000"/><rect x="20" y="0" width="20" height="20" fill="#00ff00"/>
<path d="M0 20h20v20h-20z" fill="#0000ff"/><circle cx="30" cy="30" r="6" fill="none" stroke="#000000" stroke-width="2"/></svg>"""


def test_a_plain_drawing_stays_a_drawing():
    written = render_pdf(page_with(Media("svg", SVG, 40, 40, fallback=png(SQUARES))))
    with pikepdf.open(io.BytesIO(written)) as pdf:
        assert "/XObject" not in pdf.pages[0].resources or not pdf.pages[0].resources.XObject.keys()
    drawn = draw_page(written)
    assert near(corners(written), [RED, GREEN, BLUE, WHITE])
    assert drawn.at(175 + 15, 175) == (0, 0, 0)


def test_a_drawing_with_more_than_paths_is_shown_as_pixels():
    shaded = SVG.replace(b"</svg>", b'<text x="1" y="9">words</text></svg>')
    written = render_pdf(page_with(Media("svg", shaded, 40, 40, fallback=coded("RGB", "PNG"))))
    assert near(corners(written), [RED, GREEN, BLUE, WHITE])
    with pikepdf.open(io.BytesIO(written)) as pdf:
        assert len(pdf.pages[0].resources.XObject.keys()) == 1


def test_a_drawing_is_cropped_like_a_picture():
    box = PictureBox(BOX, "digest", crop=(0.5, 0, 0, 0.5), alt="Green")
    drawn = draw_page(render_pdf(page_with(Media("svg", SVG, 40, 40), box)))
    assert drawn.at(110, 110) == drawn.at(190, 190) == GREEN
    assert drawn.ink(0, 0, 99, 792) == drawn.ink(0, 201, 612, 792) == 0
