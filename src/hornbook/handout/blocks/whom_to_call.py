"""`help`: whom to call, large enough to read at arm's length."""

from hornbook.handout.blocks.kind import BlockKind, Option
from hornbook.handout.codes import code_blocks
from hornbook.handout.contacts import help_cells
from hornbook.handout.scope import Options, Scope
from hornbook.handout.words import fixed
from hornbook.lesson.model import Contact
from hornbook.plan.document import Block, Heading, HelpBox


def make(scope: Scope, options: Options) -> tuple[Block, ...]:
    chosen = shown(scope, options)
    if not chosen:
        return ()
    box = HelpBox(help_cells(chosen, scope))
    code = code_blocks(chosen, scope) if options["code"] else ()
    return (*((Heading(2, fixed("help", scope)),) if options["title"] else ()), box, *code)


def shown(scope: Scope, options: Options) -> tuple[Contact, ...]:
    """The contacts of the box."""
    most = int(float(str(options["most"])))
    return scope.lesson.contacts[:most] if most else scope.lesson.contacts


BLOCK = BlockKind(
    "help",
    "Whom to call; with `code`, also the QR code of the first page or chat.",
    make,
    {
        "most": Option("number", 0.0),
        "title": Option("flag", default=True),
        "code": Option("flag", default=False),
    },
)
