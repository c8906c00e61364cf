"""`points`: a list of up to three levels, divided between its items."""

from hornbook.compose.content import Arrangement, Content, Fill, Part, TextFill, item_part, joined
from hornbook.lesson.model import Points, Slide


def points(slide: Slide, body: Points) -> Content:
    """A list in one box."""
    parts = tuple(item_part(item, "body", index) for index, item in enumerate(body.items))
    return Content("points", slide.title, (Arrangement("Title and Content", list_fills),), parts)


def list_fills(parts: tuple[Part, ...]) -> tuple[Fill, ...]:
    """All items in the one body of a layout."""
    return (TextFill("body", joined(parts, "body"), "list", reveal="items"),)
