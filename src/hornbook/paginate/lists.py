"""Lists: L holds LI, LI holds its label and its words; a box to tick is drawn, and read with the item."""

from dataclasses import replace
from typing import Literal

from hornbook.paginate.pieces import MUST_STAY, SHOULD_STAY, Piece, held, indented, moved_all
from hornbook.paginate.ruling import CLEAR, DROP, ruled_lines, written_lines
from hornbook.paginate.setting import MEASURE, Setter, set_words, snapped
from hornbook.plan.document import ListBlock, ListItem, ListMark
from hornbook.plan.page import Box, ShapeBox, TextBox
from hornbook.plan.structure import ARTIFACT
from hornbook.typeset.paragraphs import natural_width
from hornbook.typeset.text import Bullet, Paragraph, ParagraphStyle
from hornbook.units import Rect

HANG = 18.0
"""From the label to the words, and how far a list stands in from the one above it."""
TICK = 9.0
ANSWER_PITCH = 24.0

_BULLETS: dict[ListMark, Bullet] = {
    "disc": "disc",
    "dash": "dash",
    "number": "number",
    "letter": "letter",
    "check": "",
    "answer": "",
}


def list_pieces(setter: Setter, block: ListBlock, width: float, parent: int) -> tuple[Piece, ...]:
    """The items below one another; an item stays with its answer lines."""
    made = _across(setter, block, width, parent) or _items(setter, block, block.items, block.mark, width, parent)
    made = snapped(made)
    return held(made, SHOULD_STAY) if block.together else _ends_held(made)


def _ends_held(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """No single line of a list is left behind or goes on alone."""
    ends = (0, len(pieces) - 2)
    return tuple(
        replace(piece, hold=max(piece.hold, SHOULD_STAY)) if index in ends and len(pieces) > 1 else piece
        for index, piece in enumerate(pieces)
    )


def _across(setter: Setter, block: ListBlock, width: float, parent: int) -> tuple[Piece, ...]:
    """Short choices side by side on one line, all equally wide; nothing where one of them is too long for that."""
    if block.mark != "answer" or len(block.items) < 2:
        return ()
    each = width / max(3, len(block.items))
    style = _style(setter, block, block.mark)
    bold = replace(style, bold=True)
    if any(item.items or natural_width(Paragraph(item.runs, bold)) > each - HANG for item in block.items):
        return ()
    element = setter.structure.add("L", parent)
    boxes: list[Box] = []
    height = 0.0
    for index, item in enumerate(block.items):
        (piece, *_) = _item(setter, block, item, block.mark, "", each, element)
        boxes += moved_all(piece.boxes, index * each, 0.0)
        height = max(height, piece.height)
    return (Piece(height, tuple(boxes)),)


def _items(
    setter: Setter, block: ListBlock, items: tuple[ListItem, ...], mark: ListMark, width: float, parent: int
) -> tuple[Piece, ...]:
    ordered = mark in ("number", "letter")
    element = setter.structure.add("L", parent, ordered=ordered)
    found: list[Piece] = []
    for index, item in enumerate(items):
        start = block.start if items is block.items else 1
        made = _item(setter, block, item, mark, _label(mark, index + start), width, element)
        gap = block.gap if index else 0.0
        found += (replace(made[0], before=made[0].before + gap), *made[1:]) if made else ()
    return tuple(found)


def _item(
    setter: Setter, block: ListBlock, item: ListItem, mark: ListMark, label: str, width: float, parent: int
) -> tuple[Piece, ...]:
    li = setter.structure.add("LI", parent)
    label_element = setter.structure.add("Lbl", li) if label or mark in ("disc", "dash") else ARTIFACT
    body = setter.structure.add("LBody", li)
    style = _style(setter, block, mark)
    right = item.right and setter.document.answers
    runs = tuple(replace(run, strong=True) for run in item.runs) if right else item.runs
    room = min(width, style.size * MEASURE + HANG)
    words = list(
        set_words(setter, runs, style, room, element=body, label=label, label_element=label_element, snap=False)
    )
    if words and (mark in ("check", "answer") or right):
        words[0] = replace(words[0], boxes=(*_drawn_mark(words[0], mark, filled=right), *words[0].boxes))
    written = written_lines(setter, item.answer, width - style.indent, ANSWER_PITCH, body)
    count = max(item.lines, len(written))
    below = ruled_lines(width, ANSWER_PITCH, count, written, style.indent)
    if below and runs:
        below[-1] = replace(below[-1], stretch=ANSWER_PITCH)
    if below and not runs:
        words, below = [], [_on_first_line(words, below[0]), *below[1:]]
    pieces = held((*words, *below), MUST_STAY) if below else tuple(words)
    if not item.items:
        return pieces
    inner = _items(setter, block, item.items, "dash" if mark != "letter" else mark, width - HANG, body)
    return (*pieces, *(indented(piece, HANG) for piece in inner))


def _on_first_line(words: list[Piece], ruled: Piece) -> Piece:
    """The label of an item without words, standing on its first line."""
    boxes = tuple(box for piece in words for box in piece.boxes)
    text = next(box for box in boxes if isinstance(box, TextBox))
    down = ANSWER_PITCH - DROP - CLEAR - text.lines[0].baseline
    return replace(ruled, boxes=(*moved_all(boxes, 0.0, down), *ruled.boxes))


def _style(setter: Setter, block: ListBlock, mark: ListMark) -> ParagraphStyle:
    style = setter.style(block.style)
    bullet = _BULLETS[mark]
    return replace(
        style, indent=HANG, hanging=HANG if bullet else 0.0, bullet=bullet, bullet_colour="voice", space_before=0.0
    )


def _label(mark: ListMark, number: int) -> str:
    match mark:
        case "number":
            return f"{number}."
        case "letter":
            return f"{chr(64 + number)}."
        case _:
            return ""


def _drawn_mark(piece: Piece, mark: ListMark, *, filled: bool) -> tuple[Box, ...]:
    """A box or a ring at the height of the first line's small letters."""
    text = next(box for box in piece.boxes if isinstance(box, TextBox))
    top = text.origin[1] + text.lines[0].baseline - TICK + 1.0
    left = -TICK - 4.0 if mark == "letter" else 0.0
    kind: Literal["rect", "ellipse"] = "rect" if mark == "check" else "ellipse"
    fill = "ink" if filled else ""
    return (ShapeBox(Rect(left, top, TICK, TICK), kind, fill=fill, stroke="ink", stroke_width=0.8),)
