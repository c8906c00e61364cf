"""What slides and the presentation refer to: masters and layouts, wherever they came from."""

from collections.abc import Mapping

from msgspec import Struct


class Bases(Struct, frozen=True):
    """The masters and layouts of a deck, written."""

    layout_files: Mapping[str, str]
    """Layout name to the file of its part."""
    masters: tuple[tuple[int, str], ...]
    """Id and part of each master."""
    themes: int = 1
    """How many theme parts there are: those of notes and handouts are numbered after them."""
