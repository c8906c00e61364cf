"""Templates that are damaged, of another kind, or made to harm: refused with a reason, at the line that names them."""

import io
import zipfile
from collections.abc import Callable

import pytest

from hornbook.diagnostics import Diagnostic, Severity
from hornbook.theme.template.reader import read_template
from template import making
from template.making import replaced, rezipped
from template.test_reading import PLACE

MASTER = "ppt/slideMasters/slideMaster1.xml"
MASTER_RELS = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
LAYOUT = "ppt/slideLayouts/slideLayout2.xml"
LAYOUT_RELS = "ppt/slideLayouts/_rels/slideLayout2.xml.rels"
TYPES = "[Content_Types].xml"
OFFICE = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def refused(data: bytes) -> Diagnostic:
    theme, found = read_template(data, "district.pptx", PLACE)
    assert theme is None
    (only,) = found
    assert only.severity is Severity.ERROR
    assert only.span == PLACE
    assert only.hint
    return only


def added(part: str, data: bytes) -> Callable[[dict[str, bytes]], None]:
    def change(parts: dict[str, bytes]) -> None:
        parts[part] = data

    return change


def related(kind: bytes, target: bytes, mark: bytes, mode: bytes = b"") -> Callable[[dict[str, bytes]], None]:
    """A layout with one more relationship and something that uses it."""

    def change(parts: dict[str, bytes]) -> None:
        entry = b'<Relationship Id="rIdX" Type="%s/%s" Target="%s"%s/></Relationships>' % (OFFICE, kind, target, mode)
        parts[LAYOUT_RELS] = parts[LAYOUT_RELS].replace(b"</Relationships>", entry)
        parts[LAYOUT] = parts[LAYOUT].replace(b"</p:spTree>", mark + b"</p:spTree>")

    return change


PICTURE = (
    b'<p:pic><p:nvPicPr><p:cNvPr id="99" name="P"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip %s="rIdX"/>'
    b"<a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr/></p:pic>"
)
LINKED = (
    b'<p:sp><p:nvSpPr><p:cNvPr id="99" name="L"><a:hlinkClick xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    b'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rIdX"/></p:cNvPr><p:cNvSpPr/><p:nvPr/>'
    b"</p:nvSpPr><p:spPr/></p:sp>"
)
EXTERNAL = b' TargetMode="External"'

UNSAFE: dict[str, Callable[[], bytes]] = {
    "macros by type": lambda: rezipped(
        making.designed(),
        replaced(TYPES, (b"presentation.main+xml", b"MACRO"), (b"vnd.openxmlformats-officedocument.presentationml.MACRO", b"vnd.ms-powerpoint.presentation.macroEnabled.main+xml")),
    ),
    "macros by part": lambda: rezipped(making.designed(), added("ppt/vbaProject.bin", b"Attribute VB_Name")),
    "a picture from the web": lambda: rezipped(
        making.designed(), related(b"image", b"http://example.org/seen.png", PICTURE % b"r:link", EXTERNAL)
    ),
    "a picture from the disk": lambda: rezipped(
        making.designed(), related(b"image", b"file:///etc/passwd", PICTURE % b"r:embed", EXTERNAL)
    ),
    "a link to a program": lambda: rezipped(
        making.designed(), related(b"hyperlink", b"file:///C:/run.exe", LINKED, EXTERNAL)
    ),
    "an embedded object": lambda: rezipped(
        making.designed(), related(b"oleObject", b"../embeddings/o.bin", PICTURE % b"r:embed")
    ),
    "a control": lambda: rezipped(making.designed(), related(b"control", b"../activeX/a.xml", PICTURE % b"r:embed")),
    "entities": lambda: rezipped(
        making.designed(), replaced(MASTER, (b"<p:sldMaster ", b'<!DOCTYPE x [<!ENTITY a "b">]><p:sldMaster '))
    ),
    "a part that leads out": lambda: rezipped(making.designed(), added("../../evil.xml", b"<a/>")),
    "a relationship that leads out": lambda: rezipped(
        making.designed(), replaced(MASTER_RELS, (b"../theme/theme1.xml", b"../../../../theme1.xml"))
    ),
    "a part that swells": lambda: rezipped(making.designed(), added(MASTER, b"<a>" + b" " * 12_000_000 + b"</a>")),
}  # fmt: skip


@pytest.mark.parametrize("name", UNSAFE)
def test_what_could_do_harm_is_refused(name: str) -> None:
    assert refused(UNSAFE[name]()).code == "HB451"


def other_office() -> bytes:
    return rezipped(
        making.designed(),
        replaced(TYPES, (b"presentationml.presentation.main+xml", b"wordprocessingml.document.main+xml")),
    )


BROKEN: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "text": lambda: b"title: daylight\n",
    "an old file": lambda: b"\xd0\xcf\x11\xe0" + b"\0" * 2000,
    "half a file": lambda: making.designed()[: len(making.designed()) // 2],
    "another zip": lambda: zipped({"mimetype": b"application/vnd.oasis.opendocument.presentation"}),
    "a text document": other_office,
    "no presentation": lambda: rezipped(making.designed(), lambda parts: parts.pop("_rels/.rels") and None),
    "no masters": lambda: rezipped(
        making.designed(), replaced("ppt/presentation.xml", (b"<p:sldMasterId ", b"<p:gone "))
    ),
    "a master that is missing": lambda: rezipped(making.designed(), lambda parts: parts.pop(MASTER) and None),
    "a master that is no XML": lambda: rezipped(making.designed(), added(MASTER, b"<p:sldMaster")),
    "no theme": lambda: rezipped(making.designed(), replaced(MASTER_RELS, (b"relationships/theme", b"relationships/them"))),
    "a layout of no master": lambda: rezipped(
        making.designed(), replaced(LAYOUT_RELS, (b"slideMasters/slideMaster1.xml", b"slideLayouts/slideLayout2.xml"))
    ),
    "a layout of the wrong type": lambda: rezipped(
        making.designed(), replaced(TYPES, (b"presentationml.slideLayout+xml", b"presentationml.slide+xml"))
    ),
    "strict": lambda: rezipped(
        making.designed(),
        replaced("ppt/presentation.xml", (b"http://schemas.openxmlformats.org/presentationml/2006/main", b"http://purl.oclc.org/ooxml/presentationml/main")),
    ),
    "no size": lambda: rezipped(making.designed(), replaced("ppt/presentation.xml", (b"<p:sldSz ", b"<p:none "))),
    "slides upright": lambda: rezipped(
        making.designed(), replaced("ppt/presentation.xml", (b'cx="12192000" cy="6858000"', b'cx="6858000" cy="12192000"'))
    ),
}  # fmt: skip


def zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_damaged_or_something_else_is_refused(name: str) -> None:
    assert refused(BROKEN[name]()).code == "HB450"


def test_a_template_without_a_place_for_words_is_refused() -> None:
    def titles_only(parts: dict[str, bytes]) -> None:
        for name in [name for name in parts if name.startswith("ppt/slideLayouts/slideLayout")]:
            parts[name] = (
                parts[name].replace(b'<p:ph idx="1"', b'<p:ph type="media" idx="1"').replace(b' type="obj"', b"")
            )

    found = refused(rezipped(making.designed(), titles_only))
    assert found.code == "HB452"


def test_a_link_to_the_web_stays_and_leads_nowhere_else() -> None:
    data = rezipped(making.designed(), related(b"hyperlink", b"https://example.org", LINKED, EXTERNAL))
    theme, _ = read_template(data, "district.pptx", PLACE)
    assert theme is not None
    assert theme.template is not None
    kept = [found.target for part in theme.template.parts.values() for found in part.relationships if found.external]
    assert kept == ["https://example.org"]


def test_a_mark_that_leads_to_a_slide_goes_with_the_slide() -> None:
    data = rezipped(making.designed(), related(b"slide", b"../slides/slide1.xml", LINKED))
    theme, _ = read_template(data, "district.pptx", PLACE)
    assert theme is not None
    assert theme.template is not None
    assert not any(b"rIdX" in part.data for part in theme.template.parts.values())


def test_every_code_of_templates_is_met_here_or_beside() -> None:
    from hornbook.diagnostics.template_codes import TEMPLATE_CODES

    assert set(TEMPLATE_CODES) == {"HB450", "HB451", "HB452", "HB453", "HB454", "HB455", "HB456"}
