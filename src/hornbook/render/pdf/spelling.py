"""Plain words as operands of `TJ`, remembered from file to file: most of what is printed is words that were printed before."""

from functools import lru_cache
from typing import NamedTuple

from hornbook.render.pdf.syntax import number
from hornbook.tags import LEFT_TO_RIGHT, RIGHT_TO_LEFT
from hornbook.typeset.faces import Face, Glyph

NOTDEF = 0
"""The glyph of a character that the face does not have; PDF/UA forbids to show it, so its place is left empty."""
UNSEEN = frozenset("\t\u200b\u200c\u200d\u2060\ufeff\u00ad")
"""Characters that HarfBuzz draws as a space without width: left out, as that glyph already means a space."""
TURNS = frozenset({LEFT_TO_RIGHT, RIGHT_TO_LEFT})
"""Characters without a glyph that say which way their neighbours run: who copies the text needs them."""
CLOSE = 0.0004
"""Less than this many em cannot be seen, and is left to the next glyph."""


class Spelled(NamedTuple):
    """A word of glyphs that stand for one character each, on one height: the operand, and what each glyph means."""

    operand: str
    meanings: tuple[tuple[int, str], ...]


class SpelledText(NamedTuple):
    """The operand of words with the spaces between them, and these words and a space, each once."""

    operand: str
    words: tuple[str, ...]


@lru_cache(maxsize=2_048)
def spelled_text(face: Face, text: str, *, kerning: bool) -> SpelledText | None:
    """A text of plain words; None where one of them needs a closer look."""
    space = spelled(face, " ", kerning)
    words = text.split(" ")
    found = [spelled(face, word, kerning) for word in words]
    if space is None or None in found:
        return None
    operand = space.operand.join([word.operand for word in found if word])
    return SpelledText(operand, tuple(dict.fromkeys((words[0], " ", *words[1:]) if len(words) > 1 else words)))


@lru_cache(maxsize=2_048)
def spelled(face: Face, word: str, kerning: bool) -> Spelled | None:
    if not UNSEEN.isdisjoint(word) or not TURNS.isdisjoint(word):
        return None
    glyphs = face.shape(word, kerning)
    if [glyph.cluster for glyph in glyphs] != list(range(len(word))):
        return None
    meanings: dict[int, str] = {}
    operand, gap = "", 0.0
    for glyph, char in zip(glyphs, word.replace("\u00a0", " "), strict=True):
        if glyph.id == NOTDEF or glyph.y_offset or meanings.setdefault(glyph.id, char) != char:
            return None
        operand, gap = with_glyph(operand, gap, glyph, face.width(glyph.id))
    return None if gap else Spelled(operand, tuple(meanings.items()))


def with_glyph(operand: str, gap: float, glyph: Glyph, width: float) -> tuple[str, float]:
    """The operand with a glyph more, moved to its place, and how far the next one stands from where its width puts it."""
    gap += glyph.x_offset
    if abs(gap) > CLOSE:
        operand, gap = f"{operand}{number(-1000 * gap)}", 0.0
    return f"{operand}<{glyph.id:04X}>", gap + (glyph.advance - width - glyph.x_offset)
