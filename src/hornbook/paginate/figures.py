"""Drawings out of the deck: the slide as a thumbnail, a chart at a size of its own. Each is one figure with words in its place."""

from msgspec.structs import replace

from hornbook.diagnostics import Diagnostic, error
from hornbook.paginate.pieces import MAY_PART, MUST_STAY, Piece, on_grid
from hornbook.paginate.setting import Setter, set_words, snapped
from hornbook.plan.chart_drawing import DrawnChart, draw_chart_in
from hornbook.plan.document import Block, ChartFigure, Figure, TableBlock, Thumbnail, Words
from hornbook.plan.masking import thumbnail_group
from hornbook.plan.page import GroupBox, ShapeBox
from hornbook.source.runs import Run
from hornbook.typeset.paragraphs import tie_last_words
from hornbook.units import Rect, Size

HAIRLINE = 0.5
LOW = 0.8
"""Height of a chart in large print, beside what its words have grown: bars need no more."""
TALLER = (1.25, 1.5, 1.75, 2.0, 2.5)
"""Heights that are tried where the labels need more, as little more as there are steps for."""
CAPTION_GAP = 4.0
"""Between a drawing and the words below it."""
CAP_DROP = 3.5
"""The top of a picture stands level with the capitals of the line beside it."""


def thumbnail_pieces(setter: Setter, block: Thumbnail, width: float, parent: int) -> tuple[Piece, ...]:
    """The slide across the whole width, in a hairline; nothing where there is no deck."""
    if setter.deck is None:
        return ()
    size = setter.deck.theme.size
    height = width * size.height / size.width
    rect = Rect(0.0, CAP_DROP, width, height)
    drawing = thumbnail_group(setter.deck, block, rect, 0, answers=setter.document.answers)
    drawing = replace(drawing, figure=setter.structure.add("Figure", parent, alt=drawing.alt))
    edge = ShapeBox(rect, "rect", stroke="quiet", stroke_width=HAIRLINE)
    return (Piece(on_grid(CAP_DROP + height), (drawing, edge)),)


def figure_pieces(setter: Setter, block: Figure, width: float, parent: int) -> tuple[Piece, ...]:
    """The drawing scaled to its part of the width, its caption below it."""
    space = block.drawing.space
    room = block.side or width * block.width
    height = room * space.height / space.width
    figure = setter.structure.add("Figure", parent, alt=block.alt)
    drawing = replace(
        block.drawing,
        rect=Rect(room * block.aside, 0.0, room, height),
        figure=figure,
        alt=block.alt,
        one_mark=True,
        native=None,
        placeholder="",
    )
    last = MUST_STAY if block.keep else MAY_PART
    if not block.caption:
        return (Piece(on_grid(height), (drawing,), hold=last),)
    words, style = tie_last_words(block.caption), setter.style("small")
    caption = set_words(setter, words, style, room, parent=parent, before=CAPTION_GAP, snap=False)
    caption = (*caption[:-1], replace(caption[-1], hold=last))
    return snapped((Piece(height, (drawing,), hold=MUST_STAY), *caption))


def chart_pieces(setter: Setter, block: ChartFigure, width: float, parent: int) -> tuple[Piece, ...]:
    """The chart across the width, taller where its labels need it; its caption stays with it."""
    drawn = _drawn(setter, block, width)
    if drawn is None:
        setter.problems.append(too_narrow(block))
        return ()
    group = GroupBox(Rect(0.0, 0.0, width, drawn.size.height), drawn.size, drawn.boxes)
    return figure_pieces(setter, Figure(group, block.chart.alt, block.caption), width, parent)


def can_be_drawn(setter: Setter, block: ChartFigure, width: float) -> bool:
    """Whether the labels have room beside the marks."""
    return _drawn(setter, block, width) is not None


def _drawn(setter: Setter, block: ChartFigure, width: float) -> DrawnChart | None:
    style = replace(setter.style("small"), pitch=0.0)
    heights = (block.height * setter.em * by for by in (LOW if setter.variant.large else 1.0, *TALLER))
    tried = (draw_chart_in(block.chart, Size(width, height), style, setter.theme) for height in heights)
    return next((drawn for drawn in tried if isinstance(drawn, DrawnChart)), None)


def as_table(block: ChartFigure) -> tuple[Block, ...]:
    """The numbers of a chart, as its language writes them, and what is said below it."""
    chart = block.chart
    names = tuple((Run(series.name),) for series in chart.series)
    unit = (Run(chart.unit),) if chart.unit else ()
    rows = tuple(
        ((Run(label),), *((Run(chart.shown(row, index)),) for row in range(len(chart.series))))
        for index, label in enumerate(chart.labels)
    )
    table = TableBlock((unit, *names), rows, row_headers=True, numbers=tuple(range(1, len(names) + 1)))
    return (table, Words(block.caption)) if block.caption else (table,)


def too_narrow(block: ChartFigure) -> Diagnostic:
    message = "The labels of this chart are wider than a column of the handout."
    return error("HB334", message, block.chart.span, "Shorten its labels, or show fewer of them.")
