"""How the first page opens: the sun, what this is and for whom, the title, and a line or a dark band."""

from dataclasses import replace

from hornbook.paginate.headings import line
from hornbook.paginate.pieces import Piece, moved_all, on_grid, stacked
from hornbook.paginate.setting import Setter, set_words
from hornbook.paginate.sheet import EDGE, SIDE, TOP
from hornbook.plan.page import Box, ShapeBox
from hornbook.source.runs import Run
from hornbook.typeset.text import ParagraphStyle
from hornbook.units import Rect

HALF_SUN = "M 0 1 C 0 0.4477 0.2239 0 0.5 0 C 0.7761 0 1 0.4477 1 1 Z"
AFTER = 24.0
"""Space under the head; the body's first block has none of its own."""


def head_piece(setter: Setter, width: float) -> Piece:
    """The head of the first page as one piece; a band reaches beyond the text on three sides."""
    match setter.document.head.tone:
        case "band":
            return _band(setter, width)
        case "slim":
            return _slim(setter, width)
        case "line":
            return _lined(setter, width)


def horizon(left: float, top: float) -> tuple[Box, ...]:
    """The mark of the family: a sliver of the horizon with half a sun on it."""
    return (
        ShapeBox(Rect(left + 14.0, top, 20.0, 10.0), "path", fill="light", path=HALF_SUN),
        ShapeBox(Rect(left, top + 10.0, 48.0, 4.0), "rect", fill="light"),
    )


def _lined(setter: Setter, width: float) -> Piece:
    head = setter.document.head
    y, boxes = 24.0, list(horizon(0.0, 0.0))
    kicker = " · ".join(filter(None, (head.kicker, head.audience)))
    if kicker:
        y, boxes = _below(setter, (Run(kicker),), "kicker", y, boxes, width)
    y, boxes = _title(setter, y, boxes, width)
    if head.subtitle:
        y, boxes = _below(setter, head.subtitle, "subtitle", y, boxes, width)
    y = on_grid(y + 6.0)
    boxes.append(line(0.0, y, width, "ink", 2.0))
    return Piece(y + AFTER, tuple(boxes))


def _slim(setter: Setter, width: float) -> Piece:
    """The mark, the title and what this is in one row, where pages need all their room."""
    head = setter.document.head
    left, part = 64.0, width * 0.62 - 64.0
    style = setter.style("h2")
    element = setter.structure.add("H1")
    setter.headings[element] = (0, "".join(run.text for run in head.title))
    height, title = stacked(set_words(setter, head.title, style, part, element=element))
    kicker = replace(setter.style("kicker"), align="right")
    words = " · ".join(filter(None, (head.kicker, head.audience)))
    right = stacked(set_words(setter, (Run(words),), kicker, width * 0.38))[1] if words else ()
    foot = 12.0 + height + 4.0
    boxes = (
        *horizon(0.0, foot - 20.0),
        *moved_all(title, left, 12.0),
        *moved_all(right, width * 0.62, 12.0),
        line(0.0, foot, width, "ink", 2.0),
    )
    return Piece(on_grid(foot + 14.0), boxes)


def _band(setter: Setter, width: float) -> Piece:
    """Light words on the theme's dark; as far out as every printer prints."""
    head = setter.document.head
    out = SIDE - EDGE
    top = EDGE - TOP
    y, boxes = 8.0, list(horizon(0.0, -4.0))
    y = 24.0
    kicker = " · ".join(filter(None, (head.kicker, head.audience)))
    if kicker:
        y, boxes = _below(setter, (Run(kicker),), "kicker", y, boxes, width, colour="light")
    y, boxes = _title(setter, y, boxes, width, colour="paper")
    if head.subtitle:
        y, boxes = _below(setter, head.subtitle, "subtitle", y, boxes, width, colour="paper")
    y = on_grid(y + 12.0)
    band = ShapeBox(Rect(-out, top, width + 2 * out, y - top), "rect", fill="dark")
    return Piece(y + AFTER, (band, *boxes))


def _title(setter: Setter, y: float, boxes: list[Box], width: float, colour: str = "") -> tuple[float, list[Box]]:
    element = setter.structure.add("H1")
    words = setter.document.head.title
    setter.headings[element] = (0, "".join(run.text for run in words))
    style = _coloured(setter.style("title"), colour)
    height, drawn = stacked(set_words(setter, words, style, width, element=element))
    return y + height, [*boxes, *moved_all(drawn, 0.0, y)]


def _below(
    setter: Setter, runs: tuple[Run, ...], style: str, y: float, boxes: list[Box], width: float, colour: str = ""
) -> tuple[float, list[Box]]:
    height, drawn = stacked(set_words(setter, runs, _coloured(setter.style(style), colour), width))
    return y + height, [*boxes, *moved_all(drawn, 0.0, y)]


def _coloured(style: ParagraphStyle, colour: str) -> ParagraphStyle:
    if not colour:
        return style
    return replace(style, colour=colour, key_colour=colour, link_colour=colour, strong_colour=colour)
