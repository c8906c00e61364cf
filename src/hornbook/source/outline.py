"""The text of an outline becomes nodes with places: YAML's events are read, its types and its reuse of parts are refused.

A line that YAML cannot read is answered in the author's words and mended in memory, so that the rest of the file is read as well.
The fast parser (libyaml) and the pure one give the same nodes and the same messages: where either fails, the pure one says where.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import yaml

from hornbook.diagnostics import Diagnostic, SourceFile, Span, error
from hornbook.source.nodes import Entry, ListNode, MapNode, Node, ScalarNode, Style
from hornbook.source.traps import Edit, Fault, Mended, explain_fault, original_column, quoted, value_after_lead

MAX_CHARACTERS = 2_000_000
MAX_DEPTH = 32
MAX_NODES = 200_000
_MAX_MENDED = 50

_CONTROL = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_OTHER_BREAKS = re.compile("[\x85\u2028\u2029]")
_LEADING_TAB = re.compile(r"^(?:[ \t]*\t[ \t]*|[ \t]*(?:-[ \t]+)*-[ ]*\t[ \t]*)(?=[^ \t\n])", re.MULTILINE)
_LOST = re.compile(r"(?:^|(?<=[ \n]))#(?=[^\s#!=\-])", re.MULTILINE)
_KEY_LINE = re.compile(r"#?\s*(?:- )?[\w ]{1,30}:(?:\s|$)")


class _Stop(Exception):  # noqa: N818 - it ends the reading of a file, and is no fault of the program
    """Reading cannot go on."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        self.diagnostic = diagnostic


class _Mend(Exception):  # noqa: N818
    """A line has to be read differently: the fast parser accepted what the pure one does not."""


def read_outline(file: SourceFile, *, pure: bool = False) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The root node of a file and everything that YAML makes of it that its author did not mean.

    `pure` reads with PyYAML's own parser even where libyaml is there.
    """
    early = _refuse_text(file)
    if early:
        return None, early
    text = _OTHER_BREAKS.sub(" ", file.text).replace("\t", " ")
    found: list[Mended] = []
    edits: list[Edit] = []
    for _ in range(_MAX_MENDED):
        builder = _Builder(file, text, edits)
        try:
            root = builder.read(pure=pure)
        except _Stop as stop:
            return None, _answers(text, [*found, *builder.found, Mended(stop.diagnostic)])
        except (yaml.YAMLError, _Mend) as problem:
            mended = explain_fault(file, text, _fault(text, problem), edits)
            found.append(mended)
            if mended.edit is None:
                return None, _answers(text, found)
            edits.append(mended.edit)
            text = _edited(text, mended.edit)
            continue
        return root, _answers(text, [*found, *builder.found])
    return None, _answers(text, found)


def _edited(text: str, edit: Edit) -> str:
    lines = text.split("\n")
    lines[edit.line - 1] = edit.apply(lines[edit.line - 1])
    return "\n".join(lines)


def _answers(text: str, found: list[Mended]) -> tuple[Diagnostic, ...]:
    """The messages in order; where a line has several faults, each shows the line with all of them mended."""
    lines = text.split("\n")
    late = [mended.edit for mended in found if mended.edit and mended.late]
    for edit in _apart(late):
        lines[edit.line - 1] = edit.apply(lines[edit.line - 1])
    answers = [
        replace(mended.diagnostic, hint=f"Write: {lines[mended.edit.line - 1].strip()}")
        if mended.edit
        else mended.diagnostic
        for mended in found
    ]
    return tuple(sorted(dict.fromkeys(answers), key=lambda diagnostic: diagnostic.sort_key))


def _apart(edits: list[Edit]) -> list[Edit]:
    """Edits from the right to the left of each line, without those that another one covers."""
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: (edit.line, edit.begin, -edit.end)):
        if not kept or kept[-1].line != edit.line or edit.begin >= kept[-1].end:
            kept.append(edit)
    return kept[::-1]


def _refuse_text(file: SourceFile) -> tuple[Diagnostic, ...]:
    """Messages about a text that is not tried at all."""
    text = file.text
    if len(text) > MAX_CHARACTERS:
        hint = "Split it into several lessons."
        return (
            error("HB105", f"This file has {len(text):,} characters; {MAX_CHARACTERS:,} are read.", Span(file), hint),
        )
    if not text.strip():
        return (error("HB102", "This file is empty.", Span(file), "Write at least `title:` and one slide."),)
    if match := _CONTROL.search(text):
        name = f"U+{ord(match[0]):04X}"
        hint = "Delete it. It often comes with text pasted from slides or a web page."
        return (
            error(
                "HB108", f"There is an invisible character here ({name}).", _span_at(file, text, match.start()), hint
            ),
        )
    if "\t" in text:
        return tuple(_tab(file, text, match) for match in _LEADING_TAB.finditer(text))
    return ()


def _tab(file: SourceFile, text: str, match: re.Match[str]) -> Diagnostic:
    at = text.index("\t", match.start())
    rest = text[match.end() :].split("\n", 1)[0]
    line = match[0].replace("\t", "  ") + rest
    return error(
        "HB112",
        "A tab stands before the text of this line; YAML counts spaces.",
        _span_at(file, text, at),
        f"Write: {line.rstrip()}",
    )


def _span_at(file: SourceFile, text: str, index: int, length: int = 1) -> Span:
    line = text.count("\n", 0, index)
    column = index - (text.rfind("\n", 0, index) + 1)
    return Span(file, line + 1, column + 1, column + 1 + length)


def _fault(text: str, problem: Exception) -> Fault:
    """Where the pure parser stops, whichever parser stumbled; the fast one's own place where the pure one reads on."""
    loader = yaml.SafeLoader(text)
    try:
        while loader.check_event():
            loader.get_event()
    except yaml.MarkedYAMLError as pure:
        return _fault_of(pure, in_flow=loader.flow_level > 0 or "flow" in (pure.context or ""))
    except yaml.YAMLError:
        return Fault(0, 0, str(problem))
    if isinstance(problem, yaml.MarkedYAMLError):
        return _fault_of(problem, in_flow=False)
    return Fault(0, 0, str(problem))


def _fault_of(problem: yaml.MarkedYAMLError, *, in_flow: bool) -> Fault:
    mark, context = problem.problem_mark, problem.context_mark
    return Fault(
        mark.line if mark else 0,
        mark.column if mark else 0,
        problem.problem or "",
        context=problem.context or "",
        context_line=context.line if context else -1,
        context_column=context.column if context else 0,
        in_flow=in_flow,
    )


@dataclass(slots=True)
class _Open:
    """A collection whose end has not come yet."""

    event: "yaml.CollectionStartEvent"
    items: list[Node] = field(default_factory=list[Node])
    complex_key: bool = False


class _Builder:
    """Nodes out of events; a list of open collections in place of recursion, so that depth is only a number."""

    def __init__(self, file: SourceFile, text: str, edits: list[Edit]) -> None:
        self.file = file
        self.text = text
        self.found: list[Mended] = []
        self._edits = edits
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._count = 0
        self._lines: list[str] = []

    def read(self, *, pure: bool) -> Node | None:
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
                    node = self._close(stack.pop())
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
        self._find_lost_words()
        return root

    def _begin(self, event: "yaml.CollectionStartEvent", stack: list[_Open]) -> None:
        self._counted(event)
        if len(stack) >= MAX_DEPTH:
            message = f"This is more than {MAX_DEPTH} levels deep."
            raise _Stop(
                error(
                    "HB106",
                    message,
                    self._span(event),
                    "Lessons need about a dozen levels; look for brackets that are not closed.",
                )
            )
        self._refuse_reuse(event)
        stack.append(_Open(event))

    def _line(self, number: int) -> str:
        """Line `number` of the text as it is read, from 1: lines that were mended are not those of the file."""
        if not self._lines:
            self._lines = self.text.split("\n")
        return self._lines[number - 1] if number <= len(self._lines) else ""

    def _counted(self, event: yaml.Event) -> None:
        self._count += 1
        if self._count > MAX_NODES:
            message = f"This file has more than {MAX_NODES:,} keys and values."
            raise _Stop(error("HB107", message, self._span(event), "Split it into several lessons."))

    def _span(self, event: yaml.Event) -> Span:
        start, end = event.start_mark, event.end_mark
        one_line = start.line == end.line and end.column > start.column
        return self._place(start.line + 1, start.column, end.column if one_line else start.column + 1)

    def _place(self, line: int, begin: int, end: int) -> Span:
        """A place in the file of columns, from 0, in the text as it is read."""
        if self._edits:
            begin, end = original_column(self._edits, line, begin), original_column(self._edits, line, end)
        return Span(self.file, line, begin + 1, end + 1)

    def _scalar(self, event: "yaml.ScalarEvent", *, in_flow: bool) -> ScalarNode:
        self._counted(event)
        start, end = event.start_mark, event.end_mark
        self._starts.append(start.index)
        self._ends.append(end.index)
        style: Style = (
            "plain" if event.style is None or event.style == "" else "block" if event.style in "|>" else "quoted"
        )
        if style == "plain" and in_flow and "?" in event.value:
            raise _Mend(event.value)
        if event.anchor is not None or event.tag is not None:
            self._refuse_reuse(event)
            return ScalarNode(self._raw_value(event), self._span(event), "quoted", end.line + 1)
        one_line = start.line == end.line
        span = self._place(start.line + 1, start.column, end.column if one_line else -1)
        last = end.line + 1 if style != "block" or end.column else end.line
        if style == "plain" and not one_line:
            self._check_swallowed(event)
        return ScalarNode(event.value, span, style, last)

    def _raw_value(self, event: yaml.Event) -> str:
        return self.text[event.start_mark.index : event.end_mark.index].strip()

    def _check_swallowed(self, event: "yaml.ScalarEvent") -> None:
        """A `- ` that is indented by one space too many becomes part of the text above it."""
        raw = self.text[event.start_mark.index : event.end_mark.index]
        for match in re.finditer(r"\n[ ]*(- )", raw):
            at = event.start_mark.index + match.start(1)
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
        return ScalarNode(self._raw_value(event), self._span(event), "quoted", event.end_mark.line + 1)

    def _refuse_sign(self, event: yaml.Event, code: str, sign: str, meaning: str) -> None:
        line = self._line(event.start_mark.line + 1)
        column = event.start_mark.column
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
        edit = Edit(event.start_mark.line + 1, column, column + len(rest), quoted(rest))
        self._add(error(code, message, self._place(edit.line, edit.begin, edit.end)), edit)

    def _close(self, opened: _Open) -> Node:
        mark = opened.event.start_mark
        span = self._place(mark.line + 1, mark.column, mark.column + 1)
        flow = bool(opened.event.flow_style)
        if isinstance(opened.event, yaml.SequenceStartEvent):
            items = self._join_numbers(opened.items) if flow else opened.items
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
                entries[key.text] = Entry(key, value)
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


def _splits_number(left: ScalarNode, right: ScalarNode) -> bool:
    if left.style != "plain" or right.style != "plain" or left.span.line != right.span.line:
        return False
    if right.span.column != left.span.end_column + 1:
        return False
    return re.search(r"\d$", left.text) is not None and re.match(r"\d{3}(?!\d)", right.text) is not None


def _events(text: str, *, pure: bool) -> Iterator[yaml.Event]:
    loader = yaml.SafeLoader if pure or not yaml.__with_libyaml__ else yaml.CSafeLoader
    return yaml.parse(text, Loader=loader)
