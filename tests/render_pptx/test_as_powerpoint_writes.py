"""Parts as PowerPoint itself writes them: clicks, the countdown, sections, the decorative mark, pages of notes and of handouts.

What it writes for an effect is in "Working with animation" of Microsoft's Open XML documentation; masters and pages of notes were
compared with files of PowerPoint 2011 to 2016 that come with python-pptx.
"""

from xml.etree import ElementTree as ET

from render_pptx.package import NS, Package, described, tag

_PRESENTATION = " ".join(f'xmlns:{name}="{NS[name]}"' for name in ("a", "p", "p14", "adec"))


def same(found: ET.Element, expected: str) -> None:
    """Both have the same elements, attributes and words, whatever they call their namespaces."""
    wanted = ET.fromstring(f"<x {_PRESENTATION}>{''.join(line.strip() for line in expected.splitlines())}</x>")[0]
    assert ET.canonicalize(ET.tostring(found), rewrite_prefixes=True) == ET.canonicalize(
        ET.tostring(wanted), rewrite_prefixes=True
    )


def main_sequence(effects: str, build: str) -> str:
    return f"""
        <p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"><p:childTnLst>
        <p:seq concurrent="1" nextAc="seek"><p:cTn id="2" dur="indefinite" nodeType="mainSeq"><p:childTnLst>
        <p:par><p:cTn id="3" fill="hold"><p:stCondLst><p:cond delay="indefinite"/></p:stCondLst><p:childTnLst>
        <p:par><p:cTn id="4" fill="hold"><p:stCondLst><p:cond delay="0"/></p:stCondLst><p:childTnLst>
        {effects}
        </p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn>
        <p:prevCondLst><p:cond evt="onPrev" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:prevCondLst>
        <p:nextCondLst><p:cond evt="onNext" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:nextCondLst>
        </p:seq></p:childTnLst></p:cTn></p:par></p:tnLst><p:bldLst>{build}</p:bldLst></p:timing>
    """


def test_a_placeholder_that_appears(package: Package):
    root = package.slide(11)
    answer = next(node.get("id") for node in root.iter(tag("p:cNvPr")) if node.get("name") == "Answer")
    effect = f"""
        <p:par><p:cTn id="5" presetID="1" presetClass="entr" presetSubtype="0" fill="hold" grpId="0" nodeType="clickEffect">
        <p:stCondLst><p:cond delay="0"/></p:stCondLst><p:childTnLst><p:set><p:cBhvr><p:cTn id="6" dur="1" fill="hold">
        <p:stCondLst><p:cond delay="0"/></p:stCondLst></p:cTn><p:tgtEl><p:spTgt spid="{answer}"/></p:tgtEl><p:attrNameLst>
        <p:attrName>style.visibility</p:attrName></p:attrNameLst></p:cBhvr><p:to><p:strVal val="visible"/></p:to></p:set>
        </p:childTnLst></p:cTn></p:par>
    """
    same(root.find("p:timing", NS), main_sequence(effect, f'<p:bldP spid="{answer}" grpId="0"/>'))


def test_a_bar_that_wipes_out_from_the_right_in_ten_minutes(package: Package):
    root = package.slide(10)
    bar = next(node.get("id") for node in root.iter(tag("p:cNvPr")) if node.get("name") == "Countdown Bar")
    effect = f"""
        <p:par><p:cTn id="5" presetID="22" presetClass="exit" presetSubtype="2" fill="hold" grpId="0" nodeType="clickEffect">
        <p:stCondLst><p:cond delay="0"/></p:stCondLst><p:childTnLst>
        <p:animEffect transition="out" filter="wipe(right)"><p:cBhvr><p:cTn id="6" dur="600000"/>
        <p:tgtEl><p:spTgt spid="{bar}"/></p:tgtEl></p:cBhvr></p:animEffect>
        <p:set><p:cBhvr><p:cTn id="7" dur="1" fill="hold"><p:stCondLst><p:cond delay="599999"/></p:stCondLst></p:cTn>
        <p:tgtEl><p:spTgt spid="{bar}"/></p:tgtEl><p:attrNameLst><p:attrName>style.visibility</p:attrName></p:attrNameLst>
        </p:cBhvr><p:to><p:strVal val="hidden"/></p:to></p:set></p:childTnLst></p:cTn></p:par>
    """
    same(root.find("p:timing", NS), main_sequence(effect, f'<p:bldP spid="{bar}" grpId="0" animBg="1"/>'))


def test_the_countdown_leaves_how_slides_advance_alone(package: Package):
    assert not any(b"advClick" in package.bytes(name) for name in package.parts("slides"))
    assert package.slide(10).find("p:transition", NS) is None


def test_sections(package: Package):
    (entry,) = package.tree("ppt/presentation.xml").iterfind("p:extLst/p:ext", NS)
    assert entry.get("uri") == "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
    opening, *others = entry.iterfind("p14:sectionLst/p14:section", NS)
    id = opening.get("id")
    slides = '<p14:sldIdLst><p14:sldId id="256"/></p14:sldIdLst>'
    same(opening, f'<p14:section name="Opening" id="{id}">{slides}</p14:section>')
    assert [node.get("id") for other in others for node in other.iter(tag("p14:sldId"))] == [
        str(id) for id in range(257, 272)
    ]


def test_the_mark_of_decoration(package: Package):
    picture = next(package.slide(9).iter(tag("p:pic")))
    same(
        described(picture).find("a:extLst", NS),
        '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative val="1"/></a:ext></a:extLst>',
    )


def forms(root: ET.Element) -> list[tuple[str | None, ...]]:
    """Names and marks of the placeholders of a page."""
    found = []
    for shape in root.iter(tag("p:sp")):
        mark = shape.find("p:nvSpPr/p:nvPr/p:ph", NS)
        assert mark is not None
        found.append((described(shape).get("name"), mark.get("type"), mark.get("sz"), mark.get("idx")))
    return found


def test_the_notes_master(package: Package):
    assert forms(package.tree("ppt/notesMasters/notesMaster1.xml")) == [
        ("Header Placeholder 1", "hdr", "quarter", None),
        ("Date Placeholder 2", "dt", None, "1"),
        ("Slide Image Placeholder 3", "sldImg", None, "2"),
        ("Notes Placeholder 4", "body", "quarter", "3"),
        ("Footer Placeholder 5", "ftr", "quarter", "4"),
        ("Slide Number Placeholder 6", "sldNum", "quarter", "5"),
    ]


def test_the_handout_master(package: Package):
    assert forms(package.tree("ppt/handoutMasters/handoutMaster1.xml")) == [
        ("Header Placeholder 1", "hdr", "quarter", None),
        ("Date Placeholder 2", "dt", "quarter", "1"),
        ("Footer Placeholder 3", "ftr", "quarter", "2"),
        ("Slide Number Placeholder 4", "sldNum", "quarter", "3"),
    ]


def test_a_page_of_notes_inherits_everything_but_its_words(package: Package):
    root = package.tree("ppt/notesSlides/notesSlide2.xml")
    assert forms(root) == [
        ("Slide Image Placeholder 1", "sldImg", None, None),
        ("Notes Placeholder 2", "body", None, "1"),
        ("Slide Number Placeholder 3", "sldNum", "quarter", "5"),
    ]
    assert all(len(shape.find("p:spPr", NS)) == 0 for shape in root.iter(tag("p:sp")))


def test_each_master_of_paper_has_a_theme_of_its_own(package: Package):
    masters = ("slideMasters/slideMaster1", "notesMasters/notesMaster1", "handoutMasters/handoutMaster1")
    themes = [
        target
        for master in masters
        for kind, target, _ in package.relationships(f"ppt/{master}.xml").values()
        if kind == "theme"
    ]
    assert themes == ["ppt/theme/theme1.xml", "ppt/theme/theme2.xml", "ppt/theme/theme3.xml"]
