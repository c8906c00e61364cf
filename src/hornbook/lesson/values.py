"""Numbers, times and dates out of what people type, and names in messages."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from hornbook.numerals import ENGLISH, Numerals
from hornbook.patterns import lazy
from hornbook.source.nearest import nearest as nearest_name
from hornbook.source.nodes import Node

T = TypeVar("T")

LANGUAGE = lazy(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
"""A tag of a language (BCP 47)."""

_DURATION = lazy(
    r"(?:(\d+)\s*(?:h|hr|hrs|hour|hours)\.?)?\s*(?:(\d+(?:\.\d+)?)\s*(?:min|mins|minute|minutes|m)?\.?)?", re.IGNORECASE
)
_DATE = lazy(r"(\d{4})-(\d{2})-(\d{2})")


def each(items: Iterable[Node], read: Callable[[Node], T | None]) -> tuple[T, ...]:
    """What could be read of each."""
    values = (read(item) for item in items)
    return tuple(value for value in values if value is not None)


def parse_minutes(text: str) -> float | None:
    words = text.strip()
    match = _DURATION.fullmatch(words)
    if match is None or (match[1] is None and match[2] is None):
        return None
    return 60.0 * int(match[1] or 0) + float(match[2] or 0)


def parse_number(text: str, typed: Numerals = ENGLISH) -> tuple[float, str] | None:
    """A number as people type it, and as English has it: `80,524`, `1.5`, `-3`; a percent sign may follow."""
    words = text.removesuffix("%").rstrip()
    number = typed.read(words)
    if number is None:
        return None
    plain = re.sub("[,\u202f\u00a0]", "", number).replace("\u2212", "-")
    return float(plain), number + text[len(words) :]


def is_iso_country(text: str) -> bool:
    """Whether a text has the form of an ISO 3166 country code."""
    return re.fullmatch("[A-Z]{2}", text) is not None


def is_date(text: str) -> bool:
    match = _DATE.fullmatch(text)
    if match is None:
        return False
    try:
        dt.date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return False
    return True


def nearest(name: str, known: Iterable[str]) -> str:
    """A hint with the name that is nearest; empty where none is near."""
    near = nearest_name(name, known)
    return f"Did you mean `{near}`?" if near else ""


def listed(names: Sequence[str], last: str = "and") -> str:
    """`a`, `b` and `c`."""
    marked = [f"`{name}`" for name in names]
    return marked[0] if len(marked) == 1 else f"{', '.join(marked[:-1])} {last} {marked[-1]}" if marked else ""
