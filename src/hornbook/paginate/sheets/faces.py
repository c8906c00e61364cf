"""The parts of a face below one another: measured in every look that is tried, drawn in the first that fits."""

from collections.abc import Callable, Sequence
from typing import assert_never

from msgspec.structs import replace

from hornbook.paginate.figures import figure_pieces
from hornbook.paginate.headings import heading_role, line
from hornbook.paginate.pieces import moved_all, stacked
from hornbook.paginate.setting import Setter, set_words
from hornbook.paginate.sheets.voices import Look, grows, looks, space_above, voice_style
from hornbook.paginate.tables import shared, silent_box
from hornbook.plan.page import Box, ShapeBox
from hornbook.plan.sheets import Anchor, Cells, Drawn, FacePart, Ruled, Runs, Said, Spring, Ticks
from hornbook.plan.structure import ARTIFACT
from hornbook.source.runs import Run
from hornbook.typeset.paragraphs import (
    min_width,
    natural_width,
    set_paragraphs,
    text_height,
    tie_last_words,
    tie_short_words,
)
from hornbook.typeset.text import Paragraph, ParagraphStyle
from hornbook.units import Rect, Size

RULE_PITCH = 23.0
"""Of lines to write on, on a card: 8.1 mm."""
RULE_DROP = 3.0
CELL_GAP = 12.0
CODE = 1.2
"""What a phone reads is so many times its least size, where there is room for it."""
RING = 9.0
RING_GAP = 5.0
TICK_GAP = 18.0
TICK_ROW = 18.0
LABEL_GAP = 5.0
HANG = 16.0


def fitting_look(
    setter: Setter, faces: Sequence[tuple[tuple[FacePart, ...], Size]], scales: tuple[float, ...]
) -> Look | None:
    """The largest look in which every one of the faces fits its room; None where there is none."""
    growing = any(grows(said.voice) for parts, _ in faces for said in _all_said(parts))
    for look in looks(scales, grows=growing):
        if all(_fits(setter, parts, room, look) for parts, room in faces):
            return look
    return None


def _fits(setter: Setter, parts: Sequence[FacePart], room: Size, look: Look) -> bool:
    height = parts_height(setter, parts, room.width, look)
    return height is not None and height <= room.height + 0.01


def _all_said(parts: Sequence[FacePart]) -> tuple[Said, ...]:
    found: list[Said] = []
    for part in parts:
        match part:
            case Said():
                found.append(part)
            case Cells():
                found += [said for cell in part.cells for said in cell if isinstance(said, Said)]
            case _:
                pass
    return tuple(found)


def has_code(parts: Sequence[FacePart]) -> bool:
    """Whether a phone has something to read in them."""
    return any(
        isinstance(part, Drawn)
        or (isinstance(part, Cells) and any(isinstance(each, Drawn) for cell in part.cells for each in cell))
        for part in parts
    )


def parts_height(setter: Setter, parts: Sequence[FacePart], width: float, look: Look) -> float | None:
    """How high the parts are; None where a word is too wide."""
    total = 0.0
    for index, part in enumerate(parts):
        height = _height(setter, part, width, look)
        if height is None:
            return None
        total += height + (_above(part, look) if index else 0.0)
    return total


def _height(setter: Setter, part: FacePart, width: float, look: Look) -> float | None:
    match part:
        case Said():
            style = _said_style(setter, part, look)
            return text_height((Paragraph(_runs(setter, part), style, label=part.label),), width, slack=0.0)
        case Drawn():
            side = _drawn_side(setter, part, look)
            return side if side <= width else None
        case Cells():
            widths = _cell_widths(setter, part, width, look)
            heights = [parts_height(setter, cell, each, look) for cell, each in zip(part.cells, widths, strict=True)]
            return None if None in heights else max((height or 0.0) for height in heights)
        case Ruled():
            return part.count * _pitch(setter)
        case Ticks():
            return TICK_ROW * setter.em * len(_tick_rows(setter, part, width, look))
        case Spring():
            return 0.0
        case _:
            assert_never(part)


def _pitch(setter: Setter) -> float:
    return RULE_PITCH * setter.em


def _above(part: FacePart, look: Look) -> float:
    match part:
        case Said(voice=voice):
            return space_above(voice, look)
        case Cells(cells=cells):
            return max((_above(cell[0], look) for cell in cells if cell), default=0.0)
        case Drawn() | Ruled() | Ticks() | Spring():
            return 0.0
        case _:
            assert_never(part)


def _drawn_side(setter: Setter, part: Drawn, look: Look) -> float:
    """Where words are large, the room is theirs."""
    by = look.scale if setter.variant.large else CODE * look.scale
    return part.figure.side * max(1.0, by)


def _cell_widths(setter: Setter, part: Cells, width: float, look: Look) -> list[float]:
    count = len(part.cells)
    room = width - CELL_GAP * look.scale * (count - 1)
    if part.fitted:
        return _fitted_widths(setter, part, room, look)
    shares = part.shares or (1.0,) * count
    return [room * share / sum(shares) for share in shares]


def _fitted_widths(setter: Setter, part: Cells, room: float, look: Look) -> list[float]:
    """Each cell as wide as what it holds and what is left between them; less than that, but for no word, where there is no room."""
    wants = [_widest(setter, cell, look, natural_width) for cell in part.cells]
    spare = room - sum(wants)
    if spare < 0:
        return list(shared(wants, [_widest(setter, cell, look, min_width) for cell in part.cells], room))
    between = spare / max(1, len(wants) - 1)
    return [*(want + between for want in wants[:-1]), wants[-1] + (spare if len(wants) == 1 else 0.0)]


def _widest(setter: Setter, cell: Sequence[Said | Drawn], look: Look, measured: Callable[[Paragraph], float]) -> float:
    """A hair more than its words, which then break nowhere."""
    return max(
        _drawn_side(setter, part, look)
        if isinstance(part, Drawn)
        else measured(Paragraph(_runs(setter, part), _said_style(setter, part, look))) + 0.1
        for part in cell
    )


def _said_style(setter: Setter, said: Said, look: Look) -> ParagraphStyle:
    style = voice_style(setter, said.voice, look)
    return replace(style, bullet="number", indent=HANG * setter.em, hanging=HANG * setter.em) if said.label else style


def _runs(setter: Setter, said: Said) -> Runs:
    """Phone numbers and the like stay as they are; in words no line is one short word."""
    runs = setter.runs(said.runs)
    if said.voice == "display":
        return tie_short_words(runs)
    return tie_last_words(runs) if said.voice == "meaning" or not grows(said.voice) else runs


def draw_parts(
    setter: Setter, parts: Sequence[FacePart], room: Size, look: Look, parent: int, *, anchor: Anchor = "top"
) -> tuple[Box, ...]:
    """The parts in a room whose top left is the origin, with their elements."""
    parts = _with_more_lines(setter, parts, room, look)
    height = parts_height(setter, parts, room.width, look) or 0.0
    spare = max(0.0, room.height - height)
    springs = sum(isinstance(part, Spring) for part in parts)
    y = 0.0 if springs else spare * {"top": 0.0, "middle": 0.5, "bottom": 1.0}[anchor]
    boxes: list[Box] = []
    for index, part in enumerate(parts):
        y += _above(part, look) if index else 0.0
        boxes += moved_all(_draw(setter, part, room.width, look, parent), 0.0, y)
        y += (_height(setter, part, room.width, look) or 0.0) + (spare / springs if isinstance(part, Spring) else 0.0)
    return tuple(boxes)


def _with_more_lines(setter: Setter, parts: Sequence[FacePart], room: Size, look: Look) -> tuple[FacePart, ...]:
    """The parts with lines added in turn, as many as there is room for."""
    spare = room.height - (parts_height(setter, parts, room.width, look) or 0.0)
    filled = list(parts)
    for turn in range(max((part.more for part in parts if isinstance(part, Ruled)), default=0)):
        for index, part in enumerate(filled):
            if isinstance(part, Ruled) and part.more > turn and spare >= _pitch(setter):
                filled[index] = replace(part, count=part.count + 1)
                spare -= _pitch(setter)
    return tuple(filled)


def _draw(setter: Setter, part: FacePart, width: float, look: Look, parent: int) -> tuple[Box, ...]:
    match part:
        case Said():
            return _draw_said(setter, part, width, look, parent)
        case Drawn():
            figure = replace(part.figure, side=_drawn_side(setter, part, look))
            return stacked(figure_pieces(setter, figure, width, parent))[1]
        case Cells():
            left = 0.0
            boxes: list[Box] = []
            for cell, each in zip(part.cells, _cell_widths(setter, part, width, look), strict=True):
                boxes += moved_all(draw_parts(setter, cell, Size(each, 0.0), look, parent), left, 0.0)
                left += each + CELL_GAP * look.scale
            return tuple(boxes)
        case Ruled():
            return _draw_ruled(setter, part, width, look, parent)
        case Ticks():
            return _draw_ticks(setter, part, width, look, parent)
        case Spring():
            return ()
        case _:
            assert_never(part)


def _draw_said(setter: Setter, said: Said, width: float, look: Look, parent: int) -> tuple[Box, ...]:
    style = _said_style(setter, said, look)
    if said.level:
        element = setter.structure.add(heading_role(setter, said.level), parent)
        setter.headings[element] = (said.level - 1, "".join(run.text for run in said.runs))
        return stacked(set_words(setter, _runs(setter, said), style, width, element=element, snap=False))[1]
    if not said.label:
        return stacked(set_words(setter, _runs(setter, said), style, width, parent=parent, snap=False))[1]
    item = setter.structure.add("LI", setter.structure.add("L", parent, ordered=True))
    label, body = setter.structure.add("Lbl", item), setter.structure.add("LBody", item)
    drawn = set_words(
        setter, _runs(setter, said), style, width, element=body, label=said.label, label_element=label, snap=False
    )
    return stacked(drawn)[1]


def _draw_ruled(setter: Setter, ruled: Ruled, width: float, look: Look, parent: int) -> tuple[Box, ...]:
    """Lines across the width, the first beginning behind the label."""
    boxes: list[Box] = []
    start = 0.0
    if ruled.label:
        style = voice_style(setter, "label", look)
        runs = (Run(ruled.label),)
        down = _pitch(setter) - RULE_DROP - style.pitch
        drawn = stacked(set_words(setter, runs, style, width, parent=parent, snap=False))[1]
        boxes += moved_all(drawn, 0.0, down)
        start = natural_width(Paragraph(runs, style)) + LABEL_GAP
    for index in range(ruled.count):
        left = start if index == 0 else 0.0
        if setter.variant.fillable:
            row = Rect(left, index * _pitch(setter), width - left, _pitch(setter))
            boxes.append(_typed(setter, ruled, parent, index + 1, row))
        boxes.append(line(left, (index + 1) * _pitch(setter) - RULE_DROP, width - left, "extra", 0.6))
    return tuple(boxes)


def _typed(setter: Setter, ruled: Ruled, parent: int, number: int, row: Rect) -> ShapeBox:
    """Where something is typed on one of the lines."""
    about = ruled.label or setter.about
    counted = f"{about} ({number}/{ruled.count})" if ruled.count > 1 else about
    place = Rect(row.left, row.top + 1.0, row.width, row.height - RULE_DROP - 2.0)
    return ShapeBox(place, "rect", element=setter.form_field(parent, counted))


def _tick_rows(setter: Setter, ticks: Ticks, width: float, look: Look) -> list[list[tuple[float, Runs]]]:
    """The choices in rows: as many in each as it has room for, with the left edge of each."""
    style = voice_style(setter, "question", look)
    rows: list[list[tuple[float, Runs]]] = [[]]
    first = left = HANG * setter.em
    for runs in ticks.items:
        wide = (RING + RING_GAP) * setter.em + natural_width(Paragraph(runs, style))
        if rows[-1] and left + wide > width:
            rows.append([])
            left = first
        rows[-1].append((left, runs))
        left += wide + TICK_GAP
    return rows


def _draw_ticks(setter: Setter, ticks: Ticks, width: float, look: Look, parent: int) -> tuple[Box, ...]:
    style = voice_style(setter, "question", look)
    listed, about = setter.structure.add("L", parent), setter.about
    boxes: list[Box] = []
    round_, beside, pitch = (each * setter.em for each in (RING, RING + RING_GAP, TICK_ROW))
    for row, items in enumerate(_tick_rows(setter, ticks, width, look)):
        for left, runs in items:
            body = setter.structure.add("LBody", setter.structure.add("LI", listed))
            room = min(width - left - beside, natural_width(Paragraph(runs, style)) + 0.1)
            layout = set_paragraphs((Paragraph(runs, style),), room, slack=0.0)
            top = row * pitch + (pitch - style.pitch)
            ring = layout.lines[0].baseline - 0.35 * style.size - round_ / 2
            element = setter.form_field(body, f"{about}: {''.join(run.text for run in runs)}", "check")
            place = Rect(left, top + ring, round_, round_)
            boxes.append(ShapeBox(place, "ellipse", stroke="ink", stroke_width=0.8, element=element))
            drawn = stacked(set_words(setter, runs, style, room, element=body, snap=False))[1]
            boxes += moved_all(drawn, left + beside, top)
    return tuple(boxes)


def silent(boxes: Sequence[Box]) -> tuple[Box, ...]:
    """A copy that is drawn, but not read."""
    return tuple(silent_box(box) for box in boxes)


def draw_label(setter: Setter, runs: Runs, width: float, element: int = ARTIFACT) -> tuple[Box, ...]:
    """A line of furniture in the voice of labels."""
    style = voice_style(setter, "label", Look())
    return stacked(set_words(setter, runs, style, width, element=element, snap=False))[1]


def label_lines(setter: Setter, runs: Runs, width: float) -> float:
    """How high such furniture is, on as many lines as it takes."""
    return text_height((Paragraph(setter.runs(runs), voice_style(setter, "label", Look())),), width, slack=0.0) or 0.0


def label_height(setter: Setter) -> float:
    """Of such a line."""
    return voice_style(setter, "label", Look()).pitch
