"""`discuss`: questions to talk about, as large as they can be."""

from hornbook.compose.content import Arrangement, Content, Fill, Part, TextFill, words
from hornbook.compose.points import list_fills
from hornbook.lesson.model import Discuss, Slide


def discuss(slide: Slide, body: Discuss) -> Content:
    """One box for each question; many or long ones become a list."""
    parts = tuple(Part({"body": (words(text),)}, text.span, (), index) for index, text in enumerate(body.questions))
    placed = Arrangement("Discussion", _placed, counted=True)
    return Content("discuss", slide.title, (placed, Arrangement("Discussion", list_fills)), parts)


def _placed(parts: tuple[Part, ...]) -> tuple[Fill, ...]:
    return tuple(
        TextFill(f"question{number}", part.slots["body"], "entry", number - 1, reveal="box")
        for number, part in enumerate(parts, start=1)
    )
