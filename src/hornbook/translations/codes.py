"""Texts cut into words and codes: what a translator moves but does not type. Programs for translators show a code as one sign."""

import re
from collections.abc import Iterable, Iterator
from itertools import count

from msgspec import Struct

_CODE = re.compile(
    r"(?P<code>`[^`]{1,500}`)"
    r"|(?P<value><<[^<>]{1,200}>>)"
    r"|(?P<citation>\[@[^\]]{1,200}\])"
    r"|\[(?P<link>[^\[\]]{1,500})\]\([^)\s]+\)"
    r"|==(?=\S)(?P<key>.{1,500}?)(?<=\S)=="
    r"|\*\*(?=\S)(?P<bold>.{1,500}?)(?<=\S)\*\*"
    r"|(?<![\w*\\])\*(?=[^\s*])(?P<italic>[^*]{1,500}?)(?<=\S)\*(?![\w*])"
)
_ALONE = frozenset(("code", "value", "citation"))


class Code(Struct, frozen=True):
    """A sign of the outline's markup, alone or around words."""

    number: str
    kind: str
    begin: str
    content: tuple["Piece", ...] = ()
    end: str = ""
    """Empty where it stands alone."""

    @property
    def signs(self) -> tuple[str, str]:
        return self.begin, self.end


Piece = str | Code


def pieces(text: str) -> tuple[Piece, ...]:
    """Words and codes; joined they are the text again. Codes are numbered from 1 as they begin."""
    return tuple(_pieces(text, count(1)))


def _pieces(text: str, numbers: Iterator[int]) -> Iterator[Piece]:
    done = 0
    for match in _CODE.finditer(text):
        if match.start() > done:
            yield text[done : match.start()]
        done = match.end()
        kind, number = match.lastgroup or "", str(next(numbers))
        if kind in _ALONE:
            yield Code(number, kind, match[0])
        else:
            begin, end = text[match.start() : match.start(kind)], text[match.end(kind) : done]
            yield Code(number, kind, begin, tuple(_pieces(match[kind], numbers)), end)
    if done < len(text):
        yield text[done:]


def codes(found: Iterable[Piece]) -> Iterator[Code]:
    """The codes in order, those within others as well."""
    for piece in found:
        if isinstance(piece, Code):
            yield piece
            yield from codes(piece.content)


def numbered_as(text: str, original: Iterable[Piece]) -> tuple[Piece, ...]:
    """A translation with the numbers of its original's codes; what the original has not, or not as often, stays as it is typed."""
    free = list(codes(original))
    return tuple(_numbered(pieces(text), free))


def _numbered(found: Iterable[Piece], free: list[Code]) -> Iterator[Piece]:
    for piece in found:
        if isinstance(piece, str):
            yield piece
            continue
        same = next((code for code in free if code.signs == piece.signs), None)
        if same is None:
            yield piece.begin
            yield from _numbered(piece.content, free)
            yield piece.end
        else:
            free.remove(same)
            yield Code(same.number, same.kind, piece.begin, tuple(_numbered(piece.content, free)), piece.end)
