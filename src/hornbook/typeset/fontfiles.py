"""Families as themes name them, to font files of installed packages. Nothing is imported from a font package, only looked up."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from msgspec import Struct

from hornbook.typeset.systemfonts import system_file


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


class Family(Struct, frozen=True):
    """Where a family's outlines come from."""

    slug: str
    """The family as it stands in a face's key."""
    package: str
    module: str
    files: tuple[str, str, str, str]
    """Regular, bold, italic, bold italic; a variable font is named twice."""
    bold_module: str = ""
    """Where the bold faces have a package of their own."""
    folder: str = "files"
    language: str = ""
    """What the shapes of its letters are for, where a font has several: `zh-Hans`."""
    pitch: float = 0.0
    """Distance of baselines in em of what Office has for the script, where that is not what the font itself says."""
    extra: str = ""
    """Name of the extra of Hornbook that installs it; empty for families that are always there."""


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


_AS_ARIAL, _AS_WINDOWS = 1.2, 1.33
"""Arial has Arabic letters of its own; Microsoft YaHei, JhengHei, Malgun Gothic and Leelawadee UI ask for 1.32 to 1.33 em."""


def _script(name: str, pitch: float = 0.0) -> Family:
    """The Noto Sans of a script: a variable font, which has no italics."""
    file = f"NotoSans{name}[wdth,wght].ttf"
    slug = f"noto-sans-{name.lower()}"
    return Family(
        slug,
        f"fontpkg-{slug}",
        f"fontpkg_{slug.replace('-', '_')}",
        (file, file, file, file),
        pitch=pitch,
        extra=name.lower(),
    )


def _cjk(region: str, language: str) -> Family:
    """The shapes that a region expects: one font holds them all, and shaping picks them (OpenType `locl`)."""
    regular, bold = "NotoSansCJKjp-Regular.otf", "NotoSansCJKjp-Bold.otf"
    return Family(
        f"noto-sans-cjk-{region}",
        "noto-cjk-sans-jp-regular noto-cjk-sans-jp-bold",
        "noto_cjk_sans_jp_regular",
        (regular, bold, regular, bold),
        bold_module="noto_cjk_sans_jp_bold",
        folder="",
        language=language,
        pitch=_AS_WINDOWS,
        extra="cjk",
    )


def _of_the_system(slug: str, name: str) -> Family:
    """A family that no package brings: it is drawn where the computer has it."""
    return Family(slug, "", "", tuple(f"{name}-{look}.ttf" for look in ("Regular", "Bold", "Italic", "BoldItalic")))  # type: ignore[arg-type]


FAMILIES: dict[str, Family] = {
    "Arial": _ARIMO,
    "Arimo": _ARIMO,
    "Atkinson Hyperlegible": _ATKINSON,
    "Noto Sans": _NOTO,
    "Noto Sans Arabic": _script("Arabic", pitch=_AS_ARIAL),
    "Noto Sans Thai": _script("Thai", pitch=_AS_WINDOWS),
    **{f"Noto Sans {name}": _script(name) for name in ("Devanagari", "Khmer", "Tamil", "Telugu")},
    "Noto Sans CJK SC": _cjk("sc", "zh-Hans"),
    "Noto Sans CJK TC": _cjk("tc", "zh-Hant"),
    "Noto Sans CJK JP": _cjk("jp", "ja"),
    "Noto Sans CJK KR": _cjk("kr", "ko"),
    "Carlito": _of_the_system("carlito", "Carlito"),
    "Caladea": _of_the_system("caladea", "Caladea"),
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
    file = family.files[2 * italic + bold]
    if not family.module:
        found = system_file(file)
        if found is None:
            raise MissingFontPackageError(name, f"fonts-crosextra-{family.slug}")
        return found
    spec = find_spec(family.bold_module if bold and family.bold_module else family.module)
    roots = list(spec.submodule_search_locations or ()) if spec else []
    for root in roots:
        path = Path(root) / family.folder / file
        if path.is_file():
            return path
    raise MissingFontPackageError(name, family.package)


@cache
def is_installed(name: str) -> bool:
    """Whether the package of a family is there."""
    try:
        font_path(name, bold=False, italic=False)
        font_path(name, bold=True, italic=False)
    except MissingFontPackageError:
        return False
    return True
