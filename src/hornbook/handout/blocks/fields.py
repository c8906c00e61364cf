"""`fields`: name, date, class, each with a line."""

from hornbook.handout.blocks.kind import BlockKind, Option
from hornbook.handout.scope import Options, Scope
from hornbook.locale.words import phrase
from hornbook.plan.document import Block, FillField, FillFields

NO_CLASS = frozenset(
    {"adults", "community", "families", "family", "neighbors", "neighbours", "parents", "public", "staff"}
)
"""Audiences that are in no class, and are not asked for one."""

_PARTS = {"name": 5.0, "date": 2.5, "class": 2.5, "groups": 3.0}


def make(scope: Scope, options: Options) -> tuple[Block, ...]:
    wanted = options["show"]
    assert isinstance(wanted, tuple)
    if scope.lesson.audience.casefold() in NO_CLASS:
        wanted = tuple(name for name in wanted if name != "class")
    return (FillFields(tuple(FillField(phrase(name, scope.language), _PARTS[name]) for name in wanted)),)


BLOCK = BlockKind(
    "fields",
    "Lines for name, date and class.",
    make,
    {"show": Option("words", ("name", "date", "class"), ("name", "date", "class"))},
)
