"""The stage's other half: documents that are whole sheets become pages, each kind by its own module."""

from typing import assert_never

from hornbook.paginate.setting import Setter
from hornbook.paginate.sheets.cards import card_pages
from hornbook.paginate.sheets.folded import folded_pages
from hornbook.paginate.sheets.poster import poster_pages
from hornbook.paginate.sheets.thumbnails import slide_pages
from hornbook.plan.page import Page
from hornbook.plan.sheets import CardSheets, Folded, SheetBlock, SlideSheets, TearOff
from hornbook.units import Size


def sheet_pages(setter: Setter, paper: Size) -> tuple[Page, ...]:
    """The pages of all sheets of a document; one empty page where there is nothing that could be drawn."""
    pages = tuple(page for sheet in setter.document.sheets for page in _pages(setter, sheet, paper))
    return pages or (Page(paper, "", ()),)


def _pages(setter: Setter, sheet: SheetBlock, paper: Size) -> tuple[Page, ...]:
    match sheet:
        case CardSheets():
            return card_pages(setter, sheet, paper)
        case TearOff():
            return poster_pages(setter, sheet, paper)
        case SlideSheets():
            return slide_pages(setter, sheet, paper)
        case Folded():
            return folded_pages(setter, sheet, paper)
        case _:
            assert_never(sheet)
