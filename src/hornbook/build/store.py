"""What was made before, kept in the user's cache folder: files by their own hash, and notes by what they are about.

Whatever is wrong with the folder costs time and nothing else: what cannot be read, or is not what it was, is not there.
"""

import hashlib
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

LIMIT = 1_000_000_000
"""Bytes that the folder may hold; what has not been used for longest goes first."""
_SPARE = 0.8
_SAMPLE = 16
_DIGEST = 32


def usual_folder() -> Path | None:
    """`HORNBOOK_CACHE`, else the place where this system keeps what programs may lose; None where it says `off`."""
    named = os.environ.get("HORNBOOK_CACHE", "")
    if named.lower() == "off":
        return None
    if named:
        return Path(named)
    try:
        return _system_folder() / "hornbook"
    except RuntimeError:
        return None


def usual_limit() -> int:
    """`HORNBOOK_CACHE_MB`, else a gigabyte."""
    try:
        return max(0, int(os.environ["HORNBOOK_CACHE_MB"])) * 1_000_000
    except (KeyError, ValueError):
        return LIMIT


def _system_folder() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")


class Entry(Struct, frozen=True):
    path: Path
    size: int
    used: float


class Store(Struct, frozen=True):
    """A folder of entries, or none at all. It is opened by a value, so that any process can have it."""

    folder: Path | None
    reads: bool = True
    """False where everything is to be made anew; what is made is kept all the same."""

    def find(self, key: str) -> bytes | None:
        """What was kept under a key; None where there is nothing, or something else than was kept."""
        if self.folder is None or not self.reads:
            return None
        path = self._path(key)
        try:
            data = path.read_bytes()
            if hashlib.sha256(data[_DIGEST:]).digest() == data[:_DIGEST]:
                os.utime(path)
                return data[_DIGEST:]
            path.unlink()
        except OSError:
            pass
        return None

    def keep(self, key: str, data: bytes) -> None:
        if self.folder is None:
            return
        path = self._path(key)
        beside = path.with_name(f".{path.name}.{os.getpid()}.part")
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(hashlib.sha256(data).digest() + data)
            beside.replace(path)

    def entries(self) -> Iterator[Entry]:
        """Everything that is there, half-written entries too."""
        for folder in self._folders():
            yield from _entries(folder)

    def trim(self, limit: int) -> None:
        """Where there is more than the limit, what was used longest ago goes, and a fifth more so that this is rare."""
        if self._estimate() <= limit * _SPARE / 2:
            return
        entries = sorted(self.entries(), key=lambda entry: entry.used)
        held = sum(entry.size for entry in entries)
        if held <= limit:
            return
        for entry in entries:
            if held <= limit * _SPARE:
                break
            with suppress(OSError):
                entry.path.unlink()
                held -= entry.size

    def clear(self) -> int:
        """Removes every entry and nothing else; how many there were."""
        count = 0
        for entry in tuple(self.entries()):
            with suppress(OSError):
                entry.path.unlink()
                count += 1
        for folder in tuple(self._folders()):
            with suppress(OSError):
                folder.rmdir()
        return count

    def _estimate(self) -> float:
        """About how many bytes there are: names are hashes, so that the folders hold alike."""
        folders = tuple(self._folders())
        sample = folders[:: max(1, len(folders) // _SAMPLE)]
        held = sum(entry.size for folder in sample for entry in _entries(folder))
        return held * len(folders) / max(1, len(sample))

    def _path(self, key: str) -> Path:
        assert self.folder is not None
        name = hashlib.sha256(key.encode()).hexdigest()
        return self.folder / name[:2] / name[2:]

    def _folders(self) -> Iterator[Path]:
        if self.folder is None:
            return
        with suppress(OSError), os.scandir(self.folder) as found:
            names = sorted(
                entry.name for entry in found if len(entry.name) == 2 and entry.is_dir(follow_symlinks=False)
            )
            yield from (self.folder / name for name in names)


def _entries(folder: Path) -> Iterator[Entry]:
    with suppress(OSError), os.scandir(folder) as found:
        for entry in found:
            state = entry.stat()
            yield Entry(Path(entry.path), state.st_size, state.st_mtime)


NO_STORE = Store(None)
