"""A package taken apart for tests: parts as trees, content types, relationships."""

import io
import posixpath
import zipfile
from functools import cached_property
from xml.etree import ElementTree as ET

NS = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "dc": "http://purl.org/dc/elements/1.1/",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
}
R_ID = f"{{{NS['r']}}}id"
R_EMBED = f"{{{NS['r']}}}embed"


def tag(name: str) -> str:
    prefix, local = name.split(":")
    return f"{{{NS[prefix]}}}{local}"


class Package:
    """The parts of a .pptx by name."""

    def __init__(self, data: bytes) -> None:
        self.archive = zipfile.ZipFile(io.BytesIO(data))
        self.names = self.archive.namelist()
        self._trees: dict[str, ET.Element] = {}

    def bytes(self, name: str) -> bytes:
        return self.archive.read(name)

    def tree(self, name: str) -> ET.Element:
        if name not in self._trees:
            self._trees[name] = ET.fromstring(self.bytes(name))
        return self._trees[name]

    def parts(self, folder: str) -> list[str]:
        """XML parts of a folder such as `slides`, in the order of their numbers."""
        found = [name for name in self.names if posixpath.dirname(name) == f"ppt/{folder}"]
        return sorted(found, key=lambda name: int("".join(filter(str.isdigit, posixpath.basename(name))) or 0))

    def slide(self, number: int) -> ET.Element:
        return self.tree(f"ppt/slides/slide{number}.xml")

    @cached_property
    def overrides(self) -> dict[str, str]:
        root = self.tree("[Content_Types].xml")
        return {item.get("PartName", ""): item.get("ContentType", "") for item in root.findall("ct:Override", NS)}

    @cached_property
    def defaults(self) -> dict[str, str]:
        root = self.tree("[Content_Types].xml")
        return {item.get("Extension", ""): item.get("ContentType", "") for item in root.findall("ct:Default", NS)}

    def relationships(self, part: str) -> dict[str, tuple[str, str, bool]]:
        """Id to kind, target (a full part name where it is inside), and whether it is outside."""
        folder, file = posixpath.split(part)
        name = posixpath.join(folder, "_rels", f"{file}.rels")
        if name not in self.names:
            return {}
        found: dict[str, tuple[str, str, bool]] = {}
        for item in self.tree(name):
            outside = item.get("TargetMode") == "External"
            target = item.get("Target", "")
            whole = target if outside else posixpath.normpath(posixpath.join(folder, target))
            found[item.get("Id", "")] = (item.get("Type", "").rpartition("/")[2], whole, outside)
        return found

    def layout_of(self, slide: str) -> str:
        return next(target for kind, target, _ in self.relationships(slide).values() if kind == "slideLayout")


def described(shape: ET.Element) -> ET.Element:
    """`p:cNvPr` of a shape of any kind."""
    found = shape.find("./*/p:cNvPr", NS)
    assert found is not None
    return found


def words_of(shape: ET.Element) -> str:
    return "".join(run.text or "" for run in shape.iter(tag("a:t")))
