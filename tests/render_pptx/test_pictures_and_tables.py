"""Pictures and tables as slides hold them."""

import pytest
from msgspec.structs import replace

from hornbook.plan.deck import Deck
from hornbook.plan.page import GroupBox, ShapeBox
from hornbook.render.pptx import render_pptx
from hornbook.units import Rect, Size
from render_pptx.package import NS, R_EMBED, Package, described, tag, words_of
from render_pptx.sample import MEDIA, daylight, picture_box, slide, table_box


def package_of(*plans) -> Package:
    return Package(render_pptx(Deck("A", "", "en-US", (), "", (), daylight(), plans, (), media=MEDIA)))


def picture_slide(number=1, digest="a1", **extra):
    layout = daylight().layouts["Picture"]
    return slide(number, "Picture", "Seen", picture_box(layout, digest, **extra))


def picture_of(package: Package, number=1):
    return next(package.slide(number).iter(tag("p:pic")))


def test_a_picture_has_its_alternative_text_and_no_file_name():
    picture = picture_of(package_of(picture_slide()))
    assert described(picture).get("descr") == "A plain picture"
    assert described(picture).get("name") == "Picture"
    assert described(picture).find(".//adec:decorative", NS) is None


def test_a_decorative_picture_is_marked_and_has_no_text():
    picture = picture_of(package_of(picture_slide(alt="left over", decorative=True)))
    assert described(picture).get("descr") == ""
    assert described(picture).find(".//adec:decorative", NS).get("val") == "1"


def test_a_cropped_picture_says_what_is_cut_in_thousandths_of_a_per_cent():
    picture = picture_of(package_of(picture_slide(crop=(0.1, 0.0, 0.25, 0.0))))
    assert dict(picture.find("p:blipFill/a:srcRect", NS).attrib) == {"l": "10000", "r": "25000"}


def test_a_picture_that_does_not_fill_its_placeholder_is_fitted_not_moved():
    whole = daylight().layouts["Picture"]["picture"].rect
    half = Rect(whole.left + whole.width / 4, whole.top, whole.width / 2, whole.height)
    picture = picture_of(package_of(replace_box(picture_slide(), rect=half)))
    assert dict(picture.find("p:blipFill/a:srcRect", NS).attrib) == {"l": "-50000", "r": "-50000"}
    assert len(picture.find("p:spPr", NS)) == 0


def replace_box(plan, **changes):
    boxes = tuple(replace(box, **changes) if getattr(box, "digest", "") else box for box in plan.boxes)
    return replace(plan, boxes=boxes)


def test_a_vector_picture_comes_with_a_raster_for_programs_that_need_one():
    package = package_of(picture_slide(digest="b2"))
    blip = picture_of(package).find("p:blipFill/a:blip", NS)
    links = package.relationships("ppt/slides/slide1.xml")
    assert links[blip.get(R_EMBED)][1] == "ppt/media/b2.png"
    assert links[blip.find(".//asvg:svgBlip", NS).get(R_EMBED)][1] == "ppt/media/b2.svg"


def test_a_picture_on_many_slides_is_one_part():
    package = package_of(*(picture_slide(number) for number in range(1, 6)))
    assert [name for name in package.names if name.startswith("ppt/media/")] == ["ppt/media/a1.png"]


def test_a_drawing_without_words_is_one_described_group():
    dots = tuple(ShapeBox(Rect(x, 0, 5, 5), "rect", fill="ink") for x in (0, 10))
    drawing = GroupBox(Rect(100, 200, 40, 20), Size(20, 10), dots, alt="Two dots")
    group = next(package_of(slide(1, "Title Only", "Dots", drawing)).slide(1).iter(tag("p:grpSp")))
    assert described(group).get("descr") == "Two dots"
    place = group.find("p:grpSpPr/a:xfrm", NS)
    assert [dict(node.attrib) for node in place] == [
        {"x": "1270000", "y": "2540000"},
        {"cx": "508000", "cy": "254000"},
        {"x": "0", "y": "0"},
        {"cx": "254000", "cy": "127000"},
    ]
    assert len(group.findall("p:sp", NS)) == 2


@pytest.fixture
def table():
    layout = daylight().layouts["Table"]
    return next(package_of(slide(1, "Table", "Counted", table_box(layout))).slide(1).iter(tag("p:graphicFrame")))


def test_the_header_row_and_the_header_column_are_marked(table):
    properties = table.find(".//a:tblPr", NS)
    assert (properties.get("firstRow"), properties.get("firstCol"), properties.get("bandRow")) == ("1", "1", None)


def test_a_table_without_headers_marks_none():
    layout = daylight().layouts["Table"]
    box = table_box(layout)
    plain = replace(box, native=replace(box.native, header=False, row_headers=False))
    root = package_of(slide(1, "Table", "Counted", plain)).slide(1)
    assert set(next(root.iter(tag("a:tblPr"))).attrib) == set()


def test_a_table_is_described_by_its_caption(table):
    assert described(table).get("descr") == "Reports by year"


def test_cells_say_their_size_and_nothing_that_the_table_style_says(table):
    for run in table.iter(tag("a:rPr")):
        assert dict(run.attrib) == {"lang": "en-US", "sz": "2000"}
        assert len(run) == 0


def test_the_table_has_a_style_that_is_in_the_deck(table):
    package = package_of(slide(1, "Title Only", "One"))
    style = package.tree("ppt/tableStyles.xml")
    assert table.find(".//a:tableStyleId", NS).text == style.find("a:tblStyle", NS).get("styleId") == style.get("def")


def test_columns_fill_the_frame(table):
    widths = [int(column.get("w")) for column in table.iter(tag("a:gridCol"))]
    assert abs(sum(widths) - int(table.find("p:xfrm/a:ext", NS).get("cx"))) <= len(widths)


def test_numbers_are_ranged_right_where_the_plan_says_so():
    layout = daylight().layouts["Table"]
    box = table_box(layout)
    (number,) = box.native.cells[1][1]
    right = replace(number, style=replace(number.style, align="right"))
    rows = (box.native.cells[0], (box.native.cells[1][0], (right,)), box.native.cells[2])
    root = package_of(slide(1, "Table", "Counted", replace(box, native=replace(box.native, cells=rows)))).slide(1)
    aligned = [(cell, cell.find(".//a:pPr", NS)) for cell in root.iter(tag("a:tc"))]
    assert [words_of(cell) for cell, format in aligned if format is not None and format.get("algn") == "r"] == [
        "80,524"
    ]
