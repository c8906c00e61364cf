"""A picture too coarse for print.

On a screen it is fine, on paper its steps can be seen. Pictures want 150 dots an inch (`dpi`) at the size at which they
are printed: the whole slide on a page, or a figure in a handout. Drawings (SVG) have no dots.

For instance:
    image: {file: small-copy-from-the-web.jpg, alt: A river seen from above, width: full}

Instead:
    image: {file: the-original.jpg, alt: A river seen from above, width: full}
"""

from collections.abc import Iterator

from hornbook.check.planned import picture_boxes
from hornbook.check.rule import Rule
from hornbook.check.subject import Subject
from hornbook.diagnostics import Diagnostic, Severity, warning
from hornbook.lesson.model import Picture
from hornbook.plan.deck import SlidePlan

_PAPER = 720.0
"""The width in points at which a slide is printed on a page: Letter across, less its margins."""


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each raster picture of a slide that has too few dots on paper."""
    if subject.deck is None:
        return
    least = subject.limit("HB536", "dpi")
    pictures = {slide.id: slide.picture for slide in subject.lesson.slides if slide.picture}
    width = subject.deck.theme.size.width
    for slide in subject.deck.slides:
        picture = pictures.get(slide.source_id)
        if picture is None or picture.kind == "svg":
            continue
        dpi = _dots(slide, picture, _PAPER / width)
        if dpi < least:
            wanted = round(picture.width * least / dpi, -1)
            message = f"On paper this picture has {dpi:.0f} dots an inch; from {least:.0f} on its steps are not seen."
            hint = f"It has {picture.width} pixels across; about {wanted:.0f} are wanted. Take the original, not a copy from a page."
            yield warning("HB536", message, picture.span, hint)


def _dots(slide: SlidePlan, picture: Picture, shrunk: float) -> float:
    """Dots an inch of the picture on this slide, printed."""
    found = [
        picture.width * (1 - box.crop[0] - box.crop[2]) / (box.rect.width * scale * shrunk / 72)
        for box, scale in picture_boxes(slide.boxes)
        if box.placeholder != "qr" and box.rect.width
    ]
    return min(found, default=float("inf"))


RULE = Rule("HB536", Severity.WARNING, find, __doc__, {"dpi": 150})
