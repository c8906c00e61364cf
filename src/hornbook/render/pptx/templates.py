"""A school's template in a deck: its masters and layouts as they are, and below them the layouts that were made from its own.

A layout that was made is the XML of the one it came from, under a new name, with other boxes: what is behind stays word for word.
"""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from itertools import count

from lxml import etree
from msgspec.structs import replace

from hornbook.ooxml import Relationship
from hornbook.ooxml.reading import Element, parse_xml
from hornbook.render.pptx.bases import Bases
from hornbook.render.pptx.frames import TITLES
from hornbook.render.pptx.master import FIRST_LAYOUT_ID, Ground, placeholder_shape
from hornbook.render.pptx.parts import Parts
from hornbook.render.pptx.shapes import shape_xml
from hornbook.render.pptx.xml import NAMESPACES, place
from hornbook.theme.model import Layout, Placeholder, Template, TemplatePart

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_LAYOUT = "application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml"
_AFTER_TREE = {f"{_P}extLst"}


def write_template(template: Template, layouts: Sequence[Layout], ground: Ground, parts: Parts) -> Bases:
    """Writes the template's parts and the layouts that were made; `layouts` are those of the deck, in order."""
    made = {layout.derived: layout for layout in reversed(layouts) if layout.derived}
    names = _made_files(sorted(made), template)
    below: dict[str, list[str]] = {}
    for name, file in names.items():
        base = template.parts[made[name].part]
        data = _made_layout(made[name], base, ground)
        parts.copied(f"ppt/slideLayouts/{file}", data, _LAYOUT, base.relationships)
        below.setdefault(_target(base, "slideMaster"), []).append(f"ppt/slideLayouts/{file}")
    ids = count(FIRST_LAYOUT_ID - 1)
    masters = tuple(_write_master(template.parts[name], below.get(name, []), ids, parts) for name in template.masters)
    for part in template.parts.values():
        if part.name not in template.masters:
            parts.copied(part.name, part.data, part.type, part.relationships)
    files = {layout.name: names.get(layout.derived) or layout.part.rpartition("/")[2] for layout in layouts}
    themes = sum(name.startswith("ppt/theme/theme") for name in template.parts)
    return Bases(files, masters, themes)


def _made_files(names: Sequence[str], template: Template) -> dict[str, str]:
    first = 1 + sum(name.startswith("ppt/slideLayouts/") for name in template.parts)
    return {name: f"slideLayout{number}.xml" for number, name in enumerate(names, first)}


def _target(part: TemplatePart, kind: str) -> str:
    return next(found.target for found in part.relationships if found.type == _OFFICE + kind)


def _write_master(master: TemplatePart, made: Sequence[str], ids: "count[int]", parts: Parts) -> tuple[int, str]:
    """A master with the ids of its layouts in the one range that masters and layouts share, and the made ones at the end."""
    own = next(ids)
    root = parse_xml(master.data, master.name)
    known = {found.id for found in master.relationships}
    free = (f"rIdMade{number}" for number in count(1) if f"rIdMade{number}" not in known)
    added = [Relationship(next(free), f"{_OFFICE}slideLayout", name) for name in made]
    listed = root.find(f"{_P}sldLayoutIdLst")
    if listed is None:
        listed = _new_list(root)
    for entry in listed:
        entry.set("id", str(next(ids)))
    for found in added:
        etree.SubElement(listed, f"{_P}sldLayoutId", {"id": str(next(ids)), f"{_R}id": found.id})
    parts.copied(master.name, _written(root), master.type, (*master.relationships, *added))
    return own, master.name


def _new_list(root: Element) -> Element:
    """A list of layouts at its place: after the colour map."""
    listed = etree.Element(f"{_P}sldLayoutIdLst")
    root.insert(1 + next(at for at, found in enumerate(root) if found.tag == f"{_P}clrMap"), listed)
    return listed


def _made_layout(layout: Layout, base: TemplatePart, ground: Ground) -> bytes:
    """The XML of the layout it came from, with its boxes."""
    root = parse_xml(base.data, base.name)
    for name in ("type", "matchingName", "showMasterPhAnim"):
        root.attrib.pop(name, None)
    root.set("preserve", "1")
    root.set("userDrawn", "1")
    for timing in (*root.findall(f"{_P}timing"), *root.findall(f"{_P}transition")):
        root.remove(timing)
    slide = root.find(f"{_P}cSld")
    tree = slide.find(f"{_P}spTree") if slide is not None else None
    assert slide is not None
    assert tree is not None
    slide.set("name", layout.derived)
    kept = {_key(shape): shape for shape in _placeholders(tree)}
    for shape in kept.values():
        tree.remove(shape)
    for element in (*_drawn(layout, tree, ground), *_boxes(layout, kept, tree, ground)):
        _append(tree, element)
    return _written(root)


def _placeholders(tree: Element) -> list[Element]:
    """Everything in the tree that is a placeholder, whatever it is: those that no slide fills would stand empty on new ones."""
    return [shape for shape in tree if isinstance(shape.tag, str) and shape.find(f"./*/{_P}nvPr/{_P}ph") is not None]


def _key(shape: Element) -> tuple[str, str]:
    ph = shape.find(f"./*/{_P}nvPr/{_P}ph")
    assert ph is not None
    type = ph.get("type", "obj")
    return ("title", "") if type in TITLES else (type, ph.get("idx", "0"))


def _drawn(layout: Layout, tree: Element, ground: Ground) -> Iterator[Element]:
    ids = count(1 + _last_id(tree))
    for shape in layout.shapes:
        yield _parsed(shape_xml(shape, next(ids), ground.language, ground.families))


def _boxes(layout: Layout, kept: Mapping[tuple[str, str], Element], tree: Element, ground: Ground) -> Iterator[Element]:
    ids = count(2 + _last_id(tree) + len(layout.shapes) + len(kept))
    for box in layout.placeholders:
        own = kept.get(("title", "") if box.type in TITLES else (box.type, str(box.index)))
        if box.of_template and own is not None:
            yield _moved(own, box, next(ids))
        else:
            title = box.type in TITLES
            titled = replace(ground, families=(ground.families[0], "")) if title else ground
            yield _parsed(placeholder_shape(box, next(ids), titled))


def _last_id(tree: Element) -> int:
    ids = (found.get("id", "") for found in tree.iter(f"{_P}cNvPr"))
    return max((int(id) for id in ids if id.isdecimal()), default=1)


def _moved(shape: Element, box: Placeholder, id: int) -> Element:
    """The template's own placeholder, at its place here."""
    moved = deepcopy(shape)
    named, properties = moved.find(f"./*/{_P}cNvPr"), moved.find(f"{_P}spPr")
    if named is not None:
        named.set("id", str(id))
    if properties is not None:
        for old in properties.findall(f"{_A}xfrm"):
            properties.remove(old)
        properties.insert(0, _parsed(place(box.rect)))
    return moved


def _append(tree: Element, element: Element) -> None:
    """At the end of a tree, but before what must come last."""
    last = len(tree) and tree[-1].tag in _AFTER_TREE
    tree.insert(len(tree) - 1 if last else len(tree), element)


def _parsed(xml: str) -> Element:
    return parse_xml(f"<x {NAMESPACES}>{xml}</x>".encode())[0]


def _written(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
