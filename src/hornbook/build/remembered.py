"""Whole builds that were made before, wherever their files have gone: found by the outline, checked by all of their inputs."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

from hornbook.build import manifest
from hornbook.build.files import check_inside, remove, write_all
from hornbook.build.options import Made, Options, Product, store_of
from hornbook.build.store import Store
from hornbook.build.today import today_of
from hornbook.build.workspace import LessonPlace

_SEVERAL = 4
"""Builds that are remembered for one outline: its words may have been the same while a picture was not."""


def remember(place: LessonPlace, options: Options, listing: bytes, products: Iterable[Product]) -> None:
    """Keeps what a build wrote: its manifest, and each file under its hash."""
    store = store_of(options)
    key = _key(place, options) if store.folder else None
    if key is None:
        return
    for product in products:
        store.keep(_file_key(hashlib.sha256(product.data).hexdigest()), product.data)
    earlier = [text for text in _listings(store, key) if text != listing.decode()]
    store.keep(key, json.dumps([listing.decode(), *earlier[: _SEVERAL - 1]]).encode())


def written_again(place: LessonPlace, options: Options, here: Path) -> Made | None:
    """The files of a build that would come out the same, written from the store; None where something has to be made."""
    store, folder = store_of(options), manifest.folder_of(place, options)
    key = _key(place, options) if store.folder and store.reads else None
    for text in _listings(store, key) if key else ():
        known = manifest.parse(text.encode(), folder)
        if known is None or not manifest.is_same_work(
            known, manifest.wish(place, options), place.workspace, today_of(options)
        ):
            continue
        files = _files(store, known, folder)
        if files is not None:
            _write(folder, files, text.encode(), partial=options.partial)
            found = manifest.diagnostics_of(known, place.workspace, here)
            return Made(manifest.outputs_of(known, folder, built=True), found, failed=False)
    return None


def _files(store: Store, known: manifest.Manifest, folder: Path) -> dict[Path, bytes] | None:
    files: dict[Path, bytes] = {}
    for output in known.outputs:
        data = store.find(_file_key(str(output["hash"])))
        if data is None:
            return None
        files[folder / str(output["name"])] = data
    return files


def _write(folder: Path, files: dict[Path, bytes], listing: bytes, *, partial: bool) -> None:
    earlier = [name for name in manifest.listed(folder) if folder / name not in files]
    listing = manifest.with_kept(listing, earlier if partial else ())
    check_inside(folder.parent, files)
    write_all({**files, folder / manifest.NAME: listing})
    if not partial:
        remove(folder / name for name in earlier)


def _listings(store: Store, key: str) -> list[str]:
    data = store.find(key)
    try:
        return [str(text) for text in json.loads(data)] if data else []
    except (ValueError, TypeError):
        return []


def _key(place: LessonPlace, options: Options) -> str | None:
    try:
        outline = hashlib.sha256(place.path.read_bytes()).hexdigest()
    except OSError:
        return None
    return f"build {manifest.program_fingerprint()} {manifest.wish(place, options)} {place.name} {outline}"


def _file_key(digest: str) -> str:
    return f"file {digest}"
