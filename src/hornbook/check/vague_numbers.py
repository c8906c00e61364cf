"""A number whose source does not say what was counted.

Estimated, detected, reported and prosecuted are four different things, and so are a town and the world. On a subject that needs care
(`care:`) the source of a number says its `year`, its `place`, its `kind` (estimate, detected, reported, prosecuted ...) and its `url`; without
an address, a `note` says where it was read. Laws and judgements (`kind: law`, `kind: court`) count nothing, and are left alone.

For instance:
    ncmec: {title: Reports by country, publisher: NCMEC}

Instead:
    ncmec: {title: Reports by country, publisher: NCMEC, year: 2023, place: United States, kind: reported, url: "https://..."}
"""

from collections.abc import Iterator

from hornbook.check.rule import Rule
from hornbook.check.subject import Subject
from hornbook.check.texts import texts
from hornbook.check.unsourced_numbers import claims_in
from hornbook.diagnostics import Diagnostic, Severity, warning
from hornbook.lesson.model import Chart, Lesson, Source

_NO_COUNTS = frozenset({"law", "court"})


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each source that stands behind a number and leaves something out."""
    if not subject.lesson.care:
        return
    behind = _behind_numbers(subject.lesson)
    for source in subject.lesson.sources:
        missing = _missing(source)
        if missing and source.id in behind and source.kind not in _NO_COUNTS:
            names = ", ".join(f"`{name}`" for name in missing)
            message = f'A number comes from "{source.id}", and the source has no {names}.'
            yield warning("HB529", message, source.span, "Say who counted what, when and where.")


def _missing(source: Source) -> list[str]:
    found = {"year": source.year, "place": source.place, "kind": source.kind, "url": source.url or source.note}
    return [name for name, words in found.items() if not words]


def _behind_numbers(lesson: Lesson) -> set[str]:
    """Ids of the sources of charts, and of those that stand in a text or on a slide with a number."""
    found: set[str] = set()
    for said in texts(lesson):
        if said.cited and said.place in {"slide", "print"} and claims_in(said.text.plain):
            cited = {id for run in said.text.runs for id in run.cite}
            found |= cited or set(said.slide.sources if said.slide else ())
    for slide in lesson.slides:
        if isinstance(slide.body, Chart):
            found |= set(slide.sources)
    return found


RULE = Rule("HB529", Severity.WARNING, find, __doc__)
