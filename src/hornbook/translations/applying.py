"""Puts a translation's words in the places of an outline's texts, and marks those that have none.

A mark is a number in characters that no one types. Where one is still there when a file is planned, that file shows a text
that nobody has translated: a card may be ready in a language long before the whole lesson is.
"""

import re
from collections.abc import Iterable

from msgspec.structs import replace

from hornbook.diagnostics import Diagnostic, error
from hornbook.lesson.translatable import msgid_of
from hornbook.source.nodes import ScalarNode, shorten
from hornbook.translations.catalog import Translation

_OPEN, _ZERO, _CLOSE = "\ue000", 0xE010, "\ue001"
_MARK = re.compile("\ue000([\ue010-\ue019]+)\ue001")


class Applying:
    """A translation at work; remembers the texts that it has no words for."""

    def __init__(self, translation: Translation, *, draft: bool = False) -> None:
        self.translation = translation
        self.draft = draft
        self.missing: dict[str, ScalarNode] = {}
        self._numbers: dict[str, str] = {}

    def __call__(self, node: ScalarNode, kind: str) -> ScalarNode:
        del kind
        text = msgid_of(node.text)
        words = self.translation.words.get(text)
        if words is not None and not words.fuzzy:
            return ScalarNode(words.text, words.span, "quoted", words.end_line)
        self.missing.setdefault(text, node)
        return replace(node, text=self._mark(text) + node.text.lstrip())

    def unfinished(self, shown: Iterable[str]) -> tuple[Diagnostic, ...]:
        """An error for each text that is shown and has no translation; `shown` are the words of planned files."""
        return tuple(self._unfinished(text, self.missing[text]) for text in self.marked(shown))

    def marked(self, shown: Iterable[str]) -> tuple[str, ...]:
        """Those of the texts without words that stand in what is shown."""
        numbers = {mark for words in shown if _OPEN in words for mark in _MARK.findall(words)}
        return tuple(text for text in self.missing if self._numbers.get(text) in numbers)

    def is_marked(self, words: str) -> bool:
        """Whether a text without words is among these."""
        return _OPEN in words

    def _mark(self, text: str) -> str:
        """What stands before a text that has no words: its number, or the language that it is in."""
        if self.draft:
            return "[?] "
        number = self._numbers.setdefault(text, _number(len(self._numbers)))
        return f"{_OPEN}{number}{_CLOSE}"

    def _unfinished(self, text: str, node: ScalarNode) -> Diagnostic:
        stale = text in self.translation.words
        what = "has changed since it was translated" if stale else "is not translated"
        message = f'"{shorten(text)}" {what} ({self.translation.language}).'
        hint = "Translate it in the .po file, or build with --draft to see the rest."
        return error("HB702", message, node.span, hint)


def _number(index: int) -> str:
    return "".join(chr(_ZERO + int(digit)) for digit in str(index))
