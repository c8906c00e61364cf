"""A slide as paper has it: what leads to another slide on a screen leads nowhere there."""

from collections.abc import Sequence

from msgspec.structs import replace

from hornbook.plan.deck import SlidePlan
from hornbook.plan.page import Box, TextBox
from hornbook.source.runs import Run
from hornbook.typeset.text import Line, Paragraph

_BETWEEN = "\u00a0 ·"
"""What the run between the minutes of a section and the way back is made of."""


def printed_boxes(slide: SlidePlan) -> tuple[Box, ...]:
    """What the slide holds, the opener of a section without the words that lead back to the agenda."""
    if slide.kind != "section" or not slide.links:
        return slide.boxes
    boxes = (_without_way_back(box) if isinstance(box, TextBox) else box for box in slide.boxes)
    return tuple(box for box in boxes if not isinstance(box, TextBox) or box.paragraphs)


def _without_way_back(box: TextBox) -> TextBox:
    kept = [_kept(each.runs) for each in box.paragraphs]
    if kept == [len(each.runs) for each in box.paragraphs]:
        return box
    if not any(kept):
        return replace(box, paragraphs=(), lines=(), tags=())
    paragraphs = tuple(replace(each, runs=each.runs[:count]) for each, count in zip(box.paragraphs, kept, strict=True))
    lines = (_shortened(line, box.paragraphs, kept) for line in box.lines)
    return replace(box, paragraphs=paragraphs, lines=tuple(line for line in lines if line.fragments))


def _kept(runs: Sequence[Run]) -> int:
    """How many runs stand before the way back, and before the dot that parts them from it."""
    first = next((index for index, run in enumerate(runs) if run.link.startswith("#")), len(runs))
    return first - 1 if 0 < first < len(runs) and not runs[first - 1].text.strip(_BETWEEN) else first


def _shortened(line: Line, paragraphs: Sequence[Paragraph], kept: Sequence[int]) -> Line:
    """The line without those words; where it is set in the middle or to the far side, so is what is left of it."""
    fragments = [each for each in line.fragments if each.run < kept[each.paragraph]]
    if not fragments or len(fragments) == len(line.fragments):
        return replace(line, fragments=tuple(fragments))
    gone = max(each.x + each.width for each in line.fragments) - max(each.x + each.width for each in fragments)
    along = {"center": gone / 2, "right": gone}.get(paragraphs[fragments[0].paragraph].style.align, 0.0)
    return replace(line, fragments=tuple(replace(each, x=each.x + along) for each in fragments))
