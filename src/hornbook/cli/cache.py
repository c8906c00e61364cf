"""`hornbook cache`: what is kept of earlier builds, and how to be rid of it. It is never needed, only faster."""

import json
from pathlib import Path
from time import perf_counter

from hornbook.build.store import Store, usual_folder, usual_limit
from hornbook.cli.exits import USAGE, stop
from hornbook.cli.output import answer, say


def run_cache(what: str, *, as_json: bool) -> None:
    started = perf_counter()
    if what not in {"info", "clear"}:
        stop(USAGE, f'"{what}" cannot be done with the cache.', "There are: info, clear.")
    folder = usual_folder()
    removed = Store(folder).clear() if what == "clear" else 0
    entries = tuple(Store(folder).entries())
    held = sum(entry.size for entry in entries)
    if as_json:
        place = folder.as_posix() if folder else ""
        found = {"folder": place, "entries": len(entries), "bytes": held, "limit": usual_limit(), "removed": removed}
        answer(
            json.dumps({"outputs": [], "diagnostics": [], "seconds": _since(started), "cache": found}, indent=1) + "\n"
        )
    elif folder is None:
        say("Nothing is kept: HORNBOOK_CACHE is off.\n")
    else:
        _tell(folder, len(entries), held, removed, cleared=what == "clear")


def _tell(folder: Path, count: int, held: int, removed: int, *, cleared: bool) -> None:
    if cleared:
        say(f"{removed} entries removed from {folder.as_posix()}\n")
        return
    answer(f"{folder.as_posix()}\n{count} entries, {held / 1e6:.1f} MB of {usual_limit() / 1e6:,.0f} MB\n")


def _since(started: float) -> float:
    return round(perf_counter() - started, 3)
