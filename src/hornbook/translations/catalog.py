"""A translator's file (.po) becomes a `Translation`: the words for each text of an outline, with their places in the file."""

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import TYPE_CHECKING

from msgspec import Struct

from hornbook.diagnostics import Diagnostic, SourceFile, Span, error

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog, Message

REVIEWED_BY, REVIEWED_ON = "X-Reviewed-By", "X-Reviewed-On"
"""Fields of the header that say when a person, not a program, went through the translation, and who."""


class Words(Struct, frozen=True):
    """What a translator wrote for one text."""

    text: str
    span: Span
    end_line: int
    fuzzy: bool = False
    """The text of the outline has changed since; the words wait to be looked at."""


class Translation(Struct, frozen=True):
    """The words of one language for one lesson."""

    language: str
    words: Mapping[str, Words]
    """By the text of the outline as a translator sees it."""
    span: Span
    reviewed_by: str = ""
    reviewed_on: str = ""
    """An ISO date; both are empty until a person has looked at it."""

    @property
    def reviewed(self) -> bool:
        return bool(self.reviewed_by and self.reviewed_on)


def read_translation(file: SourceFile, language: str) -> tuple[Translation | None, tuple[Diagnostic, ...]]:
    """The translation in a .po file, or what keeps it from being read."""
    from babel.messages.pofile import PoFileError, read_po

    start = Span(file, 1, 1, 2)
    try:
        catalog = read_po(BytesIO(file.text.encode()), abort_invalid=True)
    except PoFileError as problem:
        line = max(1, problem.lineno + 1)
        message = f"This is not a gettext file: {problem.args[0]}."
        return None, (error("HB704", message, Span(file, line, 1), "Open it with Poedit, or make it again."),)
    except (ValueError, TypeError, LookupError) as problem:
        message = f"This is not a gettext file: {problem}."
        return None, (error("HB704", message, start, "Open it with Poedit, or make it again."),)
    words = dict(_words(catalog, file))
    return Translation(language, words, start, _field(file, REVIEWED_BY), _field(file, REVIEWED_ON)), ()


def _field(file: SourceFile, name: str) -> str:
    """A field of the header; Babel keeps only those that it knows."""
    found = re.search(rf'^"{name}:\s*(.*?)\s*\\n"', file.text, re.MULTILINE)
    return found[1] if found else ""


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
