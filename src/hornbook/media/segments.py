"""PNG and JPEG files without what is not the picture: text, dates, places, cameras, previews. Pixels stay as they are.

Which chunks a PNG needs is PNG (W3C) §4.7; which segments a JPEG needs is ITU-T T.81 §B.1.
"""

import struct
from collections.abc import Iterator

_PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_PNG_NEEDED = frozenset((b"IHDR", b"PLTE", b"IDAT", b"tRNS", b"IEND"))
_JPEG_START, _JPEG_SCAN, _JPEG_END = 0xD8, 0xDA, 0xD9
_JPEG_BARE = frozenset((0x01, *range(0xD0, 0xD8)))
"""Markers without a length: TEM and the restarts."""
_JFIF, _ADOBE, _COMMENT = 0xE0, 0xEE, 0xFE


def png_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Type of each chunk and all of its bytes; ValueError where the file ends too early."""
    if not data.startswith(_PNG_SIGNATURE):
        raise ValueError("not a PNG file")
    place = len(_PNG_SIGNATURE)
    while place < len(data):
        if place + 12 > len(data):
            raise ValueError("the file ends inside a chunk")
        (length,) = struct.unpack_from(">L", data, place)
        end = place + 12 + length
        if end > len(data):
            raise ValueError("the file ends inside a chunk")
        kind = data[place + 4 : place + 8]
        yield kind, data[place:end]
        if kind == b"IEND":
            return
        place = end


def plain_png(data: bytes) -> bytes:
    """The PNG with its header, palette, transparency and pixels only."""
    return _PNG_SIGNATURE + b"".join(chunk for kind, chunk in png_chunks(data) if kind in _PNG_NEEDED)


def png_is_interlaced(data: bytes) -> bool:
    """Whether the pixels come in passes, which a PDF cannot take over as they are."""
    return data[28] != 0


def plain_jpeg(data: bytes) -> bytes:
    """The JPEG up to its end marker, without any application segment but JFIF and Adobe's colour transform."""
    if data[:2] != b"\xff\xd8":
        raise ValueError("not a JPEG file")
    return b"\xff\xd8" + b"".join(_jpeg_parts(data, 2))


def _jpeg_parts(data: bytes, place: int) -> Iterator[bytes]:
    while place < len(data) - 1:
        if data[place] != 0xFF:
            raise ValueError("a marker is missing")
        marker = data[place + 1]
        if marker == 0xFF:  # Fill bytes may stand before a marker.
            place += 1
            continue
        if marker == _JPEG_END:
            yield b"\xff\xd9"
            return
        end = place + 2 if marker in _JPEG_BARE else place + 2 + _length(data, place + 2)
        if marker == _JPEG_SCAN:
            end = _end_of_scan(data, end)
        if not _is_metadata(marker):
            yield data[place:end]
        place = end
    raise ValueError("the file has no end")


def _length(data: bytes, place: int) -> int:
    if place + 2 > len(data):
        raise ValueError("the file ends inside a segment")
    length = int.from_bytes(data[place : place + 2], "big")
    if length < 2 or place + length > len(data):
        raise ValueError("the file ends inside a segment")
    return length


def _end_of_scan(data: bytes, place: int) -> int:
    """Where the marker after the coded pixels stands; stuffed zeros and restarts belong to the pixels."""
    while True:
        place = data.find(b"\xff", place)
        if place < 0 or place + 1 >= len(data):
            raise ValueError("the file ends inside its pixels")
        following = data[place + 1]
        if following not in {0x00, 0xFF} and following not in _JPEG_BARE:
            return place
        place += 1 if following == 0xFF else 2


def _is_metadata(marker: int) -> bool:
    return marker == _COMMENT or (0xE0 <= marker <= 0xEF and marker not in {_JFIF, _ADOBE})
