"""The slides of a deck in order, before they have layouts: the automatic ones, the openers of sections, and the author's own."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from hornbook.compose.automatic import automatic, last_help, opener
from hornbook.compose.content import Content, Draft
from hornbook.compose.kinds import contents
from hornbook.compose.numbering import number_sources
from hornbook.compose.pictured import with_picture
from hornbook.compose.setting import Setting
from hornbook.diagnostics import Diagnostic
from hornbook.lesson.model import AutomaticName, Lesson, Section, Slide
from hornbook.locale import phrase
from hornbook.source.runs import plain_text
from hornbook.theme.model import Theme


class DeckOutline(Struct, frozen=True):
    """The drafts of a deck, and what they share."""

    drafts: tuple[Draft, ...]
    groups: tuple[str, ...]
    """Titles of the deck's sections; a draft's `group` is a place here."""
    setting: Setting
    diagnostics: tuple[Diagnostic, ...]


def outline(lesson: Lesson, theme: Theme) -> DeckOutline:
    """Everything but the list of sources is written first, because only then is it known which ones are used."""
    writer = _Writer(Setting.of(lesson, theme))
    drafts = tuple(writer.drafts())
    setting = replace(writer.setting, numbers=number_sources(drafts))
    return DeckOutline(tuple(_with_sources(drafts, setting)), writer.groups(), setting, tuple(writer.diagnostics))


def _with_sources(drafts: tuple[Draft, ...], setting: Setting) -> Iterator[Draft]:
    for draft in drafts:
        if draft.content.kind != "sources":
            yield draft
        elif content := automatic("sources", setting):
            yield replace(draft, content=content)


class _Writer:
    """Writes the drafts of a lesson one after the other."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.lesson = setting.lesson
        self.diagnostics: list[Diagnostic] = []
        self.parts = [(index, part) for index, part in enumerate(self.lesson.sections) if _shown(part)]
        self.titled = any(part.title for _, part in self.parts)
        self.top = 1 if "title" in self.lesson.opening else 0
        """Level of the heading above sections; without a title slide theirs are the first."""

    def groups(self) -> tuple[str, ...]:
        opening = self.lesson.title.plain
        if not self.titled:
            return (opening,)
        titles = (part.title.plain if part.title else opening for _, part in self.parts)
        return (opening, *titles, phrase("closing", self.lesson.language))

    def drafts(self) -> Iterator[Draft]:
        yield from self._automatic(self.lesson.opening, 0)
        number = 0
        last = last_help(self.lesson)
        for place, (index, part) in enumerate(self.parts, start=1):
            group = place if self.titled else 0
            if part.title:
                number += 1
                yield self._opener(part, index, number, group)
            for slide in part.slides:
                if slide is last:
                    yield from self._automatic(self.lesson.closing, group)
                if slide.in_deck:
                    yield from self._slide(slide, part, group)
        if last is None:
            yield from self._automatic(self.lesson.closing, len(self.groups()) - 1)

    def _automatic(self, names: tuple[AutomaticName, ...], group: int) -> Iterator[Draft]:
        lesson = self.lesson
        for name in names:
            if name == "sources":
                content: Content | None = Content("sources", plain_text("", lesson.span), ())
            else:
                content = automatic(name, self.setting)
            if content:
                level = 1 if name == "title" else self.top + 1
                footer = "" if name == "title" else lesson.title.plain
                yield Draft(content, content.title.span, level, footer, group)

    def _opener(self, part: Section, index: int, number: int, group: int) -> Draft:
        title = part.title
        assert title is not None
        content = opener(part, title, number, self.lesson)
        return Draft(content, title.span, self.top + 1, self.lesson.title.plain, group, opens=index)

    def _slide(self, slide: Slide, part: Section, group: int) -> Iterator[Draft]:
        title = part.title.plain if part.title else self.lesson.title.plain
        level = self.top + (2 if part.title else 1)
        found = contents(slide, self.lesson.language)
        for number, content in enumerate(found, start=1):
            pictured, diagnostics = with_picture(content, slide, self.setting.theme)
            self.diagnostics += diagnostics
            yield Draft(
                pictured,
                pictured.span or slide.span,
                level,
                title,
                group,
                slide.id,
                slide.notes,
                slide.sources,
                slide.reveal,
                slide.layout,
                slide.hidden,
                (number, len(found)),
            )


def _shown(part: Section) -> bool:
    return any(slide.in_deck for slide in part.slides)
