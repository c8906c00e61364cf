"""Places in a file and messages about them. A message is a value: who made it does not print it."""

from enum import IntEnum

from msgspec import Struct


class Severity(IntEnum):
    """How bad it is: an error builds nothing of the lesson, a warning fails with `--strict`, a note never fails."""

    NOTE = 1
    WARNING = 2
    ERROR = 3


class SourceFile(Struct, frozen=True, eq=False):
    """A file as it was read: `path` as a person should see it (relative where that is shorter, `/` between parts).

    Two are equal whose paths are: their texts are not compared.
    """

    path: str
    text: str = ""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SourceFile) and self.path == other.path

    def __hash__(self) -> int:
        return hash(self.path)

    def __repr__(self) -> str:
        return f"SourceFile(path={self.path!r})"

    def line(self, number: int) -> str:
        """Line `number`, counted from 1, without its end; empty where there is none."""
        return line_in(self.lines(), number)

    def lines(self) -> list[str]:
        return self.text.split("\n")


def line_in(lines: list[str], number: int) -> str:
    """One of the lines of a file, counted from 1, without its end; empty where there is none."""
    return lines[number - 1].rstrip("\r") if 0 < number <= len(lines) else ""


class Span(Struct, frozen=True):
    """A place in a file: line and column count characters from 1; `end_column` is the first column after it."""

    file: SourceFile
    line: int = 1
    column: int = 1
    end_column: int = 0

    def __str__(self) -> str:
        return f"{self.file.path}:{self.line}:{self.column}"


class Edit(Struct, frozen=True):
    """Part of a line and what has to stand in its place; the line counts from 1, the columns from 0."""

    line: int
    begin: int
    end: int
    new: str

    def apply(self, line: str) -> str:
        return line[: self.begin] + self.new + line[self.end :]


class Diagnostic(Struct, frozen=True):
    """One message: what was found, where, what was expected, what to do."""

    severity: Severity
    code: str
    """`HB` and three digits; the hundred names the stage."""
    message: str
    span: Span | None = None
    hint: str = ""
    fix: Edit | None = None
    """What `check --fix` does about it, in the file of the span: only where nobody has to think."""

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        span = self.span
        path, line, column = (span.file.path, span.line, span.column) if span else ("", 0, 0)
        return (path, line, column, self.code, self.message)


def error(code: str, message: str, span: Span | None = None, hint: str = "", fix: Edit | None = None) -> Diagnostic:
    return Diagnostic(Severity.ERROR, code, message, span, hint, fix)


def warning(code: str, message: str, span: Span | None = None, hint: str = "") -> Diagnostic:
    return Diagnostic(Severity.WARNING, code, message, span, hint)


def note(code: str, message: str, span: Span | None = None, hint: str = "") -> Diagnostic:
    return Diagnostic(Severity.NOTE, code, message, span, hint)
