"""`tear-off`: a poster for a wall, with strips to take along."""

from msgspec.structs import replace

from hornbook.handout.blocks.kind import BlockKind, Option
from hornbook.handout.codes import Code, code_of
from hornbook.handout.contacts import checked_runs, for_the_foot
from hornbook.handout.numbers import Number, card_numbers
from hornbook.handout.scope import Options, Scope
from hornbook.handout.words import fixed, joined, runs_of
from hornbook.plan.sheets import Cells, Drawn, FacePart, Said, TearOff


def make(scope: Scope, options: Options) -> tuple[TearOff, ...]:
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
    shown = for_the_foot(scope.lesson.contacts)
    code = code_of(shown, scope) if options["code"] else None
    return (TearOff(head, _below(numbers, code), _strip(numbers), checked_runs(shown, scope)),)


def _below(numbers: tuple[Number, ...], code: Code | None) -> tuple[FacePart, ...]:
    """The first number across; below it the others side by side, and last the code with the address to type."""
    first, *others = (_stack(number) for number in numbers)
    if code:
        return (*first, Cells((*others, (Drawn(code.figure), Said(code.address, "strip"))), fitted=True))
    return (*first, Cells(tuple(others))) if others else first


def _stack(number: Number) -> tuple[Said, ...]:
    return (Said(number.label, "caption"), Said(number.value, "figure"))


def _strip(numbers: tuple[Number, ...]) -> tuple[Said, ...]:
    """The first number large, each of the others on a line below it."""
    first, *others = numbers
    rest = joined(
        tuple(
            joined((number.label, tuple(replace(run, strong=True) for run in number.value)), " ") for number in others
        ),
        "\n",
    )
    return (
        Said(first.label, "strip"),
        Said(first.value, "strip number"),
        *((Said(rest, "strip"),) if rest else ()),
    )


BLOCK = BlockKind(
    "tear-off",
    "A poster with strips to tear off; with `code`, also the QR code of the page or chat behind its number.",
    make,
    {"code": Option("flag", default=False)},
    sheets=True,
)
