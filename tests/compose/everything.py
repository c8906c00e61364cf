"""A lesson with all that a slide can hold, in every amount that has a layout of its own: what is true of it is true of decks."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from msgspec.structs import replace

from compose.lessons import (
    at,
    chart,
    choice_question,
    contact,
    draw_png,
    every_body,
    item,
    lesson,
    match_question,
    notes,
    picture,
    points,
    section,
    short_question,
    slide,
    source,
    table,
    term,
    text,
    true_false_question,
)
from hornbook.lesson.model import (
    Body,
    Choice,
    Column,
    Compare,
    Define,
    Discuss,
    Event,
    Help,
    ImageBody,
    Lesson,
    Quiz,
    Quote,
    Scenario,
    Series,
    Slide,
    Statement,
    Steps,
    Timeline,
)

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30" width="40" height="30">'
    '<circle cx="20" cy="15" r="12" fill="#0A6E68"/></svg>'
)
WITH_PICTURES = ("points", "statement", "quote", "scenario", "discuss", "activity", "define")
MARKED = "A ==key word==, **strong**, *soft*, `code`, H~2~O, x^2^, [a link](https://example.org/a) and a source [@usgs]"
NOTES = notes("Say: it begins", "Ask: what *next*?", ["Wait", "Take **two** answers"])


@cache
def everything(folder: Path) -> Lesson:
    """The lesson; its pictures are drawn into the folder."""
    (folder / "drawing.svg").write_text(SVG, "utf-8")
    shown = picture(draw_png(folder / "glass.png", 400, 300), width=400, height=300)
    drawn = picture(folder / "drawing.svg", kind="svg", alt="", decorative=True)
    parts = {
        "Every kind": _every_kind(),
        "With pictures": _with_pictures(shown),
        "In every amount": _amounts(),
        "Too much": _too_much(),
        "Pictures": (
            slide("A glass", ImageBody(), picture=shown),
            slide("A drawing", ImageBody(), picture=drawn),
            slide("A backup", points("Only if asked"), hidden=True),
        ),
    }
    return lesson(
        title=text("All that there is"),
        subtitle=text("Water and its ways"),
        level=text("Grades 6 to 8"),
        duration=45.0,
        authors=("A. Teacher",),
        content_note=text("Some of it is about floods."),
        objectives=(text("Say where rain comes from."), text("Find **one** path of a drop.")),
        vocabulary=(term("vapour"), term("cloud")),
        contacts=(contact("a"), contact("b", url="https://example.org/chat")),
        sources=(source("usgs"), source("noaa", publisher="NOAA")),
        opening=("title", "content_note", "objectives", "agenda"),
        closing=("vocabulary", "sources", "help"),
        sections=tuple(section(title, *_named(title, slides), minutes=7.0) for title, slides in parts.items()),
    )


def _named(part: str, slides: tuple[Slide, ...]) -> Iterator[Slide]:
    for number, one in enumerate(slides, start=1):
        yield replace(one, id=f"{part}-{number}", title=text(f"{one.title.plain} ({part}, number {number})"))


def _every_kind() -> tuple[Slide, ...]:
    bodies = [*every_body().items(), ("points", points(item(MARKED, MARKED), MARKED))]
    return tuple(
        slide(f"About {kind}", body, reveal=True, notes=NOTES, sources=("usgs", "noaa")) for kind, body in bodies
    )


def _with_pictures(shown: object) -> tuple[Slide, ...]:
    bodies = every_body()
    seen = tuple(slide(f"Seen with {kind}", bodies[kind], picture=shown) for kind in WITH_PICTURES)
    icons = tuple(slide(f"An icon with {kind}", bodies[kind], icon="cloud-rain") for kind in WITH_PICTURES)
    return (*seen, *icons)


def _amounts() -> tuple[Slide, ...]:
    return tuple(slide(f"As much as {place}", body) for place, body in enumerate(_bodies(), start=1))


def _bodies() -> Iterator[Body]:
    for count in range(1, 8):
        yield Help(tuple(contact(f"c{number}") for number in range(count)))
        yield Discuss(tuple(text("Where is water hidden?") for _ in range(count)))
        yield Define(tuple(term("vapour") for _ in range(count)))
    for count in range(2, 10):
        yield Steps(tuple(item("Warm it", "Use the sun") for _ in range(count)))
        yield Timeline(tuple(Event(text("June 1790"), text("A map of rain"), (), at(9)) for _ in range(count)))
    for count in range(2, 7):
        choices = tuple(Choice(text(f"Choice {number}"), number == 1) for number in range(count))
        yield Quiz((replace(choice_question(), choices=choices),))
    for column_count in (2, 3):
        yield Compare(tuple(Column(text("Rain"), points("Falls", "Stays").items) for _ in range(column_count)))
    yield Quiz((choice_question(), short_question(), match_question(), true_false_question()))
    yield from _charts()


def _charts() -> Iterator[Body]:
    """Every type, for one series and for two, with and without its note."""
    two = (
        Series("Rain", (610.0, 702.0, 655.5), ("610", "702", "655.5")),
        Series("Snow", (80.0, None, 120.0), ("80", "", "120")),
    )
    for type in ("bar", "column", "line", "pie", "stacked"):
        yield chart(type, note=text("Measured at one place"))
        yield chart(type, unit="%", highlight=())
        if type != "pie":
            yield chart(type, series=two, highlight=("Rain",))


def _too_much() -> tuple[Slide, ...]:
    """What goes on to further slides."""
    long = "Water rises when it is warm and falls again when it is cold, as rain or as snow"
    many = tuple(item(f"{number} {long}", long) for number in range(9))
    told = tuple(text(long) for _ in range(4))
    bodies: tuple[Body, ...] = (
        points(*many),
        Steps(many),
        table(30),
        Compare(tuple(Column(text("Rain"), many) for _ in range(2))),
        Scenario(told, told, told),
        Statement(text(long)),
        Quote(text(f"{long}. {long}."), text("A saying")),
        Timeline(tuple(Event(text(f"June {1790 + number}"), text(long), (), at(9)) for number in range(8))),
        Define(tuple(term("vapour", f"{long}, {long}") for _ in range(6))),
    )
    return tuple(slide(f"Too much of it {place}", body, reveal=True) for place, body in enumerate(bodies, start=1))
