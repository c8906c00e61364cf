"""A source that nothing refers to.

It will stand on the sources slide of nobody: only cited sources are listed. Either a claim has lost its source, or the
source can go.

For instance:
    sources: {law: {title: The law}, old: {title: An older law}}
    slides: [{title: The law has three parts, points: ["One [@law]"]}]

Instead:
    sources: {law: {title: The law}}
"""

from collections.abc import Iterator

from hornbook.check.rule import Rule
from hornbook.check.subject import Subject
from hornbook.check.texts import texts
from hornbook.diagnostics import Diagnostic, Severity, note
from hornbook.lesson.model import Lesson, Timeline


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A note for each source whose id is in no text and beside no slide of any audience's lesson seen here."""
    used = set(_used(subject.lesson))
    for source in subject.lesson.sources:
        if (
            source.id not in used
            and f"@{source.id}" not in source.span.file.text
            and not _named(source.id, source.span.file.text)
        ):
            message = f'Nothing refers to the source "{source.id}".'
            yield note(
                "HB525", message, source.span, f"Cite it, as in [@{source.id}] or `source: {source.id}`, or delete it."
            )


def _used(lesson: Lesson) -> Iterator[str]:
    for slide in lesson.slides:
        yield from slide.sources
        if isinstance(slide.body, Timeline):
            yield from (id for event in slide.body.events for id in event.sources)
    for block in (*lesson.print.fact_sheet, *lesson.print.brochure):
        yield from block.sources
    for said in texts(lesson):
        yield from (id for run in said.text.runs for id in run.cite)


def _named(id: str, outline: str) -> bool:
    """Whether a part for another audience names it."""
    return any("source:" in line and id in line.split("source:", 1)[1] for line in outline.split("\n"))


RULE = Rule("HB525", Severity.NOTE, find, __doc__)
