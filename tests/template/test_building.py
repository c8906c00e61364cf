"""`theme: district.pptx` in an outline, and `--theme FILE` on the command line."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from template import making

LESSON = """title: A lesson
language: en-US
theme: district.pptx
handouts: []
slides:
  - {title: A title, points: [One, Two]}
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    folder = tmp_path / "decks" / "lesson"
    folder.mkdir(parents=True)
    (folder / "lesson.yaml").write_text(LESSON)
    (folder / "district.pptx").write_bytes(making.tall_format())
    return tmp_path


def run(here: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(Path(__file__).parents[2] / "cli.py"), *arguments]
    return subprocess.run(command, cwd=here, capture_output=True, text=True, check=False)


def built(here: Path, *arguments: str) -> dict[str, list[dict[str, str]]]:
    done = run(here, "build", "lesson", "--only", "deck", "--json", *arguments)
    return json.loads(done.stdout)


def test_a_template_beside_the_outline_is_the_theme(workspace: Path) -> None:
    made = built(workspace)
    assert [output["path"] for output in made["outputs"]] == ["out/lesson/lesson.pptx"]
    from pptx import Presentation

    presentation = Presentation(str(workspace / "out" / "lesson" / "lesson.pptx"))
    assert (presentation.slide_width, presentation.slide_height) == (9144000, 5715000)


def test_an_unchanged_template_is_not_read_again_and_a_changed_one_is(workspace: Path) -> None:
    assert built(workspace)["outputs"][0]["state"] == "built"
    assert built(workspace)["outputs"][0]["state"] == "fresh"
    (workspace / "decks" / "lesson" / "district.pptx").write_bytes(making.designed())
    assert built(workspace)["outputs"][0]["state"] == "built"


def test_a_template_on_the_command_line_is_the_users_own(
    workspace: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("home") / "mine.potx"
    elsewhere.write_bytes(making.as_potx(making.designed()))
    made = built(workspace, "--theme", str(elsewhere))
    assert made["outputs"]
    assert str(elsewhere) not in (workspace / "out" / "lesson" / "lesson.pptx").read_bytes().decode("latin-1")
    assert built(workspace, "--theme", str(elsewhere))["outputs"][0]["state"] == "fresh"


def test_a_template_that_is_not_there_is_a_wrong_option(workspace: Path) -> None:
    done = run(workspace, "build", "lesson", "--theme", "nowhere.pptx")
    assert done.returncode == 2
    assert 'There is no file "nowhere.pptx"' in done.stderr


@pytest.mark.parametrize(
    ("named", "code"),
    [
        ("../../../mine.pptx", "HB140"),
        ("https://example.org/t.pptx", "HB140"),
        ("districkt.pptx", "HB141"),
        ("old.ppt", "HB141"),
    ],
)
def test_a_template_out_of_the_workspace_or_not_there_is_told_at_its_line(
    workspace: Path, named: str, code: str
) -> None:
    outline = workspace / "decks" / "lesson" / "lesson.yaml"
    outline.write_text(LESSON.replace("district.pptx", named))
    (workspace.parent / "mine.pptx").write_bytes(making.designed())
    (found,) = built(workspace)["diagnostics"]
    assert (found["code"], found["line"]) == (code, 3)


def test_a_template_that_is_refused_leaves_the_old_deck(workspace: Path) -> None:
    built(workspace)
    before = (workspace / "out" / "lesson" / "lesson.pptx").read_bytes()
    (workspace / "decks" / "lesson" / "district.pptx").write_bytes(b"PK\x03\x04 and no more")
    done = run(workspace, "build", "lesson", "--only", "deck")
    assert done.returncode == 1
    assert "decks/lesson/lesson.yaml:3:8: error HB450" in done.stderr
    assert (workspace / "out" / "lesson" / "lesson.pptx").read_bytes() == before
