"""What is wrong with what an author wrote: places, messages, codes. Printing them is in `diagnostics.printing`."""

from hornbook.diagnostics.values import Diagnostic, Edit, Severity, SourceFile, Span, error, note, warning

__all__ = ["Diagnostic", "Edit", "Severity", "SourceFile", "Span", "error", "note", "warning"]
