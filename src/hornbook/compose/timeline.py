"""`timeline`: dated events along a line, or a list with its dates at a tab stop."""

from msgspec.structs import replace

from hornbook.compose.content import Arrangement, Content, Fill, Part, TextFill, Words, joined, words
from hornbook.lesson.model import Event, Slide, Timeline
from hornbook.source.runs import Run


def timeline(slide: Slide, body: Timeline) -> Content:
    """One column for each event, and for long ones a list."""
    parts = tuple(_event(event, index) for index, event in enumerate(body.events))
    placed = Arrangement("Timeline", _placed, counted=True)
    return Content("timeline", slide.title, (placed, Arrangement("Timeline", _listed)), parts)


def _event(event: Event, index: int) -> Part:
    when, what = words(event.when), words(event.what)
    dated = tuple(replace(run, strong=True) for run in when.runs)
    row = Words((*dated, Run("\t"), *what.runs), event.span)
    return Part({"when": (when,), "what": (what,), "body": (row,)}, event.span, (), index)


def _placed(parts: tuple[Part, ...]) -> tuple[Fill, ...]:
    found: list[Fill] = []
    for number, part in enumerate(parts, start=1):
        found.append(TextFill(f"when{number}", part.slots["when"], "term", number - 1))
        found.append(TextFill(f"what{number}", part.slots["what"], "entry", number - 1, reveal="box"))
    return tuple(found)


def _listed(parts: tuple[Part, ...]) -> tuple[Fill, ...]:
    return (TextFill("body", joined(parts, "body"), "list", reveal="items"),)
