"""Diagnostics as text for people and as plain data for machines. Colour is asked for, never guessed here."""

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import cache

from hornbook.diagnostics.values import Diagnostic, Severity, SourceFile, Span, line_in

_WORDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.NOTE: "1;36"}
LinesOf = Callable[[SourceFile], list[str]]
_EXCERPT = 110
"""The widest excerpt in characters; a longer line is shown around the caret."""


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Each once, by file, line and column."""
    return tuple(sorted(dict.fromkeys(diagnostics), key=lambda diagnostic: diagnostic.sort_key))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)


def as_text(diagnostics: Sequence[Diagnostic], *, colour: bool = False) -> str:
    """Every message with its place, the line, a caret and what to do; empty where there is nothing to say."""
    lines_of = cache(SourceFile.lines)
    return "\n".join([_one(diagnostic, lines_of, colour=colour) for diagnostic in in_order(diagnostics)])


def summary(diagnostics: Sequence[Diagnostic]) -> str:
    """`2 errors, 1 warning`; empty where there is nothing to count."""
    counts: list[str] = []
    for severity in (Severity.ERROR, Severity.WARNING, Severity.NOTE):
        count = sum(1 for diagnostic in diagnostics if diagnostic.severity is severity)
        if count:
            counts.append(f"{count} {_WORDS[severity]}{'s' if count > 1 else ''}")
    return ", ".join(counts)


def as_data(diagnostic: Diagnostic) -> dict[str, object]:
    """What `--json` prints for one message."""
    span = diagnostic.span
    return {
        "severity": _WORDS[diagnostic.severity],
        "code": diagnostic.code,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "file": span.file.path if span else "",
        "line": span.line if span else 0,
        "column": span.column if span else 0,
    }


def _one(diagnostic: Diagnostic, lines_of: LinesOf, *, colour: bool) -> str:
    word = f"{_WORDS[diagnostic.severity]} {diagnostic.code}"
    if colour:
        word = f"\x1b[{_COLOURS[diagnostic.severity]}m{word}\x1b[0m"
    place = f"{diagnostic.span}: " if diagnostic.span else ""
    lines = [f"{_safe(place)}{word}: {_safe(diagnostic.message)}", *_excerpt(diagnostic.span, lines_of)]
    if diagnostic.hint:
        lines.append(f"    {_safe(diagnostic.hint)}")
    return "\n".join(lines)


def _safe(words: str) -> str:
    """Control characters shown, not sent: an outline may come from a stranger."""
    if words.isprintable():
        return words
    return "".join(
        char if char == "\n" or unicodedata.category(char) not in {"Cc", "Cf", "Cs"} else f"\\u{ord(char):04x}"
        for char in words
    )


def _excerpt(span: Span | None, lines_of: LinesOf) -> list[str]:
    line = line_in(lines_of(span.file), span.line) if span else ""
    if span is None or not line.strip():
        return []
    line = line.replace("\t", " ")
    start = max(0, span.column - 1)
    cut = max(0, start - _EXCERPT // 2) if len(line) > _EXCERPT else 0
    shown = _safe(line[cut : cut + _EXCERPT])
    before = sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in _safe(line[cut:start]))
    width = max(1, min((span.end_column or span.column + 1) - span.column, len(shown) - before))
    number = str(span.line)
    return [f"  {number} | {shown}", f"  {' ' * len(number)} | {' ' * before}{'^' * width}"]
