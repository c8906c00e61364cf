"""One lesson for one audience becomes its files: deck, PDF of the deck, handouts. Pure of the disk, so that it can run anywhere."""

from collections.abc import Iterable
from dataclasses import dataclass

from hornbook.build.options import OutputKind, Product
from hornbook.diagnostics import Diagnostic
from hornbook.diagnostics.printing import has_errors
from hornbook.handout.recipe import Recipe
from hornbook.lesson.model import Lesson
from hornbook.plan.deck import Deck
from hornbook.theme.model import Theme

DECK = "deck"
DECK_PDF = "deck-pdf"


@dataclass(frozen=True, slots=True)
class Edition:
    """A lesson for one audience, with all that its files are made of."""

    lesson: Lesson
    theme: Theme
    deck: bool
    deck_pdf: bool
    handouts: tuple[tuple[Recipe, str], ...]
    """Recipes, each with its paper."""
    usual_paper: str
    """The paper that needs no word in a file's name."""
    notes: bool = True
    draw: bool = True
    """False checks everything and renders nothing."""


@dataclass(frozen=True, slots=True)
class EditionResult:
    products: tuple[Product, ...]
    diagnostics: tuple[Diagnostic, ...]


def make_edition(edition: Edition) -> EditionResult:
    """The files of one edition, or what is wrong with it: with an error there are no files."""
    from hornbook.compose.deck import compose

    deck, found = compose(edition.lesson, edition.theme)
    diagnostics = list(found)
    if deck is None:
        return EditionResult((), tuple(diagnostics))
    products = list(_decks(edition, deck)) if edition.draw and not has_errors(diagnostics) else []
    for recipe, paper in edition.handouts:
        product, found = _handout(edition, deck, recipe, paper)
        diagnostics += found
        products += [product] if product is not None else []
    return EditionResult(() if has_errors(diagnostics) else tuple(products), tuple(diagnostics))


def output_name(lesson: Lesson, base: str, suffix: str, *extra: str) -> str:
    """A file's name with what tells it from its sisters: `fact-sheet-community-a4.pdf`."""
    return "-".join([base, *([lesson.audience] if lesson.audience else []), *extra]) + suffix


def _decks(edition: Edition, deck: Deck) -> Iterable[Product]:
    lesson = edition.lesson
    if edition.deck:
        from hornbook.render.pptx import render_pptx

        data = render_pptx(deck, notes=edition.notes)
        yield _product(lesson, output_name(lesson, lesson.name, ".pptx"), data, "deck", "", len(deck.slides))
    if edition.deck_pdf:
        from hornbook.plan.drawing import deck_pages
        from hornbook.render.pdf import render_pdf

        pages = deck_pages(deck)
        name = output_name(lesson, lesson.name, ".pdf")
        yield _product(lesson, name, render_pdf(pages), "deck-pdf", "", len(pages.pages))


def _handout(
    edition: Edition, deck: Deck, recipe: Recipe, paper: str
) -> tuple[Product | None, tuple[Diagnostic, ...]]:
    from hornbook.handout.document import make_document
    from hornbook.paginate.pages import paginate
    from hornbook.units import PAPERS

    document, first = make_document(edition.lesson, recipe, deck)
    pages, second = paginate(document, PAPERS[paper], edition.theme, deck)
    found = (*first, *second)
    if has_errors(found) or not edition.draw:
        return None, found
    from hornbook.render.pdf import render_pdf

    extra = () if paper == edition.usual_paper else (paper,)
    name = "handouts/" + output_name(edition.lesson, recipe.name, ".pdf", *extra)
    return _product(edition.lesson, name, render_pdf(pages), "handout", recipe.name, len(pages.pages)), found


def _product(lesson: Lesson, name: str, data: bytes, kind: OutputKind, recipe: str, pages: int) -> Product:
    return Product(name, data, kind, recipe, lesson.audience, lesson.language, pages)


def handouts_wanted(lesson: Lesson, only: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Names of the recipes to build, each with the paper that the lesson asks for (or empty)."""
    asked = tuple(dict.fromkeys((request.recipe, request.paper) for request in lesson.handouts))
    if not only:
        return asked
    named = [name for name in only if name not in {DECK, DECK_PDF}]
    known = {recipe for recipe, _ in asked}
    return tuple(pair for name in named for pair in (asked if name in known else ((name, ""),)) if pair[0] == name)
