"""What a machine needs that has the program and none of the files: the lesson's part of the workspace, sent once and unpacked once."""

import atexit
import hashlib
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from functools import cache
from os.path import relpath
from pathlib import Path, PurePosixPath

from msgspec import Struct
from msgspec.structs import replace

from hornbook.build.batch.failures import OtherVersionsError
from hornbook.build.batch.kits import Kit, Work
from hornbook.build.batch.rows import Row
from hornbook.build.batch.target import is_address
from hornbook.build.logos import read_logo
from hornbook.build.manifest import versions
from hornbook.build.settings import read_settings
from hornbook.build.watching import snapshot
from hornbook.diagnostics import Diagnostic, SourceFile

ROOT = "workspace"
_FILES = ("contacts", "logo")
"""Columns that name a file beside the table."""


class Bundle(Struct, frozen=True):
    """Work with the files that it is about, by their place in the workspace."""

    work: Work
    files: Mapping[str, bytes]
    digest: str
    versions: tuple[str, ...]
    """Of the program and its libraries; others would make other bytes."""


def pack(work: Work) -> Bundle:
    """The bundle of a batch; what its rows name beside it travels with them."""
    root = work.place.workspace.resolve()
    logo = read_logo(work.place, work.options, read_settings(work.place.workspace, work.here)).inputs
    paths = (*snapshot(work.place, work.options), *logo)
    files = {name: path.read_bytes() for path, name in _inside(paths, root)}
    digest = hashlib.sha256()
    for name, data in sorted(files.items()):
        digest.update(f"{name}\0{len(data)}\0".encode() + data)
    target = work.target if is_address(work.target) else str(Path(work.target).resolve())
    options = replace(work.options, out=None, cache=None)
    return Bundle(replace(work, target=target, options=options), files, digest.hexdigest(), versions())


def beside(work: Work, rows: Iterable[Row]) -> dict[str, bytes]:
    """The files that rows name, by their place in the workspace."""
    root = work.place.workspace.resolve()
    folder = work.rows.resolve().parent
    named = {folder / row.cells[column] for row in rows for column in _FILES if column in row.cells}
    return {name: path.read_bytes() for path, name in _inside(named, root) if path.is_file()}


def _inside(paths: Iterable[Path], root: Path) -> Iterable[tuple[Path, str]]:
    for path in paths:
        resolved = path.resolve()
        if resolved.is_relative_to(root):
            yield resolved, resolved.relative_to(root).as_posix()


def unpacked(bundle: Bundle, more: Mapping[str, bytes]) -> Work:
    """The same work on this machine."""
    if bundle.versions != versions():
        raise OtherVersionsError(f"The worker has {', '.join(versions())}; {', '.join(bundle.versions)} is asked for.")
    work, root = bundle.work, _folder(bundle.digest) / ROOT
    if not root.is_dir():
        _write(root.parent / "half", bundle.files)
        (root.parent / "half").rename(root)
    _write(root, more)
    old = work.place.workspace.resolve()
    place = replace(work.place, path=_moved(work.place.path, old, root), workspace=root, out=root.parent / "out")
    return replace(work, place=place, here=_moved(work.here, old, root), rows=_moved(work.rows, old, root))


def _moved(path: Path, old: Path, root: Path) -> Path:
    return Path(root, relpath(path.resolve(), old))


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        path = folder / PurePosixPath(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


@cache
def _folder(digest: str) -> Path:
    """A folder of this process, gone when it ends."""
    folder = Path(tempfile.mkdtemp(prefix=f"hornbook-{digest[:8]}-")).resolve()
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def as_at_home(kit: Kit, here: Work, home: Work) -> Kit:
    """The kit as the one who asked sees it: messages name the files of the workspace, not their copies."""
    root, old = here.place.workspace.as_posix(), home.place.workspace.resolve().as_posix()
    return replace(kit, diagnostics=tuple(_at_home(found, root, old) for found in kit.diagnostics))


def _at_home(found: Diagnostic, root: str, old: str) -> Diagnostic:
    if found.span is None:
        return found
    path = found.span.file.path.replace(root, old)
    return replace(found, span=replace(found.span, file=SourceFile(path)))
