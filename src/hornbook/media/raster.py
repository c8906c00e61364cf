"""PNG and JPEG files to pictures that may be shown: checked pixel by pixel, upright, in RGB or grey, without metadata.

The pixels of a file are kept as they were coded wherever that is possible, because coding a photograph again costs detail.
"""

import io
import struct
import warnings
import zlib
from typing import TYPE_CHECKING, Any, cast

from hornbook.media.clean import Clean, PictureError
from hornbook.media.segments import plain_jpeg, plain_png, png_is_interlaced

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS = 64_000_000
_QUALITY = 92
_ORIENTATION = 0x0112
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, IndexError, struct.error, zlib.error, OverflowError)
"""What Pillow raises for files that are damaged, each for some kind of damage."""


def clean_raster(data: bytes, name: str) -> Clean:
    """The picture in a PNG or JPEG file; PictureError where it is damaged, too large, or moves."""
    try:
        with warnings.catch_warnings():
            # Of large pictures and odd metadata: the limit below is stricter, and metadata is thrown away.
            warnings.simplefilter("ignore")
            image = _opened(data, name)
            image.load()
            return _cleaned(image, data)
    except _BROKEN as fault:
        raise PictureError(
            "HB281",
            f'"{name}" is damaged and cannot be shown ({_said(fault)}).',
            "Open it in a picture editor and save it again.",
        ) from None


def _opened(data: bytes, name: str) -> "Image":
    from PIL import Image

    try:
        image = Image.open(io.BytesIO(data), formats=("PNG", "JPEG"))
    except Image.DecompressionBombError:
        raise _too_large(name) from None
    if image.width * image.height > MOST_PIXELS:
        raise _too_large(name)
    # A phone's JPEG may hold a second picture (MPO); only the first is shown. A PNG that moves is not a picture for print.
    if image.format == "PNG" and getattr(image, "is_animated", False):
        raise PictureError("HB283", f'"{name}" is an animation.', "Save one frame of it as a PNG.")
    return image


def _cleaned(image: "Image", data: bytes) -> Clean:
    png = image.format == "PNG"
    upright = _upright(_standard_colours(image))
    if upright is image and _may_stay(image, data):
        kept = plain_png(data) if png else plain_jpeg(data)
        return Clean("png" if png else "jpeg", kept, image.width, image.height)
    return Clean("png" if png else "jpeg", _coded(upright, png=png), upright.width, upright.height)


def _may_stay(image: "Image", data: bytes) -> bool:
    if image.format != "PNG":
        return image.mode in {"L", "RGB"}
    return image.mode in {"1", "L", "LA", "P", "RGB", "RGBA"} and data[24] <= 8 and not png_is_interlaced(data)


def _standard_colours(image: "Image") -> "Image":
    """The picture in sRGB or grey: the same object where it is already."""
    if image.mode in {"CMYK", "YCbCr", "LAB", "HSV"}:
        return _from_profile(image) or image.convert("RGB")
    if image.mode in {"RGB", "RGBA"} and not _is_srgb(image):
        return _from_profile(image) or image
    if image.mode.startswith("I"):
        values: Any = image
        return cast("Image", values.point(_high_byte).convert("L"))
    return image


def _high_byte(value: Any) -> Any:
    return value / 256


def _is_srgb(image: "Image") -> bool:
    profile = image.info.get("icc_profile")
    return not isinstance(profile, bytes) or b"sRGB" in profile or b"s\0R\0G\0B" in profile


def _from_profile(image: "Image") -> "Image | None":
    """The picture in sRGB by the profile that it carries; None where it carries none that can be read."""
    from PIL import ImageCms

    colours: Any = ImageCms
    profile = image.info.get("icc_profile")
    if not isinstance(profile, bytes):
        return None
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    try:
        return cast(
            "Image | None",
            colours.profileToProfile(image, io.BytesIO(profile), colours.createProfile("sRGB"), outputMode=mode),
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return None


def _upright(image: "Image") -> "Image":
    from PIL import ImageOps

    if image.getexif().get(_ORIENTATION, 1) in {0, 1}:
        return image
    return ImageOps.exif_transpose(image)


def _coded(image: "Image", *, png: bool) -> bytes:
    out = io.BytesIO()
    bare = image.copy()
    transparent = image.info.get("transparency")
    bare.info = {"transparency": transparent} if png and transparent is not None else {}
    if png:
        bare.save(out, "PNG", exif=b"")
    else:
        bare.save(out, "JPEG", quality=_QUALITY, exif=b"")
    return out.getvalue()


def _too_large(name: str) -> PictureError:
    return PictureError(
        "HB282",
        f'"{name}" has more than {MOST_PIXELS // 1_000_000} million pixels.',
        "Save a smaller copy; 4000 pixels across are plenty.",
    )


def _said(fault: Exception) -> str:
    return str(fault).split("<")[0].strip(" .") or type(fault).__name__
