"""Whole sheets of slides: as large as they go on the paper upright or on its side, at the same places on every page."""

from msgspec import Struct
from msgspec.structs import replace

from hornbook.paginate.figures import CAP_DROP, thumbnail_pieces
from hornbook.paginate.furniture import furniture
from hornbook.paginate.head import head_piece
from hornbook.paginate.headings import line
from hornbook.paginate.pieces import moved_all
from hornbook.paginate.ruling import COLOUR, WEIGHT
from hornbook.paginate.setting import Setter
from hornbook.paginate.sheet import SIDE, Sheet
from hornbook.paginate.sheets.faces import draw_label
from hornbook.plan.document import Thumbnail
from hornbook.plan.page import Box, Page
from hornbook.plan.sheets import SlideSheets
from hornbook.source.runs import Run
from hornbook.units import Rect, Size

HEAD = 92.0
"""Where the slides begin, under the head of the first page."""
FOOT = 76.0
GAP = 16.0
LABEL = 13.0
"""Under each slide, for its number."""
PITCH = 24.0
"""Of the lines below a slide."""


class _Layout(Struct, frozen=True):
    paper: Size
    area: Rect
    slide: Size
    across: int
    down: int
    below: float
    """Under each slide, for its number and the lines to write on."""

    def place(self, index: int) -> Rect:
        """The first slide stands at the top left of the area, the last at its bottom right."""
        row, column = divmod(index, self.across)
        right = (self.area.width - self.slide.width) * (column / (self.across - 1) if self.across > 1 else 0.0)
        below = (self.area.height - self.slide.height - self.below) * (row / (self.down - 1) if self.down > 1 else 0.0)
        return Rect(self.area.left + right, self.area.top + below, self.slide.width, self.slide.height)


def slide_pages(setter: Setter, block: SlideSheets, paper: Size) -> tuple[Page, ...]:
    """The pages, each with head and foot like those of every handout."""
    if setter.deck is None:
        return ()
    ratio = setter.deck.theme.size.height / setter.deck.theme.size.width
    upright, lying = (_layout(block, size, ratio) for size in (paper, Size(paper.height, paper.width)))
    layout = lying if lying.slide.width > upright.slide.width else upright
    each = block.across * block.down
    groups = [block.slides[first : first + each] for first in range(0, len(block.slides), each)]
    sheet = Sheet(layout.paper)
    pages: list[Page] = []
    for number, group in enumerate(groups, 1):
        head = moved_all(head_piece(_slim(setter), sheet).boxes, SIDE, sheet.body.top) if number == 1 else ()
        boxes: list[Box] = [*head]
        for index, slide in enumerate(group):
            boxes += _slide(setter, slide, layout.place(index), block.lines)
        pages.append(Page(layout.paper, "", (*boxes, *furniture(setter, sheet, number, len(groups)))))
    return tuple(pages)


def _slim(setter: Setter) -> Setter:
    """The slides need the room: whatever the recipe wishes, the head is one row."""
    document = setter.document
    return replace(setter, document=replace(document, head=replace(document.head, tone="slim")))


def _layout(block: SlideSheets, paper: Size, ratio: float) -> _Layout:
    area = Rect(SIDE, HEAD, paper.width - 2 * SIDE, paper.height - HEAD - FOOT)
    by_width = (area.width - GAP * (block.across - 1)) / block.across
    below = LABEL + block.lines * PITCH
    by_height = ((area.height - GAP * (block.down - 1)) / block.down - below) / ratio
    width = min(by_width, by_height)
    return _Layout(paper, area, Size(width, width * ratio), block.across, block.down, below)


def _slide(setter: Setter, slide: Thumbnail, place: Rect, lines: int) -> tuple[Box, ...]:
    (piece,) = thumbnail_pieces(setter, slide, place.width, 0)
    element = setter.structure.add("P")
    setter.headings[element] = (1, f"{slide.slide} {_title(setter, slide)}".rstrip())
    number = draw_label(setter, (Run(f"{slide.slide}"),), place.width, element)
    return (
        *moved_all(piece.boxes, place.left, place.top - CAP_DROP),
        *moved_all(number, place.left, place.bottom + 2.0),
        *(
            line(place.left, place.bottom + LABEL - 4.0 + PITCH * each, place.width, COLOUR, WEIGHT)
            for each in range(1, lines + 1)
        ),
    )


def _title(setter: Setter, slide: Thumbnail) -> str:
    """What its bookmark says beside its number."""
    slides = setter.deck.slides if setter.deck else ()
    return next((one.title for one in slides if one.number == slide.slide), "")
