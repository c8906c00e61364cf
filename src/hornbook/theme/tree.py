"""The data of a theme file as trees that can be laid over each other, and the fields of such a tree read as what they should be.

A layout is its family, its count and its density laid over each other: mappings are merged key by key, anything else is
replaced, and `none` takes away what the lower one had.
"""

from collections.abc import Collection, Iterator
from math import nan

from msgspec import Struct, field

from hornbook.diagnostics import Diagnostic, Edit, Span, error
from hornbook.source.nearest import nearest
from hornbook.source.nodes import Entry, MapNode, Node, ScalarNode, describe, is_missing
from hornbook.source.renaming import renamed
from hornbook.units import parse_length

_LARGEST = 10_000.0


def overlay(lower: Node, upper: Node, *, keep_none: bool = False) -> Node:
    """The upper node over the lower one. With `keep_none` a `none` stays, to take away what lies under both of them."""
    if not (isinstance(lower, MapNode) and isinstance(upper, MapNode)):
        return upper
    entries = dict(lower.entries)
    for name, entry in upper.entries.items():
        below = entries.get(name)
        if below is None:
            entries[name] = entry
        elif isinstance(below.value, MapNode) and is_none(entry.value) and not keep_none:
            del entries[name]
        elif isinstance(entry.value, MapNode):
            entries[name] = Entry(entry.key, overlay(below.value, entry.value, keep_none=keep_none))
        else:
            entries[name] = entry
    return MapNode(entries, upper.span)


def is_none(node: Node | None) -> bool:
    """Whether it says `none`."""
    return isinstance(node, ScalarNode) and node.text == "none"


def without(node: MapNode, *names: str) -> MapNode:
    """The mapping without some of its keys."""
    return MapNode({name: entry for name, entry in node.entries.items() if name not in names}, node.span)


class Findings(Struct):
    """Messages collected while a theme is read; the same place is told once, however many layouts come from it."""

    diagnostics: list[Diagnostic] = field(default_factory=list[Diagnostic])
    _told: set[tuple[str, str, int, int]] = field(default_factory=set[tuple[str, str, int, int]])

    def error(
        self, code: str, message: str, span: Span, hint: str = "", *, same: str | None = None, fix: Edit | None = None
    ) -> None:
        """Adds an error. `same` is what makes two messages at one place the same: the message, where nothing is said."""
        key = (code, message if same is None else same, span.line, span.column)
        if key not in self._told:
            self._told.add(key)
            self.diagnostics.append(error(code, message if message.endswith(".") else f"{message}.", span, hint, fix))


class Form(Struct, frozen=True):
    """A mapping that is read field by field; what is wrong is said once and replaced by a value that goes on working."""

    what: str
    """As messages call it: `the layout "Steps"`."""
    node: MapNode
    findings: Findings

    def __contains__(self, name: object) -> bool:
        return name in self.node.entries

    def __iter__(self) -> Iterator[str]:
        return iter(self.node.entries)

    def knows(self, names: Collection[str]) -> "Form":
        """Reports every key that is not one of these."""
        for name, entry in self.node.entries.items():
            if name not in names:
                self.told(
                    "HB412",
                    f'"{name}" is not known in {self.what}',
                    self.node.key_span(name),
                    did_you_mean(name, names),
                    renamed(self._written_with(entry), entry.key, names),
                )
        return self

    def _written_with(self, entry: Entry) -> MapNode:
        """The fields that are in the same file: what a theme has from the one that it extends may be said anew."""
        own = {name: each for name, each in self.node.entries.items() if each.key.span.file == entry.key.span.file}
        return MapNode(own, self.node.span)

    def get(self, name: str) -> Node | None:
        """What stands under a key; None where nothing does."""
        return self.node.get(name)

    def span(self, name: str = "") -> Span:
        node = self.node.get(name)
        return node.span if node else self.node.key_span(name)

    def text(self, name: str, default: str = "") -> str:
        entry = self.node.entries.get(name)
        if entry is None or is_missing(entry.value):
            return default
        if isinstance(entry.value, ScalarNode):
            return entry.value.text
        self.wrong(name, "words")
        return default

    def flag(self, name: str) -> bool:
        if name not in self.node.entries:
            return False
        words = self.text(name, "false")
        if words not in ("true", "false"):
            self.wrong(name, "true or false")
        return words == "true"

    def number(self, name: str, default: float) -> float:
        words = self.text(name)
        try:
            found = float(words) if words else default
        except ValueError:
            found = nan
        if abs(found) <= _LARGEST:
            return found
        self.wrong(name, "a number")
        return default

    def length(self, name: str) -> float:
        """Points; 0 where nothing is written."""
        if name not in self.node.entries:
            return 0.0
        words = self.text(name)
        points = parse_length(words) if words else 0.0
        if points is None:
            self.wrong(name, "a length such as 24 pt")
        return points or 0.0

    def lengths(self, name: str) -> list[float]:
        """One or more lengths: `24 pt`, or `28 / 24 / 20 pt` where the last one's unit is everyone's."""
        words = self.text(name)
        unit = words.rstrip()[-2:]
        parts = [part.strip() for part in words.split("/")] if words else []
        found = [parse_length(part if part.endswith(unit) else f"{part} {unit}") for part in parts]
        if None in found:
            self.wrong(name, "lengths such as 24 pt or 28 / 24 pt")
        return [points for points in found if points is not None]

    def choice(self, name: str, choices: Collection[str], default: str) -> str:
        if name not in self.node.entries:
            return default
        words = self.text(name, default)
        if words in choices:
            return words
        self.told("HB413", f'"{words}" is no {name} of {self.what}', self.span(name), did_you_mean(words, choices))
        return default

    def form(self, name: str, what: str) -> "Form":
        """The mapping under a key; an empty one where there is none."""
        node = self.node.get(name)
        if isinstance(node, MapNode):
            return Form(what, node, self.findings)
        if node is not None and not is_none(node):
            self.wrong(name, "a group of fields")
        return Form(what, MapNode({}, self.span(name)), self.findings)

    def told(self, code: str, message: str, span: Span, hint: str, fix: Edit | None = None) -> None:
        """Adds an error, once for each place: a box that many layouts share is read for each of them."""
        self.findings.error(code, message, span, hint, same="", fix=fix)

    def wrong(self, name: str, expected: str) -> None:
        node = self.node.get(name)
        found = describe(node) if node and not is_missing(node) else "nothing"
        self.told("HB413", f"`{name}` of {self.what} is {found}", self.span(name), f"Write {expected}.")


def did_you_mean(word: str, known: Collection[str]) -> str:
    """A hint: the nearest known name, or all of them where none is near."""
    found = nearest(word, known)
    return f"Did you mean `{found}`?" if found else f"One of: {', '.join(name for name in known if name)}."
