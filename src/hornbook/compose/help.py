"""`help`: whom to call, a card for each contact: whom it is for, the number very large, then the rest."""

from collections.abc import Iterator

from hornbook.compose.content import Arrangement, CodeFill, Content, Fill, Part, TextFill, Words, dotted, words
from hornbook.compose.video import shown_address
from hornbook.lesson.model import Contact
from hornbook.locale import phrase
from hornbook.source.runs import Run, Text


def help_content(title: Text, contacts: tuple[Contact, ...], language: str) -> Content:
    """Up to six cards on a slide, with a QR code for the first contact that has a page or a chat."""
    parts = tuple(
        Part({"card": _card(contact, language)}, contact.span, (), index) for index, contact in enumerate(contacts)
    )

    def placed(chosen: tuple[Part, ...]) -> tuple[Fill, ...]:
        return tuple(
            TextFill(f"card{number}", part.slots["card"], "entry", number - 1)
            for number, part in enumerate(chosen, start=1)
        )

    def coded(chosen: tuple[Part, ...]) -> tuple[Fill, ...]:
        return (*placed(chosen), *_code([contacts[part.index] for part in chosen], language))

    with_code = (Arrangement("Help with QR", coded, counted=True),) if _code(list(contacts), language) else ()
    return Content("help", title, (*with_code, Arrangement("Help", placed, counted=True)), parts)


def _card(contact: Contact, language: str) -> tuple[Words, ...]:
    """Whom it is for, the first way to reach it, and the others with what else is known."""
    ways = list(_ways(contact, language))
    heading = [words(contact.what or contact.name)]
    details = [line.runs for line in ways[1:]]
    if contact.what:
        details.insert(0, contact.name.runs)
    details += [extra.runs for extra in (contact.hours, contact.languages) if extra]
    number = [Words(ways[0].runs, ways[0].span, 1)] if ways else []
    rest = [Words(dotted(details), contact.span, 2)] if details else []
    return (*heading, *number, *rest)


def _ways(contact: Contact, language: str) -> Iterator[Words]:
    """How to reach a contact, best first: a voice, a message, a page."""
    if contact.call:
        yield words(contact.call)
    if contact.text:
        yield Words(_said("text_to", contact.text, language), contact.text.span)
    for place in (contact.chat, contact.url):
        if place:
            yield words(place.with_runs(tuple(_address(run) for run in place.runs)))
    if contact.tty:
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
                address = TextFill("link", (Words((Run(shown, link=url),), contact.span),), optional=True)
                return (CodeFill("qr", url, phrase("qr_to", language, url=shown), contact.span), address)
    return ()
