"""Headings, and the rule above those of level 2. A level is never skipped in the structure tree."""

from typing import cast

from msgspec.structs import replace

from hornbook.paginate.pieces import MUST_STAY, Piece, moved_all, on_grid, stacked
from hornbook.paginate.setting import Setter, set_words
from hornbook.plan.document import Heading, Rule
from hornbook.plan.page import Box, ShapeBox
from hornbook.plan.structure import Role, nested_level
from hornbook.source.runs import Run
from hornbook.typeset.paragraphs import line_pitch, natural_width, set_paragraphs, tie_last_words
from hornbook.typeset.text import Paragraph, ParagraphStyle
from hornbook.units import Rect

RULED = 2
"""Headings of this level stand under a line across the column, except at the top of a page."""
LEAD = 8.0
"""Space between that line and the words."""
ASIDE_GAP = 16.0
"""Between a heading's words and those at the right end of its line."""


def heading_pieces(setter: Setter, block: Heading, width: float, parent: int) -> tuple[Piece, ...]:
    """One piece that holds on to what follows."""
    style = setter.style(f"h{block.level}")
    element = setter.structure.add(heading_role(setter, block.level), parent)
    if block.bookmark:
        setter.headings[element] = (block.level - 1, "".join(run.text for run in block.runs if not run.cite))
    aside = _aside(setter, block, style, width, parent) if block.aside else ()
    room = width - (aside[0].rect.width + ASIDE_GAP if aside else 0.0)
    height, boxes = stacked(set_words(setter, tie_last_words(block.runs), style, room, element=element))
    rule = (line(0.0, -LEAD, width, "ink", 1.0),) if block.level == RULED else ()
    lowest = max((box.rect.bottom for box in aside), default=0.0)
    return (Piece(on_grid(max(height, lowest)), (*boxes, *aside), hold=MUST_STAY, above=rule),)


def heading_role(setter: Setter, level: int) -> Role:
    """The role of a heading of that level among those above it."""
    return cast("Role", f"H{nested_level(setter.levels, level)}")


def _aside(setter: Setter, block: Heading, heading: ParagraphStyle, width: float, parent: int) -> tuple[Box, ...]:
    """Words at the right end of a heading's first line, as wide as they are, on its baseline.

    They take half of the line at most, or what a short heading leaves of it.
    """
    runs = tie_last_words((Run(block.aside),))
    style = replace(setter.style("label"), pitch=line_pitch(heading))
    left = width - ASIDE_GAP - natural_width(Paragraph(setter.runs(block.runs), heading)) - 0.1
    room = min(natural_width(Paragraph(runs, style)) + 0.1, max(width / 2, left))
    _, boxes = stacked(set_words(setter, runs, style, room, parent=parent))
    drop = line_drop(heading) - line_drop(style)
    return moved_all(boxes, width - room, drop)


def line_drop(style: ParagraphStyle) -> float:
    """From the top of a line of that style to its baseline."""
    return set_paragraphs((Paragraph((Run("x"),), style),), 1000.0).lines[0].baseline


def rule_pieces(block: Rule, width: float) -> tuple[Piece, ...]:
    weight, colour = (0.5, "extra") if block.cut else (block.weight, "ink")
    return (Piece(8.0, (line(0.0, 4.0, width, colour, weight, dash=block.cut),)),)


def line(left: float, top: float, width: float, colour: str, weight: float, *, dash: bool = False) -> ShapeBox:
    """A horizontal line: furniture, never read."""
    return ShapeBox(Rect(left, top, width, 0.0), "line", stroke=colour, stroke_width=weight, dash=dash)
