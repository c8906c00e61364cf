"""The only door to HarfBuzz: open a font file, shape words, pin and subset. Everything in font units."""

import struct
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from hornbook.patterns import lazy

_PLAIN = {"kern": False, "liga": False, "clig": False}
_KERNED = {"kern": True, "liga": True, "clig": True}
_HALVED = lazy(
    "[\u2018\u2019\u201c\u201d\u3008-\u3011\u3014-\u301b\uff08\uff09]|[\u3001\u3002\uff01\uff0c\uff1a\uff1b\uff1f](?=[\u2019\u201d\u3009\u300b\u300d\u300f\u3011\u3015\uff09])"
)
"""Chinese signs that take half a square: quotes and brackets, and a stop before one that closes (CLREQ, compression of
punctuation). In a whole one they leave a gap after a colon, or before a stop."""
_LAYOUT_TABLES = ("GSUB", "GPOS", "GDEF", "BASE", "MATH", "kern", "STAT", "DSIG", "meta")


class ShapedGlyph(NamedTuple):
    """A glyph as HarfBuzz placed it, in font units; `cluster` is the index of its first character."""

    id: int
    advance: int
    x_offset: int
    y_offset: int
    cluster: int


class FontMetrics(NamedTuple):
    """Numbers out of `head`, `hhea`, `OS/2` and `post`, in font units (the angle in degrees)."""

    units_per_em: int
    ascent: int
    descent: int
    """Below the baseline, as a positive number."""
    line_gap: int
    cap_height: int
    x_height: int
    italic_angle: float
    bbox: tuple[int, int, int, int]


class Outlines:
    """A font file opened by HarfBuzz, at one weight."""

    def __init__(self, path: Path, weight: int, language: str = "") -> None:
        import uharfbuzz

        hb: Any = uharfbuzz
        self._hb = hb
        self._language = language
        self._face: Any = hb.Face(hb.Blob.from_file_path(str(path)))
        self._font: Any = hb.Font(self._face)
        wanted = {"wght": float(weight), "wdth": 100.0}
        axes: list[str] = [axis.tag for axis in self._face.axis_infos]
        self._axes = {tag: wanted[tag] for tag in axes if tag in wanted}
        if self._axes:
            self._font.set_variations(self._axes)

    def shape(self, text: str, *, kerning: bool, leftward: bool = False) -> tuple[ShapedGlyph, ...]:
        """The glyphs of a word, in the order in which they stand on the line."""
        if not text:
            return ()
        buffer = self._shaped(text, kerning=kerning, leftward=leftward)
        return tuple(
            ShapedGlyph(info.codepoint, at.x_advance, at.x_offset, at.y_offset, info.cluster)
            for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        )

    def advance(self, text: str, *, kerning: bool) -> int:
        """The sum of the advances alone, which is what measuring needs."""
        return sum(at.x_advance for at in self._shaped(text, kerning=kerning).glyph_positions) if text else 0

    def _shaped(self, text: str, *, kerning: bool, leftward: bool = False) -> Any:
        buffer: Any = self._hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        if leftward:
            buffer.direction = "rtl"
        if self._language:
            buffer.language = self._language
        self._hb.shape(self._font, buffer, self._features(text) if kerning else _PLAIN)
        return buffer

    def _features(self, text: str) -> dict[str, Any]:
        """What print asks of a font; in Chinese the half square of some signs (OpenType `halt`) at their places."""
        if not self._language.startswith("zh") or text.isascii():
            return _KERNED
        halved = [(found.start(), found.end(), True) for found in _HALVED.finditer(text)]
        return {**_KERNED, "halt": halved} if halved else _KERNED

    def glyph_width(self, glyph: int) -> int:
        """The advance that the font itself gives a glyph, before anything is kerned."""
        return int(self._font.get_glyph_h_advance(glyph))

    @property
    def glyph_count(self) -> int:
        return int(self._face.glyph_count)

    @property
    def is_truetype(self) -> bool:
        """Whether its outlines are in `glyf`, where glyphs can be made of others."""
        return "glyf" in self._face.table_tags

    def has(self, character: str) -> bool:
        return bool(self._font.get_nominal_glyph(ord(character)))

    def metrics(self) -> FontMetrics:
        head, hhea, os2, post = (self._table(tag) for tag in ("head", "hhea", "OS/2", "post"))
        ascent, descent, gap = struct.unpack(">hhh", hhea[4:10])
        version = struct.unpack(">H", os2[:2])[0]
        x_height, cap_height = struct.unpack(">hh", os2[86:90]) if version >= 2 else (0, 0)
        (angle,) = struct.unpack(">i", post[4:8])
        x_min, y_min, x_max, y_max = struct.unpack(">hhhh", head[36:44])
        return FontMetrics(
            struct.unpack(">H", head[18:20])[0],
            ascent,
            -descent,
            gap,
            cap_height or round(ascent * 0.75),
            x_height or round(ascent * 0.55),
            angle / 65536,
            (x_min, y_min, x_max, y_max),
        )

    def instance(self) -> bytes:
        """The whole font at this weight, as a static font."""
        chosen: Any = self._hb.SubsetInput()
        chosen.keep_everything()
        return self._cut(chosen)

    def subset(self, glyph_ids: Iterable[int]) -> bytes:
        """Only those glyphs (and what they are made of), under the ids that they had."""
        flags = self._hb.SubsetFlags
        chosen: Any = self._hb.SubsetInput()
        chosen.flags = flags.RETAIN_GIDS | flags.NO_HINTING | flags.NOTDEF_OUTLINE | flags.NO_LAYOUT_CLOSURE
        chosen.glyph_set.update({0, *glyph_ids})
        chosen.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in _LAYOUT_TABLES)
        return self._cut(chosen)

    def subset_for(self, characters: str) -> bytes:
        """Only those characters, with the table that finds them."""
        flags = self._hb.SubsetFlags
        chosen: Any = self._hb.SubsetInput()
        chosen.flags = flags.NO_HINTING | flags.NOTDEF_OUTLINE
        chosen.unicode_set.update({ord(char) for char in characters})
        chosen.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in _LAYOUT_TABLES)
        return self._cut(chosen)

    def _cut(self, chosen: Any) -> bytes:
        for tag, value in self._axes.items():
            chosen.pin_axis_location(self._face, tag, value)
        return bytes(chosen.subset(self._face).blob.data)

    def _table(self, tag: str) -> bytes:
        return bytes(self._face.reference_table(tag).data)
