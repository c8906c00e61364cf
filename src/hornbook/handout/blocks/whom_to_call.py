"""`help`: whom to call, large enough to read at arm's length, and who checked it."""

from hornbook.handout.blocks.kind import BlockKind, Option
from hornbook.handout.contacts import checked_runs, help_cells
from hornbook.handout.scope import Options, Scope
from hornbook.handout.words import fixed
from hornbook.plan.document import Block, Heading, HelpBox


def make(scope: Scope, options: Options) -> tuple[Block, ...]:
    contacts = scope.lesson.contacts
    most = int(float(str(options["most"])))
    chosen = contacts[:most] if most else contacts
    if not chosen:
        return ()
    box = HelpBox(help_cells(chosen, scope), checked_runs(chosen, scope))
    return (Heading(2, fixed("help", scope)), box) if options["title"] else (box,)


BLOCK = BlockKind("help", "Whom to call.", make, {"most": Option("number", 0.0), "title": Option("flag", default=True)})
