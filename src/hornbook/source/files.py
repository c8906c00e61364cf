"""Reading files that someone else wrote, and paths in them: nothing but UTF-8 text, and nothing outside the workspace."""

import re
from pathlib import Path

from hornbook.diagnostics import Diagnostic, SourceFile, Span, error
from hornbook.source.nearest import nearest

MAX_BYTES = 4_000_000

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "a Word, PowerPoint or zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or PowerPoint file"),
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"{\\rtf", "a Rich Text document"),
)
_WINDOWS_ONLY = re.compile(rb"[\x80-\x9f]")


def read_text_file(
    path: Path, shown: str | None = None, at: Span | None = None
) -> tuple[SourceFile | None, tuple[Diagnostic, ...]]:
    """A text file, its line ends made equal; `shown` is its path in messages.

    `at` is where another file names this one: a file that cannot be opened is reported there.
    """
    name = shown or path.as_posix()
    place = at or Span(SourceFile(name))
    try:
        if not path.is_file():
            what = "is a folder" if path.is_dir() else "is not there"
            return None, (error("HB101", f'"{name}" {what}.', place, _nearest_file(path)),)
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as problem:
        reason = (problem.strerror or "unknown reason").lower()
        return None, (error("HB101", f'"{name}" cannot be read: {reason}.', place),)
    return decode(data, name)


def decode(data: bytes, name: str) -> tuple[SourceFile | None, tuple[Diagnostic, ...]]:
    """The text of a file's bytes, or what the bytes look like instead."""
    file = SourceFile(name)
    if len(data) > MAX_BYTES:
        return None, (
            error(
                "HB105",
                f"This file is larger than {MAX_BYTES // 1_000_000} MB.",
                Span(file),
                "Is it an outline? Split a long one.",
            ),
        )
    if kind := next((kind for magic, kind in _MAGIC if data.startswith(magic)), ""):
        return None, (
            error(
                "HB103",
                f"This is {kind}, not a text file.",
                Span(file),
                "An outline is plain text; save it as text in UTF-8.",
            ),
        )
    if wide := _wide_encoding(data):
        return None, (_wrong_encoding(file, f"This file looks like {wide}."),)
    if b"\0" in data:
        return None, (error("HB103", "This is not a text file.", Span(file), "An outline is plain text in UTF-8."),)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        return None, (_not_utf8(file, data, problem.start),)
    return SourceFile(name, text.replace("\r\n", "\n").replace("\r", "\n")), ()


def _wide_encoding(data: bytes) -> str:
    if data.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return "UTF-32"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return 'UTF-16 (which Windows calls "Unicode")'
    sample = data[:400]
    for zeros, others in ((sample[1::2], sample[::2]), (sample[::2], sample[1::2])):
        if len(zeros) > 3 and zeros.count(0) > 0.8 * len(zeros) and others.count(0) < 0.2 * len(others):
            return 'UTF-16 (which Windows calls "Unicode")'
    return ""


def _wrong_encoding(file: SourceFile, message: str, span: Span | None = None) -> Diagnostic:
    return error("HB104", message, span or Span(file), "Save it as UTF-8 (in Notepad: Save as, Encoding: UTF-8).")


def _not_utf8(file: SourceFile, data: bytes, start: int) -> Diagnostic:
    looks_like = "Windows-1252" if _WINDOWS_ONLY.search(data) else "Latin-1 or Windows-1252"
    lines = re.split(b"\r\n|\r|\n", data[:start])
    column = len(lines[-1].decode("utf-8-sig", "replace")) + 1
    sign = data[start : start + 1].decode("cp1252", "replace")
    means = f', which is "{sign}" there' if sign.isprintable() and sign != "\ufffd" else ""
    text = data.decode("cp1252", "replace").replace("\r\n", "\n").replace("\r", "\n")
    span = Span(SourceFile(file.path, text), len(lines), column, column + 1)
    message = f"This file is not UTF-8; it looks like {looks_like}. The first sign that is wrong is the byte {data[start]:02X}{means}."
    return _wrong_encoding(file, message, span)


def resolve_inside(written: str, beside: Path, workspace: Path, at: Span) -> tuple[Path | None, tuple[Diagnostic, ...]]:
    """The absolute path of a file that another file names: relative to the folder `beside`, inside the workspace, and there.

    Links are followed before it is decided where a path leads.
    """
    if problem := _unusable(written, at):
        return None, (problem,)
    try:
        root = workspace.resolve()
        path = (beside / written).resolve()
        inside = path.is_relative_to(root)
        there = inside and path.is_file()
    except (OSError, ValueError, RuntimeError):
        return None, (
            error("HB141", f'"{written}" is not a path.', at, "Give the file's place relative to this file."),
        )
    if not inside:
        hint = "Copy the file into the lesson's folder and name that copy."
        return None, (error("HB140", f'"{written}" leads out of the workspace.', at, hint),)
    if not there:
        what = "is a folder, not a file" if path.is_dir() else "is not there"
        return None, (
            error(
                "HB141",
                f'"{written}" {what}.',
                at,
                _nearest_file(path) or "Paths are relative to the file they are written in.",
            ),
        )
    return path, ()


def _unusable(written: str, at: Span) -> Diagnostic | None:
    if re.match(r"[a-z][a-z+.\-]+:", written, re.IGNORECASE):
        hint = "Nothing is fetched while building: save the file in the lesson's folder and name it here."
        return error("HB140", f'"{written}" is an address, not a file of the workspace.', at, hint)
    if written.startswith(("/", "\\", "~")) or re.match(r"[A-Za-z]:", written):
        return error(
            "HB140", f'"{written}" is the path of one computer.', at, "Give the file's place relative to this file."
        )
    if "\\" in written:
        usable = written.replace("\\", "/")
        return error("HB141", f'"{written}" has backslashes.', at, f'Write "{usable}".')
    if "\0" in written or len(written) > 1000:
        return error("HB141", "This is not a path.", at, "Give the file's place relative to this file.")
    return None


def _nearest_file(path: Path) -> str:
    """A hint with the file of the same folder whose name is nearest."""
    try:
        names = [entry.name for entry in path.parent.iterdir() if entry.is_file()]
    except OSError:
        return ""
    near = nearest(path.name, sorted(names))
    return f'Did you mean "{near}"?' if near else ""
