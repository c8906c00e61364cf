"""What ships, as a whole: every file of every lesson is valid, says what its plan says, and is the same each time."""

import io
import re
import zipfile

import pypdfium2
import pytest
from pptx import Presentation

from hornbook.build.editions import make_edition
from hornbook.build.workspace import built_in
from hornbook.diagnostics import Severity
from hornbook.plan.deck import Deck, SlidePlan
from hornbook.plan.page import GroupBox, Pages, PictureBox, TableContent, TextBox
from support.office import as_pdf
from support.shipped import EACH_LESSON, diagnostics, editions, plans, products, reports
from support.structure import plan_artifacts, plan_words, read_words
from support.validators import deck_problems, pdf_problems, pdfium_text

PAPERS = pytest.mark.parametrize("paper", ["letter", "a4"])


@EACH_LESSON
def test_every_edition_has_a_deck_its_pdf_and_the_handouts_it_asks_for(lesson):
    for edition in editions(lesson):
        names = {product.name for product in products(lesson) if product.audience == edition.lesson.audience}
        end = f"-{edition.lesson.audience}" if edition.lesson.audience else ""
        handouts = {f"handouts/{wanted.recipe.name}{end}.pdf" for wanted in edition.handouts}
        assert names == {f"{lesson}{end}.pptx", f"{lesson}{end}.pdf", *handouts}


@EACH_LESSON
def test_every_deck_has_a_report_that_finds_nothing(lesson):
    found = reports(lesson)
    assert len(found) == len(editions(lesson))
    for report in found:
        assert "No accessibility issues found." in report.data.decode()


@EACH_LESSON
def test_every_deck_keeps_to_the_schema_of_powerpoint(lesson):
    for product in products(lesson):
        if product.kind == "deck":
            assert deck_problems(product.data) == []


@PAPERS
@EACH_LESSON
def test_every_pdf_keeps_to_pdf_ua(lesson, paper):
    for product in products(lesson, paper):
        if product.kind != "deck":
            assert pdf_problems(product.data) == [], product.name


@PAPERS
@EACH_LESSON
def test_every_pdf_says_the_words_of_its_plan_in_order_and_nothing_else(lesson, paper):
    files = {product.name: product.data for product in products(lesson, paper)}
    for planned in plans(lesson, paper):
        if isinstance(planned.plan, Pages):
            said = read_words(files[planned.name])
            assert said.problems == [], planned.name
            assert said.words == plan_words(planned.plan), planned.name
            assert said.artifacts == plan_artifacts(planned.plan), planned.name


@EACH_LESSON
def test_pdfium_reads_every_title_of_a_deck(lesson):
    files = {product.name: product.data for product in products(lesson)}
    for planned in plans(lesson):
        if isinstance(planned.plan, Deck):
            text = squeezed(pdfium_text(files[planned.name.removesuffix(".pptx") + ".pdf"]))
            shown = [slide for slide in planned.plan.slides if not slide.hidden]
            assert [slide.title for slide in shown if squeezed(slide.title) not in text] == []


@EACH_LESSON
def test_a_second_reader_finds_titles_notes_and_alternative_texts(lesson):
    files = {product.name: product.data for product in products(lesson)}
    for planned in plans(lesson):
        if isinstance(planned.plan, Deck):
            read = Presentation(io.BytesIO(files[planned.name]))
            for slide, plan in zip(read.slides, planned.plan.slides, strict=True):
                assert squeezed(slide.shapes.title.text) == squeezed(plan.title)
                found = squeezed(slide.notes_slide.notes_text_frame.text) if slide.has_notes_slide else ""
                for paragraph in plan.notes:
                    assert squeezed("".join(run.text for run in paragraph.runs)) in found
                alts = [alt_of(box, plan) for box in plan.boxes if isinstance(box, (PictureBox, GroupBox))]
                written = [element.get("descr") for element in slide.shapes._spTree.iter() if element.get("descr")]
                assert sorted(filter(None, alts)) == sorted(written)


@pytest.mark.office
@EACH_LESSON
def test_libreoffice_draws_every_slide(lesson, tmp_path):
    files = {product.name: product.data for product in products(lesson)}
    for planned in plans(lesson):
        if isinstance(planned.plan, Deck):
            (tmp_path / planned.name).write_bytes(files[planned.name])
            drawn = pypdfium2.PdfDocument(as_pdf(tmp_path / planned.name, tmp_path).read_bytes())
            assert len(drawn) == sum(not slide.hidden for slide in planned.plan.slides)


@EACH_LESSON
def test_the_same_edition_gives_the_same_bytes(lesson):
    first = editions(lesson)[0]
    again = make_edition(first).products
    before = {product.name: product.data for product in (*products(lesson), *reports(lesson))}
    assert [product.name for product in again if before[product.name] != product.data] == []


@EACH_LESSON
def test_no_path_of_this_machine_is_in_a_deck(lesson):
    for product in products(lesson):
        if product.kind == "deck":
            with zipfile.ZipFile(io.BytesIO(product.data)) as parts:
                held = b"".join(parts.read(name) for name in parts.namelist())
            assert str(built_in()).encode() not in held
            assert b"lesson.yaml" not in held


@EACH_LESSON
def test_a_shipped_lesson_has_no_error_and_no_warning_but_those_that_only_a_person_can_clear(lesson):
    allowed = {"HB501", "HB502", "HB503"}
    found = [each for each in diagnostics(lesson) if each.severity is not Severity.NOTE and each.code not in allowed]
    assert found == []


def alt_of(box: PictureBox | GroupBox, plan: SlidePlan) -> str:
    """A table's alternative text is its caption, or the title above it."""
    native = box.native if isinstance(box, GroupBox) else None
    return (native.caption or plan.title) if isinstance(native, TableContent) else box.alt


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u00a0\u00ad\u2011]+", "", text)


@EACH_LESSON
def test_a_card_shows_the_number_of_its_own_contact_and_of_no_other(lesson):
    for edition in editions(lesson):
        contacts = {squeezed((each.what or each.name).plain): each for each in edition.lesson.contacts}
        for planned in plans(lesson):
            deck = planned.plan
            if isinstance(deck, Deck) and planned.name.endswith(f"{edition.lesson.audience}.pptx"):
                for box in (box for slide in deck.slides if slide.kind == "help" for box in slide.boxes):
                    if isinstance(box, TextBox) and box.placeholder.startswith("card"):
                        contact = contacts[squeezed(box.paragraphs[0].plain)]
                        said = [squeezed(text.plain) for text in (contact.call, contact.text, contact.name) if text]
                        assert squeezed(box.paragraphs[1].plain) in said


@EACH_LESSON
def test_every_phone_number_on_a_page_is_the_number_of_a_contact_of_the_lesson(lesson):
    number = re.compile(r"(?<![\d.])(?:\d-)?\d{3}-\d{3}-\d{4}(?!\d)")
    for edition in editions(lesson):
        known = " ".join(
            text.plain for each in edition.lesson.contacts for text in (each.call, each.text, each.tty) if text
        )
        for product in products(lesson):
            if product.kind != "deck" and product.audience == edition.lesson.audience:
                found = set(number.findall(pdfium_text(product.data)))
                assert {each for each in found if each not in known} == set(), product.name
