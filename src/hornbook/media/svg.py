"""SVG drawings cleaned, measured, and drawn as a PNG for programs that show no SVG."""

import math
import re
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from hornbook.media.clean import Clean, PictureError
from hornbook.media.raster import clean_raster
from hornbook.media.svg_tree import SVG, XLINK, Node, read_svg

MOST_ACROSS = 4096
_MOST_BYTES = 16 * 1024 * 1024
_PIXELS_PER = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 960 / 25.4, "in": 96.0}
_LENGTH = re.compile(r"\s*(\d+(?:\.\d*)?|\.\d+)\s*(px|pt|pc|mm|cm|in)?\s*")
_FAMILIES = dict.fromkeys(
    (
        "font_family",
        "serif_family",
        "sans_serif_family",
        "cursive_family",
        "fantasy_family",
        "monospace_family",
    ),
    "Arimo",
)
_NUMBERS = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")


def clean_svg(data: bytes, name: str, width: int = 0) -> Clean:
    """The drawing with nothing but what it draws, and a PNG of it `width` pixels across (0: twice its size)."""
    if len(data) > _MOST_BYTES:
        raise PictureError("HB282", f'"{name}" is larger than {_MOST_BYTES >> 20} MB.', "Simplify the drawing.")
    root = read_svg(data, name)
    across, down = _size(root, name)
    root.attributes |= {"width": _number(across), "height": _number(down)}
    root.attributes.setdefault("viewBox", f"0 0 {_number(across)} {_number(down)}")
    text = svg_text(root)
    longest = max(across, down)
    wanted = (width or 2 * across) * min(1.0, MOST_ACROSS / ((width or 2 * across) * longest / across))
    return Clean("svg", text.encode(), math.ceil(across), math.ceil(down), _raster(text, name, max(1, round(wanted))))


def svg_text(root: Node) -> str:
    """The drawing as a file."""
    root.attributes = {"xmlns": SVG, "xmlns:xlink": XLINK} | root.attributes
    out: list[str] = []
    _write(root, out)
    return "".join(out)


def _write(node: Node, out: list[str]) -> None:
    attributes = "".join(f" {key}={quoteattr(value)}" for key, value in node.attributes.items())
    if not node.children:
        out.append(f"<{node.name}{attributes}/>")
        return
    out.append(f"<{node.name}{attributes}>")
    for child in node.children:
        if isinstance(child, Node):
            _write(child, out)
        else:
            out.append(escape(child))
    out.append(f"</{node.name}>")


def _size(root: Node, name: str) -> tuple[float, float]:
    """Width and height in CSS pixels: what the file says, else its view box."""
    box = [float(number) for number in _NUMBERS.findall(root.attributes.get("viewBox", ""))]
    inner = (box[2], box[3]) if len(box) == 4 and box[2] > 0 and box[3] > 0 else None
    if inner is None:
        root.attributes.pop("viewBox", None)
    width, height = (_pixels(root.attributes.get(side, "")) for side in ("width", "height"))
    if inner:
        ratio = inner[1] / inner[0]
        width = width or (height / ratio if height else inner[0])
        height = height or width * ratio
    if not width or not height or not 0.01 < width / height < 100 or max(width, height) > 1e6:
        raise PictureError(
            "HB286", f'"{name}" does not say how large it is.', 'Give its <svg> a viewBox, as in viewBox="0 0 400 300".'
        )
    return width, height


def _pixels(length: str) -> float:
    match = _LENGTH.fullmatch(length)
    return float(match[1]) * _PIXELS_PER[match[2] or ""] if match else 0.0


def _number(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".")


def _raster(text: str, name: str, width: int) -> bytes:
    try:
        drawn = draw_svg(text, width)
    except ValueError as fault:
        raise PictureError("HB281", f'"{name}" cannot be drawn ({fault}).', "Export it again as plain SVG.") from None
    return clean_raster(drawn, name).data


def draw_svg(text: str, width: int, fonts: Sequence[Path] = ()) -> bytes:
    """A PNG of a drawing, so many pixels wide. ValueError where it is no drawing.

    Only faces that are given, or our own, are used: what a machine has installed must not change an output.
    """
    import resvg_py

    draw: Any = resvg_py.svg_to_bytes
    files = [str(path) for path in fonts or _fonts()]
    return bytes(draw(svg_string=text, width=width, skip_system_fonts=True, font_files=files, **_FAMILIES))


def _fonts() -> list[Path]:
    spec = find_spec("fontpkg_arimo")
    roots = spec.submodule_search_locations if spec else None
    return sorted(path for root in roots or () for path in (Path(root) / "files").glob("*.ttf"))
