"""What a file needs to be PDF/A-2a beside PDF/UA-1 (ISO 19005-2 §6.2.3): what its red, green and blue mean.

The profile is sRGB in its smallest form, a matrix and one curve (ICC.1:2010 §8.3.3), written here so that no date or
manufacturer is in it.
"""

import struct
from collections.abc import Mapping

from hornbook.render.pdf.file import PdfFile
from hornbook.render.pdf.syntax import dictionary, text_string

_NAME = "sRGB"
_VERSION = 0x04200000
_DAY = (2000, 1, 1, 0, 0, 0)
"""Of the profile: it must have one, and it is always the same."""
_WHITE = (0.9642, 1.0, 0.8249)
"""D50, which profiles are connected by."""
_PRIMARIES = {
    "rXYZ": (0.43607, 0.22249, 0.01392),
    "gXYZ": (0.38515, 0.71687, 0.09708),
    "bXYZ": (0.14307, 0.06061, 0.71410),
}
_ADAPTED = (1.04791, 0.02293, -0.05017, 0.02960, 0.99046, -0.01707, -0.00925, 0.01506, 0.75179)
"""From D65 to D50 after Bradford."""
_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
_CURVES = ("rTRC", "gTRC", "bTRC")


def output_intent(file: PdfFile) -> str:
    """The output intents for the catalog, with the profile as a stream of the file."""
    profile = file.put_stream("Profile", srgb_profile(), "/N 3")
    intent = {
        "Type": "/OutputIntent",
        "S": "/GTS_PDFA1",
        "OutputConditionIdentifier": text_string(_NAME),
        "Info": text_string(_NAME),
        "DestOutputProfile": profile,
    }
    return f"[{dictionary(intent)}]"


def srgb_profile() -> bytes:
    """The bytes of an ICC profile of version 4 for IEC 61966-2-1."""
    tags = {
        "desc": _words(_NAME),
        "cprt": _words("CC0"),
        "wtpt": _numbers("XYZ ", _WHITE),
        "chad": _numbers("sf32", _ADAPTED),
        **{name: _numbers("XYZ ", values) for name, values in _PRIMARIES.items()},
        **dict.fromkeys(_CURVES, struct.pack(">4s4xHxx5i", b"para", 3, *map(_fixed, _CURVE))),
    }
    table, data = _table(tags)
    head = struct.pack(
        ">I4xI4s4s4s6H4s4x4x4x4x8xI3i4x44x",
        128 + len(table) + len(data), _VERSION, b"mntr", b"RGB ", b"XYZ ", *_DAY, b"acsp", 0, *map(_fixed, _WHITE),
    )  # fmt: skip
    return head + table + data


def _table(tags: Mapping[str, bytes]) -> tuple[bytes, bytes]:
    """Where each tag's data stand in the profile, and the data; equal data stand there once."""
    start, data, places = 128 + 4 + 12 * len(tags), b"", dict[bytes, int]()
    table = struct.pack(">I", len(tags))
    for name, body in tags.items():
        if body not in places:
            places[body] = start + len(data)
            data += body + bytes(-len(body) % 4)
        table += struct.pack(">4sII", name.encode(), places[body], len(body))
    return table, data


def _words(text: str) -> bytes:
    coded = text.encode("utf-16-be")
    return struct.pack(">4s4xII2s2sII", b"mluc", 1, 12, b"en", b"US", len(coded), 28) + coded


def _numbers(kind: str, values: tuple[float, ...]) -> bytes:
    return struct.pack(f">4s4x{len(values)}i", kind.encode(), *map(_fixed, values))


def _fixed(value: float) -> int:
    """A number as profiles write it, in 65536ths."""
    return round(value * 65536)
