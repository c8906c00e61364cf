"""What a command does where the world does not play along: full disks, closed pipes, interruptions, names that are not there."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from support.running import OUTLINE, PROGRAM, UNIX, hornbook, left


@pytest.fixture
def here(tmp_path):
    (tmp_path / "rain").mkdir()
    (tmp_path / "rain" / "lesson.yaml").write_text(OUTLINE, "utf-8")
    return tmp_path


@UNIX
@pytest.mark.parametrize("arguments", [("list", "codes"), ("schema", "lesson"), ("explain", "HB302")])
def test_a_reader_that_has_seen_enough_is_no_fault(here, arguments):
    read, write = os.pipe()
    os.close(read)
    ended = hornbook(here, *arguments, stdout=write, stderr=subprocess.PIPE)
    os.close(write)
    assert (ended.returncode, ended.stderr) == (0, b"")


@UNIX
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_an_answer_that_cannot_be_written_ends_with_3(here):
    with Path("/dev/full").open("wb") as full:
        ended = hornbook(here, "list", "kinds", stdout=full, stderr=subprocess.PIPE)
    assert ended.returncode == 3
    assert ended.stderr.startswith(b"hornbook: Cannot write the answer")


@UNIX
def test_closed_streams_change_nothing(here):
    program = f"import os; os.close(1); os.close(2); import sys; sys.stdout = sys.stderr = None; {PROGRAM}"
    command = [sys.executable, "-c", program, "build", "rain", "--only", "deck"]
    assert subprocess.run(command, cwd=here, check=False).returncode == 0
    assert (here / "out/rain/rain.pptx").is_file()


@UNIX
def test_a_disk_that_is_full_ends_with_3_and_leaves_what_was_there(here):
    assert hornbook(here, "build", "rain", "--quiet").returncode == 0
    before = {path: path.read_bytes() for path in (here / "out").rglob("*") if path.is_file()}
    (here / "rain" / "lesson.yaml").write_text(OUTLINE.replace("Rain", "Snow"), "utf-8")
    limited = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)); {PROGRAM}"
    command = [sys.executable, "-c", limited, "build", "rain"]
    ended = subprocess.run(command, cwd=here, capture_output=True, check=False)
    assert ended.returncode == 3
    assert b"Nothing was changed" in ended.stderr
    assert {path: path.read_bytes() for path in (here / "out").rglob("*") if path.is_file()} == before


@UNIX
def test_a_first_build_that_cannot_be_written_leaves_no_folder_of_its_own(here):
    limited = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)); {PROGRAM}"
    command = [sys.executable, "-c", limited, "build", "rain", "--out", "there"]
    assert subprocess.run(command, cwd=here, capture_output=True, check=False).returncode == 3
    assert left(here / "there") == []


def test_an_output_folder_that_is_a_file_ends_with_3(here):
    (here / "there").write_text("", "utf-8")
    ended = hornbook(here, "build", "rain", "--out", "there", "--only", "deck")
    assert ended.returncode == 3
    assert b"Cannot write there/rain/rain.pptx" in ended.stderr
    assert b"Traceback" not in ended.stderr


@UNIX
@pytest.mark.parametrize("delay", [0.05, 0.3, 0.8])
def test_an_interruption_ends_with_130_and_leaves_no_half_file(here, delay):
    command = [sys.executable, "-c", PROGRAM, "build", "rain", "--force"]
    running = subprocess.Popen(
        command, cwd=here, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )
    time.sleep(delay)
    os.killpg(running.pid, signal.SIGINT)
    _, said = running.communicate(timeout=60)
    # before Python runs a line of ours the signal is Python's own
    assert running.returncode in {0, 130} or b"hornbook" not in said
    assert [name for name in left(here) if name.endswith(".part")] == []


@pytest.mark.parametrize("command", ["build", "check"])
def test_an_audience_that_no_lesson_has_is_wrong_usage(here, command):
    ended = hornbook(here, command, "rain", "--audience", "parents")
    assert ended.returncode == 2
    assert b'There is no audience "parents"' in ended.stderr
    assert not (here / "out").exists()
    (here / "rain" / "lesson.yaml").write_text(OUTLINE + "audiences: [pupils, families]\n", "utf-8")
    ended = hornbook(here, command, "rain", "--audience", "familie")
    assert ended.returncode == 2
    assert b"There are: pupils, families." in ended.stderr


def test_an_answer_in_a_pipe_is_utf_8_whatever_the_machine_speaks(here):
    (here / "rain" / "lesson.yaml").write_text(OUTLINE.replace("Water falls", "L\u2019eau"), "utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    ended = hornbook(
        here, "build", "rain", "--only", "deck", "--json", "--out", "d\u00e9j\u00e0 \u0645\u0644\u0641", env=environment
    )
    assert ended.returncode == 0
    (output,) = json.loads(ended.stdout.decode("utf-8"))["outputs"]
    assert output["path"] == "d\u00e9j\u00e0 \u0645\u0644\u0641/rain/rain.pptx"


def test_what_an_earlier_build_left_is_removed_after_a_part_was_built(here):
    assert hornbook(here, "build", "rain", "--quiet").returncode == 0
    assert hornbook(here, "build", "rain", "--quiet", "--only", "deck").returncode == 0
    assert (here / "out/rain/handouts/guided-notes.pdf").is_file()
    (here / "rain" / "lesson.yaml").write_text(OUTLINE.replace("[guided-notes]", "[]"), "utf-8")
    assert hornbook(here, "build", "rain", "--quiet").returncode == 0
    assert left(here / "out") == [
        "rain", "rain/.hornbook.json", "rain/rain-accessibility.txt", "rain/rain.pdf", "rain/rain.pptx",
    ]  # fmt: skip
