"""Events of a YAML parser become nodes with places; names, types and reuse of parts are refused."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import cast

import yaml
from msgspec import Struct, field
from msgspec.structs import replace

from hornbook.diagnostics import Diagnostic, Edit, SourceFile, Span, error
from hornbook.source.edits import Mended, original_column, quoted, value_after_lead
from hornbook.source.nodes import Entry, ListNode, MapNode, Node, ScalarNode, Style, is_missing

MAX_DEPTH = 32
MAX_NODES = 200_000

UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
"""Characters that a text may not hold: no XML document can, or nobody can see them."""
OTHER_BREAKS = re.compile("[\x85\u2028\u2029]")
_LOST = re.compile(r"(?:^|(?<=[ \n]))#(?=[^\s#!=\-])", re.MULTILINE)
_HEADER = re.compile(r"[|>][^\s#]*#")
_KEY_LINE = re.compile(r"#?\s*(?:- )?[\w ]{1,30}:(?:\s|$)")


class Stop(Exception):  # noqa: N818 - it ends the reading of a file, and is no fault of the program
    """Reading cannot go on."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        self.diagnostic = diagnostic


class ReadAgain(Exception):  # noqa: N818
    """A line has to be read differently: the fast parser accepted what the pure one does not."""


class _Open(Struct):
    """A collection whose end has not come yet."""

    event: "yaml.CollectionStartEvent"
    items: list[Node] = field(default_factory=list[Node])
    words: bool = False
    """It has a name or a type: on one line, it was meant as words."""


class Builder:
    """Nodes out of events; a list of open collections in place of recursion, so that depth is only a number."""

    def __init__(self, file: SourceFile, text: str, edits: list[Edit]) -> None:
        self.file = file
        self.text = text
        self.found: list[Mended] = []
        self._edits = edits
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._count = 0
        self._pure = False
        self._lines: list[str] = []

    def read(self, *, pure: bool) -> Node | None:
        """The root node; `ReadAgain` where the two parsers may differ and the fast one is reading."""
        self._pure = pure
        root: Node | None = None
        stack: list[_Open] = []
        documents = 0
        for event in _events(self.text, pure=pure):
            match event:
                case yaml.ScalarEvent():
                    node: Node = self._scalar(event, in_flow=bool(stack) and bool(stack[-1].event.flow_style))
                case yaml.CollectionStartEvent():
                    self._begin(event, stack)
                    continue
                case yaml.CollectionEndEvent():
                    node = self._close(stack.pop(), event)
                case yaml.AliasEvent():
                    node = self._alias(event)
                case yaml.DocumentStartEvent():
                    documents += 1
                    if documents > 1:
                        self._second_document(event)
                        break
                    continue
                case _:
                    continue
            if stack:
                stack[-1].items.append(node)
            else:
                root = node
        if "#" in self.text:
            self._find_lost_words()
        return None if root is not None and is_missing(root) else root

    def _begin(self, event: "yaml.CollectionStartEvent", stack: list[_Open]) -> None:
        self._counted(event)
        if len(stack) >= MAX_DEPTH:
            message = f"This is more than {MAX_DEPTH} levels deep."
            raise Stop(
                error(
                    "HB106",
                    message,
                    self._span(event),
                    "Lessons need about a dozen levels; look for brackets that are not closed.",
                )
            )
        self._refuse_reuse(event)
        stack.append(_Open(event, words=event.anchor is not None or event.tag is not None))

    def _line(self, number: int) -> str:
        """Line `number` of the text as it is read, from 1: lines that were mended are not those of the file."""
        if not self._lines:
            self._lines = self.text.split("\n")
        return self._lines[number - 1] if number <= len(self._lines) else ""

    def _counted(self, event: yaml.Event) -> None:
        self._count += 1
        if self._count > MAX_NODES:
            message = f"This file has more than {MAX_NODES:,} keys and values."
            raise Stop(error("HB107", message, self._span(event), "Split it into several lessons."))

    def _span(self, event: yaml.Event) -> Span:
        start, end = _start(event), _end(event)
        one_line = start.line == end.line and end.column > start.column
        return self._place(start.line + 1, start.column, end.column if one_line else start.column + 1)

    def _place(self, line: int, begin: int, end: int) -> Span:
        """A place in the file of columns, from 0, in the text as it is read."""
        if self._edits:
            begin, end = original_column(self._edits, line, begin), original_column(self._edits, line, end)
        return Span(self.file, line, begin + 1, end + 1)

    def _scalar(self, event: "yaml.ScalarEvent", *, in_flow: bool) -> ScalarNode:
        self._counted(event)
        start, end = _start(event), _end(event)
        self._starts.append(start.index)
        self._ends.append(end.index)
        style: Style = (
            "plain" if event.style is None or event.style == "" else "block" if event.style in "|>" else "quoted"
        )
        if not self._pure and self._may_differ(event, style, in_flow=in_flow):
            raise ReadAgain(event.value)
        if event.anchor is not None or event.tag is not None:
            self._refuse_reuse(event)
            return ScalarNode(self._raw_value(event), self._span(event), "quoted", end.line + 1)
        one_line = start.line == end.line
        span = self._place(start.line + 1, start.column, end.column if one_line else -1)
        last = end.line + 1 if style != "block" or end.column else end.line
        if style == "plain" and not one_line:
            self._check_swallowed(event)
        return ScalarNode(self._written(event, span), span, style, last)

    def _written(self, event: "yaml.ScalarEvent", span: Span) -> str:
        """The text of a scalar. Escapes between double quotes can ask for characters that no document may hold."""
        value: str = event.value
        if event.style != '"':
            return value
        value = OTHER_BREAKS.sub(" ", value)
        for sign in dict.fromkeys(UNSEEN.findall(value)):
            hint = "Delete the escape: a backslash between double quotes. Between single quotes it stands for itself."
            message = f"This text asks for a character that no document can hold (U+{ord(sign):04X})."
            self._add(error("HB108", message, span, hint))
        return UNSEEN.sub("", value)

    def _may_differ(self, event: yaml.ScalarEvent, style: Style, *, in_flow: bool) -> bool:
        """Texts that libyaml accepts and the pure parser does not."""
        if style == "block":
            return _HEADER.match(self.text, _start(event).index) is not None
        return style == "plain" and in_flow and "?" in event.value

    def _raw_value(self, event: yaml.Event) -> str:
        return self.text[_start(event).index : _end(event).index].strip()

    def _check_swallowed(self, event: "yaml.ScalarEvent") -> None:
        """A `- ` that is indented by one space too many becomes part of the text above it."""
        raw = self.text[_start(event).index : _end(event).index]
        for match in re.finditer(r"\n[ ]*(- )", raw):
            at = _start(event).index + match.start(1)
            line = self.text.count("\n", 0, at) + 1
            column = at - self.text.rfind("\n", 0, at) - 1
            span = self._place(line, column, column + 1)
            message = "This `- ` is indented further than the list above, so it became part of the text before it."
            self._add(error("HB111", message, span, "Put the dashes of a list under each other."))

    def _refuse_reuse(self, event: "yaml.ScalarEvent | yaml.CollectionStartEvent") -> None:
        if event.anchor is not None:
            self._refuse_sign(event, "HB115", "&", "a name for reuse (an anchor)")
        elif event.tag is not None:
            self._refuse_sign(event, "HB116", "!", "the name of a type (a tag)")

    def _alias(self, event: "yaml.AliasEvent") -> ScalarNode:
        self._counted(event)
        self._refuse_sign(event, "HB114", "*", "the reuse of another part (an alias)")
        return ScalarNode(self._raw_value(event), self._span(event), "quoted", _end(event).line + 1)

    def _refuse_sign(self, event: yaml.Event, code: str, sign: str, meaning: str) -> None:
        if not self._pure:
            raise ReadAgain(sign)
        line = self._line(_start(event).line + 1)
        column = _start(event).column
        if isinstance(event, yaml.CollectionStartEvent) and not event.flow_style:
            name = line[column:].split()[0]
            message = f"`{name}` is {meaning}; an outline is read as it stands."
            place = self._place(_start(event).line + 1, column, column + len(name))
            self._add(error(code, message, place, "Delete it."))
            return
        flow = value_after_lead(line) != column
        rest = (
            re.split(r"[,\]}]", line[column:], maxsplit=1)[0]
            if flow
            else re.split(r"\s#\s", line[column:], maxsplit=1)[0]
        )
        rest = rest.rstrip()
        message = (
            f"A text that begins with `{sign}` needs quotes: to YAML the sign is {meaning}, and the words are lost."
        )
        edit = Edit(_start(event).line + 1, column, column + len(rest), quoted(rest))
        self._add(error(code, message, self._place(edit.line, edit.begin, edit.end)), edit)

    def _close(self, opened: _Open, end: yaml.Event) -> Node:
        mark = _start(opened.event)
        span = self._place(mark.line + 1, mark.column, mark.column + 1)
        flow = bool(opened.event.flow_style)
        if opened.words and flow:
            text = self.text[mark.index : _end(end).index].strip()
            return ScalarNode(text, span, "quoted", _end(end).line + 1)
        if isinstance(opened.event, yaml.SequenceStartEvent):
            items = self._join_quoted(self._join_numbers(opened.items)) if flow else opened.items
            return ListNode(tuple(items), span, flow)
        return MapNode(self._entries(opened.items), span, flow)

    def _join_numbers(self, items: list[Node]) -> list[Node]:
        """`[2022, 80,524]`: the last two cells were one number."""
        joined: list[Node] = []
        for item in items:
            last = joined[-1] if joined else None
            if isinstance(item, ScalarNode) and isinstance(last, ScalarNode) and _splits_number(last, item):
                span = replace(last.span, end_column=item.span.end_column)
                joined[-1] = ScalarNode(f"{last.text},{item.text}", span, "plain", item.end_line)
            else:
                joined.append(item)
        if len(joined) < len(items):
            self._tell_numbers([node for node in joined if isinstance(node, ScalarNode) and node not in items])
        return joined

    def _tell_numbers(self, numbers: list[ScalarNode]) -> None:
        for number in numbers:
            parts = " and ".join(f"`{part}`" for part in number.text.split(","))
            message = (
                f"In brackets a comma separates, so {number.text} is {number.text.count(',') + 1} values here: {parts}."
            )
            line = self._line(number.span.line)
            begin = line.find(number.text, number.span.column - 1)
            edit = Edit(number.span.line, begin, begin + len(number.text), f'"{number.text}"')
            self._add(error("HB123", message, number.span), edit)

    def _join_quoted(self, items: list[Node]) -> list[Node]:
        """`[“one, two”]`: curly marks do not keep a text together."""
        joined: list[Node] = []
        for item in items:
            if isinstance(item, ScalarNode) and item.text.endswith("”") and "“" not in item.text:
                at = next((index for index in range(len(joined) - 1, -1, -1) if _opens_curly(joined[index])), None)
                if at is not None:
                    joined[at:] = [self._curly(cast("ScalarNode", joined[at]), item)]
                    continue
            joined.append(item)
        return joined

    def _curly(self, first: ScalarNode, last: ScalarNode) -> ScalarNode:
        """One text out of the parts between two curly marks that are on one line."""
        span = replace(first.span, end_column=last.span.end_column)
        line = self._line(span.line)
        begin = line.find(first.text, span.column - 1)
        end = line.find(last.text, begin) + len(last.text)
        words = line[begin + 1 : end - 1]
        message = "Curly quotation marks do not keep a text together, so YAML cuts this one at its comma."
        edit = Edit(span.line, begin, end, quoted(words)) if first.span.line == last.span.line and begin >= 0 else None
        self._add(error("HB125", message, span), edit)
        return ScalarNode(words if edit else first.text, span, "quoted", last.end_line)

    def _entries(self, items: list[Node]) -> dict[str, Entry]:
        entries: dict[str, Entry] = {}
        for key, value in zip(items[::2], items[1::2], strict=True):
            if not isinstance(key, ScalarNode):
                message = "A list or a group in brackets stands where the name of a field should be."
                self._add(error("HB127", message, key.span, "Put quotes around a text that begins with `[` or `{`."))
            elif self._asks_for_key(key):
                message = "A text that begins with `? ` needs quotes: to YAML it is a field's name."
                hint = f'Write: "{("? " + key.text)}"'
                self._add(error("HB127", message, key.span, hint))
            elif key.text == "<<" and key.style == "plain":
                message = "`<<:` would copy another part into this one; an outline is read as it stands."
                self._add(error("HB117", message, key.span, "Write the fields out."))
            elif key.text in entries:
                first = entries[key.text].key.span
                message = f"`{key.text}` is here for the second time; the first is on line {first.line}."
                self._add(error("HB113", message, key.span, "Keep one of the two, or put both into one list."))
            else:
                entries[key.text] = Entry(key, _placed(value, key))
        return entries

    def _asks_for_key(self, key: ScalarNode) -> bool:
        before = self._line(key.span.line)[: key.span.column - 1]
        return before.rstrip().endswith("?") and before.rstrip(" ?").rstrip("- ") == ""

    def _add(self, diagnostic: Diagnostic, edit: Edit | None = None) -> None:
        self.found.append(Mended(diagnostic, edit, late=True))

    def _second_document(self, event: yaml.Event) -> None:
        message = "`---` begins a second document; a file holds one lesson."
        self._add(
            error("HB126", message, self._span(event), "Delete this line, or move what follows into a file of its own.")
        )

    def _find_lost_words(self) -> None:
        """`- #1 rule`: what follows a space and `#` is a comment to YAML."""
        for match in _LOST.finditer(self.text):
            at = match.start()
            place = bisect_right(self._starts, at) - 1
            if place >= 0 and at < self._ends[place]:
                continue
            start = self.text.rfind("\n", 0, at) + 1
            line = self.text[start:].split("\n", 1)[0]
            alone = not line[: at - start].strip()
            if alone and _KEY_LINE.match(line.strip()):
                continue
            self._lost(line, self.text.count("\n", 0, at) + 1, at - start, alone=alone)

    def _lost(self, line: str, number: int, column: int, *, alone: bool) -> None:
        word = line[column:].split(maxsplit=1)[0]
        message = f"`{word}` and what follows it on this line is lost: a `#` after a space begins a comment."
        span = self._place(number, column, len(line))
        if alone:
            hint = f"For a comment write `# {word[1:]}`, with a space; words of a text that begin with # need quotes around the whole text."
            self._add(error("HB124", message, span, hint))
            return
        begin, end = value_after_lead(line), len(line.rstrip())
        self._add(error("HB124", message, span), Edit(number, begin, end, quoted(line[begin:end])))


def _placed(value: Node, key: ScalarNode) -> Node:
    """A value; where nothing was written, it stands at its key."""
    missing = isinstance(value, ScalarNode) and is_missing(value)
    return ScalarNode("", key.span, "plain", key.end_line) if missing else value


def _opens_curly(node: Node) -> bool:
    return isinstance(node, ScalarNode) and node.text.startswith("“") and "”" not in node.text


def _splits_number(left: ScalarNode, right: ScalarNode) -> bool:
    if left.style != "plain" or right.style != "plain" or left.span.line != right.span.line:
        return False
    if right.span.column != left.span.end_column + 1:
        return False
    return re.search(r"\d$", left.text) is not None and re.match(r"\d{3}(?!\d)", right.text) is not None


def _events(text: str, *, pure: bool) -> Iterator[yaml.Event]:
    loader = yaml.SafeLoader if pure or not yaml.__with_libyaml__ else yaml.CSafeLoader
    return yaml.parse(text, Loader=loader)


def _start(event: yaml.Event) -> yaml.Mark:
    return cast("yaml.Mark", event.start_mark)


def _end(event: yaml.Event) -> yaml.Mark:
    return cast("yaml.Mark", event.end_mark)
