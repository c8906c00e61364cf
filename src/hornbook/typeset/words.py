"""A paragraph's runs, cut into the pieces that a line is filled with: what stands between two places where it may break."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from hornbook.source.runs import Run
from hornbook.typeset.breaking import address_breaks, is_address, line_breaks
from hornbook.typeset.faces import Face, face, face_key
from hornbook.typeset.text import Paragraph, ParagraphStyle

SCRIPT_SIZE = 0.65
"""Size of sub- and superscript, as a part of the text's."""
_RISE = {"": 0.0, "super": 0.33, "sub": -0.14}
_BLANK_EMS, _BLANK_ROOM = 6.0, 1.8
_MARKS = re.compile("([\n\t])")
_STAND_IN = "x"
"""A line to write on breaks as a word does, so a letter stands for it."""


@dataclass(frozen=True, slots=True)
class Look:
    """How one run is set."""

    face: Face
    size: float
    colour: str
    rise: float
    underline: bool
    kerning: bool
    blank: float = 0.0
    """Width of a line to write on; 0 where there are words."""

    def width(self, text: str) -> float:
        return self.face.advance(text, self.kerning) * self.size


class Piece(NamedTuple):
    """Letters of one run; spaces at its end belong to it."""

    run: int
    text: str
    width: float
    space: float
    """How much of the width is spaces at the end."""


class Unit(NamedTuple):
    """Pieces that stay on one line, or a mark: a forced break or a tab."""

    pieces: tuple[Piece, ...]
    width: float
    ink: float
    """The width without spaces at the end, which may hang over the end of a line."""
    mark: Literal["", "\n", "\t"] = ""


def look(run: Run, style: ParagraphStyle) -> Look:
    """The face, size and colour of a run in a paragraph of that style."""
    bold = style.bold or run.strong or run.key
    italic = style.italic != run.emphasis
    size = style.size * SCRIPT_SIZE if run.script else style.size
    chosen = face(face_key(style.family, bold=bold, italic=italic))
    rise = _RISE[run.script] * style.size
    blank = _blank_width(chosen, size, run.text) if run.write_in else 0.0
    return Look(chosen, size, _colour(run, style), rise, bool(run.link), style.kerning, blank)


def _blank_width(face: Face, size: float, text: str) -> float:
    return size * max(_BLANK_EMS, _BLANK_ROOM * face.advance(text))


def _colour(run: Run, style: ParagraphStyle) -> str:
    if run.link:
        return style.link_colour
    if run.key:
        return style.key_colour
    return style.strong_colour if run.strong and style.strong_colour else style.colour


def units(paragraph: Paragraph, looks: list[Look]) -> list[Unit]:
    """The paragraph as units in order."""
    found: list[Unit] = []
    parts: list[tuple[int, str]] = []
    for index, text in _marked(paragraph.runs):
        if text in ("\n", "\t"):
            found += _cut(parts, looks)
            parts = []
            found.append(Unit((), 0.0, 0.0, "\n" if text == "\n" else "\t"))
        else:
            parts.append((index, text))
    return found + _cut(parts, looks)


def broken_address(unit: Unit, looks: list[Look]) -> list[Unit]:
    """An address cut where it may break; the unit alone where it is no address or cannot be cut."""
    text = "".join(piece.text for piece in unit.pieces)
    offsets = address_breaks(text) if is_address(text) else ()
    return _cut_at([(piece.run, piece.text) for piece in unit.pieces], offsets, looks) if offsets else [unit]


def _marked(runs: tuple[Run, ...]) -> Iterator[tuple[int, str]]:
    for index, run in enumerate(runs):
        if run.write_in:
            yield index, _STAND_IN
        elif "\n" in run.text or "\t" in run.text:
            yield from ((index, text) for text in _MARKS.split(run.text) if text)
        elif run.text:
            yield index, run.text


def _cut(parts: list[tuple[int, str]], looks: list[Look]) -> list[Unit]:
    return _cut_at(parts, line_breaks("".join([text for _, text in parts])), looks) if parts else []


def _cut_at(parts: list[tuple[int, str]], offsets: tuple[int, ...], looks: list[Look]) -> list[Unit]:
    found: list[Unit] = []
    pieces: list[Piece] = []
    ends = iter((*offsets, -1))
    end, position = next(ends), 0
    for run, text in parts:
        start = 0
        while 0 < end - position < len(text):
            pieces.append(_piece(run, text[start : end - position], looks[run]))
            found.append(_unit(pieces))
            pieces = []
            start, end = end - position, next(ends)
        pieces.append(_piece(run, text[start:], looks[run]))
        position += len(text)
        if end == position:
            found.append(_unit(pieces))
            pieces = []
            end = next(ends)
    if pieces:
        found.append(_unit(pieces))
    return found


def _piece(run: int, text: str, look: Look) -> Piece:
    if look.blank:
        return Piece(run, "", look.blank, 0.0)
    word = text.rstrip(" ")
    space = (len(text) - len(word)) * look.face.advance_of_space * look.size
    return Piece(run, text, look.width(word) + space, space)


def _unit(pieces: list[Piece]) -> Unit:
    width = sum([piece.width for piece in pieces])
    trailing = 0.0
    for piece in reversed(pieces):
        trailing += piece.space
        if piece.text.strip(" ") or not piece.text:
            break
    return Unit(tuple(pieces), width, width - trailing)
