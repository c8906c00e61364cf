"""Sections with their slides, and the minutes that they take."""

from msgspec.structs import replace

from hornbook.lesson import keys
from hornbook.lesson.bodies import Shared
from hornbook.lesson.model import Section, Slide
from hornbook.lesson.reading import Reading
from hornbook.lesson.slides import read_slide
from hornbook.source.nodes import MapNode, Node


def read_sections(reading: Reading, root: MapNode, shared: Shared) -> tuple[Section, ...]:
    """The sections for this audience; those left empty disappear. A lesson with `slides:` has one without a title."""
    if "sections" in root and "slides" in root:
        message = "A lesson has `sections` or `slides`, not both."
        reading.error("HB215", message, root.key_span("slides"), "Move the slides into a section.")
    sections_node, slides_node = root.get("sections"), root.get("slides")
    if sections_node is None and slides_node is None:
        place = root.key_span("sections") if "sections" in root else root.key_span("slides")
        reading.error(
            "HB215",
            "A lesson needs at least one slide.",
            place,
            "Write slides: and below it - {title: ..., points: [...]}.",
        )
        return ()
    found: tuple[Section, ...] = ()
    if sections_node is not None:
        items = enumerate(reading.items(sections_node, "A list of sections"), 1)
        read = (_section(reading, node, number, shared) for number, node in items)
        found = tuple(section for section in read if section is not None)
    if slides_node is not None:
        slides = _slides(reading, slides_node, 1, shared)
        found = (*found, _timed(Section(None, None, slides, slides_node.span))) if slides else found
    if not found:
        _tell_empty(reading, root)
    return found


def _tell_empty(reading: Reading, root: MapNode) -> None:
    """Nothing is left for an audience, although there are slides for others."""
    if reading.audience and not reading.found.has_errors:
        key = "sections" if "sections" in root else "slides"
        reading.error(
            "HB215",
            f'There is no slide for "{reading.audience}".',
            root.key_span(key),
            "Delete the audience, or write a slide for it.",
        )


def _section(reading: Reading, node: Node, number: int, shared: Shared) -> Section | None:
    fields = reading.mapping(node, keys.SECTION, "a section")
    if fields is None:
        return None
    wanted = reading.wanted(fields)
    title = reading.needed_text(fields, "title", "A section", "title")
    minutes = reading.minutes(fields.get("minutes"))
    slides = _slides(reading, reading.need(fields, "slides", "A section"), number, shared)
    if title is None or not slides or not wanted:
        return None
    return _timed(Section(title, minutes, slides, fields.span))


def _slides(reading: Reading, node: Node | None, section: int, shared: Shared) -> tuple[Slide, ...]:
    """The slides of a section; their numbers count those for other audiences as well, so that an id stays."""
    items = enumerate(reading.items(node, "A list of slides"), 1)
    slides = (read_slide(reading, item, f"s{section}-{number}", shared) for number, item in items)
    return tuple(slide for slide in slides if slide is not None)


def _timed(section: Section) -> Section:
    """A section's minutes are its own, or the sum of its slides'; hidden slides take none."""
    if section.minutes is not None:
        return section
    known = [slide.minutes for slide in section.slides if slide.minutes is not None and not slide.hidden]
    return replace(section, minutes=sum(known)) if known else section


def check_duration(reading: Reading, duration: float | None, node: Node | None, sections: tuple[Section, ...]) -> None:
    """The minutes of the sections fit into the lesson's."""
    total = sum(section.minutes or 0.0 for section in sections)
    if duration is None or node is None or total <= duration:
        return
    who = f' for "{reading.audience}"' if reading.audience else ""
    message = (
        f"The sections{who} add up to {total:g} minutes, {total - duration:g} more than the {duration:g} of `duration`."
    )
    parts = ", ".join(f"{section.minutes:g}" for section in sections if section.minutes)
    reading.error(
        "HB218", message, node.span, f"The sections take {parts} minutes: shorten some, or the lesson is longer."
    )
