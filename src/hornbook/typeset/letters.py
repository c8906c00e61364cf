"""Glyphs made of glyphs, added to a TrueType font: a letter with its dots and marks as one, under an id of its own.

Some faces draw a letter of Arabic as a bare shape and its dots. Who reads such a file glyph by glyph finds no letters in it;
with one glyph for each letter it is as plain as Latin. (OpenType: `glyf`, composite glyphs; `loca`, `hmtx`, `maxp`, `head`.)
"""

import struct
from collections.abc import Mapping, Sequence
from typing import NamedTuple

_WORDS, _OFFSETS, _MORE = 0x0001, 0x0002, 0x0020
"""Flags of a component: its place is two words, which are distances; another one follows."""
_CHECKSUM, _CHECKSUM_AT = 0xB1B0AFBA, 8


class Part(NamedTuple):
    """A glyph of the font, moved, in font units."""

    glyph: int
    right: int
    up: int


class Letter(NamedTuple):
    """What stands for one character: its parts (none of them: nothing to be seen), and how far it reaches, in font units."""

    parts: tuple[Part, ...]
    advance: int


class _Glyph(NamedTuple):
    data: bytes
    box: tuple[int, int, int, int]
    points: int
    contours: int
    advance: int


def with_letters(font: bytes, letters: Mapping[int, Letter]) -> bytes:
    """The font with more glyphs, under ids above those that it has; ids between are empty glyphs."""
    tables = _tables(font)
    glyphs = _glyphs(tables)
    for id, letter in sorted(letters.items()):
        glyphs += [_Glyph(b"", (0, 0, 0, 0), 0, 0, 0)] * (id - len(glyphs))
        glyphs.append(_composed(letter, glyphs))
    most = max((len(letter.parts) for letter in letters.values()), default=0)
    return _file(tables | _rewritten(tables, glyphs, most))


def _composed(letter: Letter, glyphs: Sequence[_Glyph]) -> _Glyph:
    parts = [part for part in letter.parts if part.glyph < len(glyphs) and glyphs[part.glyph].data]
    if not parts:
        return _Glyph(b"", (0, 0, 0, 0), 0, 0, letter.advance)
    whole = [glyphs[part.glyph] for part in parts]
    box = (
        min(each.box[0] + part.right for each, part in zip(whole, parts, strict=True)),
        min(each.box[1] + part.up for each, part in zip(whole, parts, strict=True)),
        max(each.box[2] + part.right for each, part in zip(whole, parts, strict=True)),
        max(each.box[3] + part.up for each, part in zip(whole, parts, strict=True)),
    )
    data = struct.pack(">hhhhh", -1, *box)
    for place, part in enumerate(parts):
        more = _MORE if place + 1 < len(parts) else 0
        data += struct.pack(">HHhh", _WORDS | _OFFSETS | more, *part)
    points, contours = sum(each.points for each in whole), sum(each.contours for each in whole)
    return _Glyph(data, box, points, contours, letter.advance)


def _tables(font: bytes) -> dict[str, bytes]:
    (count,) = struct.unpack_from(">H", font, 4)
    found: dict[str, bytes] = {}
    for place in range(count):
        tag, _, start, length = struct.unpack_from(">4sIII", font, 12 + 16 * place)
        found[tag.decode("latin-1")] = font[start : start + length]
    return found


def _glyphs(tables: Mapping[str, bytes]) -> list[_Glyph]:
    (count,) = struct.unpack_from(">H", tables["maxp"], 4)
    (long,) = struct.unpack_from(">h", tables["head"], 50)
    (full,) = struct.unpack_from(">H", tables["hhea"], 34)
    places = struct.unpack_from(f">{count + 1}{'I' if long else 'H'}", tables["loca"])
    scale = 1 if long else 2
    found: list[_Glyph] = []
    for id in range(count):
        data = tables["glyf"][places[id] * scale : places[id + 1] * scale]
        (advance,) = struct.unpack_from(">H", tables["hmtx"], 4 * min(id, full - 1))
        found.append(_glyph(data, advance))
    return found


def _glyph(data: bytes, advance: int) -> _Glyph:
    if not data:
        return _Glyph(b"", (0, 0, 0, 0), 0, 0, advance)
    contours, left, bottom, right, top = struct.unpack_from(">hhhhh", data)
    points = struct.unpack_from(">H", data, 8 + 2 * contours)[0] + 1 if contours > 0 else 0
    return _Glyph(data, (left, bottom, right, top), points, max(contours, 0), advance)


def _rewritten(tables: Mapping[str, bytes], glyphs: Sequence[_Glyph], most: int) -> dict[str, bytes]:
    outlines, places = b"", [0]
    for glyph in glyphs:
        outlines += glyph.data + bytes(-len(glyph.data) % 4)
        places.append(len(outlines))
    head, hhea, maxp = (bytearray(tables[tag]) for tag in ("head", "hhea", "maxp"))
    boxes = [glyph.box for glyph in glyphs if glyph.data]
    if boxes:
        edges = (min(box[0] for box in boxes), min(box[1] for box in boxes))
        struct.pack_into(">hhhh", head, 36, *edges, max(box[2] for box in boxes), max(box[3] for box in boxes))
    struct.pack_into(">h", head, 50, 1)
    struct.pack_into(">H", hhea, 34, len(glyphs))
    struct.pack_into(">H", hhea, 10, max(glyph.advance for glyph in glyphs))
    struct.pack_into(">H", maxp, 4, len(glyphs))
    _raise(maxp, 10, max(glyph.points for glyph in glyphs))
    _raise(maxp, 12, max(glyph.contours for glyph in glyphs))
    _raise(maxp, 28, most)
    (depth,) = struct.unpack_from(">H", maxp, 30)
    _raise(maxp, 30, depth + 1)
    return {
        "glyf": outlines,
        "loca": struct.pack(f">{len(places)}I", *places),
        "hmtx": b"".join(struct.pack(">Hh", glyph.advance, glyph.box[0]) for glyph in glyphs),
        "head": bytes(head),
        "hhea": bytes(hhea),
        "maxp": bytes(maxp),
    }


def _raise(table: bytearray, place: int, least: int) -> None:
    (value,) = struct.unpack_from(">H", table, place)
    struct.pack_into(">H", table, place, max(value, least))


def _file(tables: Mapping[str, bytes]) -> bytes:
    """Tables as a font file, with its sums."""
    names = sorted(tables)
    power = len(names).bit_length() - 1
    header = struct.pack(">IHHHH", 0x00010000, len(names), 16 << power, power, 16 * len(names) - (16 << power))
    head = bytearray(tables["head"])
    struct.pack_into(">I", head, _CHECKSUM_AT, 0)
    contents = dict(tables) | {"head": bytes(head)}
    start, directory, body = 12 + 16 * len(names), b"", b""
    for name in names:
        data = contents[name]
        directory += struct.pack(">4sIII", name.encode("latin-1"), _sum(data), start + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    whole = bytearray(header + directory + body)
    at = start + sum(len(contents[name]) + -len(contents[name]) % 4 for name in names if name < "head")
    struct.pack_into(">I", whole, at + _CHECKSUM_AT, (_CHECKSUM - _sum(bytes(whole))) & 0xFFFFFFFF)
    return bytes(whole)


def _sum(data: bytes) -> int:
    words: tuple[int, ...] = struct.unpack(f">{-(-len(data) // 4)}I", data + bytes(-len(data) % 4))
    return sum(words) & 0xFFFFFFFF
