"""One lesson for one audience becomes its files: planned first, then rendered. Free of the disk, so that it can run anywhere."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hornbook.build.options import OutputKind, Product
from hornbook.diagnostics import Diagnostic
from hornbook.diagnostics.printing import has_errors
from hornbook.lesson.model import Lesson
from hornbook.plan.deck import Deck
from hornbook.plan.page import Pages
from hornbook.theme.model import Theme

if TYPE_CHECKING:  # a deck alone does not pay for handouts
    from hornbook.handout.recipe import Recipe

DECK = "deck"
DECK_PDF = "deck-pdf"


@dataclass(frozen=True, slots=True)
class Edition:
    """A lesson for one audience, with all that its files are made of."""

    lesson: Lesson
    theme: Theme
    deck: bool
    deck_pdf: bool
    handouts: tuple[tuple["Recipe", str], ...]
    """Recipes, each with its paper."""
    usual_paper: str
    """The paper that needs no word in a file's name."""
    notes: bool = True


@dataclass(frozen=True, slots=True)
class Planned:
    """A file that is wanted: everything about it is decided, nothing is written down yet."""

    name: str
    kind: OutputKind
    recipe: str
    plan: Deck | Pages


@dataclass(frozen=True, slots=True)
class EditionResult:
    products: tuple[Product, ...]
    diagnostics: tuple[Diagnostic, ...]


def plan_edition(edition: Edition, *, load: bool = True) -> tuple[tuple[Planned, ...], tuple[Diagnostic, ...]]:
    """The plans of every file of an edition, and everything there is to say about them.

    Without `load` the files of pictures stay closed, and the plans can be checked but not drawn.
    """
    from hornbook.compose.deck import compose

    deck, found = compose(edition.lesson, edition.theme, load=load)
    if deck is None:
        return (), found
    plans = list(_decks(edition, deck))
    diagnostics = list(found)
    for recipe, paper in edition.handouts:
        for version in versions_of(edition.lesson, recipe):
            planned, found = _handout(edition, deck, recipe, paper, version)
            plans.append(planned)
            diagnostics += found
    from hornbook.check.letters import letters

    diagnostics += letters(edition.lesson, (planned.plan for planned in plans))
    return tuple(plans), tuple(diagnostics)


def make_edition(edition: Edition) -> EditionResult:
    """The files of one edition, or what is wrong with it: with an error there are no files."""
    plans, found = plan_edition(edition)
    if has_errors(found):
        return EditionResult((), found)
    return EditionResult(tuple(_rendered(planned, edition) for planned in plans), found)


def output_name(lesson: Lesson, base: str, suffix: str, *extra: str) -> str:
    """A file's name with what tells it from its sisters: `fact-sheet-community-a4.pdf`."""
    return "-".join([base, *([lesson.audience] if lesson.audience else []), *extra]) + suffix


def handouts_wanted(lesson: Lesson, only: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Names of the recipes to build, each with the paper that the lesson asks for (or empty)."""
    asked = tuple(dict.fromkeys((request.recipe, request.paper) for request in lesson.handouts))
    if not only:
        return asked
    named = [name for name in only if name not in {DECK, DECK_PDF}]
    known = {recipe for recipe, _ in asked}
    return tuple(pair for name in named for pair in (asked if name in known else ((name, ""),)) if pair[0] == name)


def _decks(edition: Edition, deck: Deck) -> Iterator[Planned]:
    lesson = edition.lesson
    if edition.deck:
        yield Planned(output_name(lesson, lesson.name, ".pptx"), "deck", "", deck)
    if edition.deck_pdf:
        from hornbook.plan.drawing import deck_pages

        yield Planned(output_name(lesson, lesson.name, ".pdf"), "deck-pdf", "", deck_pages(deck))


def versions_of(lesson: Lesson, recipe: "Recipe") -> tuple[int, ...]:
    """Numbers of the versions that the lesson wants; a key has those of the recipe that it extends. 0 where there is one."""
    names = (recipe.name, *recipe.based_on)
    count = max((request.versions for request in lesson.handouts if request.recipe in names), default=1)
    return tuple(range(1, count + 1)) if count > 1 else (0,)


def _handout(
    edition: Edition, deck: Deck, recipe: "Recipe", paper: str, version: int
) -> tuple[Planned, tuple[Diagnostic, ...]]:
    from hornbook.handout.document import make_document, version_letter
    from hornbook.paginate.pages import paginate
    from hornbook.units import PAPERS

    document, first = make_document(edition.lesson, recipe, deck, version)
    pages, second = paginate(document, PAPERS[paper], edition.theme, deck)
    extra = () if paper == edition.usual_paper else (paper,)
    base = "-".join(filter(None, (recipe.name, version_letter(version))))
    name = "handouts/" + output_name(edition.lesson, base, ".pdf", *extra)
    return Planned(name, "handout", recipe.name, pages), (*first, *second)


def _rendered(planned: Planned, edition: Edition) -> Product:
    lesson = edition.lesson
    match planned.plan:
        case Deck() as deck:
            from hornbook.render.pptx import render_pptx

            data, count = render_pptx(deck, notes=edition.notes), len(deck.slides)
        case Pages() as pages:
            from hornbook.render.pdf import render_pdf

            data, count = render_pdf(pages), len(pages.pages)
    return Product(planned.name, data, planned.kind, planned.recipe, lesson.audience, lesson.language, count)
