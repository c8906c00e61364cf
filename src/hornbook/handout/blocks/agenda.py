"""`agenda`: the sections with the time at which each begins."""

from hornbook.handout.blocks.kind import BlockKind
from hornbook.handout.scope import Options, Scope
from hornbook.handout.words import fixed, runs_of
from hornbook.locale import minutes_in_words, number_in
from hornbook.plan.document import Block, Heading, TableBlock
from hornbook.source.runs import Run

Row = tuple[tuple[Run, ...], ...]


def make(scope: Scope, _: Options) -> tuple[Block, ...]:
    """A row for each section; nothing where no section has a title."""
    rows: list[Row] = []
    at = 0.0
    for section in scope.lesson.sections:
        if section.title is None or not any(not slide.hidden for slide in section.slides):
            continue
        minutes = section.minutes or 0.0
        spent = (Run(number_in(minutes, scope.language)),) if minutes else ()
        rows.append(((Run(clock(at)),), runs_of(section.title, scope, blanks=False), spent))
        at += minutes
    if not rows:
        return ()
    if at:
        rows.append(((Run(clock(at)),), fixed("closing", scope), ()))
    head = Heading(2, fixed("agenda", scope), minutes_in_words(at, scope.language) if at else "")
    header = (fixed("time", scope), fixed("part", scope), fixed("minutes_head", scope))
    return (head, TableBlock(header, tuple(rows), numbers=(2,)))


def clock(minutes: float) -> str:
    """`0:07`: hours and minutes since the beginning."""
    whole = round(minutes)
    return f"{whole // 60}:{whole % 60:02d}"


BLOCK = BlockKind("agenda", "The parts of the lesson with their times.", make)
