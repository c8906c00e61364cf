"""What a handout cannot be: a booklet of something that is cut, a card on paper that no card stock comes in."""

from hornbook.diagnostics import Diagnostic, error, note
from hornbook.lesson.variants import Variant
from hornbook.paginate.booklet import half
from hornbook.paginate.sheets.stock import wallet_grid
from hornbook.plan.document import Document
from hornbook.plan.sheets import CardSheets, Folded, SheetBlock, SlideSheets, TearOff
from hornbook.units import Size

WIDE_ENOUGH = 550.0
"""Of a page in large print: one of A4 is."""


def refusal(document: Document, paper: Size, variant: Variant, *, named: bool) -> Diagnostic | None:
    """Why there is no such copy; an error where it was asked for by name, a note where it is one of many."""
    found = _stock(document, paper, variant) or _booklet(document, paper, variant)
    if found is None:
        return None
    code, why, hint = found
    message = f'"{document.recipe}" {why}'
    if named:
        return error(code, message, document.span, hint)
    return note(code, f"{message} It was left out.", document.span)


def _stock(document: Document, paper: Size, variant: Variant) -> tuple[str, str, str] | None:
    """Large cards are cut from any paper; small ones come as card stock."""
    stock = any(isinstance(sheet, CardSheets) and sheet.stock == "wallet" for sheet in document.sheets)
    if not stock or variant.large or wallet_grid(paper):
        return None
    why = "is made for card stock, which comes in Letter and in A4."
    return ("HB335", why, "Use `paper: letter` or `paper: a4`.")


def _booklet(document: Document, paper: Size, variant: Variant) -> tuple[str, str, str] | None:
    if not variant.booklet:
        return None
    if variant.large and half(paper).width < WIDE_ENOUGH:
        why = "in large print needs wider pages than a booklet on this paper has."
        return ("HB336", why, "Print the booklet on `tabloid` or `a3`.")
    whole = [_whole(sheet) for sheet in document.sheets]
    if not whole:
        return None
    return ("HB336", f"{whole[0]}, so it cannot be a booklet.", "Leave `booklet` out.")


def _whole(sheet: SheetBlock) -> str:
    match sheet:
        case CardSheets():
            return "is cut into cards"
        case TearOff():
            return "hangs on a wall"
        case Folded():
            return "is folded in three"
        case SlideSheets():
            return "fills whole sheets with slides"
