"""The structure tree: roles, order, tables, lists, links, figures, and what the catalog says of the file."""

import io

import pikepdf
import pytest
from msgspec.structs import replace

from hornbook.plan.page import Bookmark, GroupBox, Pages, ShapeBox, Tag
from hornbook.plan.structure import Element, StructureBuilder
from hornbook.render.pdf import render_pdf
from hornbook.source.runs import Run
from hornbook.units import Rect, Size
from render_pdf.plans import BODY, one_paragraph, pages_of, paragraph, text_box
from support.pictures import draw_page
from support.structure import assert_says_its_plan, pdf_words
from support.validators import pdf_problems

ADDRESS = "https://example.org/(a)"


def opened(pages: Pages) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(render_pdf(pages)))


def find(element, role: str):
    """Every element of that role, in the order of the tree."""
    if not isinstance(element, pikepdf.Dictionary) or "/S" not in element:
        return []
    kids = element.get("/K", pikepdf.Array([]))
    below = [one for kid in (kids if isinstance(kids, pikepdf.Array) else [kids]) for one in find(kid, role)]
    return [element, *below] if f"/{role}" == element.S else below


def table() -> Pages:
    builder = StructureBuilder("Document", "en-US")
    root = builder.add("Table")
    head = builder.add("TR", builder.add("THead", root))
    body = builder.add("TR", builder.add("TBody", root))
    cells = [
        builder.add("TH", head, scope="Column", column_span=2),
        builder.add("TH", body, scope="Row"),
        builder.add("TD", body, row_span=2),
    ]
    boxes = [
        text_box((paragraph(words),), (Tag(element),), Rect(72 + 100 * index, 72, 90, 20))
        for index, (words, element) in enumerate(zip(["Reports", "2022", "80,524"], cells, strict=True))
    ]
    builder.add("TD", body)
    return pages_of(builder, tuple(boxes))


def test_cells_say_what_they_head_and_span():
    with opened(table()) as pdf:
        root = pdf.Root.StructTreeRoot.K[0]
        column, row = find(root, "TH")
        assert (column.A.O, column.A.Scope, column.A.ColSpan) == ("/Table", "/Column", 2)
        assert row.A.Scope == "/Row"
        spanning, empty = find(root, "TD")
        assert spanning.A.RowSpan == 2
        assert "/A" not in empty
        assert "/K" not in empty
    assert_says_its_plan(render_pdf(table()), table())


def test_a_numbered_list_says_that_it_is_one():
    builder = StructureBuilder("Document", "en-US")
    ordered, plain = builder.add("L", ordered=True), builder.add("L")
    tags = [
        Tag(builder.add("LBody", item), builder.add("Lbl", item))
        for item in (builder.add("LI", ordered), builder.add("LI", plain))
    ]
    style = replace(BODY, indent=24, hanging=24)
    words = (
        paragraph("First", style=replace(style, bullet="number"), label="1."),
        paragraph("Any", style=replace(style, bullet="disc")),
    )
    pages = pages_of(builder, (text_box(words, tuple(tags)),))
    with opened(pages) as pdf:
        lists = find(pdf.Root.StructTreeRoot.K[0], "L")
        assert [str(one.A.ListNumbering) for one in lists] == ["/Decimal", "/Disc"]
    assert_says_its_plan(render_pdf(pages), pages)
    assert pdf_problems(render_pdf(pages)) == []


@pytest.mark.parametrize(("label", "numbering"), [("B.", "/UpperAlpha"), ("(a)", "/LowerAlpha"), ("7.", "/Decimal")])
def test_a_list_counts_as_its_labels_do(label, numbering):
    builder = StructureBuilder("Document", "en-US")
    item = builder.add("LI", builder.add("L", ordered=True))
    tag = Tag(builder.add("LBody", item), builder.add("Lbl", item))
    words = paragraph("Any", style=replace(BODY, indent=24, hanging=24, bullet="letter"), label=label)
    pages = pages_of(builder, (text_box((words,), (tag,)),))
    with opened(pages) as pdf:
        assert find(pdf.Root.StructTreeRoot.K[0], "L")[0].A.ListNumbering == numbering
    assert_says_its_plan(render_pdf(pages), pages)


def test_a_link_stands_between_the_words_around_it():
    pages = one_paragraph("See ", Run("this page", link=ADDRESS), " today")
    data = render_pdf(pages)
    assert pdf_words(data) == [("P", "See"), ("Link", "this"), ("Link", "page"), ("P", "today")]
    assert pdf_problems(data) == []


def test_a_link_has_an_area_on_each_of_its_lines():
    pages = one_paragraph("See ", Run("this long link that needs two lines", link=ADDRESS), width=150)
    with opened(pages) as pdf:
        areas = list(pdf.pages[0].Annots)
        assert len(areas) == 2
        assert {str(area.A.URI) for area in areas} == {ADDRESS}
        assert all(area.Contents == "To this long link that needs two lines" for area in areas)
        tops = [float(area.Rect[3]) for area in areas]
        assert tops[0] > tops[1]
        assert pdf.pages[0].Tabs == "/S"


def test_an_address_is_written_in_ascii():
    with opened(one_paragraph(Run("Straße", link="https://example.org/straße?q=a b"))) as pdf:
        assert pdf.pages[0].Annots[0].A.URI == "https://example.org/stra%C3%9Fe?q=a%20b"


def test_a_control_character_in_a_title_does_not_break_the_metadata():
    with opened(replace(one_paragraph("Words"), title="A\x07title")) as pdf, pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == "A title"


def test_the_area_of_a_link_lies_over_its_words():
    pages = one_paragraph(Run("link", link=ADDRESS), style=replace(BODY, size=30))
    with opened(pages) as pdf:
        left, bottom, right, top = (float(edge) for edge in pdf.pages[0].Annots[0].Rect)
    drawn = draw_page(render_pdf(pages))
    assert drawn.ink(left - 1, 791 - top, right + 1, 793 - bottom) == drawn.ink(0, 0, 612, 792) > 0


def test_links_in_a_scaled_group_lie_where_they_are_drawn():
    pages = one_paragraph(Run("link", link=ADDRESS))
    group = GroupBox(Rect(300, 400, 306, 396), Size(612, 792), pages.pages[0].boxes)
    pages = replace(pages, pages=(replace(pages.pages[0], boxes=(group,)),))
    with opened(pages) as pdf:
        left, bottom, right, top = (float(edge) for edge in pdf.pages[0].Annots[0].Rect)
    drawn = draw_page(render_pdf(pages))
    assert drawn.ink(left - 1, 791 - top, right + 1, 793 - bottom) == drawn.ink(0, 0, 612, 792) > 0


def test_a_link_inside_the_file_leads_to_its_page():
    builder = StructureBuilder("Document", "en-US")
    element = builder.add("P")
    link = builder.add("Link", element, target=2, alt="Part 2")
    box = text_box((paragraph(Run("Part 2", link="#slide-9")),), (Tag(element, runs={0: link}),))
    pages = pages_of(builder, (box,), ())
    with opened(pages) as pdf:
        assert pdf.pages[0].Annots[0].Dest[0].objgen == pdf.pages[1].objgen
    assert pdf_problems(render_pdf(pages)) == []


def test_a_figure_says_where_it_is():
    builder = StructureBuilder("Document", "en-US")
    figure = builder.add("Figure", alt="A square")
    pages = pages_of(builder, (ShapeBox(Rect(100, 100, 50, 60), "rect", "voice", element=figure),))
    with opened(pages) as pdf:
        found = find(pdf.Root.StructTreeRoot.K[0], "Figure")[0]
        assert found.Alt == "A square"
        assert [float(edge) for edge in found.A.BBox] == [100, 632, 150, 692]
    assert pdf_problems(render_pdf(pages)) == []


def test_a_picture_in_a_link_can_be_clicked():
    builder = StructureBuilder("Document", "en-US")
    link = builder.add("Link", url=ADDRESS, alt="Watch the film")
    figure = builder.add("Figure", link, alt="A code to scan")
    pages = pages_of(builder, (ShapeBox(Rect(100, 100, 50, 60), "rect", "voice", element=figure),))
    data = render_pdf(pages)
    with opened(pages) as pdf:
        assert [float(edge) for edge in pdf.pages[0].Annots[0].Rect] == [100, 632, 150, 692]
    assert pdf_words(data)[0] == ("Figure", "A")
    assert pdf_problems(data) == []


def test_a_blank_is_a_line_that_is_heard_as_blank():
    pages = one_paragraph("It uses ", Run("force", key=True, write_in=True), " or fraud")
    data = render_pdf(pages)
    assert pdf_words(data) == [("P", "It"), ("P", "uses"), ("Span", "blank"), ("P", "or"), ("P", "fraud")]
    assert_says_its_plan(data, pages)
    assert pdf_problems(data) == []
    blank = next(one for one in pages.pages[0].boxes[0].lines[0].fragments if one.kind == "blank")
    line = pages.pages[0].boxes[0].lines[0]
    ink = draw_page(data).ink(
        72 + blank.x + 5, 72 + line.baseline, 72 + blank.x + blank.width - 5, 72 + line.baseline + 4
    )
    assert ink > blank.width


def test_the_order_of_the_tree_is_that_of_the_plan_not_that_of_the_sheet():
    builder = StructureBuilder("Document", "en-US")
    first, second = builder.add("P"), builder.add("P")
    boxes = (
        text_box((paragraph("second"),), (Tag(second),)),
        text_box((paragraph("first"),), (Tag(first),), Rect(72, 300, 200, 20)),
    )
    pages = pages_of(builder, boxes)
    assert pdf_words(render_pdf(pages)) == [("P", "first"), ("P", "second")]
    assert_says_its_plan(render_pdf(pages), pages)


def test_notes_have_names_of_their_own():
    builder = StructureBuilder("Document", "en-US")
    notes = [builder.add("Note"), builder.add("Note")]
    boxes = [text_box((paragraph("A note"),), (Tag(note),), Rect(72, 72 + 30 * note, 200, 20)) for note in notes]
    pages = pages_of(builder, tuple(boxes))
    with opened(pages) as pdf:
        found = find(pdf.Root.StructTreeRoot.K[0], "Note")
        assert len({str(note.ID) for note in found}) == 2
        assert pdf.Root.StructTreeRoot.IDTree.Names[1].objgen == found[0].objgen
    assert pdf_problems(render_pdf(pages)) == []


def test_the_file_says_its_title_language_and_standard():
    with opened(one_paragraph("Words")) as pdf:
        assert pdf.Root.Lang == "en-US"
        assert pdf.Root.MarkInfo.Marked is True or bool(pdf.Root.MarkInfo.Marked)
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert pdf.Root.ViewerPreferences.PrintScaling == "/None"
        assert "/Duplex" not in pdf.Root.ViewerPreferences
        assert pdf.docinfo["/Title"] == "A title"
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == "A title"
            assert metadata["dc:creator"] == ["An author"]
            assert metadata["pdfuaid:part"] == "1"


def test_titles_may_hold_any_letter_and_sign():
    pages = replace(
        one_paragraph("Words"), title='Ёлка & <b> (\\) "x"', author="Zoë & Ann", bookmarks=(Bookmark("Ёлка (1", 0, 0),)
    )
    with opened(pages) as pdf:
        assert pdf.docinfo["/Title"] == pages.title
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == pages.title
            assert metadata["dc:creator"] == [pages.author]
        with pdf.open_outline() as outline:
            assert outline.root[0].title == "Ёлка (1"
    assert pdf_problems(render_pdf(pages)) == []


@pytest.mark.parametrize("sides", ["Simplex", "DuplexFlipShortEdge", "DuplexFlipLongEdge"])
def test_the_printer_is_told_the_sides(sides):
    with opened(replace(one_paragraph("Words"), duplex=sides)) as pdf:
        assert pdf.Root.ViewerPreferences.Duplex == f"/{sides}"


def test_bookmarks_stand_under_their_sections():
    builder = StructureBuilder("Document", "en-US")
    marks = (Bookmark("Part 1", 0, 0), Bookmark("Opening", 0, 1), Bookmark("Deep", 1, 3), Bookmark("Part 2", 1, 0))
    with opened(replace(pages_of(builder, (), ()), bookmarks=marks)) as pdf, pdf.open_outline() as outline:
        assert [entry.title for entry in outline.root] == ["Part 1", "Part 2"]
        assert [entry.title for entry in outline.root[0].children] == ["Opening"]
        assert [entry.title for entry in outline.root[0].children[0].children] == ["Deep"]
        assert outline.root[1].destination[0].objgen == pdf.pages[1].objgen


def test_no_date_no_path_and_no_name_of_a_machine_is_in_the_file():
    data = render_pdf(one_paragraph("Words"))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert set(pdf.docinfo.keys()) == {"/Title", "/Author", "/Subject", "/Producer"}
        assert b"CreateDate" not in pdf.Root.Metadata.read_bytes()


def test_the_same_plan_gives_the_same_bytes():
    assert render_pdf(table()) == render_pdf(table())


def test_other_words_give_another_id():
    ids = []
    for words in ("one", "two"):
        with opened(one_paragraph(words)) as pdf:
            ids.append(bytes(pdf.trailer.ID[0]))
    assert ids[0] != ids[1]


def test_an_element_without_marks_stays_in_the_tree():
    builder = StructureBuilder("Document", "en-US")
    assert builder.add("Sect") == 1
    with opened(pages_of(builder, ())) as pdf:
        assert pdf.Root.StructTreeRoot.K[0].K.S == "/Sect"
    assert Element("Sect", 0) == builder.done()[1]
