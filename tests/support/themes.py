"""The themes that ship, read once for each test process."""

from functools import cache

import pytest

from hornbook.build.workspace import built_in
from hornbook.diagnostics import SourceFile
from hornbook.theme.model import Theme
from hornbook.theme.reader import read_theme

_FOLDER = built_in() / "decks" / "themes"
THEMES = tuple(sorted(path.stem for path in _FOLDER.glob("*.yaml")))

EACH_THEME = pytest.mark.parametrize(
    "theme", [pytest.param(name, marks=pytest.mark.xdist_group(f"theme {name}")) for name in THEMES]
)
"""Each theme by name, all of its tests in one process, so that it is read once."""


@cache
def theme_named(name: str) -> Theme:
    path = _FOLDER / f"{name}.yaml"
    theme, diagnostics = read_theme(SourceFile(f"themes/{path.name}", path.read_text("utf-8")))
    assert theme is not None, diagnostics
    return theme
