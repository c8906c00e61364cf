"""Pages in black on white: what was a colour is an outline or a pattern, and nothing is darker than its words need.

What a colour said is said by a pattern of lines (the series of a chart) or by words that stand there already; a ground is an
outline. Photographs are so pale that no part of them is darker than 15 %.
"""

from collections.abc import Iterable, Mapping
from typing import assert_never

from msgspec.structs import replace

from hornbook.media.pale import pale_picture
from hornbook.plan.page import Box, GroupBox, Hatch, Media, Page, Pages, PictureBox, ShapeBox, TextBox
from hornbook.units import Rect

BLACK = {"ink": "#000000", "paper": "#FFFFFF"}
PATTERNS: Mapping[str, Hatch] = {
    "voice": "up",
    "dark": "cross",
    "light": "down",
    "extra": "level",
    "caution": "upright",
}
"""Of the marks of a chart, by what was their colour; any other is an empty outline."""
OUTLINE, THIN = 1.0, 0.5
"""Of dark and of light grounds."""
BAR, RULE = 6.0, 1.5
"""A rectangle up to so thin is a rule, and becomes one that is no thicker than this."""
DOT = 12.0
"""Something black and no larger than this stays: a ring that is filled, a point of a line."""
CLEAR = 1.5
"""Around words that stand on a pattern."""


def in_mono(pages: Pages) -> Pages:
    """The same pages, places and words, to be printed with little ink."""
    theme = replace(pages.theme, palette={**pages.theme.palette, **BLACK})
    return replace(
        pages,
        pages=tuple(replace(page, background="", boxes=_all(page.boxes)) for page in pages.pages),
        theme=theme,
        media=_pale(pages.pages, pages.media),
    )


def _all(boxes: Iterable[Box]) -> tuple[Box, ...]:
    boxes = tuple(boxes)
    marks = [box.rect for box in boxes if isinstance(box, ShapeBox) and box.datum]
    return tuple(part for box in boxes for part in (*_cleared(box, marks), _black(box)))


def _black(box: Box) -> Box:
    match box:
        case TextBox():
            return _black_words(box)
        case ShapeBox():
            return _black_shape(box)
        case PictureBox():
            return replace(box, outline=True)
        case GroupBox():
            return replace(box, boxes=_all(box.boxes))
        case _:
            assert_never(box)


def _black_words(box: TextBox) -> TextBox:
    lines = tuple(
        replace(line, fragments=tuple(replace(each, colour="ink") for each in line.fragments)) for line in box.lines
    )
    return replace(box, lines=lines)


def _black_shape(box: ShapeBox) -> ShapeBox:
    stroke = "ink" if box.stroke else ""
    if not box.fill:
        return replace(box, stroke=stroke, dash=box.dash or (box.datum and PATTERNS.get(box.stroke) != "up"))
    if box.datum:
        return _patterned(box)
    if box.kind == "rect" and min(box.rect.width, box.rect.height) <= BAR:
        return _rule(box)
    if box.fill == "ink" and max(box.rect.width, box.rect.height) <= DOT:
        return replace(box, stroke=stroke)
    dark = box.fill in {"ink", "dark", "voice", "extra", "caution"}
    width = 0.0 if box.fill == "paper" else OUTLINE if dark else THIN
    return replace(box, fill="paper", stroke="ink", stroke_width=max(width, min(box.stroke_width, OUTLINE)))


def _patterned(box: ShapeBox) -> ShapeBox:
    """A mark of a chart; the points of a line are small enough to be black."""
    if max(box.rect.width, box.rect.height) <= DOT:
        return replace(box, fill="ink", stroke="")
    pattern = PATTERNS.get(box.fill, "")
    fill = "ink" if pattern else "paper"
    return replace(box, fill=fill, hatch=pattern, stroke="ink", stroke_width=OUTLINE)


def _rule(box: ShapeBox) -> ShapeBox:
    """A line through the middle of a bar."""
    rect = box.rect
    if rect.width >= rect.height:
        place = Rect(rect.left, rect.top + rect.height / 2, rect.width, 0.0)
    else:
        place = Rect(rect.left + rect.width / 2, rect.top, 0.0, rect.height)
    thickness = min(RULE, rect.width, rect.height)
    return replace(box, rect=place, kind="line", fill="", stroke="ink", stroke_width=thickness)


def _cleared(box: Box, marks: list[Rect]) -> tuple[ShapeBox, ...]:
    """White behind words on a pattern."""
    if not isinstance(box, TextBox) or not any(mark.overlaps(box.rect) for mark in marks):
        return ()
    return tuple(
        ShapeBox(_around(box, line.top, line.height, first.x, last.x + last.width), "rect", fill="paper")
        for line in box.lines
        if line.fragments
        for first, last in [(line.fragments[0], line.fragments[-1])]
    )


def _around(box: TextBox, top: float, height: float, left: float, right: float) -> Rect:
    across, down = box.origin
    return Rect(across + left - CLEAR, down + top, right - left + 2 * CLEAR, height)


def _pale(pages: Iterable[Page], media: Mapping[str, Media]) -> Mapping[str, Media]:
    """The pictures that are on the pages, made pale; the others are not opened."""
    shown = {digest for page in pages for digest in _pictures(page.boxes)}
    return {digest: pale(each) if digest in shown else each for digest, each in media.items()}


def pale(media: Media) -> Media:
    """A drawing keeps its lines, which are drawn anew, and has a pale picture for programs that know no drawings."""
    if media.kind == "svg":
        return replace(media, fallback=pale_picture(media.fallback))
    return replace(media, kind="png", data=pale_picture(media.data))


def _pictures(boxes: Iterable[Box]) -> Iterable[str]:
    for box in boxes:
        if isinstance(box, PictureBox):
            yield box.digest
        elif isinstance(box, GroupBox):
            yield from _pictures(box.boxes)
