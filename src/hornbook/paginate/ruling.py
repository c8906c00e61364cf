"""Lines to write on: ruled for a hand, never read aloud; what belongs on them is said by their label."""

from collections.abc import Sequence

from msgspec.structs import replace

from hornbook.paginate.headings import line
from hornbook.paginate.pieces import MUST_STAY, SHOULD_STAY, Piece, moved_all, on_grid, stacked
from hornbook.paginate.setting import Setter, set_words, text_piece
from hornbook.plan.document import AnswerLines, FillField, FillFields, RuledColumns
from hornbook.plan.page import Box, ShapeBox, Tag, TextBox
from hornbook.source.runs import Run
from hornbook.typeset.paragraphs import set_paragraphs, tie_last_words
from hornbook.typeset.text import Paragraph
from hornbook.units import Rect

WEIGHT = 0.6
COLOUR = "extra"
DROP = 2.0
"""A rule stands so far above the end of its line."""
CLEAR = 3.5
"""Written words stand so far above their rule."""
FEW = 8
"""So many lines stay together; more may go on to the next page."""
FIELD_HEIGHT = 24.0
FIELD_GAP = 16.0
LABEL_GAP = 6.0
UNDER = 1.5
"""A line stands so far below the baseline of its label."""


def answer_pieces(setter: Setter, block: AnswerLines, width: float, parent: int) -> tuple[Piece, ...]:
    """The label, and the lines or the frame below it; the label and the first two lines never part."""
    if not block.ruled:
        edge = ShapeBox(Rect(0.0, 0.0, width, block.count * block.pitch), "rect", stroke=COLOUR, stroke_width=WEIGHT)
        return (Piece(on_grid(block.count * block.pitch), (edge,)),)
    label = (
        set_words(setter, (Run(block.label),), setter.style("h3" if block.fill else "label"), width, parent=parent)
        if block.label
        else ()
    )
    written = written_lines(setter, block.answer, width, block.pitch, parent)
    count = max(block.count, len(written), 1 if block.fill else 0)
    ruled = with_fields(setter, ruled_lines(width, block.pitch, count, written), width, parent)
    if block.fill and not setter.variant.fillable:
        height, boxes = stacked([*label, *ruled])
        return (Piece(height, boxes, grow=block.pitch),)
    holds = [_hold(index, count) for index in range(count)]
    lines = [replace(piece, hold=hold) for piece, hold in zip(ruled, holds, strict=True)]
    if lines and not setter.variant.fillable:
        lines[-1] = replace(lines[-1], stretch=block.pitch)
    return (*(replace(piece, hold=MUST_STAY) for piece in label), *lines)


def _hold(index: int, count: int) -> int:
    if index >= count - 1:
        return 0
    if index == 0:
        return MUST_STAY
    return SHOULD_STAY if count <= FEW else 0


def ruled_lines(width: float, pitch: float, count: int, written: Sequence[Piece], left: float = 0.0) -> list[Piece]:
    """So many lines below one another, with what is written on the first of them."""
    rule = line(left, pitch - DROP, width - left, COLOUR, WEIGHT)
    boxes = [*(piece.boxes for piece in written), *([()] * (count - len(written)))]
    return [Piece(pitch, (*moved_all(words, left, 0.0), rule)) for words in boxes]


def with_fields(
    setter: Setter, lines: Sequence[Piece], width: float, parent: int, *, left: float = 0.0, about: str = ""
) -> list[Piece]:
    """The lines, each with a field of a form above its rule, where this copy is filled in on a screen."""
    if not setter.variant.fillable or setter.document.answers:
        return list(lines)
    about, count = about or setter.about, len(lines)
    row = Rect(left, 0.0, width - left, lines[0].height) if lines else Rect(0.0, 0.0, 0.0, 0.0)
    about_each = [f"{about} ({at}/{count})" if count > 1 else about for at in range(1, count + 1)]
    return [
        replace(each, boxes=(_writing(setter, parent, words, row), *each.boxes))
        for each, words in zip(lines, about_each, strict=True)
    ]


def _writing(setter: Setter, parent: int, about: str, row: Rect) -> ShapeBox:
    """Where something is typed: a box without an edge that stands on the rule."""
    element = setter.form_field(parent, about)
    return ShapeBox(Rect(row.left, row.top + DROP, row.width, row.height - 2 * DROP), "rect", element=element)


def written_lines(
    setter: Setter, answer: tuple[Run, ...], width: float, pitch: float, parent: int
) -> tuple[Piece, ...]:
    """The answer a line at a time, standing on the rules; pieces without boxes where the document shows none."""
    if not answer:
        return ()
    style = replace(setter.style("answer"), pitch=pitch)
    paragraph = Paragraph(tie_last_words(answer), style)
    lines = set_paragraphs((paragraph,), width, slack=0.0).lines
    if not setter.document.answers:
        return tuple(Piece(pitch) for _ in lines)
    tag = Tag(setter.structure.add("P", parent))
    down = pitch - DROP - CLEAR - lines[0].baseline
    return tuple(
        replace(piece, boxes=moved_all(piece.boxes, 0.0, down))
        for piece in (text_piece(paragraph, tag, lines[index : index + 1], width) for index in range(len(lines)))
    )


def field_pieces(setter: Setter, block: FillFields, width: float, parent: int) -> tuple[Piece, ...]:
    """Labels in one row, each with a line behind it that reaches to the next."""
    boxes: list[Box] = []
    for field, (left, each) in zip(block.fields, _places(block.fields, width), strict=True):
        boxes += _field(setter, field, left, each, parent)
    return (Piece(on_grid(FIELD_HEIGHT * setter.em), tuple(boxes)),)


def column_pieces(setter: Setter, block: RuledColumns, width: float, parent: int) -> tuple[Piece, ...]:
    """The labels with the first line under each, then the other rows; the last one may be repeated down the page."""
    places = _places(block.fields, width)
    labels: list[Box] = []
    top = 0.0
    for field, (left, each) in zip(block.fields, places, strict=True):
        height, boxes = stacked(set_words(setter, (Run(field.label),), setter.style("label"), each, parent=parent))
        labels += moved_all(boxes, left, 0.0)
        top = max(top, height)
    rules = tuple(line(left, block.pitch - DROP, each, COLOUR, WEIGHT) for left, each in places)
    grow = block.pitch if block.fill else 0.0
    typed = [_columns_typed(setter, block, places, parent, row) for row in range(max(2, block.rows))]
    first = Piece(top + block.pitch, (*labels, *moved_all((*typed[0], *rules), 0.0, top)), hold=MUST_STAY)
    rows = [Piece(block.pitch, (*boxes, *rules)) for boxes in typed[1:]]
    return (first, *rows[:-1], replace(rows[-1], grow=0.0 if setter.variant.fillable else grow))


def _columns_typed(
    setter: Setter, block: RuledColumns, places: Sequence[tuple[float, float]], parent: int, row: int
) -> tuple[ShapeBox, ...]:
    """The fields of a row, where this copy is filled in on a screen."""
    if not setter.variant.fillable:
        return ()
    return tuple(
        _writing(setter, parent, f"{field.label} ({row + 1})", Rect(left, 0.0, each, block.pitch))
        for field, (left, each) in zip(block.fields, places, strict=True)
    )


def _places(fields: Sequence[FillField], width: float) -> list[tuple[float, float]]:
    """Left edge and width of each field, with a gap between two."""
    room = width - FIELD_GAP * (len(fields) - 1)
    total = sum(field.part for field in fields)
    left, found = 0.0, list[tuple[float, float]]()
    for field in fields:
        each = room * field.part / total
        found.append((left, each))
        left += each + FIELD_GAP
    return found


def _field(setter: Setter, field: FillField, left: float, width: float, parent: int) -> list[Box]:
    words = set_words(setter, (Run(field.label),), setter.style("label"), width, parent=parent, snap=False)
    height, boxes = stacked(words)
    (text,) = (box for box in boxes if isinstance(box, TextBox))
    down = FIELD_HEIGHT * setter.em - height
    start = left + text.lines[0].right + LABEL_GAP * setter.em
    foot = down + text.lines[0].baseline + UNDER
    if not field.ruled:
        return [*moved_all(boxes, left, down)]
    rule = line(start, foot, max(0.0, left + width - start), "ink", WEIGHT)
    place = Rect(start, DROP, rule.rect.width, foot - DROP)
    typed = ShapeBox(place, "rect", element=setter.form_field(parent, field.label))
    return [*moved_all(boxes, left, down), *((typed,) if setter.variant.fillable else ()), rule]
