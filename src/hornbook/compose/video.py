"""`video`: a card with the film's name, its address and a QR code. The film itself is never in the deck."""

from hornbook.compose.content import Arrangement, CodeFill, Content, Fill, Part, TextFill, Words, plain_words, words
from hornbook.lesson.model import Slide, Video
from hornbook.lesson.values import parse_minutes
from hornbook.locale import number_in, phrase
from hornbook.locale.tags import is_english
from hornbook.source.runs import Run


def video(slide: Slide, body: Video, language: str) -> Content:
    """Film, address, code, caution, as they stand from top to bottom; the film's name is left out of the card where it is the title.

    Without a caution the slide takes `Video Only`, where the theme has it, because the layout of `Video` marks one.
    """

    def fills(_parts: tuple[Part, ...]) -> tuple[Fill, ...]:
        found: list[Fill] = []
        if film := _film(slide, body, language):
            found.append(TextFill("film", film))
        address = Run(shown_address(body.url), link=body.url)
        found.append(TextFill("link", (Words((address,), body.title.span),)))
        alt = phrase("qr_to", language, url=shown_address(body.url))
        found.append(CodeFill("qr", body.url, alt, body.title.span))
        if body.caution:
            found.append(TextFill("caution", (words(body.caution),)))
        return tuple(found)

    bare = () if body.caution else (Arrangement("Video Only", fills),)
    return Content("video", slide.title, (*bare, Arrangement("Video", fills)))


def shown_address(url: str) -> str:
    """An address as a person would type it."""
    for scheme in ("https://", "http://", "mailto:", "tel:"):
        url = url.removeprefix(scheme)
    return url.removeprefix("www.").removesuffix("/")


def _film(slide: Slide, body: Video, language: str) -> tuple[Words, ...]:
    name = () if body.title.plain == slide.title.plain else (words(body.title),)
    length = plain_words(_length(body.length, language), body.title.span, level=1 if name else 0)
    return (*name, length) if body.length else name


def _length(length: str, language: str) -> str:
    """`99 min` in the words of the language; in English, and where it is said in other words, as it was written."""
    minutes = None if is_english(language) else parse_minutes(length)
    return length if minutes is None else phrase("minutes_short", language, count=number_in(minutes, language))
