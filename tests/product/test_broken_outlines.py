"""Broken outlines in the place of a lesson that was built before, through the real command line.

Each ends with exit code 1, has every problem at its line on stderr, and leaves the earlier files byte for byte as they were.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from hornbook.cli.app import app

BROKEN = Path(__file__).parents[1] / "lesson" / "broken"
OUTLINE = Path("decks/water/lesson.yaml")
GOOD = """\
title: The water cycle
language: en-US
handouts: [guided-notes]
slides:
  - {title: Water moves, points: [It ==rises==, It falls]}
"""
BUILT = {".hornbook.json", "water.pptx", "water.pdf", "water-accessibility.txt", "guided-notes.pdf"}
"""What the good outline becomes."""
PROBLEM = re.compile(r"^(\S+):(\d+):(\d+): (error|warning) (HB\d{3}): ", re.MULTILINE)

WRITTEN = {
    "alias": ["1:8 HB115", "4:12 HB114", "6:9 HB114"],
    "answer-not-a-choice": ["6:60 HB250", "7:59 HB251"],
    "bad-indent": ["6:4 HB111"],
    "chart-lengths": ["9:15 HB240"],
    "duplicate-key": ["6:5 HB113", "7:1 HB113"],
    "image-outside": ["5:19 HB140", "7:19 HB140", "9:19 HB140"],
    "minutes-over": ["3:11 HB218"],
    "missing-image": ["5:19 HB141", "7:12 HB230", "7:19 HB141"],
    "missing-title": ["1:1 HB202", "3:5 HB214", "4:5 HB214"],
    "missing-value": ["7:23 HB135"],
    "tag": ["1:8 HB116", "6:9 HB116", "7:9 HB116"],
    "two-bodies": ["6:5 HB213"],
    "unknown-audience": ["5:45 HB216", "9:22 HB216"],
    "unknown-citation": ["9:19 HB220", "10:13 HB220"],
    "unknown-key": ["3:1 HB201", "7:5 HB201"],
    "unknown-kind": ["5:5 HB212", "7:5 HB212", "8:5 HB212"],
    "unknown-recipe": ["3:26 HB402"],
    "unknown-theme": ["3:8 HB401"],
    "wrong-type": ["1:8 HB203", "3:11 HB208", "6:13 HB203", "7:14 HB208", "8:13 HB207"],
}
"""Outlines with faults, and where each fault is."""

BYTES = {
    "binary": (b"PK\x03\x04\x14\x00\x06\x00" + bytes(range(256)), ["1:1 HB103"]),
    "noise": (bytes(range(256)), ["1:1 HB103"]),
    "empty": (b"", ["1:1 HB102"]),
    "only-comments": (b"# title: later\n", ["1:1 HB102"]),
    "windows-1252": ("title: Water\nsubtitle: It\u2019s wet\n".encode("cp1252"), ["2:13 HB104"]),
    "utf-16": (GOOD.encode("utf-16"), ["1:1 HB104"]),
    "too-long": (GOOD.encode() + b"# " + b"x" * 5_000_000, ["1:1 HB105"]),
    "not-a-mapping": (b"- a\n- b\n", ["1:1 HB203"]),
}
"""Files that are no outline."""


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """A workspace with a lesson that was built once; each test gets a copy."""
    folder = tmp_path_factory.mktemp("built")
    (folder / OUTLINE).parent.mkdir(parents=True)
    (folder / OUTLINE).write_text(GOOD, "utf-8")
    command = [sys.executable, "-c", "from hornbook.cli import main; main()", "build", "water", "--quiet"]
    ended = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
    return folder


@pytest.fixture
def workspace(built, tmp_path, monkeypatch):
    folder = tmp_path / "workspace"
    shutil.copytree(built, folder)
    monkeypatch.chdir(folder)
    return folder


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def problems(stderr: str, shown: str = OUTLINE.as_posix()) -> list[str]:
    """Line, column and code of every error; all of them in the outline."""
    found = PROBLEM.findall(stderr)
    assert {file for file, *_ in found} <= {shown}
    return [f"{line}:{column} {code}" for _, line, column, kind, code in found if kind == "error"]


def refuse(workspace: Path, expected: list[str]) -> str:
    """Builds what cannot be built; what was said on stderr."""
    before = files(workspace / "out")
    ended = CliRunner().invoke(app, ["build", "water"])
    assert ended.exit_code == 1, ended.output
    assert isinstance(ended.exception, SystemExit)
    assert "Traceback" not in ended.output
    assert ended.stdout == ""
    assert problems(ended.stderr) == expected
    assert "earlier files are as they were" in ended.stderr
    assert files(workspace / "out") == before
    assert {path.split("/")[-1] for path in before} == BUILT
    return ended.stderr


def test_every_broken_outline_is_tried():
    assert {path.stem for path in BROKEN.glob("*.yaml")} == set(WRITTEN)


@pytest.mark.parametrize("name", WRITTEN)
def test_a_broken_outline_is_refused_at_its_lines_and_the_earlier_files_stay(workspace, name):
    shutil.copy(BROKEN / f"{name}.yaml", workspace / OUTLINE)
    refuse(workspace, WRITTEN[name])


@pytest.mark.parametrize("name", BYTES)
def test_a_file_that_is_no_outline_is_refused_and_the_earlier_files_stay(workspace, name):
    data, expected = BYTES[name]
    (workspace / OUTLINE).write_bytes(data)
    refuse(workspace, expected)


@pytest.mark.skipif(sys.platform == "win32", reason="links need a permission there")
@pytest.mark.parametrize("folder", [False, True], ids=["a link to a file", "a link to a folder"])
def test_a_picture_that_leaves_the_workspace_through_a_link_is_refused(workspace, tmp_path, folder):
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "face.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    images = workspace / OUTLINE.parent / "images"
    if folder:
        images.symlink_to(secret)
    else:
        images.mkdir()
        (images / "face.png").symlink_to(secret / "face.png")
    outline = GOOD + "  - {title: A face, image: {file: images/face.png, alt: A face}}\n"
    (workspace / OUTLINE).write_text(outline, "utf-8")
    said = refuse(workspace, ["6:35 HB140"])
    assert secret.as_posix() not in said


def test_a_picture_that_is_none_is_refused_at_its_line(workspace):
    (workspace / OUTLINE.parent / "cloud.png").write_bytes(b"\x89PNG\r\n\x1a\n cut off")
    outline = GOOD + "  - {title: A cloud, image: {file: cloud.png, alt: A cloud}}\n"
    (workspace / OUTLINE).write_text(outline, "utf-8")
    refuse(workspace, ["6:36 HB142"])


def test_a_word_wider_than_the_slide_is_refused_at_its_line(workspace):
    (workspace / OUTLINE).write_text(GOOD + f"  - {{title: Long, points: [{'W' * 80}]}}\n", "utf-8")
    said = refuse(workspace, ["6:28 HB302"])
    assert "W" * 30 in said


def test_json_has_every_problem_and_the_exit_code_stays(workspace):
    shutil.copy(BROKEN / "wrong-type.yaml", workspace / OUTLINE)
    before = files(workspace / "out")
    ended = CliRunner().invoke(app, ["build", "water", "--json"])
    assert ended.exit_code == 1
    assert ended.stderr == ""
    assert [code for code in WRITTEN["wrong-type"] if code.split()[1] not in ended.stdout] == []
    assert files(workspace / "out") == before


def test_the_other_lessons_of_a_run_are_built(workspace):
    shutil.copy(BROKEN / "two-bodies.yaml", workspace / OUTLINE)
    other = workspace / "decks" / "air" / "lesson.yaml"
    other.parent.mkdir()
    other.write_text(GOOD.replace("water cycle", "air"), "utf-8")
    ended = CliRunner().invoke(app, ["build"])
    assert ended.exit_code == 1
    assert problems(ended.stderr) == WRITTEN["two-bodies"]
    assert (workspace / "out/air/air.pptx").is_file()


def test_check_says_the_same_and_writes_nothing(workspace):
    shutil.copy(BROKEN / "unknown-recipe.yaml", workspace / OUTLINE)
    before = files(workspace)
    ended = CliRunner().invoke(app, ["check", "water"])
    assert ended.exit_code == 1
    assert problems(ended.stderr) == WRITTEN["unknown-recipe"]
    assert files(workspace) == before
