"""`hornbook watch`: a lesson is built again as it is saved, in one process that stays warm."""

import gc
import json
from pathlib import Path
from time import perf_counter, sleep

from hornbook.build.files import CannotWriteError
from hornbook.build.options import BuildResult, Options
from hornbook.build.run import build
from hornbook.build.watching import changes
from hornbook.build.workspace import LessonPlace
from hornbook.cli.arguments import check_names, lessons_at
from hornbook.cli.build import as_json_data, print_people
from hornbook.cli.exits import answering
from hornbook.cli.output import answer, say

PAUSE = 0.02
"""Seconds between two looks."""


def run_watch(asked: str, options: Options, *, as_json: bool, quiet: bool) -> None:
    """Builds until it is interrupted. With JSON, a line of it for each build."""
    here = Path.cwd()
    place = lessons_at([asked], here)[0]
    check_names(options, here)
    if not (quiet or as_json):
        say(f"Watching {place.name}: save to build it again. Ctrl+C ends this.\n")
    with answering():
        for _ in changes(place, options, lambda: sleep(PAUSE)):
            _build(place, options, here, as_json=as_json, quiet=quiet)
            gc.collect()


def _build(place: LessonPlace, options: Options, here: Path, *, as_json: bool, quiet: bool) -> None:
    """One build. A file that another program holds is no reason to end: it is tried again at the next change."""
    started = perf_counter()
    try:
        result = build([place], options, here)
    except CannotWriteError as trouble:
        say(f"hornbook: Cannot write {trouble.path.as_posix()}: {trouble.strerror}. Is it open in another program?\n")
        return
    _tell(result, perf_counter() - started, here, as_json=as_json, quiet=quiet)


def _tell(result: BuildResult, seconds: float, here: Path, *, as_json: bool, quiet: bool) -> None:
    if as_json:
        answer(json.dumps(as_json_data(result, seconds, here), ensure_ascii=False) + "\n")
    else:
        print_people(result, seconds, here, quiet=quiet)
