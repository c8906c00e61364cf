"""`hornbook new`: a lesson to begin with, or a copy of one."""

import json
import re
import shutil
from pathlib import Path

from hornbook.build.names import unusable
from hornbook.build.workspace import LESSON_FILE, built_in, find_lesson, shown
from hornbook.cli.exits import USAGE, answering, stop
from hornbook.cli.output import answer, say

_STARTER = Path(__file__).with_name("starter.yaml")
_NAME = re.compile(r"[^\W_][\w.-]*")


def run_new(name: str, source: str, *, as_json: bool) -> None:
    """Makes `decks/NAME/`, or `./NAME/` where there is no `decks/`; never writes over anything."""
    here = Path.cwd()
    if not _NAME.fullmatch(name) or unusable(name):
        stop(USAGE, f'"{name}" cannot be the name of a folder everywhere.', "Use letters, digits and hyphens.")
    folder = (here / "decks" if (here / "decks").is_dir() else here) / name
    if folder.exists():
        stop(USAGE, f"{shown(folder, here)} is there already.", "Choose another name.")
    with answering():
        if source:
            _copy(source, folder, here)
        else:
            folder.mkdir(parents=True)
            title = name.replace("-", " ").replace("_", " ").capitalize()
            (folder / LESSON_FILE).write_text(_STARTER.read_text("utf-8").replace("TITLE", title), "utf-8")
    _tell(folder, here, as_json=as_json)


def _copy(source: str, folder: Path, here: Path) -> None:
    place = find_lesson(source, here)
    if place is None or place.path.name != LESSON_FILE:
        stop(USAGE, f'There is no lesson "{source}" to copy.', 'See "hornbook list lessons".')
    shutil.copytree(place.path.parent, folder, ignore=shutil.ignore_patterns("out", ".*"))
    shared = place.workspace / "decks" / "contacts"
    if place.workspace == built_in() and shared.is_dir() and folder.parent.name == "decks":
        shutil.copytree(shared, folder.parent / "contacts", dirs_exist_ok=True)
    elif place.workspace == built_in() and shared.is_dir():
        _bring_contacts(folder, shared)


def _bring_contacts(folder: Path, shared: Path) -> None:
    """Where there is no `decks/` to share contacts in, they come into the lesson's own folder."""
    shutil.copytree(shared, folder / "contacts", dirs_exist_ok=True)
    outline = folder / LESSON_FILE
    outline.write_text(outline.read_text("utf-8").replace("../contacts/", "contacts/"), "utf-8")


def _tell(folder: Path, here: Path, *, as_json: bool) -> None:
    outline = shown(folder / LESSON_FILE, here)
    if as_json:
        data = {"outputs": [{"path": outline, "kind": "outline"}], "diagnostics": [], "seconds": 0.0}
        answer(json.dumps(data, indent=1) + "\n")
        return
    say(f"{outline} is there. Edit it, then: hornbook build {shown(folder, here)}\n")
