"""The themes that ship, as parameters of tests."""

import pytest

from theme.daylight import NAMES as THEMES
from theme.daylight import theme as theme_named

__all__ = ["EACH_THEME", "THEMES", "theme_named"]

EACH_THEME = pytest.mark.parametrize(
    "theme", [pytest.param(name, marks=pytest.mark.xdist_group(f"theme {name}")) for name in THEMES]
)
"""Each theme by name, all of its tests in one process, so that it is read once."""
