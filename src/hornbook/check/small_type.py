"""Type that is hard to read from the back.

The words of this slide only fit at less than 24 points (`points`), because there are so many of them. With fewer words they
become larger by themselves. Nothing is ever smaller than 20. Sources, charts and tables have sizes of their own, and so has what a
layout sets small for everyone: there is nothing that an author could do. In a school's own template a long title shrinks to its
place; under 28 points (`titles`) it is no headline any more.

For instance:
    points: [Seven long points that fill the slide to its last line, ...]

Instead:
    points: [Four short ones]
"""

from collections.abc import Iterator

from hornbook.check.rule import Rule
from hornbook.check.subject import Subject
from hornbook.diagnostics import Diagnostic, Severity, warning
from hornbook.plan.deck import Deck, SlidePlan
from hornbook.plan.page import TextBox
from hornbook.theme.model import Layout

_WORDS = ("body", "story", "quote", "question", "choice", "ask", "meaning", "step", "what", "caution")
_OWN = frozenset({"sources", "help"})


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each slide whose words would be larger if there were fewer."""
    if subject.deck is not None:
        least = subject.limit("HB518", "points")
        yield from _titles(subject.deck, subject.limit("HB518", "titles"))
        for slide in subject.deck.slides:
            size = _smallest(slide)
            if slide.span and slide.kind not in _OWN and size < least and _could_be_larger(slide, subject.deck, least):
                message = f'The words of "{slide.title}" fit at {size:g} points only; from the back row, {least:g} can be read.'
                yield warning("HB518", message, slide.span, "Use fewer words, or make two slides of it.")


def _titles(deck: Deck, least: float) -> Iterator[Diagnostic]:
    """A warning for each title that had to shrink so far; the size is that of a slide 540 points high."""
    for slide in deck.slides:
        for box in slide.boxes:
            if isinstance(box, TextBox) and box.placeholder == "title" and box.scale < 1.0:
                size = box.paragraphs[0].style.size * 540.0 / deck.theme.size.height
                if slide.span and size < least - 0.5:
                    message = f'The title "{slide.title}" fits at {size:.0f} points only; a headline has {least:g}.'
                    yield warning("HB518", message, slide.span, "Say it in fewer words, and put the rest below.")


def _smallest(slide: SlidePlan) -> float:
    sizes = [
        paragraph.style.size
        for box in slide.boxes
        if isinstance(box, TextBox) and box.placeholder.startswith(_WORDS)
        for paragraph in box.paragraphs
        if paragraph.level == 0 and paragraph.plain.strip()
    ]
    return min(sizes, default=100.0)


def _could_be_larger(slide: SlidePlan, deck: Deck, least: float) -> bool:
    """Whether the theme has a layout of the same family with larger words."""
    own = deck.theme.layouts.get(slide.layout)
    if own is None:
        return False
    family = deck.theme.family(own.family, own.count)
    return any(layout.name != own.name and _size_in(layout) >= least for layout in family)


def _size_in(layout: Layout) -> float:
    sizes = [box.levels[0].size for box in layout.placeholders if box.key.startswith(_WORDS) and box.levels]
    return min(sizes, default=0.0)


RULE = Rule("HB518", Severity.WARNING, find, __doc__, {"points": 24, "titles": 28})
