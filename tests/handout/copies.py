"""Documents of the recipes that have copies to edit, for tests of what these are written as."""

from functools import cache

from handout.sheets import RIVERS, deck, recipe_named
from hornbook.handout.document import make_document
from hornbook.paginate.pages import paginate
from hornbook.plan.document import Document
from hornbook.units import PAPERS
from paginate.documents import theme
from support.shipped import built_in

NAMES = tuple(
    name for name in sorted(path.stem for path in (built_in() / "handouts").glob("*.yaml")) if recipe_named(name).flows
)


@cache
def copy_of(name: str) -> Document:
    return make_document(RIVERS, recipe_named(name), deck())[0]


@cache
def printed_levels(name: str) -> tuple[int, ...]:
    """Levels of the headings as the printed handout has them."""
    pages, _ = paginate(copy_of(name), PAPERS["letter"], theme(), deck())
    return tuple(int(each.role[1]) for each in pages.elements if each.role in {"H1", "H2", "H3", "H4"})
