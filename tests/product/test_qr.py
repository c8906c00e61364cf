"""QR codes as a phone sees them: decoded from drawings of the files, they lead where the lesson says."""

import pypdfium2
import pytest
import zxingcpp

from hornbook.build.editions import Edition, plan_edition
from hornbook.build.gather import gather
from hornbook.build.options import Options
from hornbook.build.workspace import built_in, find_lesson
from hornbook.lesson.variants import PLAIN, Variant
from hornbook.media.qr import QUIET_ZONE, qr_modules
from hornbook.plan.mirroring import mirrored_pages
from hornbook.plan.page import GroupBox, Pages
from hornbook.render.pdf import render_pdf
from hornbook.units import PAPERS, POINTS_PER
from paginate.documents import text_boxes
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


CHAT = "https://humantraffickinghotline.org/chat"


def planned_sheet(only: str, variant: Variant = PLAIN, paper: str = "letter"):
    place = find_lesson("human-trafficking-and-the-internet", built_in())
    options = Options(only=(only,), audiences=("classroom",), variant=variant, paper=paper)
    ((planned,), _) = plan_edition(gather(place, options, built_in()).editions[0])
    return planned.plan


@pytest.mark.parametrize("variant", [PLAIN, Variant(mono=True), Variant(18), Variant(20)])
@pytest.mark.parametrize(
    ("only", "paper"),
    [("tear-off-poster", paper) for paper in PAPERS] + [("family-letter", "letter"), ("family-letter", "a4")],
)
def test_the_code_of_a_poster_and_of_a_letter_is_as_large_as_a_phone_needs_and_clear_of_everything(
    only, paper, variant
):
    plan = planned_sheet(only, variant, paper)
    assert f"QR code that leads to {CHAT.removeprefix('https://')}" in {element.alt for element in plan.elements}
    ((found, drawn),) = (
        (code, image)
        for page in pypdfium2.PdfDocument(render_pdf(plan))
        for image in [page.render(scale=PHONE).to_pil().convert("L")]
        for code in zxingcpp.read_barcodes(image)
    )
    assert found.text == CHAT
    corners = found.position
    left, top = corners.top_left.x, corners.top_left.y
    right, bottom = corners.bottom_right.x, corners.bottom_right.y
    across = (right - left) / PHONE / POINTS_PER["cm"]
    assert across >= 2.0
    around = round((right - left) / (len(qr_modules(CHAT)) - 2 * QUIET_ZONE) * QUIET_ZONE) - 2
    for edge in (
        (left - around, top - around, left - 2, bottom + around),
        (right + 3, top - around, right + around, bottom + around),
        (left - around, top - around, right + around, top - 2),
        (left - around, bottom + 3, right + around, bottom + around),
    ):
        assert drawn.crop(edge).getextrema()[0] > 250


@pytest.mark.parametrize("variant", [PLAIN, Variant(18), Variant(20)])
@pytest.mark.parametrize("paper", PAPERS)
def test_the_numbers_of_a_poster_stay_larger_than_all_words_but_its_headline(paper, variant):
    (page,) = planned_sheet("tear-off-poster", variant, paper).pages
    sizes = {box.paragraphs[0].plain: box.paragraphs[0].style.size for box in text_boxes(page)}
    numbers = [sizes.pop(each) for each in ("1-888-373-7888", "233733", "911")]
    headline = max(sizes, key=sizes.__getitem__)
    assert headline.startswith("Is")
    assert min(numbers) > max(size for words, size in sizes.items() if words != headline)
    assert min(numbers) >= (50 if variant == PLAIN else 30)


def test_the_code_is_not_turned_round_where_a_page_is():
    """A code in a mirror is none to many phones."""
    plan = planned_sheet("family-letter")
    (there,) = drawings(plan)
    (back,) = drawings(mirrored_pages(plan))
    assert there.rect != back.rect
    assert there.boxes == back.boxes


def drawings(plan: Pages) -> list[GroupBox]:
    return [box for page in plan.pages for box in page.boxes if isinstance(box, GroupBox) and "QR" in box.alt]


@pytest.mark.parametrize("variant", [PLAIN, Variant(18)])
def test_a_wallet_card_has_no_code_that_tells_what_the_card_is(variant):
    assert decoded(render_pdf(planned_sheet("wallet-cards", variant))) == set()
