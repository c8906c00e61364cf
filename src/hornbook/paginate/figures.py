"""Drawings out of the deck: the slide as a thumbnail, a chart at a size of its own. Each is one figure with words in its place."""

from dataclasses import replace

from hornbook.diagnostics import Diagnostic, error
from hornbook.paginate.pieces import MUST_STAY, Piece, on_grid
from hornbook.paginate.setting import Setter, set_words
from hornbook.plan.document import ChartFigure, Figure, Thumbnail
from hornbook.plan.page import GroupBox, ShapeBox
from hornbook.units import Rect, Size

HAIRLINE = 0.5


def thumbnail_pieces(setter: Setter, block: Thumbnail, width: float, parent: int) -> tuple[Piece, ...]:
    """The slide across the whole width, in a hairline; nothing where there is no deck."""
    if setter.deck is None:
        return ()
    from hornbook.plan.drawing import slide_group

    size = setter.deck.theme.size
    height = width * size.height / size.width
    rect = Rect(0.0, 0.0, width, height)
    figure = setter.structure.add("Figure", parent, alt=block.alt)
    drawing = replace(slide_group(setter.deck, block.slide, rect), figure=figure, alt=block.alt, one_mark=True)
    edge = ShapeBox(rect, "rect", stroke="quiet", stroke_width=HAIRLINE)
    return (Piece(on_grid(height), (drawing, edge)),)


def figure_pieces(setter: Setter, block: Figure, width: float, parent: int) -> tuple[Piece, ...]:
    """The drawing scaled to its part of the width, its caption below it."""
    space = block.drawing.space
    room = width * block.width
    height = room * space.height / space.width
    figure = setter.structure.add("Figure", parent, alt=block.alt)
    drawing = replace(
        block.drawing,
        rect=Rect(0.0, 0.0, room, height),
        figure=figure,
        alt=block.alt,
        one_mark=True,
        native=None,
        placeholder="",
    )
    caption = set_words(setter, block.caption, setter.style("small"), room, parent=parent) if block.caption else ()
    hold = MUST_STAY if caption else 0
    return (Piece(on_grid(height), (drawing,), hold=hold), *caption)


def chart_pieces(setter: Setter, block: ChartFigure, width: float, parent: int) -> tuple[Piece, ...]:
    """The chart across the width, taller where its labels need it; its caption stays with it."""
    from hornbook.compose.chart_drawing import DrawnChart, draw_chart_in

    style = replace(setter.style("small"), pitch=0.0)
    for height in (block.height, block.height * 1.5, block.height * 2.5):
        drawn = draw_chart_in(block.chart, Size(width, height), style)
        if isinstance(drawn, DrawnChart):
            group = GroupBox(Rect(0.0, 0.0, width, height), drawn.size, drawn.boxes)
            return figure_pieces(setter, Figure(group, block.chart.alt, block.caption), width, parent)
    setter.problems.append(too_narrow(block))
    return ()


def too_narrow(block: ChartFigure) -> Diagnostic:
    message = "The labels of this chart are wider than a column of the handout."
    return error("HB334", message, block.chart.span, "Shorten its labels, or show fewer of them.")
