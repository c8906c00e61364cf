"""The structure tree of a page or slide: elements in reading order, to which marks on the page belong.

A mark (a fragment of a line, a shape, a picture) names the element it belongs to, or is an artifact. The roles are those of
PDF 1.7 (ISO 32000-1 §14.8.4).
"""

from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

Role = Literal[
    "Document", "Part", "Sect", "Div", "H1", "H2", "H3", "H4", "P", "L", "LI", "Lbl", "LBody", "Table", "THead", "TBody",
    "TR", "TH", "TD", "Caption", "Figure", "Link", "Span", "Note", "BlockQuote", "TOC", "TOCI", "Form",
]  # fmt: skip

ARTIFACT = -1
"""Element of a mark that carries no meaning: furniture, decoration, a repeat."""


class Element(Struct, frozen=True):
    """A node of the tree; its index in the tuple that holds it is its id. A parent always comes before its children."""

    role: Role
    parent: int
    """Id of the element above; -1 for the root."""
    alt: str = ""
    """Alternative text of a figure or a link."""
    actual: str = ""
    """What marks stand for when they are not the words themselves (`blank`)."""
    language: str = ""
    scope: Literal["", "Row", "Column", "Both"] = ""
    column_span: int = 1
    row_span: int = 1
    ordered: bool = False
    """A list whose labels are numbers or letters."""
    url: str = ""
    """Where a Link leads."""
    target: int = 0
    """Page or slide (counted from 1) that a Link leads to; 0 where it leads to `url`."""
    title: str = ""
    field: Literal["", "text", "check"] = ""
    """Of a Form element, what it takes: words on one line, or a tick. A shape that belongs to it says where it is."""
    name: str = ""
    """Of a field: unique in its document."""
    tooltip: str = ""
    """Of a field: what is to be written there, for who cannot see it."""


def nested_level(above: list[int], wanted: int) -> int:
    """The level of a heading below those that are open, which are changed by it: none is skipped, and equals stay equal."""
    while above and above[-1] >= wanted:
        above.pop()
    above.append(wanted)
    return len(above)


class StructureBuilder:
    """Collects elements in reading order; ids are places in the list."""

    def __init__(self, role: Role = "Document", language: str = "") -> None:
        self._elements: list[Element] = [Element(role, -1, language=language)]

    def add(self, role: Role, parent: int = 0, **attributes: Any) -> int:
        """A new last child of `parent`; returns its id."""
        self._elements.append(Element(role, parent, **attributes))
        return len(self._elements) - 1

    def graft(self, elements: tuple[Element, ...], parent: int = 0) -> int:
        """Another tree below `parent`, its root included; returns what must be added to each of its ids."""
        offset = len(self._elements)
        for index, element in enumerate(elements):
            self._elements.append(replace(element, parent=parent if index == 0 else element.parent + offset))
        return offset

    def done(self) -> tuple[Element, ...]:
        return tuple(self._elements)
