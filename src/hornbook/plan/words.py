"""Every word of a plan, wherever it stands: on the page, in notes, in alternative texts, in document properties."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import cast

from hornbook.diagnostics import Span
from hornbook.theme.model import Theme


def words_of(part: object) -> Iterator[str]:
    """The texts in a plan or a part of one; those of the theme and of places in files are not among them."""
    match part:
        case str():
            yield part
        case bytes() | Span() | Theme():
            return
        case tuple() | list():
            for each in cast("tuple[object, ...]", part):
                yield from words_of(each)
        case Mapping():
            for each in cast("Mapping[object, object]", part).values():
                yield from words_of(each)
        case _ if is_dataclass(part):
            for name in fields(part):
                yield from words_of(getattr(part, name.name))
        case _:
            return
