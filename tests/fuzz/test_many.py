"""Many inputs after accidents, straight into each reader: nothing falls, nothing hangs, nothing grows without end."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from fuzz.run import CORPUS, SECONDS, attempt
from fuzz.targets import TARGETS
from hornbook.build.workspace import built_in
from support.counts import LONG, tell

UNIX = pytest.mark.skipif(sys.platform == "win32", reason="hangs are found with a signal of Unix")
COUNTS = {
    "inline": 70_000, "outline": 52_000, "lesson": 18_000, "contacts": 9_000, "recipe": 15_000, "words": 14_000, "theme": 400,
    "translation": 8_000, "xliff": 12_000, "raster": 12_000, "drawing": 14_000, "template": 600,
}  # fmt: skip
"""In `.ci/long`; a fiftieth of them otherwise."""
MOST_MEGABYTES = 500
KEPT = sorted(CORPUS.glob("*/*"))


def test_every_reader_has_its_share_and_together_they_are_two_hundred_thousand():
    assert set(COUNTS) == set(TARGETS)
    assert sum(COUNTS.values()) >= 200_000


@UNIX
@pytest.mark.slow
@pytest.mark.parametrize("name", TARGETS)
def test_no_accident_brings_a_reader_down(name, record_property):
    count = COUNTS[name] if LONG else max(20, COUNTS[name] // 50)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(built_in() / "src"), str(built_in() / "tests")])}
    command = [sys.executable, "-m", "fuzz.run", name, str(count), os.environ.get("HORNBOOK_SEED", "1")]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=1800)
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    counted = {"inputs": seen["inputs"], "faults": len(seen["faults"])}
    most = f"{name}: {seen['inputs']:,} inputs, slowest {seen['slowest']} s, {seen['megabytes']} MiB"
    tell(record_property, "inputs after accidents", counted, [most])
    assert seen["faults"] == []
    assert seen["slowest"] < SECONDS
    assert seen["megabytes"] < MOST_MEGABYTES


@UNIX
@pytest.mark.parametrize("path", KEPT, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_brought_a_reader_down_once_does_so_no_longer(path: Path):
    seconds, said = attempt(path.parent.name, path.read_bytes())
    assert said == ""
    assert seconds < SECONDS
