"""Reads everything that a lesson's files are made of: outline, contacts, theme, recipes, settings of the workspace."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from hornbook.build.editions import ACCESSIBILITY, DECK, DECK_PDF, Checks, Edition, Wanted, handouts_wanted
from hornbook.build.languages import Spoken, read_spoken
from hornbook.build.logos import read_logo, with_logo
from hornbook.build.manifest import Inputs
from hornbook.build.options import Options, RefusedError, UnknownAudienceError
from hornbook.build.settings import Settings, read_settings
from hornbook.build.templates import find_template, is_template, template_of
from hornbook.build.themes import theme_of
from hornbook.build.today import today_of
from hornbook.build.workspace import LessonPlace, find_recipe, find_theme, find_words, names_of, shown
from hornbook.check.places import field_place
from hornbook.check.words import ENGLISH, WordList, read_words
from hornbook.diagnostics import Diagnostic, SourceFile, Span, error
from hornbook.diagnostics.printing import has_errors
from hornbook.lesson.model import HandoutRequest, Lesson
from hornbook.lesson.variants import PLAIN, Variant
from hornbook.locale import paper_for
from hornbook.source.files import read_text_file
from hornbook.source.nearest import nearest
from hornbook.tags import subtags
from hornbook.theme.extending import theme_files
from hornbook.theme.languages import in_language
from hornbook.theme.model import Theme

if TYPE_CHECKING:  # a deck alone does not pay for handouts
    from hornbook.handout.recipe import Recipe


class Gathered(Struct, frozen=True):
    """A lesson that can be built, or what keeps it from it."""

    editions: tuple[Edition, ...]
    diagnostics: tuple[Diagnostic, ...]
    inputs: Inputs
    audiences: tuple[str, ...] = ()
    """All that the outline has, whether asked for or not."""
    asked: frozenset[str] = frozenset()
    """The `<<names>>` of the outline's texts."""


class Shelf:
    """Themes and recipes of one workspace, each read once; remembers what was read and where there was nothing."""

    def __init__(self, place: LessonPlace, here: Path) -> None:
        self.place = place
        self.here = here
        self.read: list[Path] = []
        self.absent: list[Path] = []
        self.found: list[Diagnostic] = []
        self._recipes: dict[str, Recipe | None] = {}

    def theme(self, name: str, span: Span, *, typed: bool = False) -> Theme | None:
        """The theme of that name; a presentation that was `typed` is the user's own, one in an outline stays in the workspace."""
        if is_template(name):
            return self._template(name, None if typed else span)
        if find_theme(name, self.place.path, self.place.workspace) is None:
            known = names_of("decks/themes", self.place.workspace)
            self.found.append(error("HB401", f'There is no theme "{name}".', span, _hint(name, known)))
            return None
        file = self._theme_file(name)
        if file is None:
            return None
        files = tuple((each.path, each.text) for each in theme_files(file, self._theme_file))
        theme, found = theme_of(files)
        self.found += found
        return theme

    def _template(self, name: str, span: Span | None) -> Theme | None:
        path, found = (self.here / name, ()) if span is None else find_template(name, self.place, span)
        self.found += found
        if path is None:
            return None
        theme, found = template_of(path, name if span else path.name, span)
        self.found += found
        if path.is_file():
            self.read.append(path)
        return theme

    def recipe(self, name: str, span: Span | None) -> "Recipe | None":
        from hornbook.handout.recipe import read_recipe

        if name not in self._recipes:
            file = self._recipe_file(name)
            if file is None:
                known = names_of("handouts", self.place.workspace)
                self.found.append(error("HB402", f'There is no handout recipe "{name}".', span, _hint(name, known)))
                self._recipes[name] = None
            else:
                recipe, found = read_recipe(file, self._recipe_file)
                self.found += found
                self._recipes[name] = recipe
        return self._recipes[name]

    def words(self, name: str, span: Span | None, language: str) -> "tuple[WordList, ...]":
        """The list of a name, and the one beside it for a language: `trafficking`, and `trafficking.es`."""
        own, theirs = find_words(name, self.place.workspace), find_words(f"{name}.{language}", self.place.workspace)
        if own is None and theirs is None:
            known = names_of("decks/words", self.place.workspace)
            self.found.append(error("HB593", f'There is no word list "{name}".', span, _hint(name, known)))
            return ()
        if theirs is None:
            self.absent.append(self.place.workspace / "decks" / "words" / f"{name}.{language}.yaml")
        lists = [self._words_at(path, name, of) for path, of in ((own, ENGLISH), (theirs, language)) if path]
        return tuple(each for each in lists if each is not None)

    def _words_at(self, path: Path, name: str, language: str) -> "WordList | None":
        self._note(path, f"decks/words/{path.name}")
        file, found = read_text_file(path, shown(path, self.here))
        self.found += found
        if file is None:
            return None
        words, found = _words(name, file.path, file.text, language)
        self.found += found
        return words

    def _theme_file(self, name: str) -> SourceFile | None:
        path = find_theme(name, self.place.path, self.place.workspace)
        if path is None:
            return None
        self._note(path, f"decks/themes/{path.name}")
        file, found = read_text_file(path, shown(path, self.here))
        self.found += found
        return file

    def _recipe_file(self, name: str) -> SourceFile | None:
        path = find_recipe(name, self.place.workspace)
        if path is None:
            return None
        self._note(path, f"handouts/{path.name}")
        file, found = read_text_file(path, shown(path, self.here))
        self.found += found
        return file

    def _note(self, path: Path, own: str) -> None:
        self.read.append(path)
        wanted = self.place.workspace / own
        if wanted.resolve() != path.resolve():
            self.absent.append(wanted)


@lru_cache(maxsize=16)
def _words(name: str, path: str, text: str, language: str) -> tuple[WordList | None, tuple[Diagnostic, ...]]:
    return read_words(name, SourceFile(path, text), language)


def gather(place: LessonPlace, options: Options, here: Path, *, wordless: bool = False) -> Gathered:
    """Everything read and resolved; with an error there are no editions. `wordless` is for finding out which texts are where."""
    settings = read_settings(place.workspace, here)
    spoken = read_spoken(place, options, settings, here, wordless=wordless)
    reading, logo = spoken.reading, read_logo(place, options, settings)
    shelf = Shelf(place, here)
    _refuse_sheets(options, shelf)
    unknown = tuple(_unknown_covered(spoken, place.workspace))
    lessons = [lesson for lesson in reading.lessons if not unknown and _is_wanted(lesson, options, spoken)]
    editions = [_edition(with_logo(lesson, logo), shelf, options, settings, spoken) for lesson in lessons]
    read = (*settings.diagnostics, *reading.diagnostics, *spoken.diagnostics, *unknown)
    found = (*read, *logo.diagnostics, *shelf.found)
    inputs = Inputs(
        place.workspace,
        _each_once((*reading.inputs, *settings.inputs, *spoken.inputs, *logo.inputs, *shelf.read)),
        _each_once((*shelf.absent, *settings.absent, *spoken.absent)),
    )
    known = tuple(lesson.audience for lesson in reading.lessons if lesson.audience)
    return Gathered(tuple(edition for edition in editions if edition is not None), found, inputs, known, reading.asked)


def check_audiences(gathered: Sequence[Gathered], options: Options) -> None:
    """Raises UnknownAudienceError where no lesson of the run has an audience that was asked for."""
    known = tuple(dict.fromkeys(name for each in gathered for name in each.audiences))
    readable = all(each.audiences or each.editions or not has_errors(each.diagnostics) for each in gathered)
    for name in options.audiences if readable else ():
        if name not in known:
            raise UnknownAudienceError(name, known)


def _refuse_sheets(options: Options, shelf: Shelf) -> None:
    """Raises RefusedError where something is asked for by name of which there is no copy to edit."""
    if options.format == "pdf":
        return
    if options.variant:
        message = f"--format {options.format} has no large print of its own."
        raise RefusedError(message, "Make the letters larger where you edit it, or leave --format out.")
    hint = "Leave it out of --only, or leave --format out."
    for name in options.only:
        if name in {DECK, DECK_PDF}:
            raise RefusedError(f"--format {options.format} is for handouts; the deck is edited as it is.", hint)
        recipe = shelf.recipe(name, None)
        if recipe is not None and not recipe.flows:
            message = f'"{name}" is cut, folded or laid out sheet by sheet: there is no {options.format} of it.'
            raise RefusedError(message, hint)


def _checks(lesson: Lesson, shelf: Shelf, options: Options, settings: Settings) -> Checks:
    """What the rules go by: the plain list, that of the lesson's subject, those of the workspace."""
    asked: dict[str, Span | None] = {"plain": None} | {node.text.strip(): node.span for node in settings.words}
    if lesson.care:
        asked[lesson.care] = field_place(lesson.span, "care")
    tongue = subtags(lesson.language)[0].lower()
    lists = tuple(words for name, span in asked.items() for words in shelf.words(name, span, tongue))
    return Checks(lists, (*settings.rules, *lesson.rules), today_of(options), settings.spelling)


def _edition(lesson: Lesson, shelf: Shelf, options: Options, settings: Settings, spoken: Spoken) -> Edition | None:
    chosen = shelf.theme(options.theme or lesson.theme, lesson.theme_span, typed=bool(options.theme))
    theme = in_language(chosen, lesson.language) if chosen else None
    usual = paper_for(lesson.language, spoken.reading.language)
    only = options.only or _covered(lesson, spoken)
    handouts = _handouts(lesson, shelf, options, usual, only)
    alone = handouts and all(wanted.recipe.lists_kit for wanted in handouts)
    listed = _handouts(lesson, shelf, options, usual, ()) if alone else ()
    if theme is None:
        return None
    decks = options.only or (only or (DECK, DECK_PDF, ACCESSIBILITY) if _has_decks(options) else ())
    return Edition(
        lesson,
        theme,
        deck=DECK in decks,
        deck_pdf=DECK_PDF in decks,
        accessibility=ACCESSIBILITY in decks,
        handouts=handouts,
        listed=tuple(wanted for wanted in listed if not wanted.recipe.lists_kit),
        usual_paper=usual,
        notes=options.notes,
        format=options.format,
        checks=_checks(lesson, shelf, options, settings),
        translation=spoken.translation,
    )


def _handouts(lesson: Lesson, shelf: Shelf, options: Options, usual: str, only: tuple[str, ...]) -> tuple[Wanted, ...]:
    """What the lesson asks for, or what was named, each once; of a format to edit, what has a copy."""
    handouts: dict[tuple[str, str, Variant], Wanted] = {}
    named = bool(options.only) or not (options.paper or options.variant)
    for name, paper, variant in handouts_wanted(lesson, only):
        recipe = shelf.recipe(name, _span_of(lesson, name))
        if recipe is not None and (options.format == "pdf" or recipe.flows):
            asked = variant | options.variant if options.format == "pdf" else PLAIN
            wanted = Wanted(recipe, options.paper or paper or usual, asked, named)
            handouts.setdefault((name, wanted.paper, wanted.variant), wanted)
    return tuple(handouts.values())


def _has_decks(options: Options) -> bool:
    """Whether what is asked for can be had of a deck."""
    return not options.variant and options.format == "pdf"


def _is_wanted(lesson: Lesson, options: Options, spoken: Spoken) -> bool:
    """Whether there is anything to make for its audience."""
    asked = not options.audiences or lesson.audience in options.audiences
    return asked and bool(options.only or not spoken.covers or _covered(lesson, spoken))


def _covered(lesson: Lesson, spoken: Spoken) -> tuple[str, ...]:
    """What the lesson wants for its audience as far as the translation covers it; empty where it covers everything."""
    own = {request.recipe for request in lesson.handouts}
    others = {request.recipe for each in spoken.reading.lessons for request in each.handouts} - own
    return tuple(covered.name for covered in spoken.covers if covered.name not in others)


def _unknown_covered(spoken: Spoken, workspace: Path) -> Iterator[Diagnostic]:
    """An error for each output that a translation says it covers and that there is not."""
    known = (DECK, DECK_PDF, ACCESSIBILITY, *names_of("handouts", workspace))
    for covered in spoken.covers:
        if covered.name not in known:
            message = f'This translation says that it covers "{covered.name}", and there is no such output.'
            yield error("HB707", message, covered.span, _hint(covered.name, known))


def _span_of(lesson: Lesson, recipe: str) -> Span | None:
    requests: Iterable[HandoutRequest] = (request for request in lesson.handouts if request.recipe == recipe)
    return next((request.span for request in requests), None)


def _hint(name: str, known: tuple[str, ...]) -> str:
    near = nearest(name, known)
    meant = f'Did you mean "{near}"? ' if near else ""
    return f"{meant}There are: {', '.join(known)}."


def _each_once(paths: Iterable[Path]) -> tuple[Path, ...]:
    return tuple(dict.fromkeys(path.resolve() for path in paths))
