"""Slides that nobody wrote: title, content note, objectives, agenda, vocabulary, sources, help, and the openers of sections."""

from msgspec.structs import replace

from hornbook.compose.content import (
    Arrangement,
    Content,
    Fill,
    Part,
    TextFill,
    Words,
    dotted,
    emphasised,
    joined,
    plain_words,
    words,
)
from hornbook.compose.help import help_content
from hornbook.compose.points import list_fills
from hornbook.compose.setting import Setting
from hornbook.compose.titles import NO_BREAK
from hornbook.compose.video import shown_address
from hornbook.lesson.model import AutomaticName, Help, Lesson, Section, Slide, Source
from hornbook.locale import minutes_in_words, number_in, phrase
from hornbook.source.runs import Run, Text, plain_text

AGENDA_NEEDS = 3
"""Sections: with fewer there is nothing to look ahead to."""

LONGEST_ADDRESS = 60
"""Letters of an address in the list of sources; a longer one takes more lines than the source."""

SECTION_LINK = "#section-"
"""Begins the link of an agenda entry until the numbers of slides are known."""
AGENDA_LINK = "#agenda"
"""The link back from the opener of a section, until then."""


def automatic(name: AutomaticName, setting: Setting) -> Content | None:
    """The slide of that name, or None where there is nothing to show."""
    lesson = setting.lesson
    match name:
        case "title":
            return _title(lesson)
        case "content_note":
            return _content_note(lesson)
        case "objectives":
            return _objectives(lesson)
        case "agenda":
            return _agenda(lesson)
        case "vocabulary":
            return _vocabulary(lesson)
        case "sources":
            return _sources(setting)
        case "help":
            return _help(lesson)


def opener(section: Section, title: Text, number: int, lesson: Lesson) -> Content:
    """The first slide of a section: its title, its number, its minutes, and where there is an agenda the way back to it."""
    forms = tuple((Words(form, section.span),) for form in _below_title(section, lesson))

    def fills(_parts: tuple[Part, ...]) -> tuple[Fill, ...]:
        found = [TextFill("numeral", (plain_words(str(number), section.span),), single=True, optional=True)]
        if forms:
            found.append(TextFill("subtitle", forms[0], shorter=forms[1:], optional=not section.minutes))
        return tuple(found)

    return Content("section", emphasised(title), (Arrangement("Section Header", fills),))


def _below_title(section: Section, lesson: Lesson) -> tuple[tuple[Run, ...], ...]:
    """Minutes and the way back in one line, and its shorter form."""
    minutes = (Run(minutes_in_words(section.minutes, lesson.language)),) if section.minutes else ()
    back = (Run(phrase("back_to_agenda", lesson.language), link=AGENDA_LINK),) if _has_agenda(lesson) else ()
    forms = (dotted([group for group in (minutes, back) if group]), minutes)
    return tuple(form for form in dict.fromkeys(forms) if form)


def _has_agenda(lesson: Lesson) -> bool:
    return "agenda" in (*lesson.opening, *lesson.closing) and bool(_ahead(lesson))


def _heading(name: AutomaticName, lesson: Lesson) -> Text:
    return plain_text(phrase(name, lesson.language), lesson.span)


def _title(lesson: Lesson) -> Content:
    def fills(_parts: tuple[Part, ...]) -> tuple[Fill, ...]:
        found: list[Fill] = []
        if lesson.subtitle:
            found.append(TextFill("subtitle", (words(lesson.subtitle),)))
        if forms := _details(lesson):
            first, *shorter = ((Words(form, lesson.span),) for form in forms)
            found.append(TextFill("details", first, shorter=tuple(shorter), joins="subtitle"))
        short = next((contact.short for contact in lesson.contacts if contact.short), None)
        if short:
            found.append(TextFill("help", (words(short),), joins="subtitle"))
        return tuple(found)

    return Content("title", emphasised(lesson.title), (Arrangement("Title Slide", fills),))


def _details(lesson: Lesson) -> tuple[tuple[Run, ...], ...]:
    """Level, minutes and authors in one line; in its shorter forms without the last of them. What nobody has reviewed says so."""
    groups: list[tuple[Run, ...]] = []
    if lesson.unreviewed:
        groups.append((Run(phrase("unreviewed", lesson.language)),))
    if lesson.level:
        groups.append(lesson.level.runs)
    if lesson.duration:
        groups.append((Run(minutes_in_words(lesson.duration, lesson.language)),))
    if lesson.authors:
        groups.append((Run(", ".join(lesson.authors)),))
    return tuple(dotted(groups[:count]) for count in range(len(groups), 0, -1))


def _content_note(lesson: Lesson) -> Content | None:
    note = lesson.content_note
    if not note:
        return None

    def fills(_parts: tuple[Part, ...]) -> tuple[Fill, ...]:
        return (TextFill("body", (words(note),)),)

    return Content("content_note", _heading("content_note", lesson), (Arrangement("Content Note", fills),))


def _listed(name: AutomaticName, family: str, lesson: Lesson, parts: tuple[Part, ...]) -> Content | None:
    if not parts:
        return None
    return Content(name, _heading(name, lesson), (Arrangement(family, list_fills),), parts)


def _objectives(lesson: Lesson) -> Content | None:
    parts = tuple(_line(words(text), index) for index, text in enumerate(lesson.objectives))
    return _listed("objectives", "Objectives", lesson, parts)


def _agenda(lesson: Lesson) -> Content | None:
    """Minutes stand before the titles, at whose indent every program ends a tab; without any there is a plainer list."""
    sections = _ahead(lesson)
    if not sections:
        return None
    timed = any(section.minutes for _, section in sections)
    parts = tuple(
        _line(_entry(section, index, lesson, timed=timed), row) for row, (index, section) in enumerate(sections)
    )
    families = ("Agenda",) if timed else ("Agenda without Minutes", "Agenda")
    arrangements = (
        *(Arrangement(family, _one_line_each, split=False, dense=False) for family in families),
        *(Arrangement(family, list_fills) for family in families),
    )
    return Content("agenda", _heading("agenda", lesson), arrangements, parts)


def _ahead(lesson: Lesson) -> tuple[tuple[int, Section], ...]:
    """What an agenda lists: the sections that have a title, with their numbers; none where they are too few."""
    sections = tuple((index, section) for index, section in enumerate(lesson.sections) if section.title)
    return sections if len(sections) >= AGENDA_NEEDS else ()


def _one_line_each(parts: tuple[Part, ...]) -> tuple[Fill, ...]:
    """LibreOffice breaks a link inside its words, so a size is preferred in which no entry has to be broken."""
    return tuple(replace(fill, single=True) if isinstance(fill, TextFill) else fill for fill in list_fills(parts))


def _entry(section: Section, index: int, lesson: Lesson, *, timed: bool) -> Words:
    title = section.title
    assert title is not None
    linked = tuple(replace(run, link=f"{SECTION_LINK}{index}") for run in emphasised(title).runs)
    if not timed:
        return Words(linked, title.span)
    minutes = (
        phrase("minutes_short", lesson.language, count=number_in(section.minutes, lesson.language))
        if section.minutes
        else ""
    )
    return Words((Run(minutes.replace(" ", NO_BREAK) + "\t"), *linked), title.span)


def _vocabulary(lesson: Lesson) -> Content | None:
    parts = tuple(
        _line(Words((*_strong(term.word), Run(": "), *term.meaning.runs), term.span), index)
        for index, term in enumerate(lesson.vocabulary)
    )
    return _listed("vocabulary", "Vocabulary List", lesson, parts)


def _strong(text: Text) -> tuple[Run, ...]:
    return tuple(replace(run, strong=True) for run in text.runs)


def _sources(setting: Setting) -> Content | None:
    """Only those that a slide uses, in the order of their numbers."""
    lesson = setting.lesson
    used = sorted((number, id) for id, number in setting.numbers.items())
    if not used:
        return None
    listed = [(number, lesson.source(id)) for number, id in used]
    parts = tuple(
        _line(Words(_full(source), source.span, 0, f"{number}."), index)
        for index, (number, source) in enumerate(listed)
    )
    return Content("sources", _heading("sources", lesson), (Arrangement("Sources", _numbered),), parts)


def _numbered(parts: tuple[Part, ...]) -> tuple[Fill, ...]:
    return (TextFill("body", joined(parts, "body"), "numbered"),)


def _full(source: Source) -> tuple[Run, ...]:
    """`Publisher, Title, place, year, address`, as far as it is known."""
    known = ", ".join(part for part in (source.publisher, source.title, source.place, source.year) if part)
    if not source.url:
        return (Run(known),)
    return (Run(f"{known}, "), Run(_short_address(source.url), link=source.url))


def _short_address(url: str) -> str:
    """An address as it is shown: of a long one only the site, because the words are a link."""
    shown = shown_address(url)
    return shown if len(shown) <= LONGEST_ADDRESS else f"{shown.partition('/')[0]}/…"


def last_help(lesson: Lesson) -> Slide | None:
    """The author's own last slide where it says whom to call: it stays the last thing on the screen."""
    shown = [slide for slide in lesson.slides if slide.in_deck and not slide.hidden]
    return shown[-1] if shown and isinstance(shown[-1].body, Help) else None


def _help(lesson: Lesson) -> Content | None:
    if not lesson.contacts or last_help(lesson):
        return None
    return help_content(_heading("help", lesson), lesson.contacts, lesson.language)


def _line(line: Words, index: int) -> Part:
    return Part({"body": (line,)}, line.span, (), index)
