"""veraPDF as a second judge of PDF/UA-1, and as the judge of PDF/A-2a, where Java and its jars are at hand.

`HORNBOOK_VERAPDF` names a folder with `org.verapdf:validation-model` and what it needs, as
`mvn dependency:copy-dependencies` leaves them from Maven Central.
"""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

JARS = os.environ.get("HORNBOOK_VERAPDF", "")
AVAILABLE = bool(JARS) and shutil.which("java") is not None
_CHECK = Path(__file__).with_name("VeraCheck.java")


def verapdf_problems(paths: Sequence[Path], flavour: Literal["ua1", "2a"] = "ua1") -> list[str]:
    """What veraPDF finds wrong in the files by that standard, a line each; empty where all of them pass."""
    command = ["java", "-cp", str(Path(JARS) / "*"), str(_CHECK), flavour, *map(str, paths)]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    lines = [line for line in run.stdout.splitlines() if line.strip()]
    passed = [line for line in lines if "\tPASS\t" in line]
    if len(passed) == len(paths):
        return []
    return [line for line in lines if line not in passed] or [run.stderr]
