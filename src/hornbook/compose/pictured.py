"""A picture beside words: the same arrangement in the family's layouts that have room for one."""

from collections.abc import Iterator
from dataclasses import replace

from hornbook.compose.content import Arrangement, Content, Fill, Fills, Part, PictureFill
from hornbook.diagnostics import Diagnostic, Span, warning
from hornbook.lesson.model import ImageBody, Picture, Slide
from hornbook.theme.model import Theme

PICTURED = {"Title and Content": "Content with Picture"}
"""Families whose pictured one has a name of its own; the others add `with Picture`."""


def with_picture(content: Content, slide: Slide, theme: Theme) -> tuple[Content, tuple[Diagnostic, ...]]:
    """The content with the slide's picture; without it, and a warning, where the theme has no room for one."""
    picture = slide.picture
    if picture is None or isinstance(slide.body, ImageBody):
        return content, ()
    found = tuple(_pictured(content, picture, theme))
    if found:
        return replace(content, arrangements=found, credit=picture.credit), ()
    message = f"This theme has no room for a picture beside `{content.kind}`, so the slide has none."
    hint = "Give the picture a slide of its own, or put it beside `points`."
    return content, (warning("HB310", message, picture.span, hint),)


def no_icon(name: str, span: Span) -> Diagnostic:
    """The warning for an icon: a theme has pictures of its own, but none by name."""
    text = f'This theme has no icon "{name}", so the slide has none.'
    return warning("HB312", text, span, "Leave `icon:` out, or give the slide an `image:`.")


def _pictured(content: Content, picture: Picture, theme: Theme) -> Iterator[Arrangement]:
    families = {family for family, _ in theme.families()}
    for arrangement in content.arrangements:
        family = PICTURED.get(arrangement.family, f"{arrangement.family} with Picture")
        if family in families:
            yield replace(arrangement, family=family, fills=_beside(arrangement.fills, picture))


def _beside(fills: Fills, picture: Picture) -> Fills:
    def both(parts: tuple[Part, ...]) -> tuple[Fill, ...]:
        return (*fills(parts), PictureFill("picture", picture))

    return both
