"""When a lesson that is watched is built again. The waiting is done by the tests."""

import os
from collections.abc import Iterator
from pathlib import Path

from hornbook.build import watching
from hornbook.build.options import Options
from hornbook.build.run import build
from hornbook.build.workspace import LessonPlace, find_lesson
from support.building import LESSON, workspace

ENOUGH = 20
"""Looks without a change, after which a test ends."""


class Patience(Exception):  # noqa: N818
    """Nothing more is going to happen."""


def place_in(folder: Path) -> LessonPlace:
    place = find_lesson("rain", workspace(folder))
    assert place is not None
    return place


def builds(folder: Path, *edits) -> int:
    """How often the lesson is due while the edits are made, one at each look."""
    place, options, todo = place_in(folder), Options(jobs=1, only=("deck",)), list(edits)
    idle = 0

    def wait() -> None:
        nonlocal idle
        if todo:
            todo.pop(0)()
            idle = 0
        idle += 1
        if idle > ENOUGH:
            raise Patience

    return len(tuple(until_patience(watching.changes(place, options, wait), place, options, folder)))


def until_patience(due: Iterator[None], place: LessonPlace, options: Options, folder: Path) -> Iterator[None]:
    try:
        for _ in due:
            build([place], options, folder)
            yield
    except Patience:
        return


def nothing() -> None:
    pass


def written(path: Path, text: str):
    def write() -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        before = path.stat().st_mtime_ns if path.exists() else 0
        path.write_text(text, "utf-8")
        os.utime(path, ns=(before + 1_000_000, before + 1_000_000))

    return write


def test_a_lesson_is_built_once_where_nothing_changes(tmp_path):
    assert builds(tmp_path) == 1


def test_each_save_builds_it_again(tmp_path):
    outline = tmp_path / "decks" / "rain" / "lesson.yaml"
    first, second = LESSON.replace("wets", "soaks"), LESSON.replace("wets", "cools")
    assert builds(tmp_path, written(outline, first), nothing, nothing, nothing, written(outline, second)) == 3


def test_a_file_that_is_written_in_steps_is_read_when_it_is_whole(tmp_path):
    outline = tmp_path / "decks" / "rain" / "lesson.yaml"
    assert builds(tmp_path, *(written(outline, LESSON[:cut]) for cut in (10, 50, 90)), written(outline, LESSON)) == 2


def test_a_new_file_beside_the_outline_and_a_theme_of_the_workspace_count(tmp_path):
    assert builds(tmp_path, written(tmp_path / "decks" / "rain" / "images" / "cloud.svg", "<svg/>")) == 2
    assert builds(tmp_path, written(tmp_path / "decks" / "themes" / "ours.yaml", "palette:")) == 2
    assert builds(tmp_path, written(tmp_path / "hornbook.yaml", "organisation: {name: Us}")) == 2


def test_outputs_and_hidden_files_do_not_count(tmp_path):
    assert builds(tmp_path, written(tmp_path / "decks" / "rain" / ".lesson.yaml.swp", "x")) == 1
    assert builds(tmp_path, written(tmp_path / "out" / "rain" / "notes.txt", "x")) == 1


def test_a_lesson_in_a_folder_of_its_own_is_not_woken_by_what_it_builds(tmp_path):
    alone = tmp_path / "alone"
    alone.mkdir()
    (alone / "lesson.yaml").write_text(LESSON, "utf-8")
    place = find_lesson("alone", tmp_path)
    assert place is not None
    before = watching.snapshot(place, Options())
    build([place], Options(jobs=1, out=alone / "out"), tmp_path)
    assert set(watching.snapshot(place, Options(out=alone / "out"))) >= set(before)
    assert not any("pptx" in path.name for path in watching.snapshot(place, Options(out=alone / "out")))


def test_a_change_while_it_is_built_is_not_missed(tmp_path):
    place, options = place_in(tmp_path), Options(jobs=1, only=("deck",))
    due = watching.changes(place, options, nothing)
    next(due)
    build([place], options, tmp_path)
    written(place.path, LESSON.replace("wets", "soaks"))()
    next(due)
