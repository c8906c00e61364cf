"""LibreOffice and other programs that a machine may lack: tests that need one skip and say why, or fail where all must run."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ALL_MUST_RUN = bool(os.environ.get("HORNBOOK_REQUIRE_ALL"))


def needs(program: str) -> None:
    """Skips the test where the program is not installed; fails it where all tests must run."""
    if shutil.which(program):
        return
    reason = f"{program} is not installed"
    if ALL_MUST_RUN:
        pytest.fail(reason)
    pytest.skip(reason)


def needs_writer() -> None:
    """The same of LibreOffice's word processor, which may be missing where its slides are there."""
    needs("soffice")
    program = Path(shutil.which("soffice") or "").resolve().parent
    if not any(program.glob("*swlo*")):
        reason = "LibreOffice Writer is not installed"
        pytest.fail(reason) if ALL_MUST_RUN else pytest.skip(reason)


def convert(path: Path, folder: Path, target: str) -> Path:
    """A document as LibreOffice saves it in another format, written into `folder`."""
    needs("soffice")
    profile = f"-env:UserInstallation=file://{folder.absolute().as_posix()}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", target, "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return folder / f"{path.stem}.{target}"


def as_pdf(path: Path, folder: Path) -> Path:
    return convert(path, folder, "pdf")
