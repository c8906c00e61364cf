"""Faces by key: widths of words, glyphs of words, and the bytes that a PDF embeds. Lengths are in em.

Words are measured and shaped one by one and remembered, so that most words of a deck cost a dictionary look-up.
A space is a glyph of its own: nothing kerns across it, and the widths of words and spaces add up to the width of their line.
"""

from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from typing import NamedTuple

from hornbook.typeset.fontfiles import FAMILIES, family_of, font_path
from hornbook.typeset.harfbuzz import FontMetrics, Outlines, ShapedGlyph
from hornbook.typeset.letters import Letter, with_letters

_WIDTHS_KEPT = 16_000
_SHAPES_KEPT = 2_000
"""Words of a face. Each row of a batch may bring new ones, and the glyphs of a word take two kilobytes."""
_REGULAR, _BOLD = 400, 700
_NEVER_DRAWN = frozenset(
    "\n\t\r\u00ad\u034f\u061c\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufe0e\ufe0f\ufeff"
)
"""Signs that say how their neighbours are set, and are nothing to see themselves."""


class Glyph(NamedTuple):
    """A glyph at its place in a line, in em; `cluster` is the index in the text of its first character."""

    id: int
    advance: float
    x_offset: float
    y_offset: float
    cluster: int


class Face:
    """One weight and slant of a family. Its file is opened when the first word is measured."""

    def __init__(self, key: str, family: str, *, bold: bool, italic: bool) -> None:
        self.key = key
        self.family = family
        self.bold = bold
        self.italic = italic
        self.weight = _BOLD if bold else _REGULAR
        self._widths: tuple[dict[str, float], dict[str, float]] = ({}, {})
        self._glyphs: tuple[dict[str, tuple[ShapedGlyph, ...]], dict[str, tuple[ShapedGlyph, ...]]] = ({}, {})
        self._letters: dict[str, float] = {}
        self._known: dict[str, bool] = {}
        self._drawn: set[str] = set()
        self._natural: dict[int, float] = {}

    @cached_property
    def _outlines(self) -> Outlines:
        path = font_path(self.family, bold=self.bold, italic=self.italic)
        return Outlines(path, self.weight, family_of(self.family).language)

    @cached_property
    def _metrics(self) -> FontMetrics:
        return self._outlines.metrics()

    @cached_property
    def units_per_em(self) -> int:
        return self._metrics.units_per_em

    @cached_property
    def ascent(self) -> float:
        """From the baseline up, by `hhea`."""
        return self._metrics.ascent / self.units_per_em

    @cached_property
    def descent(self) -> float:
        """From the baseline down, by `hhea`; a positive number."""
        return self._metrics.descent / self.units_per_em

    @cached_property
    def line_gap(self) -> float:
        return self._metrics.line_gap / self.units_per_em

    @cached_property
    def pitch(self) -> float:
        """Distance of baselines at line spacing 1: the larger of 1.2 em and ascent + descent + gap."""
        return family_of(self.family).pitch or max(1.2, self.ascent + self.descent + self.line_gap)

    @cached_property
    def cap_height(self) -> float:
        return self._metrics.cap_height / self.units_per_em

    @cached_property
    def x_height(self) -> float:
        return self._metrics.x_height / self.units_per_em

    @property
    def italic_angle(self) -> float:
        """Degrees anticlockwise from upright: negative for a face that leans to the right."""
        return self._metrics.italic_angle

    @cached_property
    def bbox(self) -> tuple[float, float, float, float]:
        """Left, bottom, right, top of all glyphs together."""
        left, bottom, right, top = (edge / self.units_per_em for edge in self._metrics.bbox)
        return left, bottom, right, top

    @property
    def stem(self) -> float:
        """Thickness of an upright stroke, as a PDF's StemV wants it: estimated from the weight, as it is only a hint."""
        return 0.05 + (self.weight / 65) ** 2 / 1000

    def advance(self, text: str, kerning: bool = False) -> float:
        """Width of a text on one line; tabs and line breaks have none."""
        widths = self._widths[kerning]
        width = widths.get(text)
        if width is not None:
            return width
        words = text.split(" ")
        if len(words) == 1:
            return self._measured(text, kerning)
        gaps = (len(words) - 1) * self.advance_of_space
        return gaps + sum(widths[word] if word in widths else self._measured(word, kerning) for word in words)

    def advances(self, words: Iterable[str], kerning: bool = False) -> list[float]:
        """Widths of words, none of which has a space in it."""
        widths = self._widths[kerning]
        return [widths[word] if word in widths else self._measured(word, kerning) for word in words]

    @cached_property
    def advance_of_space(self) -> float:
        return self._outlines.advance(" ", kerning=False) / self.units_per_em

    def shape(self, text: str, kerning: bool = False, *, leftward: bool = False) -> tuple[Glyph, ...]:
        """The glyphs of a text on one line, with their advances; the sum of these is `advance`.

        A word that runs from right to left comes in the order of the eye, and brackets in it are turned round.
        """
        if leftward:
            return tuple(self._scaled(self._outlines.shape(text, kerning=kerning, leftward=True), 0))
        start = 0
        glyphs: list[Glyph] = []
        for number, word in enumerate(text.split(" ")):
            if number:
                glyphs.append(Glyph(self._space, self.advance_of_space, 0.0, 0.0, start))
                start += 1
            glyphs += self._scaled(self._shaped(word, kerning), start)
            start += len(word)
        return tuple(glyphs)

    def _scaled(self, glyphs: Iterable[ShapedGlyph], start: int) -> list[Glyph]:
        scale = self.units_per_em
        return [
            Glyph(id, advance / scale, x / scale, y / scale, cluster + start) for id, advance, x, y, cluster in glyphs
        ]

    def width(self, glyph: int) -> float:
        """The advance that the font itself gives a glyph; what shaping changes of it is in `Glyph.advance`."""
        width = self._natural.get(glyph)
        if width is None:
            width = self._natural[glyph] = self._outlines.glyph_width(glyph) / self.units_per_em
        return width

    def missing(self, text: str) -> str:
        """The characters that the face cannot draw, each once, in the order in which they come."""
        if self._drawn.issuperset(text):
            return ""
        missing = [char for char in dict.fromkeys(text) if char not in _NEVER_DRAWN and not self._has(char)]
        self._drawn.update(set(text).difference(missing))
        return "".join(missing)

    def font_bytes(self) -> bytes:
        """The whole face as a static font."""
        return self._outlines.instance()

    def subset(self, glyph_ids: Iterable[int], letters: Mapping[int, Letter] | None = None) -> bytes:
        """A static font of those glyphs and .notdef, under the same ids, and of letters made of glyphs, under theirs."""
        if not letters:
            return self._outlines.subset(glyph_ids)
        parts = {part.glyph for letter in letters.values() for part in letter.parts}
        return with_letters(self._outlines.subset({*glyph_ids, *parts}), letters)

    @property
    def glyph_count(self) -> int:
        """Ids from here on are free."""
        return self._outlines.glyph_count

    @cached_property
    def takes_letters(self) -> bool:
        """Whether letters can be made of its glyphs: CFF cannot do that."""
        return self._outlines.is_truetype

    def subset_for(self, characters: str) -> bytes:
        """A static font of those characters, to be typed in."""
        return self._outlines.subset_for(characters)

    @cached_property
    def _space(self) -> int:
        return self._outlines.shape(" ", kerning=False)[0].id

    def _measured(self, word: str, kerning: bool) -> float:
        widths = self._widths[kerning]
        if len(widths) >= _WIDTHS_KEPT:
            widths.clear()
        if word.isascii() and not kerning:
            width = sum([self._letter(char) for char in word])
        else:
            width = self._outlines.advance(_drawn(word), kerning=kerning) / self.units_per_em
        widths[word] = width
        return width

    def _letter(self, char: str) -> float:
        """Without kerning and ligatures, plain letters are as wide together as one by one: no need to shape the word."""
        width = self._letters.get(char)
        if width is None:
            width = self._letters[char] = self._outlines.advance(_drawn(char), kerning=False) / self.units_per_em
        return width

    def _shaped(self, word: str, kerning: bool) -> tuple[ShapedGlyph, ...]:
        shaped = self._glyphs[kerning]
        glyphs = shaped.get(word)
        if glyphs is None:
            if len(shaped) >= _SHAPES_KEPT:
                shaped.clear()
            glyphs = shaped[word] = self._outlines.shape(_drawn(word), kerning=kerning)
        return glyphs

    def _has(self, char: str) -> bool:
        known = self._known.get(char)
        if known is None:
            known = self._known[char] = self._outlines.has(char)
        return known


def _drawn(word: str) -> str:
    # HarfBuzz draws .notdef for a tab; a zero-width space keeps the clusters and has no width.
    return word.replace("\t", "\u200b") if "\t" in word else word


@cache
def face_key(family: str, *, bold: bool = False, italic: bool = False) -> str:
    """The key of a face: `arimo-700-italic`. UnknownFamilyError where the family is not known."""
    weight = _BOLD if bold else _REGULAR
    return f"{family_of(family).slug}-{weight}{'-italic' if italic else ''}"


@cache
def face(key: str) -> Face:
    """The face of a key; KeyError where no family makes such a key."""
    for family in FAMILIES:
        for bold in (False, True):
            for italic in (False, True):
                if face_key(family, bold=bold, italic=italic) == key:
                    return Face(key, family, bold=bold, italic=italic)
    raise KeyError(key)


def covering_family(text: str, family: str, otherwise: str = "Noto Sans") -> str:
    """The family where it has every character of the text, else the other one, for the whole text."""
    return otherwise if face(face_key(family)).missing(text) else family
