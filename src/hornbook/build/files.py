"""Files are written whole or not at all: beside their place first, then renamed over it."""

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path


class CannotWriteError(OSError):
    """An output could not be written; `path` says which, the cause says why."""

    def __init__(self, path: Path, cause: OSError) -> None:
        super().__init__(cause.errno, cause.strerror or str(cause))
        self.path = path


def write_all(files: Mapping[Path, bytes]) -> None:
    """Every file, or none of them changed: all are written beside their places before the first is renamed.

    Raises CannotWriteError, and leaves no half file behind.
    """
    waiting: list[tuple[Path, Path]] = []
    try:
        for path, data in files.items():
            waiting.append((_write_beside(path, data), path))
        while waiting:
            beside, path = waiting[0]
            _replace(beside, path)
            waiting.pop(0)
    finally:
        for beside, _ in waiting:
            with suppress(OSError):
                beside.unlink()


def remove(paths: Iterable[Path]) -> None:
    """Outputs that are no longer wanted, and the folders that they leave empty."""
    for path in paths:
        with suppress(OSError):
            path.unlink()
            path.parent.rmdir()


def _write_beside(path: Path, data: bytes) -> Path:
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError as cause:
        with suppress(OSError):
            beside.unlink()
        raise CannotWriteError(path, cause) from cause
    return beside


def _replace(beside: Path, path: Path) -> None:
    try:
        beside.replace(path)
    except OSError as cause:
        raise CannotWriteError(path, cause) from cause
