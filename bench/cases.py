"""What is measured: each case writes its sources, runs its programs in turns, and gives rows of a table and ratios."""

import json
import re
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import content
from timing import Figure, environment, in_turns, timed

HERE = Path(__file__).resolve().parent
OURS = "hornbook"


@dataclass(frozen=True)
class Ratio:
    """A claim: ours over another's, what it must not exceed, and what is aimed at."""

    what: str
    seconds: float
    processor: float
    must: float
    aim: float
    least: bool = False
    """Whether it must not be less instead."""

    @property
    def holds(self) -> bool:
        return self.seconds >= self.must if self.least else self.seconds <= self.must


@dataclass
class Bench:
    """One run of measurements in a folder of its own."""

    folder: Path
    runs: int
    tables: dict[str, dict[str, Figure]] = field(default_factory=dict)
    ratios: list[Ratio] = field(default_factory=list)
    quick: bool = False
    """Long cases once, and without a round that is not counted."""
    growth: dict[str, list[tuple[int, float]]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def measure(
        self, title: str, commands: dict[str, list[str]], runs: int = 0, *, long: bool = False
    ) -> dict[str, Figure]:
        print(f"{title} ...", file=sys.stderr)
        once = long and self.quick
        rounds = 1 if once else runs or self.runs
        self.tables[title] = in_turns(commands, rounds, environment(self.folder), warm=not once)
        return self.tables[title]

    def ratio(self, what: str, ours: Figure, others: list[Figure], must: float, aim: float) -> None:
        seconds = ours.seconds / sum(other.seconds for other in others)
        processor = ours.processor / sum(other.processor for other in others)
        self.ratios.append(Ratio(what, seconds, processor, must, aim))

    def path(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def build(self, source: Path, *more: str) -> list[str]:
        out = str(self.folder / "out")
        return [
            sys.executable,
            "-m",
            OURS,
            "build",
            str(source),
            "--force",
            "--quiet",
            "--out",
            out,
            *more,
        ]

    def peer(self, script: str, source: Path, target: str) -> list[str]:
        return [sys.executable, str(HERE / "peers" / script), str(source), str(self.folder / target)]


def startup(bench: Bench) -> None:
    lesson = bench.path("decks/small/lesson.yaml", content.outline(content.slides(3)))
    fresh = [sys.executable, "-m", OURS, "build", str(lesson), "--quiet", "--out", str(bench.folder / "fresh")]
    commands = {
        "Typer, one empty command": [sys.executable, str(HERE / "peers" / "empty_typer.py"), "--help"],
        "hornbook --help": [sys.executable, "-m", OURS, "--help"],
        "hornbook build, nothing to do": fresh,
    }
    empty, asked, done = bench.measure("Startup", commands, runs=3 * bench.runs).values()
    bench.ratio("`--help` / an empty Typer program", asked, [empty], 1.3, 1.1)
    bench.ratio("`build` with nothing to do / `--help`", done, [asked], 1.8, 1.3)


def kit(bench: Bench) -> None:
    slides, sheet = content.slides(20), content.blocks(2)
    names = [f"sheet-{letter}" for letter in "abc"]
    for name in names:
        bench.path(f"handouts/{name}.yaml", content.SHEET_RECIPE)
    lesson = bench.path("decks/kit/lesson.yaml", content.outline(slides, sheet, f"[{', '.join(names)}]"))
    commands = {
        "hornbook: deck, its PDF, three sheets": bench.build(lesson),
        "hornbook: deck and its PDF": bench.build(lesson, "--only", "deck,deck-pdf"),
        "pandoc: deck": _pandoc(bench, slides),
        "Typst: one sheet": bench.peer("raw_typst.py", bench.path("sheet.typ", content.typst(sheet)), "typst.pdf"),
        "WeasyPrint: one sheet": bench.peer(
            "raw_weasyprint.py", bench.path("sheet.html", content.html(sheet)), "w.pdf"
        ),
        **_libreoffice(bench),
    }
    found = bench.measure("A kit, cold: 20 slides with notes, the deck as PDF, three sheets of 2 pages", commands)
    ours, _, pandoc, typst, weasy, *_ = found.values()
    bench.ratio("a cold kit / pandoc, then Typst three times", ours, [pandoc, typst, typst, typst], 2.2, 1.3)
    bench.ratio("a cold kit / pandoc, then WeasyPrint three times", ours, [pandoc, weasy, weasy, weasy], 0.35, 0.2)


def decks(bench: Bench) -> None:
    for count in (20, 100, 500):
        slides = content.slides(count)
        source = bench.path(f"decks/d{count}/lesson.yaml", content.outline(slides))
        data = bench.path(f"slides-{count}.json", content.slides_json(slides))
        commands = {
            "hornbook": bench.build(source, "--only", "deck"),
            "pandoc": _pandoc(bench, slides),
            "python-pptx, raw": bench.peer("raw_python_pptx.py", data, "raw.pptx"),
            **_pptxgenjs(bench, data),
        }
        found = bench.measure(
            f"A deck of {count} slides with notes",
            commands,
            long=count == 500,
        )
        for name, figure in found.items():
            bench.growth.setdefault(name, []).append((count, figure.seconds))
    ours = found["hornbook"]
    bench.ratio("500 slides / pandoc", ours, [found["pandoc"]], 1 / 9, 1 / 16)
    bench.ratio("500 slides / raw python-pptx", ours, [found["python-pptx, raw"]], 1 / 6, 1 / 12)
    if "PptxGenJS, compressed" in found:
        bench.ratio("500 slides / PptxGenJS, compressed", ours, [found["PptxGenJS, compressed"]], 1.1, 0.5)
    large = bench.path("decks/d2000/lesson.yaml", content.outline(content.slides(2000)))
    many = bench.measure("A deck of 2,000 slides", {"hornbook": bench.build(large, "--only", "deck")}, long=True)[
        "hornbook"
    ]
    bench.growth["hornbook"].append((2000, many.seconds))
    bench.ratio("2,000 slides / 500", many, [ours], 4.4, 3.5)
    bench.notes.append(f"2,000 slides took {many.megabytes:.0f} MiB at most (must: under 200).")


def handouts(bench: Bench) -> None:
    bench.path("handouts/sheet.yaml", content.SHEET_RECIPE)
    for pages, musts in ((2, (6, 3, 1 / 2, 1 / 4)), (20, ()), (200, (2, 0.9, 1 / 8, 1 / 20))):
        sheet = content.blocks(pages)
        source = bench.path(f"decks/h{pages}/lesson.yaml", content.outline(content.slides(1), sheet, "[sheet]"))
        data = bench.path(f"sheet-{pages}.json", content.sheet_json(sheet))
        commands = {
            "hornbook, tagged": bench.build(source, "--only", "sheet"),
            "Typst, tagged": bench.peer("raw_typst.py", bench.path(f"s{pages}.typ", content.typst(sheet)), "t.pdf"),
            "WeasyPrint, tagged": bench.peer(
                "raw_weasyprint.py", bench.path(f"s{pages}.html", content.html(sheet)), "w.pdf"
            ),
            "fpdf2, not tagged": bench.peer("raw_fpdf2.py", data, "f.pdf"),
        }
        found = bench.measure(f"A handout of about {pages} pages", commands, long=pages == 200)
        ours, typst, weasy, _ = found.values()
        if musts:
            bench.ratio(f"a handout of {pages} pages / Typst", ours, [typst], musts[0], musts[1])
            bench.ratio(f"a handout of {pages} pages / WeasyPrint", ours, [weasy], musts[2], musts[3])


def watch(bench: Bench) -> None:
    """One word changed and saved, against a cold build of the same deck and PDF."""
    text = content.outline(content.slides(20))
    lesson = bench.path("decks/watched/lesson.yaml", text)
    cold = bench.measure(
        "A deck of 20 slides and its PDF", {"hornbook, cold": bench.build(lesson, "--only", "deck,deck-pdf")}
    )
    command = [
        sys.executable,
        "-m",
        OURS,
        "watch",
        str(lesson),
        "--only",
        "deck,deck-pdf",
        "--json",
        "--out",
        str(bench.folder / "watched"),
    ]
    seconds: list[float] = []
    waits: list[float] = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment(bench.folder)) as process:
        assert process.stdout is not None
        process.stdout.readline()
        for number in range(4 * bench.runs):
            time.sleep(0.2)
            saved = time.perf_counter()
            lesson.write_text(text.replace(" leaf", f" leaf{'abcdefgh'[number % 8]}", 1), encoding="utf-8")
            seconds.append(json.loads(process.stdout.readline())["seconds"])
            waits.append(time.perf_counter() - saved)
        process.terminate()
    base, rebuilt = cold["hornbook, cold"].seconds, statistics.median(seconds)
    bench.ratios.append(Ratio("one word in `watch` / cold", rebuilt / base, rebuilt / base, 1 / 10, 1 / 25))
    bench.notes.append(
        f"In `watch`, {statistics.median(waits):.2f} s went by from saving to files that are there, {rebuilt:.3f} s of them building."
    )


def batch(bench: Bench) -> None:
    """200 kits: one process, two, and a cluster of two on this machine."""
    slides, sheet = content.slides(20), content.blocks(2)
    names = [f"sheet-{letter}" for letter in "abc"]
    for name in names:
        bench.path(f"handouts/{name}.yaml", content.SHEET_RECIPE)
    text = content.outline(slides, sheet, f"[{', '.join(names)}]", title="Water in <<district>>")
    text = re.sub(r"(text: )(\w+)", r"\1Ask <<phone>>. \2", text, count=1)
    lesson = bench.path("decks/many/lesson.yaml", text)
    rows = bench.path("rows.csv", "district,phone\n" + "".join(f"District {n},555-{n:04}\n" for n in range(1, 201)))
    one = bench.build(lesson, "--only", f"deck,{','.join(names)}", "--set", "district=One", "--set", "phone=1")

    def made(*more: str) -> list[str]:
        shutil.rmtree(bench.folder / "kits", ignore_errors=True)
        only = f"deck,{','.join(names)}"
        return [
            sys.executable,
            "-m",
            OURS,
            "batch",
            str(lesson),
            "--with",
            str(rows),
            "--only",
            only,
            "--quiet",
            "--force",
            "--out",
            str(bench.folder / "kits"),
            *more,
        ]

    commands = {
        "one kit, cold": one,
        "200 kits, one process": made("--jobs", "1"),
        "200 kits, two processes": made("--jobs", "2"),
        "200 kits, a cluster of two": made("--cluster", "local", "--jobs", "2"),
    }
    cold, single, double, cluster = bench.measure(
        "A batch: deck of 20 slides and three sheets for each row", commands, runs=3, long=True
    ).values()
    bench.ratios.append(
        Ratio(
            "a kit of a batch / the cold kit",
            single.seconds / 200 / cold.seconds,
            single.processor / 200 / cold.processor,
            1 / 6,
            1 / 20,
        )
    )
    bench.ratios.append(
        Ratio(
            "one process / two",
            single.seconds / double.seconds,
            single.processor / double.processor,
            1.6,
            1.85,
            least=True,
        )
    )
    bench.notes.append(
        f"A batch of 200 on a local cluster of two took {cluster.seconds / double.seconds:.2f} times as long as a pool of two."
    )


def rows(bench: Bench) -> None:
    """A small card for each of 1,000 and of 10,000 rows: memory, and a run that is killed half-way and goes on."""
    lesson = bench.path("decks/cards/lesson.yaml", content.CARD_OUTLINE)
    tables = {
        count: bench.path(
            f"rows-{count}.csv", "district,phone\n" + "".join(f"District {n},555-{n:05}\n" for n in range(1, count + 1))
        )
        for count in (1_000, 10_000)
    }

    def command(table: Path, out: str) -> list[str]:
        made = [sys.executable, "-m", OURS, "batch", str(lesson), "--with", str(table)]
        return [*made, "--only", "wallet-cards", "--quiet", "--jobs", "1", "--out", str(bench.folder / out)]

    print("A small card for each row ...", file=sys.stderr)
    known = environment(bench.folder)
    few, many = (timed(command(table, f"cards-{count}"), known) for count, table in tables.items())
    bench.tables["A small card for each row"] = {"1,000 rows": Figure((few,)), "10,000 rows": Figure((many,))}
    grown = many.megabytes / few.megabytes
    bench.ratios.append(Ratio("memory of 10,000 rows / of 1,000", grown, grown, 1.2, 1.0))
    there = _killed(command(tables[10_000], "killed"), bench.folder / "killed" / "cards-kits", known, 10_000 // 2)
    timed(command(tables[10_000], "killed"), known)
    listings = [(bench.folder / out / "cards-kits" / "manifest.csv").read_bytes() for out in ("cards-10000", "killed")]
    lines = listings[0].count(b"\n") - 1
    same = "the same as" if listings[0] == listings[1] else "**not the same** as"
    bench.notes.append(
        f"10,000 rows took {many.megabytes:.0f} MiB at most, 1,000 rows {few.megabytes:.0f} MiB. Killed after {there:,} kits "
        f"and run again, the manifest ({lines:,} lines) is {same} that of a run that nobody disturbed."
    )


def _killed(command: list[str], kits: Path, known: dict[str, str], after: int) -> int:
    """How many kits were there when the batch was killed, once that many were."""
    with subprocess.Popen(command, env=known) as process:
        while process.poll() is None and (not kits.is_dir() or sum(1 for _ in kits.iterdir()) < after):
            time.sleep(0.2)
        process.kill()
    return sum(1 for path in kits.iterdir() if path.is_dir())


def _pandoc(bench: Bench, slides: list[content.Slide]) -> list[str]:
    import pypandoc

    source = bench.path(f"slides-{len(slides)}.md", content.markdown(slides))
    return [pypandoc.get_pandoc_path(), str(source), "-o", str(bench.folder / "pandoc.pptx")]


def _pptxgenjs(bench: Bench, data: Path) -> dict[str, list[str]]:
    """Where node and the package are there: `npm install pptxgenjs` in the folder that NODE_PATH names."""
    node = shutil.which("node")
    script = HERE / "peers" / "raw_pptxgenjs.js"
    if not node or subprocess.run([node, "-e", "require('pptxgenjs')"], capture_output=True, check=False).returncode:
        return {}
    return {"PptxGenJS, compressed": [node, str(script), str(data), str(bench.folder / "g.pptx")]}


def _libreoffice(bench: Bench) -> dict[str, list[str]]:
    office = shutil.which("soffice")
    if not office:
        return {}
    deck = bench.folder / "out" / "kit" / "kit.pptx"
    profile = f"-env:UserInstallation=file://{bench.folder / 'office'}"
    return {
        "LibreOffice: the deck as PDF": [
            office,
            profile,
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(bench.folder),
            str(deck),
        ]
    }


CASES: dict[str, Callable[[Bench], None]] = {
    "startup": startup, "kit": kit, "decks": decks, "handouts": handouts, "watch": watch, "batch": batch, "rows": rows,
}  # fmt: skip
