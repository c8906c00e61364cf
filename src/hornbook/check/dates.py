"""Days since a contact or a source was looked at."""

from collections.abc import Iterator
from datetime import date, timedelta

from hornbook.diagnostics import Span
from hornbook.lesson.model import Lesson


def looked_at(lesson: Lesson) -> Iterator[tuple[str, str, date, Span]]:
    """What was checked or seen (`contact`, `source`), its id, the day, and where it stands. A check counts more than a look."""
    for contact in lesson.contacts:
        if (day := contact.checked_on or contact.seen_on) and (read := day_of(day)):
            yield "contact", contact.id, read, contact.span
    for source in lesson.sources:
        if (day := source.checked_on or source.seen_on) and (read := day_of(day)):
            yield "source", source.id, read, source.span


def day_of(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


_FOREVER = 1_000_000.0
"""Days; more than a calendar of four digits can be counted on."""


def turning_days(lesson: Lesson, contacts: float, sources: float) -> tuple[date, ...]:
    """The days on which something about dates begins or ceases to be true: the day itself, and the first one too late.

    The numbers say for how many days a look at a contact and at a source lasts.
    """
    turns: set[date] = set()
    for kind, _, day, _ in looked_at(lesson):
        lasting = timedelta(int(min(contacts if kind == "contact" else sources, _FOREVER)) + 1)
        turns |= {day} if day > date.max - lasting else {day, day + lasting}
    return tuple(sorted(turns))
