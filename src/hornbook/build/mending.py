"""`check --fix`: what nobody has to think about is mended in the files themselves, each of which is replaced whole or not at all."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from hornbook.build.files import write_all
from hornbook.build.gather import Gathered, gather
from hornbook.build.options import Options
from hornbook.build.workspace import LessonPlace, built_in, shown
from hornbook.source.tidying import changed_lines, tidied

_ROUNDS = 20
"""A fault may hide another one; a file is read again until there is nothing to mend."""


class MendedFile(Struct, frozen=True):
    """A file that was changed, and the lines that are new."""

    path: Path
    lines: tuple[int, ...]


def mend(places: Sequence[LessonPlace], options: Options, here: Path) -> tuple[MendedFile, ...]:
    """Mends the outlines and what they share with others in their workspace; files of the program are left alone."""
    before: dict[Path, str] = {}
    for place in places:
        for _ in range(_ROUNDS):
            if not _round(place, options, here, before):
                break
    changed = (MendedFile(path, changed_lines(old, _text(path))) for path, old in before.items())
    return tuple(each for each in changed if each.lines)


def _round(place: LessonPlace, options: Options, here: Path, before: dict[Path, str]) -> bool:
    """Mends what one reading finds; whether there was anything."""
    gathered = gather(place, options, here)
    files: dict[Path, bytes] = {}
    for path in _own_files(place, gathered, here):
        name, old = shown(path, here), _text(path)
        fixes = [each.fix for each in gathered.diagnostics if each.fix and each.span and each.span.file.path == name]
        new = tidied(old, fixes)
        if new != old:
            before.setdefault(path, old)
            files[path] = new.encode()
    write_all(files)
    return bool(files)


def _own_files(place: LessonPlace, gathered: Gathered, here: Path) -> Iterator[Path]:
    """The texts that a lesson was read from, where they are the author's to change."""
    root, program = place.workspace.resolve(), built_in()
    ours = not root.is_relative_to(program) or here.resolve().is_relative_to(program)
    for path in gathered.inputs.paths if ours else ():
        if path.suffix in {".yaml", ".yml"} and path.is_relative_to(root) and _is_text(path):
            yield path


def _is_text(path: Path) -> bool:
    try:
        _text(path)
    except (OSError, UnicodeDecodeError):
        return False
    return True


def _text(path: Path) -> str:
    return path.read_bytes().decode()
