"""A picture after cleaning: what may go into an output."""

from typing import Literal

from msgspec import Struct

Kind = Literal["png", "jpeg", "svg"]


class Clean(Struct, frozen=True):
    """Bytes of a picture without a trace of where or when it was made."""

    kind: Kind
    data: bytes
    width: int
    """In pixels, as it should be seen (turned by its orientation); of an SVG in its own units, rounded up."""
    height: int
    fallback: bytes = b""
    """A PNG of an SVG, at twice its size or the size asked for."""


class PictureError(Exception):
    """Why a picture cannot be used, in words for its author."""

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
