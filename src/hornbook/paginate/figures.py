"""Drawings out of the deck: the slide as a thumbnail, a chart at a size of its own. Each is one figure with words in its place."""

from dataclasses import replace
from typing import assert_never

from hornbook.diagnostics import Diagnostic, error
from hornbook.paginate.pieces import MUST_STAY, Piece, on_grid
from hornbook.paginate.setting import Setter, set_words
from hornbook.plan.chart_drawing import DrawnChart, draw_chart_in
from hornbook.plan.document import Block, ChartFigure, Figure, TableBlock, Thumbnail, Words
from hornbook.plan.drawing import slide_group
from hornbook.plan.page import Box, GroupBox, PictureBox, ShapeBox, TextBox
from hornbook.source.runs import Run
from hornbook.typeset.paragraphs import tie_last_words
from hornbook.typeset.text import Fragment, Line
from hornbook.units import Rect, Size

HAIRLINE = 0.5
CAP_DROP = 3.5
"""The top of a picture stands level with the capitals of the line beside it."""


def thumbnail_pieces(setter: Setter, block: Thumbnail, width: float, parent: int) -> tuple[Piece, ...]:
    """The slide across the whole width, in a hairline; nothing where there is no deck."""
    if setter.deck is None:
        return ()
    size = setter.deck.theme.size
    height = width * size.height / size.width
    rect = Rect(0.0, CAP_DROP, width, height)
    masked = bool(block.masked_alt) and not setter.document.answers
    alt = block.masked_alt if masked else block.alt
    figure = setter.structure.add("Figure", parent, alt=alt)
    drawing = replace(slide_group(setter.deck, block.slide, rect, figure), alt=alt)
    if masked:
        drawing = replace(drawing, boxes=tuple(_masked(box, block) for box in drawing.boxes))
    edge = ShapeBox(rect, "rect", stroke="quiet", stroke_width=HAIRLINE)
    return (Piece(on_grid(CAP_DROP + height), (drawing, edge)),)


def _masked(box: Box, block: Thumbnail) -> Box:
    """The box with lines for what is to be found out: on paper it is to be written, not read off the picture."""
    match box:
        case TextBox(placeholder=placeholder) if placeholder in block.hidden:
            return replace(box, lines=tuple(_hidden_line(line) for line in box.lines))
        case TextBox():
            return replace(box, lines=tuple(_masked_line(line, box) for line in box.lines)) if block.blanks else box
        case GroupBox():
            return replace(box, boxes=tuple(_masked(inner, block) for inner in box.boxes))
        case ShapeBox(comes_with=placeholder) if placeholder in block.hidden:
            return replace(box, fill="", stroke="")
        case ShapeBox() | PictureBox():
            return box
        case _:
            assert_never(box)


def _hidden_line(line: Line) -> Line:
    """One stroke from the first word of the line to its last."""
    words = [each for each in line.fragments if each.run >= 0]
    if not words:
        return line
    stroke = replace(words[0], kind="blank", text="", underline=False, width=max(0.0, line.right - words[0].x))
    return replace(line, fragments=(*(each for each in line.fragments if each.run < 0), stroke))


def _masked_line(line: Line, box: TextBox) -> Line:
    return replace(line, fragments=tuple(_masked_fragment(each, box) for each in line.fragments))


def _masked_fragment(fragment: Fragment, box: TextBox) -> Fragment:
    runs = box.paragraphs[fragment.paragraph].runs
    if fragment.run < 0 or not runs[fragment.run].key:
        return fragment
    return replace(fragment, kind="blank", text="", underline=False)


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
    caption = (
        set_words(setter, tie_last_words(block.caption), setter.style("small"), room, parent=parent)
        if block.caption
        else ()
    )
    hold = MUST_STAY if caption else 0
    return (Piece(on_grid(height), (drawing,), hold=hold), *caption)


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
    heights = (block.height * setter.em * by for by in (1.0, 1.5, 2.5))
    tried = (draw_chart_in(block.chart, Size(width, height), style, setter.theme) for height in heights)
    return next((drawn for drawn in tried if isinstance(drawn, DrawnChart)), None)


def as_table(block: ChartFigure) -> tuple[Block, ...]:
    """The numbers of a chart, as its author wrote them, and what is said below it."""
    chart = block.chart
    names = tuple((Run(series.name),) for series in chart.series)
    unit = (Run(chart.unit),) if chart.unit else ()
    rows = tuple(
        ((Run(label),), *((Run(series.written[index]),) for series in chart.series))
        for index, label in enumerate(chart.labels)
    )
    table = TableBlock((unit, *names), rows, row_headers=True, numbers=tuple(range(1, len(names) + 1)))
    return (table, Words(block.caption)) if block.caption else (table,)


def too_narrow(block: ChartFigure) -> Diagnostic:
    message = "The labels of this chart are wider than a column of the handout."
    return error("HB334", message, block.chart.span, "Shorten its labels, or show fewer of them.")
