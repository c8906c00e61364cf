"""`slide`: each slide of the deck large enough to read, beside lines to write on."""

from hornbook.handout.alternatives import slide_alt
from hornbook.handout.blocks.kind import BlockKind, Option
from hornbook.handout.scope import Options, Scope
from hornbook.plan.deck import SlidePlan
from hornbook.plan.document import AnswerLines, Block, Keep, Side, Space, Thumbnail, Words
from hornbook.source.runs import Run

PICTURE = 0.55
GAP = 8.0
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
    picture = Thumbnail(plan.number, slide_alt(plan, scope.language))
    return Keep((Side((picture,), (label, AnswerLines(lines)), PICTURE),))


BLOCK = BlockKind("slides", "Every slide beside lines to write on.", make, {"lines": Option("number", 7.0)})
