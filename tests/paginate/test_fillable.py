"""Copies to fill in on a screen: every line, blank and box is a field that says what belongs there."""

import io

import pikepdf
import pypdfium2
import pytest
from pypdfium2 import raw

from handout.sheets import RIVERS, deck, recipe_named
from hornbook.handout.document import make_document
from hornbook.lesson.variants import Variant
from hornbook.paginate.pages import paginate
from hornbook.plan.document import AnswerLines, FillField, FillFields, Heading, ListBlock, ListItem, Words
from hornbook.render.pdf import render_pdf
from hornbook.source.runs import Run
from paginate.documents import LETTER, document, runs, theme, words
from support.structure import assert_says_its_plan
from support.validators import pdf_problems

NAMES = ("guided-notes", "guided-notes-key", "worksheet", "quiz", "exit-tickets", "scenario-cards", "slides-3up")


def form(*blocks, **changes):
    pages, diagnostics = paginate(document(*blocks, **changes), LETTER, theme(), None, Variant(fillable=True))
    assert diagnostics == ()
    return pages


def sheet(name):
    made, _ = make_document(RIVERS, recipe_named(name), deck())
    pages, diagnostics = paginate(made, LETTER, theme(), deck(), Variant(fillable=True))
    assert diagnostics == ()
    return pages


def fields(pages):
    return [(element.field, element.tooltip) for element in pages.elements if element.role == "Form"]


@pytest.mark.parametrize("name", NAMES)
def test_a_form_passes_pdf_ua_and_says_its_plan(name):
    pages = sheet(name)
    data = render_pdf(pages)
    assert pdf_problems(data) == []
    assert_says_its_plan(data, pages)


def test_every_field_of_a_plan_is_a_widget_with_a_name_of_its_own_and_a_tooltip():
    pages = sheet("quiz")
    file = pikepdf.open(io.BytesIO(render_pdf(pages)))
    widgets = list(file.Root.AcroForm.Fields)
    assert len(widgets) == len(fields(pages)) > 5
    assert len({str(widget.T) for widget in widgets}) == len(widgets)
    assert [str(widget.TU) for widget in widgets] == [tooltip for _, tooltip in fields(pages)]
    shown = [annotation for page in file.pages for annotation in page.obj.get("/Annots", [])]
    assert {each.objgen for each in widgets} <= {each.objgen for each in shown}
    assert {str(page.obj.Tabs) for page in file.pages} == {"/S"}


def test_a_line_says_what_is_asked_and_which_of_the_lines_it_is():
    pages = form(words("What is a river?"), AnswerLines(2), help_line=())
    assert fields(pages) == [("text", "What is a river? (1/2)"), ("text", "What is a river? (2/2)")]


def test_labels_say_what_belongs_behind_them():
    pages = form(FillFields((FillField("Name", 2), FillField("Date", 1))), help_line=())
    assert fields(pages) == [("text", "Name"), ("text", "Date")]


def test_a_choice_is_a_box_that_says_the_question_too():
    choices = ListBlock((ListItem(runs("True")), ListItem(runs("False"))), "answer")
    pages = form(words("Rain is water."), choices, help_line=())
    assert fields(pages) == [("check", "Rain is water.: True"), ("check", "Rain is water.: False")]


def test_a_blank_says_the_words_around_it():
    pages = form(Words((Run("Rain is "), Run("water", key=True, write_in=True), Run("."))), help_line=())
    assert fields(pages) == [("text", "Rain is blank.")]


def test_a_key_has_no_fields_where_the_answers_are():
    assert all(
        "Flood" in about or "Emergency" in about or "Check" in about for _, about in fields(sheet("guided-notes-key"))
    )


def test_other_copies_have_no_form():
    made, _ = make_document(RIVERS, recipe_named("quiz"), deck())
    data = render_pdf(paginate(made, LETTER, theme(), deck())[0])
    assert "/AcroForm" not in pikepdf.open(io.BytesIO(data)).Root


def test_a_form_does_not_say_that_it_is_pdf_a():
    with pikepdf.open(io.BytesIO(render_pdf(sheet("worksheet")))) as pdf:
        assert "/OutputIntents" not in pdf.Root
        assert "pdfaid:part" not in pdf.open_metadata()


def test_fields_are_read_between_the_words_around_them():
    pages = form(Heading(2, runs("First")), AnswerLines(1), Heading(2, runs("Second")), words("End"), help_line=())
    file = pikepdf.open(io.BytesIO(render_pdf(pages)))
    assert [str(kid.S) for kid in file.Root.StructTreeRoot.K[0].K] == ["/H1", "/H2", "/Form", "/H2", "/P"]
    sentence = form(Words((Run("Rain is "), Run("water", key=True, write_in=True), Run(" and more."))), help_line=())
    file = pikepdf.open(io.BytesIO(render_pdf(sentence)))
    (paragraph,) = (each for each in file.objects if _role(each) == "/P")
    assert [isinstance(kid, int) for kid in paragraph.K] == [True, False, True]


def _role(each):
    return str(each.get("/S", "")) if isinstance(each, pikepdf.Dictionary) else ""


def test_pdfium_finds_a_text_field_above_a_line_and_a_box_to_tick():
    choices = ListBlock((ListItem(runs("True")), ListItem(runs("False"))), "answer")
    data = render_pdf(form(words("Rain is water."), choices, AnswerLines(1), help_line=()))
    pdf = pypdfium2.PdfDocument(data)
    pdf.init_forms()
    page = pdf[0]
    file = pikepdf.open(io.BytesIO(data))
    kinds = []
    for widget in file.pages[0].Annots:
        left, bottom, right, top = (float(edge) for edge in widget.Rect)
        kinds.append(raw.FPDFPage_HasFormFieldAtPoint(pdf.formenv, page, (left + right) / 2, (bottom + top) / 2))
    assert kinds == [raw.FPDF_FORMFIELD_CHECKBOX, raw.FPDF_FORMFIELD_CHECKBOX, raw.FPDF_FORMFIELD_TEXTFIELD]


def test_the_same_form_has_the_same_bytes():
    assert render_pdf(sheet("quiz")) == render_pdf(sheet("quiz"))


def test_the_face_that_is_typed_in_is_in_the_file():
    pages = form(AnswerLines(1))
    file = pikepdf.open(io.BytesIO(render_pdf(pages)))
    font = file.Root.AcroForm.DR.Font.Typed
    assert (str(font.Subtype), str(font.Encoding)) == ("/TrueType", "/WinAnsiEncoding")
    assert "/FontFile2" in font.FontDescriptor
    assert float(font.Widths[ord("W") - 32]) > float(font.Widths[ord("i") - 32]) > 0
