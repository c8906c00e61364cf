"""Slides as pages, as groups in a handout, and as words."""

import pytest
from msgspec.structs import replace

from hornbook.plan.deck import Deck, DeckSection, SlidePlan
from hornbook.plan.drawing import deck_pages, slide_group, slide_words
from hornbook.plan.dump_pages import dump_pages
from hornbook.plan.page import Bookmark, Box, GroupBox, Page, Pages, ShapeBox, Tag
from hornbook.plan.structure import ARTIFACT, Element, Role, StructureBuilder
from hornbook.render.pdf import render_pdf
from hornbook.source.runs import Run
from hornbook.theme.model import Layout, PrintStyles, Shape, Theme
from hornbook.units import Rect, Size
from render_pdf.plans import PALETTE, SLIDE, paragraph, text_box
from support.pictures import draw_page
from support.structure import assert_says_its_plan, pdf_words
from support.validators import pdf_problems

NUMERAL = replace(SLIDE, align="center", colour="paper", bold=True)
DISC = Shape("ellipse", Rect(800, 40, 60, 60), "voice", text="7", text_style=NUMERAL)
LAYOUT = Layout("Plain", "Plain", "normal", 0, "obj", "cream", (Shape("rect", Rect(0, 500, 960, 40), "dark"), DISC), ())
THEME = Theme("plain", "Plain", PALETTE, "Arial", "Arial", Size(960, 540), {"Plain": LAYOUT}, PrintStyles({}))


def slide(number: int, title: str, section: int = 0, role: Role = "H3", **more: object) -> SlidePlan:
    builder = StructureBuilder("Sect")
    heading, body = builder.add(role), builder.add("P")
    link = builder.add("Link", body, target=3, alt="The third")
    item = builder.add("LI", builder.add("L", ordered=True))
    boxes: tuple[Box, ...] = (
        replace(
            text_box((paragraph(title, style=SLIDE),), (Tag(heading),), Rect(60, 60, 700, 40)), placeholder="title"
        ),
        text_box(
            (paragraph("Read on in ", Run("the third", link="#slide-3"), style=SLIDE),),
            (Tag(body, runs={1: link}),),
            Rect(60, 120, 700, 40),
        ),
        text_box(
            (paragraph("Listed", style=replace(SLIDE, bullet="number", indent=30, hanging=30), label="1."),),
            (Tag(builder.add("LBody", item), builder.add("Lbl", item)),),
            Rect(60, 180, 700, 40),
        ),
        text_box((paragraph(str(number), style=SLIDE),), (Tag(),), Rect(60, 480, 100, 30)),
    )
    return replace(
        SlidePlan(number, "Plain", title, "points", boxes, builder.done(), (), section, f"s1-{number}"), **more
    )


def deck(*slides: SlidePlan, sections: tuple[DeckSection, ...] = ()) -> Deck:
    return Deck("A deck", "", "en-US", ("Ann", "Bob"), "Said", (), THEME, slides, sections)


THREE = deck(slide(1, "One"), slide(2, "Two"), slide(3, "Three"))


def test_each_slide_is_a_page_under_one_document():
    pages = deck_pages(THREE)
    assert len(pages.pages) == 3
    assert [element.role for element in pages.elements if element.parent == 0] == ["Sect"] * 3
    assert (pages.title, pages.author, pages.subject, pages.language) == ("A deck", "Ann, Bob", "Said", "en-US")


def test_the_pages_say_what_the_slides_say():
    pages = deck_pages(THREE)
    data = render_pdf(pages)
    assert pdf_words(data)[:6] == [
        ("H1", "One"),
        ("P", "Read"),
        ("P", "on"),
        ("P", "in"),
        ("Link", "the"),
        ("Link", "third"),
    ]
    assert_says_its_plan(data, pages)
    assert pdf_problems(data) == []


@pytest.mark.parametrize(
    ("written", "nested"),
    [("123", "123"), ("3333", "1111"), ("13233", "12233"), ("1424", "1223"), ("231", "121")],
)
def test_headings_skip_no_level(written, nested):
    slides = [slide(number, f"Slide {number}", role=f"H{level}") for number, level in enumerate(written, start=1)]
    pages = deck_pages(deck(*slides))
    assert [element.role for element in pages.elements if element.role.startswith("H")] == [
        f"H{level}" for level in nested
    ]
    assert pdf_problems(render_pdf(pages)) == []


def test_the_layout_is_drawn_behind_the_slide():
    drawn = draw_page(render_pdf(deck_pages(THREE)), scale=1)
    assert drawn.at(5, 5) == (255, 240, 208)
    assert drawn.at(900, 520) == (16, 16, 96)
    assert drawn.at(806, 70) == (0, 112, 96)
    numeral = [drawn.at(x, y) for x in range(815, 845) for y in range(55, 85)]
    assert (255, 255, 255) in numeral


def test_a_hidden_slide_has_no_page_and_links_to_it_are_words():
    pages = deck_pages(deck(slide(1, "One"), slide(2, "Two"), slide(3, "Three", hidden=True)))
    assert len(pages.pages) == 2
    assert "Link" not in {element.role for element in pages.elements}
    assert pdf_problems(render_pdf(pages)) == []


def test_links_lead_to_the_page_that_a_slide_became():
    pages = deck_pages(deck(slide(1, "One"), slide(2, "Two", hidden=True), slide(3, "Three")))
    assert {element.target for element in pages.elements if element.role == "Link"} == {2}


def test_some_slides_can_be_asked_for_by_number():
    pages = deck_pages(THREE, (2,))
    assert [mark.title for mark in pages.bookmarks] == ["Two"]


def test_bookmarks_are_sections_with_their_slides():
    sections = (DeckSection("", 1, 1), DeckSection("Part", 2, 2))
    pages = deck_pages(
        deck(slide(1, "One"), slide(2, "Part", 1, kind="section"), slide(3, "Three", 1), sections=sections)
    )
    assert pages.bookmarks == (Bookmark("One", 0, 0), Bookmark("Part", 1, 0), Bookmark("Three", 2, 1))


def test_the_words_of_a_slide_leave_out_furniture():
    assert slide_words(THREE.slides[0]) == "One. Read on in the third. 1. Listed."


def test_the_words_of_a_slide_tell_pictures_by_their_alternative_text():
    box = GroupBox(Rect(0, 0, 100, 100), Size(10, 10), (), 1, alt="A chart: 3 of 4", one_mark=True)
    plain = THREE.slides[0]
    assert slide_words(replace(plain, boxes=(plain.boxes[0], box))) == "One. A chart: 3 of 4."


def test_numbers_of_sources_are_not_read_out():
    plain = THREE.slides[0]
    cited = text_box((paragraph("So it is", Run("4", cite=("a",), script="super"), style=SLIDE),), (Tag(1),))
    assert slide_words(replace(plain, boxes=(cited,))) == "One. So it is."


@pytest.mark.parametrize("figure", [ARTIFACT, 1])
def test_a_slide_in_a_handout_is_one_mark_in_its_box(figure):
    group = slide_group(THREE, 2, Rect(100, 100, 240, 135), figure)
    elements = (Element("Document", -1, language="en-US"), Element("Figure", 0, alt=group.alt))
    pages = Pages((Page(Size(612, 792), "paper", (group,)),), elements[: 2 if figure == 1 else 1], THEME, "T", "en-US")
    data = render_pdf(pages)
    assert group.alt == "Two. Read on in the third. 1. Listed."
    assert [word for _, word in pdf_words(data)] == (group.alt.split() if figure == 1 else [])
    assert_says_its_plan(data, pages)
    assert pdf_problems(data) == []
    drawn = draw_page(data)
    assert drawn.at(102, 102) == (255, 240, 208)
    assert drawn.ink(0, 0, 99, 792) == drawn.ink(341, 0, 612, 792) == drawn.ink(0, 236, 612, 792) == 0


def test_pages_are_dumped_with_their_boxes_and_their_tree():
    text = dump_pages(deck_pages(deck(slide(1, "One"), slide(3, "Three"))))
    assert text.splitlines()[:3] == [
        "pages 'A deck' en-US theme=plain",
        "bookmark 'One' page 1",
        "bookmark 'Three' page 2",
    ]
    assert "page 2 960 x 540 cream" in text
    assert "    H1 20 One" in text
    assert "      Link alt='The third' to='page 2'" in text


def test_a_shape_without_text_has_no_words():
    boxes = deck_pages(THREE).pages[0].boxes
    assert isinstance(boxes[0], ShapeBox)
    assert [type(box).__name__ for box in boxes[:3]] == ["ShapeBox", "ShapeBox", "TextBox"]
