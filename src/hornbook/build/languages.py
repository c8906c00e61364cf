"""Reads a lesson in the language that is asked for: its own, or that of a translation beside it."""

from pathlib import Path

from msgspec import Struct, structs

from hornbook.build.options import Options
from hornbook.build.settings import Settings
from hornbook.build.workspace import LessonPlace, is_inside, shown
from hornbook.diagnostics import Diagnostic, SourceFile, Span, error, note, warning
from hornbook.diagnostics.printing import has_errors
from hornbook.lesson.reader import LessonReading, read_lesson
from hornbook.lesson.reading import Translate
from hornbook.locale.numbers import numerals_of
from hornbook.locale.pseudo import pseudo
from hornbook.locale.tags import is_pseudo
from hornbook.source.files import read_text_file
from hornbook.source.nodes import ScalarNode
from hornbook.tags import subtags
from hornbook.translations.applying import Applying
from hornbook.translations.catalog import Covered, Translation, read_translation
from hornbook.translations.markup import lost_markup
from hornbook.translations.places import candidates, languages_of, po_path


class Spoken(Struct, frozen=True):
    """A lesson as it was read, and the translation that it was read with."""

    reading: LessonReading
    translation: Applying | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    """What is to be said about the translation."""
    inputs: tuple[Path, ...] = ()
    absent: tuple[Path, ...] = ()
    """Files that would have been read in place of these."""

    @property
    def covers(self) -> tuple[Covered, ...]:
        """What there is in this language, where that is not the whole lesson."""
        return self.translation.translation.covers if self.translation else ()


def read_spoken(
    place: LessonPlace, options: Options, settings: Settings, here: Path, *, wordless: bool = False
) -> Spoken:
    """The lesson in the language of the options; `wordless` with a mark in place of each text that is to be translated."""
    if not options.language or is_pseudo(options.language):
        return Spoken(_read(place, options, settings, here, _pseudo if options.language else None))
    wanted = tuple(candidates(place.path, options.language))
    path = next((path for path in wanted if is_inside(path, place.workspace)), None)
    if path is None:
        reading = _read(place, options, settings, here, None)
        return Spoken(reading, None, _missing(place, reading, options), (), wanted)
    translation, found = _translation(path, options, here)
    if translation is not None and wordless:
        translation = Applying(structs.replace(translation.translation, words={}))
    reading = _read(place, options, settings, here, translation)
    if translation is not None and not translation.translation.reviewed:
        lessons = tuple(structs.replace(lesson, unreviewed=True) for lesson in reading.lessons)
        reading = structs.replace(reading, lessons=lessons)
    return Spoken(reading, translation, found, (path,), wanted[: wanted.index(path)])


def _pseudo(node: ScalarNode, kind: str) -> ScalarNode:
    """Every text of the lesson made longer, to see whether it still fits."""
    del kind
    return structs.replace(node, text=pseudo(node.text))


def _read(
    place: LessonPlace, options: Options, settings: Settings, here: Path, translation: Translate | None
) -> LessonReading:
    return read_lesson(
        place.path,
        place.workspace,
        options.values,
        organisation=settings.organisation,
        language=options.language,
        translate=translation,
        numerals=numerals_of,
        shown=shown(place.path, here),
        contacts=options.contacts,
    )


def _translation(path: Path, options: Options, here: Path) -> tuple[Applying | None, tuple[Diagnostic, ...]]:
    file, found = read_text_file(path, shown(path, here))
    if file is None:
        return None, found
    translation, found = read_translation(file, options.language)
    if translation is None:
        return None, found
    said = (*found, *lost_markup(translation), *_unreviewed(translation), *_partial(translation, options))
    return Applying(translation, draft=options.draft), said


def _missing(place: LessonPlace, reading: LessonReading, options: Options) -> tuple[Diagnostic, ...]:
    """An error where the lesson has no translation into the language and is not written in it."""
    if subtags(reading.language)[0] == subtags(options.language)[0] or has_errors(reading.diagnostics):
        return ()
    known = ", ".join((reading.language, *languages_of(place.path)))
    name = po_path(place.path, options.language).name
    message = f"This lesson has no translation into {options.language}; it is there in: {known}."
    tongue = subtags(options.language)[0]
    near = next((other for other in languages_of(place.path) if subtags(other)[0] == tongue), "")
    hint = (
        f"There is po/{near}.po. Rename it to po/{name}."
        if near
        else f"Make one: hornbook translate update {options.language} {place.name}, then translate po/{name}."
    )
    span = reading.lessons[0].span if reading.lessons else Span(SourceFile(place.path.name, ""), 1, 1)
    return (error("HB701", message, span, hint),)


def _unreviewed(translation: Translation) -> tuple[Diagnostic, ...]:
    """A warning where no person has gone through the translation yet."""
    if translation.reviewed:
        return ()
    message = f"Nobody has reviewed this translation yet ({translation.language})."
    hint = "Let someone who speaks the language read it, then write X-Reviewed-By and X-Reviewed-On into its header."
    return (warning("HB706", message, translation.span, hint),)


def _partial(translation: Translation, options: Options) -> tuple[Diagnostic, ...]:
    """A note where only a part of the lesson is there in the language, and no part was asked for by name."""
    if options.only or not translation.covers:
        return ()
    names = ", ".join(covered.name for covered in translation.covers)
    message = f"This translation covers a part of the lesson ({translation.language}): {names}."
    hint = "For something else name it with --only, or with --only and --draft where it is not translated."
    return (note("HB708", message, translation.covers[0].span, hint),)
