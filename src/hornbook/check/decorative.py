"""A picture called decorative that says something.

`decorative: true` hides a picture from everybody who listens. That is right for an ornament. It is wrong where the picture is all
that a slide shows, where the words of the slide point at it, or where it is a map, a chart or a diagram.

For instance:
    - {title: Look at the map, image: {file: map.png, decorative: true}}

Instead:
    - {title: Look at the map, image: {file: map.png, alt: The river comes from the mountains and runs past our town}}
"""

import re
from collections.abc import Iterator

from hornbook.check.rule import Rule
from hornbook.check.subject import Subject
from hornbook.check.texts import of_slide
from hornbook.diagnostics import Diagnostic, Severity, warning
from hornbook.lesson.model import ImageBody, Picture, Slide
from hornbook.patterns import lazy

_KINDS = r"maps?|charts?|diagrams?|graphs?|tables?|screenshots?|figures?|infographics?"
_TELLS = lazy(rf"(?<![a-z])(?:{_KINDS})(?![a-z])", re.IGNORECASE)
_POINTS = lazy(
    rf"\b(?:look at|see|in|on|what does) (?:the|this) (?:picture|photo|photograph|image|drawing|{_KINDS})\b",
    re.IGNORECASE,
)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each picture that is hidden from those who listen and should not be."""
    for slide in subject.lesson.slides:
        picture = slide.picture
        if picture is not None and picture.decorative:
            why = _says(slide, picture, english=subject.english)
            if why:
                message = f"This picture is called decorative, and {why}."
                yield warning(
                    "HB538", message, picture.span, "Say in `alt` what it shows, in place of `decorative: true`."
                )


def _says(slide: Slide, picture: Picture, *, english: bool) -> str:
    if isinstance(slide.body, ImageBody):
        return "it is all that this slide shows"
    kind = _TELLS.search(picture.path.stem.replace("_", " "))
    if kind:
        return f'its file is called "{picture.path.name}"'
    for said in of_slide(slide) if english else ():
        pointer = _POINTS.search(said.text.plain)
        if pointer:
            return f'the slide says "{pointer[0]}"'
    return ""


RULE = Rule("HB538", Severity.WARNING, find, __doc__)
