"""What a command must not pay for. Modules are counted, not seconds."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {"pptx", "reportlab", "PIL", "lxml", "pikepdf", "numpy"}
PROGRAM = """
import json, sys
from hornbook.cli import main
sys.argv = ["hornbook", *json.loads(sys.argv[1])]
try:
    main()
except SystemExit as end:
    print(json.dumps({"code": end.code, "modules": sorted(sys.modules)}))
"""


def imported_by(*arguments: str, here: Path) -> set[str]:
    """All modules that a command has imported when it ends well."""
    command = [sys.executable, "-c", PROGRAM, json.dumps(arguments)]
    run = subprocess.run(command, capture_output=True, text=True, check=True, cwd=here)
    answer = json.loads(run.stdout.splitlines()[-1])
    assert answer["code"] == 0, run.stderr
    return set(answer["modules"])


def modules_of(*arguments: str, here: Path) -> set[str]:
    """The packages among them."""
    return {name.split(".")[0] for name in imported_by(*arguments, here=here)}


@pytest.mark.parametrize("arguments", [("--help",), ("build", "--help"), ("--version",)])
def test_help_imports_nothing_that_reads_or_draws(arguments, tmp_path):
    assert modules_of(*arguments, here=tmp_path) & (HEAVY | {"yaml", "uharfbuzz", "rich", "pydantic"}) == set()


def test_check_of_a_lesson_with_a_yaml_theme_imports_nothing_that_draws(tmp_path):
    assert modules_of("check", "the-water-cycle", here=tmp_path) & HEAVY == set()


def test_a_build_with_nothing_to_do_imports_nothing_that_reads_or_draws(tmp_path):
    modules_of("new", "small", here=tmp_path)
    modules_of("build", "small", here=tmp_path)
    assert modules_of("build", "small", here=tmp_path) & (HEAVY | {"yaml", "uharfbuzz", "pydantic"}) == set()


def test_what_begins_at_once_keeps_to_its_budget_of_modules(tmp_path):
    modules_of("new", "small", here=tmp_path)
    modules_of("build", "small", here=tmp_path)
    bare = imported_by_python(tmp_path)
    assert len(imported_by("--help", here=tmp_path) - bare) <= 135
    assert len(imported_by("build", "small", here=tmp_path) - bare) <= 170


def imported_by_python(here: Path) -> set[str]:
    run = subprocess.run(
        [sys.executable, "-c", "import sys; print(*sys.modules)"], capture_output=True, text=True, check=True, cwd=here
    )
    return set(run.stdout.split())


@pytest.mark.parametrize("typed", ["2", "02", " 2"])
def test_a_number_is_still_read_as_a_number(typed, tmp_path):
    modules_of("new", "small", here=tmp_path)
    assert modules_of("build", "small", "--jobs", typed, "--only", "deck", here=tmp_path)
