"""Where kits go: a folder, or an address that fsspec knows. Files are whole or not there."""

import hashlib
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Protocol, cast

from msgspec import Struct

from hornbook.build.files import CannotWriteError, write_all


class Target(Protocol):
    """Names are below the target, with `/`."""

    def write(self, files: Mapping[str, bytes]) -> None:
        """Every file; raises CannotWriteError."""
        ...

    def has(self, name: str, size: int, digest: str) -> bool:
        """Whether the file is there as it was written, as far as that can be seen without fetching it."""
        ...

    def write_lines(self, name: str, lines: Iterable[str]) -> None:
        """A file that is too long to be held, whole or not there all the same."""
        ...

    def remove(self, names: Iterable[str]) -> None: ...


class Folder(Struct, frozen=True):
    root: Path

    def write(self, files: Mapping[str, bytes]) -> None:
        write_all({self.root / name: data for name, data in files.items()})

    def has(self, name: str, size: int, digest: str) -> bool:
        try:
            data = (self.root / name).read_bytes()
        except OSError:
            return False
        return len(data) == size and hashlib.sha256(data).hexdigest() == digest

    def write_lines(self, name: str, lines: Iterable[str]) -> None:
        path = self.root / name
        beside = path.with_name(f".{path.name}.{os.getpid()}.part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with beside.open("w", encoding="utf-8", newline="") as stream:
                stream.writelines(lines)
            beside.replace(path)
        except OSError as cause:
            raise CannotWriteError(path, cause) from cause

    def remove(self, names: Iterable[str]) -> None:
        for name in names:
            with suppress(OSError):
                (self.root / name).unlink()
                (self.root / name).parent.rmdir()


class Address(Struct, frozen=True):
    """A place such as `s3://bucket/kits` or `memory://kits`."""

    url: str

    def write(self, files: Mapping[str, bytes]) -> None:
        filesystem, root = self._opened()
        for name, data in files.items():
            try:
                filesystem.makedirs(f"{root}/{name}".rpartition("/")[0], exist_ok=True)
                filesystem.pipe_file(f"{root}/{name}", data)
            except OSError as cause:
                raise CannotWriteError(Path(name), cause) from cause

    def has(self, name: str, size: int, digest: str) -> bool:
        del digest
        filesystem, root = self._opened()
        try:
            return int(filesystem.info(f"{root}/{name}")["size"]) == size
        except (OSError, KeyError, TypeError):
            return False

    def write_lines(self, name: str, lines: Iterable[str]) -> None:
        filesystem, root = self._opened()
        try:
            filesystem.makedirs(root, exist_ok=True)
            with filesystem.open(f"{root}/{name}", "w", encoding="utf-8", newline="") as stream:
                stream.writelines(lines)
        except OSError as cause:
            raise CannotWriteError(Path(name), cause) from cause

    def remove(self, names: Iterable[str]) -> None:
        filesystem, root = self._opened()
        for name in names:
            with suppress(OSError):
                filesystem.rm_file(f"{root}/{name}")

    def _opened(self) -> tuple[Any, str]:
        from fsspec.core import url_to_fs  # pyright: ignore[reportUnknownVariableType]

        filesystem, root = cast("tuple[Any, str]", url_to_fs(self.url))
        return filesystem, root.rstrip("/")


def is_address(place: str) -> bool:
    return "://" in place


def target_at(place: str) -> Target:
    return Address(place) if is_address(place) else Folder(Path(place))
