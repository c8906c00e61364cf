"""What a thumbnail says to someone who does not see it: the slide's title and its words."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from hornbook.locale.words import phrase
from hornbook.plan.deck import SlidePlan
from hornbook.plan.document import Thumbnail
from hornbook.plan.drawing import slide_words
from hornbook.plan.page import Box, GroupBox, TextBox
from hornbook.source.runs import Run
from hornbook.typeset.text import Paragraph


def thumbnail(plan: SlidePlan, language: str, *, blanks: bool = False, hidden: tuple[str, ...] = ()) -> Thumbnail:
    """The slide with its words; where a learner is to find something out, without key words and what `hidden` holds."""
    hidden = tuple(key for key in dict.fromkeys(hidden) if key in _placeholders(plan.boxes))
    if not blanks and not hidden:
        return Thumbnail(plan.number, slide_words(plan))
    mask = Mask(phrase("blank", language), blanks, hidden)
    masked = slide_words(replace(plan, boxes=tuple(_masked(box, mask) for box in plan.boxes)))
    return Thumbnail(plan.number, slide_words(plan), masked, blanks, hidden)


def quiz_answers(plan: SlidePlan) -> tuple[str, ...]:
    """Placeholders of a quiz that come on a click: nobody should have them in hand before the question."""
    return tuple(reveal.placeholder for reveal in plan.reveals) if plan.kind == "quiz" else ()


class Mask(Struct, frozen=True):
    """What is said in place of what is left out, and what that is."""

    blank: str
    keys: bool
    hidden: tuple[str, ...]


def _placeholders(boxes: Sequence[Box]) -> set[str]:
    found: set[str] = set()
    for box in boxes:
        match box:
            case TextBox(placeholder=placeholder):
                found.add(placeholder)
            case GroupBox(boxes=inner):
                found |= _placeholders(inner)
            case _:
                pass
    return found


def _masked(box: Box, mask: Mask) -> Box:
    match box:
        case TextBox(placeholder=placeholder) if placeholder in mask.hidden:
            return replace(box, paragraphs=tuple(replace(each, runs=(Run(mask.blank),)) for each in box.paragraphs))
        case TextBox(paragraphs=paragraphs) if mask.keys:
            return replace(box, paragraphs=tuple(_without_keys(each, mask.blank) for each in paragraphs))
        case GroupBox(boxes=boxes):
            return replace(box, boxes=tuple(_masked(inner, mask) for inner in boxes))
        case _:
            return box


def _without_keys(paragraph: Paragraph, blank: str) -> Paragraph:
    runs: list[Run] = [replace(run, text=blank) if run.key else run for run in paragraph.runs]
    return replace(paragraph, runs=tuple(runs))
