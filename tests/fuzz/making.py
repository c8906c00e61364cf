"""An outline, a theme or a recipe from its bytes to files or diagnostics, without a command line in between."""

import time
from pathlib import Path

from hornbook.build.editions import make_edition
from hornbook.build.gather import gather
from hornbook.build.options import Options, Product
from hornbook.build.workspace import LessonPlace
from hornbook.diagnostics import Diagnostic, Severity
from hornbook.diagnostics.printing import as_text, has_errors

SECONDS = 5.0
"""Of a processor, for what a single outline of everyday size may take."""


def make(folder: Path, outline: str | bytes, **options: object) -> tuple[tuple[Diagnostic, ...], tuple[Product, ...]]:
    """What came of a lesson: files, or an error at a place; both within `SECONDS`, and every message can be printed."""
    path = folder / "decks" / "lesson" / "lesson.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(outline.encode("utf-8", "surrogatepass") if isinstance(outline, str) else outline)
    started = time.process_time()
    gathered = gather(LessonPlace(path, folder, "lesson", folder / "out"), Options(**options), folder)
    found, products = list(gathered.diagnostics), []
    if not has_errors(found):
        for edition in gathered.editions:
            result = make_edition(edition)
            found += result.diagnostics
            products += result.products
    assert time.process_time() - started < SECONDS
    assert has_errors(found) or products
    for each in found:
        assert each.severity is not Severity.ERROR or each.span is not None
    as_text(found, colour=False).encode("utf-8", "backslashreplace")
    return tuple(found), tuple(products)


def errors(found: tuple[Diagnostic, ...]) -> list[tuple[str, int]]:
    """Code and line of each error."""
    return [(each.code, each.span.line) for each in found if each.severity is Severity.ERROR]
