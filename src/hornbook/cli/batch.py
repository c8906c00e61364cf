"""`hornbook batch`: a kit for each row of a table."""

import json
import sqlite3
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from os import cpu_count
from pathlib import Path
from time import perf_counter

import typer
from msgspec import Struct

from hornbook.build.batch.failures import NoClusterError, OtherVersionsError
from hornbook.build.batch.kits import Work
from hornbook.build.batch.names import UnknownColumnError
from hornbook.build.batch.rows import Row, UnreadableRowsError, read_rows
from hornbook.build.batch.run import BatchResult, Counts, Told, run_batch
from hornbook.build.batch.runners import InProcess, Pool, Runner
from hornbook.build.batch.target import is_address
from hornbook.build.options import Options
from hornbook.build.workspace import shown
from hornbook.cli.arguments import check_names, lessons_at
from hornbook.cli.build import wants_colour
from hornbook.cli.exits import ENVIRONMENT, PROBLEMS, USAGE, answering, stop
from hornbook.cli.output import answer, on_terminal, say
from hornbook.diagnostics import Diagnostic, Severity, SourceFile, Span
from hornbook.diagnostics.printing import as_data, as_text

KITS = "-kits"


class Asked(Struct, frozen=True):
    """What the command line says about a batch beside the options of a build."""

    rows: Path
    name: str
    out: str
    zipped: bool
    cluster: str
    """`local` or the address of a scheduler; empty for none."""


def run(lesson: str, asked: Asked, options: Options, *, as_json: bool, quiet: bool) -> None:
    here = Path.cwd()
    place = lessons_at([lesson], here)[0]
    check_names(options, here)
    started = perf_counter()
    target = asked.out if is_address(asked.out) else str(Path(asked.out or place.out) / f"{place.name}{KITS}")
    with answering(), _telling():
        rows = read_rows(asked.rows, shown(asked.rows, here))
        first, rows = _peeked(rows)
        work = Work(place, here, options, asked.name or _usual_name(first), asked.rows, target, asked.zipped)
        with _progress(silent=as_json or quiet) as told:
            result = run_batch(work, rows, _runner(options, asked), told)
    seconds = perf_counter() - started
    if as_json:
        _print_json(result, target, seconds)
    else:
        _print_people(result, target, seconds, here, quiet=quiet)
    if result.counts.failed:
        raise typer.Exit(PROBLEMS)


def _peeked(rows: Iterator[Row]) -> tuple[Row | None, Iterator[Row]]:
    from itertools import chain

    first = next(rows, None)
    return first, chain([first] if first else [], rows)


def _usual_name(first: Row | None) -> str:
    """Kits are called by their first column."""
    return f"<<{next(iter(first.cells), 'row')}>>" if first else "<<row>>"


def _runner(options: Options, asked: Asked) -> Runner:
    processes = options.jobs or cpu_count() or 1
    if asked.cluster:
        from hornbook.build.batch.cluster import Cluster

        return Cluster(asked.cluster, processes)
    return Pool(processes) if processes > 1 else InProcess()


@contextmanager
def _telling() -> Generator[None]:
    """What is wrong with the table as a whole, or with the place where the journal is."""
    try:
        yield
    except UnreadableRowsError as trouble:
        say(as_text(trouble.diagnostics, colour=wants_colour()) + "\n")
        raise typer.Exit(PROBLEMS) from None
    except UnknownColumnError as trouble:
        stop(USAGE, f"--name: {trouble}.", trouble.hint)
    except NoClusterError as trouble:
        stop(ENVIRONMENT, str(trouble))
    except OtherVersionsError as trouble:
        stop(ENVIRONMENT, f"{trouble}", "Install the same versions on every worker.")
    except sqlite3.Error as trouble:
        stop(ENVIRONMENT, f"The journal of the batch cannot be written: {trouble}.", "Is another batch running there?")


@contextmanager
def _progress(*, silent: bool) -> Generator[Callable[[Counts], None]]:
    """A line that counts on a terminal; nothing in a pipe."""
    if silent or not on_terminal():
        yield lambda _: None
        return
    yield lambda counts: say(f"\r{counts.rows:,} rows: {counts.made:,} made, {counts.fresh:,} up to date, {counts.failed:,} failed ")  # fmt: skip
    say("\n")


def _print_json(result: BatchResult, target: str, seconds: float) -> None:
    counts = result.counts
    data = {
        "outputs": [{"path": f"{target}/{name}", "kind": "manifest"} for name in ("manifest.csv", "manifest.json")],
        "kits": {
            "made": counts.made,
            "fresh": counts.fresh,
            "failed": counts.failed,
            "files": counts.files,
            "bytes": counts.bytes,
        },
        "diagnostics": [{**as_data(told.diagnostic), "rows": told.rows, "count": told.count} for told in result.told],
        "untold": result.untold,
        "seconds": round(seconds, 3),
    }
    answer(json.dumps(data, indent=1, ensure_ascii=False) + "\n")


def _print_people(result: BatchResult, target: str, seconds: float, here: Path, *, quiet: bool) -> None:
    files: dict[str, SourceFile] = {}
    wanted = [told for told in result.told if not quiet or told.diagnostic.severity is Severity.ERROR]
    text = as_text([_with_rows(told, here, files) for told in wanted], colour=wants_colour())
    say(text + "\n" if text else "")
    if result.untold:
        say(f"{result.untold:,} more messages; the problems of every row are in manifest.csv\n")
    if quiet:
        return
    counts = result.counts
    parts = ((counts.made, "made"), (counts.fresh, "up to date"), (counts.failed, "failed"))
    done = ", ".join(f"{count:,} {word}" for count, word in parts if count)
    place = target if is_address(target) else shown(Path(target), here)
    say(f"{done}: {counts.files:,} files, {counts.bytes / 1e6:,.1f} MB in {seconds:.1f} s. {place}/manifest.csv\n")


def _with_rows(told: Told, here: Path, files: dict[str, SourceFile]) -> Diagnostic:
    """A message with its rows, and with the line of the file that it points to."""
    from msgspec.structs import replace

    rows = ", ".join(map(str, told.rows)) + (f" and {told.count - len(told.rows):,} more" if told.count > len(told.rows) else "")  # fmt: skip
    found = told.diagnostic
    span = found.span
    if span is not None:
        file = files.setdefault(span.file.path, _reopened(span.file, here))
        span = Span(file, span.line, span.column, span.end_column)
    return replace(found, message=f"Row{'s' if told.count > 1 else ''} {rows}: {found.message}", span=span)


def _reopened(file: SourceFile, here: Path) -> SourceFile:
    path = here / file.path
    if path.suffix.lower() not in {".yaml", ".yml", ".csv", ".tsv"}:
        return file
    try:
        return SourceFile(file.path, path.read_text("utf-8-sig", errors="replace"))
    except OSError:
        return file
