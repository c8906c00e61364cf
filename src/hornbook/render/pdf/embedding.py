"""A face as a Type 0 font in the file (ISO 32000-1 §9.7), with only the glyphs used, under the ids that they had.

Outlines are TrueType, or CFF inside the OpenType font that they came in: bare CFF is allowed as well (`CIDFontType0C`), but then
validators do not agree whether a code may be a glyph's id.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from hashlib import sha256
from typing import NamedTuple

from hornbook.render.pdf.file import PdfFile
from hornbook.render.pdf.syntax import dictionary, number, numbers
from hornbook.render.pdf.tounicode import to_unicode
from hornbook.typeset.faces import Face
from hornbook.typeset.fontfiles import family_of
from hornbook.typeset.letters import Letter

_FIRST, _LAST = 32, 255
_LETTERS = "32"
"""Flags of a descriptor: the Latin alphabet and no more."""
_UPRIGHT, _LEANING = "4", "68"
"""Flags of a descriptor: there are glyphs beyond the Latin alphabet; they lean as well."""


class Glyphs(NamedTuple):
    """What is shown of a face: its own glyphs, and letters made of them, whose ids are above all of its own."""

    own: Sequence[int]
    letters: Mapping[int, Letter]


def embed_font(file: PdfFile, name: str, face: Face, meanings: Mapping[int, str], letters: Mapping[int, Letter]) -> str:
    """The font, its descendant, its descriptor, its outlines and what its glyphs mean; the reference of the font.

    `letters` are glyphs that the face does not have, made of those that it has.
    """
    own = sorted(glyph for glyph in meanings if glyph not in letters)
    full_name = f"{_subset_tag([*own, *letters.items()])}+{_postscript_name(face)}"
    font = {
        "Type": "/Font",
        "Subtype": "/Type0",
        "BaseFont": f"/{full_name}",
        "Encoding": "/Identity-H",
        "DescendantFonts": f"[{_put_descendant(file, name, full_name, face, Glyphs(own, letters))}]",
        "ToUnicode": file.put_stream(f"{name} meanings", to_unicode(meanings).encode()),
    }
    return file.put(name, dictionary(font))


def embed_typed_font(file: PdfFile, name: str, face: Face) -> str:
    """A face to be typed in, as a simple TrueType font in the Windows encoding; the reference of the font."""
    letters = [bytes([code]).decode("cp1252", "ignore") for code in range(_FIRST, _LAST + 1)]
    letters = [char if char and not face.missing(char) else "" for char in letters]
    outlines = face.subset_for("".join(letters))
    full_name = f"{_subset_tag([ord(char) for char in letters if char])}+{_postscript_name(face)}"
    file_entry = file.put_stream(f"{name} outlines", outlines, f"/Length1 {len(outlines)}")
    descriptor = _descriptor(full_name, face) | {"Flags": _LETTERS, "FontFile2": file_entry}
    font = {
        "Type": "/Font",
        "Subtype": "/TrueType",
        "BaseFont": f"/{full_name}",
        "Encoding": "/WinAnsiEncoding",
        "FirstChar": str(_FIRST),
        "LastChar": str(_LAST),
        "Widths": f"[{numbers(*(1000 * face.advance(char) for char in letters))}]",
        "FontDescriptor": file.put(f"{name} descriptor", dictionary(descriptor)),
    }
    return file.put(name, dictionary(font))


def _put_descendant(file: PdfFile, name: str, full_name: str, face: Face, glyphs: Glyphs) -> str:
    outlines = face.subset(glyphs.own, glyphs.letters) if glyphs.letters else _subset(face, tuple(glyphs.own))
    compact = outlines.startswith(b"OTTO")
    widths = [(glyph, face.width(glyph)) for glyph in glyphs.own]
    widths += [(glyph, letter.advance / face.units_per_em) for glyph, letter in sorted(glyphs.letters.items())]
    descriptor = _descriptor(full_name, face) | _font_file(file, name, outlines, compact=compact)
    descendant = {
        "Type": "/Font",
        "Subtype": "/CIDFontType0" if compact else "/CIDFontType2",
        "BaseFont": f"/{full_name}",
        "CIDSystemInfo": "<</Registry (Adobe)/Ordering (Identity)/Supplement 0>>",
        "CIDToGIDMap": "" if compact else "/Identity",
        "DW": "0",
        "W": _widths(widths),
        "FontDescriptor": file.put(f"{name} descriptor", dictionary(descriptor)),
    }
    return file.put(f"{name} descendant", dictionary(descendant))


@lru_cache(maxsize=16)
def _subset(face: Face, glyphs: tuple[int, ...]) -> bytes:
    """Remembered from file to file: the words of a deck that is built again mostly have the letters that they had before."""
    return face.subset(glyphs)


def _descriptor(full_name: str, face: Face) -> dict[str, str]:
    return {
        "Type": "/FontDescriptor",
        "FontName": f"/{full_name}",
        "Flags": _LEANING if face.italic else _UPRIGHT,
        "FontBBox": f"[{numbers(*(1000 * edge for edge in face.bbox))}]",
        "ItalicAngle": number(face.italic_angle),
        "Ascent": number(1000 * face.ascent),
        "Descent": number(-1000 * face.descent),
        "CapHeight": number(1000 * face.cap_height),
        "StemV": number(1000 * face.stem),
    }


def _font_file(file: PdfFile, name: str, outlines: bytes, *, compact: bool) -> dict[str, str]:
    if compact:
        return {"FontFile3": file.put_stream(f"{name} outlines", outlines, "/Subtype/OpenType")}
    return {"FontFile2": file.put_stream(f"{name} outlines", outlines, f"/Length1 {len(outlines)}")}


def _subset_tag(glyphs: Sequence[object]) -> str:
    """Six capital letters that differ where the glyphs do (§9.6.4)."""
    digest = sha256(repr(glyphs).encode()).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _postscript_name(face: Face) -> str:
    family = family_of(face.family).slug.title().replace("-", "")
    style = f"{'Bold' if face.bold else ''}{'Italic' if face.italic else ''}"
    return f"{family}-{style or 'Regular'}"


def _widths(widths: Sequence[tuple[int, float]]) -> str:
    """The `W` array: runs of ids that follow each other, with a width for each in thousandths of an em."""
    text, previous = "", -2
    for glyph, width in widths:
        text += " " if glyph == previous + 1 else f"{']' if text else ''}{glyph}["
        text += number(1000 * width)
        previous = glyph
    return f"[{text}{']' if text else ''}]"
