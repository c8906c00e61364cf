"""Parts of the lesson that stand by themselves: objectives, content note, vocabulary, materials, sources."""

from hornbook.handout.blocks.kind import BlockKind, Option
from hornbook.handout.bodies import meaning_runs
from hornbook.handout.scope import Options, Scope
from hornbook.handout.words import fixed, joined, runs_of, template, texts_as_items
from hornbook.lesson.model import Source
from hornbook.locale.words import minutes_in_words
from hornbook.plan.document import Block, Card, ColumnFlow, Heading, ListBlock, ListItem, Words
from hornbook.source.runs import Run
from hornbook.tags import LEFT_TO_RIGHT, is_leftward
from hornbook.typeset.bidi import has_leftward

_ENDS = (".", "?", "!", "…", "？", "！", "。", "؟")
_QUOTES = "\"'”’»」』"


def make_objectives(scope: Scope, _: Options) -> tuple[Block, ...]:
    items = texts_as_items(scope.lesson.objectives, scope)
    if not items:
        return ()
    served = tuple((Run(standard),) for standard in scope.lesson.standards)
    line = (Words(template("standards_line", scope, list=joined(served, "; ")), "small"),) if served else ()
    return (Heading(2, fixed("objectives", scope)), ListBlock(items, "check"), *line)


def make_content_note(scope: Scope, _: Options) -> tuple[Block, ...]:
    note = scope.lesson.content_note
    if note is None:
        return ()
    return (Card((Words(fixed("content_note", scope), "h4", keep=True), Words(runs_of(note, scope))), "light"),)


def make_vocabulary(scope: Scope, _: Options) -> tuple[Block, ...]:
    terms = scope.lesson.vocabulary
    if not terms:
        return ()
    return (
        Heading(2, fixed("vocabulary", scope)),
        *(Words(meaning_runs(term.word, term.meaning, scope)) for term in terms),
    )


def make_materials(scope: Scope, options: Options) -> tuple[Block, ...]:
    items = texts_as_items(scope.lesson.print.materials, scope)
    return (Heading(2, fixed("materials", scope)), _in_columns(ListBlock(items, "check"), options)) if items else ()


def _in_columns(block: ListBlock, options: Options) -> Block:
    columns = int(float(str(options["columns"])))
    return ColumnFlow((block,), columns) if columns > 1 else block


def make_disclosure(scope: Scope, _: Options) -> tuple[Block, ...]:
    items = texts_as_items(scope.lesson.print.disclosure, scope)
    if not items:
        return ()
    return (Heading(2, fixed("disclosure", scope)), Card((ListBlock(items, "number", together=True),), "cream"))


def make_opt_out(scope: Scope, _: Options) -> tuple[Block, ...]:
    task = scope.lesson.print.opt_out
    if task is None:
        return ()
    minutes = minutes_in_words(task.minutes, scope.language) if task.minutes else ""
    title = (*fixed("opt_out", scope), Run(": "), *runs_of(task.title, scope))
    return (Heading(2, title, minutes), ListBlock(texts_as_items(task.steps, scope), "number", together=True))


def make_sources(scope: Scope, options: Options) -> tuple[Block, ...]:
    """The sources that the document has cited so far, by number; or all of the lesson's."""
    numbers = scope.cites.numbers if scope.cites else {}
    if options["all"]:
        for source in scope.lesson.sources:
            numbers.setdefault(source.id, len(numbers) + 1)
    if not numbers:
        return ()
    items = tuple(ListItem(_source(scope.lesson.source(id), scope)) for id in numbers)
    return (Heading(3, fixed("sources", scope)), _in_columns(ListBlock(items, "number", style="source"), options))


def _source(source: Source, scope: Scope) -> tuple[Run, ...]:
    """A source in its own language, which keeps its order and its full stop where lines run from right to left."""
    parts = [part for part in (source.publisher, source.year) if part]
    title = source.title if source.title.rstrip(_QUOTES).endswith(_ENDS) else f"{source.title}."
    words = f"{title} {', '.join(parts)}." if parts else title
    turned = is_leftward(scope.language) and not has_leftward(words)
    return (Run(f"{LEFT_TO_RIGHT}{words}{LEFT_TO_RIGHT}" if turned else words),)


OBJECTIVES = BlockKind(
    "objectives", "What learners will be able to do, to tick, and the standards that it serves.", make_objectives
)
CONTENT_NOTE = BlockKind("content-note", "The note before a lesson that may be hard.", make_content_note)
VOCABULARY = BlockKind("vocabulary", "Words and what they mean.", make_vocabulary)
MATERIALS = BlockKind(
    "materials", "What to bring, to tick (`print.materials`).", make_materials, {"columns": Option("number", 1.0)}
)
DISCLOSURE = BlockKind("disclosure", "What to do if someone tells you (`print.disclosure`).", make_disclosure)
OPT_OUT = BlockKind("opt-out", "What someone does who does not stay (`print.opt_out`).", make_opt_out)
SOURCES = BlockKind(
    "sources",
    "Where what is said comes from.",
    make_sources,
    {"columns": Option("number", 1.0), "all": Option("flag", default=False)},
)
