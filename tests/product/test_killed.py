"""A build that is killed at any moment leaves whole files, old or new; the next build succeeds and cleans up after it."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from support.counts import LONG, tell
from support.running import OUTLINE, PROGRAM, UNIX, hornbook

KILLS = 300 if LONG else 6
VERSIONS = [OUTLINE.replace("Water falls", words) for words in ("Water falls", "Water rises")]


def visible(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found if not path.name.startswith(".")}


def write(here: Path, version: int) -> None:
    (here / "rain" / "lesson.yaml").write_text(VERSIONS[version], "utf-8")


def built(here: Path, version: int) -> dict[str, bytes]:
    write(here, version)
    assert hornbook(here, "build", "rain", "--quiet", "--jobs", "1").returncode == 0
    return visible(here / "out")


def killed(here: Path, after: float) -> bool:
    """Whether a build of the lesson was still running when it was killed."""
    command = [sys.executable, "-c", PROGRAM, "build", "rain", "--force", "--quiet", "--jobs", "1"]
    running = subprocess.Popen(command, cwd=here, stderr=subprocess.DEVNULL, start_new_session=True)
    time.sleep(after)
    os.killpg(running.pid, signal.SIGKILL)
    return running.wait() != 0


@UNIX
@pytest.mark.slow
def test_a_killed_build_leaves_whole_files_and_the_next_one_succeeds(tmp_path, record_property):
    (tmp_path / "rain").mkdir()
    started = time.perf_counter()
    wholes = [built(tmp_path, 0), built(tmp_path, 1)]
    usual = (time.perf_counter() - started) / 2
    chance = random.Random(1)
    hit = 0
    for number in range(KILLS):
        write(tmp_path, number % 2)
        hit += killed(tmp_path, chance.uniform(0.0, 0.9 * usual))
        for name, data in visible(tmp_path / "out").items():
            assert data in {whole[name] for whole in wholes}, (number, name)
        if not LONG or number % 25 == 0:
            assert built(tmp_path, number % 2) == wholes[number % 2]
            assert sorted(path.name for path in (tmp_path / "out/rain").iterdir()) == [
                ".hornbook.json",
                "handouts",
                "rain-accessibility.txt",
                "rain.pdf",
                "rain.pptx",
            ]
    tell(record_property, "builds killed", {"kills": KILLS, "while running": hit})
    assert hit > KILLS // 6
