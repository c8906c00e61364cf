"""`hornbook check`: what a build would say, and what a careful colleague would, without building."""

import json
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

import typer

from hornbook import __version__
from hornbook.build.making import check
from hornbook.build.mending import MendedFile, mend
from hornbook.build.options import Options
from hornbook.build.workspace import shown
from hornbook.cli.arguments import check_names, lessons_at
from hornbook.cli.build import wants_colour
from hornbook.cli.exits import PROBLEMS, USAGE, answering, stop
from hornbook.cli.output import answer, say
from hornbook.diagnostics import Diagnostic, Severity
from hornbook.diagnostics.printing import as_data, as_text, summary

FORMATS = ("text", "json", "sarif", "github")


def run_check(asked: Sequence[str], options: Options, *, form: str, fix: bool = False) -> None:
    if form not in FORMATS:
        stop(USAGE, f'There is no format "{form}".', f"There are: {', '.join(FORMATS)}.")
    here = Path.cwd()
    places = lessons_at(asked, here)
    check_names(options, here)
    started = perf_counter()
    with answering():
        mended = mend(places, options, here) if fix else ()
        found = check(places, options, here)
    if form == "json":
        answer(_as_json(found, mended, here, perf_counter() - started))
    else:
        _tell(mended, here)
        _say(found, form)
    worst = max((diagnostic.severity for diagnostic in found), default=Severity.NOTE)
    if worst is Severity.ERROR or (options.strict and worst is Severity.WARNING):
        raise typer.Exit(PROBLEMS)


def _as_json(found: Sequence[Diagnostic], mended: Sequence[MendedFile], here: Path, seconds: float) -> str:
    data = {
        "outputs": [],
        "fixed": [{"file": shown(each.path, here), "lines": each.lines} for each in mended],
        "diagnostics": [as_data(diagnostic) for diagnostic in found],
        "seconds": round(seconds, 3),
    }
    return json.dumps(data, indent=1, ensure_ascii=False) + "\n"


def _tell(mended: Sequence[MendedFile], here: Path) -> None:
    for each in mended:
        lines = "line" if len(each.lines) == 1 else "lines"
        say(f"{shown(each.path, here)}: mended {lines} {', '.join(map(str, each.lines))}\n")


def _say(found: Sequence[Diagnostic], form: str) -> None:
    """Machines read stdout, people stderr."""
    match form:
        case "sarif":
            from hornbook.cli.codes import known_codes
            from hornbook.diagnostics.sarif import as_sarif

            answer(as_sarif(found, known_codes(), __version__))
        case "github":
            from hornbook.diagnostics.annotations import as_annotations

            answer(as_annotations(found))
            say((summary(found) or "Nothing to say: all is well.") + "\n")
        case _:
            text = as_text(found, colour=wants_colour())
            say((text + "\n" if text else "") + (summary(found) or "Nothing to say: all is well.") + "\n")
