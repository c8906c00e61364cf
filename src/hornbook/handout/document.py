"""The stage: a lesson and a recipe become a document."""

from collections.abc import Iterator, Sequence

from hornbook.diagnostics import Diagnostic, note
from hornbook.handout.blocks import BLOCKS
from hornbook.handout.blocks.headings import words_of
from hornbook.handout.bodies import shows_blanks
from hornbook.handout.contacts import help_line
from hornbook.handout.kit import KitSheet
from hornbook.handout.recipe import BlockUse, ColumnsUse, EachUse, Recipe, Use
from hornbook.handout.scope import Citations, Scope
from hornbook.handout.words import runs_of
from hornbook.lesson.model import Lesson, Quiz
from hornbook.locale.words import phrase
from hornbook.plan.deck import Deck
from hornbook.plan.document import Block, ColumnFlow, Document, Head, HelpBox, Part
from hornbook.plan.sheets import CardSheets, Folded, SheetBlock, SlideSheets, TearOff
from hornbook.source.runs import Run

LEARNERS = "learners"
"""What a recipe says under `for` when it is for those whom the lesson is for."""


def make_document(
    lesson: Lesson, recipe: Recipe, deck: Deck | None, version: int = 0, kit: tuple[KitSheet, ...] = ()
) -> tuple[Document, tuple[Diagnostic, ...]]:
    """The blocks of the recipe, filled from the lesson. A note says where the lesson has nothing for it.

    A `version` (counted from 1) has the choices of its questions in an order of its own, and its letter in the title.
    The `kit` is what else was made, for a list of it.
    """
    cites = Citations() if recipe.citations else None
    scope = Scope(lesson, deck, recipe.blanks, cites, version=version, answers=recipe.answers, kit=kit)
    lacking = any(not getattr(lesson.print, words) for words in recipe.needs)
    made = () if lacking else tuple(block for use in recipe.uses for block in _made(use, scope))
    blocks, sheets = _apart(made)
    kicker = _kicker(recipe, lesson, version)
    audience = _audience(recipe, lesson)
    document = Document(
        recipe=recipe.name,
        title=f"{lesson.title.plain}: {kicker}",
        head=Head(
            runs_of(lesson.title, scope, blanks=False), kicker, _subtitle(lesson, recipe, scope), audience, recipe.head
        ),
        blocks=blocks,
        running_head=lesson.title.plain,
        language=lesson.language,
        help_line=help_line(lesson.contacts, scope, boxed=any(isinstance(block, HelpBox) for block in blocks)),
        audience=lesson.audience,
        duplex=recipe.duplex,
        page_limit=recipe.pages,
        answers=recipe.answers,
        sheet_sides=recipe.pages == 2,
        author=", ".join(lesson.authors),
        subject=lesson.subtitle.plain if lesson.subtitle else "",
        span=lesson.span,
        logo=deck.logo if deck else None,
        sheets=sheets,
    )
    return document, _empty(document, recipe, lesson)


def _kicker(recipe: Recipe, lesson: Lesson, version: int) -> str:
    title = words_of(recipe.title, lesson.language)
    if not version:
        return title
    return f"{title} · {phrase('version', lesson.language, letter=version_letter(version).upper())}"


def version_letter(version: int) -> str:
    """`a` of the first version; empty where there is only one."""
    return chr(ord("a") + version - 1) if version else ""


def _audience(recipe: Recipe, lesson: Lesson) -> str:
    """For whom: of a handout for learners the lesson's level says it, where it has one."""
    if recipe.audience == LEARNERS:
        return lesson.level.plain if lesson.level else words_of("for_students", lesson.language)
    return words_of(recipe.audience, lesson.language)


def _subtitle(lesson: Lesson, recipe: Recipe, scope: Scope) -> tuple[Run, ...]:
    return runs_of(lesson.subtitle, scope, blanks=False) if recipe.head == "band" else ()


def _apart(made: Sequence[Block | SheetBlock]) -> tuple[tuple[Block, ...], tuple[SheetBlock, ...]]:
    """Blocks that flow, and whole sheets."""
    sheets: list[SheetBlock] = []
    blocks: list[Block] = []
    for each in made:
        match each:
            case CardSheets() | TearOff() | SlideSheets() | Folded():
                sheets.append(each)
            case _:
                blocks.append(each)
    return tuple(blocks), tuple(sheets)


def _made(use: Use, scope: Scope) -> tuple[Block | SheetBlock, ...]:
    match use:
        case BlockUse():
            return _block(use, scope)
        case EachUse():
            return tuple(block for inner in _scopes(use, scope) for block in _made_at(use, inner))
        case ColumnsUse(columns=columns):
            blocks, sheets = _apart(tuple(block for each in use.blocks for block in _block(each, scope)))
            return (ColumnFlow(blocks, columns), *sheets) if blocks else sheets


def _block(use: BlockUse, scope: Scope) -> tuple[Block | SheetBlock, ...]:
    return BLOCKS[use.name].make(scope, use.options) if use.is_for(scope.lesson.audience) else ()


def _made_at(use: EachUse, scope: Scope) -> tuple[Block | SheetBlock, ...]:
    """The blocks for one slide, question or section, which remember where it stands in the outline."""
    made = tuple(block for each in use.blocks for block in _block(each, scope))
    blocks, sheets = _apart(made)
    at = scope.question or scope.slide or scope.section
    return (Part(blocks, at.span), *sheets) if blocks and at else made


def _scopes(use: EachUse, scope: Scope) -> Iterator[Scope]:
    match use.each:
        case "sections":
            for number, section in enumerate(scope.lesson.sections, 1):
                yield scope.at(section=section, number=number)
        case "slides":
            yield from _slides(use, scope)
        case "questions":
            yield from _questions(use, scope)
        case "terms":
            for number, term in enumerate(scope.lesson.vocabulary, 1):
                yield scope.at(term=term, number=number)


def _slides(use: EachUse, scope: Scope) -> Iterator[Scope]:
    seen: set[int] = set()
    number = 0
    scripts = any(block.name == "script" for block in use.blocks)
    for section, slide in scope.deck_slides() if scripts else scope.handout_slides():
        facts = {"kind": slide.body.kind, "id": slide.id, "blanks": str(shows_blanks(slide.body)).lower()}
        if all(facts[key] in wanted for key, wanted in use.where.items()):
            number += 1
            first = id(section) not in seen
            seen.add(id(section))
            yield scope.at(section=section, slide=slide, number=number, first_of_section=first)


def _questions(use: EachUse, scope: Scope) -> Iterator[Scope]:
    number = 0
    wanted = use.where.get("kind", ())
    for section, slide in scope.handout_slides():
        if isinstance(slide.body, Quiz):
            for question in slide.body.questions:
                if not wanted or question.kind in wanted:
                    number += 1
                    yield scope.at(section=section, slide=slide, question=question, number=number)


def _empty(document: Document, recipe: Recipe, lesson: Lesson) -> tuple[Diagnostic, ...]:
    if document.blocks or document.sheets:
        return ()
    message = f'The lesson has nothing for the handout "{recipe.name}", so it has only its head.'
    return (note("HB429", message, lesson.span, "Leave it out of `handouts`, or add what it shows."),)
