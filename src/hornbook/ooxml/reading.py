"""A package that somebody else made (ECMA-376 Part 2): its parts, types and relationships, or why it is not opened.

Nothing in it is believed: sizes are counted while bytes come out, names may not lead anywhere, and XML may declare nothing.
"""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import Literal

from lxml import etree
from msgspec import Struct, field

from hornbook.ooxml.parts import Relationship, relationship_part

MOST_BYTES = 100_000_000
MOST_PARTS = 5_000
MOST_UNPACKED = 400_000_000
MOST_IN_PART = 64_000_000
MOST_IN_XML = 16_000_000
MOST_RATIO = 250
"""Of what is unpacked to what was packed. XML that people make stays below 40."""
_SMALL = 1_000_000
"""Below this a part may be packed as tightly as it likes."""

_TYPES = "[Content_Types].xml"
_TYPE_NAMES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATIONSHIP_NAMES = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, OverflowError, ValueError, RuntimeError, NotImplementedError, KeyError,
)  # fmt: skip
"""What `zipfile` raises about files that are damaged, encrypted, or packed in a way that it does not know."""

Element = etree._Element  # noqa: SLF001  # pyright: ignore[reportPrivateUsage] - it has no other name

Refusal = Literal["broken", "unsafe"]


class RefusedPackageError(Exception):
    """Why a package is not read, in words for whoever handed it in."""

    def __init__(self, kind: Refusal, reason: str) -> None:
        super().__init__(reason)
        self.kind = kind
        self.reason = reason


class Package(Struct):
    """The parts of a package by name, unpacked when they are asked for."""

    _archive: zipfile.ZipFile
    _entries: Mapping[str, zipfile.ZipInfo]
    defaults: dict[str, str] = field(default_factory=dict[str, str])
    """Content types by extension."""
    overrides: dict[str, str] = field(default_factory=dict[str, str])
    """Content types by the name of the part, in small letters."""
    _unpacked: int = 0

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._entries)

    def type(self, name: str) -> str:
        """The content type of a part; empty where the package gives none."""
        suffix = name.rpartition(".")[2].lower()
        return self.overrides.get(name.lower(), self.defaults.get(suffix, ""))

    @property
    def types(self) -> tuple[str, ...]:
        """Every content type that the package speaks of."""
        return (*self.defaults.values(), *self.overrides.values())

    def data(self, name: str, most: int = MOST_IN_PART) -> bytes:
        """The bytes of a part."""
        entry = self._entries.get(name)
        if entry is None:
            raise RefusedPackageError("broken", f'its part "{name}" is missing')
        try:
            with self._archive.open(entry) as stream:
                data = stream.read(most + 1)
        except _BROKEN as fault:
            raise RefusedPackageError("broken", f'its part "{name}" is damaged') from fault
        self._weigh(name, len(data), entry.compress_size, most)
        return data

    def _weigh(self, name: str, size: int, packed: int, most: int) -> None:
        self._unpacked += size
        if size > most:
            raise RefusedPackageError("unsafe", f'its part "{name}" is larger than {most // 1_000_000} MB')
        if size > _SMALL and size > MOST_RATIO * max(packed, 1):
            raise RefusedPackageError("unsafe", f'its part "{name}" unpacks to far more than it should')
        if self._unpacked > MOST_UNPACKED:
            raise RefusedPackageError("unsafe", f"it unpacks to more than {MOST_UNPACKED // 1_000_000} MB")

    def tree(self, name: str) -> Element:
        """The root of an XML part."""
        return parse_xml(self.data(name, MOST_IN_XML), name)

    def relationships(self, name: str) -> tuple[Relationship, ...]:
        """Where a part leads (`""` is the package itself): names of parts, and addresses where they are external."""
        rels = relationship_part(name)
        if rels not in self._entries:
            return ()
        return tuple(_relationships(self.tree(rels), name))


def read_package(data: bytes) -> Package:
    """The package in those bytes; RefusedPackageError where it is damaged or not to be trusted."""
    if len(data) > MOST_BYTES:
        raise RefusedPackageError("unsafe", f"it is larger than {MOST_BYTES // 1_000_000} MB")
    if data.startswith(_OLD_OFFICE):
        raise RefusedPackageError("broken", "it is an old PowerPoint file, or one with a password")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN as fault:
        raise RefusedPackageError("broken", "it is not a PowerPoint file, or it is damaged") from fault
    package = Package(archive, dict(_entries(archive)))
    if _TYPES not in package.names:
        raise RefusedPackageError("broken", "it is a zip file, but not one of PowerPoint's")
    _read_types(package)
    return package


def _entries(archive: zipfile.ZipFile) -> Iterator[tuple[str, zipfile.ZipInfo]]:
    entries = archive.infolist()
    if len(entries) > MOST_PARTS:
        raise RefusedPackageError("unsafe", f"it has more than {MOST_PARTS} parts")
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise RefusedPackageError("unsafe", f"it unpacks to more than {MOST_UNPACKED // 1_000_000} MB")
    seen: set[str] = set()
    for entry in entries:
        name = entry.filename
        if _leads_away(name.removesuffix("/")):
            raise RefusedPackageError("unsafe", f"the name of its part {name!r} leads out of the file")
        if name.endswith("/"):
            continue
        if name.lower() in seen:
            raise RefusedPackageError("unsafe", f'it has two parts called "{name}"')
        seen.add(name.lower())
        yield name, entry


def _leads_away(name: str) -> bool:
    return any(sign in name for sign in "\\:\0") or any(step in ("", ".", "..") for step in name.split("/"))


def _read_types(package: Package) -> None:
    for element in package.tree(_TYPES):
        kind = element.get("ContentType", "")
        if element.tag == f"{_TYPE_NAMES}Default":
            package.defaults[element.get("Extension", "").lower()] = kind
        elif element.tag == f"{_TYPE_NAMES}Override":
            package.overrides[element.get("PartName", "").removeprefix("/").lower()] = kind


def _relationships(root: Element, source: str) -> Iterator[Relationship]:
    folder = posixpath.dirname(source)
    for element in root:
        if element.tag != f"{_RELATIONSHIP_NAMES}Relationship":
            continue
        id, type, target = (element.get(name, "") for name in ("Id", "Type", "Target"))
        if element.get("TargetMode", "") == "External":
            yield Relationship(id, type, target, external=True)
            continue
        path = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
        name = posixpath.normpath(path) if path else ""
        if not target.startswith("#") and _leads_away(name):
            raise RefusedPackageError("unsafe", f'"{source or "the file"}" leads out of the file')
        yield Relationship(id, type, name)


def parse_xml(data: bytes, name: str = "") -> Element:
    """The root of an XML document in UTF-8 that declares no entities and names nothing outside itself."""
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise RefusedPackageError("unsafe", f'its part "{name}" declares entities')
    try:
        text = data.decode("utf-8-sig")
        parser = etree.XMLParser(
            encoding="utf-8", resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False
        )
        return etree.fromstring(text.encode(), parser)
    except (UnicodeDecodeError, etree.XMLSyntaxError, ValueError) as fault:
        raise RefusedPackageError("broken", f'its part "{name}" is not the XML that it should be') from fault
