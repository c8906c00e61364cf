"""What a thumbnail says to someone who does not see it: the slide's title and its words."""

from hornbook.locale.words import phrase
from hornbook.plan.deck import SlidePlan
from hornbook.plan.page import Box, GroupBox, PictureBox, TextBox
from hornbook.source.runs import Run

_FURNITURE = ("title", "footer", "number", "date")


def slide_alt(plan: SlidePlan, language: str, *, masked: bool = False) -> str:
    """The title and the words in reading order; key words are "blank" where they are left out of the drawing."""
    parts = [plan.title.rstrip(".")]
    for box in plan.boxes:
        parts += _box_words(box, phrase("blank", language) if masked else "")
    return ". ".join(part.rstrip(".") for part in parts if part.strip()) + "."


def _box_words(box: Box, blank: str) -> list[str]:
    match box:
        case TextBox(placeholder=placeholder) if placeholder in _FURNITURE:
            return []
        case TextBox(paragraphs=paragraphs):
            return ["".join(_word(run, blank) for run in paragraph.runs) for paragraph in paragraphs]
        case GroupBox(alt=alt, boxes=boxes):
            return [alt] if alt else [words for inner in boxes for words in _box_words(inner, blank)]
        case PictureBox(alt=alt):
            return [alt] if alt else []
        case _:
            return []


def _word(run: Run, blank: str) -> str:
    return blank if run.key and blank else run.text
