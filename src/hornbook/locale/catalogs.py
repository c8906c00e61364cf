"""The catalogs beside this module: gettext files, a language each, in which the key of a phrase is its context."""

from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from io import BytesIO

from hornbook.locale.tags import catalog_names

FOLDER = "catalogs"


@lru_cache(maxsize=16)
def catalog(tag: str) -> NullTranslations:
    """The phrases for the tag of a language; English stands where there is none."""
    folder = files("hornbook.locale") / FOLDER
    for name in catalog_names(tag):
        file = folder / f"{name}.po"
        if file.is_file():
            return _compiled(file.read_bytes(), name)
    return NullTranslations()


def catalog_languages() -> tuple[str, ...]:
    """The languages that have a catalog, in order, as tags."""
    found = (entry.name for entry in (files("hornbook.locale") / FOLDER).iterdir())
    return tuple(sorted(name.removesuffix(".po").replace("_", "-") for name in found if name.endswith(".po")))


def _compiled(data: bytes, name: str) -> GNUTranslations:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO(data), locale=name, abort_invalid=True))
    compiled.seek(0)
    return GNUTranslations(compiled)
