"""A small lesson in a workspace of its own, and building it."""

from pathlib import Path

from hornbook.build.options import BuildResult, Options
from hornbook.build.run import build
from hornbook.build.workspace import find_lesson

LESSON = """\
title: Rain
language: en-US
authors: [A teacher]
handouts: [guided-notes]
slides:
  - title: Water falls from clouds
    points: [It is called ==rain==, It wets the ground]
    notes: "Say: Look outside."
"""


def workspace(folder: Path, text: str = LESSON) -> Path:
    lesson = folder / "decks" / "rain" / "lesson.yaml"
    lesson.parent.mkdir(parents=True, exist_ok=True)
    lesson.write_text(text, "utf-8")
    return folder


def built(folder: Path, **options: object) -> BuildResult:
    place = find_lesson("rain", folder)
    assert place is not None
    return build([place], Options(**{"jobs": 1, **options}), folder)


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
