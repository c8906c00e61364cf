"""Themes, each read once in a process."""

from functools import lru_cache

from hornbook.diagnostics import Diagnostic, SourceFile
from hornbook.theme.model import Theme

ThemeReading = tuple[Theme | None, tuple[Diagnostic, ...]]


@lru_cache(maxsize=8)
def theme_of(files: tuple[tuple[str, str], ...]) -> ThemeReading:
    """The theme of a file and of those that it extends, path and text.

    It is not kept for the next process: its layouts are made when they are asked for, and to keep them all takes longer.
    """
    from hornbook.theme.reader import read_theme_of

    return read_theme_of([SourceFile(path, text) for path, text in files])
