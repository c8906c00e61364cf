"""A document for large print: one column, no limit of pages, words in place of small pictures, larger cards.

Sources: the guidelines of the American Council of the Blind (2022) and of the American Printing House for the Blind: 18 pt and
larger, headings of 22 and 20 pt, ranged left, one column, no italics.
"""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from msgspec.structs import replace

from hornbook.lesson.variants import Variant
from hornbook.paginate.setting import RULING
from hornbook.paginate.slide_words import slide_blocks
from hornbook.plan.deck import Deck
from hornbook.plan.document import (
    AnswerLines,
    Block,
    Card,
    ColumnFlow,
    Document,
    Figure,
    FillFields,
    Heading,
    Keep,
    ListBlock,
    Part,
    Side,
    Space,
    TableBlock,
    Thumbnail,
    Words,
)
from hornbook.plan.sheets import (
    CardSheets,
    Cells,
    Drawn,
    FacePart,
    Folded,
    Said,
    SheetBlock,
    SheetCard,
    SlideSheets,
    TearOff,
)
from hornbook.source.runs import Run

DOT = " · "
"""Between the ways to get help on one line."""
MANY = 3
"""Lines to write on after which every second one is left out: they are farther apart."""
TALLEST = 0.36
"""Height of a picture above the words that it stood beside, of the width of the page."""
HALF_A_PAGE = ((1, 2), (1, 1))
"""Cards grow to half a page, and to a whole one where their words need it."""


def in_large_print(document: Document, deck: Deck | None, variant: Variant) -> Document:
    """The document as it is set in large print."""
    whole = tuple(part for sheet in document.sheets for part in _larger(sheet, document.head.kicker))
    flat = tuple(block for sheet in document.sheets for block in _unfolded(sheet))
    setting = _Setting(document, deck, RULING[variant.large])
    tone = document.head.tone if document.head.tone != "slim" else "line"
    return replace(
        document,
        blocks=_with_lines_held(tuple(setting.blocks((*document.blocks, *flat)))),
        sheets=whole,
        head=replace(document.head, tone=tone),
        help_line=each_on_a_line(document.help_line),
        page_limit=0,
        sheet_sides=False,
        duplex="DuplexFlipLongEdge" if flat else document.duplex,
    )


def _larger(sheet: SheetBlock, kicker: str) -> Iterator[SheetBlock]:
    """The sheets that stay whole, with larger parts."""
    match sheet:
        case CardSheets(stock="wallet"):
            cards = tuple(_cut_card(card, sheet.foot, kicker) for card in sheet.cards)
            yield replace(sheet, cards=cards, stock="cut", grids=HALF_A_PAGE, foot=())
        case CardSheets():
            yield replace(sheet, grids=HALF_A_PAGE)
        case TearOff():
            yield replace(sheet, below=tuple(_code_alone(part) for part in sheet.below))
        case Folded() | SlideSheets():
            return


def _code_alone(part: FacePart) -> FacePart:
    """Beside large numbers an address in large print has no room: the code leads there, and a listener hears where."""
    if not isinstance(part, Cells):
        return part
    cells = (tuple(each for each in cell if isinstance(each, Drawn)) or cell for cell in part.cells)
    return replace(part, cells=tuple(cells))


def _cut_card(card: SheetCard, foot: tuple[Run, ...], kicker: str) -> SheetCard:
    """A card that has no margin of card stock around it: what stands there stands on the card."""
    back = replace(card.back, parts=(*card.back.parts, Said(foot, "label"))) if card.back and foot else card.back
    return SheetCard(replace(card.front, foot=(Run(kicker),)), back)


def each_on_a_line(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Ways to get help below one another: a line ends behind each number, where a dot was."""
    before = (Run(""), *runs[:-1])
    return tuple(Run("\n") if run.text == DOT and last.strong else run for last, run in zip(before, runs, strict=False))


def _unfolded(sheet: SheetBlock) -> tuple[Block, ...]:
    """What flows as blocks: a leaflet that is not folded, slides as their words."""
    match sheet:
        case Folded():
            return (*sheet.blocks, *sheet.back, *sheet.sources)
        case SlideSheets():
            return sheet.slides
        case CardSheets() | TearOff():
            return ()


def _with_lines_held(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Words do not part from the lines below them."""
    return tuple(
        replace(block, keep=True) if isinstance(block, Words) and isinstance(below, AnswerLines) else block
        for block, below in zip_longest(blocks, blocks[1:])
    )


class _Setting:
    """What the blocks of one document have in common."""

    def __init__(self, document: Document, deck: Deck | None, pitch: float) -> None:
        self._document = document
        self._deck = deck
        self._pitch = pitch

    def blocks(self, blocks: Sequence[Block]) -> Iterator[Block]:
        """The blocks one below the other."""
        for block in blocks:
            match block:
                case Side():
                    yield from self._stacked(block)
                case ColumnFlow():
                    yield from self.blocks(block.blocks)
                case Thumbnail():
                    yield from self._picture(block)
                case FillFields():
                    yield from _rows(block)
                case AnswerLines():
                    fewer = min(block.count, max(MANY, block.count // 2)) if block.ruled else block.count
                    yield replace(block, pitch=self._pitch, count=fewer)
                case Keep():
                    yield from self.blocks(block.blocks)
                case Card() | Part():
                    yield replace(block, blocks=_with_lines_held(tuple(self.blocks(block.blocks))))
                case Space():
                    pass
                case _:
                    yield block

    def _picture(self, block: Thumbnail, *, titled: bool = True, beside: Sequence[Block] = ()) -> tuple[Block, ...]:
        if self._deck is None:
            return ()
        return slide_blocks(self._deck, block, answers=self._document.answers, titled=titled, beside=beside)

    def _stacked(self, side: Side) -> Iterator[Block]:
        """One stack below the other, the heading of the right one first; what both would say is said once."""
        right = tuple(self.blocks(side.right))
        heading = right[:1] if right and isinstance(right[0], Heading) else ()
        yield from heading
        pictures = tuple(each for each in right if isinstance(each, Figure) and not each.side)
        yield from (_smaller(each) for each in pictures)
        right = tuple(each for each in right if each not in pictures)
        if _is_match(side):
            yield Keep((*side.left, *side.right))
            return
        for block in side.left:
            if isinstance(block, Thumbnail):
                yield from self._picture(block, titled=not heading, beside=right)
                right = tuple(each for each in right if not _is_number(each, block))
            else:
                yield from self.blocks((block,))
        yield from right[len(heading) :]


def _smaller(picture: Figure) -> Figure:
    """A picture that stood beside words, above them: half the width at most, and no higher than leaves room for them."""
    space = picture.drawing.space
    return replace(picture, width=min(picture.width, 0.5, TALLEST * space.width / space.height), keep=True)


def _is_match(side: Side) -> bool:
    """Whether what stands on one side is looked for on the other."""
    return all(isinstance(each, ListBlock) for each in (*side.left, *side.right))


def _is_number(block: Block, picture: Thumbnail) -> bool:
    """The number beside a picture, which stands in the heading where there is no picture."""
    return isinstance(block, Words) and block.style == "label" and block.runs == (Run(f"{picture.slide}"),)


def _rows(block: FillFields) -> Iterator[Block]:
    """The first field on a line of its own, two of the others on each line after it."""
    first, *others = block.fields
    yield FillFields((first,))
    for index in range(0, len(others), 2):
        yield FillFields(tuple(others[index : index + 2]))


def as_records(block: TableBlock) -> tuple[Block, ...]:
    """A table that is too wide, row by row: each begins with its first cell, and every cell says which column it is of."""
    caption = (Words(_strong(block.caption), keep=True), Space(8.0)) if block.caption else ()
    return (*caption, *(Keep(tuple(_record(block, row))) for row in block.rows))


def _record(block: TableBlock, row: tuple[tuple[Run, ...], ...]) -> Iterator[Block]:
    """Lines close below one another; an empty cell has nothing to say."""
    heads = block.header or ((),) * len(row)
    lines = [
        (*head, *((Run(": "),) if any(run.text for run in head) else ()), *cell)
        for head, cell in zip(heads, row, strict=True)
        if cell
    ]
    for index, line in enumerate(lines):
        yield Words(line if index else _strong(line), keep=index < len(lines) - 1)


def _strong(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    return tuple(replace(run, strong=True) for run in runs)
