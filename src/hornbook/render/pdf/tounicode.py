"""What glyphs mean, as the CMap that a font's `ToUnicode` names (ISO 32000-1 §9.10.3)."""

from collections.abc import Mapping

from hornbook.render.pdf.syntax import utf16

_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_FOOT = """endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""
_BLOCK = 100
"""Entries that a CMap may hold in one block."""


def to_unicode(meanings: Mapping[int, str]) -> str:
    """The CMap of glyph ids to the characters they stand for."""
    rows = [f"<{glyph:04X}> <{utf16(meanings[glyph])}>" for glyph in sorted(meanings)]
    blocks = [rows[at : at + _BLOCK] for at in range(0, len(rows), _BLOCK)]
    body = "".join(f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar\n" for block in blocks)
    return _HEAD + body + _FOOT
