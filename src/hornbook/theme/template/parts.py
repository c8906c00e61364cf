"""The parts of a template that a deck takes over, under names of ours: masters, layouts, themes, pictures; nothing that runs or leads away.

Slides, notes and whatever else is in the file stay behind. What a master or layout refers to is taken, left out with its
mark, or a reason to refuse the file.
"""

from collections.abc import Iterator
from hashlib import sha256

from lxml import etree
from msgspec import Struct, field

from hornbook.media.clean import Clean
from hornbook.media.pictures import clean_picture
from hornbook.ooxml.parts import Relationship
from hornbook.ooxml.reading import Element, Package, RefusedPackageError
from hornbook.theme.model import Template, TemplatePart
from hornbook.theme.template.names import STRICT, A, P, R, child, children

MOST_LAYOUTS = 300

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PRESENTATION = "application/vnd.openxmlformats-officedocument.presentationml."
_DOCUMENTS = tuple(f"{_PRESENTATION}{kind}.main+xml" for kind in ("presentation", "template", "slideshow"))
_XML = {
    "slideMaster": f"{_PRESENTATION}slideMaster+xml",
    "slideLayout": f"{_PRESENTATION}slideLayout+xml",
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
    "themeOverride": "application/vnd.openxmlformats-officedocument.themeOverride+xml",
    "tags": f"{_PRESENTATION}tags+xml",
}
_FOLDERS = {"slideMaster": "slideMasters", "slideLayout": "slideLayouts", "tags": "tags", "image": "media"}
_STEMS = {"tags": "tag", "image": "template"}
_IMAGES = {
    "image/png": "png", "image/jpeg": "jpeg", "image/jpg": "jpeg", "image/gif": "gif", "image/svg+xml": "svg",
    "image/x-emf": "emf", "image/x-wmf": "wmf", "image/tiff": "tiff", "image/bmp": "bmp",
}  # fmt: skip
_MARKS = {f"{A}hlinkClick", f"{A}hlinkHover", f"{A}hlinkMouseOver", f"{P}custData", f"{P}tags"}
_EXTENSIONS = {f"{A}ext", f"{P}ext"}
_WEB = ("http://", "https://", "mailto:", "tel:")
_KINDS = {
    "oleObject": "an embedded object", "package": "an embedded document", "control": "a control that runs code",
    "vmlDrawing": "an old drawing", "audio": "a sound", "video": "a film", "media": "a film or a sound", "chart": "a chart",
    "diagramData": "a diagram",
}  # fmt: skip


class LayoutFile(Struct, frozen=True):
    """A layout as it is in the file."""

    part: str
    root: Element
    override: Element | None
    """The root of its theme override, where it has one."""


class MasterFile(Struct, frozen=True):
    """A master with its theme and its layouts, in the order of the file."""

    part: str
    root: Element
    theme: Element
    layouts: tuple[LayoutFile, ...]


class Taken(Struct, frozen=True):
    """What was taken over, and what a theme is read from."""

    template: Template
    presentation: Element
    masters: tuple[MasterFile, ...]
    pictures: dict[str, str]
    """Name of a picture's part to its digest in `Template.media`."""


def take_parts(package: Package) -> Taken:
    """Masters, layouts and what they need; RefusedPackageError where that is not there, or not to be trusted."""
    _refuse_macros(package)
    name = _document(package)
    presentation = package.tree(name)
    if str(presentation.tag).startswith(STRICT):
        raise RefusedPackageError("broken", "it was saved as Strict Open XML; save it as an ordinary presentation")
    if presentation.tag != f"{P}presentation":
        raise RefusedPackageError("broken", "it is not a presentation")
    taking = _Taking(package)
    targets = {found.id: found.target for found in package.relationships(name)}
    ids = [found.get(f"{R}id", "") for found in children(child(presentation, f"{P}sldMasterIdLst"), f"{P}sldMasterId")]
    masters = tuple(taking.master(targets[id]) for id in dict.fromkeys(ids) if id in targets)
    if not masters:
        raise RefusedPackageError("broken", "it has no slide master")
    styles = child(presentation, f"{P}defaultTextStyle")
    template = Template(
        taking.parts,
        tuple(master.part for master in masters),
        taking.media,
        _plain_styles(styles),
    )
    return Taken(template, presentation, masters, taking.digests)


def _plain_styles(styles: Element | None) -> bytes:
    """Text styles as they are; nothing where they refer to other parts."""
    if styles is None or any(str(key).startswith(R) for found in styles.iter() for key in found.attrib):
        return b""
    return etree.tostring(styles, with_tail=False)


def _refuse_macros(package: Package) -> None:
    macros = any("macroenabled" in type.lower() or "vbaproject" in type.lower() for type in package.types)
    if macros or any(name.lower().endswith("vbaproject.bin") for name in package.names):
        raise RefusedPackageError("unsafe", "it holds macros; save it without them, as .pptx or .potx")


def _document(package: Package) -> str:
    """The name of the presentation's part."""
    for found in package.relationships(""):
        if found.type.endswith("/officeDocument") and not found.external:
            if package.type(found.target) in _DOCUMENTS:
                return found.target
            raise RefusedPackageError("broken", "it is a file of Office, but not a presentation")
    raise RefusedPackageError("broken", "it does not say where its presentation is")


class _Taking(Struct):
    """Parts on their way from one package to the other."""

    package: Package
    parts: dict[str, TemplatePart] = field(default_factory=dict[str, TemplatePart])
    media: dict[str, Clean] = field(default_factory=dict[str, Clean])
    digests: dict[str, str] = field(default_factory=dict[str, str])
    _names: dict[str, str] = field(default_factory=dict[str, str])
    """Names in the file to names of ours."""
    _counts: dict[str, int] = field(default_factory=dict[str, int])
    _roots: dict[str, Element] = field(default_factory=dict[str, Element])

    def master(self, name: str) -> MasterFile:
        part = self._xml(name, "slideMaster")
        own = self.parts[part].relationships
        targets = {found.id: found.target for found in own if _kind(found) == "slideLayout"}
        theme = next((found.target for found in own if _kind(found) == "theme"), None)
        if theme is None:
            raise RefusedPackageError("broken", "a slide master has no theme")
        ids = [
            found.get(f"{R}id", "")
            for found in children(child(self._roots[part], f"{P}sldLayoutIdLst"), f"{P}sldLayoutId")
        ]
        layouts = tuple(self._layout(targets[id], part) for id in ids if id in targets)
        return MasterFile(part, self._roots[part], self._roots[theme], layouts)

    def _layout(self, part: str, master: str) -> LayoutFile:
        if [found.target for found in self.parts[part].relationships if _kind(found) == "slideMaster"] != [master]:
            raise RefusedPackageError("broken", "one of its layouts does not belong to the slide master that lists it")
        override = next(
            (found.target for found in self.parts[part].relationships if _kind(found) == "themeOverride"), None
        )
        return LayoutFile(part, self._roots[part], self._roots[override] if override else None)

    def _named(self, name: str, kind: str, suffix: str = "xml") -> str:
        number = self._counts[kind] = self._counts.get(kind, 0) + 1
        if number > MOST_LAYOUTS:
            raise RefusedPackageError("unsafe", f"it has more than {MOST_LAYOUTS} parts of one kind")
        ours = f"ppt/{_FOLDERS.get(kind, 'theme')}/{_STEMS.get(kind, kind)}{number}.{suffix}"
        self._names[name] = ours
        return ours

    def _xml(self, name: str, kind: str) -> str:
        """Takes an XML part with everything that it leads to; its name in the deck."""
        if name in self._names:
            return self._names[name]
        if self.package.type(name) != _XML[kind]:
            raise RefusedPackageError("broken", f'its part "{name}" is not what the file says it is')
        root = self.package.tree(name)
        part = self._named(name, kind)
        self._roots[part] = root
        kept: list[Relationship] = []
        dropped: dict[str, Relationship] = {}
        for found in self.package.relationships(name):
            target = self._target(found, kind)
            if target:
                kept.append(Relationship(found.id, found.type, target, found.external))
            else:
                dropped[found.id] = found
        changed = _without_marks(root, name, {found.id for found in kept}, dropped)
        data = _written(root) if changed else self.package.data(name)
        self.parts[part] = TemplatePart(part, _XML[kind], data, tuple(kept))
        return part

    def _target(self, found: Relationship, source: str) -> str:
        """What a relationship leads to in the deck; empty where that stays behind."""
        kind = _kind(found)
        if found.external:
            if kind == "hyperlink" and found.target.lower().startswith(_WEB):
                return found.target
            raise RefusedPackageError("unsafe", f'it leads out of the file, to "{found.target[:80]}"')
        if kind == "image":
            return self._picture(found.target)
        wanted = {
            "slideMaster": ("slideLayout", "theme", "tags"),
            "slideLayout": ("slideMaster", "themeOverride", "tags"),
        }
        return self._xml(found.target, kind) if kind in wanted.get(source, ()) else ""

    def _picture(self, name: str) -> str:
        if name in self._names:
            return self._names[name]
        type = self.package.type(name)
        if type not in _IMAGES:
            raise RefusedPackageError("broken", f'its part "{name}" is not a picture')
        data = self.package.data(name)
        clean, _ = (
            clean_picture(data, name.rpartition("/")[2]) if _IMAGES[type] in {"png", "jpeg", "svg"} else (None, ())
        )
        if type == "image/svg+xml" and clean is None:
            return ""
        part = self._named(name, "image", _IMAGES[type])
        if clean and clean.kind == _IMAGES[type]:
            digest = sha256(clean.data).hexdigest()[:32]
            self.media[digest], self.digests[part] = clean, digest
            data = clean.data
        self.parts[part] = TemplatePart(part, type.replace("jpg", "jpeg"), data)
        return part


def _kind(found: Relationship) -> str:
    """The last word of a relationship's type; a type that is not Office's is none that is known."""
    return found.type.removeprefix(_OFFICE) if found.type.startswith(_OFFICE) else f"?{found.type.rpartition('/')[2]}"


def _without_marks(root: Element, name: str, kept: set[str], dropped: dict[str, Relationship]) -> bool:
    """Takes away what leads to parts that stay behind; whether there was anything."""
    found = [
        (element, words)
        for element in root.iter()
        if isinstance(element.tag, str)
        for key, words in element.attrib.items()
        if str(key).startswith(R) and words not in kept and words
    ]
    for element, id in found:
        mark = next((above for above in _upwards(element) if above.tag in _EXTENSIONS | _MARKS), None)
        if mark is None:
            said = (
                _KINDS.get(_kind(dropped[id]).lstrip("?"), "something")
                if id in dropped
                else "something that is missing"
            )
            raise RefusedPackageError("unsafe" if id in dropped else "broken", f'its part "{name}" holds {said}')
        _remove(mark)
    return bool(found)


def _upwards(element: Element) -> Iterator[Element]:
    yield element
    yield from element.iterancestors()


def _remove(mark: Element) -> None:
    """The mark, and a list that is empty without it."""
    parent = mark.getparent()
    if parent is None:
        return
    parent.remove(mark)
    if not len(parent) and str(parent.tag) in {f"{A}extLst", f"{P}extLst", f"{P}custDataLst"}:
        _remove(parent)


def _written(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
