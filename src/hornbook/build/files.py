"""Files are written whole or not at all: beside their places first, then renamed over them, all of them or none."""

import os
import re
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from errno import ELOOP
from pathlib import Path
from shutil import copymode
from threading import Thread
from typing import TypeVar

from msgspec import Struct

_AT_ONCE = 8
"""Files that the disk is asked for at one time."""
_LEFT_OVER = re.compile(r"\..+\.\d+\.(?:part|old)")

_Thing = TypeVar("_Thing")


class CannotWriteError(OSError):
    """An output could not be written; `path` says which, the cause says why, `changed` how many others are new."""

    def __init__(self, path: Path, cause: OSError) -> None:
        super().__init__(cause.errno, cause.strerror or str(cause))
        self.path = path
        self.changed = 0


class _Step(Struct, frozen=True):
    """One file on its way: the new bytes beside its place, and the old file under a second name until all are there."""

    path: Path
    part: Path
    old: Path


def write_all(files: Mapping[Path, bytes]) -> None:
    """Every file, or none of them changed: all are written beside their places before the first is renamed, and what was renamed
    goes back where a later one cannot be.

    Raises CannotWriteError, and leaves no half file behind. Another run that writes into the same folders waits for this one. What
    a run that was killed left beside its files is taken away.
    """
    steps = [_step(path) for path in files]
    try:
        for step in steps:
            _made_folder(step.path)
        with _locked({path.parent for path in files}):
            _side_by_side(_write_beside, [*zip(steps, files.values(), strict=True)])
            _rename_all(steps)
    finally:
        _side_by_side(_clear, steps)
        for folder in sorted({path.parent for path in files}, reverse=True):
            _remove_empty(folder)


def check_inside(root: Path, paths: Iterable[Path]) -> None:
    """Raises CannotWriteError where a link would lead a file out of its output folder."""
    for path in paths:
        if not path.parent.resolve().is_relative_to(root.resolve()):
            raise CannotWriteError(path, OSError(ELOOP, "its folder is a link that leads elsewhere"))


def remove(paths: Iterable[Path]) -> None:
    """Outputs that are no longer wanted, and the folders that they leave empty."""
    for path in paths:
        with suppress(OSError):
            path.unlink()
            path.parent.rmdir()


def tidy(folders: Iterable[Path]) -> None:
    """Takes away what a run that was killed left, in folders where nothing is to be written now."""
    left = {folder for folder in folders if folder.is_dir() and any(_leftovers(folder))}
    with _locked(left):
        pass


def _leftovers(folder: Path) -> Iterator[Path]:
    return (path for path in folder.iterdir() if _LEFT_OVER.fullmatch(path.name))


def _step(path: Path) -> _Step:
    name = f".{path.name}.{os.getpid()}"
    return _Step(path, path.with_name(f"{name}.part"), path.with_name(f"{name}.old"))


def _made_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as cause:
        raise CannotWriteError(path, cause) from cause


def _side_by_side(work: Callable[[_Thing], None], things: Sequence[_Thing]) -> None:
    """Does the work for all of them, waiting for the disk once and not once for each. Raises what the first of them raised."""
    raised: dict[int, Exception] = {}

    def share(first: int) -> None:
        for place in range(first, len(things), _AT_ONCE):
            try:
                work(things[place])
            except Exception as trouble:  # noqa: BLE001 - raised again below
                raised[place] = trouble

    threads = [Thread(target=share, args=(first,)) for first in range(min(_AT_ONCE, len(things)))]
    for thread in threads:
        thread.start()
    try:
        for thread in threads:
            thread.join()
    finally:  # an interruption does not leave them at work on files that are taken away
        for thread in threads:
            thread.join()
    if raised:
        raise raised[min(raised)]


def _write_beside(work: tuple[_Step, bytes]) -> None:
    step, data = work
    try:
        with step.part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if step.path.exists():
            copymode(step.path, step.part)
    except OSError as cause:
        raise CannotWriteError(step.path, cause) from cause


def _rename_all(steps: Sequence[_Step]) -> None:
    done: list[tuple[_Step, bool]] = []
    try:
        for step in steps:
            done.append((step, step.path.exists()))
            with suppress(OSError):  # a file system without second names: what is renamed there cannot go back
                os.link(step.path, step.old)
            step.part.replace(step.path)
    except OSError as cause:
        trouble = CannotWriteError(done[-1][0].path, cause)
        trouble.changed = sum(not _put_back(*each) for each in reversed(done[:-1]))
        raise trouble from cause
    except BaseException:
        for each in reversed(done):
            _put_back(*each)
        raise


def _put_back(step: _Step, was_there: bool) -> bool:
    """Whether a file is as it was before."""
    try:
        if step.old.exists():
            step.old.replace(step.path)
        elif not was_there:
            step.path.unlink(missing_ok=True)
        else:
            return False
    except OSError:
        return False
    return True


@contextmanager
def _locked(folders: Iterable[Path]) -> Generator[None]:
    """Holds folders for one writer, where the system can lock a folder. Whoever holds one finds leftovers of the dead alone."""
    with ExitStack() as stack:
        for folder in sorted(folders):
            held = _hold(folder)
            if held is not None:
                stack.callback(os.close, held)
                _take_away(*_leftovers(folder))
        yield


def _hold(folder: Path) -> int | None:
    try:
        import fcntl

        held = os.open(folder, os.O_RDONLY)
        fcntl.flock(held, fcntl.LOCK_EX)
    except (ImportError, OSError):
        return None
    return held


def _clear(step: _Step) -> None:
    _take_away(step.part, step.old)


def _take_away(*paths: Path) -> None:
    for path in paths:
        with suppress(OSError):
            path.unlink()


def _remove_empty(folder: Path) -> None:
    """A folder that was made for files that were not written."""
    with suppress(OSError):
        folder.rmdir()
