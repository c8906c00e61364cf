"""Boxes whose elements have moved to another place in a tree, because their own tree was grafted into a larger one."""

from typing import assert_never

from msgspec.structs import replace

from hornbook.plan.page import Box, GroupBox, PictureBox, ShapeBox, Tag, TextBox
from hornbook.plan.structure import ARTIFACT


def shifted_box(box: Box, offset: int) -> Box:
    """The box with `offset` (from `StructureBuilder.graft`) added to every element that it names."""
    match box:
        case TextBox():
            return replace(box, tags=tuple(_shifted_tag(tag, offset) for tag in box.tags))
        case ShapeBox() | PictureBox():
            return replace(box, element=_shifted(box.element, offset))
        case GroupBox():
            boxes = tuple(shifted_box(child, offset) for child in box.boxes)
            return replace(box, figure=_shifted(box.figure, offset), boxes=boxes)
        case _:
            assert_never(box)


def _shifted_tag(tag: Tag, offset: int) -> Tag:
    runs = {run: _shifted(element, offset) for run, element in tag.runs.items()}
    return Tag(_shifted(tag.element, offset), _shifted(tag.label, offset), runs)


def _shifted(element: int, offset: int) -> int:
    return element if element == ARTIFACT else element + offset
