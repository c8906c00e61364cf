"""A picture heavier than it needs to be.

A deck of such pictures does not go through a school's mail, and opens while the class waits. Two megabytes (`megabytes`) are plenty
for a picture that fills the slide: 2000 pixels across, saved as JPEG where it is a photograph.

For instance:
    image: {file: straight-from-the-camera.jpg, alt: A river seen from above}

Instead:
    image: {file: river-2000-pixels.jpg, alt: A river seen from above}
"""

from collections.abc import Iterator

from hornbook.check.rule import Rule
from hornbook.check.subject import Subject
from hornbook.diagnostics import Diagnostic, Severity, warning


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each picture file above the limit."""
    most = subject.limit("HB537", "megabytes")
    for slide in subject.lesson.slides:
        picture = slide.picture
        if picture is not None and picture.bytes > most * 1_000_000:
            size = picture.bytes / 1_000_000
            message = f"This picture has {size:.1f} MB; {most:g} are plenty."
            dots = f" It has {picture.width:,} x {picture.height:,} pixels." if picture.kind != "svg" else ""
            hint = f"Save a copy 2000 pixels wide, a photograph as JPEG.{dots}"
            yield warning("HB537", message, picture.span, hint)


RULE = Rule("HB537", Severity.WARNING, find, __doc__, {"megabytes": 2})
