"""Themes that were read before. Expanding a theme's layouts takes longer than composing a deck, and a theme rarely changes."""

import hashlib
import io
import pickle
from functools import lru_cache
from typing import Any

from hornbook.build.manifest import program_fingerprint
from hornbook.build.store import Store
from hornbook.diagnostics import Diagnostic, SourceFile
from hornbook.theme.model import Theme

_MODULES = ("hornbook.theme", "hornbook.typeset.text", "hornbook.units")

ThemeReading = tuple[Theme | None, tuple[Diagnostic, ...]]


@lru_cache(maxsize=8)
def theme_of(files: tuple[tuple[str, str], ...], store: Store) -> ThemeReading:
    """A theme as it was kept, else as it is read now: its file and those that it extends, path and text. Only one without a message is kept."""
    digests = " ".join(f"{path} {hashlib.sha256(text.encode()).hexdigest()}" for path, text in files)
    key = f"theme {program_fingerprint()} {digests}"
    theme = _thawed(store.find(key))
    if theme is not None:
        return theme, ()
    from hornbook.theme.reader import read_theme_of

    theme, found = read_theme_of([SourceFile(path, text) for path, text in files])
    if theme is not None and not found:
        store.keep(key, pickle.dumps(theme, pickle.HIGHEST_PROTOCOL))
    return theme, found


class _ThemeUnpickler(pickle.Unpickler):
    """Makes values of the theme's own classes and nothing else: what lies in a folder is not trusted to name code."""

    def find_class(self, module_name: str, global_name: str, /) -> Any:
        own = module_name in _MODULES or module_name.startswith("hornbook.theme.")
        found: Any = super().find_class(module_name, global_name) if own and "." not in global_name else None
        if not isinstance(found, type):
            raise pickle.UnpicklingError(f"{module_name}.{global_name} is no part of a theme")
        return found


def _thawed(data: bytes | None) -> Theme | None:
    if data is None:
        return None
    try:
        theme = _ThemeUnpickler(io.BytesIO(data)).load()
    except Exception:  # noqa: BLE001 - whatever it is, it can be read anew
        return None
    return theme if isinstance(theme, Theme) else None
