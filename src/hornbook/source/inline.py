"""Inline markup becomes runs: the inline part of CommonMark, and `H~2~O`, `x^2^`, `==key==`, `[@id]`, `<<name>>`.

Raw HTML is plain text; quotes and dashes stay as typed.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from msgspec.structs import replace

from hornbook.diagnostics import Diagnostic, Span, error, warning
from hornbook.patterns import lazy
from hornbook.source.addresses import is_address
from hornbook.source.nodes import ScalarNode, shorten
from hornbook.source.runs import Run, Script, Text

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

Mode = Literal["text", "title", "values"]
"""`text` knows all markup; in a `title` (and in notes) key words are only emphasis; `values` replaces `<<names>>` and no more."""

WRITE_IN = "write-in"
NONE = "none"

_MARKUP = lazy(r"[\\`*_\[<~^]|==|&[\w#]|  \n")
_VALUE = lazy(r"<<\s*([^\s<>](?:[^<>\n]*[^\s<>])?)\s*>>")
_CITATION = lazy(r"\[@[\w.:\-]+(?:\s*;\s*@[\w.:\-]+)*\s*\]")
_STARS = lazy(r"(?<!\\)\*\*")
_NEARLY_CITATION = lazy(r"\[@[^\]\n]*\]?")
_SCHEME = lazy(r"([A-Za-z][A-Za-z0-9+.\-]*):")
_SCRIPTS = {"~": re.compile(r"~((?:[^\s~\\]|\\.)+)~"), "^": re.compile(r"\^((?:[^\s^\\]|\\.)+)\^")}
_SCHEMES = ("http", "https", "mailto", "tel")


class Inline(Struct, frozen=True):
    """What a text says; `text` is None where a value switched it off."""

    text: Text | None
    diagnostics: tuple[Diagnostic, ...] = ()


def read_inline(node: ScalarNode, values: Mapping[str, str], mode: Mode = "text") -> Inline:
    """The runs of one paragraph, with its `<<names>>` replaced."""
    words = node.text.strip()
    if _MARKUP.search(words) is None:
        return Inline(Text((Run(words.replace("\n", " ")),) if words else (), node.span))
    if mode == "values":
        return _ValuesOnly(node, values).read(words)
    return _Reading(node, values, title=mode == "title").read(words)


def _ask(name: str, values: Mapping[str, str], place: Callable[[], Span]) -> tuple[str | None, Diagnostic | None]:
    """The value of a name, and what is to be said about it."""
    value = values.get(name)
    if value is None:
        hint = f"Give it with --set {name}=..., under `organisation:` in hornbook.yaml, or under `values:` of the lesson; `write-in` leaves a line for it."
        return None, error("HB135", f'There is no value for "<<{name}>>".', place(), hint)
    return value, None


class _ValuesOnly:
    """Fields that are taken as typed, but for their `<<names>>`."""

    def __init__(self, node: ScalarNode, values: Mapping[str, str]) -> None:
        self.node = node
        self.values = values
        self.found: list[Diagnostic] = []

    def read(self, words: str) -> Inline:
        words = words.replace("\n", " ")
        runs: list[Run] = []
        end = 0
        off = False
        for match in _VALUE.finditer(words):
            runs.append(Run(words[end : match.start()]))
            end = match.end()
            run = self.value_run(match[1], match[0])
            if run is None:
                off = True
            else:
                runs.append(run)
        runs.append(Run(words[end:]))
        text = None if off else Text(_joined(runs), self.node.span)
        return Inline(text, tuple(self.found))

    def value_run(self, name: str, written: str) -> Run | None:
        """The run of a value; None where it is switched off."""
        value, message = _ask(name, self.values, lambda: self.node.place(written))
        if message:
            self.found.append(message)
        if value is None:
            return Run("")
        if value == NONE:
            return None
        return Run("", write_in=True) if value == WRITE_IN else Run(" ".join(value.split()))


class _Reading:
    """One text on its way from markdown's tokens to runs."""

    def __init__(self, node: ScalarNode, values: Mapping[str, str], *, title: bool) -> None:
        self.node = node
        self.title = title
        self.asked = _ValuesOnly(node, values)
        self.found = self.asked.found
        self.off = False
        self.strong = self.emphasis = self.key = False
        self.link = ""

    def read(self, words: str) -> Inline:
        runs: list[Run] = []
        for token in _markdown().parseInline(words, {})[0].children or []:
            self._style_changes(token)
            runs.extend(self._runs(token))
        text = None if self.off else Text(_joined(_citations_attached(runs)), self.node.span)
        return Inline(text, tuple(self.found))

    def _style_changes(self, token: "Token") -> None:
        on = token.nesting == 1
        match token.type:
            case "strong_open" | "strong_close":
                self.strong = on
            case "em_open" | "em_close":
                self.emphasis = on
            case "key_open" | "key_close":
                self.key = on
            case "link_open" | "link_close":
                self.link = self._address(token) if on else ""
            case _:
                pass

    def _run(self, text: str, *, code: bool = False, script: Script = "", write_in: bool = False) -> Run:
        emphasis = self.emphasis or (self.key and self.title)
        key = self.key and not self.title
        return Run(text, self.strong, emphasis, code, key, script, self.link, (), write_in)

    def _runs(self, token: "Token") -> Iterable[Run]:
        match token.type:
            case "text":
                if "[@" in token.content:
                    self._check_citation(token.content)
                if "**" in token.content:
                    self._check_stars(token.content)
                yield self._run(token.content)
            case "softbreak":
                yield self._run(" ")
            case "hardbreak":
                yield Run("\n")
            case "code_inline":
                yield self._run(token.content, code=True)
            case "sub" | "super":
                yield self._run(token.content, script="sub" if token.type == "sub" else "super")
            case "cite":
                yield Run("", cite=tuple(token.meta["ids"]))
            case "value":
                yield from self._value(token)
            case "image":
                self._picture(token)
            case _:
                pass

    def _value(self, token: "Token") -> Iterable[Run]:
        run = self.asked.value_run(token.content, token.markup)
        if run is None:
            self.off = True
        else:
            yield self._run(run.text, write_in=run.write_in)

    def _picture(self, token: "Token") -> None:
        written = f"![{token.content}]"
        hint = "Give the slide an `image:` with `file` and `alt`."
        self.found.append(
            error("HB131", f'A picture cannot stand in a text ("{shorten(written)}").', self.node.place(written), hint)
        )

    def _address(self, token: "Token") -> str:
        address = str(token.attrs.get("href", ""))
        scheme = _SCHEME.match(address)
        if scheme and scheme[1].lower() in _SCHEMES and is_address(address):
            return address
        hint = "A link begins with https://, http://, mailto: or tel:."
        place = self.node.place(address) if address else self.node.span
        self.found.append(
            error("HB130", f'The link "{shorten(address)}" leads nowhere that a reader could go.', place, hint)
        )
        return ""

    def _check_stars(self, words: str) -> None:
        """Two stars that make nothing strong: a space or, in languages without spaces, a full stop is on the wrong side of them."""
        stars = _STARS.search(self.node.text)
        if stars is None:
            return
        written = words[words.index("**") :][:12]
        hint = "Put them next to the words, with spaces and stops outside: **words**. Two stars that are meant: \\*\\*."
        self.found.append(
            warning(
                "HB133",
                f'"{shorten(written)}" is not read as strong: the stars would be printed.',
                self.node.place(written),
                hint,
            )
        )

    def _check_citation(self, words: str) -> None:
        for match in _NEARLY_CITATION.finditer(words):
            hint = "Cite one source as [@id], several as [@first; @second]."
            self.found.append(
                error("HB132", f'"{shorten(match[0])}" is not a citation.', self.node.place(match[0]), hint)
            )


def _joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Neighbours of one meaning as one run; empty ones left out."""
    joined: list[Run] = []
    for run in runs:
        if not (run.text or run.cite or run.write_in):
            continue
        last = joined[-1] if joined else None
        if (
            last is not None
            and _meaning(last) == _meaning(run)
            and not run.cite
            and not run.write_in
            and "\n" not in (run.text, last.text)
        ):
            joined[-1] = replace(last, text=last.text + run.text)
        else:
            joined.append(run)
    return tuple(joined)


def _meaning(run: Run) -> tuple[object, ...]:
    return (run.strong, run.emphasis, run.code, run.key, run.script, run.link, run.cite, run.write_in)


def _citations_attached(runs: list[Run]) -> list[Run]:
    """A raised number stands at its word: the space before a citation goes."""
    attached = list(runs)
    for index, run in enumerate(attached[1:], 1):
        if run.cite and attached[index - 1].text.endswith(" "):
            attached[index - 1] = replace(attached[index - 1], text=attached[index - 1].text.rstrip(" "))
    return attached


@cache
def _markdown() -> "MarkdownIt":
    """CommonMark without raw HTML, with our additions; importing it takes time, so it is made when the first text needs it."""
    from markdown_it import MarkdownIt

    class Markdown(MarkdownIt):
        def validateLink(self, url: str) -> bool:  # noqa: N802 - the library's name; addresses are judged in one place, ours
            del url
            return True

    markdown = Markdown("commonmark")
    markdown.disable("html_inline")
    for name, rule in (("value", _value_rule), ("cite", _cite_rule), ("key", _key_rule), ("script", _script_rule)):
        markdown.inline.ruler.before("link", name, rule)
    return markdown


def _value_rule(state: "StateInline", silent: bool) -> bool:
    match = _VALUE.match(state.src, state.pos, state.posMax) if state.src.startswith("<<", state.pos) else None
    if match is None:
        return False
    if not silent:
        token = state.push("value", "", 0)
        token.content, token.markup = match[1], match[0]
    state.pos = match.end()
    return True


def _cite_rule(state: "StateInline", silent: bool) -> bool:
    match = _CITATION.match(state.src, state.pos, state.posMax) if state.src.startswith("[@", state.pos) else None
    if match is None:
        return False
    if not silent:
        state.push("cite", "", 0).meta = {"ids": re.findall(r"@([\w.:\-]+)", match[0])}
    state.pos = match.end()
    return True


def _key_rule(state: "StateInline", silent: bool) -> bool:
    start, end = state.pos, state.posMax
    if not state.src.startswith("==", start) or state.src[start + 2 : start + 3] in ("", " ", "="):
        return False
    close = state.src.find("==", start + 3, end)
    while close >= 0 and state.src[close - 1] == " ":
        close = state.src.find("==", close + 1, end)
    if close < 0:
        return False
    if not silent:
        state.push("key_open", "mark", 1)
        state.pos, state.posMax = start + 2, close
        state.md.inline.tokenize(state)
        state.push("key_close", "mark", -1)
    state.pos, state.posMax = close + 2, end
    return True


def _script_rule(state: "StateInline", silent: bool) -> bool:
    """`~2~` and `^2^` as in pandoc: no space inside."""
    mark = state.src[state.pos]
    if mark not in "~^" or state.src[state.pos - 1 : state.pos] == mark:
        return False
    match = _SCRIPTS[mark].match(state.src, state.pos, state.posMax)
    if match is None or state.src[match.end() : match.end() + 1] == mark:
        return False
    if not silent:
        token = state.push("sub" if mark == "~" else "super", "", 0)
        token.content = re.sub(r"\\(.)", r"\1", match[1])
    state.pos = match.end()
    return True
