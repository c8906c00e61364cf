"""The judges themselves: each must see the fault that it is there for, most of which validators let pass."""

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from msgspec.structs import replace

from hornbook.plan.page import Pages, ShapeBox, Tag
from hornbook.plan.structure import Element, StructureBuilder
from hornbook.render.pdf import render_pdf
from hornbook.source.runs import Run
from hornbook.units import Rect
from render_pdf.plans import BODY, one_paragraph, pages_of, paragraph, text_box
from support import verapdf
from support.structure import assert_says_its_plan, read_words
from support.validators import deck_problems, pdf_problems

PLAN = one_paragraph(
    "See ", Run("this page", link="https://example.org/"), " and write ", Run("it", write_in=True), " down"
)


SILENT = pages_of(StructureBuilder("Document", "en-US"), (ShapeBox(Rect(0, 0, 9, 9), "rect", "voice", element=1),))
SILENT = replace(SILENT, elements=(*SILENT.elements, Element("Figure", 0)))
"""A figure without alternative text."""


def spoiled(change: Callable[[pikepdf.Pdf], None]) -> bytes:
    with pikepdf.open(io.BytesIO(render_pdf(PLAN))) as pdf:
        change(pdf)
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


def paragraph_of(pdf: pikepdf.Pdf) -> pikepdf.Dictionary:
    return pdf.Root.StructTreeRoot.K[0].K


def lead_nowhere(pdf: pikepdf.Pdf) -> None:
    paragraph_of(pdf).Pg = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Page))


def forget_words(pdf: pikepdf.Pdf) -> None:
    element = paragraph_of(pdf)
    element.K = pikepdf.Array([kid for kid in element.K if kid != 0])


def swap_parents(pdf: pikepdf.Pdf) -> None:
    owners = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    owners[0], owners[1] = owners[1], owners[0]


def lose_link(pdf: pikepdf.Pdf) -> None:
    link = paragraph_of(pdf).K[1]
    link.K = pikepdf.Array([kid for kid in link.K if not isinstance(kid, pikepdf.Dictionary)])


def draw_loosely(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].contents_add(b"0 0 10 10 re f")


def say_twice(pdf: pikepdf.Pdf) -> None:
    element = paragraph_of(pdf)
    element.K = pikepdf.Array([*element.K, 0])


@pytest.mark.parametrize("fault", [lead_nowhere, forget_words, swap_parents, lose_link, draw_loosely, say_twice])
def test_the_walk_sees_the_fault(fault):
    assert read_words(render_pdf(PLAN)).problems == []
    assert read_words(spoiled(fault)).problems != []


def test_words_in_another_order_are_seen():
    def turn(pdf: pikepdf.Pdf) -> None:
        element = paragraph_of(pdf)
        element.K = pikepdf.Array(reversed(list(element.K)))

    with pytest.raises(AssertionError):
        assert_says_its_plan(spoiled(turn), PLAN)


def test_a_page_that_is_all_furniture_passes_the_validator_but_not_the_walk():
    builder = StructureBuilder("Document", "en-US")
    element = builder.add("P")
    box = text_box((paragraph("Read me"),), (Tag(element),))
    plan = pages_of(builder, (box,))
    furniture = replace(plan, pages=(replace(plan.pages[0], boxes=(replace(box, tags=(Tag(),)),)),))
    data = render_pdf(furniture)
    assert pdf_problems(data) == []
    with pytest.raises(AssertionError):
        assert_says_its_plan(data, plan)


def test_the_validator_sees_a_figure_without_words():
    assert pdf_problems(render_pdf(SILENT)) != []


def test_qpdf_and_the_validator_see_a_broken_file():
    assert pdf_problems(render_pdf(PLAN).replace(b"/StructTreeRoot", b"/StructTreeRoof")) != []


def test_the_auditor_of_decks_sees_a_broken_deck(tmp_path: Path):
    from pptx import Presentation

    deck = Presentation()
    deck.slides.add_slide(deck.slide_layouts[0])
    deck.save(tmp_path / "deck.pptx")
    assert deck_problems((tmp_path / "deck.pptx").read_bytes()) == []
    tree = deck.slides[0].shapes._spTree
    tree.remove(tree[0])
    deck.save(tmp_path / "deck.pptx")
    assert deck_problems((tmp_path / "deck.pptx").read_bytes()) != []


@pytest.mark.slow
@pytest.mark.skipif(not verapdf.AVAILABLE, reason="HORNBOOK_VERAPDF names no folder of jars")
def test_verapdf_agrees(tmp_path: Path):
    style = replace(BODY, indent=24, hanging=24, bullet="check")
    builder = StructureBuilder("Document", "en-US")
    item = builder.add("LI", builder.add("L"))
    tag = Tag(builder.add("LBody", item), builder.add("Lbl", item))
    listed = pages_of(builder, (text_box((paragraph("An item", style=style),), (tag,), Rect(72, 72, 200, 40)),))
    plans: dict[str, Pages] = {"list": listed, "link": PLAN}
    paths = []
    for name, plan in plans.items():
        paths.append(tmp_path / f"{name}.pdf")
        paths[-1].write_bytes(render_pdf(plan))
    assert verapdf.verapdf_problems(paths) == []
    assert verapdf.verapdf_problems(paths, "2a") == []
    paths[0].write_bytes(render_pdf(SILENT))
    assert verapdf.verapdf_problems(paths) != []
