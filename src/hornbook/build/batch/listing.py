"""The manifest of a batch, as CSV for people and JSON for programs: every file of every kit, and every row that has none."""

import csv
import io
import json
from collections.abc import Iterable, Iterator

from hornbook.build.batch.kits import Kit
from hornbook.diagnostics import Severity

CSV_NAME, JSON_NAME = "manifest.csv", "manifest.json"
_COLUMNS = ("row", "kit", "state", "file", "kind", "recipe", "audience", "language", "pages", "bytes", "sha256", "problem")  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(kits: Iterable[Kit]) -> Iterator[str]:
    """A line for each file; a kit that failed has one with what is wrong with it."""
    yield _line(_COLUMNS)
    for kit in kits:
        if kit.failed:
            yield _line((kit.number, kit.name, "failed", *[""] * 8, "; ".join(_problems(kit))))
        for file in kit.files:
            about = (
                file.name,
                file.kind,
                file.recipe,
                file.audience,
                file.language,
                file.pages,
                file.bytes,
                file.digest,
            )
            yield _line((kit.number, kit.name, "made", *about, ""))


def as_json(kits: Iterable[Kit]) -> Iterator[str]:
    yield '{"kits": ['
    for count, kit in enumerate(kits):
        yield (",\n" if count else "\n") + json.dumps(_data(kit), ensure_ascii=False)
    yield "\n]}\n"


def _data(kit: Kit) -> dict[str, object]:
    files = [
        {
            "name": file.name,
            "kind": file.kind,
            "recipe": file.recipe,
            "audience": file.audience,
            "language": file.language,
            "pages": file.pages,
            "bytes": file.bytes,
            "sha256": file.digest,
        }
        for file in kit.files
    ]
    state = "failed" if kit.failed else "made"
    return {"row": kit.number, "kit": kit.name, "state": state, "files": files, "problems": _problems(kit)}


def _problems(kit: Kit) -> list[str]:
    """What is wrong with it, without the lines of files that may be somewhere else."""
    return [f"{found.code} {found.message}" for found in kit.diagnostics if found.severity is Severity.ERROR]


def _line(cells: Iterable[object]) -> str:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerow([_harmless(str(cell)) for cell in cells])
    return stream.getvalue()


def _harmless(cell: str) -> str:
    """A spreadsheet takes what begins like a formula for one, and these words may be a stranger's."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
