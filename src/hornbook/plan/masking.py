"""A thumbnail without what a learner is to find out: on paper it is to be written, not read off the picture."""

from collections.abc import Sequence
from typing import assert_never

from msgspec.structs import replace

from hornbook.plan.deck import Deck
from hornbook.plan.document import Thumbnail
from hornbook.plan.drawing import slide_group
from hornbook.plan.page import Box, GroupBox, PictureBox, ShapeBox, TextBox
from hornbook.typeset.text import Fragment, Line
from hornbook.units import Rect


def thumbnail_group(deck: Deck, block: Thumbnail, rect: Rect, figure: int, *, answers: bool) -> GroupBox:
    """The slide as one figure, with lines in place of what is hidden unless the document shows answers."""
    masked = bool(block.masked_alt) and not answers
    drawing = replace(slide_group(deck, block.slide, rect, figure), alt=block.masked_alt if masked else block.alt)
    return replace(drawing, boxes=tuple(masked_box(box, block) for box in drawing.boxes)) if masked else drawing


def masked_box(box: Box, block: Thumbnail) -> Box:
    """A box of a slide with strokes in place of the words that a learner is to find out."""
    match box:
        case TextBox(placeholder=placeholder) if placeholder in block.hidden:
            return replace(box, lines=_hidden_lines(box.lines))
        case TextBox():
            return replace(box, lines=tuple(_masked_line(line, box) for line in box.lines)) if block.blanks else box
        case GroupBox():
            return replace(box, boxes=tuple(masked_box(inner, block) for inner in box.boxes))
        case ShapeBox(comes_with=placeholder) if placeholder in block.hidden:
            return replace(box, fill="", stroke="")
        case ShapeBox() | PictureBox():
            return box
        case _:
            assert_never(box)


def _hidden_lines(lines: Sequence[Line]) -> tuple[Line, ...]:
    """One stroke for each line, all as long as the words of the longest: how long an answer is says something about it."""
    right = max((each.x + each.width for line in lines for each in _words(line)), default=0.0)
    return tuple(_hidden_line(line, right) for line in lines)


def _hidden_line(line: Line, right: float) -> Line:
    words = _words(line)
    if not words:
        return line
    left = min(each.x for each in words)
    stroke = replace(words[0], kind="blank", text="", underline=False, x=left, width=right - left)
    return replace(line, fragments=(*(each for each in line.fragments if each.run < 0), stroke))


def _words(line: Line) -> tuple[Fragment, ...]:
    return tuple(each for each in line.fragments if each.run >= 0)


def _masked_line(line: Line, box: TextBox) -> Line:
    return replace(line, fragments=tuple(_masked_fragment(each, box) for each in line.fragments))


def _masked_fragment(fragment: Fragment, box: TextBox) -> Fragment:
    runs = box.paragraphs[fragment.paragraph].runs
    if fragment.run < 0 or not runs[fragment.run].key:
        return fragment
    return replace(fragment, kind="blank", text="", underline=False)
