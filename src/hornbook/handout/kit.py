"""What else was made with a handout: the sheets that its list names."""

from msgspec import Struct

from hornbook.lesson.variants import Variant
from hornbook.plan.document import Duplex

_IN_LARGE_PRINT = {"fold_three": "", "cut_marks": "cut_dashes"}
"""A leaflet is not folded, and cards are half a page, without the marks of card stock."""


class KitSheet(Struct, frozen=True):
    """A file of the kit, as someone who prints it needs to know it."""

    file: str
    """Its name, without a folder."""
    title: str
    paper: str
    pages: int
    duplex: Duplex
    copies: str
    """How many are printed: a fixed phrase's name, or words; empty where the recipe does not say."""
    finish: str
    """What is done with them afterwards, in the same way."""


def finish_in(variant: Variant, finish: str) -> str:
    """What is done with a sheet in that variant, where its recipe says so much."""
    return _IN_LARGE_PRINT.get(finish, finish) if variant.large else finish
