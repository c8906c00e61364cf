"""Where in the outline a few words of a text stand."""

from hornbook.diagnostics import Span
from hornbook.source.nodes import find_fragment, lines_of
from hornbook.source.runs import Text

_LINES = 40
"""How far down a text is looked through; a paragraph of an outline is shorter."""
_TRANSLATION = ".po"


def place_of(text: Text, words: str) -> Span:
    """The place of some words of a text; of the first of them where a line ends between them; else of the text itself."""
    span = text.span
    last = _last_line(span)
    for wanted in (words, words.split(maxsplit=1)[0] if words.split() else words):
        if len(wanted) >= 2 or not wanted.isalpha():
            found = find_fragment(span, last, wanted)
            if found is not span:
                return found
    return span


def _last_line(span: Span) -> int:
    """Where a text ends at the latest: in a translator's file, before the next empty line."""
    if not span.file.path.endswith(_TRANSLATION):
        return span.line + _LINES
    lines = lines_of(span.file)
    return next((number for number in range(span.line, len(lines)) if not lines[number].strip()), len(lines))


def field_place(start: Span, name: str) -> Span:
    """The place of a field of the lesson itself; the start of the outline where it has no such field."""
    for number, line in enumerate(lines_of(start.file), 1):
        if line.startswith(f"{name}:"):
            return Span(start.file, number, 1, len(name) + 1)
    return Span(start.file, 1, 1, 2)
