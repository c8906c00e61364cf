"""Words in the file: found again by other programs, under their roles, with fonts that are all there."""

import io
import re

import pikepdf
import pytest
from msgspec.structs import replace

from hornbook.plan.page import Tag
from hornbook.plan.structure import StructureBuilder
from hornbook.render.pdf import render_pdf
from hornbook.source.runs import Run
from hornbook.units import Rect
from render_pdf.plans import BODY, SLIDE, one_paragraph, pages_of, paragraph, text_box
from support.pictures import draw_page
from support.structure import assert_says_its_plan, pdf_words, read_words
from support.validators import pdf_problems, pdfium_text, poppler_text

SENTENCE = "Office fish: an AVATAR affirms “first” fluency, naïve café – ½ price."


@pytest.mark.parametrize("style", [BODY, SLIDE], ids=["print", "slide"])
def test_other_programs_read_the_words(style):
    data = render_pdf(one_paragraph(SENTENCE, style=style))
    assert pdfium_text(data).split() == SENTENCE.split()
    assert pdf_problems(data) == []
    assert poppler_text(data).split() == SENTENCE.split()


def test_lines_that_break_leave_a_space_between_their_words():
    pages = one_paragraph("one two three four five six seven eight nine ten", width=60)
    assert len(pages.pages[0].boxes[0].lines) > 3
    assert [word for _, word in pdf_words(render_pdf(pages))] == [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
    ]


def test_an_address_that_breaks_stays_one_word():
    address = "https://example.org/a-long-way/that-goes-on/and-on/until-it-breaks"
    pages = one_paragraph(Run(address, link=address), width=120)
    assert len(pages.pages[0].boxes[0].lines) > 1
    assert pdf_words(render_pdf(pages)) == [("Link", address)]


def test_a_tab_and_a_forced_break_are_spaces_to_who_listens():
    style = replace(BODY, tabs=(120.0,))
    pages = one_paragraph("6 April 2018\tThe site is seized", Run("\n"), "by the law", style=style)
    assert [word for _, word in pdf_words(render_pdf(pages))] == [
        "6",
        "April",
        "2018",
        "The",
        "site",
        "is",
        "seized",
        "by",
        "the",
        "law",
    ]


def test_runs_that_touch_stay_one_word():
    pages = one_paragraph("un", Run("believ", strong=True), "able, ", Run("H"), Run("2", script="sub"), "O")
    assert [word for _, word in pdf_words(render_pdf(pages))] == ["unbelievable,", "H2O"]


@pytest.mark.parametrize("cut", [1, 2, 5])
def test_a_paragraph_that_goes_on_overleaf_is_one_element(cut):
    builder = StructureBuilder("Document", "en-US")
    element = builder.add("P")
    words = paragraph("Force fraud and coercion, and the force of law, and the fraud of it, " * 2)
    whole = text_box((words,), (Tag(element),), Rect(72, 72, 150, 300))
    cuts = ((0, cut), (cut, len(whole.lines)))
    pages = pages_of(builder, *((replace(whole, lines=whole.lines[first:last]),) for first, last in cuts))
    data = render_pdf(pages)
    assert_says_its_plan(data, pages)
    assert pdf_problems(data) == []


def test_every_font_is_embedded_and_means_something():
    data = render_pdf(one_paragraph("Plain ", Run("strong", strong=True), " and ", Run("leaning", emphasis=True)))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        fonts = list(pdf.pages[0].resources.Font.values())
        assert len(fonts) == 3
        for font in fonts:
            assert font.Subtype == "/Type0"
            assert font.Encoding == "/Identity-H"
            descendant = font.DescendantFonts[0]
            assert len(descendant.FontDescriptor.FontFile2.read_bytes()) > 500
            assert re.fullmatch(r"/[A-Z]{6}\+Atkinson-\w+", str(font.BaseFont))
            assert descendant.CIDToGIDMap == "/Identity"
            assert b"<0000> <" not in font.ToUnicode.read_bytes().split(b"endcodespacerange")[1]


def test_only_the_glyphs_used_are_embedded():
    short, long = (render_pdf(one_paragraph(words)) for words in ("aaa", "abcdefghijklmnopqrstuvwxyz" * 2))
    assert len(short) < len(long)


def test_widths_are_those_of_the_font():
    from hornbook.typeset.faces import face

    data = render_pdf(one_paragraph("i", style=SLIDE))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        widths = pdf.pages[0].resources.Font["/F1"].DescendantFonts[0].W
        assert float(widths[1][0]) == pytest.approx(1000 * face("arimo-400").advance("i"), abs=0.01)


def test_a_character_made_of_several_glyphs_is_read_as_written():
    written = "x\u0323\u0302 marks"
    data = render_pdf(one_paragraph(written, style=SLIDE))
    assert "".join(word for _, word in pdf_words(data)) == written.replace(" ", "")
    assert pdf_problems(data) == []


def test_a_glyph_that_stands_for_two_characters_keeps_both_apart():
    # the face draws the Greek question mark with the glyph of the semicolon, or another pair with one glyph
    written = "a; b\u037e c"
    data = render_pdf(one_paragraph(written, style=SLIDE))
    assert "".join(word for _, word in pdf_words(data)) == written.replace(" ", "")


@pytest.mark.parametrize("written", ["Well done 了 all", "了", "日本 and on"])
def test_what_the_face_does_not_have_is_left_empty_and_said(written):
    data = render_pdf(one_paragraph(written, style=SLIDE))
    assert [word for _, word in pdf_words(data)] == written.split()
    assert pdf_problems(data) == []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        shown = [bytes(part) for operands, operator in pikepdf.parse_content_stream(pdf.pages[0]) if str(operator) == "TJ"
                 for part in operands[0] if isinstance(part, pikepdf.String)]  # fmt: skip
        assert not any(codes[at : at + 2] == b"\0\0" for codes in shown for at in range(0, len(codes), 2))


def test_half_of_a_character_does_not_stop_the_printer():
    assert pdf_problems(render_pdf(one_paragraph("broken \ud83d words", style=SLIDE))) == []


def test_words_beyond_latin_come_back():
    written = "Tiếng Việt, Ελληνικά, русский"
    data = render_pdf(one_paragraph(written, style=replace(BODY, family="Noto Sans")))
    assert pdfium_text(data).split() == written.split()
    assert pdf_problems(data) == []


def test_kerning_pulls_letters_together_only_in_print():
    from hornbook.typeset.faces import face

    arimo = face("arimo-400")
    assert arimo.advance("AVAV", kerning=True) < arimo.advance("AVAV", kerning=False)
    kerned, plain = (
        draw_page(render_pdf(one_paragraph("AVAVAVAVAVAV", style=replace(SLIDE, kerning=kerning))))
        for kerning in (True, False)
    )
    edges = [max(x for x in range(72, 400) if drawn.ink(x, 72, x + 1, 100)) for drawn in (kerned, plain)]
    assert edges[0] < edges[1]


def test_no_word_is_furniture_and_content_at_once():
    builder = StructureBuilder("Document", "en-US")
    element = builder.add("P")
    content = text_box((paragraph("Said to all"),), (Tag(element),))
    furniture = text_box((paragraph("Page one"),), (Tag(),), Rect(72, 700, 300, 20))
    pages = pages_of(builder, (content, furniture))
    data = render_pdf(pages)
    found = read_words(data)
    assert found.words == [("P", "Said"), ("P", "to"), ("P", "all")]
    assert dict(found.artifacts) == {"Page": 1, "one": 1}
    assert_says_its_plan(data, pages)


def test_words_of_another_language_say_so():
    builder = StructureBuilder("Document", "en-US")
    element = builder.add("P")
    spanish = builder.add("Span", element, language="es")
    words = paragraph("Say ", Run("no estás solo", language="es"), " aloud")
    data = render_pdf(pages_of(builder, (text_box((words,), (Tag(element, runs={1: spanish}),)),)))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        root = pdf.Root.StructTreeRoot.K[0]
        assert root.Lang == "en-US"
        assert root.K.K[1].Lang == "es"
        assert pdf.Root.Lang == "en-US"


def test_a_turned_box_turns_its_words():
    builder = StructureBuilder("Document", "en-US")
    element = builder.add("P")
    box = text_box((paragraph("1-888-373-7888"),), (Tag(element),), Rect(200, 200, 100, 20), rotation=90)
    drawn = draw_page(render_pdf(pages_of(builder, (box,))))
    assert drawn.ink(200, 200, 238, 220) == 0
    assert drawn.ink(240, 160, 262, 262) > 100


def test_an_empty_page_is_a_page_all_the_same():
    assert pdf_problems(render_pdf(pages_of(StructureBuilder("Document", "en-US"), ()))) == []
