"""Placeholders of a layout as they are on the slide: place, insets and type come from the layout, then from its master."""

from collections.abc import Iterator, Mapping
from typing import cast

from msgspec import Struct
from msgspec.structs import replace

from hornbook.ooxml.reading import Element
from hornbook.theme.model import Anchor, Placeholder, PlaceholderType
from hornbook.theme.template.names import A, P, child, children, number, points, rect_of
from hornbook.theme.template.styles import Look, letter_spacing, read_levels
from hornbook.units import Insets, Rect

_OF_MASTER: Mapping[str, str] = {
    "title": "title", "ctrTitle": "title", "subTitle": "body", "body": "body", "obj": "body", "pic": "body",
    "tbl": "body", "chart": "body", "ftr": "ftr", "sldNum": "sldNum", "dt": "dt",
}  # fmt: skip
"""Types that can be filled, and the placeholder of the master that each takes after."""

_STYLES = {"title": "titleStyle", "body": "bodyStyle"}
_ANCHORS: Mapping[str, Anchor] = {"t": "top", "ctr": "middle", "b": "bottom"}
_USUAL = Insets(7.2, 3.6, 7.2, 3.6)
_LETTER = 0.5
"""Em that a letter is wide, on average."""
MOST_INDEX = 4_294_967_295


class Master(Struct, frozen=True):
    """A master's own placeholders and text styles."""

    root: Element
    text_styles: Element | None
    """`p:defaultTextStyle` of the presentation."""

    def shape(self, type: str) -> Element | None:
        return next((shape for shape in _shapes(self.root) if _type(shape) == type), None)

    def style(self, type: str) -> Element | None:
        return child(self.root, f"{P}txStyles", f"{P}{_STYLES.get(type, 'otherStyle')}")


def read_boxes(layout: Element, master: Master, look: Look) -> tuple[Placeholder, ...]:
    """The placeholders of a layout that a slide can fill, in reading order; their keys are still empty."""
    return tuple(box for shape in _shapes(layout) if (box := _box(shape, master, look)) is not None)


def _shapes(root: Element) -> Iterator[Element]:
    """The shapes that are placeholders."""
    for shape in children(child(root, f"{P}cSld", f"{P}spTree"), f"{P}sp"):
        if placeholder_of(shape) is not None:
            yield shape


def placeholder_of(shape: Element) -> Element | None:
    """The `p:ph` of a shape, or None where it is no placeholder."""
    return next((found for props in children(shape) for found in children(child(props, f"{P}nvPr"), f"{P}ph")), None)


def _type(shape: Element) -> str:
    ph = placeholder_of(shape)
    return ph.get("type", "obj") if ph is not None else ""


def _box(shape: Element, master: Master, look: Look) -> Placeholder | None:
    """None where words cannot stand in it as ours do: no place, upright type, or a type that is never filled."""
    ph, type = placeholder_of(shape), _type(shape)
    if ph is None or type not in _OF_MASTER:
        return None
    base = _OF_MASTER[type]
    above = master.shape(base)
    rect = _place(shape) or (_place(above) if above is not None else None)
    bodies = [child(found, f"{P}txBody", f"{A}bodyPr") for found in (above, shape)]
    attributes = {str(key): str(words) for body in bodies if body is not None for key, words in body.attrib.items()}
    if rect is None or ph.get("orient") == "vert" or attributes.get("vert", "horz") != "horz" or not _is_upright(shape):
        return None
    lists = [child(found, f"{P}txBody", f"{A}lstStyle") for found in (above, shape)]
    chain = [master.text_styles, master.style(base), *lists]
    return Placeholder(
        key="",
        type=cast("PlaceholderType", type),
        index=int(min(max(number(ph.get("idx")), 0), MOST_INDEX)),
        name=_name(shape),
        rect=rect,
        levels=() if type == "pic" else read_levels(chain, look),
        insets=_spaced(insets_of(attributes, rect), rect, letter_spacing(chain)),
        anchor=_ANCHORS.get(attributes.get("anchor", "t"), "top"),
        of_template=True,
    )


def _place(shape: Element) -> Rect | None:
    return rect_of(child(shape, f"{P}spPr", f"{A}xfrm"))


def _is_upright(shape: Element) -> bool:
    xfrm = child(shape, f"{P}spPr", f"{A}xfrm")
    return xfrm is None or not number(xfrm.get("rot"))


def _name(shape: Element) -> str:
    found = child(shape, f"{P}nvSpPr", f"{P}cNvPr")
    return found.get("name", "") if found is not None else ""


def _spaced(insets: Insets, rect: Rect, spacing: float) -> Insets:
    """The insets with what letters that stand apart take of a line, because lines are measured without it."""
    inside = max(0.0, rect.width - insets.left - insets.right)
    return replace(insets, right=insets.right + inside * spacing / (spacing + _LETTER))


def insets_of(attributes: Mapping[str, str], rect: Rect) -> Insets:
    """The space that an `a:bodyPr` keeps free. Of text in columns only the first one counts: a fit in it is a fit."""
    left, top, right, bottom = (
        max(0.0, points(attributes.get(f"{side}Ins"), usual))
        for side, usual in zip("ltrb", (_USUAL.left, _USUAL.top, _USUAL.right, _USUAL.bottom), strict=True)
    )
    columns = max(1.0, min(16.0, number(attributes.get("numCol"), 1.0)))
    lost = (rect.width - left - right) * (columns - 1) / columns
    return Insets(left, top, right + max(0.0, lost), bottom)
