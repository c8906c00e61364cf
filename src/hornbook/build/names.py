"""Names that every system can give a file: Windows keeps some for itself, and some signs."""

import re
from collections.abc import Sequence

from hornbook.build.workspace import LessonPlace
from hornbook.diagnostics import Diagnostic, SourceFile, Span, error

_RESERVED = frozenset(
    {
        "con",
        "prn",
        "aux",
        "nul",
        "conin$",
        "conout$",
        *(f"{port}{n}" for port in ("com", "lpt") for n in "123456789¹²³"),
    }
)
_SIGNS = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_LONGEST = 100
"""Letters of a name: a folder, a suffix and the names of handouts come on top, and Windows counts to 260."""


def unusable(name: str) -> str:
    """Why no file can have that name everywhere; empty where it can."""
    if name.split(".", maxsplit=1)[0].strip().lower() in _RESERVED:
        return "Windows keeps this name for itself"
    if sign := _SIGNS.search(name):
        return (
            f'"{sign[0]}" cannot stand in the name of a file'
            if sign[0].isprintable()
            else "it has a sign that nobody sees"
        )
    if name != name.strip() or name.endswith("."):
        return "Windows drops spaces and full stops at the ends of names"
    if len(name) > _LONGEST:
        return f"it has more than {_LONGEST} letters"
    return "" if name else "it is empty"


def name_faults(places: Sequence[LessonPlace]) -> tuple[Diagnostic, ...]:
    """An error for each lesson whose files would have a name that some system refuses."""
    found = [(place, unusable(place.name)) for place in places]
    return tuple(
        error(
            "HB603",
            f'The files of this lesson would be called "{place.name}", and {why}.',
            Span(SourceFile(place.path.as_posix())),
            "Give its folder another name: letters, digits and hyphens.",
        )
        for place, why in found
        if why
    )
