"""A point dressed up as a heading.

A point that is bold from end to end, with plain ones after it, looks like a heading and is none: a screen reader does not list it, and
the outline does not show it. Real headings (titles of slides, parts and blocks) are always in order. Put what belongs to it
under it, or make a slide of it.

For instance:
    points: ["**Before the lesson**", Read the notes, "**After it**", Talk about it]

Instead:
    points:
      - {text: Before the lesson, points: [Read the notes]}
      - {text: After it, points: [Talk about it]}
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from hornbook.check.rule import Rule
from hornbook.check.subject import Subject
from hornbook.diagnostics import Diagnostic, Severity, warning
from hornbook.lesson.model import Item, Points
from hornbook.source.runs import Text


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each bold point that stands over plain ones of its own level."""
    for slide in subject.lesson.slides:
        if isinstance(slide.body, Points):
            yield from _in_list(slide.body.items)
    for block in (*subject.lesson.print.fact_sheet, *subject.lesson.print.brochure):
        yield from _in_list(block.points)


def _in_list(items: Sequence[Item]) -> Iterator[Diagnostic]:
    for item, following in pairwise(items):
        if _all_bold(item.text) and not item.items and not _all_bold(following.text):
            message = f'"{item.text.plain.strip()}" looks like a heading and is a point like the others.'
            yield warning(
                "HB513", message, item.text.span, "Put what follows under it, as its own points, or make a slide of it."
            )


def _all_bold(text: Text) -> bool:
    words = [run for run in text.runs if run.text.strip()]
    return bool(words) and all(run.strong for run in words)


RULE = Rule("HB513", Severity.WARNING, find, __doc__)
