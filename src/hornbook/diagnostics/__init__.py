"""What is wrong with what an author wrote: places, messages, codes. Printing them is in `diagnostics.printing`."""

from hornbook.diagnostics.values import Diagnostic, Severity, SourceFile, Span, error, note, warning

__all__ = ["Diagnostic", "Severity", "SourceFile", "Span", "error", "note", "warning"]
