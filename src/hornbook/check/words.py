"""Word lists: what not to write, what to write instead, and why. Lists are data; what an entry means is here.

A list is in one language and is silent about texts in others. An entry's words match with their inflections (`rescue` finds "rescued"),
`child|teen` stands for either, and `prostitut*` for any ending. With `beside`, one of those words must stand near in the same sentence: so "rescue" beside "victim" is found, and
"save this number" is not. With `but`, a longer phrase that is fine.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from hornbook.check.forms import forms, stem
from hornbook.diagnostics import Diagnostic, SourceFile, Span, error
from hornbook.source.nearest import nearest
from hornbook.source.nodes import ListNode, MapNode, Node, ScalarNode, describe
from hornbook.source.outline import read_outline
from hornbook.source.renaming import renamed
from hornbook.tags import subtags

ENGLISH = "en"
KEYS = ("avoid", "prefer", "why", "source", "level", "beside", "but", "cased", "whole", "except", "only")
LEVELS = ("block", "warn")
EXEMPT = ("quotations", "titles", "statutes", "claims")
"""What a list may leave alone: words of others, names of works, the law's own words, and claims that are asked about."""
_NEAR = 5
"""How many words may stand between a word and the one that must stand beside it."""


class WordEntry(Struct, frozen=True):
    """Phrases that one piece of advice is about."""

    avoid: tuple[str, ...]
    prefer: str
    why: str
    source: str
    block: bool
    beside: tuple[str, ...]
    but: tuple[str, ...]
    cased: bool
    """Capitals count: `john` is not the name John."""
    whole: bool
    """Without inflections."""
    exempt: frozenset[str]
    pictures: bool = False
    """About what pictures show: looked for in alternative texts and in names of files alone."""
    language: str = ENGLISH
    """Whose endings its words have."""


class WordList(Struct, frozen=True):
    name: str
    about: str
    content_note: bool
    """Lessons on this subject need a content note."""
    entries: tuple[WordEntry, ...]
    language: str = ENGLISH
    """The language that it is about, without its region."""


class Hit(Struct, frozen=True):
    start: int
    end: int


def hits(entry: WordEntry, text: str) -> Iterator[Hit]:
    """Where an entry's phrases stand in a text, and mean what is to be avoided."""
    for hit in phrases(entry, text):
        if _stands_beside(entry, text, hit) and not _is_fine(entry, text, hit):
            yield hit


def phrases(entry: WordEntry, text: str) -> Iterator[Hit]:
    """Where an entry's phrases stand in a text, whatever is beside them."""
    flags = 0 if entry.cased else re.IGNORECASE
    for phrase in entry.avoid:
        for match in _pattern(phrase, entry.whole, flags, entry.language).finditer(text):
            yield Hit(match.start(), match.end())


def occurs(entry: WordEntry, text: str) -> bool:
    """Whether an entry's phrases may be in a text: all words of one of them are there, in their forms or within other words.

    Far cheaper than a pattern, and most entries have nothing to find.
    """
    plain = _folded(text)
    return any(
        all(any(stem(_folded(part)) in plain for part in word.split("|")) for word in phrase.split())
        for phrase in entry.avoid
    )


@lru_cache(maxsize=4)
def _folded(text: str) -> str:
    return text.lower().replace("’", "'")


def _stands_beside(entry: WordEntry, text: str, hit: Hit) -> bool:
    if not entry.beside:
        return True
    before = re.split(r"[.!?;:]\s", text[: hit.start])[-1].split()[-_NEAR:]
    after = re.split(r"[.!?;:](?:\s|$)", text[hit.end :])[0].split()[:_NEAR]
    near = " ".join(before) + " | " + " ".join(after)
    return any(_pattern(word, False, re.IGNORECASE, entry.language).search(near) for word in entry.beside)


def _is_fine(entry: WordEntry, text: str, hit: Hit) -> bool:
    return any(
        match.start() <= hit.start and hit.end <= match.end()
        for phrase in entry.but
        for match in _pattern(phrase, False, re.IGNORECASE, entry.language).finditer(text)
    )


@lru_cache(maxsize=4096)
def _pattern(phrase: str, whole: bool, flags: int, language: str) -> re.Pattern[str]:
    words = [_either(word, whole, language) for word in phrase.split()]
    return re.compile(r"(?<![\w’'-])" + r"[\s-]+".join(words) + r"(?![\w-])", flags)


def _either(word: str, whole: bool, language: str) -> str:
    return "(?:" + "|".join(_part(part, whole, language) for part in word.split("|")) + ")"


def _part(word: str, whole: bool, language: str) -> str:
    if word.endswith("*"):
        return re.escape(word[:-1]) + r"\w*"
    return forms(word, "" if whole else language)


def read_words(name: str, file: SourceFile, language: str = ENGLISH) -> tuple[WordList | None, tuple[Diagnostic, ...]]:
    """A list, or what is wrong with it. `language` is the one that the name of the file says; the list's own `language:` comes first."""
    root, problems = read_outline(file)
    if root is None:
        return None, problems
    found = list(problems)
    if not isinstance(root, MapNode):
        return None, (*found, _wrong(f"A word list begins with `entries:`, not with {describe(root)}.", root.span))
    _check_keys(root, ("about", "language", "content_note", "entries"), found)
    listed = root.get("entries")
    if not isinstance(listed, ListNode):
        return None, (*found, _wrong("A word list wants a list of `entries`.", root.span))
    tongue = subtags(_text(root, "language", found) or language)[0].lower()
    entries = tuple(entry for node in listed.items if (entry := _entry(node, tongue, found)) is not None)
    note = _text(root, "content_note", found) == "needed"
    return (None if found else WordList(name, _text(root, "about", found), note, entries, tongue)), tuple(found)


def _entry(node: Node, language: str, found: list[Diagnostic]) -> WordEntry | None:
    if not isinstance(node, MapNode):
        found.append(_wrong(f"An entry has fields such as `avoid:`, not {describe(node)}.", node.span))
        return None
    _check_keys(node, KEYS, found)
    avoid = _texts(node, "avoid", found)
    if not avoid:
        found.append(_wrong("An entry says what to `avoid`.", node.span))
    level = _one_of(node, "level", LEVELS, found)
    exempt = _texts(node, "except", found) or EXEMPT
    if "none" not in exempt and (strange := next((each for each in exempt if each not in EXEMPT), "")):
        found.append(_wrong(f'"{strange}" cannot be left alone; {", ".join(EXEMPT)} can.', node.key_span("except")))
    return WordEntry(
        avoid,
        _text(node, "prefer", found),
        _text(node, "why", found),
        _text(node, "source", found),
        level == "block",
        _texts(node, "beside", found),
        _texts(node, "but", found),
        _text(node, "cased", found) == "true",
        _text(node, "whole", found) == "true",
        frozenset(exempt),
        _one_of(node, "only", ("pictures",), found) == "pictures",
        language,
    )


def _check_keys(node: MapNode, known: tuple[str, ...], found: list[Diagnostic]) -> None:
    for entry in node:
        if entry.key.text not in known:
            near = nearest(entry.key.text, known)
            hint = f"Did you mean `{near}`?" if near else f"Known: {', '.join(known)}."
            message = f"`{entry.key.text}` is not a field of a word list."
            found.append(error("HB594", message, entry.key.span, hint, renamed(node, entry.key, known)))


def _one_of(node: MapNode, key: str, known: tuple[str, ...], found: list[Diagnostic]) -> str:
    word = _text(node, key, found)
    if word and word not in known:
        found.append(_wrong(f'`{key}` is one of {", ".join(known)}, not "{word}".', node.key_span(key)))
    return word


def _text(node: MapNode, key: str, found: list[Diagnostic]) -> str:
    value = node.get(key)
    if value is not None and not isinstance(value, ScalarNode):
        found.append(_wrong(f"`{key}` wants a text, not {describe(value)}.", value.span))
    return " ".join(value.text.split()) if isinstance(value, ScalarNode) else ""


def _texts(node: MapNode, key: str, found: list[Diagnostic]) -> tuple[str, ...]:
    value = node.get(key)
    items = value.items if isinstance(value, ListNode) else () if value is None else (value,)
    if any(not isinstance(item, ScalarNode) for item in items):
        found.append(_wrong(f"`{key}` wants texts.", node.key_span(key)))
    return tuple(" ".join(item.text.split()) for item in items if isinstance(item, ScalarNode))


def _wrong(message: str, span: Span, hint: str = "") -> Diagnostic:
    return error("HB594", message, span, hint)
