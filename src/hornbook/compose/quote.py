"""`quote`: what someone said, and who."""

from hornbook.compose.content import Arrangement, Content, Fill, Part, TextFill, words
from hornbook.lesson.model import Quote, Slide


def quote(slide: Slide, body: Quote) -> Content:
    """The words, then the speaker, unless the speaker is the title already."""

    def fills(_parts: tuple[Part, ...]) -> tuple[Fill, ...]:
        said = TextFill("quote", (words(body.text),), "quote")
        if body.by is None or body.by.plain == slide.title.plain:
            return (said,)
        return (said, TextFill("by", (words(body.by),)))

    return Content("quote", slide.title, (Arrangement("Quote", fills),))
