"""A slide as blocks of words, where its picture would be too small to read."""

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from hornbook.locale.words import phrase
from hornbook.plan.deck import Deck
from hornbook.plan.document import (
    Block,
    Card,
    ColumnFlow,
    Heading,
    Keep,
    ListBlock,
    ListItem,
    Part,
    Side,
    TableBlock,
    Thumbnail,
    Words,
)
from hornbook.plan.page import Box, GroupBox, PictureBox, ShapeBox, TextBox
from hornbook.plan.structure import ARTIFACT
from hornbook.source.runs import Run
from hornbook.typeset.text import Paragraph

_COUNTED = ("number", "letter")
_APART = ("title", "source", "numeral")
"""Placeholders whose words are no part of what the slide says."""


def slide_blocks(deck: Deck, picture: Thumbnail, *, answers: bool, titled: bool, said: str = "") -> tuple[Block, ...]:
    """The slide's title where that is wanted, and its words but those that are `said` beside it.

    What a learner is to find out is left out, as it is in the picture, unless the document shows answers.
    """
    slide = deck.slides[picture.slide - 1]
    number = phrase("slide_number", deck.language, number=slide.number)
    head = (Heading(3, (Run(slide.title),), number),) if titled else ()
    shown = replace(picture, blanks=False, hidden=()) if answers else picture
    known = _squeezed(said)
    parts = [part for box in slide.boxes for part in _parts(box, shown)]
    return (*head, *_grouped([part for part in parts if _squeezed(_plain(part)) not in known]))


def runs_in(blocks: Sequence[Block]) -> Iterator[Run]:
    """All words of blocks, in order."""
    for block in blocks:
        match block:
            case Heading() | Words():
                yield from block.runs
            case ListBlock():
                yield from _item_runs(block.items)
            case TableBlock():
                for cells in (block.header, *block.rows):
                    yield from (run for cell in cells for run in cell)
            case Card() | Keep() | Part() | ColumnFlow():
                yield from runs_in(block.blocks)
            case Side():
                yield from runs_in((*block.left, *block.right))
            case _:
                pass


def _item_runs(items: Sequence[ListItem]) -> Iterator[Run]:
    for item in items:
        yield from (Run(item.label), *item.runs, *_item_runs(item.items))


def _parts(box: Box, picture: Thumbnail) -> Iterator[Words | ListItem]:
    match box:
        case TextBox(placeholder=placeholder) if placeholder in (*_APART, *picture.hidden):
            return
        case TextBox():
            yield from _joined(
                _part(paragraph, blanks=picture.blanks)
                for paragraph, tag in zip(box.paragraphs, box.tags, strict=True)
                if tag.element != ARTIFACT and paragraph.plain.strip()
            )
        case GroupBox(alt=alt) | PictureBox(alt=alt) if alt:
            yield Words((Run(alt),))
        case GroupBox():
            for inner in box.boxes:
                yield from _parts(inner, picture)
        case PictureBox() | ShapeBox():
            return


def _joined(parts: Iterable[Words | ListItem]) -> Iterator[Words | ListItem]:
    """Paragraphs of one box are lines of one paragraph: a number stays with its name."""
    before: Words | None = None
    for part in parts:
        if isinstance(part, Words):
            before = Words((*before.runs, Run("\n"), *part.runs)) if before else part
            continue
        if before:
            yield before
        before = None
        yield part
    if before:
        yield before


def _part(paragraph: Paragraph, *, blanks: bool) -> Words | ListItem:
    runs = tuple(
        replace(run, write_in=blanks and run.key, link="" if run.link.startswith("#") else run.link)
        for run in paragraph.runs
    )
    style = paragraph.style
    if not style.bullet:
        return Words(runs)
    return ListItem(runs, label=paragraph.label if style.bullet in _COUNTED else "")


def _plain(part: Words | ListItem) -> str:
    return "".join(run.text for run in part.runs if run.script != "super")


def _grouped(parts: Sequence[Words | ListItem]) -> Iterator[Block]:
    """Items that follow each other are one list."""
    items: list[ListItem] = []
    for part in parts:
        if isinstance(part, ListItem):
            items.append(part)
            continue
        if items:
            yield ListBlock(tuple(items))
            items = []
        yield part
    if items:
        yield ListBlock(tuple(items))


def _squeezed(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text).strip().casefold()
