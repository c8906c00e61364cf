"""Reading an outline's nodes as what a field wants: texts, numbers, yes or no, durations, dates, lists. What is wrong is collected."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from hornbook.diagnostics import Diagnostic, Edit, Severity, Span, error
from hornbook.lesson.meant import FIELDS, answer
from hornbook.lesson.values import is_date, listed, nearest, parse_minutes, parse_number
from hornbook.numerals import ENGLISH, Numerals
from hornbook.patterns import lazy
from hornbook.source.addresses import is_address
from hornbook.source.edits import quoted, value_after_lead
from hornbook.source.inline import Inline, Mode, read_inline
from hornbook.source.lines import without_comment
from hornbook.source.nodes import ListNode, MapNode, Node, ScalarNode, describe, is_missing, lines_of, shorten
from hornbook.source.runs import Text
from hornbook.tags import LEFT_TO_RIGHT, is_leftward

Translate = Callable[[ScalarNode, str], ScalarNode]
"""Gets one text and what it is ("title of a slide"), gives the text that stands in its place."""

_HYPHENED = lazy(r"\+?\(?\d[\d()]*(?:[-\u2013. ]\d[\d()]*){2,}|\(\d{2,4}\) ?\d[\d-]+")
"""A phone number or an ISO date: at least three groups of digits."""


class Found(Struct):
    """What was found while reading: messages, and the files that were read."""

    diagnostics: list[Diagnostic] = field(default_factory=list[Diagnostic])
    inputs: list[Path] = field(default_factory=list[Path])

    @property
    def has_errors(self) -> bool:
        return any(diagnostic.severity is Severity.ERROR for diagnostic in self.diagnostics)

    def error(self, code: str, message: str, span: Span, hint: str = "", fix: Edit | None = None) -> None:
        self.diagnostics.append(error(code, message, span, hint, fix))


class Reading(Struct, frozen=True):
    """How to read one file for one audience. Copies share what was found."""

    found: Found
    folder: Path
    """Where the file is; paths in it start here."""
    workspace: Path
    values: Mapping[str, str]
    audiences: tuple[str, ...] = ()
    audience: str = ""
    language: str = ""
    """The language of the texts, where it is not the outline's own."""
    translate: Translate | None = None
    """What puts each text of the outline, and of its contacts, into that language."""
    typed: Numerals = ENGLISH
    """How numbers are written in the outline."""
    numerals: Numerals = ENGLISH
    """How the language of the texts writes them."""
    sources: frozenset[str] | None = None
    """Ids that may be cited; None where citing is not checked."""
    cache: dict[tuple[int, Mode], tuple[ScalarNode, Inline]] = field(
        default_factory=dict[tuple[int, Mode], tuple[ScalarNode, Inline]]
    )
    """Texts that were read, by the identity of their node. The node is kept with it: an identity is free again when
    its node is gone, and another text would take its place."""

    # Messages.

    def error(self, code: str, message: str, span: Span, hint: str = "", fix: Edit | None = None) -> None:
        self.found.error(code, message, span, hint, fix)

    def check_keys(self, node: MapNode, known: Iterable[str], what: str) -> None:
        """A message for every field that is not known here."""
        names = tuple(known)
        for entry in node:
            if entry.key.text not in names:
                hint, fix = answer(node, entry.key, names, FIELDS)
                message = f"`{shorten(entry.key.text)}` is not a field of {what}."
                self.error("HB201", message, entry.key.span, hint or f"Known here: {listed(names)}.", fix)

    def wrong(self, node: Node, wanted: str, hint: str = "") -> None:
        """A value of the wrong shape."""
        self.error("HB203", f"{wanted} belongs here, not {describe(node)}.", node.span, hint)

    def need(self, node: MapNode, key: str, what: str) -> Node | None:
        """The value of a field that has to be there."""
        value = node.get(key)
        if value is None:
            written = key in node
            message = f"`{key}:` has no value." if written else f"{what} needs `{key}:`."
            self.error("HB202", message, node.key_span(key))
        return value

    # Texts.

    def scalar(self, node: Node | None, wanted: str = "A text") -> ScalarNode | None:
        """The node as a text; None where it is missing, or where something else is there."""
        match node:
            case None:
                return None
            case ScalarNode():
                return None if is_missing(node) else node
            case MapNode() if self._colon_trap(node):
                return None
            case MapNode() | ListNode():
                brackets = "Take the brackets away, or put quotes around the whole text."
                lines = "Where these lines are words, write a | after the name of the field, as in `notes: |`."
                self.wrong(node, wanted, brackets if node.flow else lines)
                return None

    def _colon_trap(self, node: MapNode) -> bool:
        """`- Remember: ask first` is a field to YAML: the author meant a text."""
        first = next(iter(node), None)
        if first is None or len(node.entries) > 1 or node.flow or not isinstance(first.value, ScalarNode):
            return False
        line = lines_of(node.span.file)[node.span.line - 1]
        begin = min(node.span.column - 1, len(line))
        if value_after_lead(line[:begin] + "x") != begin:
            return False
        words = without_comment(line[begin:])
        message = f'The colon after "{shorten(first.key.text)}" makes a field of this text.'
        edit = Edit(node.span.line, begin, begin + len(words), quoted(words))
        whole = first.value.style == "plain" and first.value.end_line == node.span.line
        self.error("HB204", message, first.key.span, f"Write: {edit.apply(line).strip()}", edit if whole else None)
        return True

    def inline(self, node: ScalarNode, mode: Mode = "text") -> Text | None:
        """The runs of a text; None where a value switched it off."""
        key = (id(node), mode)
        kept = self.cache.get(key)
        if kept is not None:
            return kept[1].text
        done = _in_order(read_inline(node, self.values, mode), self.language)
        self.cache[key] = (node, done)
        self.found.diagnostics.extend(done.diagnostics)
        self.check_citations(node, done)
        return done.text

    def check_citations(self, node: ScalarNode, done: Inline) -> None:
        """A message for each citation of a source that is not there."""
        if self.sources is None or done.text is None:
            return
        for run in done.text.runs:
            for id in run.cite:
                if id not in self.sources:
                    self.unknown_source(id, node.place(f"@{id}"))

    def unknown_source(self, id: str, span: Span) -> None:
        known = self.sources or frozenset()
        hint = nearest(id, known) or (
            f"Known sources: {listed(sorted(known))}." if known else "Write it under `sources:` of the lesson."
        )
        self.error("HB220", f'There is no source "{id}".', span, hint)

    def text(self, node: Node | None, mode: Mode = "text") -> Text | None:
        """A text with its markup; None where it is missing, wrong or switched off."""
        scalar = self.scalar(node)
        return None if scalar is None else self.inline(scalar, mode)

    def needed_text(self, node: MapNode, key: str, what: str, mode: Mode = "text") -> Text | None:
        return self.text(self.need(node, key, what), mode)

    def words(self, node: Node | None) -> str:
        """A text without markup: its `<<names>>` are replaced, a line to write on is left out."""
        scalar = self.scalar(node)
        if scalar is None:
            return ""
        if "<<" not in scalar.text:
            return " ".join(scalar.text.split())
        text = self.inline(scalar, "values")
        return text.plain if text else ""

    def needed_words(self, node: MapNode, key: str, what: str) -> str:
        return self.words(self.need(node, key, what))

    def paragraphs(self, node: Node | None) -> tuple[Text, ...]:
        """A text with empty lines in it, or a list of texts, as paragraphs."""
        if isinstance(node, ListNode):
            return self.texts(node)
        scalar = self.scalar(node)
        if scalar is None:
            return ()
        parts = (scalar.part(match.start(), match.end()) for match in re.finditer(r"\S(?:.|\n(?!\s*\n))*", scalar.text))
        texts = (read_part(self, part) for part in parts)
        return tuple(text for text in texts if text)

    # Lists.

    def items(self, node: Node | None, wanted: str = "A list") -> tuple[Node, ...]:
        """The values of a list; empty ones are reported and left out."""
        match node:
            case None:
                return ()
            case ListNode(items=items):
                if not items:
                    self.error(
                        "HB210", "This list is empty.", node.span, "Delete the field, or write something into it."
                    )
                for item in items:
                    if is_missing(item):
                        self.error(
                            "HB210",
                            "There is nothing in this place of the list.",
                            item.span,
                            "Write something, or delete it.",
                        )
                return tuple(item for item in items if not is_missing(item))
            case ScalarNode():
                words = shorten(node.text)
                self.wrong(node, wanted, f"Write: [{quoted(words) if re.search(r'[,:#?]', words) else words}]")
            case MapNode():
                self.wrong(node, wanted, "Put each thing on a line of its own that begins with `- `.")
        return ()

    def texts(self, node: Node | None, mode: Mode = "text") -> tuple[Text, ...]:
        """A list of texts; each may be a mapping with `text` and `for`."""
        texts = (self.entry_text(item, mode) for item in self.items(node))
        return tuple(text for text in texts if text is not None)

    def entry_text(self, node: Node, mode: Mode = "text") -> Text | None:
        if isinstance(node, MapNode) and "text" in node:
            self.check_keys(node, ("text", "for"), "a text in a list")
            wanted = self.wanted(node)
            text = self.text(self.need(node, "text", "This"), mode)
            return text if wanted else None
        return self.text(node, mode)

    def word_list(self, node: Node | None) -> tuple[str, ...]:
        return tuple(filter(None, (self.words(item) for item in self.items(node))))

    def words_by_audience(self, node: Node | None) -> tuple[str, ...]:
        """A list of words that are not translated; each may be a mapping with `text` and `for`."""
        return tuple(filter(None, (self._entry_words(item) for item in self.items(node))))

    def _entry_words(self, node: Node) -> str:
        if not (isinstance(node, MapNode) and "text" in node):
            return self.words(node)
        self.check_keys(node, ("text", "for"), "a text in a list")
        return self.words(self.need(node, "text", "This")) if self.wanted(node) else ""

    def one_or_more(self, node: Node | None) -> tuple[ScalarNode, ...]:
        """One text, or a list of them, as nodes."""
        if isinstance(node, ListNode):
            scalars = (self.scalar(item) for item in self.items(node))
            return tuple(scalar for scalar in scalars if scalar)
        scalar = self.scalar(node, "A text or a list")
        return (scalar,) if scalar else ()

    # Audiences.

    def wanted(self, node: MapNode) -> bool:
        """Whether `for:` of a thing names this audience, or there is none."""
        named = self.one_or_more(node.get("for"))
        if not named:
            return True
        known = [name for name in named if self.knows_audience(name)]
        return not known or not self.audience or any(name.text == self.audience for name in known)

    def knows_audience(self, name: ScalarNode) -> bool:
        if name.text in self.audiences:
            return True
        if self.audiences:
            hint = nearest(name.text, self.audiences) or f"This lesson is for {listed(self.audiences)}."
        else:
            hint = f"Add `audiences: [{name.text}]` at the top of the lesson, or delete `for:`."
        self.error("HB216", f'"{shorten(name.text)}" is not an audience of this lesson.', name.span, hint)
        return False

    def by_audience(self, node: Node | None) -> Node | None:
        """The value for this audience, where a field is a mapping by audience; otherwise the value itself."""
        if not isinstance(node, MapNode):
            return node
        for entry in node:
            self.knows_audience(entry.key)
        return node.get(self.audience)

    # Values that are not texts.

    def number(self, node: Node | None, *, least: float = 0.0) -> float | None:
        scalar = self.scalar(node, "A number")
        if scalar is None:
            return None
        parsed = parse_number(scalar.text.strip())
        value = parsed[0] if parsed else None
        if value is None or value < least:
            message = f'"{shorten(scalar.text)}" is not a number' + (
                f" of {least:g} or more." if value is not None else "."
            )
            self.error("HB206", message, scalar.span, "Write digits, such as 12 or 1.5.")
            return None
        return value

    def count(self, node: Node | None, default: int, most: int) -> int:
        value = self.number(node, least=1)
        if value is None:
            return default
        if value != int(value) or value > most:
            place = node.span if node else None
            assert place is not None
            self.error("HB206", f"A whole number from 1 to {most} belongs here, not {value:g}.", place)
            return default
        return int(value)

    def flag(self, node: Node | None, *, default: bool = False) -> bool:
        scalar = self.scalar(node, "`true` or `false`")
        if scalar is None:
            return default
        word = scalar.text.strip().lower()
        if word in ("true", "false"):
            return word == "true"
        hint = {"yes": "Write `true`.", "on": "Write `true`.", "no": "Write `false`.", "off": "Write `false`."}.get(
            word, ""
        )
        self.error("HB207", f'`true` or `false` belongs here, not "{shorten(scalar.text)}".', scalar.span, hint)
        return default

    def minutes(self, node: Node | None) -> float | None:
        """Minutes of a duration written as `45`, `45 min` or `1 h 30 min`."""
        scalar = self.scalar(node, "A time such as `45 min`")
        if scalar is None:
            return None
        value = parse_minutes(scalar.text)
        if value is None:
            hint = "Write `45`, `45 min`, `1 h` or `1 h 30 min`."
            self.error("HB208", f'"{shorten(scalar.text)}" is not a length of time.', scalar.span, hint)
        return value

    def date(self, node: Node | None) -> str:
        """An ISO date; empty where there is none."""
        scalar = self.scalar(node, "A date such as `2026-11-24`")
        if scalar is None:
            return ""
        if is_date(scalar.text.strip()):
            return scalar.text.strip()
        hint = "Write year, month and day with hyphens: 2026-11-24."
        self.error("HB209", f'"{shorten(scalar.text)}" is not a date.', scalar.span, hint)
        return ""

    def choice(self, node: Node | None, choices: Sequence[str], default: str, what: str) -> str:
        scalar = self.scalar(node)
        if scalar is None:
            return default
        word = scalar.text.strip()
        if word in choices:
            return word
        hint = nearest(word, choices) or f"Use {listed(choices, 'or')}."
        self.error("HB205", f'"{shorten(word)}" is not {what}.', scalar.span, hint)
        return default

    def address(self, node: Node | None) -> str:
        """A web address; empty where there is none or it is not one."""
        words = self.words(node)
        if not words or node is None:
            return ""
        if re.match(r"https?://\S*$", words) and is_address(words):
            return words
        self.no_address(words, node.span)
        return ""

    def no_address(self, words: str, place: Span) -> None:
        """Says that these words, which should lead somewhere on the web, do not."""
        begun = words.startswith(("http://", "https://"))
        hint = "Copy it from a browser that shows the page." if begun else "Write it in full, with https:// in front."
        self.error("HB272", f'"{shorten(words)}" is not a web address.', place, hint)

    def source_ids(self, node: Node | None) -> tuple[str, ...]:
        """Ids of sources, checked."""
        named = self.one_or_more(node)
        for scalar in named:
            if self.sources is not None and scalar.text.strip() not in self.sources:
                self.unknown_source(scalar.text.strip(), scalar.span)
        known = self.sources or frozenset()
        return tuple(scalar.text.strip() for scalar in named if scalar.text.strip() in known)

    def mapping(self, node: Node | None, known: Iterable[str], what: str) -> MapNode | None:
        """The node as fields, its names checked."""
        if node is None:
            return None
        if not isinstance(node, MapNode):
            self.wrong(node, f"Fields ({listed(tuple(known)[:4])} ...) of {what}")
            return None
        self.check_keys(node, known, what)
        return node


def _in_order(done: Inline, language: str) -> Inline:
    """Numbers with hyphens keep their order in text that runs from right to left, where hyphens would turn it round (UAX #9, W2)."""
    if done.text is None or not is_leftward(language):
        return done
    held = f"{LEFT_TO_RIGHT}\\g<0>{LEFT_TO_RIGHT}"
    runs = tuple(replace(run, text=_HYPHENED.sub(held, run.text)) for run in done.text.runs)
    return replace(done, text=done.text.with_runs(runs))


def read_part(reading: Reading, part: ScalarNode, mode: Mode = "text") -> Text | None:
    """A paragraph of a longer text; its node is made for it, so that nothing is remembered."""
    done = _in_order(read_inline(part, reading.values, mode), reading.language)
    reading.found.diagnostics.extend(done.diagnostics)
    reading.check_citations(part, done)
    return done.text
