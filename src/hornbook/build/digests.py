"""What a file is made of, as a hash: the values of its plan without the lines of the outline that they came from."""

import hashlib
import io
import pickle

from msgspec.structs import replace

from hornbook.build.manifest import program_fingerprint
from hornbook.diagnostics import SourceFile, Span
from hornbook.theme.model import Theme

_THEMES: dict[int, tuple[Theme, bytes]] = {}


def plan_digest(plan: object, *, notes: bool) -> str:
    """Equal plans have equal digests in every process of one version; other digests mean that they may differ."""
    digest = hashlib.sha256(f"{program_fingerprint()} {type(plan).__name__} {notes} ".encode())
    digest.update(_flat(plan))
    return digest.hexdigest()


def _flat(value: object) -> bytes:
    """Values as bytes that are never read again. A theme stands as its own digest, a place in a file as nothing."""
    stream = io.BytesIO()
    flat = pickle.Pickler(stream, pickle.HIGHEST_PROTOCOL)
    flat.dispatch_table = {Span: _nowhere, SourceFile: _nowhere, Theme: _as_digest}
    flat.fast = True  # what is the same object in one process may be two equal ones in another
    flat.dump(value)
    return stream.getvalue()


def _nowhere(_: object) -> tuple[type[tuple[()]], tuple[()]]:
    return tuple, ()


def _as_digest(theme: Theme) -> tuple[type[bytes], tuple[bytes]]:
    return bytes, (_theme_digest(theme),)


def _theme_digest(theme: Theme) -> bytes:
    """Themes are shared by many plans; each is flattened once."""
    known = _THEMES.get(id(theme))
    if known is None:
        stream = io.BytesIO()
        told = replace(theme, layouts={}) if theme.source else theme  # its source says what they are
        pickle.Pickler(stream, pickle.HIGHEST_PROTOCOL).dump(told)
        known = _THEMES[id(theme)] = (theme, hashlib.sha256(stream.getbuffer()).digest())
    return known[1]
