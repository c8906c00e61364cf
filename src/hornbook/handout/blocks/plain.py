"""`lines`, `text`, `rule`, `space` and `page-break`: what needs nothing of the lesson."""

from hornbook.handout.blocks.headings import words_of
from hornbook.handout.blocks.kind import BlockKind, Option
from hornbook.handout.scope import Options, Scope
from hornbook.plan.document import AnswerLines, Block, PageBreak, Rule, Words
from hornbook.source.runs import Run


def make_lines(scope: Scope, options: Options) -> tuple[Block, ...]:
    count = int(float(str(options["count"])))
    words = words_of(str(options["label"]), scope.language)
    return (AnswerLines(count, words, fill=bool(options["fill"])),)


def make_text(_: Scope, options: Options) -> tuple[Block, ...]:
    words = str(options["words"])
    return (Words((Run(words),), str(options["style"])),) if words else ()


def make_rule(_: Scope, __: Options) -> tuple[Block, ...]:
    return (Rule(),)


def make_break(_: Scope, __: Options) -> tuple[Block, ...]:
    return (PageBreak(),)


LINES = BlockKind(
    "lines",
    "Lines to write on.",
    make_lines,
    {"count": Option("number", 3.0), "label": Option("text", ""), "fill": Option("flag", default=False)},
)
TEXT = BlockKind(
    "text",
    "A paragraph in words of your own.",
    make_text,
    {"words": Option("text", ""), "style": Option("text", "body", ("body", "lead", "small"))},
)
RULE = BlockKind("rule", "A line across the page.", make_rule)
PAGE_BREAK = BlockKind("page-break", "What follows begins a page.", make_break)
