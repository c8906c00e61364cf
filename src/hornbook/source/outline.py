"""The text of an outline becomes nodes with places: YAML's events are read, its types and its reuse of parts are refused.

A line that YAML cannot read is answered in the author's words and mended in memory, so that the rest of the file is read as well.
The fast parser (libyaml) and the pure one give the same nodes and the same messages: where either fails, the pure one says where.
"""

import re

import yaml
from msgspec.structs import replace

from hornbook.diagnostics import Diagnostic, Edit, SourceFile, Span, error
from hornbook.source.building import MAX_DEPTH, OTHER_BREAKS, UNSEEN, Builder, ReadAgain, Stop
from hornbook.source.edits import Mended, apart, edited
from hornbook.source.nodes import Node, lines_of
from hornbook.source.traps import Fault, explain_fault

MAX_CHARACTERS = 3_000_000
_LEAST_ROUNDS, _MOST_ROUNDS = 3, 50
"""How often a file is read again after a fault."""
_MOST_READ = 400_000
"""Characters that are read in search of faults, all rounds together: finding one takes the pure parser's time, up to its place."""

_LEADING_TAB = re.compile(r"^(?:[ \t]*\t[ \t]*|[ \t]*(?:-[ \t]+)*-[ ]*\t[ \t]*)(?=[^ \t\n])", re.MULTILINE)


def read_outline(file: SourceFile, *, pure: bool = False) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The root node of a file and everything that YAML makes of it that its author did not mean.

    `pure` reads with PyYAML's own parser even where libyaml is there.
    """
    early = _refuse_text(file)
    if early:
        return None, early
    text = OTHER_BREAKS.sub(" ", file.text).replace("\t", " ")
    found: list[Mended] = []
    edits: list[Edit] = []
    rounds = again_read = 0
    while rounds < _LEAST_ROUNDS or (rounds < _MOST_ROUNDS and again_read < _MOST_READ):
        rounds += 1
        builder = Builder(file, text, edits)
        try:
            root = builder.read(pure=pure)
        except Stop as stop:
            return None, _answers(file, text, [*found, *builder.found, Mended(stop.diagnostic)])
        except (yaml.YAMLError, ReadAgain) as problem:
            fault = _fault(text, problem)
            again_read += (2 if pure else 1) * _length_before(text, fault)
            if fault is None:
                pure = True
                continue
            mended = explain_fault(file, text, fault, edits)
            again = _mended_before(edits, mended)
            if not again:
                found.append(mended)
            if again or mended.edit is None:
                return None, _answers(file, text, found)
            edits.append(mended.edit)
            text = edited(text, mended.edit)
            continue
        if root is None:
            message = "There is nothing in this file but comments."
            found.append(Mended(error("HB102", message, Span(file), "Write at least `title:` and one slide.")))
        return root, _answers(file, text, [*found, *builder.found])
    return None, _answers(file, text, found)


def _mended_before(edits: list[Edit], mended: Mended) -> bool:
    """Whether mending goes round in circles: a place that was mended is at fault again."""
    edit = mended.edit
    return edit is not None and any(one.line == edit.line and edit.begin <= one.begin < edit.end for one in edits)


def _length_before(text: str, fault: Fault | None) -> int:
    """How many characters the pure parser has read when it comes to a fault."""
    return sum(map(len, text.split("\n")[: fault.line])) if fault else len(text)


def _answers(file: SourceFile, text: str, found: list[Mended]) -> tuple[Diagnostic, ...]:
    """The messages in order; where a line has several faults, each shows the line with all of them mended."""
    lines = text.split("\n")
    late = [mended.edit for mended in found if mended.edit and mended.late]
    for edit in apart(late):
        lines[edit.line - 1] = edit.apply(lines[edit.line - 1])
    answers = [
        _with_line(mended.diagnostic, mended.edit.line, lines[mended.edit.line - 1], file)
        if mended.edit
        else mended.diagnostic
        for mended in found
    ]
    return tuple(sorted(dict.fromkeys(answers), key=lambda diagnostic: diagnostic.sort_key))


def _with_line(diagnostic: Diagnostic, number: int, line: str, file: SourceFile) -> Diagnostic:
    """The message with the whole line as it should be."""
    fix = Edit(number, 0, len(lines_of(file)[number - 1]), line)
    return replace(diagnostic, hint=f"Write: {line.strip()}", fix=fix)


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
    if match := UNSEEN.search(text):
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
    line = (match[0].replace("\t", "  ") + rest).rstrip()
    message = "A tab stands before the text of this line; YAML counts spaces."
    span = _span_at(file, text, at)
    return _with_line(error("HB112", message, span), span.line, line, file)


def _span_at(file: SourceFile, text: str, index: int, length: int = 1) -> Span:
    line = text.count("\n", 0, index)
    column = index - (text.rfind("\n", 0, index) + 1)
    return Span(file, line + 1, column + 1, column + 1 + length)


def _fault(text: str, problem: Exception) -> Fault | None:
    """Where the pure parser stops, whichever parser stumbled; None where the pure one reads on."""
    loader = yaml.SafeLoader(text)
    started, depth = False, 0
    try:
        while loader.check_event() and not (started and loader.check_event(yaml.DocumentStartEvent)):
            started = started or loader.check_event(yaml.DocumentStartEvent)
            event = loader.get_event()  # type: ignore[no-untyped-call]  # pyright: ignore[reportUnknownMemberType]
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > MAX_DEPTH:  # libyaml has a limit of its own, and each level more costs the pure parser more
                return None
    except yaml.MarkedYAMLError as pure:
        return _fault_of(pure, in_flow=loader.flow_level > 0 or "flow" in (pure.context or ""))
    except yaml.YAMLError:
        return Fault(0, 0, str(problem))
    return None


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
