"""Fonts that a computer has of its own, and which family is measured in place of one that a school's template names.

Metric-compatible families stand for each other: lines break alike. Where there is none, a wider one stands in, so that words fit.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.local/share/fonts",
    "~/.fonts",
    "/Library/Fonts",
    "~/Library/Fonts",
    "/Applications/LibreOffice.app/Contents/Resources/fonts/truetype",
    "C:/Program Files/LibreOffice/share/fonts/truetype",
)
"""Where the files of `fonts-crosextra-carlito` and `fonts-crosextra-caladea` are, and LibreOffice's own copies of them."""

_SAME_WIDTHS = {
    "arial": "Arial",
    "arimo": "Arimo",
    "helvetica": "Arial",
    "liberation sans": "Arimo",
    "atkinson hyperlegible": "Atkinson Hyperlegible",
    "noto sans": "Noto Sans",
    "calibri": "Carlito",
    "carlito": "Carlito",
    "cambria": "Caladea",
    "caladea": "Caladea",
}
_NEARLY = {"calibri light": "Carlito"}
"""Lighter cuts, whose letters are no wider."""

OTHERWISE = "Arimo"


class StandIn(NamedTuple):
    """The family that is measured and drawn in place of another; `same` where lines break alike."""

    family: str
    same: bool


def stand_in(name: str) -> StandIn:
    """What stands for a family that a template names."""
    wanted = name.strip().casefold()
    same = _SAME_WIDTHS.get(wanted)
    family = same or _NEARLY.get(wanted, OTHERWISE)
    if family in {"Carlito", "Caladea"} and system_file(f"{family}-Regular.ttf") is None:
        return StandIn(OTHERWISE, same=False)
    return StandIn(family, same=same is not None)


@cache
def system_file(name: str) -> Path | None:
    """A font file of that name, or None where the computer has none."""
    return next(_found(name), None)


def _found(name: str) -> Iterator[Path]:
    for folder in FOLDERS:
        root = Path(folder).expanduser()
        if root.is_dir():
            yield from sorted(root.rglob(name))
