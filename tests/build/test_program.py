"""Another program makes everything anew, even where its version is the same."""

import os
import shutil
import subprocess
import sys

from hornbook import __version__
from hornbook.build.workspace import built_in

PRINTS = "from hornbook.build.manifest import program_fingerprint; print(program_fingerprint())"


def installed(folder):
    """A copy of the package as an installer leaves it, with its notes."""
    shutil.copytree(built_in() / "src" / "hornbook", folder / "hornbook", ignore=shutil.ignore_patterns("__pycache__"))
    return note(folder, "hornbook/units.py,sha256=one,100", "../../bin/hornbook,sha256=two,200")


def note(folder, *lines):
    record = folder / f"hornbook-{__version__}.dist-info" / "RECORD"
    record.parent.mkdir(exist_ok=True)
    record.write_text("\n".join(lines))
    return folder


def fingerprint(folder):
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    return subprocess.run(
        [sys.executable, "-c", PRINTS],
        env=environment,
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    ).stdout


def test_a_wheel_of_the_same_version_with_other_files_is_another_program(tmp_path):
    folder = installed(tmp_path)
    before = fingerprint(folder)
    assert (
        fingerprint(note(folder, "hornbook/units.py,sha256=three,100", "../../bin/hornbook,sha256=two,200")) != before
    )


def test_the_same_wheel_in_another_environment_is_the_same_program(tmp_path):
    folder = installed(tmp_path)
    before = fingerprint(folder)
    assert fingerprint(note(folder, "hornbook/units.py,sha256=one,100", "../../bin/hornbook,sha256=four,200")) == before


def test_without_notes_of_an_installer_any_changed_file_is_another_program(tmp_path):
    folder = installed(tmp_path)
    shutil.rmtree(folder / f"hornbook-{__version__}.dist-info")
    before = fingerprint(folder)
    with (folder / "hornbook" / "check" / "newer_words.txt").open("a") as words:
        words.write("newest\n")
    assert fingerprint(folder) != before
