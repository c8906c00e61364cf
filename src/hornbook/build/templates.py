"""A school's own file as the theme: found beside the outline that names it, or where it was typed, and read once."""

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from hornbook.build.workspace import LessonPlace
from hornbook.diagnostics import Diagnostic, Span, error
from hornbook.source.files import resolve_inside

if TYPE_CHECKING:  # whether a name is that of a presentation is asked before anything is read
    from hornbook.theme.model import Theme

_ENDINGS = (".pptx", ".potx", ".ppsx", ".pptm", ".potm", ".ppsm", ".ppt", ".pot", ".odp", ".otp", ".key")
"""Of presentations: what cannot be a theme is refused with a reason of its own."""

ThemeReading = tuple["Theme | None", tuple[Diagnostic, ...]]


def is_template(name: str) -> bool:
    """Whether a theme's name is that of a presentation."""
    return name.lower().endswith(_ENDINGS)


def find_template(name: str, place: LessonPlace, at: Span) -> tuple[Path | None, tuple[Diagnostic, ...]]:
    """The file that an outline names: beside it, inside the workspace."""
    return resolve_inside(name, place.path.parent, place.workspace, at)


def template_of(path: Path, name: str, at: Span | None) -> ThemeReading:
    """The theme in a file; `name` is what its author calls it, `at` is where the outline does."""
    from hornbook.ooxml.reading import MOST_BYTES

    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as fault:
        return None, (error("HB101", f'"{name}" cannot be read: {(fault.strerror or "unknown reason").lower()}.', at),)
    return _read(data, name, at)


@lru_cache(maxsize=4)
def _read(data: bytes, name: str, at: Span | None) -> ThemeReading:
    """Editions and lessons share their template."""
    from hornbook.theme.template.reader import read_template

    return read_template(data, name, at)
