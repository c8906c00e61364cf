"""`statement`: one sentence, set very large; it is the title of its slide."""

from hornbook.compose.content import Arrangement, Content, Fill, Part
from hornbook.lesson.model import Slide, Statement


def statement(slide: Slide, body: Statement) -> Content:
    """The sentence alone. Its key words keep their colour, because it is the body as well."""
    del slide
    return Content("statement", body.text, (Arrangement("Statement", _nothing_else),))


def _nothing_else(_parts: tuple[Part, ...]) -> tuple[Fill, ...]:
    return ()
