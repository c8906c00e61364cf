"""The two parts that every package has of its own: content types and relationships (ECMA-376 Part 2 §7.2.3, §6.5)."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from hornbook.ooxml.xml import XML_DECLARATION, escape

_TYPES_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships"
_DEFAULTS = {
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "png": "image/png",
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "svg": "image/svg+xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xml": "application/xml",
}


class Relationship(NamedTuple):
    """An entry of a part's `.rels`: `target` is relative to the part's folder, or an address where it is external."""

    id: str
    type: str
    target: str
    external: bool = False


def content_types(types: Mapping[str, str]) -> bytes:
    """`[Content_Types].xml` for parts by name (without a leading slash) and their types.

    A part whose type is what its extension says needs no entry of its own. Only extensions that occur are named.
    """
    suffixes = {"rels", "xml", *(_suffix(name) for name in types)}
    defaults = [
        f'<Default Extension="{suffix}" ContentType="{_DEFAULTS[suffix]}"/>'
        for suffix in sorted(suffixes)
        if suffix in _DEFAULTS
    ]
    overrides = [
        f'<Override PartName="/{escape(name)}" ContentType="{escape(type)}"/>'
        for name, type in sorted(types.items())
        if _DEFAULTS.get(_suffix(name)) != type
    ]
    body = "".join(defaults + overrides)
    return f'{XML_DECLARATION}<Types xmlns="{_TYPES_NAMESPACE}">{body}</Types>'.encode()


def relationships(entries: Iterable[Relationship]) -> bytes:
    """A `.rels` part with the entries in the order given."""
    body = "".join(_relationship(entry) for entry in entries)
    return f'{XML_DECLARATION}<Relationships xmlns="{_RELATIONSHIPS_NAMESPACE}">{body}</Relationships>'.encode()


def relationship_part(name: str) -> str:
    """Name of the part that holds another's relationships; `""` stands for the package itself."""
    folder, _, file = name.rpartition("/")
    return f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"


def relative_target(source: str, target: str) -> str:
    """How the part `source` names the part `target` in its relationships."""
    here, there = source.split("/")[:-1], target.split("/")
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    return "/".join([".."] * (len(here) - shared) + there[shared:])


def _relationship(entry: Relationship) -> str:
    mode = ' TargetMode="External"' if entry.external else ""
    return f'<Relationship Id="{entry.id}" Type="{escape(entry.type)}" Target="{escape(entry.target)}"{mode}/>'


def _suffix(name: str) -> str:
    stem, _, suffix = name.rpartition("/")[2].rpartition(".")
    return suffix.lower() if stem else ""
