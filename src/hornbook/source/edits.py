"""Lines as they should be: parts to put in quotes, and where a place in a mended line was in the file."""

from collections.abc import Iterable

from msgspec import Struct

from hornbook.diagnostics import Diagnostic, Edit
from hornbook.patterns import lazy

_KEY = r"(?:\"[^\"]*\"|'[^']*'|[^\s\"'\[\]{}#&*!|>%@`,\-?:](?:[^:#]|:(?! |$)|(?<! )#)*?)"
_LEAD = lazy(rf"^(?P<dashes>\s*(?:- +)*)(?:(?P<key>{_KEY}) *:(?: +|$))?")
_FIELD = lazy(r"[a-z][a-z_]*$")


class Mended(Struct, frozen=True):
    """A message, and what makes the line as it should be; None where nobody can tell."""

    diagnostic: Diagnostic
    edit: Edit | None = None
    late: bool = False
    """The edit was not made in the text: YAML read the line without it."""


def original_column(edits: Iterable[Edit], line: int, column: int) -> int:
    """The column in the file of a place in the text as it was mended; columns from 0, edits in the order they were made."""
    for edit in reversed([edit for edit in edits if edit.line == line]):
        column = _before(edit, column)
    return column


def _before(edit: Edit, column: int) -> int:
    """Where a column of the edited line was before."""
    grown = edit.begin + len(edit.new)
    if column <= edit.begin:
        return column
    return min(column - 1, edit.end) if column < grown else column - (grown - edit.end)


def quoted(text: str) -> str:
    """A text in the quotes that need the fewest changes inside."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def value_after_lead(line: str) -> int:
    """The column, from 0, at which the text of a line begins: after dashes, and after a key that looks like the name of a field."""
    match = _LEAD.match(line)
    if match is None:
        return 0
    key = match["key"]
    dashes = match.end("dashes")
    if key is None or (match["dashes"].strip() and not _FIELD.match(key.strip("\"'"))):
        return dashes
    return match.end()


def edited(text: str, edit: Edit) -> str:
    """The text with one edit made."""
    lines = text.split("\n")
    lines[edit.line - 1] = edit.apply(lines[edit.line - 1])
    return "\n".join(lines)


def apart(edits: list[Edit]) -> list[Edit]:
    """Edits from the right to the left of each line, without those that another one covers."""
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: (edit.line, edit.begin, -edit.end)):
        if not kept or kept[-1].line != edit.line or edit.begin >= kept[-1].end:
            kept.append(edit)
    return kept[::-1]
