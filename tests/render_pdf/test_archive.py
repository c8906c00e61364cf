"""PDF/A-2a: what a file says of its colours, and which files say nothing."""

import io

import pikepdf
from PIL import Image, ImageCms

from hornbook.plan.page import Media
from hornbook.render.pdf import render_pdf
from hornbook.render.pdf.archive import srgb_profile
from render_pdf.plans import one_paragraph
from render_pdf.test_pictures import coded, page_with


def opened(pages) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(render_pdf(pages)))


def claims(pdf: pikepdf.Pdf) -> bool:
    said = pdf.open_metadata().get("pdfaid:part") == "2" and pdf.open_metadata().get("pdfaid:conformance") == "A"
    assert said == ("/OutputIntents" in pdf.Root)
    return said


def test_colours_of_the_profile_are_those_of_a_screen():
    colours = Image.new("RGB", (256, 3))
    for value in range(256):
        for row in range(3):
            colours.putpixel((value, row), (value, 7 * value % 256, 255 - value))
    ours = ImageCms.ImageCmsProfile(io.BytesIO(srgb_profile()))
    seen = ImageCms.profileToProfile(colours, ours, ImageCms.createProfile("sRGB"))
    assert ImageCms.getProfileDescription(ours).strip() == "sRGB"
    assert seen is not None
    assert seen.tobytes() == colours.tobytes()


def test_a_page_says_that_it_is_pdf_a_and_carries_its_profile():
    with opened(one_paragraph("Words")) as pdf:
        assert claims(pdf)
        assert pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes() == srgb_profile()


def test_a_picture_in_printing_inks_is_no_pdf_a():
    with opened(page_with(Media("jpeg", coded("CMYK", "JPEG"), 40, 40))) as pdf:
        assert not claims(pdf)
    with opened(page_with(Media("jpeg", coded("RGB", "JPEG"), 40, 40))) as pdf:
        assert claims(pdf)


def test_the_profile_is_small():
    assert len(srgb_profile()) < 500
