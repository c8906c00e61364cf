"""Headings, and the rule above those of level 2. A level is never skipped in the structure tree."""

from dataclasses import replace
from typing import cast

from hornbook.paginate.pieces import MUST_STAY, Piece, moved_all, on_grid, stacked
from hornbook.paginate.setting import Setter, set_words
from hornbook.plan.document import Heading, Rule
from hornbook.plan.page import Box, ShapeBox
from hornbook.plan.structure import Role
from hornbook.source.runs import Run
from hornbook.units import Rect

RULED = 2
"""Headings of this level stand under a line across the column."""
LEAD = 8.0
"""Space between that line and the words."""
ASIDE = 0.4
"""Part of the width kept for the words at the right end."""


def heading_pieces(setter: Setter, block: Heading, width: float, parent: int) -> tuple[Piece, ...]:
    """One piece that holds on to what follows."""
    style = setter.style(f"h{block.level}")
    element = setter.structure.add(heading_role(setter, block.level), parent)
    if block.bookmark:
        setter.headings[element] = (block.level - 1, "".join(run.text for run in block.runs))
    room = width * (1 - ASIDE) if block.aside else width
    height, boxes = stacked(set_words(setter, block.runs, style, room, element=element))
    lead = LEAD if block.level == RULED else 0.0
    drawn: tuple[Box, ...] = moved_all(boxes, 0.0, lead)
    if lead:
        drawn = (line(0.0, 0.0, width, "ink", 1.0), *drawn)
    if block.aside:
        drawn = (*drawn, *_aside(setter, block.aside, width, lead, style.pitch or style.size * 1.2, parent))
    return (Piece(on_grid(lead + height), drawn, hold=MUST_STAY),)


def heading_role(setter: Setter, level: int) -> Role:
    """The role of a heading of that level, one deeper than the last one at most."""
    fitting = min(level, setter.levels[-1] + 1)
    setter.levels.append(fitting)
    return cast("Role", f"H{fitting}")


def _aside(setter: Setter, words: str, width: float, top: float, pitch: float, parent: int) -> tuple[Box, ...]:
    """Words at the right end of a heading's first line, on its baseline."""
    style = replace(setter.style("label"), align="right", pitch=pitch)
    room = width * ASIDE
    _, boxes = stacked(set_words(setter, (Run(words),), style, room, parent=parent))
    return moved_all(boxes, width - room, top)


def rule_pieces(block: Rule, width: float) -> tuple[Piece, ...]:
    return (Piece(8.0, (line(0.0, 4.0, width, "ink", block.weight),)),)


def line(left: float, top: float, width: float, colour: str, weight: float, *, dash: bool = False) -> ShapeBox:
    """A horizontal line: furniture, never read."""
    return ShapeBox(Rect(left, top, width, 0.0), "line", stroke=colour, stroke_width=weight, dash=dash)
