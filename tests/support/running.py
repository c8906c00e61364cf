"""The program as a user runs it, on a lesson of one slide."""

import subprocess
import sys
from pathlib import Path

import pytest

OUTLINE = """\
title: Rain
language: en-US
handouts: [guided-notes]
slides:
  - {title: Water falls, points: [It is ==rain==]}
"""
PROGRAM = "import sys; sys.argv[0] = 'hornbook'; from hornbook.cli import main; main()"
UNIX = pytest.mark.skipif(sys.platform == "win32", reason="a matter of Unix")


def hornbook(here, *arguments, **options):
    command = [sys.executable, "-c", PROGRAM, *arguments]
    return subprocess.run(command, cwd=here, capture_output="stdout" not in options, check=False, **options)


def left(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_a_recipe_that_refuses_a_paper_of_the_command_line_is_a_wrong_option(here):
    contact = (
        "contacts: [{id: a, name: Us, call: 555-0100, short: 'Us: 555-0100', checked_on: 2026-01-01, checked_by: A}]\n"
    )
    (here / "rain" / "lesson.yaml").write_text(OUTLINE.replace("slides:", f"{contact}slides:"), "utf-8")
    ended = hornbook(here, "build", "rain", "--only", "wallet-cards", "--paper", "legal")
    assert ended.returncode == 2
    assert b"card stock, which comes in Letter and in A4" in ended.stderr
    assert left(here) == ["rain", "rain/lesson.yaml"]
