"""The files of translators: the template of a lesson's texts, a language brought up to date, and how far each one is."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from hornbook.build.files import write_all
from hornbook.build.making import check
from hornbook.build.options import Options
from hornbook.build.settings import read_settings
from hornbook.build.workspace import LessonPlace, shown
from hornbook.diagnostics import Diagnostic, Severity
from hornbook.diagnostics.printing import has_errors
from hornbook.lesson.reader import LessonReading, read_lesson
from hornbook.source.files import read_text_file
from hornbook.translations.catalog import read_translation
from hornbook.translations.collecting import Collected, Collecting
from hornbook.translations.markup import lost_markup
from hornbook.translations.places import languages_of, po_folder, po_path
from hornbook.translations.status import Status, status_of

TEMPLATE = "lesson.pot"


class Texts(Struct, frozen=True):
    """The texts of a lesson as translators get them; with an error they are not to be used."""

    reading: LessonReading
    texts: Mapping[str, Collected]


class Written(Struct, frozen=True):
    """A file that was written, or what keeps it from being."""

    path: Path
    texts: int
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def failed(self) -> bool:
        return has_errors(self.diagnostics)


def texts_of(place: LessonPlace, here: Path) -> Texts:
    """Every text of the outline and its contacts, for all audiences."""
    collecting = Collecting()
    settings = read_settings(place.workspace, here)
    reading = read_lesson(
        place.path,
        place.workspace,
        organisation=settings.organisation,
        translate=collecting,
        shown=shown(place.path, here),
    )
    return Texts(reading, collecting.texts)


def extract(place: LessonPlace, here: Path) -> Written:
    """Writes the template of a lesson's texts."""
    from hornbook.translations.gettext_files import template, template_bytes

    found = texts_of(place, here)
    path = po_folder(place.path) / TEMPLATE
    if has_errors(found.reading.diagnostics):
        return Written(path, 0, found.reading.diagnostics)
    latest = template(found.reading.name, found.texts)
    write_all({path: template_bytes(latest, found.reading.language)})
    return Written(path, len(found.texts))


def update(place: LessonPlace, language: str, here: Path) -> Written:
    """Writes template and language, the language with every text as it is now."""
    from hornbook.translations.gettext_files import template, template_bytes, updated

    found = texts_of(place, here)
    path = po_path(place.path, language)
    if has_errors(found.reading.diagnostics):
        return Written(path, 0, found.reading.diagnostics)
    data = None
    if path.is_file():
        file, problems = read_text_file(path, shown(path, here))
        _, more = read_translation(file, language) if file else (None, ())
        if has_errors((*problems, *more)):
            return Written(path, 0, (*problems, *more))
        data = path.read_bytes()
    latest = template(found.reading.name, found.texts)
    write_all(
        {
            po_folder(place.path) / TEMPLATE: template_bytes(latest, found.reading.language),
            path: updated(data, language, latest),
        }
    )
    return Written(path, len(found.texts))


def statuses(
    place: LessonPlace, options: Options, here: Path
) -> Iterator[tuple[Status | None, tuple[Diagnostic, ...]]]:
    """How far each language of a lesson is, or what keeps its file from being read."""
    found = texts_of(place, here)
    if has_errors(found.reading.diagnostics):
        yield None, found.reading.diagnostics
        return
    for language in languages_of(place.path):
        path = po_path(place.path, language)
        file, problems = read_text_file(path, shown(path, here))
        translation, more = read_translation(file, language) if file else (None, ())
        if translation is None:
            yield None, (*problems, *more)
            continue
        long = _too_long(place, replace(options, language=language, draft=True), here, shown(path, here))
        yield status_of(translation, found.texts, long), lost_markup(translation)


def _too_long(place: LessonPlace, options: Options, here: Path, po: str) -> tuple[str, ...]:
    """What a build says of translated texts that do not fit."""
    said = check((place,), options, here)
    return tuple(
        f"{po}:{each.span.line}: {each.message}"
        for each in said
        if each.span is not None
        and each.severity is not Severity.NOTE
        and each.code.startswith("HB3")
        and each.span.file.path == po
    )
