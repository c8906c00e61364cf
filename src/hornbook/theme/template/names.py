"""Names of PresentationML and DrawingML, and the few questions that every reader of a template asks of its elements."""

from collections.abc import Iterator

from hornbook.ooxml.reading import Element
from hornbook.units import Rect

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
STRICT = "{http://purl.oclc.org/ooxml/"

EMU = 12700.0
"""English Metric Units in a point."""

FARTHEST = 100_000.0
"""Points beyond which nothing can be meant: it would only make numbers overflow."""


def number(words: str | None, default: float = 0.0) -> float:
    """A number of an attribute, kept within what can be meant; the default where there is none."""
    try:
        found = float(words) if words else default
    except ValueError:
        return default
    return max(-FARTHEST * EMU, min(FARTHEST * EMU, found)) if found == found else default  # noqa: PLR0124 - NaN


def percent(words: str | None, default: float) -> float:
    """A part of one: `50000`, or `50%` as later writers say it."""
    if words and words.endswith("%"):
        return number(words[:-1], default * 100) / 100
    return number(words, default * 100_000) / 100_000


def points(words: str | None, default: float = 0.0) -> float:
    """EMU as points."""
    return number(words, default * EMU) / EMU


def child(element: Element | None, *path: str) -> Element | None:
    """The first descendant on a path of names; None where any of them is missing."""
    for name in path:
        if element is None:
            return None
        element = element.find(name)
    return element


def children(element: Element | None, *names: str) -> Iterator[Element]:
    """The children of these names, in order; all elements where none is named. Comments are none."""
    for found in element if element is not None else ():
        if isinstance(found.tag, str) and (not names or found.tag in names):
            yield found


def flag(words: str | None, *, default: bool = False) -> bool:
    """A switch of XML Schema."""
    return words in {"1", "true", "on"} if words is not None else default


def rect_of(xfrm: Element | None) -> Rect | None:
    """The place that an `a:xfrm` gives; None where it has none or no size."""
    off, ext = child(xfrm, f"{A}off"), child(xfrm, f"{A}ext")
    if off is None or ext is None:
        return None
    width, height = points(ext.get("cx")), points(ext.get("cy"))
    return Rect(points(off.get("x")), points(off.get("y")), max(width, 0.0), max(height, 0.0))
