"""Words to glyphs in a content stream: codes of two bytes, each the glyph's id, with numbers where kerning moves them.

What a glyph means comes from the clusters of shaping. A glyph means one thing in a font: where it stands for other characters
as well, or where several glyphs make one character, the words go along as `ActualText`.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hornbook.render.pdf.embedding import embed_font
from hornbook.render.pdf.file import PdfFile
from hornbook.render.pdf.spelling import NOTDEF, UNSEEN, Spelled, spelled_text, with_glyph
from hornbook.render.pdf.syntax import number, text_string
from hornbook.typeset.faces import Face, Glyph, face

_PLACELESS = "\u200b"
"""What a glyph means that is only ever a part of a character: something that takes no place."""


class Piece(NamedTuple):
    """Glyphs on one height: the operand of `TJ`, and how far they are raised in em."""

    rise: float
    operand: str


class Shown(NamedTuple):
    """A text as glyphs; `actual` is the text itself where the glyphs alone would be read as something else."""

    pieces: tuple[Piece, ...]
    actual: str


class Type0Font:
    """A face in the file, with the glyphs that were shown so far."""

    def __init__(self, name: str, face: Face) -> None:
        self.name = name
        self.face = face
        self._meanings: dict[int, str] = {}
        self._parts: set[int] = set()
        self._shown: dict[tuple[str, bool], Shown] = {}

    def show_leftward(self, text: str, size: float, *, kerning: bool, after: str = "") -> str:
        """The operators that show a word that runs from right to left; who reads it gets `after` as well, unseen."""
        shown = self._looked_at(text, kerning=kerning, leftward=True)
        operators = " ".join(_raised(piece, size) for piece in shown.pieces)
        return f"/Span <</ActualText {text_string(text + after)}>> BDC {operators} EMC"

    def show(self, text: str, size: float, *, kerning: bool) -> str:
        """The operators that show a text, inside `BT` and `ET`."""
        shown = self._shown.get((text, kerning))
        if shown is None:
            shown = self._shown[text, kerning] = self._encode(text, kerning=kerning)
        operators = " ".join(_raised(piece, size) for piece in shown.pieces)
        if shown.actual:
            return f"/Span <</ActualText {text_string(shown.actual)}>> BDC {operators} EMC"
        return operators

    def write(self, file: PdfFile) -> None:
        """The font as objects of the file, known to its pages."""
        meanings = dict.fromkeys(self._parts, _PLACELESS) | self._meanings
        file.add_font(self.name, embed_font(file, self.name, self.face, meanings))

    def _encode(self, text: str, *, kerning: bool) -> Shown:
        words = spelled_text(self.face, text, kerning=kerning)
        if words is None:
            return self._looked_at(text, kerning=kerning)
        plain = True
        for word in words:
            plain = self._learn_word(word) and plain
        return Shown((Piece(0.0, "".join([word.operand for word in words])),), "" if plain else text)

    def _learn_word(self, word: Spelled) -> bool:
        known = self._meanings
        return not [glyph for glyph, meaning in word.meanings if known.setdefault(glyph, meaning) != meaning]

    def _looked_at(self, text: str, *, kerning: bool, leftward: bool = False) -> Shown:
        """A text whose glyphs are not one for each character."""
        glyphs: list[Glyph] = []
        plain = True
        for cluster, words in _clusters(self.face.shape(text, kerning, leftward=leftward), text):
            if all(char in UNSEEN for char in words):
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
            operand, gap = with_glyph(operand, gap, glyph, self.face.width(glyph.id))
        yield Piece(rise, operand)


class FontBook:
    """The fonts of a file, each made when its first word is drawn."""

    def __init__(self) -> None:
        self._fonts: dict[str, Type0Font] = {}

    def __getitem__(self, key: str) -> Type0Font:
        font = self._fonts.get(key)
        if font is None:
            font = self._fonts[key] = Type0Font(f"F{len(self._fonts) + 1}", face(key))
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
