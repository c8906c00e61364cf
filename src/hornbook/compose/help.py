"""`help`: whom to call, a card for each contact: whom it is for, the number very large, then the rest."""

from collections.abc import Iterator

from hornbook.compose.content import Arrangement, CodeFill, Content, Fill, Fills, Part, TextFill, Words, dotted, words
from hornbook.compose.video import shown_address
from hornbook.lesson.model import Contact
from hornbook.locale import phrase
from hornbook.source.runs import Run, Text

FORMS: dict[str, frozenset[str]] = {
    "full": frozenset(),
    "short": frozenset({"tty", "languages"}),
    "shorter": frozenset({"tty", "languages", "hours"}),
    "numbers": frozenset({"tty", "languages", "hours", "chat", "url"}),
}
"""Forms of a card, and what each leaves to paper; an address only where there is a number."""


def help_content(title: Text, contacts: tuple[Contact, ...], language: str) -> Content:
    """Up to six cards on a slide, with a QR code for the first contact that has a page or a chat.

    All cards on one slide are worth more than the code, and than what only paper needs.
    """
    parts = tuple(_part(contact, index, language) for index, contact in enumerate(contacts))

    def coded(slot: str) -> Fills:
        def fills(chosen: tuple[Part, ...]) -> tuple[Fill, ...]:
            return (*_cards(chosen, slot), *_code([contacts[part.index] for part in chosen], language))

        return fills

    def plain(slot: str) -> Fills:
        return lambda chosen: _cards(chosen, slot)

    families = {"Help with QR": coded, "Help": plain} if _code(list(contacts), language) else {"Help": plain}
    arrangements = tuple(
        Arrangement(family, fills(slot), counted=True) for slot in FORMS for family, fills in families.items()
    )
    return Content("help", title, arrangements, parts)


def _part(contact: Contact, index: int, language: str) -> Part:
    cards = {form: _card(contact, language, dropped) for form, dropped in FORMS.items()}
    return Part(cards, contact.span, (), index)


def _cards(chosen: tuple[Part, ...], slot: str) -> tuple[Fill, ...]:
    return tuple(
        TextFill(f"card{number}", part.slots[slot], "entry", number - 1) for number, part in enumerate(chosen, start=1)
    )


def _card(contact: Contact, language: str, dropped: frozenset[str]) -> tuple[Words, ...]:
    """Whom it is for, the number to call, and what else is known; where there is no number, the name is large."""
    ways = [way.runs for way in _ways(contact, language, dropped)]
    numbered = bool(ways) and _is_number(contact)
    number = ways.pop(0) if numbered else contact.name.runs
    named = [contact.name.runs] if contact.what and numbered else []
    heading = contact.what or (contact.name if numbered else None)
    known = {"hours": contact.hours, "languages": contact.languages}
    extras = [extra.runs for name, extra in known.items() if extra and name not in dropped]
    details = [*named, *ways, *extras]
    top = [words(heading)] if heading else []
    rest = [Words(dotted(details), contact.span, 2)] if details else []
    return (*top, Words(number, contact.span, 1), *rest)


def _is_number(contact: Contact) -> bool:
    """Whether the first way is a number to call or to text, and not a line to write one on."""
    first = contact.call or contact.text
    return first is not None and not any(run.write_in for run in first.runs)


def _ways(contact: Contact, language: str, dropped: frozenset[str]) -> Iterator[Words]:
    """How to reach a contact, best first: a voice, a message, a page."""
    if contact.call:
        yield words(contact.call)
    if contact.text:
        yield Words(_said("text_to", contact.text, language), contact.text.span)
    for name, place in (("chat", contact.chat), ("url", contact.url)):
        if place and not (name in dropped and (contact.call or contact.text)):
            yield words(place.with_runs(tuple(_address(run) for run in place.runs)))
    if contact.tty and "tty" not in dropped:
        yield Words(_said("tty", contact.tty, language), contact.tty.span)


def _said(key: str, text: Text, language: str) -> tuple[Run, ...]:
    before, _, after = phrase(key, language, number="\0").partition("\0")
    return tuple(run for run in (Run(before), *text.runs, Run(after)) if run.text or run.write_in)


def _address(run: Run) -> Run:
    if run.text.startswith(("http://", "https://")):
        return Run(shown_address(run.text), link=run.text)
    return run


def _code(contacts: list[Contact], language: str) -> tuple[Fill, ...]:
    """The code of the first contact with a page, and its address below, so that it is known where it leads."""
    for contact in contacts:
        for place in (contact.chat, contact.url):
            if place and place.plain.startswith(("http://", "https://")):
                url, shown = place.plain, shown_address(place.plain)
                forms = dict.fromkeys((shown, shown.partition("/")[0]))
                first, *shorter = ((Words((Run(form, link=url),), contact.span),) for form in forms)
                address = TextFill("link", first, optional=True, shorter=tuple(shorter))
                return (CodeFill("qr", url, phrase("qr_to", language, url=shown), contact.span), address)
    return ()
