"""Where a lesson keeps its translations: `po/es.po` beside `lesson.yaml`, `po/NAME/es.po` beside an outline of another name."""

from collections.abc import Iterator
from pathlib import Path

from hornbook.locale.tags import catalog_names


def po_folder(outline: Path) -> Path:
    """The folder of the translations of an outline."""
    folder = outline.parent / "po"
    return folder if outline.name == "lesson.yaml" else folder / outline.stem


def po_path(outline: Path, language: str) -> Path:
    """The file of a language, whether it is there or not."""
    return po_folder(outline) / f"{language}.po"


def candidates(outline: Path, language: str) -> Iterator[Path]:
    """The files that may serve a language, the closest first: `es-MX.po`, then `es.po`."""
    names = dict.fromkeys((language, *(name.replace("_", "-") for name in catalog_names(language))))
    return (po_path(outline, name) for name in names)


def languages_of(outline: Path) -> tuple[str, ...]:
    """The languages that an outline has files for, in order."""
    return tuple(sorted(path.stem for path in po_folder(outline).glob("*.po")))
