"""`slide`: each slide of the deck large enough to read, beside lines to write on."""

from hornbook.handout.alternatives import quiz_answers, thumbnail
from hornbook.handout.blocks.kind import BlockKind, Option
from hornbook.handout.scope import Options, Scope
from hornbook.plan.deck import SlidePlan
from hornbook.plan.document import AnswerLines, Block, Keep, Part, Side, Space, Words
from hornbook.source.runs import Run

PICTURE = 0.58
"""The picture is as tall as its number and six lines."""
GAP = 32.0
"""Added to the space between rows, so that three of them fill a page."""


def make(scope: Scope, options: Options) -> tuple[Block, ...]:
    """Every slide of the deck that is shown, automatic ones too: three of them and their lines fill a page."""
    if scope.deck is None:
        return ()
    lines = int(float(str(options["lines"])))
    shown = [plan for plan in scope.deck.slides if not plan.hidden]
    hidden = {slide.id for slide in scope.lesson.slides if not slide.in_handouts}
    rows = [_row(scope, plan, lines) for plan in shown if plan.source_id not in hidden]
    return tuple(block for row in rows for block in (row, Space(GAP)))[:-1]


def _row(scope: Scope, plan: SlidePlan, lines: int) -> Block:
    label = Words((Run(f"{plan.number}"),), "label", keep=True)
    picture = thumbnail(plan, scope.language, hidden=quiz_answers(plan))
    row = Keep((Side((picture,), (label, AnswerLines(lines)), PICTURE),))
    return Part((row,), plan.span) if plan.span else row


BLOCK = BlockKind("slides", "Every slide beside lines to write on.", make, {"lines": Option("number", 6.0)})
