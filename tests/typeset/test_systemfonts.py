"""Fonts that a template names: measured with one of the same widths, or with a wider one."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from hornbook.typeset import fontfiles, systemfonts
from hornbook.typeset.faces import Face
from hornbook.typeset.fontfiles import MissingFontPackageError, font_path
from hornbook.typeset.systemfonts import StandIn, stand_in


@pytest.fixture(autouse=True)
def fonts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A computer with an empty font folder."""
    monkeypatch.setattr(systemfonts, "FOLDERS", (str(tmp_path),))
    for known in (systemfonts.system_file, fontfiles.font_path):
        known.cache_clear()
    yield tmp_path
    for known in (systemfonts.system_file, fontfiles.font_path):
        known.cache_clear()


def install(fonts: Path, family: str) -> None:
    real = font_path("Atkinson Hyperlegible", bold=False, italic=False)
    (fonts / "crosextra").mkdir(exist_ok=True)
    for look in ("Regular", "Bold", "Italic", "BoldItalic"):
        shutil.copy(real, fonts / "crosextra" / f"{family}-{look}.ttf")


@pytest.mark.parametrize("name", ["Arial", "Helvetica", "arial ", "Liberation Sans"])
def test_arial_and_its_relatives_have_the_widths_of_arimo(name: str) -> None:
    assert stand_in(name).same


@pytest.mark.parametrize(("name", "family"), [("Calibri", "Carlito"), ("Cambria", "Caladea")])
def test_office_fonts_are_measured_with_those_of_the_system(fonts: Path, name: str, family: str) -> None:
    assert stand_in(name) == StandIn("Arimo", same=False)
    systemfonts.system_file.cache_clear()
    install(fonts, family)
    assert stand_in(name) == StandIn(family, same=True)
    assert font_path(family, bold=True, italic=False).name == f"{family}-Bold.ttf"
    assert Face("test", family, bold=False, italic=False).advance("words") > 0


def test_any_other_family_is_measured_with_a_wide_one() -> None:
    assert stand_in("Gill Sans MT") == StandIn("Arimo", same=False)


def test_a_system_family_that_is_not_there_says_what_to_install() -> None:
    with pytest.raises(MissingFontPackageError, match="fonts-crosextra-carlito"):
        font_path("Carlito", bold=False, italic=False)
