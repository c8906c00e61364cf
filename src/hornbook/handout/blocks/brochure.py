"""`brochure`: a leaflet folded in three, out of `print.brochure`."""

from hornbook.handout.blocks import whom_to_call
from hornbook.handout.blocks.facts import fact_blocks
from hornbook.handout.blocks.kind import BlockKind, Option
from hornbook.handout.blocks.lesson_parts import make_sources
from hornbook.handout.contacts import checked_runs
from hornbook.handout.scope import Options, Scope
from hornbook.handout.words import runs_of
from hornbook.locale.words import phrase
from hornbook.plan.document import AnswerLines
from hornbook.plan.sheets import Face, Folded, Said


def make(scope: Scope, options: Options) -> tuple[Folded, ...]:
    """The title outside, the parts in the order of reading, whom to call on the back."""
    given = scope.lesson.print.brochure or scope.lesson.print.fact_sheet
    blocks = fact_blocks(given, scope)
    if not blocks:
        return ()
    sources = make_sources(scope, {"columns": 1.0, "all": False})
    subtitle = runs_of(scope.lesson.subtitle, scope, blanks=False)
    cover = Face(
        (
            Said(runs_of(scope.lesson.title, scope, blanks=False), "display", 1),
            *((Said(subtitle, "lead"),) if subtitle else ()),
        )
    )
    spare = (AnswerLines(3, phrase("my_notes", scope.language), fill=True),)
    contacts = whom_to_call.shown(scope, options)
    checked = checked_runs(contacts, scope) if contacts else ()
    return (
        Folded(
            cover, blocks, whom_to_call.make(scope, {**options, "title": True, "code": True}), sources, spare, checked
        ),
    )


BLOCK = BlockKind("brochure", "A leaflet folded in three.", make, {"most": Option("number", 4.0)}, sheets=True)
