"""`letter`: the words of `print.letter`, paragraph by paragraph."""

from hornbook.handout.blocks.kind import BlockKind
from hornbook.handout.scope import Options, Scope
from hornbook.handout.words import runs_of
from hornbook.plan.document import Block, Words


def make(scope: Scope, _: Options) -> tuple[Block, ...]:
    return tuple(Words(runs_of(text, scope, blanks=False)) for text in scope.lesson.print.letter)


BLOCK = BlockKind("letter", "The paragraphs of `print.letter`.", make)
