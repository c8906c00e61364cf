"""A small lesson with names to fill, and a batch of it."""

import csv
import os
import signal
from collections.abc import Iterable, Mapping
from pathlib import Path

from hornbook.build.batch.kits import Work
from hornbook.build.batch.rows import Row, read_rows
from hornbook.build.batch.run import BatchResult, run_batch
from hornbook.build.batch.runners import Done, InProcess, Runner, make_chunk_here
from hornbook.build.options import Options
from hornbook.build.workspace import find_lesson
from support.building import workspace

LESSON = """\
title: Rain in <<district>>
language: en-US
authors: [A teacher]
handouts: [guided-notes]
slides:
  - title: Water falls from clouds
    points: [It is called ==rain==, Ask <<phone>>]
"""
ROWS = [
    {"district": "Springfield", "phone": "555-0100"},
    {"district": "Shelbyville", "phone": "555-0101"},
    {"district": "Ogdenville", "phone": "555-0102"},
]


def table(folder: Path, rows: Iterable[Mapping[str, str]] = ROWS, name: str = "rows.csv") -> Path:
    rows = list(rows)
    path = folder / name
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


def work_in(folder: Path, rows: Path, lesson: str = LESSON, target: str = "", **more: object) -> Work:
    """Decks only, so that a test is over soon."""
    place = find_lesson("rain", workspace(folder, lesson))
    assert place is not None
    zipped, template = bool(more.pop("zipped", False)), str(more.pop("template", "<<district>>"))
    options = Options(**{"only": ("deck",), **more})
    return Work(place, folder, options, template, rows, target or str(folder / "kits"), zipped)


def batched(folder: Path, rows: Path | None = None, *, runner: Runner | None = None, **more: object) -> BatchResult:
    rows = rows or table(folder)
    work = work_in(folder, rows, **more)
    return run_batch(work, read_rows(rows, rows.name), runner or InProcess())


def kits(folder: Path) -> dict[str, bytes]:
    """Every file of every kit, without the manifest and the journal."""
    root = folder / "kits"
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and path.parent != root
    }


def killed_at_first(rows: tuple[Row, ...]) -> Done:
    """Makes the rows, but the first process that meets one with a flag ends as if it had been killed."""
    for row in rows:
        flag = row.cells.get("flag", "")
        if flag and not os.path.exists(flag):  # noqa: PTH110
            open(flag, "w").close()  # noqa: PTH123
            os.kill(os.getpid(), signal.SIGKILL)
    return make_chunk_here(rows)


def killed_by_poison(rows: tuple[Row, ...]) -> Done:
    """Makes the rows; no process survives one that is called Poison."""
    if any(row.cells["district"] == "Poison" for row in rows):
        os.kill(os.getpid(), signal.SIGKILL)
    return make_chunk_here(rows)
