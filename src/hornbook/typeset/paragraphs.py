"""Paragraphs to lines: the first line that a word fits on takes it, on slides and on paper alike.

The slack narrows the measure, because another program draws the slide with faces that are only nearly the same. Labels
stand to the left of the indent; a paragraph that hangs without a label starts its first line there, as PowerPoint does it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from hornbook.source.runs import Run
from hornbook.typeset.faces import face, face_key
from hornbook.typeset.lines import Edges, Row, fill
from hornbook.typeset.measuring import Measured, measured
from hornbook.typeset.text import Bullet, Fragment, Line, Paragraph, ParagraphStyle, TextLayout

SLACK = 0.02
_UNBOUNDED = 1e9
_BULLET_EMS: dict[Bullet, float] = {"disc": 0.36, "dash": 0.5, "square": 0.36, "check": 0.62, "question": 0.56}
_LABEL_GAP_EMS = 0.25
_STOP_EVERY = 36.0
"""Where no tab stop is left, one stands every half inch."""
_NO_BREAK_SPACE = "\u00a0"
_LONGEST_TIE = 22


def line_pitch(style: ParagraphStyle) -> float:
    """Distance of baselines in points: the style's own, or its spacing times the face's natural pitch."""
    return style.pitch or face(face_key(style.family, bold=style.bold, italic=style.italic)).pitch * (
        style.size * style.line_spacing
    )


def set_paragraphs(paragraphs: Sequence[Paragraph], width: float, *, slack: float = SLACK) -> TextLayout:
    """The paragraphs as lines in a box of that width, from its top; one with a word too wide is named in `overwide`."""
    lines: list[Line] = []
    overwide: list[int] = []
    top = 0.0
    for index, paragraph in enumerate(paragraphs):
        top += _space_above(paragraphs, index)
        words, rows, too_wide = _filled(paragraph, width, slack)
        if too_wide:
            overwide.append(index)
        pitch = line_pitch(paragraph.style)
        drop = _baseline(paragraph.style, pitch)
        for number, row in enumerate(rows):
            fragments = _fragments(paragraph, words, row, index, width, first=number == 0)
            lines.append(Line(top, top + drop, pitch, fragments, index))
            top += pitch
    return TextLayout(tuple(lines), width, top, tuple(overwide))


def text_height(paragraphs: Sequence[Paragraph], width: float, *, slack: float = SLACK) -> float | None:
    """The height that `set_paragraphs` would give, for a third of its time; None where a word would stick out."""
    height = 0.0
    for index, paragraph in enumerate(paragraphs):
        _, rows, too_wide = _filled(paragraph, width, slack)
        if too_wide:
            return None
        height += _space_above(paragraphs, index) + len(rows) * line_pitch(paragraph.style)
    return height


def natural_width(paragraph: Paragraph) -> float:
    """How wide the paragraph is where nothing but a forced break ends a line; its indent included."""
    _, rows, _ = _filled(paragraph, _UNBOUNDED, 0.0)
    return max(row.right for row in rows) * paragraph.style.size


def min_width(paragraph: Paragraph) -> float:
    """The narrowest box that its widest word fits in; its indent included. An address counts whole."""
    widest = max(_measured(paragraph).inks, default=0.0) * paragraph.style.size
    return max(paragraph.style.indent, _first_left(paragraph)) + widest


def tie_last_words(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The runs with a no-break space between the last two words, so that no title ends in a line of one short word.

    Nothing is tied where there are fewer than three words, or where the two together are long.
    """
    text = "".join(run.text for run in runs)
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


@lru_cache(maxsize=4096)
def _filled(paragraph: Paragraph, width: float, slack: float) -> tuple[Measured, list[Row], bool]:
    """Its words and rows, remembered: a slide tries its title in every density, and all of these have one size of title."""
    words = _measured(paragraph)
    return words, *fill(words, _edges(paragraph, width, slack))


def _space_above(paragraphs: Sequence[Paragraph], index: int) -> float:
    return paragraphs[index - 1].style.space_after + paragraphs[index].style.space_before if index else 0.0


def _measured(paragraph: Paragraph) -> Measured:
    style = paragraph.style
    return measured(paragraph.runs, style.family, style.bold, style.italic, style.kerning)


def _edges(paragraph: Paragraph, width: float, slack: float) -> Edges:
    """Where its lines begin and end, in em. The indent counts as a tab stop, as it does in PowerPoint."""
    style = paragraph.style
    size, left = style.size, style.indent
    stops = tuple([stop / size for stop in sorted((*style.tabs, left))]) if style.tabs else (left / size,)
    right = (left + (width - left) * (1 - slack)) / size
    return Edges(_first_left(paragraph) / size, left / size, right, stops, _STOP_EVERY / size)


def _first_left(paragraph: Paragraph) -> float:
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


def _label_face(style: ParagraphStyle) -> str:
    return face_key(style.family, bold=style.bold, italic=style.italic)


def _baseline(style: ParagraphStyle, pitch: float) -> float:
    """How far the baseline is below the top of its line: what the face does not need is shared above and below."""
    own = face(face_key(style.family, bold=style.bold, italic=style.italic))
    return (pitch + (own.ascent - own.descent) * style.size) / 2


def _fragments(
    paragraph: Paragraph, words: Measured, row: Row, index: int, width: float, *, first: bool
) -> tuple[Fragment, ...]:
    shift = _shift(paragraph.style, row, width)
    label = [_label(paragraph, index, shift)] if first and paragraph.style.bullet else []
    return (*label, *_words(paragraph, words, row, index, shift))


def _shift(style: ParagraphStyle, row: Row, width: float) -> float:
    right = row.right * style.size
    match style.align:
        case "left":
            return 0.0
        case "center":
            return (width - right - style.indent) / 2
        case "right":
            return width - right


def _label(paragraph: Paragraph, index: int, shift: float) -> Fragment:
    style = paragraph.style
    return Fragment(
        style.indent - style.hanging + shift,
        _label_width(paragraph),
        "" if style.bullet in _BULLET_EMS else paragraph.label,
        _label_face(style),
        style.size,
        style.bullet_colour or style.colour,
        index,
        -1,
        "label",
        bullet=style.bullet,
    )


def _words(paragraph: Paragraph, words: Measured, row: Row, index: int, shift: float) -> Iterator[Fragment]:
    style = paragraph.style
    for stretch in row.stretches:
        x = stretch.x * style.size + shift
        for part, start, end in words.parts(stretch.start, stretch.end):
            look, run = words.looks[part], words.runs[part]
            meaning = paragraph.runs[run]
            text = words.text[start:end]
            width = look.width(text) * style.size
            if look.left_out:
                x += width
                continue
            yield Fragment(
                x,
                width,
                meaning.text if look.blank else text,
                look.face.key,
                style.size * look.scale,
                _colour(meaning, style),
                index,
                run,
                "blank" if look.blank else "text",
                look.rise * style.size,
                bool(meaning.link),
                kerning=look.kerning,
            )
            x += width


def _colour(run: Run, style: ParagraphStyle) -> str:
    if run.link:
        return style.link_colour
    if run.key:
        return style.key_colour
    return style.strong_colour if run.strong and style.strong_colour else style.colour
