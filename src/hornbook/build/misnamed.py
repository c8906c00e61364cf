"""Values that no text asks for because their names are written otherwise: a blank line in print, where a number was given."""

from collections.abc import Collection, Iterable, Iterator

from hornbook.diagnostics import Diagnostic, Span, warning
from hornbook.source.nearest import nearest

_LIKE = 0.8
"""Names less alike than this are of something else: tables have columns that are not for the lesson."""


def misnamed(given: Collection[str], asked: Collection[str], span: Span | None, known: Iterable[str] = ()) -> Iterator[Diagnostic]:  # fmt: skip
    """A warning for each value that was given under nearly the name of one that is asked for, or of a `known` one."""
    for name in given:
        if name in asked:
            continue
        meant = nearest(name, {*asked, *known} - {*given}, like=_LIKE)
        if meant:
            message = f'No text asks for "{name}", so that its value is not used.'
            yield warning("HB604", message, span, f"Did you mean `{meant}`?")
