"""A process that has built before makes what a new one makes, to the byte, and says the same."""

import shutil
from collections.abc import Callable, Mapping
from multiprocessing import get_context
from pathlib import Path

from PIL import Image

from hornbook.build.options import Options
from hornbook.build.run import build
from hornbook.build.workspace import find_lesson
from hornbook.diagnostics.printing import as_text
from support.building import files, workspace

OUTLINE = """\
title: Rain
language: en-US
theme: ours
handouts: [guided-notes, sheet]
vocabulary:
  - {word: rain, meaning: Water that falls}
slides:
  - title: Water falls from clouds
    points: [It is called ==rain==, It wets the ground, "It is **always** on its way"]
    notes: "Say: Look outside."
  - title: We measure it every day for a whole year
    chart: {type: column, labels: [Mon, Tue, Wed], series: [3, 5, 8], unit: mm, alt: More each day}
  - title: A cloud is made of drops
    picture: {file: cloud.png, alt: A cloud}
    points: [Each drop is small, "They recieve heat from the red bar in 2026 and 80,524 people saw it"]
  - title: What falls?
    quiz:
      - {ask: Which one is wet?, choices: [Sand, "*Rain"]}
"""
RECIPE = "title: fact_sheet\nfor: learners\nblocks:\n  - each: slides\n    blocks: [title]\n  - lines: {count: 3}\n"
THEME = "extends: daylight\ntitle: Ours\npalette: {voice: '#0B5140'}\n"
FRONT, BACK = OUTLINE.index("  - title: Water"), OUTLINE.index("  - title: A cloud")
AHEAD = "  - {title: Before it rains, points: [The sky is grey, Αlpha and Beta fly low]}\n"


def _drawn(path: Path, colour: str) -> None:
    Image.new("RGB", (320, 200), colour).save(path)


def _outline(text: str) -> Callable[[Path], object]:
    return lambda folder: (folder / "decks/rain/lesson.yaml").write_text(text, "utf-8")


def _shared(name: str, text: str) -> Callable[[Path], object]:
    return lambda folder: (folder / name).write_text(text, "utf-8")


EDITS: Mapping[str, Callable[[Path], object]] = {
    "a word": _outline(OUTLINE.replace("wets", "soaks")),
    "a comment that moves all lines": _outline("# Rain\n\n" + OUTLINE),
    "a slide in front of all, in another script": _outline(OUTLINE[:FRONT] + AHEAD + OUTLINE[FRONT:]),
    "slides in another order": _outline(OUTLINE[:FRONT] + OUTLINE[BACK:] + OUTLINE[FRONT:BACK]),
    "a mistake": _outline(OUTLINE.replace("points", "pionts", 1)),
    "the mistake is mended": _outline(OUTLINE.replace("en-US", "en-GB")),
    "another picture": lambda folder: _drawn(folder / "decks/rain/cloud.png", "navy"),
    "another theme": _shared("decks/themes/ours.yaml", THEME.replace("daylight", "chalk")),
    "another recipe": _shared("handouts/sheet.yaml", RECIPE.replace("3", "5")),
}


def made(folder: Path) -> tuple[Mapping[str, bytes], str]:
    """The outputs of a build that has no store, and what it said."""
    place = find_lesson("rain", folder)
    assert place is not None
    result = build([place], Options(jobs=1, out=folder / "out"), folder)
    return files(folder / "out"), as_text(result.diagnostics)


def test_whatever_is_edited_a_warm_process_makes_and_says_what_a_new_one_does(tmp_path):
    at_work = workspace(tmp_path / "at-work", OUTLINE)
    for name, text in {"decks/themes/ours.yaml": THEME, "handouts/sheet.yaml": RECIPE}.items():
        (at_work / name).parent.mkdir(exist_ok=True)
        (at_work / name).write_text(text, "utf-8")
    _drawn(at_work / "decks/rain/cloud.png", "grey")
    made(at_work)
    warm: list[tuple[Mapping[str, bytes], str]] = []
    copies = [tmp_path / str(number) for number in range(len(EDITS))]
    for edit, copy in zip(EDITS.values(), copies, strict=True):
        edit(at_work)
        shutil.copytree(at_work, copy)
        warm.append(made(at_work))
    with get_context("spawn").Pool(2, maxtasksperchild=1) as pool:
        cold = pool.map(made, copies, chunksize=1)
    for name, hot, new in zip(EDITS, warm, cold, strict=True):
        assert hot[1] == new[1], name
        assert [path for path in new[0] if hot[0][path] != new[0][path]] == [], name
        assert set(hot[0]) == set(new[0]), name
