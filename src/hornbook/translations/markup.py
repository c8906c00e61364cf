"""What a translation must not lose: names to fill in, citations, key words, where links lead."""

import re
from collections import Counter
from collections.abc import Iterator

from hornbook.diagnostics import Diagnostic, Span, error
from hornbook.source.nodes import find_fragment, shorten
from hornbook.translations.catalog import Translation, Words

_SIGNS = (
    ("the name", re.compile(r"<<\s*[^<>]+?\s*>>")),
    ("the citation", re.compile(r"\[@[^\]]*\]")),
    ("the link to", re.compile(r"(?<=\]\()[^)\s]+(?=\))")),
    ("the code", re.compile(r"`[^`]+`")),
)
_KEY_WORD = re.compile(r"==(?=\S)(.+?)(?<=\S)==")


def lost_markup(translation: Translation) -> tuple[Diagnostic, ...]:
    """An error at its place in the .po file for everything that a translation lost or made up."""
    found: list[Diagnostic] = []
    for original, words in translation.words.items():
        if not words.fuzzy:
            found += compared(original, words)
    return tuple(found)


def compared(original: str, words: Words) -> Iterator[Diagnostic]:
    """What one translation lost or made up."""
    for what, pattern in _SIGNS:
        before, after = Counter(pattern.findall(original)), Counter(pattern.findall(words.text))
        for sign in (before - after).elements():
            message = f'This translation lost {what} "{shorten(sign)}".'
            yield error("HB705", message, words.span, f'It belongs to: "{shorten(original, 70)}"')
        for sign in (after - before).elements():
            message = f'This translation has {what} "{shorten(sign)}", which the original has not.'
            yield error("HB705", message, _place(words, sign), "Take it out, or write it as the original does.")
    before_keys, after_keys = len(_KEY_WORD.findall(original)), len(_KEY_WORD.findall(words.text))
    if before_keys != after_keys:
        message = f"This translation marks {after_keys} key words, the original {before_keys}."
        hint = f'Each ==key word== is a blank in guided notes. It belongs to: "{shorten(original, 70)}"'
        yield error("HB705", message, words.span, hint)


def _place(words: Words, fragment: str) -> Span:
    return find_fragment(words.span, words.end_line, fragment)
