"""Paragraphs to lines: the first line that a word fits on takes it, on slides and on paper alike.

The slack narrows the measure, because another program draws the slide with faces that are only nearly the same. Labels
stand to the left of the indent; a paragraph that hangs without a label starts its first line there, as PowerPoint does it.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from math import ceil

from msgspec.structs import replace

from hornbook.source.runs import Run
from hornbook.typeset.faces import face, face_key
from hornbook.typeset.fragments import Setting, first_left, row_fragments
from hornbook.typeset.lines import Edges, Row, fill
from hornbook.typeset.measuring import Manner, Measured, measured
from hornbook.typeset.text import Line, Paragraph, ParagraphStyle, TextLayout

SLACK = 0.02
_UNBOUNDED = 1e9
_ROUNDING = 1e-6
_STOP_EVERY = 36.0
"""Where no tab stop is left, one stands every half inch."""
_NO_BREAK_SPACE = "\u00a0"
_LONGEST_TIE = 22
_SHORT_WORD = re.compile(r"(?<![\w’'-])([^\W\d_]{1,2}) (?=\S)")


@lru_cache(maxsize=1024)
def line_pitch(style: ParagraphStyle) -> float:
    """Distance of baselines in points: the style's own, or its spacing times the face's natural pitch."""
    return style.pitch or face(face_key(style.family, bold=style.bold, italic=style.italic)).pitch * (
        style.size * style.line_spacing
    )


def _pitch(style: ParagraphStyle, words: Measured) -> float:
    """The pitch of a paragraph: a script that another family draws may need more of it."""
    if style.pitch or words.in_one_family:
        return line_pitch(style)
    own = max((look.face.pitch for look in words.looks), default=0.0) * style.size * style.line_spacing
    return max(line_pitch(style), own)


def set_paragraphs(paragraphs: Sequence[Paragraph], width: float, *, slack: float = SLACK) -> TextLayout:
    """The paragraphs as lines in a box of that width, from its top; one with a word too wide is named in `overwide`.

    Remembered: what is built again mostly has the words that it had before.
    """
    return _set(tuple(paragraphs), width, slack)


@lru_cache(maxsize=1024)
def _set(paragraphs: tuple[Paragraph, ...], width: float, slack: float) -> TextLayout:
    lines: list[Line] = []
    overwide: list[int] = []
    top = 0.0
    for index, paragraph in enumerate(paragraphs):
        top += _space_above(paragraphs, index)
        words, rows, too_wide = _filled(paragraph, width, slack)
        if too_wide:
            overwide.append(index)
        pitch = _pitch(paragraph.style, words)
        drop = _baseline(paragraph.style, pitch)
        setting = Setting(paragraph, words, index, width)
        for number, row in enumerate(rows):
            fragments = row_fragments(setting, row, first=number == 0)
            lines.append(Line(top, top + drop, pitch, fragments, index))
            top += pitch
    return TextLayout(tuple(lines), width, top, tuple(overwide))


def text_height(paragraphs: Sequence[Paragraph], width: float, *, slack: float = SLACK) -> float | None:
    """The height that `set_paragraphs` would give, for a third of its time; None where a word would stick out."""
    height = 0.0
    for index, paragraph in enumerate(paragraphs):
        words, rows, too_wide = _filled(paragraph, width, slack)
        if too_wide:
            return None
        height += _space_above(paragraphs, index) + len(rows) * _pitch(paragraph.style, words)
    return height


def least_height(paragraphs: Sequence[Paragraph], width: float, *, slack: float = SLACK) -> float:
    """A height that `text_height` never comes below, without filling lines; 0 where a word may stick out.

    Lines are no fuller than full: each holds its measure and the spaces that hang over its end.
    """
    height = pitch = longest = shortest = 0.0
    manner = before = None
    for paragraph in paragraphs:
        style = paragraph.style
        if manner is None or before is None or style is not before.style or paragraph.label != before.label:
            edges = _edges(paragraph, width, slack)
            longest = edges.right - min(edges.first, edges.left)
            shortest = edges.right - max(edges.first, edges.left)
            manner, pitch = _manner(style), line_pitch(style)
        words = measured(paragraph.runs, manner)
        room = longest + words.hanging
        if words.widest > shortest or room <= 0:
            return 0.0
        if before is not None:
            height += before.style.space_after + style.space_before
        rows = max(1, ceil(words.total / room - _ROUNDING))
        height += rows * (pitch if words.in_one_family else _pitch(style, words))
        before = paragraph
    return height


def natural_width(paragraph: Paragraph) -> float:
    """How wide the paragraph is where nothing but a forced break ends a line; its indent included."""
    _, rows, _ = _filled(paragraph, _UNBOUNDED, 0.0)
    return max(row.right for row in rows) * paragraph.style.size


def min_width(paragraph: Paragraph) -> float:
    """The narrowest box that its widest word fits in; its indent included. An address counts whole."""
    first, *others = _measured(paragraph).inks or (0.0,)
    size = paragraph.style.size
    return max(first_left(paragraph) + first * size, paragraph.style.indent + max(others, default=0.0) * size)


def tie_last_words(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The runs with a no-break space between the last two words, so that no title ends in a line of one short word.

    Nothing is tied where there are fewer than three words, or where the two together are long. Raised and lowered
    letters belong to the word that they stand at.
    """
    text = "".join(run.text.replace(" ", _NO_BREAK_SPACE) if run.script else run.text for run in runs)
    space = text.rstrip(" ").rfind(" ")
    before = text.rfind(" ", 0, max(space, 0))
    if before < 0 or len(text) - before > _LONGEST_TIE:
        return runs
    tied: list[Run] = []
    for run in runs:
        if 0 <= space < len(run.text):
            tied.append(replace(run, text=run.text[:space] + _NO_BREAK_SPACE + run.text[space + 1 :]))
        else:
            tied.append(run)
        space -= len(run.text)
    return tuple(tied)


def tie_short_words(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The runs with a no-break space after each word of one or two letters, so that in large type none has a line of its own."""
    return tuple(
        replace(run, text=_SHORT_WORD.sub(rf"\1{_NO_BREAK_SPACE}", run.text)) if not run.code else run for run in runs
    )


@lru_cache(maxsize=4096)
def _filled(paragraph: Paragraph, width: float, slack: float) -> tuple[Measured, list[Row], bool]:
    """Its words and rows, remembered: a slide tries its title in every density, and all of these have one size of title."""
    words = _measured(paragraph)
    return words, *fill(words, _edges(paragraph, width, slack))


def _space_above(paragraphs: Sequence[Paragraph], index: int) -> float:
    return paragraphs[index - 1].style.space_after + paragraphs[index].style.space_before if index else 0.0


def _measured(paragraph: Paragraph) -> Measured:
    return measured(paragraph.runs, _manner(paragraph.style))


@lru_cache(maxsize=1024)
def _manner(style: ParagraphStyle) -> Manner:
    return Manner(style.family, style.bold, style.italic, style.kerning, style.language, style.caps)


def _edges(paragraph: Paragraph, width: float, slack: float) -> Edges:
    """Where its lines begin and end, in em. The indent counts as a tab stop, as it does in PowerPoint."""
    style = paragraph.style
    size, left = style.size, style.indent
    stops = tuple([stop / size for stop in sorted((*style.tabs, left))]) if style.tabs else (left / size,)
    right = (left + (width - left) * (1 - slack)) / size
    return Edges(first_left(paragraph) / size, left / size, right, stops, _STOP_EVERY / size)


def _baseline(style: ParagraphStyle, pitch: float) -> float:
    """How far the baseline is below the top of its line: what the face does not need is shared above and below."""
    own = face(face_key(style.family, bold=style.bold, italic=style.italic))
    return (pitch + (own.ascent - own.descent) * style.size) / 2
