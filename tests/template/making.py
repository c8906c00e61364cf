"""Templates as schools have them, made here: PowerPoint's own in 4:3, one in 16:10, and one that a designer made in 16:9."""

import io
import zipfile
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.util import Emu

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


def saved(presentation: Any) -> bytes:
    out = io.BytesIO()
    presentation.save(out)
    return out.getvalue()


@cache
def wide_format() -> bytes:
    """4:3 as python-pptx brings it: Calibri, eleven layouts."""
    return saved(Presentation())


@cache
def tall_format() -> bytes:
    """16:10, ten by six and a quarter inches, dark green titles on a pale ground with a band."""
    presentation = Presentation()
    resize(presentation, Emu(9144000), Emu(5715000))
    recolour(presentation, dk1="1B2B22", lt1="FFFFFF", dk2="0B4F3A", lt2="E8F1EC", accent1="0B6B4B", accent2="E3A72F")
    fonts(presentation, "Arial", "Arial")
    master = presentation.slide_master
    draw(master, "rect", (0, 0, 9144000, 228600), "accent1")
    return saved(presentation)


@cache
def designed() -> bytes:
    """16:9 with a column at the left, titles low on the slide, German names, no comparison, no opener of sections, two masters."""
    presentation = Presentation()
    resize(presentation, Emu(12192000), Emu(6858000))
    recolour(
        presentation,
        dk1="22223B",
        lt1="FDFBF7",
        dk2="4A1942",
        lt2="F1E9DA",
        accent1="8C2F39",
        accent2="F2A541",
        accent3="2E5E4E",
    )
    fonts(presentation, "Georgia", "Verdana")
    names = {0: "Titelfolie", 1: "Titel und Inhalt", 3: "Zwei Inhalte", 5: "Nur Titel", 6: "Leer"}
    keep(presentation, names)
    master = presentation.slide_master
    draw(master, "rect", (0, 0, 914400, 6858000), "dk2")
    draw(master, "ellipse", (228600, 5943600, 457200, 457200), "accent2")
    for layout in presentation.slide_layouts:
        for shape in layout.placeholders:
            move_designed(shape)
    for shape in master.placeholders:
        move_designed(shape)
    return saved(presentation)


def move_designed(shape: Any) -> None:
    """Titles under a wide margin, ranged left, words below them, feet at the right."""
    kind, index = shape.placeholder_format.type, shape.placeholder_format.idx
    name = str(kind)
    if "TITLE" in name and "SUB" not in name:
        place(shape, (1371600, 457200, 10058400, 1097280))
    elif "SUBTITLE" in name:
        place(shape, (1371600, 3200400, 8229600, 1371600))
    elif any(word in name for word in ("DATE", "FOOTER", "SLIDE_NUMBER")):
        left = {10: 1371600, 11: 4114800, 12: 9601200}[index] if index in (10, 11, 12) else 1371600
        place(shape, (left, 6400800, 2286000, 320040))
    elif index == 1:
        half = shape.width < Emu(8000000) and "OBJECT" in name
        place(shape, (1371600, 1737360, 4876800 if half else 10058400, 4480560))
    elif index == 2:
        place(shape, (6553200, 1737360, 4876800, 4480560))


def place(shape: Any, rect: tuple[int, int, int, int]) -> None:
    shape.left, shape.top, shape.width, shape.height = (Emu(side) for side in rect)


def resize(presentation: Any, width: Emu, height: Emu) -> None:
    """Another size of slide, everything on it stretched along."""
    across, down = width / presentation.slide_width, height / presentation.slide_height
    presentation.slide_width, presentation.slide_height = width, height
    for sheet in (presentation.slide_master, *presentation.slide_layouts):
        for xfrm in sheet._element.iter(f"{A}xfrm"):
            for name, sides in (("off", ("x", "y")), ("ext", ("cx", "cy"))):
                found = xfrm.find(f"{A}{name}")
                found.set(sides[0], str(round(int(found.get(sides[0])) * across)))
                found.set(sides[1], str(round(int(found.get(sides[1])) * down)))


def theme_part(presentation: Any) -> Any:
    master = presentation.slide_master.part
    return next(rel.target_part for rel in master.rels.values() if rel.reltype.endswith("/theme"))


def recolour(presentation: Any, **slots: str) -> None:
    edit_theme(presentation, lambda root: _set_colours(root, slots))


def _set_colours(root: Any, slots: Mapping[str, str]) -> None:
    for slot, value in slots.items():
        holder = root.find(f"{A}themeElements/{A}clrScheme/{A}{slot}")
        for child in list(holder):
            holder.remove(child)
        etree.SubElement(holder, f"{A}srgbClr", val=value)


def fonts(presentation: Any, heading: str, body: str) -> None:
    def named(root: Any) -> None:
        for kind, family in (("major", heading), ("minor", body)):
            root.find(f"{A}themeElements/{A}fontScheme/{A}{kind}Font/{A}latin").set("typeface", family)

    edit_theme(presentation, named)


def edit_theme(presentation: Any, change: Callable[[Any], None]) -> None:
    part = theme_part(presentation)
    root = etree.fromstring(part.blob)
    change(root)
    part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def draw(sheet: Any, preset: str, rect: tuple[int, int, int, int], colour: str) -> None:
    """A shape behind everything else of a master or a layout."""
    tree = sheet._element.find(f"{P}cSld/{P}spTree")
    colour = {"dk2": "tx2", "dk1": "tx1", "lt1": "bg1", "lt2": "bg2"}.get(colour, colour)
    left, top, width, height = rect
    xml = (
        f'<p:sp xmlns:p="{P[1:-1]}" xmlns:a="{A[1:-1]}"><p:nvSpPr><p:cNvPr id="{900 + len(tree)}" name="Decoration"/><p:cNvSpPr/>'
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        f'<a:prstGeom prst="{preset}"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>'
        '<a:ln><a:noFill/></a:ln></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-US"/></a:p></p:txBody></p:sp>'
    )
    tree.insert(2, etree.fromstring(xml))


def keep(presentation: Any, names: Mapping[int, str]) -> None:
    """Only these layouts, under these names."""
    layouts = list(presentation.slide_layouts)
    for index, layout in enumerate(layouts):
        if index in names:
            layout._element.find(f"{P}cSld").set("name", names[index])
        else:
            presentation.slide_layouts.remove(layout)


def rezipped(data: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    """The package with its parts changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def replaced(part: str, *pairs: tuple[bytes, bytes]) -> Callable[[dict[str, bytes]], None]:
    """A change of some bytes of one part, which must be there."""

    def change(parts: dict[str, bytes]) -> None:
        for old, new in pairs:
            assert old in parts[part], (part, old)
            parts[part] = parts[part].replace(old, new)

    return change


def as_potx(data: bytes) -> bytes:
    """The same file as a template, by its type."""
    return rezipped(data, replaced("[Content_Types].xml", (b"presentation.main+xml", b"template.main+xml")))


@cache
def with_logo() -> bytes:
    """A logo with a camera's data in it, and the school's name, on every slide."""
    from PIL import Image

    picture = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "made by a person in a place"
    Image.new("RGB", (60, 40), "#8C2F39").save(picture, "JPEG", exif=exif)
    presentation = Presentation()
    fonts(presentation, "Arial", "Arial")
    slide = presentation.slides.add_slide(presentation.slide_layouts[6])
    shape = slide.shapes.add_picture(io.BytesIO(picture.getvalue()), Emu(8229600), Emu(76200), Emu(685800), Emu(457200))
    box = slide.shapes.add_textbox(Emu(5486400), Emu(76200), Emu(2743200), Emu(304800))
    box.text_frame.text = "Lincoln Middle School"
    master = presentation.slide_master
    image = slide.part.related_part(shape._element.blipFill.blip.rEmbed)
    shape._element.blipFill.blip.rEmbed = master.part.relate_to(
        image, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    )
    for element in (shape._element, box._element):
        master._element.find(f"{P}cSld/{P}spTree").append(element)
    drop = presentation.slides._sldIdLst
    presentation.part.drop_rel(drop[0].rId)
    del drop[0]
    return saved(presentation)


@cache
def dark() -> bytes:
    """Light words on a dark ground, by the master's map of colours."""
    presentation = Presentation()
    resize(presentation, Emu(12192000), Emu(6858000))
    fonts(presentation, "Arial", "Arial")
    recolour(
        presentation,
        dk1="10131C",
        lt1="F6F3EA",
        dk2="26304A",
        lt2="DCE3EA",
        accent1="7FD1C7",
        accent2="F2B84B",
        accent3="E98A7B",
    )
    mapping = presentation.slide_master._element.find(f"{P}clrMap")
    for name, slot in (("bg1", "dk1"), ("tx1", "lt1"), ("bg2", "dk2"), ("tx2", "lt2")):
        mapping.set(name, slot)
    return saved(presentation)
