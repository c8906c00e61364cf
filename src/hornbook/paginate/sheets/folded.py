"""A sheet folded twice into three panels: outside from left to right the flap, the back and the cover; inside one to three.

The flap is folded in first, and is narrower by a hair so that it lies flat. Who opens the cover sees the flap beside the
first panel inside: so it is read between the cover and the inside where the words need it, and holds lines where they do not.
"""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from hornbook.diagnostics import error
from hornbook.paginate.blocks import flow
from hornbook.paginate.flow import Filled, break_pages
from hornbook.paginate.head import emblem
from hornbook.paginate.pieces import GRID, moved_all
from hornbook.paginate.setting import Setter
from hornbook.paginate.sheets.faces import draw_parts, fitting_look
from hornbook.paginate.sheets.stock import PRINTABLE, upright
from hornbook.paginate.sheets.voices import SCALES, Look
from hornbook.paginate.styles import MADE, print_style
from hornbook.plan.document import Block, Foot, Words
from hornbook.plan.page import Box, Page, ShapeBox
from hornbook.plan.sheets import Folded
from hornbook.plan.structure import StructureBuilder
from hornbook.theme.model import Theme
from hornbook.typeset.text import ParagraphStyle
from hornbook.units import Rect, Size

NARROWER = 4.5
"""1/16 in: what the flap is narrower by."""
PAD = 22.0
"""Between a fold or an edge and the words."""
TOP = 34.0
INSIDE = 3
MARK = 10.0
SIZES = (1.16, 1.12, 1.08, 1.04, 1.0, 0.96, 0.92, 0.88)
"""Sizes that the words are tried in: from 13.3 pt to 10, where the theme says 11.5."""
GOOD = 0.96
"""In sizes from here on, sources may run on behind the words; before, smaller words that leave the flap to them are better."""


class Panels(Struct, frozen=True):
    """Panels of a paper that lies on its side."""

    paper: Size

    @property
    def wide(self) -> float:
        return (self.paper.width + NARROWER) / 3

    @property
    def flap(self) -> Rect:
        return Rect(0.0, 0.0, self.wide - NARROWER, self.paper.height)

    @property
    def back(self) -> Rect:
        return Rect(self.flap.right, 0.0, self.wide, self.paper.height)

    @property
    def cover(self) -> Rect:
        return Rect(self.back.right, 0.0, self.wide, self.paper.height)

    def inside(self, index: int) -> Rect:
        width = self.wide - NARROWER if index == INSIDE - 1 else self.wide
        return Rect(index * self.wide, 0.0, width, self.paper.height)

    @property
    def room(self) -> Size:
        """Of the words of every panel, whatever its width."""
        return Size(self.flap.width - 2 * PAD, (self.paper.height - 2 * TOP) // GRID * GRID)


def folded_pages(setter: Setter, block: Folded, paper: Size) -> tuple[Page, ...]:
    """The outside and the inside."""
    panels = Panels(Size(max(paper.width, paper.height), min(paper.width, paper.height)))
    cover = _cover(setter, block, panels.cover)
    theme, free = _fitting_theme(setter, block, panels.room)
    setter = replace(setter, theme=theme)
    body = _balanced(setter, block.blocks if free else (*block.blocks, *block.sources), panels.room)
    flap, inside = (body[:1], body[1:]) if len(body) > INSIDE else ((), body)
    if not flap:
        flap = _filled(setter, (*(block.sources if free else ()), *block.spare), panels.room)
    back = _filled(setter, _back(block), panels.room)
    _report(setter, (*flap[:1], *inside, *back), len(inside) > INSIDE or len(back) > 1)
    outside_boxes = (
        *_folds(panels, (panels.flap.right, panels.back.right)),
        *cover,
        *_panel(flap, panels.flap),
        *_panel(back, panels.back),
    )
    inside_boxes = (
        *_folds(panels, (panels.wide, 2 * panels.wide)),
        *(box for index, each in enumerate(inside[:INSIDE]) for box in _panel((each,), panels.inside(index))),
    )
    return (Page(panels.paper, "", outside_boxes), Page(panels.paper, "", inside_boxes))


def _back(block: Folded) -> tuple[Block, ...]:
    return (*block.back, Foot((Words(block.foot, "small"),))) if block.foot else block.back


def _fitting_theme(setter: Setter, block: Folded, room: Size) -> tuple[Theme, bool]:
    """The largest print styles in which the words need no more panels than there are, and whether they leave the flap free."""
    theme = setter.theme
    for by in SIZES:
        theme = _scaled(setter.theme, by)
        if _panels_of(setter, theme, _back(block), room) > 1:
            continue
        if (
            _panels_of(setter, theme, block.blocks, room) <= INSIDE
            and _panels_of(setter, theme, block.sources, room) <= 1
        ):
            return theme, True
        if by <= GOOD and _panels_of(setter, theme, (*block.blocks, *block.sources), room) <= INSIDE + 1:
            return theme, False
    return theme, False


def _panels_of(setter: Setter, theme: Theme, blocks: Sequence[Block], room: Size) -> int:
    trial = Setter(setter.document, theme, setter.deck, StructureBuilder())
    return len(_filled(trial, blocks, room))


def _scaled(theme: Theme, by: float) -> Theme:
    """Sources and numbers, which have a size of their own beside the theme's, grow with the words but never shrink."""
    given = theme.print_styles.styles
    made = {
        name: _times(print_style(theme, name), max(1.0, by) if "size" in changes else by)
        for name, (_, changes) in MADE.items()
    }
    styles = {**made, **{name: _times(style, by) for name, style in given.items()}}
    return replace(theme, print_styles=replace(theme.print_styles, styles=styles))


def _times(style: ParagraphStyle, by: float) -> ParagraphStyle:
    return replace(style, size=style.size * by, pitch=style.pitch * by)


def _filled(setter: Setter, blocks: Sequence[Block], room: Size) -> tuple[Filled, ...]:
    return break_pages(flow(setter, blocks, room.width), room.height) if blocks else ()


def _balanced(setter: Setter, blocks: Sequence[Block], room: Size) -> tuple[Filled, ...]:
    """The blocks in panels of about one height: those inside, and the flap where these are not enough."""
    items = flow(setter, blocks, room.width)
    filled = break_pages(items, room.height)
    most = max(INSIDE, len(filled))
    low, high = 1, int(room.height // GRID)
    while low < high:
        middle = (low + high) // 2
        tried = break_pages(items, middle * GRID)
        if len(tried) <= most and not any(panel.overfull for panel in tried):
            high = middle
        else:
            low = middle + 1
    return break_pages(items, high * GRID)


def _report(setter: Setter, panels: Sequence[Filled], too_many: bool) -> None:
    if too_many or any(panel.overfull for panel in panels):
        message = f'"{setter.document.title}" has more words than its six panels hold.'
        setter.problems.append(
            error("HB331", message, setter.document.span, "Shorten `print.brochure`, or choose a larger paper.")
        )


def _panel(filled: Sequence[Filled], panel: Rect) -> tuple[Box, ...]:
    return tuple(
        box
        for page in filled[:1]
        for each in page.placed
        for box in moved_all(each.piece.boxes, panel.left + PAD + each.left, TOP + each.top)
    )


def _cover(setter: Setter, block: Folded, panel: Rect) -> tuple[Box, ...]:
    """Words on night blue, the sun coming up below them."""
    night = Rect(panel.left + PRINTABLE, PRINTABLE, panel.width - 2 * PRINTABLE, panel.height - 2 * PRINTABLE)
    radius = night.width * 0.36
    sun = Rect(night.left + (night.width - 2 * radius) / 2, night.bottom - radius - 72.0, 2 * radius, radius)
    room = Rect(night.left + PAD, night.top + 40.0, night.width - 2 * PAD, sun.top - night.top - 64.0)
    parts, size = block.cover.parts, Size(room.width, room.height)
    look = fitting_look(setter, [(parts, size)], tuple(scale * 0.75 for scale in SCALES)) or Look(0.4)
    return (
        ShapeBox(night, "rect", fill="dark"),
        *emblem(setter, sun),
        ShapeBox(Rect(night.left, sun.bottom, night.width, 5.0), "rect", fill="light"),
        *moved_all(draw_parts(setter, parts, size, look, 0), room.left, room.top),
    )


def _folds(panels: Panels, places: Sequence[float]) -> tuple[Box, ...]:
    """Dashes at both ends of each fold, where no words are."""
    bottom = panels.paper.height - PRINTABLE - MARK
    return tuple(upright(x, top, MARK) for x in places for top in (PRINTABLE, bottom))
