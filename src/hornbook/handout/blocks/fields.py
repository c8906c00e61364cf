"""`fields`: name, date, class, each with a line."""

from hornbook.handout.blocks.kind import BlockKind, Option
from hornbook.handout.scope import Options, Scope, words_in
from hornbook.locale.words import phrase
from hornbook.plan.document import Block, FillField, FillFields
from hornbook.source.runs import Text

_PARTS = {"name": 5.0, "date": 2.5, "class": 2.5, "groups": 3.0}


def make(scope: Scope, options: Options) -> tuple[Block, ...]:
    """In a key a word of warning stands there: nobody writes a name on it, and nothing below it moves."""
    own = scope.lesson.print.fields
    if scope.answers and own != ():
        return (FillFields((FillField(phrase("keep_key", scope.language), 1.0, ruled=False),)),)
    if own is not None:
        return _own(own)
    wanted = words_in(options["show"])
    return (FillFields(tuple(FillField(phrase(name, scope.language), _PARTS[name]) for name in wanted)),)


def _own(asked: tuple[Text, ...]) -> tuple[Block, ...]:
    """What the lesson itself asks for (`print.fields`), the first with twice the room; nothing where it asks for nothing."""
    fields = tuple(FillField(text.plain, 2.5 if index else 5.0) for index, text in enumerate(asked))
    return (FillFields(fields),) if fields else ()


BLOCK = BlockKind(
    "fields",
    "Lines for name, date and class, or for what `print.fields` of the lesson asks for.",
    make,
    {"show": Option("words", ("name", "date", "class"), ("name", "date", "class"))},
)
