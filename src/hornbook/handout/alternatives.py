"""What a thumbnail says to someone who does not see it: the slide's title and its words."""

from dataclasses import replace

from hornbook.locale.words import phrase
from hornbook.plan.deck import SlidePlan
from hornbook.plan.drawing import slide_words
from hornbook.plan.page import Box, GroupBox, TextBox
from hornbook.source.runs import Run
from hornbook.typeset.text import Paragraph


def slide_alt(plan: SlidePlan, language: str, *, masked: bool = False) -> str:
    """The title and the words in reading order; key words are "blank" where the drawing leaves them out."""
    if not masked:
        return slide_words(plan)
    blank = phrase("blank", language)
    return slide_words(replace(plan, boxes=tuple(_masked(box, blank) for box in plan.boxes)))


def _masked(box: Box, blank: str) -> Box:
    match box:
        case TextBox(paragraphs=paragraphs):
            return replace(box, paragraphs=tuple(_without_keys(each, blank) for each in paragraphs))
        case GroupBox(boxes=boxes):
            return replace(box, boxes=tuple(_masked(inner, blank) for inner in boxes))
        case _:
            return box


def _without_keys(paragraph: Paragraph, blank: str) -> Paragraph:
    runs: list[Run] = [replace(run, text=blank) if run.key else run for run in paragraph.runs]
    return replace(paragraph, runs=tuple(runs))
