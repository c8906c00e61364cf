"""`activity`: what to do, in which groups, for how long, with what; a countdown runs on the slide."""

from hornbook.compose.content import (
    Arrangement,
    Content,
    Fill,
    Part,
    TextFill,
    Words,
    dotted,
    joined,
    numbered,
    plain_words,
)
from hornbook.lesson.model import Activity, Slide
from hornbook.locale import minutes_apart


def activity(slide: Slide, body: Activity, language: str) -> Content:
    """The panel with groups, minutes and materials stays beside the steps on every slide that they take.

    Steps do not wait for clicks: the countdown is what a click starts.
    """
    panel = _panel(slide, body, language)

    def fills(parts: tuple[Part, ...]) -> tuple[Fill, ...]:
        return (*panel, TextFill("body", joined(parts, "body"), "numbered"))

    parts = numbered(body.steps, "body")
    return Content("activity", slide.title, (Arrangement("Activity", fills),), parts, countdown=body.minutes)


def _panel(slide: Slide, body: Activity, language: str) -> tuple[Fill, ...]:
    count, unit = minutes_apart(body.minutes, language)
    groups = body.groups[:1].upper() + body.groups[1:]
    found = [TextFill("groups", (plain_words(groups, slide.span),))] if groups else []
    found.append(TextFill("minutes", (plain_words(count, slide.span),), single=True))
    found.append(TextFill("unit", (plain_words(unit, slide.span),), single=True))
    if body.materials:
        listed = dotted([material.runs for material in body.materials])
        found.append(TextFill("materials", (Words(listed, body.materials[0].span),)))
    return tuple(found)
