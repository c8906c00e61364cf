"""`hornbook schema` prints what an editor needs, the same bytes each time."""

import json
import os
import subprocess
import sys

import pytest
import typer

from hornbook.cli.schema import run_schema
from schema.editor import SCHEMAS


@pytest.mark.parametrize("name", SCHEMAS)
def test_it_prints_the_schema_and_nothing_else(name, capsys):
    run_schema(name)
    printed = capsys.readouterr()
    assert json.loads(printed.out) == SCHEMAS[name]()
    assert printed.out.endswith("}\n")
    assert printed.out.isascii()
    assert printed.err == ""


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_says_what_it_is(name):
    schema = SCHEMAS[name]()
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"urn:hornbook:{name}"
    assert schema["title"].startswith("Hornbook")


@pytest.mark.parametrize("name", SCHEMAS)
def test_two_programs_print_the_same_bytes(name):
    program = f"from hornbook.cli.schema import run_schema; run_schema({name!r})"
    printed = [
        subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
        ).stdout
        for seed in ("1", "2")
    ]
    assert printed[0] == printed[1] != b""


@pytest.mark.parametrize(("asked", "meant"), [("lessons", '"lesson"'), ("theem", '"theme"'), ("x", "")])
def test_an_unknown_name_is_wrong_usage_with_the_nearest_one(asked, meant, capsys):
    with pytest.raises(typer.Exit) as stopped:
        run_schema(asked)
    printed = capsys.readouterr()
    assert stopped.value.exit_code == 2
    assert f'There is no schema of "{asked}".' in printed.err
    assert meant in printed.err
    assert "There are: lesson, contacts, recipe, theme." in printed.err
    assert printed.out == ""
