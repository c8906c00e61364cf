"""A theme that extends another: its tree laid over that of the other, so that it says only what is different."""

from collections.abc import Callable
from functools import lru_cache
from typing import cast

from msgspec import Struct

from hornbook.diagnostics import Diagnostic, SourceFile, Span
from hornbook.source.nodes import Entry, MapNode, Node, ScalarNode
from hornbook.source.outline import read_outline
from hornbook.theme.tree import Findings, overlay, without

Find = Callable[[str], SourceFile | None]
"""Gives the file of a theme's name."""

ANEW = "anew"


def alone(name: str) -> None:
    """Finds nothing: for a theme that extends no other."""


@lru_cache(maxsize=8)
def _read(path: str, text: str) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    return read_outline(SourceFile(path, text))


def theme_files(file: SourceFile, find: Find) -> tuple[SourceFile, ...]:
    """The file and those that it extends, one after the other, as far as they are there."""
    files = [file]
    while True:
        root, _ = _read(files[-1].path, files[-1].text)
        base = root.get("extends") if isinstance(root, MapNode) else None
        found = find(base.text.strip()) if isinstance(base, ScalarNode) else None
        if found is None or any(found.path == each.path for each in files):
            return tuple(files)
        files.append(found)


class Home(Struct, frozen=True):
    """The file that was asked for: what is wrong because of it is told there, also where the words stand in another."""

    file: SourceFile
    root: MapNode

    def place(self, span: Span, *colours: str) -> Span:
        """The place itself where it is in this file; otherwise the first of those colours in it, or what it extends."""
        if span.file.path == self.file.path:
            return span
        palette = self.root.get("palette")
        own = [name for name in colours if isinstance(palette, MapNode) and name in palette]
        return palette.key_span(own[0]) if own and isinstance(palette, MapNode) else self.root.key_span("extends")


def read_tree(file: SourceFile, find: Find, findings: Findings) -> tuple[MapNode, Home] | None:
    """The whole tree of a theme, with that of all it extends under it; None where there is none."""
    layers = _layers(file, find, findings, ())
    if not layers:
        return None
    whole = layers[-1]
    for layer in reversed(layers[:-1]):
        whole = cast("MapNode", overlay(_cleared(whole, layer), layer, keep_none=True))
    return without(whole, "extends"), Home(file, layers[0])


def _layers(file: SourceFile, find: Find, findings: Findings, seen: tuple[str, ...]) -> list[MapNode]:
    """The tree of each file, the nearest first; none where one cannot be read."""
    root, found = _read(file.path, file.text)
    findings.diagnostics += found
    if root is not None and not isinstance(root, MapNode):
        findings.error("HB413", "A theme is a group of fields", root.span, "Begin with `title:` and `extends:`.")
    if not isinstance(root, MapNode):
        return []
    base = root.get("extends")
    if base is None:
        return [root]
    name = base.text.strip() if isinstance(base, ScalarNode) else ""
    other = find(name)
    if other is None:
        findings.error(
            "HB401", f'There is no theme "{name}" to extend', base.span, "Name one of `hornbook list themes`."
        )
        return []
    if other.path in (*seen, file.path):
        findings.error("HB414", f'"{name}" extends this theme in turn', base.span, "Extend one that stands by itself.")
        return []
    above = _layers(other, find, findings, (*seen, file.path))
    return [root, *above] if above else []


def _cleared(lower: MapNode, upper: MapNode) -> MapNode:
    """The lower tree without the layouts that the upper one makes anew."""
    own, layouts = upper.get("layouts"), lower.entries.get("layouts")
    if not (isinstance(own, MapNode) and layouts and isinstance(layouts.value, MapNode)):
        return lower
    anew = [entry.key.text for entry in own if isinstance(entry.value, MapNode) and ANEW in entry.value]
    kept = MapNode(
        {
            name: Entry(entry.key, MapNode({}, entry.value.span)) if name in anew else entry
            for name, entry in layouts.value.entries.items()
        },
        layouts.value.span,
    )
    return MapNode({**lower.entries, "layouts": Entry(layouts.key, kept)}, lower.span)
