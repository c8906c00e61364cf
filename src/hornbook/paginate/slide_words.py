"""A slide as blocks of words, where its picture would be too small to read."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

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
from hornbook.plan.page import Box, GroupBox, PictureBox, ShapeBox, TableContent, TextBox
from hornbook.plan.printing import printed_boxes
from hornbook.plan.structure import ARTIFACT
from hornbook.source.runs import Run
from hornbook.typeset.text import Paragraph

_COUNTED = ("number", "letter")
_APART = ("title", "source", "numeral")
"""Placeholders whose words are no part of what the slide says."""
_UNIT = "unit"
"""The placeholder whose word belongs to the number before it."""
_CHOICE = "choice"
"""With a number after it: the placeholder of one of the choices of a question."""

DASHES = "____"
"""How a line to write on ends on a slide, at the least."""

_Said = Words | ListItem | TableBlock


def slide_blocks(
    deck: Deck, picture: Thumbnail, *, answers: bool, titled: bool, beside: Sequence[Block] = ()
) -> tuple[Block, ...]:
    """The slide's title where that is wanted, and its words but the paragraphs that stand `beside` it as well.

    What a learner is to find out is left out, as it is in the picture, unless the document shows answers.
    """
    slide = deck.slides[picture.slide - 1]
    number = phrase("slide_number", deck.language, number=slide.number)
    head = (Heading(3, (Run(slide.title),), number),) if titled else ()
    shown = replace(picture, blanks=False, hidden=()) if answers else picture
    known = {_squeezed(text) for text in _texts_in(beside)}
    parts = _with_neighbours([(box, part) for box in printed_boxes(slide) for part in _parts(box, shown)])
    return (*head, *_grouped([part for part in parts if not _is_known(part, known)]))


def _is_known(part: _Said, known: set[str]) -> bool:
    """Whether all lines or cells of it are said beside the slide."""
    if isinstance(part, TableBlock):
        return all(_squeezed(_text(cell)) in known for row in (part.header, *part.rows) for cell in row)
    text = _text(part.runs)
    return _squeezed(text) in known or all(_squeezed(line) in known for line in text.split("\n"))


def _texts_in(blocks: Sequence[Block]) -> Iterator[str]:
    """Each paragraph, each item and each cell of blocks, and what stands at the end of a heading."""
    for block in blocks:
        match block:
            case Heading(aside=aside):
                yield from (_text(block.runs), *aside.split(" · "))
            case Words():
                yield _text(block.runs)
            case ListBlock():
                yield from _item_texts(block.items)
            case TableBlock():
                yield from (_text(cell) for cells in (block.header, *block.rows) for cell in cells)
            case Card() | Keep() | Part() | ColumnFlow():
                yield from _texts_in(block.blocks)
            case Side():
                yield from _texts_in((*block.left, *block.right))
            case _:
                pass


def _item_texts(items: Sequence[ListItem]) -> Iterator[str]:
    for item in items:
        yield from (item.label, _text(item.runs), *_item_texts(item.items))


def _with_neighbours(parts: Sequence[tuple[Box, _Said]]) -> list[_Said]:
    """The parts, a number and what it counts as one, and a choice behind the letter that the layout draws beside it."""
    found: list[_Said] = []
    for box, part in parts:
        key = box.placeholder if isinstance(box, TextBox | GroupBox) else ""
        before = found[-1] if found else None
        match part, before:
            case Words(runs=runs), Words() if key == _UNIT:
                found[-1] = Words((*before.runs, Run(" "), *runs))
            case Words(runs=runs), _ if key.removeprefix(_CHOICE).isdigit():
                found.append(ListItem(runs, label=f"{chr(64 + int(key.removeprefix(_CHOICE)))}."))
            case _:
                found.append(part)
    return found


def _parts(box: Box, picture: Thumbnail) -> Iterator[_Said]:
    match box:
        case TextBox(placeholder=placeholder) if placeholder in (*_APART, *picture.hidden):
            return
        case TextBox():
            yield from _joined(
                _part(paragraph, blanks=picture.blanks)
                for paragraph, tag in zip(box.paragraphs, box.tags, strict=True)
                if tag.element != ARTIFACT and paragraph.plain.strip()
            )
        case GroupBox(native=TableContent() as table):
            yield _table(table, blanks=picture.blanks)
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
    style = paragraph.style
    runs = _runs(paragraph, blanks=blanks)
    if not style.bullet:
        return Words(tuple(replace(run, strong=run.strong or style.bold) for run in runs))
    return ListItem(runs, label=paragraph.label if style.bullet in _COUNTED else "")


def _runs(paragraph: Paragraph, *, blanks: bool) -> tuple[Run, ...]:
    return tuple(
        replace(
            part, write_in=part.write_in or (blanks and part.key), link="" if part.link.startswith("#") else part.link
        )
        for run in paragraph.runs
        for part in _with_line(run)
    )


def _with_line(run: Run) -> tuple[Run, ...]:
    """A line to write on, where the slide only shows that there is one on paper."""
    if not run.text.endswith(DASHES):
        return (run,)
    return (replace(run, text=run.text.rstrip("_")), Run("", write_in=True))


def _table(table: TableContent, *, blanks: bool) -> TableBlock:
    cells = tuple(
        tuple(tuple(run for each in cell for run in _runs(each, blanks=blanks)) for cell in row) for row in table.cells
    )
    header = cells[:1] if table.header else ()
    return TableBlock(header[0] if header else (), cells[len(header) :], row_headers=table.row_headers)


def _text(runs: Sequence[Run]) -> str:
    return "".join(run.text for run in runs if run.script != "super")


def _grouped(parts: Sequence[_Said]) -> Iterator[Block]:
    """Items that follow each other are one list; what is bold, or stands above a table, stays with what follows."""
    items: list[ListItem] = []
    for part, after in zip_longest(parts, parts[1:]):
        if isinstance(part, ListItem):
            items.append(part)
            if not isinstance(after, ListItem):
                yield ListBlock(tuple(items), "number" if any(each.label for each in items) else "disc")
                items = []
        elif isinstance(part, Words) and (isinstance(after, TableBlock) or (after and _is_bold(part))):
            yield replace(part, keep=True)
        else:
            yield part


def _is_bold(words: Words) -> bool:
    return all(run.strong for run in words.runs if run.text)


def _squeezed(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text).strip().casefold()
