"""`hornbook cache`: what is kept, and being rid of it."""

import json
import os
import subprocess
import sys

PROGRAM = "import sys; sys.argv[0] = 'hornbook'; from hornbook.cli import main; main()"


def hornbook(*arguments, here, cache):
    environment = {**os.environ, "HORNBOOK_CACHE": str(cache)}
    command = [sys.executable, "-c", PROGRAM, *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=here, env=environment, check=False)


def about(here, cache, what="info"):
    return json.loads(hornbook("cache", what, "--json", here=here, cache=cache).stdout)["cache"]


def test_a_build_keeps_what_it_made_and_clear_removes_it(tmp_path):
    cache = tmp_path / "cache"
    hornbook("new", "rain", here=tmp_path, cache=cache)
    hornbook("build", "rain", "--only", "deck", here=tmp_path, cache=cache)
    kept = about(tmp_path, cache)
    assert kept["folder"] == cache.as_posix()
    assert kept["entries"] > 0
    assert 0 < kept["bytes"] < kept["limit"]
    assert f"{kept['entries']} entries" in hornbook("cache", here=tmp_path, cache=cache).stdout
    assert about(tmp_path, cache, "clear")["removed"] == kept["entries"]
    assert about(tmp_path, cache)["entries"] == 0


def test_switched_off_it_says_so(tmp_path):
    run = hornbook("cache", "info", here=tmp_path, cache="off")
    assert run.returncode == 0
    assert "off" in run.stderr


def test_what_cannot_be_done_with_it_is_a_wrong_use(tmp_path):
    assert hornbook("cache", "polish", here=tmp_path, cache="off").returncode == 2
