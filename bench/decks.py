"""How long a deck takes: Hornbook beside pandoc and raw python-pptx, the same slides with the same notes, whole processes.

Run it with the Python that Hornbook is installed for: `python bench/decks.py --slides 500 --runs 5`.
"""

import argparse
import json
import os
import platform
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
SLIDES_IN_SECTION = 25
WORDS = [
    "water",
    "rain",
    "river",
    "cloud",
    "sea",
    "snow",
    "ground",
    "plant",
    "root",
    "leaf",
    "sun",
    "heat",
    "air",
    "wind",
    "valley",
    "mountain",
    "ice",
    "lake",
    "drop",
    "field",
    "moves",
    "falls",
    "rises",
    "flows",
    "melts",
    "cools",
    "gathers",
    "carries",
    "returns",
    "begins",
    "slowly",
    "quickly",
    "always",
    "often",
    "again",
    "together",
    "above",
    "below",
    "between",
    "through",
    "around",
    "before",
    "after",
    "while",
    "because",
    "every",
    "another",
]


@dataclass(frozen=True)
class Slide:
    title: str
    points: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Program:
    """A program to be measured: what it reads, and how it is called."""

    name: str
    source: str
    write: Callable[[list[Slide]], str]
    command: Callable[[Path, Path], list[str]]


@dataclass(frozen=True)
class Measure:
    seconds: float
    processor: float
    megabytes: float


def slides(count: int) -> list[Slide]:
    """The same slides at every call: five points of twelve words, notes of two paragraphs."""
    chance = random.Random(7)

    def sentence(words: int) -> str:
        return " ".join(chance.choice(WORDS) for _ in range(words)).capitalize()

    return [
        Slide(
            f"{sentence(5)} {number}", tuple(sentence(12) for _ in range(5)), (sentence(25) + ".", sentence(20) + ".")
        )
        for number in range(1, count + 1)
    ]


def sections(given: list[Slide]) -> Iterator[tuple[str, list[Slide]]]:
    for start in range(0, len(given), SLIDES_IN_SECTION):
        yield f"Part {start // SLIDES_IN_SECTION + 1}", given[start : start + SLIDES_IN_SECTION]


def outline(given: list[Slide]) -> str:
    """A Hornbook outline. Its automatic slides are left out, so that every program writes the same."""
    lines = [
        "title: Five hundred slides",
        "language: en-US",
        "opening: [title]",
        "closing: []",
        "handouts: []",
        "sections:",
    ]
    for title, part in sections(given):
        lines += [f"  - title: {title}", "    slides:"]
        for slide in part:
            lines += [f"      - title: {slide.title}", "        points:"]
            lines += [f"          - {point}" for point in slide.points]
            lines += ["        notes: |", f"          {slide.notes[0]}", "", f"          {slide.notes[1]}"]
    return "\n".join(lines) + "\n"


def markdown(given: list[Slide]) -> str:
    lines = ["% Five hundred slides", ""]
    for title, part in sections(given):
        lines += [f"# {title}", ""]
        for slide in part:
            lines += [f"## {slide.title}", "", *(f"- {point}" for point in slide.points), ""]
            lines += ["::: notes", slide.notes[0], "", slide.notes[1], ":::", ""]
    return "\n".join(lines)


def as_json(given: list[Slide]) -> str:
    parts = [{"title": title, "slides": [vars(slide) for slide in part]} for title, part in sections(given)]
    return json.dumps({"title": "Five hundred slides", "sections": parts})


def programs() -> list[Program]:
    import pypandoc

    pandoc = pypandoc.get_pandoc_path()
    cli = [sys.executable, "-m", "hornbook"]

    def hornbook(source: Path, folder: Path) -> list[str]:
        return [*cli, "build", str(source), "--only", "deck", "--force", "--quiet", "--jobs", "1", "--out", str(folder)]

    def raw(source: Path, folder: Path) -> list[str]:
        return [sys.executable, str(HERE / "raw_python_pptx.py"), str(source), str(folder / "raw.pptx")]

    return [
        Program("hornbook", "slides.yaml", outline, hornbook),
        Program(f"pandoc {pypandoc.get_pandoc_version()}", "slides.md", markdown, lambda source, folder: [pandoc, str(source), "-o", str(folder / "pandoc.pptx")]),
        Program("python-pptx, raw", "slides.json", as_json, raw),
    ]  # fmt: skip


def timed(command: list[str], environment: dict[str, str]) -> Measure:
    """One process from start to end; its own time and largest memory come from the system."""
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment)
    assert process.stderr is not None
    complaint = process.stderr.read().decode(errors="replace")
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command[0]} ended with {process.returncode}:\n{complaint}")
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return Measure(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit)


def measured(count: int, runs: int, folder: Path) -> dict[str, list[Measure]]:
    """Each program `runs` times, in turns, so that a slow minute of the machine is shared by all; one run before is not counted."""
    given = slides(count)
    # Bytecode is kept, as it is for a program that is installed; the run that does not count writes it.
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")
    found: dict[str, list[Measure]] = {}
    commands = {}
    for program in programs():
        source = folder / program.source
        source.write_text(program.write(given), encoding="utf-8")
        out = folder / program.name.split()[0]
        out.mkdir()
        commands[program.name] = program.command(source, out)
        timed(commands[program.name], environment)
    for _ in range(runs):
        for name, command in commands.items():
            found.setdefault(name, []).append(timed(command, environment))
    return found


def largest_deck(folder: Path, name: str) -> int:
    return max(path.stat().st_size for path in (folder / name.split(maxsplit=1)[0]).rglob("*.pptx"))


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--slides", type=int, default=500)
    options.add_argument("--runs", type=int, default=5)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        found = measured(chosen.slides, chosen.runs, folder)
        print(f"{chosen.slides} slides with notes, median of {chosen.runs} runs in turns")
        print(f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores\n")
        base = statistics.median(run.seconds for run in found["hornbook"])
        print("| program | seconds | spread | times Hornbook | processor, s | memory, MB | file, KB |")
        print("|---|--:|--:|--:|--:|--:|--:|")
        for program, runs in found.items():
            seconds = [run.seconds for run in runs]
            middle = statistics.median(seconds)
            spread = f"{min(seconds):.2f} to {max(seconds):.2f}"
            processor = statistics.median(run.processor for run in runs)
            memory = statistics.median(run.megabytes for run in runs)
            size = largest_deck(folder, program) / 1024
            figures = f"{middle:.2f} | {spread} | {middle / base:.2f} | {processor:.2f} | {memory:.0f} | {size:.0f}"
            print(f"| {program} | {figures} |")


if __name__ == "__main__":
    main()
