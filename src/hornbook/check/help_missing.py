"""Help is not where people look for it.

A lesson on a subject that needs care (`care:`) may reach someone whom it is about. Whom to call stands on the first slide,
on the last one, and on every page that leaves the room: with `contacts:` and a `short` line of the first one, slides and
handouts show it by themselves. Sheets that are cut into cards or tickets are left out: a card has room for one thing, and the
outside of a card to carry says nothing.

For instance:
    care: trafficking
    closing: [sources]

Instead:
    care: trafficking
    contacts: ../contacts/us.yaml
    closing: [sources, help]
"""

from collections.abc import Iterator

from hornbook.check.phones import digits_of
from hornbook.check.places import field_place
from hornbook.check.planned import words_of
from hornbook.check.rule import Rule
from hornbook.check.subject import Handout, Subject
from hornbook.diagnostics import Diagnostic, Severity, Span, warning
from hornbook.lesson.model import Contact
from hornbook.plan.deck import SlidePlan
from hornbook.plan.sheets import CardSheets


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for the first slide, the last slide, and each handout with a page that names no contact."""
    lesson = subject.lesson
    if not lesson.care:
        return
    place = field_place(lesson.span, "care")
    if not lesson.contacts:
        yield _missing("This lesson needs care, and it names nobody to call.", place)
        return
    ways = _ways(lesson.contacts)
    slides = [slide for slide in subject.deck.slides if not slide.hidden] if subject.deck else []
    if slides and not _shows(words_of(slides[0].boxes), ways):
        yield _missing("The first slide does not say whom to call.", _place(slides[0], place))
    if slides and not _shows(words_of(slides[-1].boxes), ways):
        yield _missing("The last slide does not say whom to call.", _place(slides[-1], place))
    for handout in (each for each in subject.handouts if not _is_cut(each)):
        said = [(number, words_of(page.boxes)) for number, page in enumerate(handout.pages.pages, 1) if page.boxes]
        pages = [number for number, words in said if not _shows(words, ways)]
        if pages:
            which = "Page " + ", ".join(str(page) for page in pages[:4]) + (" and more" if len(pages) > 4 else "")
            asked = next((request.span for request in lesson.handouts if request.recipe == handout.recipe), place)
            yield _missing(f'{which} of "{handout.recipe}" does not say whom to call.', asked)


def _is_cut(handout: Handout) -> bool:
    return any(isinstance(sheets, CardSheets) for sheets in handout.document.sheets)


def _missing(message: str, span: Span) -> Diagnostic:
    return warning(
        "HB540",
        message,
        span,
        "Give the lesson `contacts:`, the first with a `short` line, and a `help` slide at its end.",
    )


def _place(slide: SlidePlan, other: Span) -> Span:
    return slide.span if slide.span and slide.source_id else other


def _ways(contacts: tuple[Contact, ...]) -> tuple[str, ...]:
    """What a page has to show: the short line, a number or an address of a contact."""
    fields = [field.plain for each in contacts for field in (each.short, each.call, each.text, each.url) if field]
    plain = [" ".join(field.split()) for field in fields if field.strip()]
    return tuple(dict.fromkeys([*plain, *(field.removeprefix("https://").removeprefix("www.") for field in plain)]))


def _shows(words: str, ways: tuple[str, ...]) -> bool:
    plain = " ".join(words.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NON-BREAKING HYPHEN}", "-").split())
    return any(way in plain for way in ways if len(digits_of(way)) >= 2 or len(way) > 3)


RULE = Rule("HB540", Severity.WARNING, find, __doc__)
