"""Fonts with CFF outlines: a font of two square letters goes through the same door as TrueType."""

import base64
import io
import zlib
from pathlib import Path

import pikepdf
import pytest

from hornbook.plan.page import Page, Pages, Tag, TextBox
from hornbook.plan.structure import StructureBuilder
from hornbook.render.pdf import fonts, render_pdf
from hornbook.source.runs import Run
from hornbook.typeset.faces import Face
from hornbook.typeset.harfbuzz import Outlines
from hornbook.typeset.text import Fragment, Line, Paragraph, ParagraphStyle
from hornbook.units import Rect
from render_pdf.plans import LETTER, THEME
from support.pictures import draw_page
from support.structure import pdf_words
from support.validators import pdf_problems, pdfium_text

SQUARES = (
    "c-n<gJxc>Y5Pf@hNlbI`3mXN4idYCj3b7DHg|s<L3Jbw3dKe_pm=6@Il!1WQ+1UF71Pd`33-u3(y`4qMNG=*U-)({zo6It^Z)SJi"
    "&dkOVi5P+?LC4@mG#b_?=T`u20)ULg7b4NddI}J9k=)J5EQ;8sU!%XAvgMvU+_)n4bTP$%?@YW9zfxyXnZl|64SVD((I3pn(<}_j"
    "<8r9}Lz%JV$>kIIk{*BdC|_V56w#&$t7oY<*7d<oX!#Sm{(=7zA^WU$PozWZ#+ajr-6fuE@jRl<b{hC224E=*UEGQb_!RCZJuIsf"
    "Rpol;t)7bwRZ+P6)?znPAn?ng5eHbaFoKMjTpg?tO~j9jGH2&E?fqg}<`Bm*=Pr?hjXXAK_vxoq1gdLqYNH;5+6~Nk^W`ph$_iaq"
    "RkP;0?z{W=+lSt-T|+<!G0-i?!^6(FR;@U9Ez9>1s?>*{hk9<PtSL-0Qy77fNvCW!&rPRZ9dpVpt6lb+&P;WzS!>q5YkpHrisq~H"
    "Q~Za>54%%mbN"
)
"""An OpenType font: A is 500 wide and 700 high from 50, B a square of 300, in 1000 units."""


@pytest.fixture
def squares(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "squares.otf"
    path.write_bytes(zlib.decompress(base64.b85decode(SQUARES)))
    made = Face("squares", "Arial", bold=False, italic=False)
    made.__dict__["_outlines"] = Outlines(path, 400)
    monkeypatch.setattr(fonts, "face", {"squares": made}.__getitem__)


def test_cff_outlines_are_embedded_drawn_and_read(squares: None) -> None:
    builder = StructureBuilder("Document", "en-US")
    element = builder.add("P")
    fragment = Fragment(0, 185, "AB A", "squares", 100, "ink", 0, 0)
    box = TextBox(
        Rect(100, 100, 300, 100),
        (Paragraph((Run("AB A"),), ParagraphStyle("Arial", 100)),),
        (Line(0, 80, 100, (fragment,), 0),),
        (100, 100),
        (Tag(element),),
    )
    data = render_pdf(Pages((Page(LETTER, "paper", (box,)),), builder.done(), THEME, "A title", "en-US"))
    assert pdf_words(data) == [("P", "AB"), ("P", "A")]
    assert pdfium_text(data).split() == ["AB", "A"]
    assert pdf_problems(data) == []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        descendant = pdf.pages[0].resources.Font["/F1"].DescendantFonts[0]
        assert descendant.Subtype == "/CIDFontType0"
        assert descendant.FontDescriptor.FontFile3.Subtype == "/OpenType"
        assert descendant.FontDescriptor.FontFile3.read_bytes().startswith(b"OTTO")
    drawn = draw_page(data)
    assert drawn.at(130, 140) == drawn.at(175, 170) == drawn.at(255, 140) == (0, 0, 0)
    assert drawn.at(175, 140) == drawn.at(215, 170) == (255, 255, 255)
