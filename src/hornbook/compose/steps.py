"""`steps`: a numbered process, each step in its own place, or a numbered list where there are too many or too long ones."""

from hornbook.compose.content import Arrangement, Content, Fill, Part, TextFill, joined, numbered
from hornbook.lesson.model import Slide, Steps


def steps(slide: Slide, body: Steps) -> Content:
    """Steps side by side cannot go on to a next slide, because the layout's numerals would begin at 1 again."""
    placed = Arrangement("Steps", _placed, counted=True, split=False)
    listed = Arrangement("Steps", numbered_fills)
    return Content("steps", slide.title, (placed, listed), numbered(body.steps, "body"))


def _placed(parts: tuple[Part, ...]) -> tuple[Fill, ...]:
    return tuple(
        TextFill(f"step{number}", part.slots["body"], "entry", number - 1, ordered=True, reveal="box")
        for number, part in enumerate(parts, start=1)
    )


def numbered_fills(parts: tuple[Part, ...]) -> tuple[Fill, ...]:
    """A list whose first level is numbered, in the one body of a layout."""
    return (TextFill("body", joined(parts, "body"), "numbered", reveal="items"),)
