"""Too many words, or too many points, on one slide.

People read or listen, not both. What is on the slide is what they will not hear. More than 40 words (`words`) or seven points
(`points`) belong in the notes, on paper, or on two slides. A story that is read aloud may have 60 (`story`). Words of tables and
charts, and answers that come on a click, are not counted.

For instance:
    points: [A paragraph that says everything which the speaker is about to say as well, ...]

Instead:
    points: [The three words to remember]
"""

from collections.abc import Iterator

from hornbook.check.planned import FURNITURE
from hornbook.check.rule import Rule
from hornbook.check.subject import Subject
from hornbook.diagnostics import Diagnostic, Severity, warning
from hornbook.plan.deck import SlidePlan
from hornbook.plan.page import TextBox

_ASIDE = FURNITURE | {
    "answer",
    "when1",
    "when2",
    "when3",
    "when4",
    "when5",
    "when6",
    "groups",
    "minutes",
    "unit",
    "materials",
    "numeral",
    "subtitle",
}
_OWN = frozenset({"quiz", "help", "define", "video", "table", "chart"})
"""Kinds that are looked at with other measures: their words are parts of a drawing, or come one by one."""


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each slide of the deck that says too much; the parts of a split slide are slides of their own."""
    most_points = subject.limit("HB511", "points")
    for slide in subject.deck.slides if subject.deck else ():
        if not slide.source_id or slide.kind in _OWN:
            continue
        most_words = subject.limit("HB511", "story" if slide.kind == "scenario" else "words")
        words, points = _words(slide), _points(slide)
        part = f" (part {slide.part} of {slide.parts})" if slide.parts > 1 else ""
        if words > most_words:
            message = f'"{slide.title}"{part} shows {words} words; {most_words:.0f} can be read while someone speaks.'
            yield warning(
                "HB511", message, slide.span, "Keep the words to remember, and say the rest: put it into the notes."
            )
        elif points > most_points:
            message = f'"{slide.title}"{part} has {points} points; {most_points:.0f} can be kept in mind.'
            yield warning("HB511", message, slide.span, "Make two slides of it, or leave some to the notes.")


def _body(slide: SlidePlan) -> Iterator[TextBox]:
    for box in slide.boxes:
        if isinstance(box, TextBox) and box.placeholder not in _ASIDE:
            yield box


def _words(slide: SlidePlan) -> int:
    return sum(len(paragraph.plain.split()) for box in _body(slide) for paragraph in box.paragraphs)


def _points(slide: SlidePlan) -> int:
    return max((sum(paragraph.level == 0 for paragraph in box.paragraphs) for box in _body(slide)), default=0)


RULE = Rule("HB511", Severity.WARNING, find, __doc__, {"words": 40, "story": 60, "points": 7})
