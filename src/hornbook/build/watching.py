"""When a lesson is to be built again: whenever something that it may be made of has changed."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import islice
from pathlib import Path

from hornbook.build import manifest
from hornbook.build.options import Options
from hornbook.build.workspace import LessonPlace

Snapshot = Mapping[Path, tuple[int, int]]
"""Files with the time of their last change and their size."""

MOST = 5000
"""Files that are looked at; a lesson's folder may lie in the middle of something large."""
_LISTED_EVERY = 100
"""Looks after which folders are listed whether they seem to have changed or not."""
_SHARED = ("decks/contacts", "decks/themes", "decks/words", "handouts")


def changes(place: LessonPlace, options: Options, wait: Callable[[], None]) -> Iterator[None]:
    """Comes back at once, and then each time that there is something to build. `wait` is called between two looks."""
    before = snapshot(place, options)
    while True:
        yield
        look = _Look(place, options)
        # A file that changed while it was read is seen to have changed; one that is known only now has not.
        seen = {**look(), **before}
        while (before := look()) == seen:
            wait()
        before = _still(look, before, wait)


class _Look:
    """One look after the other at the same files, which are listed anew only where one of their folders has changed."""

    def __init__(self, place: LessonPlace, options: Options) -> None:
        self._place, self._options = place, options
        self._known = frozenset(_read_before(place, options))
        self._folders: tuple[Path, ...] = ()
        self._files: tuple[Path, ...] = ()
        self._listed: Snapshot = {}
        self._looks = 0

    def __call__(self) -> Snapshot:
        if self._looks % _LISTED_EVERY == 0 or _states(self._folders) != self._listed:
            self._list()
        self._looks += 1
        return _states(self._files)

    def _list(self) -> None:
        """Folders first: what comes into one while its files are listed changes it once more."""
        self._folders = tuple(_folders(self._place, self._options))
        self._listed = _states(self._folders)
        self._files = tuple(islice(_files(self._place, self._options, self._known), MOST))


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
    return _Look(place, options)()


def _states(paths: Iterable[Path]) -> Snapshot:
    seen: dict[Path, tuple[int, int]] = {}
    for path in paths:
        with suppress(OSError):
            state = os.stat(path)  # noqa: PTH116 - half the time of the path's own
            seen[path] = (state.st_mtime_ns, state.st_size)
    return seen


def _read_before(place: LessonPlace, options: Options) -> Iterator[Path]:
    known = manifest.load(manifest.folder_of(place, options))
    return (manifest.path_of(key, place.workspace) for key in known.inputs) if known else iter(())


def _files(place: LessonPlace, options: Options, known: Iterable[Path]) -> Iterator[Path]:
    yield place.path
    yield from known
    yield place.workspace / "hornbook.yaml"
    for root, _, names in _below(place, options):
        yield from (Path(root, name) for name in sorted(names) if not name.startswith("."))


def _folders(place: LessonPlace, options: Options) -> Iterator[Path]:
    yield place.workspace
    yield from (place.workspace / shared for shared in _SHARED)
    yield from (Path(root) for root, _, _ in islice(_below(place, options), MOST))


def _below(place: LessonPlace, options: Options) -> Iterator[tuple[str, list[str], list[str]]]:
    """The lesson's folder, those that lessons share, and their folders. Hidden ones are an editor's business, and outputs are ours."""
    skipped = {manifest.folder_of(place, options).resolve(), place.out.resolve()}
    for folder in (*(place.workspace / shared for shared in _SHARED), place.path.parent):
        for root, folders, names in os.walk(folder):
            folders[:] = sorted(
                name for name in folders if not name.startswith(".") and Path(root, name).resolve() not in skipped
            )
            yield root, folders, names
