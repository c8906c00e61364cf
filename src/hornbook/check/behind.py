"""What is really behind the words of a slide or a page: the last thing that was drawn there before them."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from hornbook.plan.page import Box, GroupBox, PictureBox, ShapeBox, TextBox
from hornbook.theme.contrast import ratio
from hornbook.theme.legible import covers
from hornbook.theme.model import ShapeKind
from hornbook.typeset.text import Fragment, Line
from hornbook.units import Rect

_LARGE, _LARGE_BOLD = 18.0, 14.0
SHEET = "#FFFFFF"
"""What has no ground of its own stands on."""
PICTURE = "picture"
"""In place of a colour: nobody can say what a picture has there."""


class Ground(Struct, frozen=True):
    """Something that covers what is below it; a colour's palette name, or `PICTURE`."""

    rect: Rect
    colour: str
    kind: ShapeKind = "rect"
    path: str = ""

    def covers(self, x: float, y: float) -> bool:
        rect = self.rect
        inside = rect.left <= x <= rect.left + rect.width and rect.top <= y <= rect.top + rect.height
        return inside and (self.kind == "rect" or covers(self.kind, self.path, rect, (x, y)))


class Behind(Struct, frozen=True):
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
            case ShapeBox() if box.fill and not box.hatch:
                grounds.append(Ground(box.rect, box.fill, box.kind, box.path))
            case PictureBox() if not box.decorative or box.placeholder:
                grounds.append(Ground(box.rect, PICTURE))
            case _:
                pass


class Faint(Struct, frozen=True):
    """Words that do not stand out: their colour, what is behind them, and the contrast of the two; 0 on a picture."""

    colour: str
    ground: str
    contrast: float


def value(name: str, palette: Mapping[str, str]) -> str:
    """`#RRGGBB` of a name, which may be that already, as in a school's template; of no name the sheet's."""
    return name if name.startswith("#") else palette.get(name, SHEET)


def faint_words(lines: Iterable[Behind], palette: Mapping[str, str], words: float, large: float) -> Iterator[Faint]:
    """Words with less contrast than is wanted of words, or of large ones."""
    for behind in lines:
        for fragment in behind.line.fragments:
            wanted = large if is_large(fragment) else words
            for ground in behind.colours if fragment.text.strip() else ():
                found = 0.0 if ground == PICTURE else ratio(value(fragment.colour, palette), value(ground, palette))
                if found < wanted:
                    yield Faint(fragment.colour, ground, found)


def is_large(fragment: Fragment) -> bool:
    """Large type as WCAG 2.1 has it: 18 points, or 14 in bold."""
    return fragment.size >= _LARGE or (fragment.size >= _LARGE_BOLD and "bold" in fragment.face.lower())


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
