"""A test for each known reason for which PowerPoint offers to repair a file that other programs open."""

import posixpath
from collections import Counter
from itertools import chain
from xml.etree import ElementTree as ET

import pytest

from render_pptx.package import NS, R_EMBED, R_ID, Package, tag
from render_pptx.sample import MEDIA

SHAPES = tuple(tag(f"p:{name}") for name in ("sp", "pic", "graphicFrame", "cxnSp", "grpSp"))
PLACED = ("slides", "slideLayouts", "slideMasters", "notesSlides", "notesMasters", "handoutMasters")


def placed(package: Package) -> list[tuple[str, ET.Element]]:
    return [(name, package.tree(name)) for folder in PLACED for name in package.parts(folder)]


def test_every_part_that_the_content_types_name_is_there(package):
    missing = [name for name in package.overrides if name.lstrip("/") not in package.names]
    assert missing == []


def test_every_part_has_a_content_type(package):
    untyped = [
        name
        for name in package.names
        if f"/{name}" not in package.overrides and name.rpartition(".")[2] not in package.defaults
    ]
    assert untyped == []
    xml = [name for name in package.names if name.endswith(".xml") and name != "[Content_Types].xml"]
    assert [name for name in xml if f"/{name}" not in package.overrides] == []


def test_every_extension_that_the_content_types_name_occurs(package):
    used = {name.rpartition(".")[2] for name in package.names}
    assert set(package.defaults) <= used


def test_pictures_have_the_media_types_that_office_knows(package):
    assert {package.defaults.get("png"), package.defaults.get("svg")} == {"image/png", "image/svg+xml"}
    assert "image/jpg" not in [*package.defaults.values(), *package.overrides.values()]


def test_every_relationship_leads_to_a_part(package):
    dangling = []
    for name in package.names:
        if name.endswith(".rels"):
            continue
        for kind, target, outside in package.relationships(name).values():
            if not outside and target not in package.names:
                dangling.append((name, kind, target))
    assert dangling == []


def test_every_part_is_reached_from_the_package(package):
    seen: set[str] = set()
    waiting = [target for _, target, _ in package.relationships("").values()]
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting += [target for _, target, outside in package.relationships(name).values() if not outside]
    parts = {name for name in package.names if not name.endswith(".rels") and name != "[Content_Types].xml"}
    assert parts == seen


def test_every_relationship_id_in_use_is_defined_and_every_defined_link_is_used(package):
    for name in package.names:
        if not name.endswith(".xml") or name == "[Content_Types].xml":
            continue
        used = {
            value for node in package.tree(name).iter() for key, value in node.attrib.items() if key in (R_ID, R_EMBED)
        }
        defined = package.relationships(name)
        assert used <= set(defined), name
        idle = {kind for id, (kind, _, _) in defined.items() if id not in used}
        assert not idle & {"hyperlink", "image", "chart", "package"}, name


def test_shape_ids_are_unique_on_their_slide(package):
    for name, root in placed(package):
        ids = [node.get("id") for node in root.iter(tag("p:cNvPr"))]
        assert len(ids) == len(set(ids)), name
        assert all(id and int(id) > 0 for id in ids), name


def test_slide_master_and_layout_ids_are_unique_and_in_their_ranges(package):
    root = package.tree("ppt/presentation.xml")
    slides = [int(node.get("id", "0")) for node in root.iter(tag("p:sldId"))]
    assert slides == list(range(256, 256 + len(slides)))
    masters = [int(node.get("id", "0")) for node in root.iter(tag("p:sldMasterId"))]
    layouts = [
        int(node.get("id", "0"))
        for node in package.tree("ppt/slideMasters/slideMaster1.xml").iter(tag("p:sldLayoutId"))
    ]
    together = masters + layouts
    assert len(set(together)) == len(together)
    assert min(together) >= 2147483648


def test_every_shape_has_a_body_of_text_with_a_paragraph(package):
    for name, root in placed(package):
        for shape in root.iter(tag("p:sp")):
            picture_of_slide = shape.find(".//p:ph[@type='sldImg']", NS) is not None
            body = shape.find("p:txBody", NS)
            assert picture_of_slide or (body is not None and body.find("a:p", NS) is not None), name


def test_no_shape_has_a_negative_size(package):
    for name, root in placed(package):
        for extent in root.iter(tag("a:ext")):
            if "cx" in extent.attrib:
                assert int(extent.get("cx", "")) >= 0, name
                assert int(extent.get("cy", "")) >= 0, name


def test_a_number_is_never_written_as_not_a_number(package):
    for name in package.names:
        if name.endswith(".xml"):
            values = {value for node in package.tree(name).iter() for value in node.attrib.values()}
            assert not values & {"nan", "NaN", "inf", "-inf"}, name


def test_a_background_says_that_it_has_no_effects(package):
    backgrounds = [node for _, root in placed(package) for node in root.iter(tag("p:bgPr"))]
    assert backgrounds
    assert all(node.find("a:effectLst", NS) is not None for node in backgrounds)


def test_no_outline_is_empty(package):
    outlines = [node for _, root in placed(package) for node in root.iter(tag("a:ln"))]
    assert outlines
    assert all(len(node) for node in outlines)


def test_a_slide_has_at_most_one_timing_and_nothing_alternate(package):
    for name in package.parts("slides"):
        root = package.tree(name)
        assert len(root.findall("p:timing", NS)) <= 1
        assert b"AlternateContent" not in package.bytes(name)


def test_the_children_of_a_slide_stand_in_the_order_of_the_schema(package):
    order = ["cSld", "clrMapOvr", "transition", "timing", "extLst"]
    for name in package.parts("slides"):
        children = [node.tag.rpartition("}")[2] for node in package.tree(name)]
        assert children == sorted(children, key=order.index), name


def test_a_shape_tree_begins_with_its_own_properties(package):
    for name, root in placed(package):
        tree = root.find("p:cSld/p:spTree", NS)
        assert tree is not None
        assert [node.tag for node in tree][:2] == [tag("p:nvGrpSpPr"), tag("p:grpSpPr")], name
        assert all(node.tag in SHAPES for node in list(tree)[2:]), name


def test_the_notes_master_has_its_six_placeholders_with_places_and_its_own_theme(package):
    root = package.tree("ppt/notesMasters/notesMaster1.xml")
    marks = [(node.get("type"), node.get("idx", "0")) for node in root.iter(tag("p:ph"))]
    assert marks == [("hdr", "0"), ("dt", "1"), ("sldImg", "2"), ("body", "3"), ("ftr", "4"), ("sldNum", "5")]
    assert all(shape.find("p:spPr/a:xfrm", NS) is not None for shape in root.iter(tag("p:sp")))
    assert root.find("p:clrMap", NS) is not None
    themes = Counter(
        target
        for name in chain.from_iterable(package.parts(f) for f in ("slideMasters", "notesMasters", "handoutMasters"))
        for kind, target, _ in package.relationships(name).values()
        if kind == "theme"
    )
    assert sorted(themes.items()) == [(f"ppt/theme/theme{number}.xml", 1) for number in (1, 2, 3)]


def test_notes_and_slides_lead_to_each_other(package):
    notes = package.parts("notesSlides")
    assert notes
    for name in notes:
        own = {kind: target for kind, target, _ in package.relationships(name).values()}
        back = {kind: target for kind, target, _ in package.relationships(own["slide"]).values()}
        assert back["notesSlide"] == name
        assert own["notesMaster"] == "ppt/notesMasters/notesMaster1.xml"


def test_every_chart_has_a_part_and_a_workbook_of_its_own(package):
    charts = package.parts("charts")
    books = [target for name in charts for kind, target, _ in package.relationships(name).values() if kind == "package"]
    assert len(charts) == len(set(books)) == 5
    users = [
        target
        for name in package.parts("slides")
        for kind, target, _ in package.relationships(name).values()
        if kind == "chart"
    ]
    assert sorted(users) == sorted(charts)


def test_every_cell_has_a_paragraph_also_an_empty_one(package):
    cells = list(package.slide(7).iter(tag("a:tc")))
    assert len(cells) == 6
    assert all(cell.find("a:txBody/a:p", NS) is not None for cell in cells)
    assert all(cell.find("a:tcPr", NS).get("anchor") == "ctr" for cell in cells)


def test_a_graphic_frame_has_the_place_of_its_placeholder(package):
    frames = 0
    for name in package.parts("slides"):
        for frame in package.tree(name).iter(tag("p:graphicFrame")):
            mark = frame.find(".//p:ph", NS)
            same = next(
                shape
                for shape in package.tree(package.layout_of(name)).iter(tag("p:sp"))
                if shape.find(".//p:ph", NS) is not None and shape.find(".//p:ph", NS).get("idx") == mark.get("idx")
            )
            own, theirs = frame.find("p:xfrm", NS), same.find("p:spPr/a:xfrm", NS)
            assert [node.attrib for node in own] == [node.attrib for node in theirs]
            frames += 1
    assert frames == 6


def test_slides_are_listed_once_in_one_section_each(package):
    root = package.tree("ppt/presentation.xml")
    listed = [node.get("id") for node in root.iter(tag("p14:sldId"))]
    slides = [node.get("id") for node in root.iter(tag("p:sldId"))]
    assert listed == slides


def test_the_same_picture_is_one_part(package):
    media = [posixpath.basename(name) for name in package.names if name.startswith("ppt/media/")]
    assert sorted(media) == ["a1.png", "b2.png", "b2.svg"]
    assert package.bytes("ppt/media/b2.svg") == MEDIA["b2"].data


def test_no_text_holds_a_character_that_xml_forbids(package):
    for name in package.names:
        if name.endswith((".xml", ".rels")):
            ET.fromstring(package.bytes(name))


def test_the_validator_for_office_files_finds_nothing(deck_bytes, tmp_path):
    from openxml_audit import OpenXmlValidator

    path = tmp_path / "deck.pptx"
    path.write_bytes(deck_bytes)
    result = OpenXmlValidator(max_errors=20).validate(str(path))
    assert [str(error) for error in result.errors] == []


@pytest.mark.parametrize("folder", PLACED)
def test_there_are_parts_of_each_kind_to_look_at(package, folder):
    assert package.parts(folder)
