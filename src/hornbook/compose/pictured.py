"""A picture or an icon beside words: the same arrangement in the family's layouts that have room for one."""

from collections.abc import Iterator

from msgspec.structs import replace

from hornbook.compose.content import Arrangement, Content, Fill, Fills, IconFill, Part, PictureFill
from hornbook.compose.fitting import span_of
from hornbook.diagnostics import Diagnostic, error, warning
from hornbook.lesson.model import ImageBody, Slide
from hornbook.source.nearest import nearest
from hornbook.theme.model import Theme

PICTURED = {"Title and Content": "Content with Picture"}
"""Families whose pictured one has a name of its own; the others add `with Picture`."""


def with_picture(content: Content, slide: Slide, theme: Theme) -> tuple[Content, tuple[Diagnostic, ...]]:
    """The content with the slide's picture or icon; without it, and a warning, where the theme has no room for one."""
    fill, diagnostics = _beside_words(slide)
    if fill is None:
        return content, diagnostics
    found = tuple(_pictured(content, fill, theme))
    if found:
        return replace(content, arrangements=found, credit=slide.picture.credit if slide.picture else None), ()
    message = f"This theme has no room for a picture beside `{content.kind}`, so the slide has none."
    hint = "Give the picture a slide of its own, or put it beside `points`."
    return content, (warning("HB310", message, span_of(fill), hint),)


def _beside_words(slide: Slide) -> tuple[PictureFill | IconFill | None, tuple[Diagnostic, ...]]:
    if slide.picture and not isinstance(slide.body, ImageBody):
        return PictureFill("picture", slide.picture), ()
    if not slide.icon:
        return None, ()
    from hornbook.media.icons import icon_names, known_icon

    if name := known_icon(slide.icon):
        return IconFill("picture", name, slide.span), ()
    near = nearest(slide.icon, icon_names())
    hint = f"Did you mean `{near}`?" if near else "Their names are at https://lucide.dev/icons"
    return None, (error("HB312", f'There is no icon "{slide.icon}".', slide.span, hint),)


def _pictured(content: Content, fill: PictureFill | IconFill, theme: Theme) -> Iterator[Arrangement]:
    families = {family for family, _ in theme.families()}
    for arrangement in content.arrangements:
        family = PICTURED.get(arrangement.family, f"{arrangement.family} with Picture")
        if family in families:
            yield replace(arrangement, family=family, fills=_both(arrangement.fills, fill))


def _both(fills: Fills, fill: PictureFill | IconFill) -> Fills:
    def both(parts: tuple[Part, ...]) -> tuple[Fill, ...]:
        return (*fills(parts), fill)

    return both
