"""Texts on their way to a translation agency and back: an XLIFF file of a language, and its words taken into the language's .po."""

from collections.abc import Callable
from pathlib import Path

from hornbook.build.files import write_all
from hornbook.build.translating import Written, covered_texts, known_translation, texts_of, update
from hornbook.build.workspace import LessonPlace, shown
from hornbook.diagnostics import SourceFile, Span, error
from hornbook.diagnostics.printing import has_errors
from hornbook.ooxml.xml import IllegalCharacterError
from hornbook.source.files import read_text_file
from hornbook.source.nodes import shorten
from hornbook.translations.catalog import REVIEWED_BY, REVIEWED_ON
from hornbook.translations.gettext_files import bilingual, template
from hornbook.translations.places import candidates, po_path
from hornbook.translations.xliff_reading import Returned, read_xliff, words_of
from hornbook.translations.xliff_writing import Exchange, Unit, xliff_bytes


def export(place: LessonPlace, language: str, here: Path) -> Written:
    """Writes `po/es.xlf` with the texts as they are now and what is there of them in the language.

    Where the translation says which outputs it is for, these are the texts that stand in them.
    """
    po = po_path(place.path, language)
    path = po.with_suffix(".xlf")
    found = texts_of(place, here)
    if has_errors(found.reading.diagnostics):
        return Written(path, 0, found.reading.diagnostics)
    translation, problems = known_translation(po, language, here)
    if problems:
        return Written(path, 0, problems)
    known = translation.span.file if translation else SourceFile(shown(po, here))
    covers = tuple(covered.name for covered in translation.covers) if translation else ()
    wanted, problems = covered_texts(place, translation, here) if translation and covers else ((), ())
    if problems:
        return Written(path, 0, problems)
    units = [
        Unit(str(message.id), str(message.string or ""), message.fuzzy, message.locations, message.auto_comments)
        for message in bilingual(known.text, template(found.reading.name, found.texts))
        if not covers or str(message.id) in wanted
    ]
    exchange = Exchange(
        place.name,
        found.reading.language,
        language,
        units,
        translation.reviewed_by if translation else "",
        translation.reviewed_on if translation else "",
        covers,
    )
    try:
        write_all({path: xliff_bytes(exchange)})
    except IllegalCharacterError as fault:
        message = f"The translation has a character that XLIFF cannot hold: {fault}."
        return Written(path, 0, (error("HB704", message, Span(known)),))
    return Written(path, len(units))


def take(path: Path, find: Callable[[str], LessonPlace | None], here: Path) -> Written:
    """Takes the words of an XLIFF file into the .po file of its language; with an error nothing is written.

    `find` gives the lesson for the name that the file has.
    """
    file, problems = read_text_file(path, shown(path, here))
    returned, more = read_xliff(file) if file else (None, ())
    if returned is None:
        return Written(path, 0, (*problems, *more))
    place = find(returned.lesson)
    if place is None:
        message = f'There is no lesson "{shorten(returned.lesson)}" here, from which this file says it was made.'
        hint = f"Name the lesson: hornbook translate import {path.name} my-lesson"
        return Written(path, 0, (error("HB710", message, Span(returned.file, 1, 1), hint),))
    return _taken(returned, place, here)


def _taken(returned: Returned, place: LessonPlace, here: Path) -> Written:
    wanted = tuple(candidates(place.path, returned.language))
    po = next((each for each in wanted if each.is_file()), wanted[0])
    found = texts_of(place, here)
    words, problems = words_of(returned, found.texts)
    if has_errors((*found.reading.diagnostics, *problems)):
        return Written(po, 0, (*found.reading.diagnostics, *problems))
    fields = {REVIEWED_BY: returned.reviewed_by, REVIEWED_ON: returned.reviewed_on}
    written = update(place, po.stem, here, words, {name: value for name, value in fields.items() if value})
    return Written(po, len(words), written.diagnostics)
