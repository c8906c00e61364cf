"""Whole processes, measured in turns, so that a slow minute of the machine is shared by all."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Measure:
    seconds: float
    processor: float
    megabytes: float


@dataclass(frozen=True)
class Figure:
    """What came of a command's runs."""

    runs: tuple[Measure, ...]

    @property
    def seconds(self) -> float:
        return statistics.median(run.seconds for run in self.runs)

    @property
    def processor(self) -> float:
        return statistics.median(run.processor for run in self.runs)

    @property
    def megabytes(self) -> float:
        return statistics.median(run.megabytes for run in self.runs)

    @property
    def spread(self) -> str:
        seconds = [run.seconds for run in self.runs]
        return f"{min(seconds):.2f} to {max(seconds):.2f}"


def environment(folder: Path) -> dict[str, str]:
    """Bytecode is kept, as it is for a program that is installed; nothing comes from a cache of what was made."""
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": str(folder / "bytecode"), "HORNBOOK_CACHE": "off"}


def timed(command: Sequence[str], known: Mapping[str, str], allowed: Sequence[int] = (0,)) -> Measure:
    """One process from start to end; its own time, that of its children, and its largest memory come from the system."""
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=dict(known))
    assert process.stderr is not None
    complaint = process.stderr.read().decode(errors="replace")
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in allowed:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}:\n{complaint[-2000:]}")
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return Measure(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit)


def in_turns(
    commands: Mapping[str, Sequence[str]], runs: int, known: Mapping[str, str], warm: bool = True
) -> dict[str, Figure]:
    """Each command that many times, in turns. A round before is not counted: it writes bytecode and warms the disk."""
    for command in commands.values() if warm else ():
        timed(command, known)
    found: dict[str, list[Measure]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            found[name].append(timed(command, known))
    return {name: Figure(tuple(measures)) for name, measures in found.items()}


def noise(rounds: int = 15) -> float:
    """How much the same loop differs from run to run, as the middle half of its times over the median."""
    times = []
    for _ in range(rounds):
        started = time.perf_counter()
        sum(number * number for number in range(300_000))
        times.append(time.perf_counter() - started)
    first, middle, third = statistics.quantiles(times, n=4)
    return (third - first) / middle
