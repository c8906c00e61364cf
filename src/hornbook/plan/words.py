"""Every word of a plan, wherever it stands: on the page, in notes, in alternative texts, in document properties."""

from collections.abc import Iterator, Mapping
from typing import cast

from msgspec import Struct

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
        case Struct():
            for name in part.__struct_fields__:
                yield from words_of(getattr(part, name))
        case _:
            return
