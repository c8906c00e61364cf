"""The words around the body of a slide: its title with `(2 of 3)`, and the line of its sources."""

from collections.abc import Iterator

from msgspec.structs import replace

from hornbook.compose.content import Draft, TextFill, Words, emphasised
from hornbook.compose.setting import Setting
from hornbook.lesson.model import Source
from hornbook.locale import phrase
from hornbook.source.runs import Run

NO_BREAK = "\u00a0"


def title_fill(draft: Draft, part: int, parts: int, setting: Setting) -> TextFill:
    """The title of one slide of a draft; a key word is only emphasis, but in a statement it is marked."""
    title = draft.content.title
    if draft.content.kind != "statement":
        title = emphasised(title)
    runs = title.runs
    for number, count in (draft.question, (part, parts)):
        if count > 1:
            place = phrase("part_of", setting.language, part=number, parts=count).replace(" ", NO_BREAK)
            runs = (*runs, Run(f" ({place})"))
    return TextFill("title", (Words(runs, title.span),), "heading")


def plain_title(fill: TextFill, setting: Setting) -> str:
    """The words of a title with ordinary spaces and without the numbers of citations."""
    return (
        "".join(run.text for run in setting.resolved(fill.words[0].runs) if not run.script)
        .replace(NO_BREAK, " ")
        .strip()
    )


def source_fill(draft: Draft, setting: Setting) -> tuple[TextFill, ...]:
    """The source line, with shorter forms of it; empty where the slide has neither sources nor a credit."""
    sources = [setting.lesson.source(id) for id in draft.sources]
    credit = draft.content.credit
    if not sources and not credit:
        return ()
    lines = dict.fromkeys((_named(sources, full=True), _named(sources, full=False), _numbers(sources, setting)))
    first, *shorter = (_line(line, credit.runs if credit else ()) for line in lines)
    others = tuple((Words(line, draft.span),) for line in shorter)
    return (TextFill("source", (Words(first, draft.span),), "note", single=True, optional=True, shorter=others),)


def _line(line: str, credit: tuple[Run, ...]) -> tuple[Run, ...]:
    """Sources, then the credit of the picture."""
    named = (Run(line),) if line else ()
    gap = (Run(" · "),) if line and credit else ()
    return (*named, *gap, *(replace(run, key=False) for run in credit))


def _named(sources: list[Source], *, full: bool) -> str:
    """`Publisher, Title, year` of each; or only who and when."""
    return "; ".join(", ".join(_parts(source, full=full)) for source in sources)


def _parts(source: Source, *, full: bool) -> Iterator[str]:
    known = (source.publisher, source.title, source.year) if full else (source.publisher or source.title, source.year)
    return (part for part in known if part)


def _numbers(sources: list[Source], setting: Setting) -> str:
    numbers = ", ".join(str(number) for number in sorted(setting.numbers[source.id] for source in sources))
    return phrase("see_sources", setting.language, numbers=numbers) if sources else ""
