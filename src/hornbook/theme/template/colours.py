"""Colours of a template: names through the master's colour map to the theme, then changed as the file says (ECMA-376 §20.1.2.3)."""

import colorsys
from collections.abc import Callable, Mapping
from typing import NamedTuple

from msgspec import Struct

from hornbook.ooxml.reading import Element
from hornbook.theme.contrast import ratio
from hornbook.theme.model import MUTED, PALETTE_SLOTS
from hornbook.theme.template.names import A, child, children, number, percent

OF_MAP: Mapping[str, str] = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}
"""Where the colour map of a master puts a slot when it changes nothing."""

NAMES: Mapping[str, str] = {OF_MAP.get(slot, slot): name for name, slot in PALETTE_SLOTS.items()}
"""What a slide calls a colour to the name of the palette: `tx1` is `ink`."""

OFFICE: Mapping[str, str] = {
    "dk1": "#000000", "lt1": "#FFFFFF", "dk2": "#44546A", "lt2": "#E7E6E6", "accent1": "#4472C4", "accent2": "#ED7D31",
    "accent3": "#A5A5A5", "accent4": "#FFC000", "accent5": "#5B9BD5", "accent6": "#70AD47", "hlink": "#0563C1",
    "folHlink": "#954F72",
}  # fmt: skip
"""PowerPoint's own, for a slot that a theme leaves out."""

_PRESETS: Mapping[str, str] = {
    "black": "#000000", "white": "#FFFFFF", "red": "#FF0000", "green": "#008000", "blue": "#0000FF", "yellow": "#FFFF00",
    "gray": "#808080", "grey": "#808080", "ltGray": "#D3D3D3", "dkGray": "#A9A9A9", "navy": "#000080", "orange": "#FFA500",
    "purple": "#800080", "maroon": "#800000", "teal": "#008080", "silver": "#C0C0C0", "cyan": "#00FFFF", "magenta": "#FF00FF",
}  # fmt: skip

_HOLDERS = {f"{A}{name}" for name in ("srgbClr", "schemeClr", "sysClr", "prstClr", "scrgbClr", "hslClr")}

Rgb = tuple[float, float, float]
Change = Callable[[float], float]


class Paint(NamedTuple):
    """A colour: a name of the palette or `#RRGGBB`, and how much of it covers what is below."""

    colour: str
    cover: float = 1.0


class Colours(Struct, frozen=True):
    """The colour scheme of a theme and the colour map through which a master, or one of its layouts, sees it."""

    scheme: Mapping[str, str]
    """Slot (`dk1`, `accent1`) to `#RRGGBB`."""
    map: Mapping[str, str]
    """`bg1` to `lt1`: only what differs needs to be here."""
    named: bool = True
    """Whether the names of the palette mean the same here: not in a layout with a map of its own."""

    def value(self, name: str) -> str:
        """`#RRGGBB` of what a file calls a colour: `tx1`, `accent3`, `dk2`."""
        plain = {of_map: slot for slot, of_map in OF_MAP.items()}
        slot = self.map.get(name) or plain.get(name, name)
        return self.scheme.get(slot) or OFFICE.get(slot, "#000000")

    def palette(self) -> dict[str, str]:
        """The twelve colours by the names of a palette."""
        return {name: self.value(called) for called, name in NAMES.items()}

    def paint(self, holder: Element | None, placeholder: Paint | None = None) -> Paint | None:
        """The colour inside a fill or any other element that holds one; None where there is none that is understood.

        `placeholder` is what `phClr` of a theme's own fills stands for.
        """
        element = next((found for found in children(holder) if found.tag in _HOLDERS), None)
        if element is None:
            return None
        kind = str(element.tag).removeprefix(A)
        if kind == "schemeClr" and element.get("val") == "phClr":
            if placeholder is None or not len(element):
                return placeholder
            return _changed(self.hex(placeholder.colour), element, placeholder.cover)
        base = self._base(kind, element)
        if base is None:
            return None
        if kind == "schemeClr" and self.named and not len(element) and element.get("val") in NAMES:
            return Paint(NAMES[element.get("val", "")])
        return _changed(base, element, 1.0)

    def hex(self, colour: str) -> str:
        """`#RRGGBB` of a name of the palette or of itself."""
        return colour if colour.startswith("#") else self.palette()[colour]

    def _base(self, kind: str, element: Element) -> str | None:
        words = element.get("val", "")
        match kind:
            case "srgbClr":
                return _checked(words)
            case "schemeClr":
                return self.value(words)
            case "sysClr":
                return _checked(element.get("lastClr", "")) or ("#FFFFFF" if words == "window" else "#000000")
            case "prstClr":
                return _PRESETS.get(words)
            case "scrgbClr":
                red, green, blue = (percent(element.get(name), 0.0) for name in "rgb")
                return _hex(_each((red, green, blue), lambda part: max(0.0, part) ** (1 / 2.2)))
            case _:
                hue = number(element.get("hue")) / 21_600_000
                return _hex(colorsys.hls_to_rgb(hue, percent(element.get("lum"), 0), percent(element.get("sat"), 0)))


def scheme_of(theme: Element | None) -> dict[str, str]:
    """The twelve slots of a theme part."""
    found: dict[str, str] = {}
    reading = Colours({}, {}, named=False)
    for slot in OFFICE:
        paint = reading.paint(child(theme, f"{A}themeElements", f"{A}clrScheme", f"{A}{slot}"))
        if paint:
            found[slot] = paint.colour
    return found


def mixed(over: Paint, below: str) -> str:
    """`#RRGGBB` of a paint that lets something of what is below show; both are `#RRGGBB`."""
    pairs = zip(_rgb(over.colour), _rgb(below), strict=True)
    red, green, blue = (upper * over.cover + lower * (1 - over.cover) for upper, lower in pairs)
    return _hex((red, green, blue))


def muted(colours: Colours) -> dict[str, str]:
    """The ground made darker, or lighter where it is dark, by its name: for marks that are not the point."""
    ground, words = colours.hex("paper"), colours.hex("ink")
    name = "darker" if ratio(ground, "#000000") > ratio(words, "#000000") else "lighter"
    by = MUTED[name]
    changed = _moved(_rgb(ground), "lumMod", 1 - abs(by))
    return {name: _hex(_moved(changed, "lumOff", max(by, 0.0)))}


def _changed(colour: str, element: Element, cover: float) -> Paint:
    rgb = _rgb(colour)
    for change in children(element):
        name, by = str(change.tag).removeprefix(A), percent(change.get("val"), 1.0)
        if name == "alpha":
            cover *= max(0.0, min(1.0, by))
        else:
            rgb = _moved(rgb, name, by)
    return Paint(_hex(rgb), cover)


def _moved(rgb: Rgb, name: str, by: float) -> Rgb:
    """One change; those that are not known leave the colour as it is."""
    match name:
        case "tint":
            return _each(rgb, lambda part: part * by + (1 - by))
        case "shade":
            return _each(rgb, lambda part: part * by)
        case "lumMod" | "lumOff" | "satMod" | "satOff" | "lum" | "sat":
            hue, light, full = colorsys.rgb_to_hls(*rgb)
            lights = {"lumMod": light * by, "lumOff": light + by, "lum": by}
            fulls = {"satMod": full * by, "satOff": full + by, "sat": by}
            return colorsys.hls_to_rgb(hue, _inside(lights.get(name, light)), _inside(fulls.get(name, full)))
        case "inv":
            return _each(rgb, lambda part: 1 - part)
        case "gray":
            grey = 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]
            return (grey, grey, grey)
        case _:
            return rgb


def _each(rgb: Rgb, change: Change) -> Rgb:
    red, green, blue = (_inside(change(part)) for part in rgb)
    return (red, green, blue)


def _inside(part: float) -> float:
    return max(0.0, min(1.0, part))


def _checked(words: str) -> str | None:
    digits = words.upper()
    return f"#{digits}" if len(digits) == 6 and all(sign in "0123456789ABCDEF" for sign in digits) else None


def _rgb(colour: str) -> Rgb:
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return (red, green, blue)


def _hex(rgb: Rgb) -> str:
    return "#" + "".join(f"{round(_inside(part) * 255):02X}" for part in rgb)
