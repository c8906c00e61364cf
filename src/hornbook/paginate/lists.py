"""Lists: L holds LI, LI holds its label and its words; a box to tick is drawn, and read with the item."""

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from hornbook.paginate.pieces import MUST_STAY, RATHER_STAY, SHOULD_STAY, Piece, held, indented, moved_all, stacked
from hornbook.paginate.ruling import CLEAR, DROP, ruled_lines, with_fields, written_lines
from hornbook.paginate.setting import MEASURE, Setter, set_words, snapped
from hornbook.plan.document import ListBlock, ListItem, ListMark
from hornbook.plan.page import Box, ShapeBox, Tag, TextBox
from hornbook.plan.structure import ARTIFACT
from hornbook.source.runs import Run
from hornbook.typeset.paragraphs import natural_width, tie_last_words
from hornbook.typeset.text import Bullet, Paragraph, ParagraphStyle
from hornbook.units import Rect

HANG = 18.0
"""From the label to the words, and how far a list stands in from the one above it."""
LABEL_GAP, NUMBER_GAP = 12.0, 5.0
WIDEST_LABEL = 0.4
"""Part of the width that labels of the author's own may take."""
TICK = 9.0

_BULLETS: dict[ListMark, Bullet] = {
    "disc": "disc",
    "dash": "dash",
    "number": "number",
    "letter": "letter",
    "check": "",
    "answer": "",
}


class Place(Struct, frozen=True):
    """Where the items of one level go: their list, their mark, their width, the element above."""

    setter: Setter
    block: ListBlock
    mark: ListMark
    width: float
    parent: int
    hang: float
    """From the label to the words."""
    asked: str = ""
    """The words before the list: what is chosen from it."""


def list_pieces(setter: Setter, block: ListBlock, width: float, parent: int) -> tuple[Piece, ...]:
    """The items below one another; an item stays with its answer lines."""
    block = _labels_above(setter, block, width)
    place = Place(setter, block, block.mark, width, parent, _hang(setter, block, width), setter.about)
    made = _across(place) or _items(place, block.items)
    made = snapped(made)
    if block.together:
        return held(made, SHOULD_STAY)
    return held(_ends_held(made), RATHER_STAY) if _asks_for_words(block) else _ends_held(made)


def _asks_for_words(block: ListBlock) -> bool:
    """Whether it is terms or dates with lines for what belongs to them: seen together, they are told apart."""
    return all(item.label and item.lines and not item.runs for item in block.items)


def _hang(setter: Setter, block: ListBlock, width: float) -> float:
    """Room for the longest label of the author's own: a term, a date."""
    longest = _longest_label(setter, block)
    if longest:
        return min(longest + LABEL_GAP * setter.em, width * WIDEST_LABEL)
    style = setter.style(block.style)
    last = _label(block.mark, block.start + len(block.items) - 1)
    least = natural_width(Paragraph((Run(f"{last} "),), style))
    return max(HANG * setter.em, least, _widest_label(block, style) + NUMBER_GAP * setter.em)


def _widest_label(block: ListBlock, style: ParagraphStyle) -> float:
    """Of its numbers or letters: a 10 may be wider than the 12 at the end."""
    plain = replace(style, indent=0.0, hanging=0.0)
    labels = (_label(block.mark, block.start + index) for index in range(len(block.items)))
    return max((natural_width(Paragraph((Run(label),), plain)) for label in labels if label), default=0.0)


def _longest_label(setter: Setter, block: ListBlock) -> float:
    style = setter.style(block.style)
    return max((natural_width(Paragraph((Run(each.label),), style)) for each in block.items if each.label), default=0.0)


def _labels_above(setter: Setter, block: ListBlock, width: float) -> ListBlock:
    """Where a label is too long to stand before its lines, all of the list stand above them, as words that may break."""
    if _longest_label(setter, block) <= width * WIDEST_LABEL:
        return block
    items = tuple(replace(each, runs=each.runs or (Run(each.label),), label="") for each in block.items)
    return replace(block, items=items, mark="disc" if block.mark == "number" else block.mark)


def _ends_held(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """No single line of a list is left behind or goes on alone."""
    ends = (0, len(pieces) - 2)
    return tuple(
        replace(piece, hold=max(piece.hold, SHOULD_STAY)) if index in ends and len(pieces) > 1 else piece
        for index, piece in enumerate(pieces)
    )


def _across(place: Place) -> tuple[Piece, ...]:
    """Short choices side by side on one line, all equally wide; nothing where one of them is too long for that."""
    items = place.block.items
    if place.mark != "answer" or len(items) < 2:
        return ()
    each = place.width / max(3, len(items))
    bold = replace(_style(place.setter, place.block, place.mark, HANG * place.setter.em), bold=True)
    if any(item.items or natural_width(Paragraph(item.runs, bold)) > each - 4.0 for item in items):
        return ()
    row = replace(place, width=each, parent=place.setter.structure.add("L", place.parent))
    boxes: list[Box] = []
    height = 0.0
    for index, item in enumerate(items):
        below, drawn = stacked(_item(row, item, ""))
        boxes += moved_all(drawn, index * each, 0.0)
        height = max(height, below)
    return (Piece(height, tuple(boxes)),)


def _items(place: Place, items: tuple[ListItem, ...]) -> tuple[Piece, ...]:
    """The items below one another; the first is never left behind without the second, nor does the last go on alone."""
    start = place.block.start if items is place.block.items else 1
    counted = place.mark in ("number", "letter") and not any(item.label for item in items)
    element = place.setter.structure.add("L", place.parent, ordered=counted)
    found: list[Piece] = []
    for index, item in enumerate(items):
        made = _item(replace(place, parent=element), item, item.label or _label(place.mark, index + start))
        gap = place.block.gap if index else 0.0
        if len(items) > 1 and index in (0, len(items) - 2):
            made = (*made[:-1], replace(made[-1], hold=max(made[-1].hold, SHOULD_STAY)))
        found += (replace(made[0], before=made[0].before + gap), *made[1:])
    return tuple(found)


def _item(place: Place, item: ListItem, label: str) -> tuple[Piece, ...]:
    """The words with their label, the lines below them, and the points under it."""
    li = place.setter.structure.add("LI", place.parent)
    labelled = bool(label) or place.mark in ("disc", "dash")
    label_element = place.setter.structure.add("Lbl", li) if labelled else ARTIFACT
    body = place.setter.structure.add("LBody", li)
    words = _item_words(place, item, label, Tag(body, label_element))
    pieces = _with_lines(place, item, words, body, label)
    if not item.items:
        return pieces
    mark: ListMark = "letter" if place.mark == "letter" else "dash"
    inner = _items(
        replace(place, mark=mark, width=place.width - place.hang, parent=body, hang=HANG * place.setter.em), item.items
    )
    pieces = (*pieces[:-1], replace(pieces[-1], hold=max(pieces[-1].hold, SHOULD_STAY)))
    return (*pieces, *(indented(piece, place.hang) for piece in inner))


def _item_words(place: Place, item: ListItem, label: str, tag: Tag) -> tuple[Piece, ...]:
    style = _style(place.setter, place.block, place.mark, place.hang)
    right = item.right and place.setter.document.answers
    runs = tie_last_words(tuple(replace(run, strong=True) for run in item.runs) if right else item.runs)
    room = min(place.width, style.size * MEASURE + place.hang)
    words = set_words(
        place.setter, runs, style, room, element=tag.element, label=label, label_element=tag.label, snap=False
    )
    if place.mark not in ("check", "answer") and not right:
        return words
    mark = _drawn_mark(words[0], place.mark, TICK * place.setter.em, filled=right)
    return (replace(words[0], boxes=(*_ticked(place, item, mark, tag.element), *words[0].boxes)), *words[1:])


def _ticked(place: Place, item: ListItem, mark: tuple[ShapeBox, ...], parent: int) -> tuple[Box, ...]:
    """A box to tick is a field, where this copy is filled in on a screen."""
    if place.setter.document.answers or not place.setter.variant.fillable:
        return mark
    words = "".join(run.text for run in item.runs)
    about = f"{place.asked}: {words}" if place.mark == "answer" else words
    return tuple(replace(each, element=place.setter.form_field(parent, about, "check")) for each in mark)


def _with_lines(place: Place, item: ListItem, words: tuple[Piece, ...], body: int, label: str) -> tuple[Piece, ...]:
    """The item with its lines to write on, from which its words never part."""
    pitch = place.setter.ruling
    written = written_lines(place.setter, item.answer, place.width - place.hang, pitch, body)
    ruled = ruled_lines(place.width, pitch, max(item.lines, len(written)), written, place.hang)
    about = place.setter.about if item.runs else f"{place.asked} {label}".strip()
    below = with_fields(place.setter, ruled, place.width, body, left=place.hang, about=about)
    if not below:
        return words
    stretch = 0.0 if place.setter.variant.fillable else pitch
    if item.runs:
        return held((*words, *below[:-1], replace(below[-1], stretch=stretch)), MUST_STAY)
    lines = (_on_first_line(words, below[0], place.hang, pitch), *below[1:])
    if item.label and len(lines) > 1:
        lines = (*lines[:-1], replace(lines[-1], stretch=stretch))
    return held(lines, MUST_STAY)


def _on_first_line(words: tuple[Piece, ...], ruled: Piece, hang: float, pitch: float) -> Piece:
    """The label of an item without words, standing on its first line, and no wider than the room before it."""
    text = next(box for piece in words for box in piece.boxes if isinstance(box, TextBox))
    label = replace(text, rect=replace(text.rect, width=hang))
    down = pitch - DROP - CLEAR - text.lines[0].baseline
    return replace(ruled, boxes=(*moved_all((label,), 0.0, down), *ruled.boxes))


def _style(setter: Setter, block: ListBlock, mark: ListMark, hang: float) -> ParagraphStyle:
    style = setter.style(block.style)
    bullet = _BULLETS[mark]
    return replace(
        style, indent=hang, hanging=hang if bullet else 0.0, bullet=bullet, bullet_colour="voice", space_before=0.0
    )


def _label(mark: ListMark, number: int) -> str:
    match mark:
        case "number":
            return f"{number}."
        case "letter":
            return f"{chr(64 + number)}."
        case _:
            return ""


def _drawn_mark(piece: Piece, mark: ListMark, tick: float, *, filled: bool) -> tuple[ShapeBox, ...]:
    """A box or a ring at the height of the first line's small letters."""
    text = next(box for box in piece.boxes if isinstance(box, TextBox))
    top = text.origin[1] + text.lines[0].baseline - tick + 1.0
    left = -tick - 4.0 if mark == "letter" else 0.0
    kind: Literal["rect", "ellipse"] = "rect" if mark == "check" else "ellipse"
    fill = "ink" if filled else ""
    return (ShapeBox(Rect(left, top, tick, tick), kind, fill=fill, stroke="ink", stroke_width=0.8),)
