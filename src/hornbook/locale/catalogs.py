"""The catalogs beside this module: gettext files, a language each, in which the key of a phrase is its context."""

from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from hornbook.locale.tags import catalog_names

FOLDER = Path(__file__).with_name("catalogs")


@lru_cache(maxsize=16)
def catalog(tag: str) -> NullTranslations:
    """The phrases for the tag of a language; English stands where there is none."""
    for name in catalog_names(tag):
        file = FOLDER / f"{name}.po"
        if file.is_file():
            return _compiled(file.read_bytes(), name)
    return NullTranslations()


def catalog_languages() -> tuple[str, ...]:
    """The languages that have a catalog, in order, as tags."""
    return tuple(sorted(file.stem.replace("_", "-") for file in FOLDER.glob("*.po")))


def _compiled(data: bytes, name: str) -> GNUTranslations:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO(data), locale=name, abort_invalid=True))
    compiled.seek(0)
    return GNUTranslations(compiled)
