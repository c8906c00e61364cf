"""What YAML text says, with a place for every key and value: texts as typed, lists, and mappings. Nothing is a number or a date here."""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct, field

from hornbook.diagnostics import SourceFile, Span

Style = Literal["plain", "quoted", "block"]


class ScalarNode(Struct, frozen=True):
    """A text as typed. An empty one is a value that is missing."""

    text: str
    span: Span
    style: Style = "plain"
    end_line: int = 0
    pieces: "tuple[Piece, ...]" = ()
    """Where the words of each paragraph came from, when it was not from here: a translation."""

    def place(self, fragment: str, occurrence: int = 0) -> Span:
        """Where that part of the text stands in the file; the whole scalar's place where it cannot be told."""
        return find_fragment(self.span, max(self.end_line, self.span.line), fragment, occurrence)

    def part(self, start: int, end: int) -> "ScalarNode":
        """Some of the text as a node of its own, with its place: a paragraph of several."""
        text = self.text[start:end]
        first = text.split("\n", 1)[0]
        for piece in self.pieces:
            if piece.start <= start < piece.end:
                return ScalarNode(text, piece.node.place(first), piece.node.style, piece.node.end_line)
        if self.style != "block":
            return ScalarNode(text, self.place(first), self.style, self.end_line)
        line = self.span.line + 1 + self.text.count("\n", 0, start)
        span = find_fragment(Span(self.span.file, line, 1), self.end_line, first)
        return ScalarNode(text, span, "block", span.line + text.count("\n"))


class Piece(Struct, frozen=True):
    """Words from another place within a text: from one letter to before another."""

    start: int
    end: int
    node: ScalarNode


class ListNode(Struct, frozen=True):
    """Values in order."""

    items: tuple["Node", ...]
    span: Span
    flow: bool = False
    """Written in brackets."""


class Entry(Struct, frozen=True):
    """A key with its value."""

    key: ScalarNode
    value: "Node"


class MapNode(Struct, frozen=True):
    """Fields by name."""

    entries: dict[str, Entry]
    """In the order of the file."""
    span: Span
    flow: bool = False
    """Written in braces."""

    def get(self, key: str) -> "Node | None":
        """The value of a key; None where the key is not there or its value is missing."""
        entry = self.entries.get(key)
        return None if entry is None or is_missing(entry.value) else entry.value

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries.values())

    def __contains__(self, key: object) -> bool:
        return key in self.entries

    def key_span(self, key: str) -> Span:
        """Where a key stands; the mapping's own place where it has no such key."""
        entry = self.entries.get(key)
        return entry.key.span if entry else self.span


Node = ScalarNode | ListNode | MapNode


def is_missing(node: Node) -> bool:
    """Whether nothing was written for a value."""
    return isinstance(node, ScalarNode) and not node.text.strip()


def describe(node: Node) -> str:
    """What a value is, in the words of a message."""
    match node:
        case ScalarNode(text=text):
            return f'the text "{shorten(text)}"' if text.strip() else "nothing"
        case ListNode():
            return "a list"
        case MapNode(entries=entries):
            names = ", ".join(f"`{shorten(name, 20)}`" for name in list(entries)[:3])
            return f"a group of fields ({names}{', ...' if len(entries) > 3 else ''})" if entries else "empty braces"


def shorten(text: str, limit: int = 40) -> str:
    """The beginning of a text on one line."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 3].rstrip() + "..."


class _Lines(Struct):
    """The lines of the file asked about last: splitting a long file for each message would be slow."""

    file: SourceFile | None = None
    lines: list[str] = field(default_factory=list[str])


_cache = _Lines()


def lines_of(file: SourceFile) -> list[str]:
    """The lines of a file, without their ends."""
    if _cache.file is not file:
        _cache.file, _cache.lines = file, file.text.split("\n")
    return _cache.lines


def find_fragment(span: Span, end_line: int, fragment: str, occurrence: int = 0) -> Span:
    """The place of the `occurrence`-th `fragment` between the start of `span` and the end of `end_line`; `span` where it is not found."""
    lines = lines_of(span.file)
    for number in range(span.line, min(end_line, len(lines)) + 1):
        start = span.column - 1 if number == span.line else 0
        while (found := lines[number - 1].find(fragment, start)) >= 0:
            if occurrence == 0:
                return Span(span.file, number, found + 1, found + 1 + len(fragment))
            occurrence -= 1
            start = found + len(fragment)
    return span
