"""QR codes as a phone sees them: decoded from drawings of the files, they lead where the lesson says."""

import pypdfium2
import pytest
import zxingcpp

from hornbook.build.editions import Edition, plan_edition
from hornbook.build.gather import gather
from hornbook.build.options import Options
from hornbook.build.workspace import built_in, find_lesson
from hornbook.lesson.variants import PLAIN, Variant
from hornbook.render.pdf import render_pdf
from support.shipped import EACH_LESSON

PHONE = 2.0
"""Dots to a point: 144 to the inch, less than a phone sees at arm's length."""


def decoded(data: bytes) -> set[str]:
    drawn = (page.render(scale=PHONE).to_pil().convert("L") for page in pypdfium2.PdfDocument(data))
    return {found.text for image in drawn for found in zxingcpp.read_barcodes(image)}


def addresses(edition: Edition) -> set[str]:
    """Where a code may lead: to a contact, to a film."""
    contacts = {text.plain for each in edition.lesson.contacts for text in (each.url, each.chat) if text}
    films = {str(getattr(slide.body, "url", "")) for slide in edition.lesson.slides}
    return contacts | films


def first_edition(lesson: str, only: str, variant: Variant) -> Edition:
    place = find_lesson(lesson, built_in())
    return gather(place, Options(only=(only,), variant=variant), built_in()).editions[0]


@pytest.mark.parametrize(
    ("only", "variant"), [("deck-pdf", PLAIN), ("slides-1up", PLAIN), ("slides-2up", Variant(mono=True))]
)
@EACH_LESSON
def test_every_code_is_read_and_leads_where_the_lesson_says(lesson, only, variant):
    edition = first_edition(lesson, only, variant)
    ((planned,), _) = plan_edition(edition)
    found = decoded(render_pdf(planned.plan))
    assert bool(found) == any("QR code" in element.alt for element in planned.plan.elements)
    assert found <= addresses(edition)


@pytest.mark.parametrize("variant", [PLAIN, Variant(mono=True), Variant(18)])
def test_the_code_of_a_leaflet_is_read_and_its_address_stands_beside_it(variant):
    place = find_lesson("human-trafficking-and-the-internet", built_in())
    options = Options(only=("brochure",), audiences=("community",), variant=variant)
    ((planned,), _) = plan_edition(gather(place, options, built_in()).editions[0])
    (url,) = decoded(render_pdf(planned.plan))
    shown = url.removeprefix("https://")
    assert f"QR code that leads to {shown}" in {element.alt for element in planned.plan.elements}
    assert any(element.url == url and element.alt == shown for element in planned.plan.elements)
