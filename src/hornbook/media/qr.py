"""An address as a QR code (ISO/IEC 18004): modules to be drawn as a path, and a PNG for a slide."""

import io
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import segno

QUIET_ZONE = 4
"""White modules around the symbol, as the standard asks."""


class AddressTooLongError(ValueError):
    """An address that no QR code has room for."""


@lru_cache(maxsize=256)
def qr_modules(url: str) -> tuple[tuple[bool, ...], ...]:
    """Rows of modules from the top, true where dark, quiet zone included; the same number of rows and columns."""
    return tuple(tuple(bool(module) for module in row) for row in _symbol(url).matrix_iter(border=QUIET_ZONE))


def qr_png(url: str, scale: int = 8) -> bytes:
    """A black and white PNG with `scale` pixels for each module, quiet zone included."""
    out = io.BytesIO()
    _symbol(url).save(out, kind="png", scale=scale, border=QUIET_ZONE)
    return out.getvalue()


def _symbol(url: str) -> "segno.QRCode":
    import segno

    try:
        # Level M survives a crease in a wallet card; segno raises it where that costs no larger symbol.
        return segno.make_qr(url, error="m")
    except segno.DataOverflowError:
        raise AddressTooLongError(f'"{url[:60]}..." is too long for a QR code ({len(url)} characters)') from None
