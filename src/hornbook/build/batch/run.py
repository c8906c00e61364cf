"""A batch: rows that changed become kits, those that did not are left alone, and the manifest says what there is."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import sha256
from itertools import chain
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from hornbook.build.batch.journal import Journal, Known
from hornbook.build.batch.kits import Kit, Work, row_key
from hornbook.build.batch.listing import CSV_NAME, JSON_NAME, as_csv, as_json
from hornbook.build.batch.names import check_template, kit_name
from hornbook.build.batch.rows import Row, UnreadableRowsError
from hornbook.build.batch.runners import Runner
from hornbook.build.batch.target import Target, is_address, target_at
from hornbook.build.today import today_of
from hornbook.diagnostics import Diagnostic, Severity, error

JOURNAL = ".hornbook-batch.sqlite"
MOST_TOLD = 500
"""Different messages that are kept; the manifest has the problems of all rows."""
_ROWS_NAMED = 5

Progress = Callable[["Counts"], None]


class Counts(Struct):
    """How far a batch is."""

    made: int = 0
    fresh: int = 0
    failed: int = 0
    files: int = 0
    bytes: int = 0

    @property
    def rows(self) -> int:
        return self.made + self.fresh + self.failed


class Told(Struct):
    """A message and the rows that it is about."""

    diagnostic: Diagnostic
    rows: list[int] = field(default_factory=list[int])
    """The first few of them."""
    count: int = 0


class BatchResult(Struct, frozen=True):
    counts: Counts
    told: tuple[Told, ...]
    untold: int
    """Messages that found no room."""


def run_batch(work: Work, rows: Iterator[Row], runner: Runner, progress: Progress = lambda _: None) -> BatchResult:
    """Makes what is to be made. Raises UnreadableRowsError, UnknownColumnError, CannotWriteError for the manifest."""
    rows = _with_template(work, rows)
    counts, said = Counts(), _Said()
    target = target_at(work.target)
    with Journal(_journal_path(work), work.place.workspace) as journal:
        earlier: dict[str, tuple[str, ...]] = {}
        stale = _stale(
            work,
            rows,
            journal,
            target,
            earlier=earlier,
            report=lambda row, kit: _count(counts, said, row, kit, fresh=True),
        )
        for row, kit in runner.run(work, stale):
            journal.write(kit, row_key(work, row))
            journal.commit()
            old = earlier.pop(kit.name, ())
            if not kit.failed:
                target.remove(sorted(set(old) - set(_written(kit))))
            _count(counts, said, row, kit, fresh=False)
            progress(counts)
        progress(counts)
        journal.commit()
        target.write_lines(CSV_NAME, as_csv(journal.kits()))
        target.write_lines(JSON_NAME, as_json(journal.kits()))
    return BatchResult(counts, tuple(said.told.values()), said.untold)


def _with_template(work: Work, rows: Iterator[Row]) -> Iterator[Row]:
    """The same rows, after a look at the first: a template that fits no row is said before anything is made."""
    first = next(rows, None)
    if first is None:
        raise UnreadableRowsError(error("HB610", "There are no rows.", None, "The first row has names of columns."))
    if not first.problems:
        check_template(work.template, tuple(first.cells))
    return chain([first], rows)


def _stale(
    work: Work, rows: Iterable[Row], journal: Journal, target: Target, *,
    earlier: dict[str, tuple[str, ...]], report: Callable[[Row, Kit], None],
) -> Iterator[Row]:  # fmt: skip
    """The rows that are to be made. The others are reported; `earlier` learns what files a kit had before."""
    for row in rows:
        name = kit_name(work.template, row.cells, row.number)
        known = journal.find(name)
        if known is not None and known.this_run:
            double = _double(row, name, known)
            journal.write_double(double)
            report(row, double)
            continue
        journal.claim(name, row.number)
        if known is not None and _is_fresh(work, row, known, journal, target):
            report(row, replace(known.kit, number=row.number))
            continue
        if known is not None and known.kit.files:
            earlier[name] = _written(known.kit)
        yield row


def _is_fresh(work: Work, row: Row, known: Known, journal: Journal, target: Target) -> bool:
    kit, today = known.kit, today_of(work.options).isoformat()
    return (
        not work.options.force
        and not kit.failed
        and known.key == row_key(work, row)
        and kit.days[0] <= today < min((*kit.days[1:], "9999"))
        and journal.is_unchanged(known.inputs)
        and all(target.has(file.name, file.bytes, file.digest) for file in kit.files if file.name in _written(kit))
    )


def _written(kit: Kit) -> tuple[str, ...]:
    """The files that are there; those inside of a zip are not."""
    return tuple(file.name for file in kit.files if ".zip/" not in file.name)


def _double(row: Row, name: str, known: Known) -> Kit:
    found = error(
        "HB613",
        f'Row {known.kit.number} is called "{name}" already.',
        row.span,
        "Name kits by more than one column: --name '<<district>>-<<row>>'",
    )
    return Kit(row.number, name, (), (found,), failed=True, inputs={})


def _journal_path(work: Work) -> Path:
    """Beside the kits where that is a folder; for an address where the outputs of this workspace go."""
    if is_address(work.target):
        return work.place.out / ".batches" / f"{sha256(work.target.encode()).hexdigest()[:16]}.sqlite"
    return Path(work.target) / JOURNAL


class _Said:
    """Messages by what they say but for the words of a row: a thousand rows have the same warning once, with their number."""

    def __init__(self) -> None:
        self.told: dict[tuple[object, ...], Told] = {}
        self.untold = 0

    def add(self, row: Row, kit: Kit) -> None:
        for found in kit.diagnostics:
            message = _without_cells(found.message, row.cells)
            key = (found.severity, found.code, message, str(found.span), found.hint)
            told = self.told.get(key)
            if told is None and len(self.told) >= MOST_TOLD and found.severity is not Severity.ERROR:
                self.untold += 1
                continue
            if told is None and len(self.told) >= 2 * MOST_TOLD:
                self.untold += 1
                continue
            told = self.told.setdefault(key, Told(found))
            told.count += 1
            if len(told.rows) < _ROWS_NAMED:
                told.rows.append(kit.number)


def _without_cells(message: str, cells: Mapping[str, str]) -> str:
    """What is said of many rows in the same way, each with a word of its own between quotation marks."""
    for name, cell in sorted(cells.items(), key=lambda each: -len(each[1])):
        if len(cell) > 1:
            message = message.replace(f'"{cell}"', f'"<<{name}>>"')
    return message


def _count(counts: Counts, said: _Said, row: Row, kit: Kit, *, fresh: bool) -> None:
    said.add(row, kit)
    if kit.failed:
        counts.failed += 1
    elif fresh:
        counts.fresh += 1
    else:
        counts.made += 1
    counts.files += len(_written(kit))
    counts.bytes += sum(file.bytes for file in kit.files if ".zip/" not in file.name)
