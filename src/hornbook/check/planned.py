"""The words of slides and pages as they were composed."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from hornbook.check.subject import Subject
from hornbook.plan.page import Box, GroupBox, PictureBox, TextBox

FURNITURE = frozenset({"title", "source", "footer", "number", "date", "help", "details"})
"""Placeholders that say where a slide belongs, not what it says."""


def text_boxes(boxes: Iterable[Box]) -> Iterator[TextBox]:
    for box in boxes:
        if isinstance(box, TextBox):
            yield box
        elif isinstance(box, GroupBox):
            yield from text_boxes(box.boxes)


def picture_boxes(boxes: Iterable[Box], scale: float = 1.0) -> Iterator[tuple[PictureBox, float]]:
    """Pictures, each with what its own space is scaled by."""
    for box in boxes:
        if isinstance(box, PictureBox):
            yield box, scale
        elif isinstance(box, GroupBox):
            yield from picture_boxes(box.boxes, scale * box.rect.width / box.space.width if box.space.width else scale)


def words_of(boxes: Iterable[Box]) -> str:
    return "\n".join(paragraph.plain for box in text_boxes(boxes) for paragraph in box.paragraphs)


def shown_words(subject: Subject) -> str:
    """Everything that deck and handouts say, boxes apart."""
    return _shown(_Same(subject))


class _Same:
    """A subject by identity: plans are too large to compare."""

    def __init__(self, subject: Subject) -> None:
        self.subject = subject

    def __hash__(self) -> int:
        return id(self.subject)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.subject is self.subject


@lru_cache(maxsize=2)
def _shown(same: _Same) -> str:
    subject = same.subject
    slides = subject.deck.slides if subject.deck else ()
    parts = [words_of(slide.boxes) for slide in slides]
    parts += [words_of(page.boxes) for handout in subject.handouts for page in handout.pages.pages]
    return "\n".join(parts)
