"""A translator's file (.po) becomes a `Translation`: the words for each text of an outline, with their places in the file."""

import re
from collections.abc import Iterator, Mapping
from io import StringIO
from typing import TYPE_CHECKING

from msgspec import Struct

from hornbook.diagnostics import Diagnostic, SourceFile, Span, error
from hornbook.patterns import lazy
from hornbook.source.nodes import find_fragment

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog, Message

REVIEWED_BY, REVIEWED_ON = "X-Reviewed-By", "X-Reviewed-On"
"""Fields of the header that say when a person, not a program, went through the translation, and who."""
_NO_TEXT = lazy("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_HEADER = lazy(r'^msgid ""\nmsgstr ""\n((?:".*\n)+)', re.MULTILINE)
COVERS = "X-Hornbook-Covers"
"""The field that says which outputs a translation is for, where it is not for all: names that `--only` takes."""


class Words(Struct, frozen=True):
    """What a translator wrote for one text."""

    text: str
    span: Span
    end_line: int
    fuzzy: bool = False
    """The text of the outline has changed since; the words wait to be looked at."""


class Covered(Struct, frozen=True):
    """An output that a translation says it is for."""

    name: str
    span: Span


class Translation(Struct, frozen=True):
    """The words of one language for one lesson."""

    language: str
    words: Mapping[str, Words]
    """By the text of the outline as a translator sees it."""
    span: Span
    reviewed_by: str = ""
    reviewed_on: str = ""
    """An ISO date; both are empty until a person has looked at it."""
    covers: tuple[Covered, ...] = ()
    """What it is for, each output once; empty where it is for the whole lesson."""

    @property
    def reviewed(self) -> bool:
        return bool(self.reviewed_by and self.reviewed_on)

    def has(self, text: str) -> bool:
        """Whether a text is translated as it is now."""
        return text in self.words and not self.words[text].fuzzy


def read_translation(file: SourceFile, language: str) -> tuple[Translation | None, tuple[Diagnostic, ...]]:
    """The translation in a .po file, or what keeps it from being read."""
    from babel.messages.pofile import PoFileError

    start = Span(file, 1, 1, 2)
    if strange := _NO_TEXT.search(file.text):
        line = file.text.count("\n", 0, strange.start()) + 1
        column = strange.start() - file.text.rfind("\n", 0, strange.start())
        message = f"This file has a character that no document can hold: U+{ord(strange[0]):04X}."
        return None, (error("HB704", message, Span(file, line, column, column + 1), "Take it out."),)
    try:
        catalog = read_catalog(file.text)
    except PoFileError as problem:
        line = max(1, problem.lineno + 1)
        message = f"This is not a gettext file: {problem.args[0]}."
        return None, (error("HB704", message, Span(file, line, 1), "Open it with Poedit, or make it again."),)
    except (ValueError, TypeError, LookupError) as problem:
        message = f"This is not a gettext file: {problem}."
        return None, (error("HB704", message, start, "Open it with Poedit, or make it again."),)
    words = dict(_words(catalog, file))
    by, on = _field(file, REVIEWED_BY).text, _field(file, REVIEWED_ON).text
    return Translation(language, words, start, by, on, _covered(_field(file, COVERS))), ()


def read_catalog(text: str) -> "Catalog":
    """The messages of a .po file, whatever its header says of dates, languages and encodings: programs write odd things there."""
    from babel.messages.pofile import read_po

    header = _HEADER.search(text)
    if header:
        text = text[: header.start(1)] + '""\n' * header[1].count("\n") + text[header.end(1) :]
    catalog = read_po(StringIO(text), abort_invalid=True)
    catalog.charset = "utf-8"
    return catalog


def _field(file: SourceFile, name: str) -> Words:
    """A field of the header, which some tools wrap; Babel keeps only those that it knows."""
    from babel.messages.pofile import unescape

    found = re.search(rf'^"{name}:((?:[^"\\]|\\[^n]|"\n")*)\\n"', file.text, re.MULTILINE)
    if found is None:
        return Words("", Span(file, 1, 1, 2), 1)
    first = file.text.count("\n", 0, found.start()) + 1
    last = first + found[0].count("\n")
    return Words(unescape('"' + found[1].replace('"\n"', "") + '"').strip(), Span(file, first, 1), last)


def _covered(field: Words) -> tuple[Covered, ...]:
    names = dict.fromkeys(name.strip() for name in field.text.split(",") if name.strip())
    return tuple(Covered(name, find_fragment(field.span, field.end_line, name)) for name in names)


def _words(catalog: "Catalog", file: SourceFile) -> Iterator[tuple[str, Words]]:
    lines = file.text.split("\n")
    for message in catalog:
        if isinstance(message.id, str) and message.id and isinstance(message.string, str) and message.string.strip():
            first, last = _place(message, lines)
            yield message.id, Words(message.string, Span(file, first, 1), last, message.fuzzy)


def _place(message: "Message", lines: list[str]) -> tuple[int, int]:
    """The first and the last line of the words of a message: Babel knows the line where the message begins."""
    at = max((message.lineno or 1) - 1, 0)
    first = next((number for number in range(at, len(lines)) if lines[number].startswith("msgstr")), at)
    last = first
    while last + 1 < len(lines) and lines[last + 1].startswith('"'):
        last += 1
    return first + 1, last + 1
