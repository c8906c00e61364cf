"""Reasons for which PowerPoint offers to repair a file that other programs open, each with a judge and with an example of harm.

They were seen in threads about other programs that write .pptx; schema validation misses most of them. The last ones are no
repairs that somebody reported, but what makes PowerPoint drop an animation, or a show stand still.
"""

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from render_pptx.clicks import idle_builds, lost_targets, one_way_sequences, times_twice
from render_pptx.package import NS, R_EMBED, R_ID, Package, tag

PLACED = ("slides", "slideLayouts", "slideMasters", "notesSlides", "notesMasters", "handoutMasters")
_MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_LINKS = {"hyperlink", "image", "chart", "package"}
_LISTED = {
    "ppt/presentation.xml": {"slide", "slideMaster", "notesMaster", "handoutMaster"},
    "ppt/slideMasters": {"slideLayout"},
}
"""What a part not only leads to, but lists by the id of that relationship."""

_MARKS = {
    "notesMasters": [("hdr", "0"), ("dt", "1"), ("sldImg", "2"), ("body", "3"), ("ftr", "4"), ("sldNum", "5")],
    "handoutMasters": [("hdr", "0"), ("dt", "1"), ("ftr", "2"), ("sldNum", "3")],
}
"""The placeholders of PowerPoint's own masters for paper."""

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:(?:[\w.~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+", re.ASCII | re.IGNORECASE)
"""Of the characters that an address may have (RFC 3986 §2)."""
_SLIDE_ORDER = ("cSld", "clrMapOvr", "transition", "timing", "extLst")

Parts = dict[str, bytes]


@dataclass(frozen=True)
class Cause:
    """Why PowerPoint repairs: `finds` lists where a package has it, `harm` puts it into parts that are free of it."""

    name: str
    finds: Callable[[Package], Iterable[str]]
    harm: Callable[[Parts], None]


def harmed(package: Package, harm: Callable[[Parts], None]) -> Package:
    """The package with that harm done to it."""
    parts = {name: package.bytes(name) for name in package.names}
    harm(parts)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return Package(file.getvalue())


def repairs(package: Package) -> list[str]:
    """Every reason for a repair that the package has."""
    return [f"{cause.name}: {place}" for cause in CAUSES for place in cause.finds(package)]


def change(part: str, old: str, new: str) -> Callable[[Parts], None]:
    """Harm that replaces the first match of a pattern in the first of the parts, in order, that has one."""

    def harm(parts: Parts) -> None:
        for name in sorted(parts):
            if name.startswith(part) and name.endswith((".xml", ".rels")):
                changed, count = re.subn(old, new, parts[name].decode(), count=1, flags=re.DOTALL)
                if count:
                    parts[name] = changed.encode()
                    return
        raise AssertionError(f"no {part} has {old}")

    return harm


def _placed(package: Package) -> Iterator[tuple[str, ET.Element]]:
    return ((name, package.tree(name)) for folder in PLACED for name in package.parts(folder))


def _xml(package: Package) -> Iterator[str]:
    return (name for name in package.names if name.endswith(".xml") and name != "[Content_Types].xml")


def _phantom_types(package: Package) -> Iterator[str]:
    yield from (name for name in package.overrides if name.lstrip("/") not in package.names)
    used = {name.rpartition(".")[2] for name in package.names}
    yield from (extension for extension in package.defaults if extension not in used)


def _untyped(package: Package) -> Iterator[str]:
    for name in package.names:
        extension = name.rpartition(".")[2]
        if f"/{name}" not in package.overrides and (extension == "xml" or extension not in package.defaults):
            yield from () if name == "[Content_Types].xml" else (name,)


def _wrong_media_types(package: Package) -> Iterator[str]:
    known = {"png": "image/png", "jpeg": "image/jpeg", "svg": "image/svg+xml"}
    for extension, type in package.defaults.items():
        if known.get(extension, type) != type or type == "image/jpg":
            yield f"{extension} as {type}"


def _dangling(package: Package) -> Iterator[str]:
    for name in (name for name in package.names if not name.endswith(".rels")):
        for kind, target, outside in package.relationships(name).values():
            if not outside and target not in package.names:
                yield f"{name} leads to {kind} {target}"


def _orphans(package: Package) -> list[str]:
    seen: set[str] = set()
    waiting = [target for _, target, _ in package.relationships("").values()]
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting += [target for _, target, outside in package.relationships(name).values() if not outside]
    parts = {name for name in package.names if not name.endswith(".rels") and name != "[Content_Types].xml"}
    return sorted(parts - seen)


def _undefined_ids(package: Package) -> Iterator[str]:
    for name in _xml(package):
        used = {
            value for node in package.tree(name).iter() for key, value in node.attrib.items() if key in (R_ID, R_EMBED)
        }
        defined = package.relationships(name)
        wanted = _LINKS | _LISTED.get(name, set()) | _LISTED.get(posixpath.dirname(name), set())
        yield from (f"{name} uses {id}" for id in used - set(defined))
        yield from (f"{name} has idle {id}" for id in set(defined) - used if defined[id][0] in wanted)


def _doubles(values: Iterable[str | None]) -> Iterator[str]:
    return (str(value) for value, count in Counter(values).items() if count > 1)


def _double_slides(package: Package) -> Iterator[str]:
    root = package.tree("ppt/presentation.xml")
    slides = [node.get("id") for node in root.iter(tag("p:sldId"))]
    yield from _doubles(slides)
    yield from _doubles(node.get(R_ID) for node in root.iter(tag("p:sldId")))
    listed = [node.get("id") for node in root.iter(tag("p14:sldId"))]
    if listed and listed != slides:
        yield "sections do not list every slide once"
    yield from (str(id) for id in slides if not 256 <= int(id or 0) < 2147483648)


def _double_sections(package: Package) -> Iterator[str]:
    yield from _doubles(node.get("id") for node in package.tree("ppt/presentation.xml").iter(tag("p14:section")))


def _double_layouts(package: Package) -> Iterator[str]:
    roots = [package.tree("ppt/presentation.xml"), *map(package.tree, package.parts("slideMasters"))]
    ids = [
        node.get("id") for root in roots for kind in ("p:sldMasterId", "p:sldLayoutId") for node in root.iter(tag(kind))
    ]
    yield from _doubles(ids)
    yield from (str(id) for id in ids if int(id or 0) < 2147483648)
    yield from (
        twice for root in roots for twice in _doubles(node.get(R_ID) for node in root.iter(tag("p:sldLayoutId")))
    )


def _double_shapes(package: Package) -> Iterator[str]:
    for name, root in _placed(package):
        ids = [node.get("id") for node in root.iter(tag("p:cNvPr"))]
        yield from (f"{name}: {id}" for id in _doubles(ids))
        yield from (f"{name}: {id}" for id in ids if not id or int(id) < 1)


def _bodyless(package: Package) -> Iterator[str]:
    for name, root in _placed(package):
        for shape in root.iter(tag("p:sp")):
            is_slide = shape.find(".//p:ph[@type='sldImg']", NS) is not None
            if not is_slide and shape.find("p:txBody/a:p", NS) is None:
                yield name


def _bad_trees(package: Package) -> Iterator[str]:
    shapes = {tag(f"p:{name}") for name in ("sp", "pic", "graphicFrame", "cxnSp", "grpSp")}
    for name, root in _placed(package):
        tree = root.find("p:cSld/p:spTree", NS)
        children = [node.tag for node in tree] if tree is not None else []
        if children[:2] != [tag("p:nvGrpSpPr"), tag("p:grpSpPr")] or not set(children[2:]) <= shapes:
            yield name


def _negative_sizes(package: Package) -> Iterator[str]:
    for name, root in _placed(package):
        for extent in (*root.iter(tag("a:ext")), *root.iter(tag("a:chExt"))):
            if "cx" in extent.attrib and min(int(extent.get("cx", "")), int(extent.get("cy", ""))) < 0:
                yield name


def _not_numbers(package: Package) -> Iterator[str]:
    for name in _xml(package):
        for node in package.tree(name).iter():
            if {value.lower() for value in node.attrib.values()} & {"nan", "inf", "-inf", "infinity"}:
                yield name


def _bare_backgrounds(package: Package) -> Iterator[str]:
    for name, root in _placed(package):
        if any(node.find("a:effectLst", NS) is None for node in root.iter(tag("p:bgPr"))):
            yield name


def _empty_outlines(package: Package) -> Iterator[str]:
    for name in _xml(package):
        if any(len(node) == 0 for node in package.tree(name).iter(tag("a:ln"))):
            yield name


def _double_timings(package: Package) -> Iterator[str]:
    for name in package.parts("slides"):
        if len(list(package.tree(name).iter(tag("p:timing")))) > 1 or b"AlternateContent" in package.bytes(name):
            yield name


def _out_of_order(package: Package) -> Iterator[str]:
    for name in package.parts("slides"):
        children = [node.tag.rpartition("}")[2] for node in package.tree(name)]
        if children != [kind for kind in _SLIDE_ORDER if kind in children]:
            yield name


def _paper_masters(package: Package) -> Iterator[str]:
    for folder, marks in _MARKS.items():
        for name in package.parts(folder):
            root = package.tree(name)
            if [(node.get("type"), node.get("idx", "0")) for node in root.iter(tag("p:ph"))] != marks:
                yield f"{name} has other placeholders"
            if any(shape.find("p:spPr/a:xfrm", NS) is None for shape in root.iter(tag("p:sp"))):
                yield f"{name} has a placeholder without a place"
            if root.find("p:clrMap", NS) is None:
                yield f"{name} has no colours"


def _shared(package: Package, kind: str, *folders: str) -> Iterator[str]:
    return _doubles(
        target
        for folder in folders
        for name in package.parts(folder)
        for found, target, _ in package.relationships(name).values()
        if found == kind
    )


def _unanswered_notes(package: Package) -> Iterator[str]:
    for name in package.parts("notesSlides"):
        own = {kind: target for kind, target, _ in package.relationships(name).values()}
        back = {kind: target for kind, target, _ in package.relationships(own.get("slide", "")).values()}
        if back.get("notesSlide") != name or "notesMaster" not in own:
            yield name


def _empty_cells(package: Package) -> Iterator[str]:
    for name in package.parts("slides"):
        if any(cell.find("a:txBody/a:p", NS) is None for cell in package.tree(name).iter(tag("a:tc"))):
            yield name


def _uneven_rows(package: Package) -> Iterator[str]:
    for name in package.parts("slides"):
        for table in package.tree(name).iter(tag("a:tbl")):
            columns = len(table.findall("a:tblGrid/a:gridCol", NS))
            if any(len(row.findall("a:tc", NS)) != columns for row in table.findall("a:tr", NS)):
                yield name


def _no_addresses(package: Package) -> Iterator[str]:
    for name in package.names:
        if not name.endswith(".rels"):
            targets = (target for _, target, outside in package.relationships(name).values() if outside)
            yield from (f"{name} leads to {target}" for target in targets if not _is_address(target))


def _is_address(target: str) -> bool:
    try:
        parts = urlsplit(target)
        port = parts.port
    except ValueError:
        return False
    whole = _ADDRESS.fullmatch(target) is not None and (port is None or port < 65536)
    return whole and bool(parts.hostname if parts.scheme.startswith("http") else parts.path)


def _missed_jumps(package: Package) -> Iterator[str]:
    for name in (*package.parts("slides"), *package.parts("notesSlides")):
        links = package.relationships(name)
        for node in package.tree(name).iter(tag("a:hlinkClick")):
            kind = links[node.get(R_ID, "")][0] if node.get(R_ID) in links else "nothing"
            if (node.get("action") == "ppaction://hlinksldjump") != (kind == "slide"):
                yield f"{name} jumps to {kind}"


def _double_properties(package: Package) -> Iterator[str]:
    yield from _doubles(node.tag for node in package.tree("docProps/core.xml"))


def _miscounted_series(package: Package) -> Iterator[str]:
    for name in package.parts("charts"):
        root = package.tree(name)
        for kind in ("c:idx", "c:order"):
            yield from (
                f"{name}: {kind} {twice}"
                for twice in _doubles(
                    found.get("val") for node in root.iter(tag("c:ser")) for found in node.findall(kind, NS)
                )
            )
        for held in (*root.iter(tag("c:strCache")), *root.iter(tag("c:numCache"))):
            count = held.find("c:ptCount", NS)
            if count is None or any(
                int(point.get("idx", "")) >= int(count.get("val", "")) for point in held.iter(tag("c:pt"))
            ):
                yield f"{name} has more points than it says"


def _wrong_anchors(package: Package) -> Iterator[str]:
    for name, root in _placed(package):
        for node in (*root.iter(tag("a:tcPr")), *root.iter(tag("a:bodyPr"))):
            if node.get("anchor", "t") not in {"t", "ctr", "b", "just", "dist"}:
                yield f"{name}: {node.get('anchor')}"


def _placeless_frames(package: Package) -> Iterator[str]:
    for name in package.parts("slides"):
        if any(frame.find("p:xfrm", NS) is None for frame in package.tree(name).iter(tag("p:graphicFrame"))):
            yield name


def _formulas(package: Package) -> Iterator[str]:
    for name in package.parts("notesSlides"):
        if any(node.tag.startswith(f"{{{_MATH}}}") for node in package.tree(name).iter()):
            yield name


def _vectors_in_masters(package: Package) -> Iterator[str]:
    for name in chain_of(package, "slideMasters", "slideLayouts", "notesMasters", "handoutMasters"):
        if any(posixpath.splitext(target)[1] == ".svg" for _, target, _ in package.relationships(name).values()):
            yield name


def _forbidden_characters(package: Package) -> Iterator[str]:
    for name in package.names:
        if name.endswith((".xml", ".rels")):
            try:
                ET.fromstring(package.bytes(name))
            except ET.ParseError as fault:
                yield f"{name}: {fault}"


def chain_of(package: Package, *folders: str) -> Iterator[str]:
    return (name for folder in folders for name in package.parts(folder))


def _share_a_chart(parts: Parts) -> None:
    links = sorted(name for name in parts if name.startswith("ppt/slides/_rels/") and b"charts/chart" in parts[name])
    first = re.search(rb"charts/chart\d+\.xml", parts[links[0]])
    assert first is not None
    parts[links[1]] = re.sub(rb"charts/chart\d+\.xml", first[0], parts[links[1]])


def _share_a_theme(parts: Parts) -> None:
    name = "ppt/notesMasters/_rels/notesMaster1.xml.rels"
    parts[name] = parts[name].replace(b"theme2.xml", b"theme1.xml")


def _lose_a_slide(parts: Parts) -> None:
    del parts["ppt/slides/slide2.xml"]


def _keep_a_slide(parts: Parts) -> None:
    """As a slide that was taken from the list, but not from the package."""
    change("ppt/_rels/presentation", r"<Relationship [^>]*slides/slide2\.xml[^>]*/>", "")(parts)
    change("ppt/notesSlides/_rels/notesSlide2", r"<Relationship [^>]*slides/slide2\.xml[^>]*/>", "")(parts)


def _unlist_a_slide(parts: Parts) -> None:
    """As a slide that was taken from the list and from its section, while the presentation still leads to it."""
    for pattern in (r'<p:sldId id="258"[^>]*/>', r'<p14:sldId id="258"/>'):
        change("ppt/presentation", pattern, "")(parts)


def _vector_master(parts: Parts) -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    link = f'<Relationship Id="rId99" Type="{kind}" Target="../media/logo.svg"/></Relationships>'
    change("ppt/slideMasters/_rels", "</Relationships>", link)(parts)


CAUSES = (
    Cause(
        "content types name a part that is not there",
        _phantom_types,
        change(
            "[Content_Types]", "<Override ", '<Override PartName="/ppt/slides/slide99.xml" ContentType="x"/><Override '
        ),
    ),
    Cause(
        "a part has no content type",
        _untyped,
        change("[Content_Types]", r'<Override [^>]*PartName="/ppt/slides/slide1\.xml"[^>]*/>', ""),
    ),
    Cause(
        "a picture has the type image/jpg",
        _wrong_media_types,
        change("[Content_Types]", "image/png", "image/jpg"),
    ),
    Cause("a relationship leads nowhere, as after a slide was removed", _dangling, _lose_a_slide),
    Cause("a part is left that nothing leads to, as after a slide was removed", _orphans, _keep_a_slide),
    Cause(
        "a relationship is used and not defined, or defined and not used",
        _undefined_ids,
        change("ppt/slides/slide3.xml", r'r:id="rId\d+"', 'r:id="rId99"'),
    ),
    Cause("a slide is off the list, and the presentation still leads to it", _undefined_ids, _unlist_a_slide),
    Cause("two slides have one id", _double_slides, change("ppt/presentation", 'id="257"', 'id="256"')),
    Cause(
        "ids of masters and layouts meet",
        _double_layouts,
        change("ppt/slideMasters/slideMaster1", 'id="2147483650"', 'id="2147483649"'),
    ),
    Cause(
        "a master lists a layout twice",
        _double_layouts,
        change("ppt/slideMasters/slideMaster1", r'(<p:sldLayoutId id="\d+" r:id=")rId2"', r'\1rId1"'),
    ),
    Cause(
        "two sections have one id",
        _double_sections,
        change("ppt/presentation", r'(<p14:section [^>]*id="([^"]*)".*?<p14:section [^>]*id=")[^"]*', r"\1\2"),
    ),
    Cause("two shapes of a slide have one id", _double_shapes, change("ppt/slides/slide1.xml", 'id="3"', 'id="2"')),
    Cause(
        "a shape has no body of text",
        _bodyless,
        change("ppt/slides/slide1.xml", "<p:txBody>.*?</p:txBody>", ""),
    ),
    Cause(
        "a shape tree does not begin with its own properties",
        _bad_trees,
        change("ppt/slides/slide1.xml", "<p:grpSpPr>.*?</p:grpSpPr>", ""),
    ),
    Cause("a shape has a negative size", _negative_sizes, change("ppt/slideLayouts", 'cx="(?!0)', 'cx="-')),
    Cause(
        "a number is not one, as in the margins of a cell",
        _not_numbers,
        change("ppt/slides", r'marL="\d+"', 'marL="NaN"'),
    ),
    Cause(
        "a background does not say that it has no effects",
        _bare_backgrounds,
        change("ppt/slideMasters", "<a:effectLst/></p:bgPr>", "</p:bgPr>"),
    ),
    Cause("an outline is empty", _empty_outlines, change("ppt/slideLayouts", "<a:ln><a:noFill/></a:ln>", "<a:ln/>")),
    Cause(
        "a slide has two timings",
        _double_timings,
        change("ppt/slides", r"(<p:timing>.*?</p:timing>)", r"\1\1"),
    ),
    Cause(
        "the children of a slide are not in the order of the schema",
        _out_of_order,
        change("ppt/slides", r"(<p:clrMapOvr>.*?</p:clrMapOvr>)(<p:timing>.*</p:timing>)", r"\2\1"),
    ),
    Cause(
        "the notes master has badly formed placeholders",
        _paper_masters,
        change("ppt/notesMasters/notesMaster", 'type="sldImg" idx="2"', 'type="sldImg" idx="9"'),
    ),
    Cause(
        "the handout master has badly formed placeholders",
        _paper_masters,
        change("ppt/handoutMasters/handoutMaster", r"<p:spPr>.*?</p:spPr>", "<p:spPr/>"),
    ),
    Cause(
        "two masters share a theme",
        lambda package: _shared(package, "theme", "slideMasters", "notesMasters", "handoutMasters"),
        _share_a_theme,
    ),
    Cause(
        "notes and slide do not lead to each other",
        _unanswered_notes,
        change("ppt/slides/_rels", r"<Relationship [^>]*notesSlide\d+\.xml[^>]*/>", ""),
    ),
    Cause("two slides share a chart", lambda package: _shared(package, "chart", "slides"), _share_a_chart),
    Cause(
        "two charts share a workbook",
        lambda package: _shared(package, "package", "charts"),
        change("ppt/charts/_rels/chart2", "Sheet2", "Sheet1"),
    ),
    Cause(
        "an empty cell has no paragraph",
        _empty_cells,
        change("ppt/slides", r"(<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>)<a:p>.*?</a:p>", r"\1"),
    ),
    Cause(
        "a row has fewer cells than the table has columns",
        _uneven_rows,
        change("ppt/slides", r"<a:tc>(?:(?!</a:tc>).)*</a:tc></a:tr>", "</a:tr>"),
    ),
    Cause("a cell is anchored `mid`", _wrong_anchors, change("ppt/slides", 'anchor="ctr"', 'anchor="mid"')),
    Cause(
        "a chart or a table has no place",
        _placeless_frames,
        change("ppt/slides", "<p:xfrm>.*?</p:xfrm>", ""),
    ),
    Cause(
        "two series of a chart have one number",
        _miscounted_series,
        change("ppt/charts", r'<c:idx val="1"/><c:order', '<c:idx val="0"/><c:order'),
    ),
    Cause(
        "a chart has more points than it counts",
        _miscounted_series,
        change("ppt/charts", r'<c:ptCount val="3"/>', '<c:ptCount val="2"/>'),
    ),
    Cause(
        "notes hold a formula",
        _formulas,
        change("ppt/notesSlides", "<a:endParaRPr", f'<m:oMath xmlns:m="{_MATH}"/><a:endParaRPr'),
    ),
    Cause(
        "a link leads to what is no address",
        _no_addresses,
        change("ppt/slides/_rels", r"https://example\.org/", "https://example.org/a b|"),
    ),
    Cause(
        "a link jumps to no slide",
        _missed_jumps,
        change("ppt/slides", r"ppaction://hlinksldjump", "ppaction://hlinkshowjump?jump=nextslide"),
    ),
    Cause(
        "a property of the document stands twice",
        _double_properties,
        change("docProps/core", r"(<dc:title>.*?</dc:title>)", r"\1\1"),
    ),
    Cause(
        "a click leads to a shape that is not there",
        lost_targets,
        change("ppt/slides", r'spTgt spid="\d+"', 'spTgt spid="99"'),
    ),
    Cause(
        "a click leads to a paragraph that is not there",
        lost_targets,
        change("ppt/slides", r'pRg st="\d+" end="\d+"', 'pRg st="40" end="40"'),
    ),
    Cause("an effect is not in the build list", idle_builds, change("ppt/slides", r"<p:bldLst>.*?</p:bldLst>", "")),
    Cause("the build list names a shape twice", idle_builds, change("ppt/slides", r"(<p:bldP [^>]*/>)", r"\1\1")),
    Cause(
        "the build list names a shape that is not there",
        idle_builds,
        change("ppt/slides", r"(<p:bldLst>)", r'\1<p:bldP spid="99" grpId="0"/>'),
    ),
    Cause("two times of a slide have one id", times_twice, change("ppt/slides", r'<p:cTn id="4"', '<p:cTn id="3"')),
    Cause(
        "clicks cannot be walked both ways",
        one_way_sequences,
        change("ppt/slides", r"<p:nextCondLst>.*?</p:nextCondLst>", ""),
    ),
    Cause(
        "a click does not lead to the next slide",
        one_way_sequences,
        change("ppt/slides", r"<p:timing>", '<p:transition advClick="0"/><p:timing>'),
    ),
    Cause("a master or a layout holds a vector picture", _vectors_in_masters, _vector_master),
    Cause(
        "text holds a character that XML forbids",
        _forbidden_characters,
        change("ppt/slides/slide1.xml", "<a:t>", "<a:t>\x0b"),
    ),
)
