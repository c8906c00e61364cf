"""Faces measured and shaped: what a line's width is made of, and what a PDF embeds."""

import subprocess
import sys
import tracemalloc

import pytest
import uharfbuzz as hb
from hypothesis import given
from hypothesis import strategies as st

from hornbook.typeset import fontfiles
from hornbook.typeset.faces import Face, covering_family, face, face_key
from hornbook.typeset.fontfiles import MissingFontPackageError, UnknownFamilyError, font_path

FAMILIES = ["Arial", "Atkinson Hyperlegible", "Noto Sans"]
KEYS = [
    face_key(family, bold=bold, italic=italic)
    for family in FAMILIES
    for bold in (False, True)
    for italic in (False, True)
]
latin = st.text(st.characters(min_codepoint=0x20, max_codepoint=0x17F, exclude_categories=["Cc"]), max_size=30)


@pytest.mark.parametrize("key", KEYS)
def test_a_face_is_found_by_its_key(key: str) -> None:
    assert face(key).key == key
    assert face(key).bold == ("700" in key)
    assert face(key).italic == key.endswith("italic")
    assert face(key) is face(key)


def test_keys_say_family_weight_and_slant() -> None:
    assert face_key("Arial", bold=True, italic=True) == "arimo-700-italic"
    assert face_key("Atkinson Hyperlegible") == "atkinson-400"


def test_an_unknown_family_is_refused_by_name() -> None:
    with pytest.raises(UnknownFamilyError, match="Comic Sans"):
        face_key("Comic Sans")


def test_a_missing_package_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    gone = fontfiles.Family("gone", "fontpkg-gone", "fontpkg_gone", ("a.ttf",) * 4)
    monkeypatch.setitem(fontfiles.FAMILIES, "Gone", gone)
    with pytest.raises(MissingFontPackageError) as caught:
        font_path("Gone", bold=False, italic=False)
    assert caught.value.package == "fontpkg-gone"
    assert "pip install fontpkg-gone" in str(caught.value)


def test_arial_is_measured_with_its_own_widths_and_heights() -> None:
    arial = face(face_key("Arial"))
    assert arial.advance("A") == pytest.approx(0.667, abs=0.001)
    assert arial.advance("m") == pytest.approx(0.833, abs=0.001)
    assert face(face_key("Arial", bold=True)).advance("a") == pytest.approx(0.556, abs=0.001)
    assert (arial.ascent, arial.descent, arial.line_gap) == pytest.approx((0.905, 0.212, 0.033), abs=0.001)
    assert arial.pitch == 1.2


@pytest.mark.parametrize("key", KEYS)
@given(text=latin, kerning=st.booleans())
def test_the_glyphs_are_together_as_wide_as_the_text(key: str, text: str, kerning: bool) -> None:
    total = sum(glyph.advance for glyph in face(key).shape(text, kerning))
    assert face(key).advance(text, kerning) == pytest.approx(total, abs=1e-9)


@pytest.mark.parametrize("key", KEYS)
@given(text=latin)
def test_widths_without_kerning_add_up(key: str, text: str) -> None:
    word = text.replace(" ", "x")
    assert face(key).advance(f"{word} {word}") == pytest.approx(
        2 * face(key).advance(word) + face(key).advance(" "), abs=1e-9
    )


@pytest.mark.parametrize("key", KEYS)
@given(text=latin)
def test_clusters_lead_back_to_the_letters(key: str, text: str) -> None:
    glyphs = face(key).shape(text)
    assert [glyph.cluster for glyph in glyphs] == sorted(glyph.cluster for glyph in glyphs)
    assert all(0 <= glyph.cluster < len(text) for glyph in glyphs)


def test_kerning_and_ligatures_are_for_paper_alone() -> None:
    own = face(face_key("Arial"))
    assert own.advance("AV", kerning=True) < own.advance("AV")
    assert own.advance("AV") == pytest.approx(own.advance("A") + own.advance("V"))


def test_what_a_face_cannot_draw_is_named_once() -> None:
    assert face(face_key("Atkinson Hyperlegible")).missing("Мир, мир\n\u00ad") == "Мирм"
    assert face(face_key("Noto Sans")).missing("Мир, phòng chống") == ""


def test_a_text_that_a_family_cannot_draw_is_drawn_with_another_throughout() -> None:
    assert covering_family("Trợ giúp", "Atkinson Hyperlegible") == "Noto Sans"
    assert covering_family("Help", "Atkinson Hyperlegible") == "Atkinson Hyperlegible"


@pytest.mark.parametrize("key", KEYS)
def test_a_subset_is_static_keeps_ids_and_widths_and_is_small(key: str) -> None:
    own = face(key)
    glyphs = own.shape("Hello wörld")
    data = own.subset(glyph.id for glyph in glyphs)
    font = hb.Font(hb.Face(data))
    assert len(data) < 10_000
    assert not font.face.axis_infos
    for glyph in glyphs:
        assert font.get_glyph_h_advance(glyph.id) / own.units_per_em == pytest.approx(glyph.advance, abs=0.0011)
    assert own.subset({glyph.id for glyph in glyphs}) == data


def test_the_whole_face_is_pinned_to_its_weight() -> None:
    bold = face(face_key("Arial", bold=True))
    font = hb.Font(hb.Face(bold.font_bytes()))
    assert not font.face.axis_infos
    glyph = bold.shape("m")[0]
    assert font.get_glyph_h_advance(glyph.id) / 2048 == pytest.approx(glyph.advance, abs=0.001)


def test_naming_a_face_loads_neither_font_nor_harfbuzz() -> None:
    code = (
        "import sys; from hornbook.typeset.faces import face, face_key; face(face_key('Arial'));"
        "import hornbook.typeset.paragraphs; assert not {'uharfbuzz', 'uniseg', 'fontpkg_arimo'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, env={"PYTHONPATH": "src"})


def test_words_that_every_row_of_a_batch_brings_do_not_stay_in_memory() -> None:
    own = Face("atkinson-hyperlegible-400", "Atkinson Hyperlegible", bold=False, italic=False)
    own.shape("0")
    tracemalloc.start()
    for number in range(8_000):
        own.shape(f"555-{number:06}", kerning=True)
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert kept < 5_000_000
