"""A slide's own picture on paper: what belongs to a task belongs on its sheet."""

from collections.abc import Iterator, Sequence

from hornbook.handout.scope import Scope
from hornbook.handout.words import runs_of
from hornbook.plan.document import Figure
from hornbook.plan.page import Box, GroupBox, PictureBox
from hornbook.units import Rect, Size


def slide_picture(scope: Scope) -> Figure | None:
    """The picture of the scope's slide as it is cropped there; None where it has none, or one that only decorates."""
    slide = scope.slide
    given = slide.picture if slide else None
    if slide is None or given is None or given.decorative:
        return None
    boxes = (box for plan in scope.plans(slide) for box in _pictures(plan.boxes))
    found = next((box for box in boxes if box.alt == given.alt), None)
    if found is None:
        return None
    space = Size(found.rect.width, found.rect.height)
    at = Rect(0.0, 0.0, space.width, space.height)
    drawing = GroupBox(at, space, (PictureBox(at, found.digest, found.crop, found.alt),))
    return Figure(drawing, given.alt, runs_of(given.credit, scope, blanks=False))


def _pictures(boxes: Sequence[Box]) -> Iterator[PictureBox]:
    for box in boxes:
        match box:
            case PictureBox():
                yield box
            case GroupBox(boxes=inner):
                yield from _pictures(inner)
            case _:
                pass
