"""`slides` and `slide-sheets`: the slides of the deck beside lines to write on, or whole pages of them."""

from hornbook.handout.alternatives import quiz_answers, thumbnail
from hornbook.handout.blocks.kind import BlockKind, Option
from hornbook.handout.scope import Options, Scope
from hornbook.plan.deck import SlidePlan
from hornbook.plan.document import AnswerLines, Block, Keep, Part, Side, Space, Words
from hornbook.plan.sheets import SlideSheets
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
    rows = [_row(scope, plan, lines) for plan in shown_slides(scope)]
    return tuple(block for row in rows for block in (row, Space(GAP)))[:-1]


def make_sheets(scope: Scope, options: Options) -> tuple[SlideSheets, ...]:
    """The same slides so many across and down a page, with lines below each where they are wanted."""
    across, down = (max(1, int(float(str(options[name])))) for name in ("across", "down"))
    lines = int(float(str(options["lines"])))
    slides = tuple(thumbnail(plan, scope.language, hidden=quiz_answers(plan)) for plan in shown_slides(scope))
    return (SlideSheets(slides, across, down, lines),) if slides else ()


def shown_slides(scope: Scope) -> tuple[SlidePlan, ...]:
    """Slides of the deck that neither the deck nor the handouts hide."""
    hidden = {slide.id for slide in scope.lesson.slides if not slide.in_handouts}
    slides = scope.deck.slides if scope.deck else ()
    return tuple(plan for plan in slides if not plan.hidden and plan.source_id not in hidden)


def _row(scope: Scope, plan: SlidePlan, lines: int) -> Block:
    label = Words((Run(f"{plan.number}"),), "label", keep=True)
    picture = thumbnail(plan, scope.language, hidden=quiz_answers(plan))
    row = Keep((Side((picture,), (label, AnswerLines(lines)), PICTURE),))
    return Part((row,), plan.span) if plan.span else row


BLOCK = BlockKind(
    "slides", "Every slide beside lines to write on.", make, {"lines": Option("number", 6.0)}, shows="slides"
)
SHEETS = BlockKind(
    "slide-sheets",
    "Every slide, several to a page.",
    make_sheets,
    {"across": Option("number", 2.0), "down": Option("number", 2.0), "lines": Option("number", 0.0)},
    sheets=True,
    shows="slides",
)
