"""Sheets of the built-in recipes as plans and as files, for tests that measure them."""

from functools import cache

from msgspec.structs import replace

from handout.lessons import LESSON, QUIZ, SPAN, text, texts
from hornbook.compose.deck import compose
from hornbook.diagnostics import Diagnostic, SourceFile
from hornbook.handout.document import make_document
from hornbook.handout.recipe import Recipe, read_recipe
from hornbook.lesson.model import Card, Contact, Lesson, Poster, Print, Term
from hornbook.paginate.pages import paginate
from hornbook.plan.deck import Deck
from hornbook.plan.page import Pages
from hornbook.render.pdf import render_pdf
from hornbook.units import PAPERS
from paginate.documents import theme
from support.shipped import built_in

WORDS = ("source", "mouth", "bed", "bank", "current", "delta", "meander", "tributary", "ford", "weir")
PRINT = replace(
    LESSON.print,
    card=Card(text("Good to have"), text("Ask us"), texts("Nobody minds.", "Any day.")),
    poster=Poster(text("Is the river rising at your door?"), texts("Someone answers, day or night.")),
    exit_ticket=QUIZ.questions[1:3],
    letter=texts("Dear families,", "We will go to the river.", "Bring boots."),
)


def with_text(contact: Contact) -> Contact:
    return replace(contact, text=text("55501"), short=text("Flood: 1-800-555-0100"), call=text("1-800-555-0100"))


RIVERS = replace(
    LESSON,
    vocabulary=tuple(Term(text(word), text(f"What {word} means"), SPAN) for word in WORDS),
    contacts=(with_text(LESSON.contacts[0]), *LESSON.contacts[1:]),
    print=PRINT,
)


def find(name: str) -> SourceFile | None:
    path = built_in() / "handouts" / f"{name}.yaml"
    return SourceFile(f"handouts/{name}.yaml", path.read_text(encoding="utf-8")) if path.exists() else None


def recipe_named(name: str, **changes: object) -> Recipe:
    recipe, diagnostics = read_recipe(find(name), find)
    assert recipe is not None, diagnostics
    return replace(recipe, **changes)


@cache
def deck() -> Deck:
    found, diagnostics = compose(LESSON, theme())
    assert found is not None, diagnostics
    return found


def planned(
    name: str, paper: str = "letter", lesson: Lesson = RIVERS, **changes: object
) -> tuple[Pages, tuple[Diagnostic, ...]]:
    document, first = make_document(lesson, recipe_named(name, **changes), deck())
    pages, second = paginate(document, PAPERS[paper], theme(), deck())
    return pages, (*first, *second)


@cache
def sheet(name: str, paper: str = "letter", duplex: str = "") -> Pages:
    changes = {"duplex": duplex} if duplex else {}
    pages, diagnostics = planned(name, paper, **changes)
    assert diagnostics == ()
    return pages


@cache
def written_sheet(name: str, paper: str = "letter", duplex: str = "") -> bytes:
    return render_pdf(sheet(name, paper, duplex))


def with_print(**changes: object) -> Lesson:
    return replace(RIVERS, print=replace(PRINT, **changes))


NOTHING = Print()
