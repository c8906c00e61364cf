"""`fields`: name, date, class, each with a line."""

from hornbook.handout.blocks.kind import BlockKind, Option
from hornbook.handout.scope import Options, Scope, words_in
from hornbook.locale.words import phrase
from hornbook.plan.document import Block, FillField, FillFields

_PARTS = {"name": 5.0, "date": 2.5, "class": 2.5, "groups": 3.0}


def make(scope: Scope, options: Options) -> tuple[Block, ...]:
    """In a key a word of warning stands there: nobody writes a name on it, and nothing below it moves."""
    if scope.answers:
        return (FillFields((FillField(phrase("keep_key", scope.language), 1.0, ruled=False),)),)
    wanted = words_in(options["show"])
    return (FillFields(tuple(FillField(phrase(name, scope.language), _PARTS[name]) for name in wanted)),)


BLOCK = BlockKind(
    "fields",
    "Lines for name, date and class.",
    make,
    {"show": Option("words", ("name", "date", "class"), ("name", "date", "class"))},
)
