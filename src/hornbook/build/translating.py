"""The files of translators: the template of a lesson's texts, a language brought up to date, and how far each one is."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from hornbook.build.editions import Edition, Planned, sketch_edition
from hornbook.build.files import write_all
from hornbook.build.gather import Gathered, gather
from hornbook.build.making import mapper
from hornbook.build.options import Options
from hornbook.build.settings import read_settings
from hornbook.build.workspace import LessonPlace, shown
from hornbook.diagnostics import Diagnostic, Severity
from hornbook.diagnostics.printing import has_errors
from hornbook.lesson.reader import LessonReading, read_lesson
from hornbook.locale.numbers import numerals_of
from hornbook.plan.words import words_of
from hornbook.source.files import read_text_file
from hornbook.translations.catalog import Translation, Words, read_translation
from hornbook.translations.collecting import Collected, Collecting
from hornbook.translations.markup import lost_markup
from hornbook.translations.places import languages_of, po_folder, po_path
from hornbook.translations.status import Needed, Status, status_of, undrawn

TEMPLATE = "lesson.pot"
_TOO_FULL = frozenset({"HB331", "HB332", "HB333"})
"""What is said of a card, a column, a sheet into which its words do not go."""


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
        numerals=numerals_of,
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


def update(
    place: LessonPlace,
    language: str,
    here: Path,
    words: Mapping[str, Words] | None = None,
    fields: Mapping[str, str] | None = None,
) -> Written:
    """Writes template and language, the language with every text as it is now.

    `words` and `fields` of the header come from elsewhere and take the places of those that are there.
    """
    from hornbook.translations.gettext_files import template, template_bytes, updated

    found = texts_of(place, here)
    path = po_path(place.path, language)
    if has_errors(found.reading.diagnostics):
        return Written(path, 0, found.reading.diagnostics)
    translation, problems = known_translation(path, language, here)
    if problems:
        return Written(path, 0, problems)
    known = translation.span.file.text if translation else ""
    latest = template(found.reading.name, found.texts)
    write_all(
        {
            po_folder(place.path) / TEMPLATE: template_bytes(latest, found.reading.language),
            path: updated(known, language, latest, words, fields),
        }
    )
    return Written(path, len(found.texts))


def known_translation(path: Path, language: str, here: Path) -> tuple[Translation | None, tuple[Diagnostic, ...]]:
    """What there is of a language: nothing without a word where there is no file yet."""
    if not path.is_file():
        return None, ()
    file, problems = read_text_file(path, shown(path, here))
    return read_translation(file, language) if file else (None, problems)


def statuses(
    place: LessonPlace, options: Options, here: Path
) -> Iterator[tuple[Status | None, tuple[Diagnostic, ...]]]:
    """How far each language of a lesson is, or what keeps its file from being read."""
    found = texts_of(place, here)
    if has_errors(found.reading.diagnostics):
        yield None, found.reading.diagnostics
        return
    known = [_known(place, language, options, here) for language in languages_of(place.path)]
    with mapper(options.jobs, [edition for each in known for edition in (*each.wordless, *each.drafts)]) as run:
        shown_texts = run(_texts_shown, [edition for each in known for edition in each.wordless])
        complaints = run(_complaints, [edition for each in known for edition in each.drafts])
        for each in known:
            if each.translation is None:
                yield None, each.diagnostics
                continue
            needed: dict[str, Needed] = {}
            for _ in each.wordless:
                for output, texts in next(shown_texts):
                    needed.setdefault(output, Needed()).texts.update(dict.fromkeys(texts))
            long: dict[str, None] = {}
            for _ in each.drafts:
                for output, said in next(complaints):
                    whole = output in needed and each.draws(needed[output].texts)
                    about = [text for one in said if (text := _too_long(one, each, whole=whole))]
                    long.update(dict.fromkeys(about))
                    if output in needed:
                        needed[output].too_long.update(dict.fromkeys(about))
            yield status_of(each.translation, found.texts, needed, long), each.diagnostics


def covered_texts(
    place: LessonPlace, translation: Translation, here: Path
) -> tuple[frozenset[str], tuple[Diagnostic, ...]]:
    """The texts that stand in the outputs which a translation says it is for; with an error they are not to be used."""
    wanted = Options(language=translation.language, draft=True)
    gathered = gather(place, wanted, here, wordless=True)
    shown_texts = (texts for edition in _ready(gathered) for _, texts in _texts_shown(edition))
    wrong = tuple(each for each in gathered.diagnostics if each.severity is Severity.ERROR)
    return frozenset(text for texts in shown_texts for text in texts), wrong


class _Known(Struct, frozen=True):
    """A language of a lesson as its file has it, and what the lesson makes in it: without its words, and with all it has."""

    path: str
    translation: Translation | None
    diagnostics: tuple[Diagnostic, ...]
    wordless: tuple[Edition, ...] = ()
    drafts: tuple[Edition, ...] = ()
    undrawn: tuple[Words, ...] = ()
    """Words that no installed font draws: how long they are cannot be told."""

    def draws(self, texts: Iterable[str]) -> bool:
        """Whether each of the texts is translated, in letters that a font has."""
        if self.translation is None:
            return False
        words = self.translation.words
        return all(self.translation.has(text) and words[text] not in self.undrawn for text in texts)

    def is_undrawn(self, line: int) -> bool:
        """Whether the words in that line of the file are ones that no installed font draws."""
        return any(words.span.line <= line <= words.end_line for words in self.undrawn)


def _known(place: LessonPlace, language: str, options: Options, here: Path) -> _Known:
    path = po_path(place.path, language)
    file, problems = read_text_file(path, shown(path, here))
    translation, more = read_translation(file, language) if file else (None, ())
    if translation is None:
        return _Known(shown(path, here), None, (*problems, *more))
    wanted = replace(options, language=language, draft=True)
    gathered = gather(place, wanted, here)
    wordless = gather(place, wanted, here, wordless=True)
    if has_errors(wordless.diagnostics):
        wrong = tuple(each for each in wordless.diagnostics if each.severity is Severity.ERROR)
        return _Known(shown(path, here), None, wrong)
    return _Known(
        shown(path, here),
        translation,
        lost_markup(translation),
        wordless.editions,
        _ready(gathered),
        tuple(translation.words[text] for text in undrawn(translation)),
    )


def _ready(gathered: Gathered) -> tuple[Edition, ...]:
    return () if has_errors(gathered.diagnostics) else gathered.editions


def _texts_shown(edition: Edition) -> list[tuple[str, tuple[str, ...]]]:
    """The outputs of an edition whose texts are marked, each with the texts that stand in it."""
    marks = edition.translation
    plans, _ = sketch_edition(edition)
    return [(_output(planned), marks.marked(words_of(planned.plan)) if marks else ()) for planned in plans]


def _complaints(edition: Edition) -> list[tuple[str, tuple[Diagnostic, ...]]]:
    """What there is to say of each output of an edition, and under no name what there is to say of all."""
    plans, found = sketch_edition(edition)
    return [*((_output(planned), planned.found) for planned in plans), ("", found)]


def _output(planned: Planned) -> str:
    """What `--only` calls it."""
    return planned.recipe or planned.kind


def _too_long(said: Diagnostic, known: _Known, *, whole: bool) -> str:
    """What a build says of translated texts that do not fit; empty where it is about something else.

    Of a page that is too full it names no text: that counts where the page is `whole` in this language.
    """
    if said.severity is Severity.NOTE or not said.code.startswith("HB3") or said.span is None:
        return ""
    if said.span.file.path == known.path:
        return "" if known.is_undrawn(said.span.line) else f"{known.path}:{said.span.line}: {said.message}"
    return said.message if whole and said.code in _TOO_FULL else ""
