"""Boxes in the colours of one palette, whatever the page says that they are on: names become `#RRGGBB`."""

from collections.abc import Mapping
from typing import assert_never

from msgspec.structs import replace

from hornbook.plan.page import Box, GroupBox, PictureBox, ShapeBox, TextBox
from hornbook.typeset.text import Line


def fixed_box(box: Box, palette: Mapping[str, str]) -> Box:
    """The box with its colours as they are in that palette."""
    match box:
        case TextBox():
            return replace(box, lines=tuple(_fixed_line(line, palette) for line in box.lines))
        case ShapeBox():
            return replace(box, fill=palette.get(box.fill, box.fill), stroke=palette.get(box.stroke, box.stroke))
        case PictureBox():
            return box
        case GroupBox():
            return replace(box, boxes=tuple(fixed_box(child, palette) for child in box.boxes))
        case _:
            assert_never(box)


def _fixed_line(line: Line, palette: Mapping[str, str]) -> Line:
    fragments = tuple(
        replace(fragment, colour=palette.get(fragment.colour, fragment.colour)) for fragment in line.fragments
    )
    return replace(line, fragments=fragments)
