"""Diagnostics as commands of GitHub Actions: one line each, which the host shows beside the line of the file.

A command is `::warning file=a,line=1,col=2,title=T::message`. What could end it or begin another is escaped, so that an outline
from a stranger speaks to nobody but its reader.
"""

from collections.abc import Iterable

from hornbook.diagnostics.printing import in_order
from hornbook.diagnostics.values import Diagnostic, Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def as_annotations(diagnostics: Iterable[Diagnostic]) -> str:
    """A line for each message, in order; empty where there is nothing to say."""
    return "".join(_line(each) + "\n" for each in in_order(diagnostics))


def _line(found: Diagnostic) -> str:
    span = found.span
    fields: dict[str, object] = {}
    if span is not None:
        fields = {"file": span.file.path, "line": span.line, "col": span.column}
        if span.end_column > span.column:
            fields |= {"endLine": span.line, "endColumn": span.end_column - 1}
    fields["title"] = found.code
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in fields.items())
    message = f"{found.message}\n{found.hint}" if found.hint else found.message
    return f"::{_COMMANDS[found.severity]} {listed}::{_data(message)}"


def _data(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")
