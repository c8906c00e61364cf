"""A lesson and a theme become a deck: drafts in order, then layouts, then numbers, then boxes."""

from collections.abc import Iterator
from functools import partial

from msgspec.structs import replace

from hornbook.compose.automatic import AGENDA_LINK, SECTION_LINK
from hornbook.compose.content import Draft
from hornbook.compose.fitting import Misfit
from hornbook.compose.logo import own_size
from hornbook.compose.named import paginate_named
from hornbook.compose.outline import DeckOutline, outline
from hornbook.compose.paging import Desk, Pages, paginate
from hornbook.compose.setting import Setting
from hornbook.compose.shelf import Shelf, template_media
from hornbook.compose.slides import Binder, Numbered
from hornbook.compose.trouble import troubles
from hornbook.diagnostics import Diagnostic, Severity
from hornbook.lesson.model import Lesson
from hornbook.plan.deck import Deck, DeckSection, SlidePlan
from hornbook.plan.mirroring import mirrored_deck
from hornbook.processes import Spread, here
from hornbook.tags import is_leftward
from hornbook.theme.model import Theme


def compose(
    lesson: Lesson, theme: Theme, *, load: bool = True, whole: bool = True, spread: Spread = here
) -> tuple[Deck | None, tuple[Diagnostic, ...]]:
    """The deck of a lesson, or None where something does not fit; everything that does not is reported.

    Without `load` the files of pictures stay closed: the deck can be checked, not drawn. Without `whole` there is a deck
    of what fits, for a look at its words. `spread` shares the fitting of slides between processes.
    """
    planned = outline(lesson, theme)
    diagnostics = list(planned.diagnostics)
    paged: list[tuple[Draft, Pages]] = []
    fitted = spread(partial(_pages, planned.setting), planned.drafts)
    for draft, (pages, found) in zip(planned.drafts, fitted, strict=True):
        diagnostics += found
        paged.append((draft, pages))
    shelf = Shelf(load)
    binder = Binder(planned.setting, _links(paged), shelf, own_size(lesson.logo, shelf))
    slides = tuple(binder.slide(one) for one in _numbered(paged))
    diagnostics += binder.shelf.diagnostics
    if whole and any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics):
        return None, tuple(diagnostics)
    deck = _deck(planned, slides, binder)
    return mirrored_deck(deck) if is_leftward(lesson.language) else deck, tuple(diagnostics)


def _pages(setting: Setting, draft: Draft) -> tuple[Pages, tuple[Diagnostic, ...]]:
    desk = Desk(draft, setting)
    if draft.layout:
        return paginate_named(desk)
    found = paginate(desk)
    return ((), troubles(desk, found)) if isinstance(found, Misfit) else (found, ())


def _numbered(paged: list[tuple[Draft, Pages]]) -> Iterator[Numbered]:
    number = 0
    for draft, pages in paged:
        for part, page in enumerate(pages, start=1):
            number += 1
            yield Numbered(draft, page, number, part, len(pages))


def _links(paged: list[tuple[Draft, Pages]]) -> dict[str, int]:
    """Where agenda entries lead, and the links back to the agenda."""
    links: dict[str, int] = {}
    for one in _numbered(paged):
        if one.part == 1 and one.draft.opens >= 0:
            links[f"{SECTION_LINK}{one.draft.opens}"] = one.number
        elif one.part == 1 and one.draft.content.kind == "agenda":
            links[AGENDA_LINK] = one.number
    return links


def _deck(planned: DeckOutline, slides: tuple[SlidePlan, ...], binder: Binder) -> Deck:
    lesson = planned.setting.lesson
    return Deck(
        title=lesson.title.plain,
        subtitle=lesson.subtitle.plain if lesson.subtitle else "",
        language=lesson.language,
        authors=lesson.authors,
        subject=lesson.subtitle.plain if lesson.subtitle else "",
        keywords=tuple(dict.fromkeys(word for word in (lesson.care, *lesson.standards) if word)),
        theme=planned.setting.theme,
        slides=_regrouped(slides),
        sections=tuple(_sections(planned.groups, slides)),
        media={**template_media(planned.setting.theme), **binder.shelf.media},
        citations=planned.setting.numbers,
        logo=binder.logo,
    )


def _sections(groups: tuple[str, ...], slides: tuple[SlidePlan, ...]) -> Iterator[DeckSection]:
    """Parts of the deck that have a slide, in order."""
    for group in sorted({slide.section for slide in slides}):
        numbers = [slide.number for slide in slides if slide.section == group]
        yield DeckSection(groups[group], numbers[0], len(numbers))


def _regrouped(slides: tuple[SlidePlan, ...]) -> tuple[SlidePlan, ...]:
    """The slides with places in the list of sections, from which empty ones are gone."""
    places = {group: place for place, group in enumerate(sorted({slide.section for slide in slides}))}
    if all(group == place for group, place in places.items()):
        return slides
    return tuple(replace(slide, section=places[slide.section]) for slide in slides)
