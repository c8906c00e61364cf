"""`hornbook build`: runs a build and says what came of it."""

import json
import os
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

import typer

from hornbook.build.options import BuildResult, Options, Output
from hornbook.build.run import build
from hornbook.build.workspace import shown
from hornbook.cli.arguments import check_names, lessons_at
from hornbook.cli.exits import PROBLEMS, REFUSED, USAGE, answering
from hornbook.cli.output import answer, on_terminal, say
from hornbook.diagnostics import Severity
from hornbook.diagnostics.printing import as_data, as_text, summary


def run_build(asked: Sequence[str], options: Options, *, as_json: bool, quiet: bool) -> None:
    here = Path.cwd()
    places = lessons_at(asked, here)
    check_names(options, here)
    started = perf_counter()
    with answering(), _progress(len(places), silent=as_json or quiet) as told:
        result = build(places, options, here, told)
    seconds = perf_counter() - started
    if as_json:
        print_json(result, seconds, here)
    else:
        print_people(result, seconds, here, quiet=quiet)
    if result.failed:
        raise typer.Exit(USAGE if _refused(result, options) else PROBLEMS)


def _refused(result: BuildResult, options: Options) -> bool:
    """Whether nothing is wrong but that there is no such copy of a recipe as the command line asks for."""
    errors = {each.code for each in result.diagnostics if each.severity is Severity.ERROR}
    return bool(options.paper or options.variant) and bool(errors) and errors <= REFUSED


def print_json(result: BuildResult, seconds: float, here: Path) -> None:
    answer(json.dumps(as_json_data(result, seconds, here), indent=1, ensure_ascii=False) + "\n")


def as_json_data(result: BuildResult, seconds: float, here: Path) -> dict[str, object]:
    return {
        "outputs": [_output(output, here) for output in result.outputs],
        "diagnostics": [as_data(diagnostic) for diagnostic in result.diagnostics],
        "seconds": round(seconds, 3),
    }


def print_people(result: BuildResult, seconds: float, here: Path, *, quiet: bool) -> None:
    """Everything for people goes to stderr; stdout stays empty."""
    shown_ones = [found for found in result.diagnostics if not quiet or found.severity is Severity.ERROR]
    text = as_text(shown_ones, colour=wants_colour())
    if text:
        say(text + "\n")
    if quiet:
        return
    for name in result.failed:
        say(f"{name}: nothing was built; earlier files are as they were.\n")
    fresh = sum(not output.built for output in result.outputs)
    for output in result.outputs:
        if output.built:
            unit = ("slide" if output.kind == "deck" else "page") + ("" if output.pages == 1 else "s")
            say(f"{shown(output.path, here)}  {output.pages} {unit}, {output.bytes / 1024:,.0f} KB\n")
    if fresh and fresh == len(result.outputs) and not result.failed:
        say(f"All {fresh} files are up to date; nothing to do.\n")
    else:
        done = f"{len(result.outputs) - fresh} built" + (f", {fresh} up to date" if fresh else "")
        found = summary(result.diagnostics)
        say(f"{done} in {seconds:.1f} s" + (f" ({found})" if found else "") + "\n")


def wants_colour() -> bool:
    """Colour on a terminal, unless NO_COLOR is set (https://no-color.org)."""
    return on_terminal() and not os.environ.get("NO_COLOR")


def _output(output: Output, here: Path) -> dict[str, object]:
    return {
        "path": shown(output.path, here),
        "kind": output.kind,
        "recipe": output.recipe,
        "audience": output.audience,
        "language": output.language,
        "slides" if output.kind == "deck" else "pages": output.pages,
        "bytes": output.bytes,
        "state": "built" if output.built else "fresh",
    }


@contextmanager
def _progress(count: int, *, silent: bool) -> Generator[Callable[[str], None]]:
    """A bar on a terminal, where there is more than one lesson to wait for; nothing in a pipe."""
    if silent or not on_terminal():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    columns = (BarColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=count)
        yield lambda name: bar.update(task, advance=1, description=name)
