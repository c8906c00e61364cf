"""What a folder of outputs was made of, so that an unchanged build does nothing and a build removes only what it made.

The manifest is itself an output: it holds names and hashes, no time and no path of a machine.
"""

import hashlib
import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, cast

from msgspec import Struct

from hornbook import __version__
from hornbook.build.options import Options, Output, OutputKind, Product
from hornbook.build.workspace import LessonPlace, built_in, shown
from hornbook.diagnostics import Diagnostic, Severity, SourceFile, Span

NAME = ".hornbook.json"
_FORMAT = 2
_LIBRARIES = (
    "babel", "fontpkg_", "markdown_it", "phonenumbers", "pillow", "pyphen", "python_pptx", "pyyaml", "reportlab", "resvg_py",
    "segno", "svgelements", "uharfbuzz", "uniseg", "xlsxwriter",
)  # fmt: skip


class Inputs(Struct, frozen=True):
    """The files that a build read, and the places where it looked in vain before it took a built-in file."""

    workspace: Path
    paths: tuple[Path, ...]
    absent: tuple[Path, ...]


class Dated(Struct, frozen=True):
    """The days on which there is something else to say about dates, and the day on which it was said."""

    days: tuple[date, ...]
    today: date


class Manifest(Struct, frozen=True):
    """What was made last time, and of what."""

    fingerprint: str
    inputs: Mapping[str, str]
    absent: tuple[str, ...]
    outputs: tuple[Mapping[str, Any], ...]
    diagnostics: tuple[Mapping[str, Any], ...]
    days: tuple[str, ...] = ()
    """ISO dates on which the diagnostics change, in order."""
    passed: int = 0
    """How many of them had come."""

    def names(self) -> tuple[str, ...]:
        return tuple(output["name"] for output in self.outputs)


@cache
def program_fingerprint() -> str:
    """Changes when the program does: its files, and the versions of its libraries and fonts."""
    digest = hashlib.sha256(__version__.encode())
    digest.update("\n".join(_libraries()).encode())
    digest.update(_own_files(Path(__file__).resolve().parents[1]))
    return digest.hexdigest()[:32]


def _own_files(package: Path) -> bytes:
    """What the installer noted of each file, its hash among it; else, as in a checkout, their sizes and times.

    A version alone would not do: wheels of one version can differ while a release is being made. Commands are left out:
    they hold the path of the environment that they are installed in.
    """
    with suppress(OSError):
        record = (package.parent / f"hornbook-{__version__}.dist-info" / "RECORD").read_bytes()
        return b"\n".join(line for line in record.splitlines() if line.startswith(b"hornbook/"))
    noted: list[str] = []
    for folder, folders, names in os.walk(package):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            path = f"{folder}{os.sep}{name}"
            state = os.stat(path)  # noqa: PTH116 - half the time of the path's own
            noted.append(f"{path.removeprefix(str(package))} {state.st_size} {state.st_mtime_ns}\n")
    return "".join(noted).encode()


def versions() -> tuple[str, ...]:
    """Of the program and of the libraries that have a say in its bytes."""
    return (f"hornbook-{__version__}", *(name.removesuffix(".dist-info") for name in _libraries()))


def _libraries() -> list[str]:
    """The versions of what sets type and writes files, out of the names that installers give to their notes."""
    notes: set[str] = set()
    for folder in {path for path in sys.path if path.endswith("-packages")}:
        with suppress(OSError):
            notes |= {path.name for path in Path(folder).iterdir() if path.name.lower().startswith(_LIBRARIES)}
    return sorted(name for name in notes if name.endswith(".dist-info"))


def fingerprint(options: Mapping[str, object]) -> str:
    text = json.dumps(options, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def folder_of(place: LessonPlace, options: Options) -> Path:
    """Where the outputs of a lesson go."""
    return (options.out or place.out) / place.name


def wish(place: LessonPlace, options: Options) -> str:
    """The fingerprint of everything that was asked for."""
    return fingerprint({**options.fingerprint(), "lesson": place.path.name})


def load(folder: Path) -> Manifest | None:
    """The manifest of a folder of outputs, or None where there is none that can be trusted."""
    try:
        return parse((folder / NAME).read_bytes(), folder)
    except OSError:
        return None


def parse(listing: bytes, folder: Path) -> Manifest | None:
    """A manifest out of its bytes, as one of that folder."""
    try:
        data = json.loads(listing)
        if data["format"] != _FORMAT or data["program"] != program_fingerprint():
            return None
        outputs = tuple(cast("list[dict[str, Any]]", data["outputs"]))
        if not all(_is_below(folder, str(output["name"])) for output in outputs):
            return None
        return Manifest(
            str(data["fingerprint"]),
            dict(data["inputs"]),
            tuple(data["absent"]),
            outputs,
            tuple(data["diagnostics"]),
            tuple(str(day) for day in data["days"]),
            int(data["passed"]),
        )
    except (ValueError, KeyError, TypeError):
        return None


def with_kept(listing: bytes, kept: Iterable[str]) -> bytes:
    """The same manifest for a folder in which other outputs of earlier builds are left as they are."""
    return _listing({**json.loads(listing), "kept": sorted(kept)})


def listed(folder: Path) -> tuple[str, ...]:
    """The outputs that an earlier build of any version listed, for removing them."""
    try:
        data = json.loads((folder / NAME).read_text("utf-8"))
        names = [*(str(output["name"]) for output in data["outputs"]), *map(str, data.get("kept", ()))]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return ()
    return tuple(name for name in names if _is_below(folder, name))


def dump(
    wanted: str,
    inputs: Inputs,
    products: Sequence[Product],
    diagnostics: Iterable[Diagnostic],
    here: Path,
    *,
    dated: Dated,
    kept: Iterable[str] = (),
) -> bytes:
    """The manifest of what is about to be written; `kept` are outputs of earlier builds that this one leaves as they are."""
    named = {path: key_of(path, inputs.workspace) for path in inputs.paths}
    keys = {shown(path, here): key for path, key in named.items()}
    data = {
        "format": _FORMAT,
        "program": program_fingerprint(),
        "fingerprint": wanted,
        "inputs": {key: _hash(path.read_bytes()) for path, key in named.items()},
        "absent": sorted(key_of(path, inputs.workspace) for path in inputs.absent),
        "outputs": [_product(product) for product in products],
        "kept": sorted(kept),
        "diagnostics": [_diagnostic(diagnostic, keys) for diagnostic in diagnostics],
        "days": [day.isoformat() for day in dated.days],
        "passed": sum(day <= dated.today for day in dated.days),
    }
    return _listing(data)


def is_fresh(manifest: Manifest, wanted: str, folder: Path, workspace: Path, today: date) -> bool:
    """Whether a build would write again what is there: same wish, same inputs, outputs untouched."""
    return is_same_work(manifest, wanted, workspace, today) and all(
        _same(folder / str(output["name"]), str(output["hash"])) for output in manifest.outputs
    )


def is_same_work(manifest: Manifest, wanted: str, workspace: Path, today: date) -> bool:
    """Whether a build would come to the same outputs and say the same."""
    return (
        manifest.fingerprint == wanted
        and sum(day <= today.isoformat() for day in manifest.days) == manifest.passed
        and not any(path_of(key, workspace).exists() for key in manifest.absent)
        and all(_same(path_of(key, workspace), digest) for key, digest in manifest.inputs.items())
    )


def outputs_of(manifest: Manifest, folder: Path, *, built: bool = False) -> tuple[Output, ...]:
    return tuple(
        Output(
            folder / str(output["name"]),
            cast("OutputKind", output["kind"]),
            str(output["recipe"]),
            str(output["audience"]),
            str(output["language"]),
            int(output["pages"]),
            int(output["bytes"]),
            built=built,
        )
        for output in manifest.outputs
    )


def diagnostics_of(manifest: Manifest, workspace: Path, here: Path) -> tuple[Diagnostic, ...]:
    """What the build said that made the outputs, said again."""
    files: dict[str, SourceFile] = {}
    return tuple(_replayed(data, workspace, here, files) for data in manifest.diagnostics)


def _replayed(data: Mapping[str, Any], workspace: Path, here: Path, files: dict[str, SourceFile]) -> Diagnostic:
    span = None
    if data["file"]:
        key = str(data["file"])
        if key not in files:
            path = path_of(key, workspace)
            shows = path.is_file() and not key.startswith("file:")  # elsewhere may be anything: no line of it is shown
            text = path.read_text("utf-8-sig") if shows else ""
            files[key] = SourceFile(shown(path, here), text)
        span = Span(files[key], int(data["line"]), int(data["column"]), int(data["end"]))
    return Diagnostic(Severity(data["severity"]), str(data["code"]), str(data["message"]), span, str(data["hint"]))


def _diagnostic(diagnostic: Diagnostic, keys: Mapping[str, str]) -> dict[str, object]:
    span = diagnostic.span
    return {
        "severity": int(diagnostic.severity),
        "code": diagnostic.code,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "file": keys.get(span.file.path, span.file.path) if span else "",
        "line": span.line if span else 0,
        "column": span.column if span else 0,
        "end": span.end_column if span else 0,
    }


def _product(product: Product) -> dict[str, object]:
    return {
        "name": product.name,
        "hash": _hash(product.data),
        "bytes": len(product.data),
        "kind": product.kind,
        "recipe": product.recipe,
        "audience": product.audience,
        "language": product.language,
        "pages": product.pages,
    }


def key_of(path: Path, workspace: Path) -> str:
    """A name for an input that says nothing of the machine."""
    resolved, root = path.resolve(), workspace.resolve()
    if resolved.is_relative_to(root):
        return resolved.relative_to(root).as_posix()
    if resolved.is_relative_to(built_in()):
        return "built-in:" + resolved.relative_to(built_in()).as_posix()
    return "file:" + resolved.as_posix()


def path_of(key: str, workspace: Path) -> Path:
    kind, colon, rest = key.partition(":")
    if colon and kind == "built-in":
        return built_in() / rest
    return Path(rest) if colon and kind == "file" else workspace / key


def _is_below(folder: Path, name: str) -> bool:
    return (folder / name).resolve().is_relative_to(folder.resolve())


def _listing(data: Mapping[str, object]) -> bytes:
    return (json.dumps(data, sort_keys=True) + "\n").encode()


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _same(path: Path, digest: str) -> bool:
    try:
        return _hash(path.read_bytes()) == digest
    except OSError:
        return False
