"""`facts`: the blocks of `print.fact_sheet`; without them the lesson's statements, vocabulary and charts."""

from collections.abc import Sequence

from hornbook.handout.blocks.kind import BlockKind, Option
from hornbook.handout.bodies import chart_figure, meaning_runs, table_block
from hornbook.handout.scope import Options, Scope
from hornbook.handout.words import fixed, items_of, runs_of, source_numbers
from hornbook.lesson.model import Chart, PrintBlock, Statement
from hornbook.plan.document import Block, ColumnFlow, Heading, Keep, ListBlock, Part, Words

SHORT = 320
"""Letters of a list that stays in one column."""


def make(scope: Scope, options: Options) -> tuple[Block, ...]:
    """All blocks in columns; the order of the author is the order of reading."""
    blocks = fact_blocks(scope.lesson.print.fact_sheet, scope)
    count = int(float(str(options["columns"])))
    return (ColumnFlow(blocks, count),) if blocks and count > 1 else blocks


def fact_blocks(given: Sequence[PrintBlock], scope: Scope) -> tuple[Block, ...]:
    """What the author gave, or what the lesson has where there is nothing."""
    return tuple(block for part in given for block in _part(part, scope)) if given else _without(scope)


def _part(part: PrintBlock, scope: Scope) -> tuple[Block, ...]:
    """A heading with what belongs to it; a short list is not divided between columns."""
    heading = (*runs_of(part.heading, scope, blanks=False), *source_numbers(part.sources, scope))
    blocks: list[Block] = [Heading(3, heading)]
    blocks += [Words(runs_of(text, scope, blanks=False)) for text in part.text]
    if part.points:
        blocks.append(ListBlock(items_of(part.points, scope)))
    if part.table:
        blocks.append(table_block(part.table, scope))
    if part.chart:
        blocks.append(chart_figure(part.chart, scope))
    whole = part.points and sum(len(point.text.plain) for point in part.points) <= SHORT
    return (Part((Keep(tuple(blocks)),) if whole else tuple(blocks), part.heading.span),)


def _without(scope: Scope) -> tuple[Block, ...]:
    """What a lesson without words of its own for paper can say on one sheet."""
    slides = [slide for _, slide in scope.handout_slides()]
    blocks: list[Block] = []
    blocks += [Words(runs_of(slide.body.text, scope), "lead") for slide in slides if isinstance(slide.body, Statement)]
    if scope.lesson.vocabulary:
        blocks.append(Heading(3, fixed("vocabulary", scope)))
        blocks += [Words(meaning_runs(term.word, term.meaning, scope)) for term in scope.lesson.vocabulary]
    for slide in slides:
        if isinstance(slide.body, Chart):
            blocks += [Heading(3, runs_of(slide.title, scope, blanks=False)), chart_figure(slide.body, scope)]
    return tuple(blocks)


BLOCK = BlockKind(
    "facts",
    "The blocks of `print.fact_sheet`, or statements, vocabulary and charts.",
    make,
    {"columns": Option("number", 2.0)},
)
