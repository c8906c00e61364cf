"""Words or marks that do not stand out.

What cannot be told from its ground cannot be read from the back row, on a grey copy, or by tired eyes. Words need a contrast of 4.5
(`words`) to what is really behind them: the slide, a card, a bar of the chart; large ones (18 points, or 14 bold) need 3 (`large`), and
so do the bars, lines and slices of a chart (`chart`). Those that are not the point, where one is, carry their numbers as words and may be
quieter. Words on a photograph stand on everything that it shows. (WCAG 2.1, 1.4.3 and 1.4.11. A theme is asked for more: 7.)

For instance:
    theme: grey-on-grey
    slides: [{title: Reports rose, chart: {type: column, ...}}]

Instead:
    theme: daylight
    slides: [{title: Reports rose, chart: {type: column, ...}}]
"""

from collections.abc import Iterable, Iterator, Mapping

from hornbook.check.behind import PICTURE, Behind, behind_words, faint_words, value
from hornbook.check.rule import Rule
from hornbook.check.subject import Handout, Subject
from hornbook.diagnostics import Diagnostic, Severity, Span, warning
from hornbook.plan.deck import Deck, SlidePlan
from hornbook.plan.drawing import layout_boxes
from hornbook.plan.page import Box, ChartContent, GroupBox, TextBox
from hornbook.theme.contrast import ratio
from hornbook.theme.model import RESTS

_HINT = "Choose another theme or layout; a chart of several series says its point with `highlight:`."


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each slide with faint words or marks, and for each handout."""
    deck = subject.deck
    if deck is None:
        return
    for slide in deck.slides:
        place = slide.span or subject.lesson.span
        yield from (_told(found, f'"{slide.title}"', place) for found in _on_slide(slide, deck, subject))
    for handout in subject.handouts:
        asked = (request.span for request in subject.lesson.handouts if request.recipe == handout.recipe)
        place = next(asked, subject.lesson.span)
        yield from (_told(found, f'"{handout.recipe}"', place) for found in _on_pages(handout, subject))


def _on_slide(slide: SlidePlan, deck: Deck, subject: Subject) -> Iterable[str]:
    """What is faint there. The theme has been judged by itself: a slide without marks of its own is like its layout."""
    if all(isinstance(box, TextBox) for box in slide.boxes):
        return ()
    layout = deck.theme.layouts[slide.layout]
    drawn = (*layout_boxes(layout), *slide.boxes)
    words = _faint_words(behind_words(drawn, layout.background), deck.theme.palette, subject)
    marks = _faint_marks(slide.boxes, layout.background, deck.theme.palette, subject)
    return dict.fromkeys((*words, *marks))


def _on_pages(handout: Handout, subject: Subject) -> Iterable[str]:
    pages, found = handout.pages, dict[str, None]()
    for page in pages.pages:
        found |= dict.fromkeys(_faint_words(behind_words(page.boxes, page.background), pages.theme.palette, subject))
        found |= dict.fromkeys(_faint_marks(page.boxes, page.background, pages.theme.palette, subject))
    return found


def _faint_words(lines: Iterable[Behind], palette: Mapping[str, str], subject: Subject) -> Iterator[str]:
    for faint in faint_words(lines, palette, subject.limit("HB512", "words"), subject.limit("HB512", "large")):
        if faint.ground == PICTURE:
            yield "has words on a picture"
        else:
            yield f"has words in {faint.colour} on {faint.ground or 'white'}, a contrast of {faint.contrast:.1f} to 1"


def _faint_marks(boxes: Iterable[Box], ground: str, palette: Mapping[str, str], subject: Subject) -> Iterator[str]:
    least = subject.limit("HB512", "chart")
    for box in boxes:
        if isinstance(box, GroupBox) and isinstance(box.native, ChartContent):
            colours = dict.fromkeys(name for series in box.native.colours for name in series)
            for colour in [name for name in colours if name not in RESTS or len(colours) == 1]:
                found = ratio(value(colour, palette), value(ground, palette))
                if found < least:
                    yield f"has a chart with {colour} on {ground}, a contrast of {found:.1f} to 1"


def _told(what: str, where: str, place: Span) -> Diagnostic:
    return warning("HB512", f"{where} {what}.", place, _HINT)


RULE = Rule("HB512", Severity.WARNING, find, __doc__, {"words": 4.5, "large": 3, "chart": 3})
