"""`tear-off`: a poster for a wall, with strips to take along."""

from msgspec.structs import replace

from hornbook.handout.blocks.kind import BlockKind
from hornbook.handout.contacts import checked_runs, for_the_foot
from hornbook.handout.numbers import Number, card_numbers
from hornbook.handout.scope import Options, Scope
from hornbook.handout.words import fixed, joined, runs_of
from hornbook.plan.sheets import Cells, FacePart, Said, TearOff


def make(scope: Scope, _: Options) -> tuple[TearOff, ...]:
    """Nothing where the lesson has nobody to call: then there is nothing to tear off."""
    numbers = card_numbers(scope.lesson.contacts, scope)
    if not numbers:
        return ()
    poster = scope.lesson.print.poster
    headline = runs_of(poster.headline, scope, blanks=False) if poster else ()
    lines = poster.lines if poster else ()
    head = (
        Said(headline or fixed("help", scope), "display", 1),
        *(Said(runs_of(line, scope, blanks=False), "lead") for line in lines),
    )
    foot = checked_runs(for_the_foot(scope.lesson.contacts), scope)
    return (TearOff(head, _below(numbers), _strip(numbers), foot),)


def _below(numbers: tuple[Number, ...]) -> tuple[FacePart, ...]:
    """The first number across, the others side by side below it."""
    first, *others = (_stack(number) for number in numbers)
    return (*first, Cells(tuple(others))) if others else first


def _stack(number: Number) -> tuple[Said, ...]:
    return (Said(number.label, "caption"), Said(number.value, "figure"))


def _strip(numbers: tuple[Number, ...]) -> tuple[Said, ...]:
    """The first number large, the others in a line below it."""
    first, *others = numbers
    rest = joined(
        tuple(
            joined((number.label, tuple(replace(run, strong=True) for run in number.value)), " ") for number in others
        ),
        " · ",
    )
    return (
        Said(first.label, "strip"),
        Said(first.value, "strip number"),
        *((Said(rest, "strip"),) if rest else ()),
    )


BLOCK = BlockKind("tear-off", "A poster with strips to tear off.", make, sheets=True)
