"""Words to glyphs in a content stream: codes of two bytes, each the glyph's id, with numbers where kerning moves them.

What a glyph means comes from the clusters of shaping. A glyph means one thing in a font: where it stands for other characters
as well, or where several glyphs make one character, the words go along as `ActualText`.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple
from unicodedata import bidirectional

from hornbook.render.pdf.embedding import embed_font
from hornbook.render.pdf.file import PdfFile
from hornbook.render.pdf.spelling import NOTDEF, TURNS, UNSEEN, spelled, spelled_text, with_glyph
from hornbook.render.pdf.syntax import number, text_string
from hornbook.tags import RIGHT_TO_LEFT
from hornbook.typeset.faces import Face, Glyph, face
from hornbook.typeset.letters import Letter, Part

_PLACELESS = "\u200b"
"""What a glyph means that is only ever a part of a character: something that takes no place."""
_NOTHING = Letter((), 0)
_WEAK = frozenset({"CS", "ES", "ET"})
"""Signs of numbers (UAX #9), which some programs take for numbers wherever they stand."""


class Piece(NamedTuple):
    """Glyphs on one height: the operand of `TJ`, and how far they are raised in em."""

    rise: float
    operand: str


class Shown(NamedTuple):
    """A text as glyphs; `actual` is the text itself where the glyphs alone would be read as something else."""

    pieces: tuple[Piece, ...]
    actual: str


class Asked(NamedTuple):
    """What a page asked a font, and what it was told."""

    face: str
    name: str
    text: str
    kerning: bool
    shown: Shown | None
    """None for a word that runs from right to left, whose letters are the file's own."""


class Letters:
    """Glyphs that a file adds to a face, so that each means one character: what they are made of, under free ids."""

    def __init__(self, face: Face) -> None:
        self._face = face
        self._codes: dict[tuple[Letter, str], int] = {}
        self.made: dict[int, Letter] = {}
        self.meanings: dict[int, str] = {}

    def code(self, letter: Letter, meaning: str) -> int:
        known = self._codes.get((letter, meaning))
        if known is None:
            known = self._codes[letter, meaning] = self._face.glyph_count + len(self.made)
            self.made[known], self.meanings[known] = letter, meaning
        return known


class Type0Font:
    """A face in the file, with the glyphs that were shown so far."""

    def __init__(self, name: str, face: Face, asked: "list[Asked]") -> None:
        """All that it is asked for a page is noted in `asked`."""
        self.name = name
        self.face = face
        self._asked = asked
        self._letters = Letters(face)
        self._meanings: dict[int, str] = {}
        self._words: dict[tuple[str, bool], bool] = {}
        self._parts: set[int] = set()
        self._shown: dict[tuple[str, bool], Shown] = {}

    def show_leftward(self, word: str, size: float, *, kerning: bool, before: str, after: str) -> str:
        """The operators that show a word that runs from right to left.

        `before` and `after` are read with it, and not seen.

        The glyphs stand in the order of the eye, one for each character, as every program expects that copies text from a
        page; `ReversedChars` says so (ISO 32000-1 §14.8.2.3.3).
        """
        self._asked.append(Asked(self.face.key, self.name, word, kerning, None))
        if not self.face.takes_letters:
            shown = self._looked_at(word, kerning=kerning, leftward=True)
            operators = " ".join(_raised(piece, size) for piece in shown.pieces)
            return f"/Span <</ActualText {text_string(word + after)}>> BDC {operators} EMC"
        clusters = list(_clusters(self.face.shape(word, kerning, leftward=True), word))
        operand, gap = "", 0.0
        for place, (cluster, chars) in enumerate(clusters):
            ends = after if place == 0 else RIGHT_TO_LEFT if bidirectional(chars[-1]) in _WEAK else ""
            said = (before if place + 1 == len(clusters) else "") + chars + ends
            for glyph in self._spelled_leftward(cluster, said):
                operand, gap = with_glyph(operand, gap, glyph, self._width(glyph.id))
        return f"/ReversedChars BMC [{operand.replace('><', '')}]TJ EMC" if operand else ""

    def show(self, text: str, size: float, *, kerning: bool) -> str:
        """The operators that show a text, inside `BT` and `ET`."""
        shown = self.shown(text, kerning=kerning)
        self._asked.append(Asked(self.face.key, self.name, text, kerning, shown))
        operators = " ".join(_raised(piece, size) for piece in shown.pieces)
        if shown.actual:
            return f"/Span <</ActualText {text_string(shown.actual)}>> BDC {operators} EMC"
        return operators

    def shown(self, text: str, *, kerning: bool) -> Shown:
        """A text as glyphs; the font knows from now on what they mean."""
        found = self._shown.get((text, kerning))
        if found is None:
            found = self._shown[text, kerning] = self._encode(text, kerning=kerning)
        return found

    def write(self, file: PdfFile) -> None:
        """The font as objects of the file, known to its pages."""
        meanings = dict.fromkeys(self._parts, _PLACELESS) | self._meanings | self._letters.meanings
        file.add_font(self.name, embed_font(file, self.name, self.face, meanings, self._letters.made))

    def _spelled_leftward(self, cluster: Sequence[Glyph], chars: str) -> Iterator[Glyph]:
        """A glyph for each character of a cluster, in the order of the eye.

        Of several characters the last has all that is seen, and each its share of the width: some programs take
        characters at one place for one.
        """
        said = [char.replace("\u00a0", " ") for char in chars if char not in UNSEEN]
        if not said:
            return
        first, *others = cluster
        plain = not others and len(said) == 1 and first.id != NOTDEF and not first.x_offset and not first.y_offset
        if plain and self._meanings.setdefault(first.id, said[0]) == said[0]:
            yield first
            return
        parts, natural = self._composed(cluster)
        share = natural // len(said)
        kerned = sum(glyph.advance for glyph in cluster) - natural / self.face.units_per_em
        yield self._letter(Letter(parts, natural - share * (len(said) - 1)), said[-1], kerned)
        for char in reversed(said[:-1]):
            yield self._letter(Letter((), share), char)

    def _composed(self, cluster: Sequence[Glyph]) -> tuple[tuple[Part, ...], int]:
        """The parts of a cluster, and how wide they are by themselves, in font units."""
        scale = self.face.units_per_em
        parts: list[Part] = []
        at = natural = 0.0
        for glyph in cluster:
            if glyph.id != NOTDEF:
                parts.append(Part(glyph.id, round((at + glyph.x_offset) * scale), round(glyph.y_offset * scale)))
            at += glyph.advance
            natural += self.face.width(glyph.id)
        return tuple(parts), round(natural * scale)

    def _letter(self, letter: Letter, meaning: str, kerned: float = 0.0) -> Glyph:
        advance = letter.advance / self.face.units_per_em + kerned
        return Glyph(self._letters.code(letter, meaning), advance, 0.0, 0.0, 0)

    def _width(self, glyph: int) -> float:
        made = self._letters.made.get(glyph)
        return made.advance / self.face.units_per_em if made else self.face.width(glyph)

    def _encode(self, text: str, *, kerning: bool) -> Shown:
        words = spelled_text(self.face, text, kerning=kerning)
        if words is None:
            return self._looked_at(text, kerning=kerning)
        unclear = [word for word in words.words if not self._means(word, kerning=kerning)]
        return Shown((Piece(0.0, words.operand),), text if unclear else "")

    def _means(self, word: str, *, kerning: bool) -> bool:
        """Whether the glyphs of a plain word mean its characters and nothing else in this font. What is known stays as it is."""
        known = self._words.get((word, kerning))
        if known is None:
            found = spelled(self.face, word, kerning)
            meanings = found.meanings if found else ()
            known = not [glyph for glyph, meaning in meanings if self._meanings.setdefault(glyph, meaning) != meaning]
            self._words[word, kerning] = known
        return known

    def _looked_at(self, text: str, *, kerning: bool, leftward: bool = False) -> Shown:
        """A text whose glyphs are not one for each character."""
        glyphs: list[Glyph] = []
        plain = True
        for cluster, words in _clusters(self.face.shape(text, kerning, leftward=leftward), text):
            if all(char in UNSEEN for char in words):
                continue
            if self.face.takes_letters and all(char in TURNS for char in words):
                glyphs += [self._letter(_NOTHING, char) for char in words]
                continue
            glyphs += cluster
            plain = self._learn(cluster, words) and plain
        return Shown(tuple(self._pieces(glyphs)), "" if plain else text)

    def _learn(self, cluster: Sequence[Glyph], words: str) -> bool:
        """Note what the glyphs of a cluster mean; whether they mean just that and nothing else in this font."""
        if len(cluster) > 1 or cluster[0].id == NOTDEF:
            self._parts.update(glyph.id for glyph in cluster if glyph.id != NOTDEF)
            return False
        words = words.replace("\u00a0", " ")
        return self._meanings.setdefault(cluster[0].id, words) == words

    def _pieces(self, glyphs: Sequence[Glyph]) -> Iterator[Piece]:
        """Glyphs in strings, with numbers between them where one does not stand where its forerunner's width puts it."""
        rise, operand, gap = 0.0, "", 0.0
        for glyph in glyphs:
            if glyph.id == NOTDEF:
                gap += glyph.advance
                continue
            if glyph.y_offset != rise:
                yield Piece(rise, operand)
                rise, operand = glyph.y_offset, ""
            operand, gap = with_glyph(operand, gap, glyph, self._width(glyph.id))
        yield Piece(rise, operand)


class FontBook:
    """The fonts of a file, each made when its first word is drawn."""

    def __init__(self) -> None:
        self._fonts: dict[str, Type0Font] = {}
        self.asked: list[Asked] = []
        """What was asked since the list was cleared."""

    def answers(self, asked: Asked) -> bool:
        """Whether the same is answered as before."""
        font = self[asked.face]
        return (
            asked.shown is not None
            and font.name == asked.name
            and font.shown(asked.text, kerning=asked.kerning) == asked.shown
        )

    def __getitem__(self, key: str) -> Type0Font:
        font = self._fonts.get(key)
        if font is None:
            font = self._fonts[key] = Type0Font(f"F{len(self._fonts) + 1}", face(key), self.asked)
        return font

    def write(self, file: PdfFile) -> None:
        for font in self._fonts.values():
            font.write(file)


def _clusters(glyphs: Sequence[Glyph], text: str) -> Iterator[tuple[list[Glyph], str]]:
    """Glyphs that belong together, in the order in which they stand, with the characters that they stand for."""
    starts = sorted({glyph.cluster for glyph in glyphs})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    group: list[Glyph] = []
    for glyph in glyphs:
        if group and group[0].cluster != glyph.cluster:
            yield group, text[group[0].cluster : ends[group[0].cluster]]
            group = []
        group.append(glyph)
    if group:
        yield group, text[group[0].cluster : ends[group[0].cluster]]


def _raised(piece: Piece, size: float) -> str:
    operators = f"[{piece.operand.replace('><', '')}]TJ" if piece.operand else ""
    return f"{number(piece.rise * size)} Ts {operators} 0 Ts" if piece.rise else operators
