"""Lessons written in tests, checked as `hornbook check` does it."""

from datetime import date
from pathlib import Path

from hornbook.build.making import check
from hornbook.build.options import Options
from hornbook.build.workspace import find_lesson

FILES = Path(__file__).parent / "files"
TODAY = date(2026, 11, 24)


def checked(path, **options):
    """What is said of the outline at a path."""
    place = find_lesson(str(path), path.parent)
    return check([place], Options(today=TODAY, **options), path.parent)


def said(path, code, **options):
    return [each for each in checked(path, **options) if each.code == code]


def lines(found):
    return sorted({each.span.line for each in found})
