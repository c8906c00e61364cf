"""Numbers of the sources: first those cited in words, by first use in the deck, then those that only a source line names."""

from collections.abc import Iterable, Iterator

from hornbook.compose.content import ChartFill, CodeFill, Draft, Fill, IconFill, PictureFill, TableFill, TextFill
from hornbook.lesson.model import NoteList
from hornbook.source.runs import Run


def number_sources(drafts: Iterable[Draft]) -> dict[str, int]:
    """Source id to its number, counted from 1."""
    slides = tuple(drafts)
    order = dict.fromkeys(id for draft in slides for run in _runs(draft) for id in run.cite)
    order |= dict.fromkeys(id for draft in slides for id in draft.sources)
    return {id: number for number, id in enumerate(order, start=1)}


def _runs(draft: Draft) -> Iterator[Run]:
    """Every run that a slide shows, in reading order, then those of its notes."""
    content = draft.content
    yield from content.title.runs
    for fill in (fill for first in content.arrangements[:1] for fill in first.fills(content.parts)):
        yield from _runs_of_fill(fill)
    for block in (*draft.notes, *content.notes):
        texts = block.items if isinstance(block, NoteList) else (block.text,)
        for text in texts:
            yield from text.runs


def _runs_of_fill(fill: Fill) -> Iterator[Run]:
    match fill:
        case TextFill():
            for line in fill.words:
                yield from line.runs
        case TableFill():
            for row in (fill.table.header, *fill.table.rows):
                for cell in row:
                    yield from cell.runs
        case PictureFill() | IconFill() | CodeFill() | ChartFill():
            return
