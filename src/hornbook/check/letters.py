"""Characters that no face has are found before anything is drawn: an empty box on a handout says nothing, and nobody sees it coming."""

from collections.abc import Iterable, Iterator
from typing import cast

from msgspec import Struct

from hornbook.diagnostics import Diagnostic, Span, error, warning
from hornbook.lesson.model import Lesson
from hornbook.plan.deck import Deck
from hornbook.plan.page import Box, GroupBox, Pages, TextBox
from hornbook.source.runs import Text
from hornbook.typeset.coverage import emoji_in, without_a_face
from hornbook.typeset.scripts import extra_for

_SHOWN = 8
_NO_FONT = "Write it in other characters, or show it as a picture with `alt`."


def letters(lesson: Lesson, plans: Iterable[Deck | Pages]) -> tuple[Diagnostic, ...]:
    """What the plans would show as empty boxes, or leave out in print, at its places in the outline."""
    lacking: set[str] = set()
    pictures: set[str] = set()
    for plan in plans:
        shown = "".join(sorted(set[str]().union(*_words(plan))))
        lacking.update(without_a_face(shown))
        if isinstance(plan, Pages):
            pictures.update(emoji_in(shown))
    return (*_lacking(lesson, lacking), *_pictures(lesson, pictures))


def _words(plan: Deck | Pages) -> Iterator[str]:
    """Texts that are not plain ASCII, which every face has."""
    sheets = plan.slides if isinstance(plan, Deck) else plan.pages
    for sheet in sheets:
        for box in _text_boxes(sheet.boxes):
            for paragraph in box.paragraphs:
                words = paragraph.plain + paragraph.label
                if not words.isascii():
                    yield words


def _text_boxes(boxes: Iterable[Box]) -> Iterator[TextBox]:
    for box in boxes:
        if isinstance(box, TextBox):
            yield box
        elif isinstance(box, GroupBox):
            yield from _text_boxes(box.boxes)


def _lacking(lesson: Lesson, chars: set[str]) -> Iterator[Diagnostic]:
    for span, found in _places(lesson, chars):
        message = f"{_named(found)}: no installed font has this, so it would be an empty box."
        extra = extra_for(found)
        hint = f"Install the fonts: pip install 'hornbook[{extra}]'." if extra else _NO_FONT
        yield error("HB595", message, span, hint)


def _pictures(lesson: Lesson, chars: set[str]) -> Iterator[Diagnostic]:
    for span, found in _places(lesson, chars):
        message = f"{_named(found)} stays in the PowerPoint deck and is left out of what is printed."
        yield warning("HB596", message, span, "Say it in words as well, or use a picture with `alt`.")


def _named(chars: str) -> str:
    """`"你好" (U+4F60, U+597D)`, and how many more there are."""
    codes = ", ".join(f"U+{ord(char):04X}" for char in chars[:_SHOWN])
    more = f" and {len(chars) - _SHOWN} more" if len(chars) > _SHOWN else ""
    return f'"{chars[:_SHOWN]}" ({codes}{more})'


def _places(lesson: Lesson, chars: set[str]) -> Iterator[tuple[Span, str]]:
    """Places of the outline with those of the characters that are there; the lesson's own place for those that are nowhere."""
    if not chars:
        return
    missed = set(chars)
    told: set[tuple[str, int, int, str]] = set()
    for span, words in _texts(lesson, lesson.span):
        found = "".join(char for char in dict.fromkeys(words) if char in chars)
        key = (span.file.path, span.line, span.column, found)
        if found and key not in told:
            told.add(key)
            missed.difference_update(found)
            yield span, found
    if missed:
        yield lesson.span, "".join(sorted(missed))


def _texts(part: object, span: Span) -> Iterator[tuple[Span, str]]:
    """Every text in a part of the lesson, with the nearest place that is known."""
    match part:
        case Text():
            yield part.span, part.plain
        case str():
            yield span, part
        case tuple():
            for each in cast("tuple[object, ...]", part):
                yield from _texts(each, span)
        case Struct() if not isinstance(part, Span):
            own = getattr(part, "span", span)
            for name in part.__struct_fields__:
                yield from _texts(getattr(part, name), own)
        case _:
            return
