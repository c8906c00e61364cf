"""The letter that goes home."""

from io import BytesIO
from zipfile import ZipFile

import pytest
import zxingcpp
from msgspec.structs import replace
from PIL import Image

from handout.lessons import text, texts
from handout.sheets import NOTHING, RIVERS, deck, planned, recipe_named, sheet, with_print, written_sheet
from hornbook.handout.document import make_document
from hornbook.paginate.sheet import Sheet
from hornbook.plan.page import ShapeBox
from hornbook.render.docx import render_docx
from hornbook.units import PAPERS
from paginate.documents import read_boxes, theme, words_on, written
from support.structure import assert_says_its_plan
from support.validators import pdf_problems


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_the_file_passes_pdf_ua_and_says_its_plan(paper):
    assert pdf_problems(written_sheet("family-letter", paper)) == []
    assert_says_its_plan(written_sheet("family-letter", paper), sheet("family-letter", paper))


def test_it_says_every_paragraph_in_order_and_whom_to_call():
    said = " ".join(words_on(sheet("family-letter"))).replace("\u00a0", " ")
    order = [
        said.index(each) for each in ("Dear families,", "We will go to the river.", "Bring boots.", "1-800-555-0100")
    ]
    assert order == sorted(order)


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_the_slip_stands_at_the_foot_of_the_one_page_below_a_line_to_cut_along(paper):
    (page,) = sheet("family-letter", paper).pages
    cut = next(box for box in page.boxes if isinstance(box, ShapeBox) and box.dash)
    below = [box for box in read_boxes(page) if box.rect.top > cut.rect.top]
    assert [written(box).replace("\u00a0", " ") for box in below][:3] == [
        "Reply",
        "Please cut here and send it back",
        "Name of your child",
    ]
    body = Sheet(page.size).body
    assert body.bottom - 16 < max(box.rect.bottom for box in below if box.rect.top < body.bottom) <= body.bottom


def test_the_slip_offers_the_other_task_only_where_there_is_one():
    def choices(**changes):
        pages, _ = planned("family-letter", lesson=with_print(**changes))
        said = [written(box).replace("\u00a0", " ") for box in read_boxes(pages.pages[0])]
        return [words for words in said if words.startswith("My child")]

    assert choices() == ["My child takes part.", "My child does the other task."]
    assert choices(opt_out=None) == ["My child takes part.", "My child does not take part."]


def test_a_lesson_without_a_letter_is_told_so():
    _, diagnostics = planned("family-letter", lesson=replace(RIVERS, print=NOTHING))
    assert [each.code for each in diagnostics] == ["HB429"]


FLOOD = "https://flood.example.org/chat"


def with_page(name: str = "Flood line"):
    first, *others = RIVERS.contacts
    return (replace(first, name=text(name), chat=text(FLOOD)), *others)


def test_the_code_stands_in_the_margin_beside_the_last_paragraphs_over_the_name_of_whom_it_reaches():
    plan, diagnostics = planned("family-letter", lesson=replace(RIVERS, contacts=with_page()))
    assert diagnostics == ()
    (page,) = plan.pages
    (code,) = (box for box in page.boxes if "QR" in getattr(box, "alt", ""))
    said = [(written(box).replace("\u00a0", " "), box.rect) for box in read_boxes(page)]
    assert all(rect.right <= code.rect.left for words, rect in said if words in ("Bring boots.", "Dear families,"))
    dark = code.rect.left + min(box.rect.left for box in code.boxes) * code.rect.width / code.space.width
    (name,) = (rect for words, rect in said if words == "Flood line" and rect.left == pytest.approx(dark))
    assert 0 <= name.top - code.rect.bottom < 9


def test_a_long_name_makes_the_margin_wider_and_is_not_cut():
    contacts = with_page("Hochwasserschutzbeauftragter")
    _, diagnostics = planned("family-letter", lesson=replace(RIVERS, contacts=contacts))
    assert diagnostics == ()


def test_a_long_letter_flows_on_and_its_code_stays_beside_the_end():
    letter = texts(*["Words about the river, and what the class will do there all day long. " * 6] * 14)
    lesson = replace(with_print(letter=letter), contacts=with_page())
    plan, diagnostics = planned("family-letter", lesson=lesson)
    assert {each.code for each in diagnostics} == {"HB333"}
    assert any("QR" in getattr(box, "alt", "") for box in plan.pages[-1].boxes)


def test_the_code_of_a_copy_to_edit_is_read_as_well():
    document, _ = make_document(replace(RIVERS, contacts=with_page()), recipe_named("family-letter"), deck())
    with ZipFile(BytesIO(render_docx(document, theme(), deck(), PAPERS["letter"]))) as parts:
        pictures = [Image.open(BytesIO(parts.read(name))) for name in parts.namelist() if name.endswith(".png")]
    assert [found.text for image in pictures for found in zxingcpp.read_barcodes(image)] == [FLOOD]
