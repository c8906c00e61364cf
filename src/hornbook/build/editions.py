"""One lesson for one audience becomes its files: planned first, then rendered. Free of the disk, so that it can run anywhere."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from hornbook.build.options import Format, OutputKind, Product
from hornbook.build.store import NO_STORE, Store
from hornbook.check.ignores import apply_ignores
from hornbook.check.rules import Said, check, check_words, codes, limits
from hornbook.check.subject import Handout, Subject
from hornbook.check.words import WordList
from hornbook.diagnostics import Diagnostic
from hornbook.diagnostics.printing import has_errors
from hornbook.lesson.model import Lesson
from hornbook.lesson.rules import RuleSetting
from hornbook.lesson.variants import PLAIN, Variant
from hornbook.plan.deck import Deck
from hornbook.plan.document import Document
from hornbook.plan.page import Pages
from hornbook.processes import Result, Thing, side_by_side
from hornbook.theme.model import Theme
from hornbook.translations.applying import Applying

if TYPE_CHECKING:  # a deck alone does not pay for handouts
    from hornbook.handout.kit import KitSheet
    from hornbook.handout.recipe import Recipe

DECK = "deck"
DECK_PDF = "deck-pdf"
ACCESSIBILITY = "accessibility"
MANY_SLIDES = 100
"""So many take more work off a process than another one costs."""


class Checks(Struct, frozen=True):
    """What the rules of `check` go by."""

    words: tuple[WordList, ...]
    settings: tuple[RuleSetting, ...]
    """The workspace's, then the lesson's: the later one counts."""
    today: date
    spelling: tuple[str, ...] = ()
    """Words of the workspace's own."""


class Wanted(Struct, frozen=True):
    """A handout that is wanted: its recipe, its paper and its variant."""

    recipe: "Recipe"
    paper: str
    variant: Variant = PLAIN
    named: bool = True
    """Where it is not asked for by name but as one of many, it is left out if there is no such copy of it."""


class Edition(Struct, frozen=True):
    """A lesson for one audience, with all that its files are made of."""

    lesson: Lesson
    theme: Theme
    deck: bool
    deck_pdf: bool
    handouts: tuple[Wanted, ...]
    usual_paper: str
    """The paper that needs no word in a file's name."""
    checks: Checks
    accessibility: bool = False
    notes: bool = True
    translation: Applying | None = None
    """What put the lesson into its language; None for the language that it was written in."""
    format: Format = "pdf"
    listed: tuple[Wanted, ...] = ()
    """What a print list names that is made alone."""


class Planned(Struct, frozen=True):
    """A file that is wanted: everything about it is decided, nothing is written down yet."""

    name: str
    kind: OutputKind
    recipe: str
    plan: Deck | Pages
    copy: "Copy | None" = None
    """What is written in place of the pages, where these are wanted as a copy to edit."""
    found: tuple[Diagnostic, ...] = ()
    """What there is to say of its pages or slides."""


class Copy(Struct, frozen=True):
    """A handout before it has pages, and what its pictures are drawn of."""

    document: Document
    deck: Deck
    format: Format
    paper: str


class EditionResult(Struct, frozen=True):
    products: tuple[Product, ...]
    diagnostics: tuple[Diagnostic, ...]


def plan_edition(
    edition: Edition, *, load: bool = True, processes: int = 1
) -> tuple[tuple[Planned, ...], tuple[Diagnostic, ...]]:
    """The plans of every file of an edition, and everything there is to say about them.

    Without `load` the files of pictures stay closed, and the plans can be checked but not drawn. The slides of a large
    lesson are fitted by so many processes, while one of them looks at its words.
    """
    deck, found, said = _composed(edition, load, processes) if _needs_deck(edition) else (None, (), None)
    if has_errors(found):
        return (), (*found, *_checked(edition, None, (), said))
    plans, handouts, diagnostics = _plans(edition, deck, found)
    from hornbook.check.letters import letters

    diagnostics += letters(edition.lesson, (planned.plan for planned in plans))
    diagnostics += _untranslated(edition, plans)
    if edition.accessibility and deck:
        name = output_name(edition.lesson, f"{edition.lesson.name}-accessibility", ".txt")
        beside = sum(planned.kind != "handout" for planned in plans)
        plans.insert(beside, Planned(name, "accessibility", "", deck))
    diagnostics += _checked(edition, deck, tuple(handouts), said)
    return tuple(plans), _about_what_is_shown(edition, diagnostics)


def sketch_edition(edition: Edition) -> tuple[tuple[Planned, ...], tuple[Diagnostic, ...]]:
    """The plans of an edition as far as it fits, for a look at their words, and what does not fit; no rule has its say."""
    from hornbook.compose.deck import compose

    deck, found = compose(edition.lesson, edition.theme, load=False, whole=False)
    plans, _, diagnostics = _plans(edition, deck, found) if deck else ([], [], list(found))
    return tuple(plans), tuple(diagnostics)


def _plans(
    edition: Edition, deck: Deck | None, found: tuple[Diagnostic, ...]
) -> tuple[list[Planned], list[Handout], list[Diagnostic]]:
    """The decks and the handouts of an edition, and what does not fit in them; `found` is what there is to say of the deck."""
    plans = [structs.replace(planned, found=found) for planned in _decks(edition, deck)] if deck else []
    handouts: list[Handout] = []
    diagnostics = list(found)
    kit = list(_listed(edition, deck))
    for wanted in sorted(edition.handouts, key=lambda each: each.recipe.lists_kit):
        for version in versions_of(edition.lesson, wanted.recipe):
            name, handout, found = _handout(edition, deck, wanted, version, tuple(kit))
            diagnostics += found
            if handout is not None:
                form = edition.format
                copy = Copy(handout.document, deck, form, wanted.paper) if deck and form != "pdf" else None
                plans.append(Planned(name, "handout", wanted.recipe.name, handout.pages, copy, found))
                handouts.append(handout)
                kit.append(_in_kit(name, wanted, handout))
    return plans, handouts, diagnostics


def _composed(edition: Edition, load: bool, processes: int) -> tuple[Deck | None, tuple[Diagnostic, ...], Said | None]:
    """The deck, what there is to say of it, and what rules about words have said in the meantime, if they were asked."""
    from hornbook.compose.deck import compose

    useful = min(processes, 1 + len(edition.lesson.slides) // MANY_SLIDES)
    if useful < 2:
        return *compose(edition.lesson, edition.theme, load=load), None
    asked: list[Said] = []

    def spread(work: Callable[[Thing], Result], things: Sequence[Thing]) -> list[Result]:
        words = partial(check_words, _subject(edition, None, ()), edition.checks.settings)
        made, said = side_by_side(work, things, words, useful)
        asked.append(said)
        return made

    return *compose(edition.lesson, edition.theme, load=load, spread=spread), asked[0]


def _needs_deck(edition: Edition) -> bool:
    """Whether something that is wanted is the deck, or shows a part of it: other handouts do not wait for it."""
    if edition.deck or edition.deck_pdf or edition.accessibility or edition.format != "pdf":
        return True
    wanted = (*edition.handouts, *edition.listed)
    return not wanted or any(each.recipe.needs_deck(edition.lesson) for each in wanted)


def _listed(edition: Edition, deck: Deck | None) -> Iterator["KitSheet"]:
    for wanted in edition.listed:
        for version in versions_of(edition.lesson, wanted.recipe):
            name, handout, _ = _handout(edition, deck, wanted, version, ())
            if handout is not None:
                yield _in_kit(name, wanted, handout)


def _in_kit(name: str, wanted: Wanted, handout: Handout) -> "KitSheet":
    from hornbook.handout.kit import KitSheet, finish_in

    recipe, kicker = wanted.recipe, handout.document.head.kicker
    pages = handout.pages
    finish = finish_in(wanted.variant, recipe.finish, pages)
    file = name.rsplit("/", 1)[-1]
    return KitSheet(file, kicker, wanted.paper, len(pages.pages), pages.duplex, recipe.copies, finish)


def _untranslated(edition: Edition, plans: Sequence[Planned]) -> tuple[Diagnostic, ...]:
    """An error for each text that a wanted file shows and that has no translation."""
    if edition.translation is None or not edition.translation.missing:
        return ()
    from hornbook.plan.words import words_of

    return edition.translation.unfinished(words for planned in plans for words in words_of(planned.plan))


def _about_what_is_shown(edition: Edition, found: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """What there is to say without the parts of the lesson that are in no wanted file and not translated yet."""
    translation = edition.translation
    return tuple(each for each in found if translation is None or not translation.is_marked(each.message))


def make_edition(edition: Edition, store: Store = NO_STORE, processes: int = 1) -> EditionResult:
    """The files of one edition, or what is wrong with it: with an error there are no files. What the store has is not drawn again."""
    plans, found = plan_edition(edition, processes=processes)
    if has_errors(without_ignored(found, edition.lesson)):
        return EditionResult((), found)
    return EditionResult(tuple(_made(planned, edition, store) for planned in plans), found)


def without_ignored(found: tuple[Diagnostic, ...], lesson: Lesson) -> tuple[Diagnostic, ...]:
    """What is left where the outline silences a rule in place. Whether an ignore is idle is seen by the whole lesson only."""
    return apply_ignores(found, lesson.span.file, codes(), whole=False)


def output_name(lesson: Lesson, base: str, suffix: str, *extra: str) -> str:
    """A file's name with what tells it from its sisters: `fact-sheet-community-a4.pdf`."""
    language = lesson.language if lesson.translated else ""
    return "-".join([base, *filter(None, (lesson.audience, language)), *extra]) + suffix


Request = tuple[str, str, Variant]
"""Name of a recipe, the paper that the lesson asks for (or empty), the variant that it asks for."""


def handouts_wanted(lesson: Lesson, only: tuple[str, ...]) -> tuple[Request, ...]:
    """What the lesson asks for of the recipes to build, each once."""
    asked = tuple(dict.fromkeys((request.recipe, request.paper, request.variant) for request in lesson.handouts))
    if not only:
        return asked
    named = [name for name in only if name not in {DECK, DECK_PDF, ACCESSIBILITY}]
    known = {recipe for recipe, _, _ in asked}
    return tuple(
        each for name in named for each in (asked if name in known else ((name, "", PLAIN),)) if each[0] == name
    )


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


def _checked(
    edition: Edition, deck: Deck | None, handouts: tuple[Handout, ...], said: Said | None
) -> tuple[Diagnostic, ...]:
    """What the rules say of an edition as it was composed, with what those about words have said before."""
    return check(_subject(edition, deck, handouts), edition.checks.settings, said)


def _subject(edition: Edition, deck: Deck | None, handouts: tuple[Handout, ...]) -> Subject:
    checks = edition.checks
    return Subject(edition.lesson, deck, handouts, checks.today, checks.words, checks.spelling, limits(checks.settings))


def _handout(
    edition: Edition, deck: Deck | None, wanted: Wanted, version: int, kit: tuple["KitSheet", ...]
) -> tuple[str, Handout | None, tuple[Diagnostic, ...]]:
    """The handout with the name of its file; none where the recipe refuses the paper or the variant."""
    from hornbook.handout.document import make_document, version_letter
    from hornbook.paginate.pages import paginate
    from hornbook.paginate.refusals import refusal
    from hornbook.units import PAPERS

    recipe, paper = wanted.recipe, PAPERS[wanted.paper]
    document, first = make_document(edition.lesson, recipe, deck, version, kit)
    extra = () if wanted.paper == edition.usual_paper else (wanted.paper,)
    base = "-".join(filter(None, (recipe.name, version_letter(version))))
    name = "handouts/" + output_name(edition.lesson, base, f".{edition.format}", *extra, *wanted.variant.suffixes)
    refused = refusal(document, paper, wanted.variant, named=wanted.named)
    if refused is not None:
        return name, None, (refused,)
    pages, second = paginate(document, paper, edition.theme, deck, wanted.variant)
    return name, Handout(recipe.name, document, pages), (*first, *second)


def _made(planned: Planned, edition: Edition, store: Store) -> Product:
    lesson, plan = edition.lesson, planned.plan
    count = len(plan.slides) if isinstance(plan, Deck) else len(plan.pages)
    if planned.kind == "accessibility" and isinstance(plan, Deck):
        return Product(planned.name, _reported(plan, lesson), planned.kind, "", lesson.audience, lesson.language, 1)
    written = planned.copy or plan
    data = _kept(written, edition, store) if store.folder else _rendered(written, edition)
    return Product(planned.name, data, planned.kind, planned.recipe, lesson.audience, lesson.language, count)


def _reported(deck: Deck, lesson: Lesson) -> bytes:
    """Never out of the store: it names lines of the outline, which move while its plan stays the same."""
    from hornbook.check.accessibility_report import accessibility_report

    return accessibility_report(deck, output_name(lesson, lesson.name, ".pptx")).encode()


def _kept(plan: Deck | Pages | Copy, edition: Edition, store: Store) -> bytes:
    """A file as it was written for an equal plan before, else written now and kept."""
    from hornbook.build.digests import plan_digest

    key = plan_digest(plan, notes=edition.notes)
    data = store.find(key)
    if data is None:
        data = _rendered(plan, edition)
        store.keep(key, data)
    return data


def _rendered(plan: Deck | Pages | Copy, edition: Edition) -> bytes:
    match plan:
        case Copy():
            return _copied(plan, edition.theme)
        case Deck():
            from hornbook.render.pptx import render_pptx

            return render_pptx(plan, notes=edition.notes)
        case Pages():
            from hornbook.render.pdf import render_pdf

            return render_pdf(plan)


def _copied(copy: Copy, theme: Theme) -> bytes:
    match copy.format:
        case "docx":
            from hornbook.render.docx import render_docx
            from hornbook.units import PAPERS

            return render_docx(copy.document, theme, copy.deck, PAPERS[copy.paper])
        case "html":
            from hornbook.render.html import render_html

            return render_html(copy.document, theme, copy.deck)
        case "pdf":
            raise AssertionError("a PDF is made of pages")
