"""The program ends at once: what it said is whole, what was to be done at the end is done."""

import subprocess
import sys

import pytest


def python(*arguments, here, **options):
    return subprocess.run(
        [sys.executable, *arguments], capture_output=True, text=True, check=False, cwd=here, **options
    )


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["--version"], 0), (["explain", "HB101"], 0), (["build", "nowhere"], 2), (["check", "bad.yaml"], 1)],
)
def test_the_code_and_the_words_are_those_of_a_program_that_ends_slowly(arguments, code, tmp_path):
    (tmp_path / "bad.yaml").write_text("title: Rain\nslides: 3\n", "utf-8")
    slowly = "import sys; sys.argv[0] = 'hornbook'; from hornbook.cli import main; main()"
    usual, sooner = python("-c", slowly, *arguments, here=tmp_path), python("-m", "hornbook", *arguments, here=tmp_path)
    assert sooner.returncode == usual.returncode == code
    assert (sooner.stdout, sooner.stderr) == (usual.stdout, usual.stderr)
    assert sooner.stdout + sooner.stderr


def test_what_waits_for_the_end_of_the_program_is_called(tmp_path):
    program = "import atexit, sys; atexit.register(print, 'last'); sys.argv = ['hornbook', '--version']; from hornbook.cli import run; run()"
    done = python("-c", program, here=tmp_path)
    assert done.stdout.splitlines()[-1] == "last"


def test_a_profiler_sees_all_of_it(tmp_path):
    done = python("-m", "cProfile", "-m", "hornbook", "--version", here=tmp_path)
    assert "function calls" in done.stdout


def test_a_reader_that_has_seen_enough_is_no_fault(tmp_path):
    with subprocess.Popen([sys.executable, "-m", "hornbook", "explain"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path) as all_codes:  # fmt: skip
        all_codes.stdout.readline()
        all_codes.stdout.close()
        assert b"Traceback" not in all_codes.stderr.read()
