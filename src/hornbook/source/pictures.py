"""The size of a picture from its header alone: nothing is decoded, so that a lesson can be checked quickly and safely."""

import re
import struct
from pathlib import Path
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from hornbook.diagnostics import Diagnostic, Span, error
from hornbook.patterns import lazy

PictureKind = Literal["png", "jpeg", "svg"]

MAX_BYTES = 50_000_000
MAX_PIXELS = 100_000_000
_HEAD = 1_000_000
"""JPEG files may carry a large preview before their size."""

_SVG = lazy(r"<(?:\w+:)?svg\b((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>", re.DOTALL)
_LENGTH = lazy(r"\s*([\d.]+(?:e[+-]?\d+)?)\s*(px|pt|pc|in|cm|mm|)\s*", re.IGNORECASE)
_USER_UNITS = {"": 1.0, "px": 1.0, "pt": 96 / 72, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4}
_FRAME_MARKERS = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})


class PictureHeader(Struct, frozen=True):
    """Width and height in pixels (PNG, JPEG as it is to be shown) or in user units (SVG)."""

    kind: PictureKind
    width: int
    height: int
    bytes: int = 0
    """Of the whole file."""


def read_picture_header(path: Path, shown: str, at: Span) -> tuple[PictureHeader | None, Diagnostic | None]:
    """The header of a picture file that is named at `at`, or why it cannot be used."""
    try:
        size = path.stat().st_size
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
    except OSError as problem:
        reason = (problem.strerror or "unknown reason").lower()
        return None, error("HB142", f'"{shown}" cannot be read: {reason}.', at)
    if size > MAX_BYTES:
        return None, error(
            "HB142",
            f'"{shown}" is larger than {MAX_BYTES // 1_000_000} MB.',
            at,
            "Save a smaller copy; 2000 pixels are enough.",
        )
    header = picture_header(head)
    if header is None:
        hint = "PNG, JPEG and SVG can be used." if head else "Save the picture again."
        return None, error("HB142", f'"{shown}" {looks_like(head)}.', at, hint)
    if header.width * header.height > MAX_PIXELS:
        message = f'"{shown}" has {header.width:,} x {header.height:,} pixels, more than {MAX_PIXELS:,} in all.'
        return None, error("HB142", message, at, "Save a smaller copy; 2000 pixels are enough.")
    return replace(header, bytes=size), None


def picture_header(head: bytes) -> PictureHeader | None:
    """Kind and size out of the first bytes of a file; None where they are not those of a picture that can be used."""
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return _png(head)
    if head.startswith(b"\xff\xd8"):
        return _jpeg(head)
    return _svg(head)


def looks_like(head: bytes) -> str:
    """What a file is that is no usable picture."""
    if not head:
        return "is empty"
    kinds: tuple[tuple[bool, str], ...] = (
        (head.startswith(b"GIF8"), "is a GIF"),
        (head[8:12] == b"WEBP", "is a WebP picture"),
        (head[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1"), "is a HEIC picture"),
        (head[4:12] == b"ftypavif", "is an AVIF picture"),
        (head.startswith(b"BM"), "is a BMP picture"),
        (head.startswith((b"II*\0", b"MM\0*")), "is a TIFF picture"),
        (head.startswith(b"%PDF"), "is a PDF"),
        (head.startswith(b"\x1f\x8b"), "is compressed (SVGZ)"),
        (head.startswith((b"\x89PNG", b"\xff\xd8")), "is a damaged picture"),
    )
    return next((words for fits, words in kinds if fits), "is not a picture that can be used")


def _png(head: bytes) -> PictureHeader | None:
    if len(head) < 24 or head[12:16] != b"IHDR":
        return None
    width, height = struct.unpack(">II", head[16:24])
    return _sized("png", width, height)


def _jpeg(head: bytes) -> PictureHeader | None:
    """ITU-T T.81 Annex B: segments up to the frame header. A camera's turn by 90 degrees (EXIF orientation) counts."""
    at, turned = 2, False
    while at + 9 < len(head):
        if head[at] != 0xFF:
            return None
        marker = head[at + 1]
        if marker == 0xFF:
            at += 1
        elif marker in _FRAME_MARKERS:
            height, width = struct.unpack(">HH", head[at + 5 : at + 9])
            return _sized("jpeg", height, width) if turned else _sized("jpeg", width, height)
        elif marker == 0x01 or 0xD0 <= marker <= 0xD8:
            at += 2
        else:
            length = struct.unpack(">H", head[at + 2 : at + 4])[0]
            if marker == 0xE1:
                turned = _is_turned(head[at + 4 : at + 2 + length])
            at += 2 + max(length, 2)
    return None


def _is_turned(segment: bytes) -> bool:
    """Whether EXIF says that width and height change places (orientation 5 to 8)."""
    if not segment.startswith(b"Exif\0\0"):
        return False
    tiff = segment[6:]
    order = "<" if tiff.startswith(b"II") else ">"
    try:
        offset = struct.unpack_from(f"{order}I", tiff, 4)[0]
        for index in range(struct.unpack_from(f"{order}H", tiff, offset)[0]):
            tag, _, _, value = struct.unpack_from(f"{order}HHIH", tiff, offset + 2 + 12 * index)
            if tag == 0x0112:
                return bool(5 <= value <= 8)
    except struct.error:
        return False
    return False


def _svg(head: bytes) -> PictureHeader | None:
    text = head.decode("utf-8-sig", "replace")
    match = _SVG.search(text) if "<svg" in text or ":svg" in text else None
    if match is None or text.lstrip()[:1] != "<":
        return None
    attributes = dict(re.findall(r"([\w:]+)\s*=\s*[\"']([^\"']*)[\"']", match[1]))
    width, height = _user_units(attributes.get("width", "")), _user_units(attributes.get("height", ""))
    box = [
        float(part)
        for part in re.findall(r"-?[\d.]+(?:e[+-]?\d+)?", attributes.get("viewBox", ""))
        if part.count(".") < 2 and part != "."
    ]
    if len(box) == 4 and box[2] > 0 and box[3] > 0:
        if width and not height:
            height = width * box[3] / box[2]
        elif height and not width:
            width = height * box[2] / box[3]
        elif not width:
            width, height = box[2], box[3]
    width, height = max(width, 0.0), max(height, 0.0)
    return _sized("svg", round(width), round(height)) if max(width, height) < MAX_PIXELS else None


def _user_units(length: str) -> float:
    match = _LENGTH.fullmatch(length)
    try:
        return float(match[1]) * _USER_UNITS[match[2].lower()] if match else 0.0
    except (ValueError, OverflowError):
        return 0.0


def _sized(kind: PictureKind, width: int, height: int) -> PictureHeader | None:
    return PictureHeader(kind, width, height) if width > 0 and height > 0 else None
