"""An outline becomes a `Lesson` for each audience, or messages about everything that keeps it from being one."""

from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from hornbook.diagnostics import Diagnostic, Severity, Span, note
from hornbook.lesson import keys
from hornbook.lesson.bodies import Shared
from hornbook.lesson.contacts import read_contacts
from hornbook.lesson.front import (
    DEFAULT_LANGUAGE,
    Values,
    merged_values,
    read_audiences,
    read_automatic,
    read_handouts,
    read_language,
    read_reviewed,
    read_sources,
    read_values,
    read_vocabulary,
    source_ids,
)
from hornbook.lesson.model import Lesson
from hornbook.lesson.printed import read_print
from hornbook.lesson.reading import Found, Reading, Translate
from hornbook.lesson.rules import RuleSetting, read_rules
from hornbook.lesson.sections import check_duration, read_sections
from hornbook.lesson.translatable import translated_lesson
from hornbook.lesson.values import LANGUAGE
from hornbook.numerals import ENGLISH, Numerals
from hornbook.source.files import read_text_file
from hornbook.source.nodes import MapNode, Node, ScalarNode, describe
from hornbook.source.outline import read_outline
from hornbook.source.runs import plain_text


class LessonReading(Struct, frozen=True):
    """What reading a lesson gives. `lessons` is empty where there is an error."""

    name: str
    audiences: tuple[str, ...]
    """Empty where the outline has none: there is one lesson then, for everyone."""
    lessons: tuple[Lesson, ...]
    diagnostics: tuple[Diagnostic, ...]
    """In the order of the file."""
    inputs: tuple[Path, ...]
    """The files that were read: the outline, contacts, pictures."""
    language: str = ""
    """What the outline itself is written in."""
    asked: frozenset[str] = frozenset()
    """The `<<names>>` of its texts."""

    @property
    def has_errors(self) -> bool:
        return any(diagnostic.severity is Severity.ERROR for diagnostic in self.diagnostics)


def read_lesson(
    path: Path,
    workspace: Path,
    values: Mapping[str, str] | None = None,
    *,
    organisation: Mapping[str, str] | None = None,
    language: str = "",
    translate: Translate | None = None,
    numerals: Callable[[str], Numerals] = lambda _: ENGLISH,
    theme: str = "",
    shown: str | None = None,
    contacts: ScalarNode | None = None,
) -> LessonReading:
    """Read the outline at `path`, whose files have to be inside `workspace`.

    `values` (a batch row, then `--set`) go before `organisation` (of hornbook.yaml), and both before the lesson's own.
    `language` and `theme` stand for those of the outline; `translate` puts its texts into that language,
    and `numerals` says how a language writes its numbers.
    `shown` is its path in messages. `contacts` names a file, from the outline's folder,
    whose contacts come after the outline's own.
    """
    name = path.parent.name if path.name == "lesson.yaml" else path.stem
    file, problems = read_text_file(path, shown or _shown(path, workspace))
    if file is None:
        return LessonReading(name, (), (), problems, ())
    root, problems = read_outline(file)
    found = Found(list(problems), [path])
    if not isinstance(root, MapNode):
        if root is not None:
            message = f"An outline begins with fields such as `title:`, not with {describe(root)}."
            found.error("HB203", message, root.span, "Begin with `title:` and write the slides under `slides:`.")
        return _finished(name, (), (), found)
    own_language = _own_language(root)
    typed, written = (_numerals_of(tag, numerals) for tag in (own_language, language or own_language))
    if translate is not None:
        root = translated_lesson(root, translate, lambda text: written.rewritten(text, typed))
    reading = Reading(
        found,
        path.parent,
        workspace,
        {},
        language=language or own_language,
        translate=translate,
        typed=typed,
        numerals=written,
    )
    own = read_values(reading, root.get("values"))
    merged = merged_values(values or {}, organisation or {}, own)
    asking = Values(merged)
    reading = replace(reading, values=asking, sources=source_ids(root.get("sources")))
    audiences = read_audiences(reading, root.get("audiences"))
    reading = replace(reading, audiences=audiences)
    shared = read_shared(reading, root, contacts)
    override = {"language": language, "theme": theme}
    made = [
        _lesson(replace(reading, audience=audience), name, root, shared, override) for audience in audiences or ("",)
    ]
    lessons = tuple(lesson and replace(lesson, values=merged) for lesson in made)
    return replace(_finished(name, audiences, lessons, found), language=own_language, asked=frozenset(asking.asked))


def _own_language(root: MapNode) -> str:
    """The language that the outline says it is in; whether it is one, `read_language` says."""
    node = root.get("language")
    return node.text.strip() if isinstance(node, ScalarNode) else DEFAULT_LANGUAGE


def _numerals_of(language: str, numerals: Callable[[str], Numerals]) -> Numerals:
    return numerals(language) if LANGUAGE.fullmatch(language) else ENGLISH


def _shown(path: Path, workspace: Path) -> str:
    """The path from the workspace, which is what a person sees; the file's name where it is elsewhere."""
    try:
        return path.resolve().relative_to(workspace.resolve()).as_posix()
    except (ValueError, OSError, RuntimeError):
        return path.name


def _finished(name: str, audiences: tuple[str, ...], lessons: tuple[Lesson | None, ...], found: Found) -> LessonReading:
    diagnostics = tuple(sorted(dict.fromkeys(found.diagnostics), key=lambda diagnostic: diagnostic.sort_key))
    broken = any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)
    good = () if broken else tuple(lesson for lesson in lessons if lesson is not None)
    return LessonReading(name, audiences, good, diagnostics, tuple(dict.fromkeys(found.inputs)))


def read_shared(reading: Reading, root: MapNode, more: ScalarNode | None = None) -> Shared:
    """What slides of all audiences refer to."""
    reading.check_keys(root, keys.LESSON, "a lesson")
    if root.get("language") is None:
        message = "No `language:` is given; en-US is taken."
        start = Span(root.span.file, 1, 1, 2)
        reading.found.diagnostics.append(
            note("HB273", message, start, "Write language: en-US, or the tag of the lesson's language.")
        )
    contacts = read_contacts(reading, root.get("contacts"), more)
    return Shared(read_vocabulary(reading, root.get("vocabulary")), contacts.contacts, contacts.ids)


def _lesson(reading: Reading, name: str, root: MapNode, shared: Shared, override: Mapping[str, str]) -> Lesson | None:
    """The lesson for the audience of the reading; None where it has no title or no slide."""
    start = Span(root.span.file, 1, 1, 2)
    get = root.get
    title = reading.text(_title(reading, root), "title")
    duration_node = reading.by_audience(get("duration"))
    duration = reading.minutes(duration_node)
    sections = read_sections(reading, root, shared)
    check_duration(reading, duration, duration_node, sections)
    theme = reading.scalar(get("theme"))
    language = read_language(reading, get("language"))
    reviewed_on, reviewed_by = read_reviewed(reading, get("reviewed"))
    lesson = Lesson(
        name=name,
        audience=reading.audience,
        language=override["language"] or language,
        title=title or plain_text("", start),
        subtitle=reading.text(reading.by_audience(get("subtitle")), "title"),
        level=reading.text(reading.by_audience(get("level")), "title"),
        duration=duration,
        authors=tuple(scalar.text.strip() for scalar in reading.one_or_more(get("authors"))),
        license=reading.words(get("license")),
        theme=override["theme"] or (theme.text.strip() if theme else "daylight"),
        theme_span=theme.span if theme else start,
        care=reading.words(get("care")),
        content_note=reading.text(reading.by_audience(get("content_note"))),
        objectives=reading.texts(get("objectives")),
        vocabulary=tuple(shared.vocabulary.values()),
        standards=reading.words_by_audience(get("standards")),
        contacts=tuple(shared.contacts.values()),
        sources=read_sources(reading, get("sources")),
        handouts=read_handouts(reading, get("handouts"), start),
        opening=read_automatic(reading, get("opening"), keys.OPENING),
        closing=read_automatic(reading, get("closing"), keys.CLOSING),
        sections=sections,
        print=read_print(reading, get("print")),
        reviewed_on=reviewed_on,
        reviewed_by=reviewed_by,
        span=root.span,
        rules=_rules(reading, root),
        translated=reading.translate is not None,
    )
    return lesson if title and sections else None


def _rules(reading: Reading, root: MapNode) -> tuple[RuleSetting, ...]:
    rules, found = read_rules(root.get("rules"))
    reading.found.diagnostics.extend(found)
    return rules


def _title(reading: Reading, root: MapNode) -> Node | None:
    """The title for this audience; a lesson has to have one."""
    node = reading.need(root, "title", "A lesson")
    title = reading.by_audience(node)
    if node is not None and title is None and reading.audience:
        message = f'There is no title for "{reading.audience}".'
        reading.error("HB202", message, root.key_span("title"), "Write a title for each audience, or one for all.")
    elif title is None and isinstance(node, MapNode) and not node.entries:
        reading.wrong(node, "A text")
    return title
