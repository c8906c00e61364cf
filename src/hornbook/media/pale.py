"""A picture for a page that may use little ink: in grey, and nowhere darker than 15 %."""

import io
from functools import lru_cache
from typing import Any

DARKEST = 0.15
FEW = 2
"""A picture of no more colours than this is a sign to be read by a machine, and stays as it is."""


@lru_cache(maxsize=64)
def pale_picture(data: bytes) -> bytes:
    """The picture as a grey PNG; transparent parts are white."""
    from PIL import Image

    with Image.open(io.BytesIO(data)) as picture:
        seen = picture.convert("RGBA")
    if picture.format == "PNG" and seen.getcolors(FEW):
        return data
    white = Image.new("RGBA", seen.size, "white")
    grey: Any = Image.alpha_composite(white, seen).convert("L")
    out = io.BytesIO()
    grey.point([round(255 - (255 - value) * DARKEST) for value in range(256)]).save(out, format="PNG")
    return out.getvalue()
