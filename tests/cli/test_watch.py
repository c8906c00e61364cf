"""`hornbook watch` as a person uses it: save, look, save, stop."""

import json
import os
import signal
import subprocess
import sys
from contextlib import contextmanager

import pytest

OUTLINE = """\
title: Rain
language: en-US
handouts: [guided-notes]
slides:
  - {title: Water falls, points: [It is ==rain==]}
"""
PROGRAM = """\
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell starts what it runs in the background without it
sys.argv[0] = 'hornbook'
from hornbook.cli import main; main()
"""


@contextmanager
def started(command, folder, environment):
    """A program that is ended whatever the test finds: it would wait for ever otherwise."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=folder, env=environment, text=True) as run:  # fmt: skip
        try:
            yield run
        finally:
            run.kill()


@pytest.mark.skipif(sys.platform == "win32", reason="a matter of Unix")
def test_saving_builds_again_mistakes_are_said_and_ctrl_c_ends_it(tmp_path):
    outline = tmp_path / "rain" / "lesson.yaml"
    outline.parent.mkdir()
    outline.write_text(OUTLINE, "utf-8")
    command = [sys.executable, "-c", PROGRAM, "watch", "rain", "--json"]
    environment = {**os.environ, "HORNBOOK_CACHE": str(tmp_path / "cache")}
    with started(command, tmp_path, environment) as run:
        assert run.stdout is not None
        first = json.loads(run.stdout.readline())
        assert {output["state"] for output in first["outputs"]} == {"built"}
        outline.write_text(OUTLINE.replace("points", "pionts"), "utf-8")
        assert [found["code"] for found in json.loads(run.stdout.readline())["diagnostics"]] == ["HB212"]
        outline.write_text(OUTLINE.replace("falls", "falls down"), "utf-8")
        again = json.loads(run.stdout.readline())
        assert {output["state"] for output in again["outputs"]} == {"built"}
        run.send_signal(signal.SIGINT)
        assert run.wait(30) == 130


PO = """\
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "Rain"
msgstr "Lluvia"

msgid "Water falls"
msgstr "El agua cae"

msgid "It is ==rain=="
msgstr "Es ==lluvia=="
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a matter of Unix")
def test_a_language_is_built_again_when_its_translation_is_saved(tmp_path):
    outline, po = tmp_path / "rain" / "lesson.yaml", tmp_path / "rain" / "po" / "es.po"
    po.parent.mkdir(parents=True)
    outline.write_text(OUTLINE, "utf-8")
    po.write_text(PO, "utf-8")
    command = [sys.executable, "-c", PROGRAM, "watch", "rain", "--language", "es", "--json"]
    with started(command, tmp_path, {**os.environ, "HORNBOOK_CACHE": str(tmp_path / "cache")}) as run:
        assert run.stdout is not None
        first = json.loads(run.stdout.readline())
        assert {output["language"] for output in first["outputs"]} == {"es"}
        po.write_text(PO.replace("Es ==lluvia==", "Es lluvia"), "utf-8")
        assert "HB705" in [found["code"] for found in json.loads(run.stdout.readline())["diagnostics"]]
        po.write_text(PO.replace("El agua cae", "Cae el agua"), "utf-8")
        again = json.loads(run.stdout.readline())
        assert {output["state"] for output in again["outputs"]} == {"built"}
        outline.write_text(OUTLINE.replace("falls", "falls down"), "utf-8")
        assert "HB702" in [found["code"] for found in json.loads(run.stdout.readline())["diagnostics"]]
