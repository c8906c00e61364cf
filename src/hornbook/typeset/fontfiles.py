"""Families as themes name them, to font files of installed packages. Nothing is imported from a font package, only looked up."""

from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path


class MissingFontPackageError(Exception):
    """A font package is not installed. `package` is what to install; the command line ends with exit code 3."""

    def __init__(self, family: str, package: str) -> None:
        super().__init__(
            f'the font for "{family}" is not installed; install the package "{package}" (pip install {package})'
        )
        self.family = family
        self.package = package


class UnknownFamilyError(LookupError):
    """A family that no theme of ours may name."""

    def __init__(self, family: str) -> None:
        super().__init__(f'no font is known for "{family}"; known are {", ".join(sorted(FAMILIES))}')
        self.family = family


@dataclass(frozen=True, slots=True)
class Family:
    """Where a family's outlines come from."""

    slug: str
    """The family as it stands in a face's key."""
    package: str
    module: str
    files: tuple[str, str, str, str]
    """Regular, bold, italic, bold italic; a variable font is named twice."""


_ARIMO = Family(
    "arimo",
    "fontpkg-arimo",
    "fontpkg_arimo",
    ("Arimo[wght].ttf", "Arimo[wght].ttf", "Arimo-Italic[wght].ttf", "Arimo-Italic[wght].ttf"),
)
_ATKINSON = Family(
    "atkinson",
    "fontpkg-atkinson-hyperlegible",
    "fontpkg_atkinson_hyperlegible",
    (
        "AtkinsonHyperlegible-Regular.ttf",
        "AtkinsonHyperlegible-Bold.ttf",
        "AtkinsonHyperlegible-Italic.ttf",
        "AtkinsonHyperlegible-BoldItalic.ttf",
    ),
)
_NOTO = Family(
    "noto-sans",
    "fontpkg-noto-sans",
    "fontpkg_noto_sans",
    (
        "NotoSans[wdth,wght].ttf",
        "NotoSans[wdth,wght].ttf",
        "NotoSans-Italic[wdth,wght].ttf",
        "NotoSans-Italic[wdth,wght].ttf",
    ),
)

FAMILIES: dict[str, Family] = {
    "Arial": _ARIMO,
    "Arimo": _ARIMO,
    "Atkinson Hyperlegible": _ATKINSON,
    "Noto Sans": _NOTO,
}
"""Arimo has the widths of Arial; a deck names Arial and is measured and drawn with Arimo."""


def family_of(name: str) -> Family:
    """The family that a theme names; UnknownFamilyError where there is none."""
    found = FAMILIES.get(name)
    if found is None:
        raise UnknownFamilyError(name)
    return found


@cache
def font_path(name: str, *, bold: bool, italic: bool) -> Path:
    """The file that holds a family's face; MissingFontPackageError where its package is not installed."""
    family = family_of(name)
    spec = find_spec(family.module)
    roots = list(spec.submodule_search_locations or ()) if spec else []
    file = family.files[2 * italic + bold]
    for root in roots:
        path = Path(root) / "files" / file
        if path.is_file():
            return path
    raise MissingFontPackageError(name, family.package)
