"""A file of XLIFF 1.2 that comes back from an agency becomes the words for each text, or everything that is wrong with it.

Codes get the outline's signs again by their numbers; what a program wrote inside of them is not believed.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from lxml import etree
from msgspec import Struct

from hornbook.diagnostics import Diagnostic, SourceFile, Span, error
from hornbook.lesson.translatable import msgid_of
from hornbook.lesson.values import LANGUAGE
from hornbook.ooxml.reading import Element, RefusedPackageError, parse_xml
from hornbook.source.nodes import find_fragment, shorten
from hornbook.translations.catalog import REVIEWED_BY, REVIEWED_ON, Words
from hornbook.translations.codes import Code, codes, pieces
from hornbook.translations.markup import compared
from hornbook.translations.xliff_writing import NAMESPACE, unit_id

_NAMES = f"{{{NAMESPACE}}}"
_OTHER_VERSION = re.compile(r"\{urn:oasis:names:tc:xliff:document:([\d.]+)\}xliff")
_ENCODING = re.compile(r"<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']*)", re.ASCII)
_NOT_YET = frozenset(("new", "needs-translation"))
"""States in which a program leaves the original in the place of its translation."""


class Returned(Struct, frozen=True):
    """An agency's file, still to be held against the lesson."""

    file: SourceFile
    lesson: str
    language: str
    units: tuple[Element, ...]
    reviewed_by: str = ""
    reviewed_on: str = ""


def read_xliff(file: SourceFile) -> tuple[Returned | None, tuple[Diagnostic, ...]]:
    """The file's parts, or what keeps it from being read."""
    start = Span(file, 1, 1, 2)
    declared = _ENCODING.match(file.text)
    if declared and declared[1].lower() not in ("utf-8", "us-ascii") and not file.text.isascii():
        message = f"This file says that it is in {shorten(declared[1])}, and was read as UTF-8."
        return None, (_unreadable(message, start, "Save it as UTF-8 from the program for translators."),)
    try:
        root = parse_xml(file.text.encode("utf-8", "surrogatepass"), file.path)
    except RefusedPackageError as refused:
        return None, (_refused(refused, file, start),)
    if root.tag != f"{_NAMES}xliff":
        other = _OTHER_VERSION.fullmatch(str(root.tag))
        what = f"This is XLIFF {other[1]}; Hornbook reads 1.2." if other else "This is XML, but not XLIFF 1.2."
        return None, (_unreadable(what, start, "Ask for the file in the format in which it was sent."),)
    files = root.findall(f"{_NAMES}file")
    languages = {each.get("target-language", "") for each in files}
    language = min(languages, default="")
    if len(languages) > 1 or not LANGUAGE.fullmatch(language):
        said = ", ".join(f'"{shorten(each)}"' for each in sorted(languages) if each) or "nothing"
        message = f"`target-language` has to name one language; it says {said}."
        return None, (_unreadable(message, _span(file, files[0] if files else root, "target-language")),)
    units = tuple(root.iter(f"{_NAMES}trans-unit"))
    found = tuple(_doubled(file, units))
    fields = {name: _field(files[0], name) for name in (REVIEWED_BY, REVIEWED_ON)}
    back = Returned(file, files[0].get("original", ""), language, units, fields[REVIEWED_BY], fields[REVIEWED_ON])
    return (None if found else back), found


def _refused(refused: RefusedPackageError, file: SourceFile, start: Span) -> Diagnostic:
    if refused.kind == "unsafe":
        message = "This file declares a document type or entities, which XLIFF has no need of."
        return _unreadable(message, start, "Take the lines with <!DOCTYPE or <!ENTITY out of it.")
    span, reason = start, ""
    if isinstance(fault := refused.__cause__, etree.XMLSyntaxError):
        line, column = fault.position
        span, reason = Span(file, max(line, 1), max(column, 1)), f": {(fault.msg or '').partition(', line ')[0]}"
    return _unreadable(f"This is not XML, or it is damaged{reason}.", span, "Ask for the file again, as XLIFF 1.2.")


def _unreadable(message: str, span: Span, hint: str = "") -> Diagnostic:
    return error("HB709", message, span, hint)


def _doubled(file: SourceFile, units: Iterable[Element]) -> Iterator[Diagnostic]:
    seen: dict[str, Element] = {}
    for unit in units:
        first = seen.setdefault(unit.get("id", ""), unit)
        if first is not unit:
            message = f'There are two units with the id "{shorten(unit.get("id", ""))}".'
            yield _unreadable(message, _unit_span(file, unit), f"The first is in line {first.sourceline}.")


def _field(part: Element, name: str) -> str:
    """A field of the header, on one line."""
    notes = part.iterfind(f"{_NAMES}header/{_NAMES}note")
    return next((" ".join((note.text or "").split()) for note in notes if note.get("from") == name), "")


def words_of(back: Returned, texts: Iterable[str]) -> tuple[Mapping[str, Words], tuple[Diagnostic, ...]]:
    """The words for each text of the lesson that the file has some for; with an error they are not to be used."""
    by_id = {unit_id(text): text for text in texts}
    words: dict[str, Words] = {}
    found: list[Diagnostic] = []
    for unit in back.units:
        span = _unit_span(back.file, unit)
        source, target = unit.find(f"{_NAMES}source"), unit.find(f"{_NAMES}target")
        text = by_id.get(unit.get("id", ""))
        if text is None:
            found.append(_unknown(unit, source, span))
            continue
        reading = _Reading(back.file, text)
        if source is None or msgid_of(reading.text(source)) != text or reading.found:
            message = "This unit's original is not the one that was sent."
            hint = f'The lesson says: "{shorten(text, 70)}". Put it back as it was.'
            found.append(error("HB710", message, span, hint))
        elif target is not None:
            said = _words(back.file, text, target, span)
            found += said[1]
            if said[0] is not None:
                words[text] = said[0]
    return words, tuple(found)


def _unknown(unit: Element, source: Element | None, span: Span) -> Diagnostic:
    text = "" if source is None else " ".join("".join(source.itertext()).split())
    message = f'The lesson has no such text: "{shorten(text, 70)}".'
    if re.fullmatch("[0-9a-f]{16}", unit.get("id", "")):
        hint = "It has changed in the outline since the file was made. Take this unit out and import the rest; then `translate update`."
    else:
        hint = "It was not in the file that `translate export` made. Take this unit out."
    return error("HB710", message, span, hint)


def _words(file: SourceFile, text: str, target: Element, unit: Span) -> tuple[Words | None, tuple[Diagnostic, ...]]:
    """The translation of one text; None where there is none yet."""
    span = unit if target.sourceline == unit.line else _span(file, target, "<target")
    reading = _Reading(file, text, span)
    said = reading.text(target)
    state = target.get("state", "")
    if not said.strip() or (state in _NOT_YET and msgid_of(said) == text):
        return None, ()
    parent = target.getparent()
    approved = parent is not None and parent.get("approved") == "yes"
    words = Words(said, span, span.line, fuzzy=not approved and (state == "new" or state.startswith("needs-")))
    if reading.found or words.fuzzy:
        return words, tuple(reading.found)
    return words, tuple(compared(text, words))


class _Reading:
    """A source or a target on its way back to the outline's markup."""

    def __init__(self, file: SourceFile, original: str, span: Span | None = None) -> None:
        self.found: list[Diagnostic] = []
        self._file = file
        self._span = span or Span(file)
        self._codes = {code.number: code for code in codes(pieces(original))}
        self._seen: set[str] = set()

    def text(self, element: Element) -> str:
        return "".join(self._parts(element))

    def _parts(self, element: Element) -> Iterator[str]:
        yield element.text or ""
        for child in element:
            yield from self._child(child)
            yield child.tail or ""

    def _child(self, child: Element) -> Iterator[str]:
        if not isinstance(child.tag, str):
            return
        name = etree.QName(child).localname
        if name == "mrk":
            yield from self._parts(child)
            return
        number = child.get("id", "")
        code = self._codes.get(number)
        if code is None or (name == "g") != bool(code.end) or name not in ("g", "ph", "x"):
            self._say(f'This translation has the code <{name} id="{shorten(number)}">, which the original has not.')
        elif number in self._seen:
            self._say(f'This translation has the code {number}, "{shorten(_shown(code))}", more than once.')
        else:
            self._seen.add(number)
            yield code.begin
            if code.end:
                yield from self._parts(child)
            yield code.end

    def _say(self, message: str) -> None:
        hint = "Copy the codes from the original, each of them once."
        self.found.append(error("HB705", message, self._span, hint))


def _shown(code: Code) -> str:
    return f"{code.begin}...{code.end}" if code.end else code.begin


def _unit_span(file: SourceFile, unit: Element) -> Span:
    return _span(file, unit, f'"{unit.get("id", "")}"')


def _span(file: SourceFile, element: Element, fragment: str) -> Span:
    """Where that stands in the line in which the element's tag ends; the line where it is not there."""
    line = element.sourceline or 1
    return find_fragment(Span(file, line, 1), line, fragment)
