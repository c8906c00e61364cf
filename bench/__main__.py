"""Hornbook beside other programs, in one run: `python bench --runs 5`; `--write` puts the tables into docs/performance.md."""

import argparse
import os
import re
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from cases import CASES, Bench
from report import picture, report
from timing import noise

PAGE = Path(__file__).resolve().parents[1] / "docs" / "performance.md"
PICTURE = PAGE.parent / "pictures" / "growth.svg"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"


def main() -> None:
    options = argparse.ArgumentParser(prog="python bench", description=__doc__)
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--only", default=",".join(CASES), help=f"some of {', '.join(CASES)}")
    options.add_argument("--quick", action="store_true", help="long cases once")
    options.add_argument("--write", action="store_true", help="write the tables into docs/performance.md")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        bench = Bench(Path(name), chosen.runs, quick=chosen.quick)
        os.chdir(bench.folder)
        bench.path("hornbook.yaml", "organisation: {name: A bench}\n")
        wavering = noise()
        for case in chosen.only.split(","):
            CASES[case](bench)
        text = report(bench, max(wavering, noise()))
        os.chdir(PAGE.parent)
    print(text)
    if chosen.write:
        page = PAGE.read_text(encoding="utf-8")
        inside = f"{BEGIN}\n{text}{END}"
        PAGE.write_text(re.sub(f"{BEGIN}.*{END}", lambda _: inside, page, flags=re.DOTALL), encoding="utf-8")
        if bench.growth:
            PICTURE.write_text(picture(bench.growth), encoding="utf-8")


if __name__ == "__main__":
    main()
