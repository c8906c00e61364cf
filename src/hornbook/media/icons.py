"""Icons by name, out of the Lucide set: line drawings on a square of 24, in one colour."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

AROUND = 5
"""Empty units on each side of the 24, so that an icon does not fill its place to the edge as a photograph does."""

LINE = 1.5
"""Units: a little finer than Lucide's own, because slides show icons large."""

_UNITS = 24 + 2 * AROUND
SIDE = _UNITS * 10
"""Width and height of an icon's file."""


def icon_names() -> frozenset[str]:
    """Every name there is."""
    return frozenset(_drawings())


def known_icon(written: str) -> str:
    """The name as the set has it (`Life Buoy` is `life-buoy`), or empty where it has no such icon."""
    name = "-".join(written.casefold().replace("_", " ").replace("-", " ").split())
    return name if name in _drawings() else ""


def icon_svg(name: str, colour: str) -> bytes:
    """The icon as an SVG file in a colour `#RRGGBB`; KeyError where there is no such name."""
    drawn = _read(name)
    inner = drawn[drawn.index(">", drawn.index("<svg")) + 1 : drawn.rindex("</svg>")].strip()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{SIDE}" height="{SIDE}" '
        f'viewBox="{-AROUND} {-AROUND} {_UNITS} {_UNITS}" fill="none" stroke="{colour}" stroke-width="{LINE}" '
        f'stroke-linecap="round" stroke-linejoin="round">{inner.replace("currentColor", colour)}</svg>'
    ).encode()


def _set() -> ZipFile:
    spec = find_spec("lucide")
    assert spec is not None
    assert spec.origin is not None
    return ZipFile(Path(spec.origin).with_name("lucide.zip"))


@cache
def _drawings() -> dict[str, str]:
    """Name to its file in the archive."""
    with _set() as archive:
        return {name.removesuffix(".svg"): name for name in archive.namelist() if name.endswith(".svg")}


@cache
def _read(name: str) -> str:
    file = _drawings()[name]
    with _set() as archive:
        return archive.read(file).decode()
