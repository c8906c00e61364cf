"""The parts of a package as they are written, with their types and relationships (ECMA-376 Part 2)."""

from collections.abc import Sequence

from hornbook.ooxml import Relationship, content_types, relationship_part, relative_target, write_package
from hornbook.ooxml import relationships as relationships_part

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_METADATA = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
_PRESENTATION = "application/vnd.openxmlformats-officedocument.presentationml."

_XML_TYPES = {
    "presentation": _PRESENTATION + "presentation.main+xml",
    "slideMaster": _PRESENTATION + "slideMaster+xml",
    "slideLayout": _PRESENTATION + "slideLayout+xml",
    "slide": _PRESENTATION + "slide+xml",
    "notesMaster": _PRESENTATION + "notesMaster+xml",
    "notesSlide": _PRESENTATION + "notesSlide+xml",
    "handoutMaster": _PRESENTATION + "handoutMaster+xml",
    "presProps": _PRESENTATION + "presProps+xml",
    "viewProps": _PRESENTATION + "viewProps+xml",
    "tableStyles": _PRESENTATION + "tableStyles+xml",
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
    "chart": "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
    "core": "application/vnd.openxmlformats-package.core-properties+xml",
    "app": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}
_BINARY_TYPES = {
    "jpeg": "image/jpeg",
    "png": "image/png",
    "svg": "image/svg+xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_RELATIONSHIP_TYPES = {
    "core": _METADATA + "core-properties",
    "app": _OFFICE + "extended-properties",
}


class Relationships:
    """Where one part leads; ids are given in the order of asking, and the same target keeps its id."""

    def __init__(self) -> None:
        self._ids: dict[tuple[str, str, bool], str] = {}

    def to(self, kind: str, target: str, *, external: bool = False) -> str:
        """The id of the relationship to a target; `kind` is the last word of its type (`image`, `slideLayout`)."""
        key = (kind, target, external)
        if key not in self._ids:
            self._ids[key] = f"rId{len(self._ids) + 1}"
        return self._ids[key]

    def data(self) -> bytes:
        """The `.rels` part."""
        return relationships_part(
            Relationship(id, _RELATIONSHIP_TYPES.get(kind, _OFFICE + kind), target, external)
            for (kind, target, external), id in self._ids.items()
        )


class Parts:
    """Parts as they are written. Names are given by the caller, in order, so that none has to be searched for."""

    def __init__(self) -> None:
        self._data: dict[str, bytes] = {}
        self._types: dict[str, str] = {}

    def xml(self, name: str, kind: str, content: str | bytes, relationships: Relationships | None = None) -> None:
        """An XML part (`ppt/slides/slide1.xml`) of a kind, and where it leads."""
        self._data[name] = content.encode() if isinstance(content, str) else content
        self._types[name] = _XML_TYPES[kind]
        if relationships is not None:
            self._data[relationship_part(name)] = relationships.data()

    def binary(self, name: str, data: bytes) -> None:
        """A picture or a workbook; its type follows from its extension."""
        self._data[name] = data
        self._types[name] = _BINARY_TYPES[name.rpartition(".")[2]]

    def copied(self, name: str, data: bytes, type: str, relationships: Sequence[Relationship] = ()) -> None:
        """A part of another package as it is; relationships lead to parts by their names here."""
        self._data[name] = data
        self._types[name] = type
        if relationships:
            self._data[relationship_part(name)] = relationships_part(
                found if found.external else found._replace(target=relative_target(name, found.target))
                for found in relationships
            )

    def package(self, root: Relationships) -> bytes:
        """Everything as one file; `root` leads from the package to its main parts."""
        types = {"[Content_Types].xml": content_types(self._types), relationship_part(""): root.data()}
        return write_package({**types, **self._data})
