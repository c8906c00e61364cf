"""Glyphs made of glyphs: the font that comes out is one that HarfBuzz reads, with the letters where they should be."""

import uharfbuzz

from hornbook.typeset.faces import Face, face
from hornbook.typeset.letters import Letter, Part


def arabic() -> Face:
    return face("noto-sans-arabic-400")


def opened(data: bytes):
    return uharfbuzz.Font(uharfbuzz.Face(data))


def test_a_letter_reaches_as_far_as_its_parts_do():
    qaf = arabic().shape("ق", leftward=True)
    scale = arabic().units_per_em
    parts = tuple(Part(each.id, round(each.x_offset * scale), round(each.y_offset * scale)) for each in qaf)
    assert len(parts) == 2
    free = arabic().glyph_count
    font = opened(arabic().subset((), {free: Letter(parts, 812), free + 3: Letter((), 7)}))
    edges = []
    for part in parts:
        extents = font.get_glyph_extents(part.glyph)
        top = extents.y_bearing + part.up
        edges.append((top, top + extents.height, extents.x_bearing + part.right))
    made = font.get_glyph_extents(free)
    assert made.y_bearing == max(top for top, _, _ in edges)
    assert made.y_bearing + made.height == min(bottom for _, bottom, _ in edges)
    assert made.x_bearing == min(left for _, _, left in edges)
    assert font.get_glyph_h_advance(free) == 812


def test_a_letter_without_parts_is_nothing_to_be_seen():
    free = arabic().glyph_count
    font = opened(arabic().subset((), {free: Letter((), 300)}))
    assert font.get_glyph_extents(free).height == 0
    assert font.get_glyph_h_advance(free) == 300


def test_a_font_keeps_the_glyphs_that_it_had():
    alef = arabic().shape("ا", leftward=True)[0].id
    free = arabic().glyph_count
    plain, font = (
        opened(arabic().subset([alef])),
        opened(arabic().subset([alef], {free: Letter((Part(alef, 9, 9),), 5)})),
    )
    assert font.get_glyph_extents(alef) == plain.get_glyph_extents(alef)
    assert font.get_glyph_h_advance(alef) == plain.get_glyph_h_advance(alef)


def test_the_same_letters_make_the_same_font():
    free = arabic().glyph_count
    letters = {free: Letter((Part(20, 1, 2), Part(21, 3, 4)), 500)}
    assert arabic().subset([20], letters) == arabic().subset([20], letters)
