"""What else was made with a handout: the sheets that its list names."""

from msgspec import Struct

from hornbook.lesson.variants import Variant
from hornbook.plan.document import Duplex
from hornbook.plan.page import Pages, ShapeBox

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


def finish_in(variant: Variant, finish: str, pages: Pages) -> str:
    """What is done with a sheet in that variant, where its recipe says so much; a card that fills its page is not cut."""
    done = _IN_LARGE_PRINT.get(finish, finish) if variant.large else finish
    return "" if done == "cut_dashes" and not _has_dashes(pages) else done


def _has_dashes(pages: Pages) -> bool:
    return any(isinstance(box, ShapeBox) and box.dash for page in pages.pages for box in page.boxes)
