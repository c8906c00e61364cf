"""`check` beside `build` of a shipped lesson, each in a process of its own, in turn: `python bench/check.py --runs 5`."""

import argparse
import statistics
import subprocess
import sys
import time
from tempfile import TemporaryDirectory

LESSON = "human-trafficking-and-the-internet"


def seconds(command: list[str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - started


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--lesson", default=LESSON)
    asked = parser.parse_args()
    hornbook = [sys.executable, "-m", "hornbook"]
    with TemporaryDirectory() as folder:
        build = [*hornbook, "build", asked.lesson, "--force", "--out", folder]
        check = [*hornbook, "check", asked.lesson]
        commands = {
            "check, one process": [*check, "--jobs", "1"],
            "build, one process": [*build, "--jobs", "1"],
            "check": check,
            "build": build,
        }
        rounds = [{name: seconds(command) for name, command in commands.items()} for _ in range(asked.runs + 1)][1:]
    medians = {name: statistics.median(each[name] for each in rounds) for name in commands}
    print("| | check | build | check is |\n|---|--:|--:|--:|")
    for how in (", one process", ""):
        check, build = medians[f"check{how}"], medians[f"build{how}"]
        print(f"| {how.removeprefix(', ') or 'all cores'} | {check:.2f} s | {build:.2f} s | {check / build:.0%} |")


if __name__ == "__main__":
    main()
