"""The built-in theme, read once, and copies of its file with something changed."""

from functools import cache
from pathlib import Path

from hornbook.diagnostics import Diagnostic, SourceFile
from hornbook.theme.model import Theme
from hornbook.theme.reader import read_theme

FILE = Path(__file__).parents[2] / "decks" / "themes" / "daylight.yaml"


def source() -> SourceFile:
    return SourceFile("themes/daylight.yaml", FILE.read_text(encoding="utf-8"))


@cache
def daylight() -> Theme:
    theme, diagnostics = read_theme(source())
    assert not diagnostics
    assert theme is not None
    return theme


def changed(old: str, new: str) -> tuple[SourceFile, tuple[Diagnostic, ...]]:
    """What reading says when the first `old` in the file is `new`."""
    text = source().text
    assert old in text, f"the theme has no {old!r}"
    file = SourceFile("themes/changed.yaml", text.replace(old, new, 1))
    theme, diagnostics = read_theme(file)
    assert theme is None
    return file, diagnostics
