"""What is really behind the words of a slide or a page: the last thing that was drawn there before them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from hornbook.plan.page import Box, GroupBox, PictureBox, ShapeBox, TextBox
from hornbook.typeset.text import Line
from hornbook.units import Rect

PICTURE = "picture"
"""In place of a colour: nobody can say what a picture has there."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Something that covers what is below it; a colour's palette name, or `PICTURE`."""

    rect: Rect
    colour: str
    round: bool = False

    def covers(self, x: float, y: float) -> bool:
        rect = self.rect
        if not (rect.left <= x <= rect.left + rect.width and rect.top <= y <= rect.top + rect.height):
            return False
        if not self.round:
            return True
        return ((x - rect.left) / rect.width - 0.5) ** 2 + ((y - rect.top) / rect.height - 0.5) ** 2 <= 0.25


@dataclass(frozen=True, slots=True)
class Behind:
    """A line of words with the grounds that it stands on."""

    box: TextBox
    line: Line
    colours: frozenset[str]


def behind_words(boxes: Iterable[Box], background: str) -> Iterator[Behind]:
    """Every line of a slide or page, drawn in that order, with what is behind its beginning, middle and end."""
    grounds: list[Ground] = []
    for box in flat(boxes):
        match box:
            case TextBox():
                yield from (_behind(box, line, grounds, background) for line in box.lines if line.fragments)
            case ShapeBox() if box.fill and box.kind in {"rect", "round-rect", "ellipse"} and not box.hatch:
                grounds.append(Ground(box.rect, box.fill, box.kind == "ellipse"))
            case PictureBox() if not box.decorative or box.placeholder:
                grounds.append(Ground(box.rect, PICTURE))
            case _:
                pass


def flat(boxes: Iterable[Box]) -> Iterator[Box]:
    """Boxes with those of groups at their own places; a whole slide shown small is left out: it is looked at as a slide."""
    for box in boxes:
        if not isinstance(box, GroupBox):
            yield box
        elif not any(isinstance(inner, TextBox) and inner.placeholder for inner in box.boxes):
            for inner in flat(box.boxes):
                yield _placed(inner, box)


def _placed(box: Box, group: GroupBox) -> Box:
    across = group.rect.width / group.space.width if group.space.width else 1.0
    down = group.rect.height / group.space.height if group.space.height else 1.0
    rect = box.rect
    left, top = group.rect.left + rect.left * across, group.rect.top + rect.top * down
    placed = replace(box, rect=Rect(left, top, rect.width * across, rect.height * down))
    if not isinstance(placed, TextBox):
        return placed
    x, y = placed.origin
    return replace(placed, origin=(group.rect.left + x * across, group.rect.top + y * down))


def _behind(box: TextBox, line: Line, grounds: list[Ground], background: str) -> Behind:
    left, top = box.origin
    start = left + min(fragment.x for fragment in line.fragments)
    end = left + line.right
    y = top + line.top + line.height / 2
    colours = {_colour_at(x, y, grounds, background) for x in (start + 1, (start + end) / 2, end - 1)}
    return Behind(box, line, frozenset(colours))


def _colour_at(x: float, y: float, grounds: list[Ground], background: str) -> str:
    return next((ground.colour for ground in reversed(grounds) if ground.covers(x, y)), background)
