"""A poster to tear off from: words on night blue with the sun coming up, the numbers below, strips at the foot.

Everything grows with the paper but the strips, which are held in a hand whatever the wall is.
"""

from collections.abc import Sequence

from hornbook.diagnostics import error
from hornbook.paginate.head import emblem
from hornbook.paginate.pieces import moved_all
from hornbook.paginate.setting import Setter
from hornbook.paginate.sheets.faces import draw_label, draw_parts, fitting_look, has_code, label_lines, silent
from hornbook.paginate.sheets.stock import PRINTABLE, upright
from hornbook.paginate.sheets.voices import Look
from hornbook.plan.page import Box, GroupBox, Page, ShapeBox
from hornbook.plan.sheets import Anchor, FacePart, TearOff
from hornbook.units import Rect, Size

STRIP_WIDTH = 69.0
"""Nearly an inch: wide enough for a thumb and for a number that is read at arm's length. Strips are no narrower than this."""
STRIP_LENGTH = 132.0
STRIP_PAD = 6.0
LARGEST_STRIP = 1.6
"""Times the usual size of a strip's words: as much as its length allows, and no more than this."""
INSET = 36.0
"""Between the edge of the night and its words, on Letter."""
NIGHT = 0.62
"""Of the height above the strips."""
CODE, LARGE = 0.02, 0.08
"""Less than that: where a code stands beside the numbers, which stay as large as they were, and in large print."""
SUN = 0.17
"""Radius of the sun, of the poster's width."""
FOOT_CLEAR = 10.0
"""Between the strips and who checked the numbers."""
LETTER = Size(612.0, 792.0)


def poster_pages(setter: Setter, block: TearOff, paper: Size) -> tuple[Page, ...]:
    """One page."""
    by = min(paper.width / LETTER.width, paper.height / LETTER.height)
    strips_top = paper.height - PRINTABLE - STRIP_LENGTH * min(by, 1.3) * setter.em
    width = paper.width - 2 * PRINTABLE
    part = NIGHT - (CODE if has_code(block.below) else 0.0) - (LARGE if setter.variant.large else 0.0)
    night = Rect(PRINTABLE, PRINTABLE, width, (strips_top - PRINTABLE) * part)
    below = Rect(PRINTABLE, night.bottom, width, strips_top - night.bottom)
    boxes = (
        *_night(setter, block, night, by),
        *_below(setter, block, below, by),
        *_strips(setter, block, Rect(PRINTABLE, strips_top, width, paper.height - PRINTABLE - strips_top)),
    )
    return (Page(paper, "", boxes),)


def _night(setter: Setter, block: TearOff, area: Rect, by: float) -> tuple[Box, ...]:
    """The headline as large as it can be; the sun on the horizon at the right, the other words beside it."""
    pad = INSET * by
    radius = area.width * SUN
    words = Rect(area.left + pad, area.top + pad, area.width - 2 * pad, area.height - 2 * pad - radius)
    beside = Rect(words.left, area.bottom - radius - pad * 0.5, words.width - 2 * radius - pad, radius)
    sun = Rect(area.right - pad - 2 * radius, area.bottom - radius, 2 * radius, radius)
    return (
        ShapeBox(area, "rect", fill="dark"),
        *emblem(setter, sun),
        ShapeBox(Rect(area.left, area.bottom - 6.0 * by, area.width, 6.0 * by), "rect", fill="light"),
        *_fitted(setter, block.head[:1], words, by),
        *_fitted(setter, block.head[1:], beside, by, "bottom"),
    )


def _below(setter: Setter, block: TearOff, area: Rect, by: float) -> tuple[Box, ...]:
    """The numbers, and who checked them on as many lines as that takes."""
    pad = INSET * by
    left, width = area.left + pad, area.width - 2 * pad
    foot = label_lines(setter, block.foot, width) if block.foot else 0.0
    clear = FOOT_CLEAR * setter.em if foot else 0.0
    room = Rect(left, area.top + pad * 0.6, width, area.height - pad * 0.9 - max(0.0, foot + clear - 4.0 * setter.em))
    boxes = _fitted(setter, block.below, room, by, "middle")
    if not block.foot:
        return boxes
    drawn = draw_label(setter, block.foot, width, setter.structure.add("P"))
    return (*boxes, *moved_all(drawn, left, area.bottom - foot - clear))


def _fitted(
    setter: Setter, parts: Sequence[FacePart], room: Rect, by: float, anchor: Anchor = "top"
) -> tuple[Box, ...]:
    """The parts in their room, as large as they can be."""
    if not parts:
        return ()
    size = Size(room.width, room.height)
    look = _look(setter, parts, room, by)
    if look is None:
        setter.problems.append(
            error(
                "HB331",
                f'The words of "{setter.document.title}" do not fit on this paper.',
                setter.document.span,
                "Shorten them, or choose a larger paper.",
            )
        )
        look = Look(by / 2)
    return moved_all(draw_parts(setter, parts, size, look, 0, anchor=anchor), room.left, room.top)


def _look(setter: Setter, parts: Sequence[FacePart], room: Rect, by: float) -> Look | None:
    scales = tuple(round(by * step / 20, 3) for step in range(20, 9, -1))
    return fitting_look(setter, [(tuple(parts), Size(room.width, room.height))], scales)


def _strips(setter: Setter, block: TearOff, area: Rect) -> tuple[Box, ...]:
    """Equal strips across the sheet, their words turned, dashes to cut by between them."""
    count = _count(setter, block, area)
    each = area.width / count
    long = _strip(area, count)
    words = _fitted(setter, block.strip, long, LARGEST_STRIP, "middle")
    boxes: list[Box] = []
    for index in range(count):
        middle = area.left + (index + 0.5) * each
        place = Rect(middle - long.width / 2, area.top + (area.height - long.height) / 2, long.width, long.height)
        drawn = words if index == 0 else silent(words)
        boxes.append(GroupBox(place, Size(long.width, long.height), drawn, rotation=90.0))
    cuts = [area.left + index * each for index in range(1, count)]
    return (*boxes, *(upright(x, area.top, area.height) for x in cuts), _top_edge(area))


def _count(setter: Setter, block: TearOff, area: Rect) -> int:
    """As many as are wide enough for a thumb; fewer where words are large."""
    most = int(area.width // STRIP_WIDTH)
    if not setter.variant.large:
        return most
    counts = range(most, 1, -1)
    return next((count for count in counts if _look(setter, block.strip, _strip(area, count), LARGEST_STRIP)), 1)


def _strip(area: Rect, count: int) -> Rect:
    """The room for the words of one of so many strips, lying on its side."""
    return Rect(0.0, 0.0, area.height - 2 * STRIP_PAD, area.width / count - 2 * STRIP_PAD)


def _top_edge(area: Rect) -> Box:
    return ShapeBox(Rect(area.left, area.top, area.width, 0.0), "line", stroke="extra", stroke_width=0.5, dash=True)
