"""`hornbook batch` as a script uses it: exit codes, answers, and being killed."""

import csv
import json
import os
import signal
import subprocess
import sys
import time

import pytest

OUTLINE = """\
title: Rain in <<district>>
language: en-US
handouts: [guided-notes]
slides:
  - {title: Water falls, points: [Ask <<phone>>]}
"""
PROGRAM = "import sys; sys.argv[0] = 'hornbook'; from hornbook.cli import main; main()"


@pytest.fixture
def here(tmp_path):
    (tmp_path / "rain").mkdir()
    (tmp_path / "rain" / "lesson.yaml").write_text(OUTLINE, "utf-8")
    return tmp_path


def rows(here, count, phone="555"):
    lines = [f"District {number},{phone}-{number}" for number in range(1, count + 1)]
    (here / "rows.csv").write_text("\n".join(["district,phone", *lines]) + "\n", "utf-8")


def command(*arguments):
    return [sys.executable, "-c", PROGRAM, "batch", "rain", "--with", "rows.csv", *arguments]


def run(here, *arguments):
    return subprocess.run(command(*arguments), capture_output=True, text=True, cwd=here, check=False)


def test_a_batch_answers_with_what_it_made(here):
    rows(here, 3)
    done = run(here, "--only", "deck", "--json", "--jobs", "1")
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert answer["kits"]["made"] == 3
    assert [output["kind"] for output in answer["outputs"]] == ["manifest", "manifest"]
    assert (here / "out" / "rain-kits" / "District-2" / "rain.pptx").is_file()
    assert "3 up to date" in run(here, "--only", "deck", "--jobs", "1").stderr


def test_a_row_with_a_mistake_ends_with_1_and_says_its_number(here):
    (here / "rows.csv").write_text("district,phone\nA,1\nB,\n", "utf-8")
    done = run(here, "--only", "deck", "--jobs", "1")
    assert done.returncode == 1
    assert "Row 2: " in done.stderr
    assert "1 made, 1 failed" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code"), [(("--name", "<<distrikt>>"), 2), (("--paper", "b9"), 2), (("--with", "none.csv"), 1)]
)
def test_wrong_use_and_wrong_tables_are_told_apart(arguments, code, here):
    rows(here, 1)
    assert run(here, *arguments).returncode == code


@pytest.mark.skipif(sys.platform == "win32", reason="a matter of Unix")
def test_a_batch_that_was_killed_goes_on_where_it_was(here):
    rows(here, 40)
    journal = here / "out" / "rain-kits"
    with subprocess.Popen(command("--only", "deck", "--quiet", "--jobs", "2"), cwd=here, stderr=subprocess.DEVNULL, start_new_session=True) as batch:  # fmt: skip
        while len(list(journal.glob("District-*/rain.pptx"))) < 8 and batch.poll() is None:
            time.sleep(0.01)
        os.killpg(batch.pid, signal.SIGKILL)
        batch.wait()
    assert not (journal / "manifest.csv").exists()
    answer = json.loads(run(here, "--only", "deck", "--json", "--jobs", "2").stdout)
    assert answer["kits"]["fresh"] > 0
    assert answer["kits"]["fresh"] + answer["kits"]["made"] == 40
    with (journal / "manifest.csv").open(encoding="utf-8", newline="") as stream:
        assert [line["row"] for line in csv.DictReader(stream)] == [str(number) for number in range(1, 41)]
    (here / "again").mkdir()
    subprocess.run(command("--only", "deck", "--quiet", "--jobs", "1", "--out", "again"), cwd=here, check=True)
    for path in (here / "again").rglob("*.pptx"):
        assert path.read_bytes() == (here / "out" / path.relative_to(here / "again")).read_bytes()
