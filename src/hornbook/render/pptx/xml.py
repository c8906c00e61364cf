"""PresentationML as text: namespaces, EMU, and colours by their name in the theme.

Parts are written as strings, because a tree costs ten times as much and a deck has a thousand parts.
"""

import uuid
from functools import lru_cache

from hornbook.theme.model import MUTED, PALETTE_SLOTS
from hornbook.units import Rect

EMU_PER_POINT = 12700

NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)

DRAWING = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'

DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)
"""What PowerPoint's "Mark as decorative" leaves in `p:cNvPr`."""

_SCHEME = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}

_IDS = uuid.UUID("6f1d9c7e-0c39-5a7b-9d0b-2f4e0e3f8a51")


def emu(points: float) -> int:
    """Points as English Metric Units, in whole numbers as the schema wants them."""
    return round(points * EMU_PER_POINT)


def hundredths(points: float) -> int:
    """Type sizes and spacing are in hundredths of a point."""
    return round(points * 100)


def place(rect: Rect, tag: str = "a:xfrm", flip: bool = False) -> str:
    """Where a shape is. Edges are rounded, not sizes, so that shapes that touch on the plan touch on the slide."""
    left, top = emu(rect.left), emu(rect.top)
    width, height = max(0, emu(rect.right) - left), max(0, emu(rect.bottom) - top)
    flipped = ' flipV="1"' if flip else ""
    return f'<{tag}{flipped}><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></{tag}>'


@lru_cache(maxsize=64)
def scheme_colour(name: str) -> str:
    """`a:schemeClr` of a palette name, through the master's colour map; KeyError where the palette has no such name.

    A template's own colours have no name: they stand as `#RRGGBB`.
    """
    if name.startswith("#"):
        return f'<a:srgbClr val="{name[1:]}"/>'
    if name in MUTED:
        off = f'<a:lumOff val="{round(MUTED[name] * 100000)}"/>' if MUTED[name] > 0 else ""
        mod = f'<a:lumMod val="{round((1 - abs(MUTED[name])) * 100000)}"/>'
        return f'<a:schemeClr val="bg1">{mod}{off}</a:schemeClr>'
    slot = PALETTE_SLOTS[name]
    return f'<a:schemeClr val="{_SCHEME.get(slot, slot)}"/>'


def solid(name: str) -> str:
    """A fill in a palette colour."""
    return f"<a:solidFill>{scheme_colour(name)}</a:solidFill>"


def fill(name: str) -> str:
    """A fill in a palette colour, or none."""
    return solid(name) if name else "<a:noFill/>"


def stable_guid(*names: str) -> str:
    """An id in braces that is the same in every build of the same thing."""
    return "{" + str(uuid.uuid5(_IDS, "\n".join(names))).upper() + "}"
