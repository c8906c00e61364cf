"""Blocks become pieces, each kind by its own module; the space between two blocks is decided here."""

from collections.abc import Iterator, Sequence
from typing import assert_never

from msgspec.structs import replace

from hornbook.diagnostics import Span
from hornbook.paginate.cards import card_pieces, help_pieces
from hornbook.paginate.figures import as_table, can_be_drawn, chart_pieces, figure_pieces, thumbnail_pieces
from hornbook.paginate.headings import heading_pieces, rule_pieces
from hornbook.paginate.large import as_records
from hornbook.paginate.lists import list_pieces
from hornbook.paginate.pieces import (
    GRID,
    MAY_PART,
    MUST_STAY,
    RATHER_STAY,
    SHOULD_STAY,
    ColumnSet,
    Item,
    NewPage,
    Piece,
    held,
    indented,
    on_grid,
    stacked,
    with_more_lines,
)
from hornbook.paginate.ruling import answer_pieces, column_pieces, field_pieces
from hornbook.paginate.setting import MEASURE, Setter, set_words
from hornbook.paginate.tables import is_too_narrow, table_pieces
from hornbook.plan.document import (
    AnswerLines,
    Block,
    Card,
    ChartFigure,
    ColumnFlow,
    Figure,
    FillFields,
    Foot,
    Heading,
    HelpBox,
    Keep,
    ListBlock,
    PageBreak,
    Part,
    Rule,
    RuledColumns,
    Side,
    Space,
    TableBlock,
    Thumbnail,
    Words,
)
from hornbook.plan.structure import ARTIFACT
from hornbook.source.runs import Run
from hornbook.typeset.paragraphs import min_width, tie_last_words
from hornbook.typeset.text import Paragraph

GUTTER = 24.0
"""Between columns, and between the two stacks of a side-by-side row."""

NARROWEST = 110.0
"""Words in a booklet stand below others rather than in a column narrower than this."""


def flow(setter: Setter, blocks: Sequence[Block], width: float, parent: int = 0) -> tuple[Item, ...]:
    """The blocks below one another, with the space that belongs between them."""
    items: list[Item] = []
    before: Block | None = None
    room = 0.0
    for block, span in _with_spans(blocks, None):
        if isinstance(block, Space):
            room += block.height
            continue
        made = _block_items(setter, block, width, parent)
        made = _spaced(made, setter.room(space_between(before, block)) + room, rule=ruled_off(before))
        if isinstance(block, AnswerLines) and not block.label and items:
            items[-1] = _held_to_lines(items[-1], before)
        items.extend(made if span is None else _from(made, span))
        if made:
            before, room = block, 0.0
    return tuple(items)


def _held_to_lines(item: Item, block: Block | None) -> Item:
    """What stands above lines without a label says what belongs on them; a card may part from them sooner than between its steps."""
    if not isinstance(item, Piece):
        return item
    return replace(item, hold=max(item.hold, RATHER_STAY if isinstance(block, Card) else SHOULD_STAY))


def _with_spans(blocks: Sequence[Block], span: Span | None) -> Iterator[tuple[Block, Span | None]]:
    """The blocks with the place in the outline that each comes from, where that is known."""
    for block in blocks:
        if isinstance(block, Part):
            yield from _with_spans(block.blocks, block.span)
        else:
            yield block, span


def _from(items: Sequence[Item], span: Span) -> tuple[Item, ...]:
    return tuple(_item_from(item, span) for item in items)


def _item_from(item: Item, span: Span) -> Item:
    match item:
        case Piece():
            return item if item.span else replace(item, span=span)
        case ColumnSet():
            return replace(item, pieces=tuple(each if each.span else replace(each, span=span) for each in item.pieces))
        case NewPage():
            return item
        case _:
            assert_never(item)


def pieces(setter: Setter, blocks: Sequence[Block], width: float, parent: int) -> tuple[Piece, ...]:
    """The blocks as pieces alone: columns are laid one under the other, and page breaks are left out."""
    found: list[Piece] = []
    for item in flow(setter, blocks, width, parent):
        match item:
            case Piece():
                found.append(item)
            case ColumnSet():
                found.extend(item.pieces)
            case NewPage():
                pass
    return tuple(found)


def _spaced(items: Sequence[Item], space: float, *, rule: bool) -> tuple[Item, ...]:
    if not items or isinstance(items[0], NewPage):
        return tuple(items)
    first = replace(items[0], before=space)
    if isinstance(first, Piece) and not rule:
        first = replace(first, above=())
    return (first, *items[1:])


def ruled_off(before: Block | None) -> bool:
    """Whether a section may stand under a rule: not where lines for name and date stand right above it."""
    return not isinstance(before, FillFields)


def space_between(before: Block | None, block: Block) -> float:
    """Space above a block that follows another one; of what is kept together, the first and the last block count."""
    while isinstance(block, Keep | Part) and block.blocks:
        block = block.blocks[0]
    while isinstance(before, Keep | Part) and before.blocks:
        before = before.blocks[-1]
    match before, block:
        case None, _:
            return 0.0
        case FillFields(), ColumnFlow():
            return 24.0
        case _, ColumnFlow(blocks=(Heading(level=2), *_)):
            return 32.0
        case Heading(level=2), _:
            return 8.0
        case Heading(), Words(keep=True) | Words(style="cued"):
            return 8.0
        case Heading(), Words() | ListBlock() | ColumnFlow() | AnswerLines() | ChartFigure():
            return 0.0
        case Heading(), Side() | Card() | TableBlock() | HelpBox():
            return 8.0
        case Words(keep=True), _:
            return 0.0
        case Words(style="letter"), Side(left=(Words(style="letter"), *_)):
            return 8.0
        case Figure(side=side), _ if side:
            return 0.0
        case Rule(cut=True), _:
            return 0.0
        case FillFields(), FillFields():
            return 8.0
        case FillFields(), ListBlock():
            return 8.0
        case FillFields(), _:
            return 24.0
        case _, Foot():
            return 24.0
        case _, Heading(level=2):
            return 32.0
        case _, ColumnFlow(blocks=(Heading(level=2), *_)):
            return 24.0
        case _, Heading(level=3):
            return 16.0
        case Side() | Card() | HelpBox() | TableBlock() | ColumnFlow(), _:
            return 16.0
        case _, Side() | Card() | HelpBox() | TableBlock() | ColumnFlow() | Figure() | Thumbnail():
            return 16.0
        case AnswerLines(), AnswerLines(fill=True, label=""):
            return 0.0
        case _, AnswerLines(fill=True):
            return 16.0
        case _, AnswerLines():
            return 0.0
        case AnswerLines(), _:
            return 16.0
        case _:
            return 8.0


def _block_items(setter: Setter, block: Block, width: float, parent: int) -> tuple[Item, ...]:
    match block:
        case Heading():
            return heading_pieces(setter, block, width, parent)
        case Words():
            return _words(setter, block, width, parent)
        case ListBlock():
            return list_pieces(setter, block, width, parent)
        case TableBlock():
            return _table(setter, block, width, parent)
        case ColumnFlow():
            return _columns(setter, block, width, parent)
        case Side():
            return _side(setter, block, width, parent)
        case AnswerLines():
            return answer_pieces(setter, block, width, parent)
        case FillFields():
            return field_pieces(setter, block, width, parent)
        case Card():
            div = setter.structure.add("Div", parent)
            return card_pieces(setter, block, width, lambda inner: pieces(setter, block.blocks, inner, div))
        case Thumbnail():
            return thumbnail_pieces(setter, block, width, parent)
        case Figure():
            return figure_pieces(setter, block, width, parent)
        case ChartFigure():
            return _chart(setter, block, width, parent)
        case HelpBox():
            return help_pieces(setter, block, width, parent)
        case Keep():
            return held(pieces(setter, block.blocks, width, parent), SHOULD_STAY)
        case Foot():
            height, boxes = stacked(pieces(setter, block.blocks, width, parent))
            return (Piece(height, boxes, sinks=True),) if boxes else ()
        case RuledColumns():
            return column_pieces(setter, block, width, parent)
        case Rule():
            return rule_pieces(block, width)
        case PageBreak():
            return (NewPage(),)
        case Part():
            return flow(setter, (block,), width, parent)
        case Space():
            return ()
        case _:
            assert_never(block)


def _words(setter: Setter, block: Words, width: float, parent: int) -> tuple[Piece, ...]:
    style = setter.style(block.style)
    parts = set_words(
        setter, tie_last_words(block.runs), style, min(width, style.indent + style.size * MEASURE), parent=parent
    )
    if not block.keep or not parts:
        return parts
    return (*held(parts, SHOULD_STAY)[:-1], replace(parts[-1], hold=MUST_STAY))


def _table(setter: Setter, block: TableBlock, width: float, parent: int) -> tuple[Item, ...]:
    """The table; on a narrow page row by row, where its columns would be narrower than their words."""
    if setter.is_narrow and is_too_narrow(setter, block, width):
        return flow(setter, as_records(block), width, parent)
    return table_pieces(setter, block, width, parent)


def _chart(setter: Setter, block: ChartFigure, width: float, parent: int) -> tuple[Item, ...]:
    """The chart; on a narrow page its numbers, where the labels have no room beside the marks."""
    if setter.is_narrow and not can_be_drawn(setter, block, width):
        return flow(setter, (*as_table(block),), width, parent)
    return chart_pieces(setter, block, width, parent)


def _columns(setter: Setter, block: ColumnFlow, width: float, parent: int) -> tuple[Item, ...]:
    if setter.variant.booklet:
        return flow(setter, block.blocks, width, parent)
    each = (width - GUTTER * (block.count - 1)) / block.count
    inner = pieces(setter, block.blocks, each, parent)
    lefts = tuple(index * (each + GUTTER) for index in range(block.count))
    return (ColumnSet(inner, lefts),) if inner else ()


def _side(setter: Setter, block: Side, width: float, parent: int) -> tuple[Piece, ...]:
    """The left stack is one with as much of the right one as stands beside it; the rest of the right one flows on.

    Lines to write on may be added beside a picture where they end the right stack, and it is the taller one.
    """
    left_width = _left_width(setter, block, width - GUTTER)
    pictured = any(isinstance(each, Thumbnail | Figure | ChartFigure) for each in block.left)
    if setter.variant.booklet and not pictured and min(left_width, width - GUTTER - left_width) < NARROWEST:
        return pieces(setter, (*block.left, *block.right), width, parent)
    left = pieces(setter, block.left, left_width, parent)
    offset = left_width + GUTTER
    if not left:
        return tuple(indented(piece, offset) for piece in pieces(setter, block.right, width - offset, parent))
    right = tuple(indented(piece, offset) for piece in pieces(setter, block.right, width - offset, parent))
    height, boxes = stacked(left)
    beside, rest = _beside(right, height)
    if pictured and not rest:
        beside = _down_to(beside, height)
    right_height, right_boxes = stacked(beside)
    hold = (
        beside[-1].hold if beside and (rest or not pictured) else MAY_PART
    )  # what a heading is about stands beside it
    stretch = beside[-1].stretch if pictured and beside and not rest and right_height >= height else 0.0
    first = Piece(max(height, right_height), (*boxes, *right_boxes), hold=hold, stretch=stretch)
    if block.again:
        again = indented(_again(setter, block.again, width - offset), offset)
        rest = tuple(replace(piece, repeat=piece.repeat or again) for piece in rest)
    last = rest[-1:] if pictured else tuple(replace(piece, stretch=0.0) for piece in rest[-1:])
    return (first, *(replace(piece, stretch=0.0) for piece in rest[:-1]), *last)


def _again(setter: Setter, words: str, width: float) -> Piece:
    height, boxes = stacked(set_words(setter, (Run(words),), setter.style("label"), width, element=ARTIFACT))
    return Piece(on_grid(height + GRID), boxes)


def _down_to(beside: tuple[Piece, ...], height: float) -> tuple[Piece, ...]:
    """Lines to write on that end a stack beside a picture go on to the picture's foot."""
    if not beside or not beside[-1].stretch:
        return beside
    *others, last = beside
    spare = height - stacked(beside)[0]
    return (*others, with_more_lines(last, int(spare / last.stretch + 0.001), last.stretch))


def _left_width(setter: Setter, block: Side, room: float) -> float:
    """What the block asks for; beside a drawing with a size of its own, all that it and the words around it leave, at least half."""
    side = max((each.side for each in block.right if isinstance(each, Figure)), default=0.0)
    if not side:
        return room * block.left_width
    words = [tie_last_words(setter.runs(each.runs)) for each in block.right if isinstance(each, Words)]
    styles = [setter.style(each.style) for each in block.right if isinstance(each, Words)]
    least = [min_width(Paragraph(*each)) + 0.1 for each in zip(words, styles, strict=True)]
    return max(room / 2, room - max([side, *least]))


def _beside(right: Sequence[Piece], height: float) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The pieces that begin beside a stack of that height, with all that must stay with them; and the others."""
    y, count = 0.0, 0
    while count < len(right) and (y < height or (count and right[count - 1].hold >= MUST_STAY)):
        y += (right[count].before if count else 0.0) + right[count].height
        count += 1
    return tuple(right[:count]), tuple(right[count:])
