"""What a batch has done so far, on disk from kit to kit: a run that was killed goes on where it was, and memory holds no rows."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, Self

from msgspec import Struct
from msgspec.structs import asdict

from hornbook.build import manifest
from hornbook.build.batch.kits import Kit, KitFile, hash_of
from hornbook.build.batch.names import same_name
from hornbook.diagnostics import Diagnostic, Severity, SourceFile, Span

_TABLES = """
CREATE TABLE IF NOT EXISTS kits (
    same TEXT PRIMARY KEY, name TEXT, number INTEGER, run INTEGER, key TEXT, inputs INTEGER, failed INTEGER, told TEXT
);
CREATE INDEX IF NOT EXISTS by_number ON kits (run, number);
CREATE TABLE IF NOT EXISTS inputs (id INTEGER PRIMARY KEY, listing TEXT UNIQUE);
CREATE TABLE IF NOT EXISTS doubles (number INTEGER, run INTEGER, name TEXT, told TEXT);
"""


class Known(Struct, frozen=True):
    """A kit of an earlier run or of this one."""

    kit: Kit
    key: str
    inputs: int
    this_run: bool


class Journal:
    """Kits by name. Raises sqlite3.Error where its file cannot be used."""

    def __init__(self, path: Path, workspace: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._workspace = workspace
        self._base = sqlite3.connect(path)
        self._base.executescript(f"PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; {_TABLES}")
        (latest,) = self._base.execute("SELECT max(run) FROM (SELECT run FROM kits UNION SELECT run FROM doubles)").fetchone()  # fmt: skip
        self._run = (latest or 0) + 1
        self._unchanged: dict[int, bool] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._base.commit()
        self._base.close()

    def find(self, name: str) -> Known | None:
        found = self._base.execute(
            "SELECT number, name, failed, told, key, inputs, run FROM kits WHERE same = ?", (same_name(name),)
        ).fetchone()
        if found is None:
            return None
        number, own, failed, told, key, inputs, run = found
        return Known(_kit(number, own, failed, told), key, inputs, run == self._run)

    def is_unchanged(self, inputs: int) -> bool:
        """Whether everything that was read then is as it was; looked at once in a run for all kits that read the same."""
        known = self._unchanged.get(inputs)
        if known is None:
            found = self._base.execute("SELECT listing FROM inputs WHERE id = ?", (inputs,)).fetchone()
            listing: dict[str, str] = json.loads(found[0]) if found else {"": "lost"}
            known = all(hash_of(manifest.path_of(key, self._workspace)) == digest for key, digest in listing.items())
            self._unchanged[inputs] = known
        return known

    def claim(self, name: str, number: int) -> None:
        """The name is that row's in this run. Where the run ends before the kit is made, what was known of it stays."""
        same = same_name(name)
        self._base.execute(
            "INSERT OR IGNORE INTO kits VALUES (?, ?, ?, ?, '', 0, 1, ?)",
            (same, name, number, self._run, _told(Kit(number, name, (), (), failed=True, inputs={}))),
        )
        self._base.execute("UPDATE kits SET run = ?, number = ? WHERE same = ?", (self._run, number, same))

    def write(self, kit: Kit, key: str) -> None:
        """A kit that was made or failed; a failed one is tried again next time."""
        listing = json.dumps(dict(kit.inputs), sort_keys=True)
        self._base.execute("INSERT OR IGNORE INTO inputs (listing) VALUES (?)", (listing,))
        (inputs,) = self._base.execute("SELECT id FROM inputs WHERE listing = ?", (listing,)).fetchone()
        row = (
            same_name(kit.name),
            kit.name,
            kit.number,
            self._run,
            "" if kit.failed else key,
            inputs,
            kit.failed,
            _told(kit),
        )
        self._base.execute("INSERT OR REPLACE INTO kits VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)

    def write_double(self, kit: Kit) -> None:
        """A row whose name another row has."""
        self._base.execute("INSERT INTO doubles VALUES (?, ?, ?, ?)", (kit.number, self._run, kit.name, _told(kit)))

    def commit(self) -> None:
        self._base.commit()

    def kits(self) -> Iterator[Kit]:
        """Those of this run, in the order of their rows."""
        query = """SELECT number, name, failed, told FROM kits WHERE run = ?1
            UNION ALL SELECT number, name, 1, told FROM doubles WHERE run = ?1 ORDER BY number"""
        with closing(self._base.execute(query, (self._run,))) as found:
            for number, name, failed, told in found:
                yield _kit(number, name, failed, told)


def _told(kit: Kit) -> str:
    return json.dumps(
        {
            "files": [asdict(file) for file in kit.files],
            "said": [_diagnostic(found) for found in kit.diagnostics],
            "days": kit.days,
        },
        ensure_ascii=False,
    )


def _kit(number: int, name: str, failed: int, told: str) -> Kit:
    data = json.loads(told)
    files = tuple(KitFile(**file) for file in data["files"])
    said = tuple(_said(each) for each in data["said"])
    return Kit(number, name, files, said, bool(failed), {}, tuple(data["days"]))


def _diagnostic(found: Diagnostic) -> list[Any]:
    span = found.span
    place = [span.file.path, span.line, span.column, span.end_column] if span else []
    return [int(found.severity), found.code, found.message, found.hint, place]


def _said(data: list[Any]) -> Diagnostic:
    severity, code, message, hint, place = data
    span = Span(SourceFile(place[0]), place[1], place[2], place[3]) if place else None
    return Diagnostic(Severity(severity), code, message, span, hint)
