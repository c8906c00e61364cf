"""Speaker notes as a deck holds them: paragraphs and list items, with their cue words in the lesson's language."""

from collections.abc import Iterator

from msgspec.structs import replace

from hornbook.compose.setting import Setting
from hornbook.lesson.model import Cue, NoteBlock, NoteList
from hornbook.lesson.model import NoteParagraph as Written
from hornbook.locale import phrase
from hornbook.plan.deck import NoteParagraph
from hornbook.source.runs import Run


def speaker_notes(blocks: tuple[NoteBlock, ...], part: int, setting: Setting) -> tuple[NoteParagraph, ...]:
    """The notes of the first part; later parts of a divided slide only say that it is continued."""
    if part > 1:
        return (NoteParagraph((Run(phrase("continued", setting.language)),)),) if blocks else ()
    return tuple(_paragraphs(blocks, setting))


def _paragraphs(blocks: tuple[NoteBlock, ...], setting: Setting) -> Iterator[NoteParagraph]:
    for block in blocks:
        match block:
            case Written():
                yield NoteParagraph(_runs(block.text.runs, setting), cue=cue_words(block.cue, setting.language))
            case NoteList():
                for item in block.items:
                    yield NoteParagraph(_runs(item.runs, setting), "number" if block.ordered else "disc")


def _runs(runs: tuple[Run, ...], setting: Setting) -> tuple[Run, ...]:
    """A key word is only emphasis in notes."""
    return tuple(replace(run, key=False, emphasis=True) if run.key else run for run in setting.resolved(runs))


def cue_words(cue: Cue, language: str) -> str:
    """`Watch for` and its like, in that language; empty where there is no cue."""
    return phrase(f"cue_{cue.replace(' ', '_')}", language) if cue else ""
