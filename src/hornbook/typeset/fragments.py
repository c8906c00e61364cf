"""Rows to fragments: words of one look at their places, in the order in which they are read.

In a paragraph that runs from right to left, places are measured from the right: whoever makes a page of it turns the whole
page round, its columns, bullets and pictures with its words (`plan.mirroring`).
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from msgspec.structs import replace

from hornbook.source.runs import Run
from hornbook.tags import question_mark
from hornbook.typeset.bidi import has_leftward, in_order_of_the_eye, levels
from hornbook.typeset.coverage import families
from hornbook.typeset.faces import face, face_key
from hornbook.typeset.lines import Row, Stretch
from hornbook.typeset.measuring import Measured
from hornbook.typeset.text import Bullet, Fragment, Paragraph, ParagraphStyle

_BULLET_EMS: dict[Bullet, float] = {"disc": 0.36, "dash": 0.5, "square": 0.36, "check": 0.62, "question": 0.56}
_LABEL_GAP_EMS = 0.25
_NO_WORD = "\ufffc"
"""Stands for a line to write on: it runs neither way."""


class Setting(NamedTuple):
    """A paragraph with its words as they were measured, its number in the box, and the width of the box in points."""

    paragraph: Paragraph
    words: Measured
    number: int
    width: float


class _Part(NamedTuple):
    """Characters of one look that run one way."""

    look: int
    start: int
    end: int
    level: int = 0


def row_fragments(setting: Setting, row: Row, *, first: bool) -> tuple[Fragment, ...]:
    """The fragments of a row, its label before them where it is the first of its paragraph."""
    style = setting.paragraph.style
    shift = _shift(style, row, setting.width)
    label = _label(setting, shift) if first and style.bullet else ()
    if not style.leftward and not has_leftward(setting.words.text):
        return (*label, *_words(setting, row, shift))
    return (*label, *_both_ways(setting, row, shift))


def first_left(paragraph: Paragraph) -> float:
    """Where the first line starts: at the indent, unless a long label needs room or there is none to hang."""
    style = paragraph.style
    if not style.bullet:
        return style.indent - style.hanging
    label = style.indent - style.hanging + _label_width(paragraph) + _LABEL_GAP_EMS * style.size
    return max(style.indent, label)


def _label_width(paragraph: Paragraph) -> float:
    style = paragraph.style
    drawn = _BULLET_EMS.get(style.bullet)
    if drawn is not None:
        return drawn * style.size
    return face(_label_face(style)).advance(paragraph.label) * style.size


def _label_face(style: ParagraphStyle, words: str = "") -> str:
    _, family = families(words, style.family, style.bold, style.italic)[0] if words else ("", style.family)
    return face_key(family, bold=style.bold, italic=style.italic)


def _shift(style: ParagraphStyle, row: Row, width: float) -> float:
    right = row.right * style.size
    match style.align:
        case "left":
            return 0.0
        case "center":
            return (width - right - style.indent) / 2
        case "right":
            return width - right


def _label(setting: Setting, shift: float) -> tuple[Fragment, ...]:
    """The label of a paragraph: in one that runs from right to left, the point after a number stands left of it."""
    style = setting.paragraph.style
    words = _label_words(setting.paragraph)
    label = Fragment(
        style.indent - style.hanging + shift,
        _label_width(setting.paragraph),
        words,
        _label_face(style, words),
        style.size,
        style.bullet_colour or style.colour,
        setting.number,
        -1,
        "label",
        bullet=style.bullet,
    )
    if not style.leftward or len(label.text) < 2:
        return (label,)
    return tuple(_label_parts(label))


def _label_words(paragraph: Paragraph) -> str:
    """The characters of a label; none where it is drawn."""
    bullet = paragraph.style.bullet
    if bullet == "question":
        return question_mark(paragraph.style.language)
    return "" if bullet in _BULLET_EMS else paragraph.label


def _label_parts(label: Fragment) -> Iterator[Fragment]:
    """A label of several characters in a paragraph that runs from right to left, in parts that run one way."""
    x = label.x
    for leftward, group in groupby(
        zip(label.text, levels(label.text, leftward=True), strict=True), lambda pair: pair[1] % 2 == 1
    ):
        text = "".join(char for char, _ in group)
        width = face(label.face).advance(text) * label.size
        yield replace(label, x=x, width=width, text=text, leftward=leftward)
        x += width


def _words(setting: Setting, row: Row, shift: float) -> Iterator[Fragment]:
    """The words of a row that runs from left to right."""
    for stretch in row.stretches:
        x = stretch.x * setting.paragraph.style.size + shift
        for look, start, end in setting.words.parts(stretch.start, stretch.end):
            fragment = _fragment(setting, _Part(look, start, end), x)
            x += fragment.width
            if not setting.words.looks[look].left_out:
                yield fragment


def _both_ways(setting: Setting, row: Row, shift: float) -> Iterator[Fragment]:
    """The words of a row in the order in which they are read, at their places in the order of the eye."""
    style, words = setting.paragraph.style, setting.words
    directions = levels(_as_read(words), style.leftward)
    for stretch in row.stretches:
        parts = tuple(_one_way(words, stretch, directions))
        for part, x in zip(parts, _places(setting, parts, stretch.x * style.size + shift), strict=True):
            if not words.looks[part.look].left_out:
                yield replace(_fragment(setting, part, x), leftward=part.level % 2 == 1)


def _as_read(words: Measured) -> str:
    """The text with a sign that runs neither way in place of each line to write on."""
    if not any(look.blank for look in words.looks):
        return words.text
    ends = (*words.starts[1:], len(words.text))
    parts = zip(words.looks, words.starts, ends, strict=True)
    return "".join(_NO_WORD if look.blank else words.text[start:end] for look, start, end in parts)


def _one_way(words: Measured, stretch: Stretch, directions: Sequence[int]) -> Iterator[_Part]:
    """A stretch in parts of one look and one level; what runs from right to left goes word by word."""
    for look, start, end in words.parts(stretch.start, stretch.end):
        begin = start
        for at in range(start + 1, end + 1):
            if at == end or _parts_here(words.text, directions, at):
                yield _Part(look, begin, at, directions[begin])
                begin = at


def _parts_here(text: str, directions: Sequence[int], at: int) -> bool:
    """Whether the character before a place goes another way than the one after it, or ends a word that runs to the left."""
    if directions[at] != directions[at - 1]:
        return True
    return directions[at] % 2 == 1 and (text[at] == " ") != (text[at - 1] == " ")


def _places(setting: Setting, parts: Sequence[_Part], start: float) -> tuple[float, ...]:
    """How far each part is from where lines begin; the stretch begins at `start`."""
    style, words = setting.paragraph.style, setting.words
    order = in_order_of_the_eye(range(len(parts)), [part.level for part in parts])
    places = [0.0] * len(parts)
    for index in reversed(order) if style.leftward else order:
        part = parts[index]
        places[index] = start
        start += words.looks[part.look].width(words.text[part.start : part.end]) * style.size
    return tuple(places)


def _fragment(setting: Setting, part: _Part, x: float) -> Fragment:
    style, words = setting.paragraph.style, setting.words
    look, run = words.looks[part.look], words.runs[part.look]
    meaning = setting.paragraph.runs[run]
    text = words.text[part.start : part.end]
    return Fragment(
        x,
        look.width(text) * style.size,
        meaning.text if look.blank else text,
        look.face.key,
        style.size * look.scale,
        _colour(meaning, style),
        setting.number,
        run,
        "blank" if look.blank else "text",
        look.rise * style.size,
        bool(meaning.link),
        kerning=look.kerning,
    )


def _colour(run: Run, style: ParagraphStyle) -> str:
    if run.link:
        return style.link_colour
    if run.key:
        return style.key_colour
    return style.strong_colour if run.strong and style.strong_colour else style.colour
