"""Placeholders, in layouts and masters and as slides fill them (`p:ph`, ECMA-376 Part 1 §19.3.1.36)."""

from hornbook.ooxml import escape
from hornbook.theme.model import Placeholder, PlaceholderType

_SIZES: dict[PlaceholderType, str] = {"dt": ' sz="half"', "ftr": ' sz="quarter"', "sldNum": ' sz="quarter"'}

TITLES: frozenset[PlaceholderType] = frozenset({"title", "ctrTitle"})
FURNITURE: frozenset[PlaceholderType] = frozenset({"dt", "ftr", "sldNum"})


def placeholder_xml(placeholder: Placeholder, extra: str = "") -> str:
    """`p:ph` as slide and layout both say it; PowerPoint matches the two by `idx`, and titles by type."""
    type = "" if placeholder.type == "obj" else f' type="{placeholder.type}"'
    index = "" if placeholder.type in TITLES else f' idx="{placeholder.index}"'
    return f"<p:ph{type}{_SIZES.get(placeholder.type, '')}{index}{extra}/>"


class Frame:
    """A placeholder as the slides of its layout say it, written once for all of them."""

    __slots__ = ("head", "placeholder")

    def __init__(self, placeholder: Placeholder) -> None:
        self.placeholder = placeholder
        self.head = (
            f' name="{escape(placeholder.name)}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
            f"<p:nvPr>{placeholder_xml(placeholder)}</p:nvPr></p:nvSpPr><p:spPr/>"
        )
