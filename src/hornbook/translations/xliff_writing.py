"""A lesson's texts in two languages as a file of XLIFF 1.2 (OASIS), which the programs of translation agencies read and write.

Markup becomes inline codes; a text is known by a number made of its words, so that one from another day is told at once.
"""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from msgspec import Struct

from hornbook.ooxml.xml import escape
from hornbook.translations.catalog import COVERS, REVIEWED_BY, REVIEWED_ON
from hornbook.translations.codes import Piece, codes, numbered_as, pieces

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
DONE, FUZZY = "translated", "needs-review-translation"

_TYPES = {"bold": "bold", "italic": "italic", "link": "link"}
"""Kinds of codes that XLIFF has a name for; the others get one that begins with x-."""


class Unit(Struct, frozen=True):
    """A text with its translation; without words it is not translated."""

    source: str
    words: str = ""
    fuzzy: bool = False
    places: Sequence[tuple[str, int]] = ()
    """Names of files with lines."""
    notes: Sequence[str] = ()


class Exchange(Struct, frozen=True):
    """What an agency gets for one language of a lesson."""

    lesson: str
    source_language: str
    language: str
    units: Sequence[Unit]
    reviewed_by: str = ""
    reviewed_on: str = ""
    covers: Sequence[str] = ()
    """The outputs whose texts these are; empty where they are those of the whole lesson."""


def unit_id(text: str) -> str:
    """What a text is known by: the same for the same words, in any file."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def xliff_bytes(exchange: Exchange) -> bytes:
    """The file. IllegalCharacterError where a translation has a character that XML cannot hold."""
    return "".join(_lines(exchange)).encode()


def _lines(exchange: Exchange) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<xliff version="1.2" xmlns="{NAMESPACE}">\n'
    yield (
        f'<file original="{escape(exchange.lesson)}" source-language="{escape(exchange.source_language)}" '
        f'target-language="{escape(exchange.language)}" datatype="plaintext" xml:space="preserve">\n'
    )
    yield "<header>\n"
    yield f'<note from="{REVIEWED_BY}">{escape(exchange.reviewed_by)}</note>\n'
    yield f'<note from="{REVIEWED_ON}">{escape(exchange.reviewed_on)}</note>\n'
    if exchange.covers:
        yield f'<note from="{COVERS}">{escape(", ".join(exchange.covers))}</note>\n'
    yield "</header>\n<body>\n"
    reviewed = bool(exchange.reviewed_by and exchange.reviewed_on)
    for unit in exchange.units:
        yield from _unit(unit, reviewed=reviewed)
    yield "</body>\n</file>\n</xliff>\n"


def _unit(unit: Unit, *, reviewed: bool) -> Iterator[str]:
    """A text; `approved` where a person has gone through its words, which programs tell from those that wait for one."""
    original = pieces(unit.source)
    approved = ' approved="yes"' if reviewed and unit.words and not unit.fuzzy else ""
    yield f'<trans-unit id="{unit_id(unit.source)}"{approved}>\n<source>{_content(original)}</source>\n'
    if unit.words:
        state = FUZZY if unit.fuzzy else DONE
        yield f'<target state="{state}">{_content(numbered_as(unit.words, original))}</target>\n'
    for name, line in unit.places:
        yield (
            f'<context-group purpose="location"><context context-type="sourcefile">{escape(name)}</context>'
            f'<context context-type="linenumber">{line}</context></context-group>\n'
        )
    shown = ", ".join(f"{code.number} {code.begin}{'...' if code.end else ''}{code.end}" for code in codes(original))
    for note in (*unit.notes, *([f"Codes: {shown}"] if shown else [])):
        yield f'<note from="developer">{escape(note)}</note>\n'
    yield "</trans-unit>\n"


def _content(found: Iterable[Piece]) -> str:
    return "".join(_piece(piece) for piece in found)


def _piece(piece: Piece) -> str:
    if isinstance(piece, str):
        return escape(piece)
    attributes = f'id="{piece.number}" ctype="{_TYPES.get(piece.kind, f"x-{piece.kind}")}"'
    if piece.end:
        return f"<g {attributes}>{_content(piece.content)}</g>"
    return f"<ph {attributes}>{escape(piece.begin)}</ph>"
