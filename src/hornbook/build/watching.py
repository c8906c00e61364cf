"""When a lesson is to be built again: whenever something that it may be made of has changed."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from hornbook.build import manifest
from hornbook.build.options import Options
from hornbook.build.workspace import LessonPlace

Snapshot = Mapping[Path, tuple[int, int]]
"""Files with the time of their last change and their size."""

MOST = 5000
"""Files that are looked at; a lesson's folder may lie in the middle of something large."""
_SHARED = ("decks/contacts", "decks/themes", "decks/words", "handouts")


def changes(place: LessonPlace, options: Options, wait: Callable[[], None]) -> Iterator[None]:
    """Comes back at once, and then each time that there is something to build. `wait` is called between two looks."""

    def look() -> Snapshot:
        return snapshot(place, options)

    before = look()
    while True:
        yield
        # A file that changed while it was read is seen to have changed; one that is known only now has not.
        seen = {**look(), **before}
        while (before := look()) == seen:
            wait()
        before = _still(look, before, wait)


def _still(look: Callable[[], Snapshot], seen: Snapshot, wait: Callable[[], None]) -> Snapshot:
    """Editors write a file in several steps, and people copy several files: what there is when two looks are alike."""
    while True:
        wait()
        now = look()
        if now == seen:
            return now
        seen = now


def snapshot(place: LessonPlace, options: Options) -> Snapshot:
    """The state of every file that the lesson may read: its own folder, what its workspace shares, what it read last time."""
    seen: dict[Path, tuple[int, int]] = {}
    for path in _files(place, options):
        if len(seen) >= MOST:
            break
        with suppress(OSError):
            state = path.stat()
            seen[path] = (state.st_mtime_ns, state.st_size)
    return seen


def _files(place: LessonPlace, options: Options) -> Iterator[Path]:
    yield place.path
    yield from (manifest.path_of(key, place.workspace) for key in _read_before(place, options))
    yield place.workspace / "hornbook.yaml"
    skipped = {manifest.folder_of(place, options).resolve(), place.out.resolve()}
    for folder in (*(place.workspace / shared for shared in _SHARED), place.path.parent):
        yield from _below(folder, skipped)


def _read_before(place: LessonPlace, options: Options) -> Iterable[str]:
    known = manifest.load(manifest.folder_of(place, options))
    return known.inputs if known else ()


def _below(folder: Path, skipped: set[Path]) -> Iterator[Path]:
    """Files of a folder and its folders. Hidden ones are an editor's business, and outputs are ours."""
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and Path(root, name).resolve() not in skipped
        )
        yield from (Path(root, name) for name in sorted(names) if not name.startswith("."))
