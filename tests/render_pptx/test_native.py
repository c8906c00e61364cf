"""Every slide is read for what PowerPoint would not have written: a place, a size, a face, a format of its own."""

import pytest

from hornbook.render.pptx import render_pptx
from render_pptx.native import placeholders, strays
from render_pptx.package import NS, Package, described, tag, words_of
from render_pptx.repairs import change, harmed
from render_pptx.sample import daylight, every_kind

STRAYS = {
    "a place of its own": ("<p:spPr/>", '<p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1" cy="1"/></a:xfrm></p:spPr>'),
    "a body format": ("<a:bodyPr/>", "<a:bodyPr><a:normAutofit/></a:bodyPr>"),
    "list levels": ("<a:lstStyle/>", "<a:lstStyle><a:lvl1pPr/></a:lstStyle>"),
    "a size": ('<a:rPr lang="en-US"', '<a:rPr lang="en-US" sz="1800"'),
    "an empty language": ('<a:rPr lang="en-US"', '<a:rPr lang=""'),
    "no language": ('<a:rPr lang="en-US"', "<a:rPr"),
    "a face": ('b="1"/>', 'b="1"><a:latin typeface="Comic Sans MS"/></a:rPr>'),
    "a colour without a meaning": (
        '<a:rPr lang="en-US"/>',
        '<a:rPr lang="en-US"><a:solidFill><a:schemeClr val="accent3"/></a:solidFill></a:rPr>',
    ),
    "a colour that is none of the theme": ('<a:schemeClr val="accent1"/>', '<a:srgbClr val="FF0000"/>'),
    "an alignment": ('<a:pPr lvl="1"/>', '<a:pPr lvl="1" algn="ctr"/>'),
    "a bullet of its own": ('<a:pPr lvl="1"/>', '<a:pPr lvl="1"><a:buNone/></a:pPr>'),
    "an empty placeholder": ("<a:t>The part</a:t>", "<a:t> </a:t>"),
    "a placeholder that is not in the layout": ('type="ftr" sz="quarter" idx="', 'type="ftr" sz="quarter" idx="9'),
    "words in no placeholder": ('<p:ph type="ftr"[^>]*/>', ""),
}
"""What a slide must not have, and how it gets it: a pattern, and what stands in its place then."""


def test_no_slide_says_what_its_layout_should_say(package):
    assert strays(package) == []


@pytest.mark.parametrize("what", STRAYS)
def test_a_slide_is_found_out_that_has(package, what):
    assert strays(harmed(package, change("ppt/slides/slide3.xml", *STRAYS[what]))) != []


def test_pictures_take_their_place_from_the_layout(package):
    pictures = [picture for name in package.parts("slides") for picture in package.tree(name).iter(tag("p:pic"))]
    assert len(pictures) == 2
    assert all(len(picture.find("p:spPr", NS)) == 0 for picture in pictures)


def test_meanings_are_written_as_powerpoint_writes_them(package):
    found = {words_of(run): run.find("a:rPr", NS) for run in package.slide(3).iter(tag("a:r"))}
    assert (found["Force"].get("b"), found["Force"].find("a:solidFill/a:schemeClr", NS).get("val")) == ("1", "accent1")
    assert (found["fraud"].get("b"), found["fraud"].find("a:solidFill", NS)) == ("1", None)
    assert found["coercion"].get("i") == "1"
    assert found["1"].get("baseline") == "30000"
    assert found["2"].get("baseline") == "-25000"
    assert found["Bonjour"].get("lang") == "fr-FR"
    assert found["print()"].get("noProof") == "1"
    assert dict(found[", "].attrib) == {"lang": "en-US"}


def test_the_title_comes_first_and_shapes_are_in_reading_order(package):
    for number, plan in enumerate(every_kind().slides, 1):
        first = next(iter(package.slide(number).iter(tag("p:sp"))))
        assert first.find(".//p:ph", NS).get("type") in {"title", "ctrTitle"}
        assert words_of(first) == plan.title
    names = [described(shape).get("name") for shape in package.slide(5).iter(tag("p:sp"))]
    assert names == ["Title", "Step 1", "Step 2", "Step 3", "Footer", "Slide Number"]


def test_the_number_of_a_slide_is_a_field(package):
    field = next(package.slide(4).iter(tag("a:fld")))
    assert (field.get("type"), words_of(field)) == ("slidenum", "4")


def test_layouts_have_the_names_of_the_theme_and_only_those_that_are_wanted(package):
    names = [package.tree(name).find("p:cSld", NS).get("name") for name in package.parts("slideLayouts")]
    used = {slide.layout for slide in every_kind().slides}
    expected = [layout.name for layout in daylight().layouts.values() if layout.standard or layout.name in used]
    assert names == expected
    assert {
        "Title Slide",
        "Title and Content",
        "Section Header",
        "Two Content",
        "Comparison",
        "Title Only",
        "Blank",
    } <= set(names)


def test_a_layout_has_real_sizes_no_kerning_and_shrinks_only_when_edited(package):
    for name in package.parts("slideLayouts"):
        for shape in placeholders(package.tree(name)):
            body = shape.find("p:txBody/a:bodyPr", NS)
            assert body.find("a:normAutofit", NS) is not None
            assert body.find("a:normAutofit", NS).attrib == {}
            for level in shape.find("p:txBody/a:lstStyle", NS):
                run = level.find("a:defRPr", NS)
                assert int(run.get("sz")) >= 1200
                assert run.get("kern") == "0"


def test_the_sizes_of_a_layout_are_those_of_the_theme(package):
    names = [package.tree(name).find("p:cSld", NS).get("name") for name in package.parts("slideLayouts")]
    root = package.tree(package.parts("slideLayouts")[names.index("Title and Content")])
    body = next(shape for shape in root.iter(tag("p:sp")) if described(shape).get("name") == "Content")
    sizes = [int(level.find("a:defRPr", NS).get("sz")) for level in body.find("p:txBody/a:lstStyle", NS)]
    expected = [round(style.size * 100) for style in daylight().layouts["Title and Content"]["body"].levels]
    assert sizes[: len(expected)] == expected


def test_every_colour_outside_the_theme_is_a_name(package):
    folders = ("slides", "slideLayouts", "slideMasters", "notesSlides", "charts")
    for name in [*(name for folder in folders for name in package.parts(folder)), "ppt/tableStyles.xml"]:
        assert not list(package.tree(name).iter(tag("a:srgbClr"))), name


def test_the_palette_is_the_colour_scheme(package):
    scheme = package.tree("ppt/theme/theme1.xml").find("a:themeElements/a:clrScheme", NS)
    values = {node.tag.rpartition("}")[2]: node[0].get("val") for node in scheme}
    palette = daylight().palette
    assert values["dk1"] == palette["ink"].lstrip("#").upper()
    assert values["accent1"] == palette["voice"].lstrip("#").upper()
    assert len(values) == 12


def test_drawn_shapes_have_no_effects_and_are_marked_as_decoration(package):
    for folder in ("slideLayouts", "slides"):
        for name in package.parts(folder):
            for shape in package.tree(name).iter(tag("p:sp")):
                if shape.find(".//p:ph", NS) is None:
                    assert shape.find("p:spPr/a:effectLst", NS) is not None, name
                    assert described(shape).find(".//adec:decorative", NS).get("val") == "1", name
                    assert (shape.find("p:nvSpPr/p:nvPr", NS).get("userDrawn") == "1") == (folder == "slideLayouts")


def test_without_autofit_text_shows_whether_it_fits():
    bare = Package(render_pptx(every_kind(), autofit=False))
    bodies = [body for name in bare.parts("slideLayouts") for body in bare.tree(name).iter(tag("a:bodyPr"))]
    assert bodies
    assert all(body.find("a:normAutofit", NS) is None for body in bodies)


@pytest.mark.parametrize("part", ["slides", "notesSlides"])
def test_every_paragraph_ends_in_the_language_of_the_deck(package, part):
    for name in package.parts(part):
        for paragraph in package.tree(name).iter(tag("a:p")):
            assert paragraph.find("a:endParaRPr", NS).get("lang") == "en-US"
