"""Picture files to what may go into a deck or a handout: the kind is told from the bytes, never from the name."""

from pathlib import Path

from hornbook.diagnostics import Diagnostic, Span, error
from hornbook.media.clean import Clean, Kind, PictureError
from hornbook.media.raster import clean_raster

MOST_BYTES = 64 * 1024 * 1024
_FOREIGN = (
    (b"GIF8", "a GIF"),
    (b"BM", "a BMP"),
    (b"II*\0", "a TIFF"),
    (b"MM\0*", "a TIFF"),
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an Office file"),
    (b"\xd7\xcd\xc6\x9a", "a Windows metafile"),
)


def load_picture(
    path: Path, span: Span | None = None, *, width: int = 0
) -> tuple[Clean | None, tuple[Diagnostic, ...]]:
    """The picture in a file, or None and why not, with the place in the outline that names it.

    `width` is how wide, in pixels, the PNG of an SVG is to be; 0 means twice its own size.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as fault:
        reason = fault.strerror or type(fault).__name__
        return None, (error("HB280", f'"{path.name}" cannot be read: {reason}.', span),)
    return clean_picture(data, path.name, span, width=width)


def clean_picture(
    data: bytes, name: str, span: Span | None = None, *, width: int = 0
) -> tuple[Clean | None, tuple[Diagnostic, ...]]:
    """The picture in those bytes, or None and why not; `name` is what the author knows it by."""
    try:
        return _cleaned(data, name, width), ()
    except PictureError as fault:
        return None, (error(fault.code, fault.message, span, fault.hint),)


def _cleaned(data: bytes, name: str, width: int) -> Clean:
    if len(data) > MOST_BYTES:
        raise PictureError("HB282", f'"{name}" is larger than {MOST_BYTES >> 20} MB.', "Save a smaller copy.")
    match kind_of(data):
        case "svg":
            from hornbook.media.svg import clean_svg

            return clean_svg(data, name, width)
        case "png" | "jpeg":
            return clean_raster(data, name)
        case None:
            raise _foreign(data, name)


def kind_of(data: bytes) -> Kind | None:
    """What the bytes are, as far as their beginning tells."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if data.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    return "svg" if (start.startswith(b"<") and b"<svg" in start) or start.startswith(b"<?xml") else None


def _foreign(data: bytes, name: str) -> PictureError:
    found = next((words for start, words in _FOREIGN if data.startswith(start)), "")
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        found = "a WebP"
    if data[4:8] == b"ftyp":
        found = "a phone's HEIC or a film"
    if not data:
        found = "empty"
    said = f'"{name}" is {found}' if found else f'"{name}" is not a picture'
    return PictureError(
        "HB284", f"{said}; pictures are PNG, JPEG or SVG.", "Open it in a picture editor and save it as PNG or JPEG."
    )
