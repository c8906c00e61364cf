"""LibreOffice and other programs that a machine may lack: tests that need one skip and say why, or fail where all must run."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import NoReturn

import pytest

ALL_MUST_RUN = bool(os.environ.get("HORNBOOK_REQUIRE_ALL"))


def missing(reason: str) -> NoReturn:
    """Skips the test and says why; fails it where all tests must run."""
    (pytest.fail if ALL_MUST_RUN else pytest.skip)(reason)


def needs(program: str) -> None:
    """For a test that runs a program which a machine may lack."""
    if not shutil.which(program):
        missing(f"{program} is not installed")


def needs_writer() -> None:
    """The same of LibreOffice's word processor, which may be missing where its slides are there."""
    needs("soffice")
    program = Path(shutil.which("soffice") or "").resolve().parent
    if not any(program.glob("*swlo*")):
        missing("LibreOffice Writer is not installed")


def convert(path: Path, folder: Path, target: str) -> Path:
    """A document as LibreOffice saves it in another format, written into `folder`."""
    needs("soffice")
    profile = f"-env:UserInstallation=file://{folder.absolute().as_posix()}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", target, "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return folder / f"{path.stem}.{target}"


def as_pdf(path: Path, folder: Path) -> Path:
    return convert(path, folder, "pdf")


_REPLACE = """\
Sub Replace(source As String, target As String, old As String, fresh As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
  For number = 0 To document.DrawPages.Count - 1
    page = document.DrawPages.getByIndex(number)
    wanted = page.createReplaceDescriptor()
    wanted.SearchString = old
    wanted.ReplaceString = fresh
    page.replaceAll(wanted)
  Next
  Dim saved(0) As New com.sun.star.beans.PropertyValue
  saved(0).Name = "FilterName"
  saved(0).Value = "Impress MS PowerPoint 2007 XML"
  document.storeToURL(ConvertToURL(target), saved())
  document.close(True)
  StarDesktop.terminate()
End Sub
"""
_MODULE = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<script:module xmlns:script="http://openoffice.org/2000/script" '
    'script:name="Module1" script:language="StarBasic">\n{}</script:module>\n'
)


def edited(path: Path, folder: Path, old: str, new: str) -> Path:
    """A deck as LibreOffice saves it after a word was replaced wherever it stands."""
    needs("soffice")
    profile = folder.absolute() / "profile"
    start = ["soffice", f"-env:UserInstallation=file://{profile.as_posix()}", "--headless"]
    # The first start fills the profile with an empty module, whose place ours takes.
    subprocess.run([*start, "--terminate_after_init"], check=True, capture_output=True, timeout=300)
    module = profile / "user" / "basic" / "Standard" / "Module1.xba"
    module.write_text(_MODULE.format(_REPLACE), "utf-8")
    saved = folder.absolute() / f"{path.stem}-edited.pptx"
    macro = f'macro:///Standard.Module1.Replace("{path.absolute()}","{saved}","{old}","{new}")'
    subprocess.run([*start, macro], check=True, capture_output=True, timeout=300)
    return saved
