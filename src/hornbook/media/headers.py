"""Sizes of pictures from their headers. They are read in `source`, where outlines name pictures; media knows them under this name."""

from hornbook.source.pictures import (
    MAX_BYTES,
    MAX_PIXELS,
    PictureHeader,
    PictureKind,
    looks_like,
    picture_header,
    read_picture_header,
)

__all__ = [
    "MAX_BYTES",
    "MAX_PIXELS",
    "PictureHeader",
    "PictureKind",
    "looks_like",
    "picture_header",
    "read_picture_header",
]
