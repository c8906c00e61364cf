"""The built-in themes, read once, and copies of its file with something changed."""

from functools import cache
from pathlib import Path

from hornbook.diagnostics import Diagnostic, SourceFile
from hornbook.theme.model import Theme
from hornbook.theme.reader import read_theme

FILE = Path(__file__).parents[2] / "decks" / "themes" / "daylight.yaml"
NAMES = sorted(path.stem for path in FILE.parent.glob("*.yaml"))
"""The themes that ship."""


def theme_file(name: str) -> SourceFile | None:
    path = FILE.with_name(f"{name}.yaml")
    return SourceFile(f"themes/{path.name}", path.read_text(encoding="utf-8")) if path.is_file() else None


@cache
def theme(name: str) -> Theme:
    file = theme_file(name)
    assert file
    found, diagnostics = read_theme(file, theme_file)
    assert not diagnostics, [f"{one.span}: {one.message}" for one in diagnostics]
    assert found is not None
    return found


def source() -> SourceFile:
    return SourceFile("themes/daylight.yaml", FILE.read_text(encoding="utf-8"))


def daylight() -> Theme:
    return theme("daylight")


def changed(old: str, new: str) -> tuple[SourceFile, tuple[Diagnostic, ...]]:
    """What reading says when the first `old` in the file is `new`."""
    text = source().text
    assert old in text, f"the theme has no {old!r}"
    file = SourceFile("themes/changed.yaml", text.replace(old, new, 1))
    theme, diagnostics = read_theme(file)
    assert theme is None
    return file, diagnostics
