"""Files are written whole or not at all: beside their place first, then renamed over it."""

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from shutil import copymode


class CannotWriteError(OSError):
    """An output could not be written; `path` says which, the cause says why, `changed` how many others are new."""

    def __init__(self, path: Path, cause: OSError) -> None:
        super().__init__(cause.errno, cause.strerror or str(cause))
        self.path = path
        self.changed = 0


def write_all(files: Mapping[Path, bytes]) -> None:
    """Every file, or none of them changed: all are written beside their places before the first is renamed.

    Raises CannotWriteError, and leaves no half file behind. Only where another program holds one of the old files can those
    before it be new already.
    """
    waiting: list[tuple[Path, Path]] = []
    changed = 0
    try:
        for path, data in files.items():
            beside = path.with_name(f".{path.name}.{os.getpid()}.part")
            waiting.append((beside, path))
            _write_beside(beside, path, data)
        while waiting:
            _replace(*waiting[0])
            waiting.pop(0)
            changed += 1
    except CannotWriteError as trouble:
        trouble.changed = changed
        raise
    finally:
        for beside, _ in reversed(waiting):
            with suppress(OSError):
                beside.unlink()
            _remove_empty(beside.parent)


def remove(paths: Iterable[Path]) -> None:
    """Outputs that are no longer wanted, and the folders that they leave empty."""
    for path in paths:
        with suppress(OSError):
            path.unlink()
            path.parent.rmdir()


def _remove_empty(folder: Path) -> None:
    """A folder that was made for files that were not written."""
    with suppress(OSError):
        folder.rmdir()


def _write_beside(beside: Path, path: Path, data: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            copymode(path, beside)
    except OSError as cause:
        raise CannotWriteError(path, cause) from cause


def _replace(beside: Path, path: Path) -> None:
    try:
        beside.replace(path)
    except OSError as cause:
        raise CannotWriteError(path, cause) from cause
