"""`# hornbook: ignore HB514 because ...` in the outline: a rule is silent at one place, with a reason.

After text it is about its own line. On a line of its own it is about what begins on the next line, to its end: a point, a slide,
a section. In a translator's file such a line stands above an entry, and is about all of it. An ignore that nothing needs any longer is
reported, so that outlines do not collect them.
"""

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from hornbook.diagnostics import Diagnostic, SourceFile, Span, note, warning
from hornbook.patterns import lazy

_COMMENT = lazy(r"(?:^|\s)#\s*hornbook:(?P<rest>.*)$")
_FORM = lazy(r"\s*ignore\s+(?P<codes>HB\d{3}(?:[\s,]+HB\d{3})*)(?P<reason>.*)$")
_REASON = lazy(r"\s+because\s+\S")
_HINT = "Write: # hornbook: ignore HB514 because the film has no words"


class Ignore(Struct, frozen=True):
    code: str
    first: int
    last: int
    """Lines that it is about, both included."""
    span: Span

    def covers(self, found: Diagnostic) -> bool:
        span = found.span
        return (
            span is not None
            and found.code == self.code
            and span.file.path == self.span.file.path
            and self.first <= span.line <= self.last
        )


def apply_ignores(
    found: Sequence[Diagnostic], outline: SourceFile | None, rules: Iterable[str], *, whole: bool
) -> tuple[Diagnostic, ...]:
    """What is left to say. `whole` is whether every audience and every handout was looked at, so that an ignore can be called idle."""
    files = {each.span.file.path: each.span.file for each in found if each.span}
    if outline is not None:
        files[outline.path] = outline
    ignores: list[Ignore] = []
    said: list[Diagnostic] = []
    known = frozenset(rules)
    for file in files.values():
        if "hornbook:" in file.text:
            more, wrong = read_ignores(file, known)
            ignores += more
            said += wrong
    left = [each for each in found if not any(ignore.covers(each) for ignore in ignores)]
    if whole and outline is not None:
        said += (_idle(each) for each in ignores if _is_idle(each, found, outline))
    return (*left, *said)


def read_ignores(file: SourceFile, known: frozenset[str]) -> tuple[list[Ignore], list[Diagnostic]]:
    """The ignores of a file, and the comments that were meant as one."""
    lines = file.text.split("\n")
    ignores: list[Ignore] = []
    wrong: list[Diagnostic] = []
    for number, line in enumerate(lines, 1):
        comment = _COMMENT.search(line)
        if comment is None:
            continue
        column = line.index("#", comment.start()) + 1
        span = Span(file, number, column, len(line.rstrip()) + 1)
        form = _FORM.match(comment["rest"])
        codes = re.findall(r"HB\d{3}", form["codes"]) if form else []
        problem = _problem(form, codes, known)
        if problem:
            wrong.append(warning("HB590", problem, span, _HINT))
            continue
        alone = not line[: column - 1].strip()
        first, last = _about(file, lines, number) if alone else (number, number)
        ignores += [Ignore(code, first, last, span) for code in codes]
    return ignores, wrong


def _problem(form: re.Match[str] | None, codes: list[str], known: frozenset[str]) -> str:
    if form is None:
        return "This comment speaks to Hornbook and is not understood."
    unknown = [code for code in codes if code not in known]
    if unknown:
        return f"{unknown[0]} is not a rule that can be ignored."
    return "" if _REASON.match(form["reason"]) else "An ignore needs a reason."


def _about(file: SourceFile, lines: list[str], comment: int) -> tuple[int, int]:
    if not file.path.endswith(".po"):
        return _block(lines, comment)
    return comment, next((number for number in range(comment, len(lines)) if not lines[number].strip()), len(lines))


def _block(lines: list[str], comment: int) -> tuple[int, int]:
    """The first and the last line of what begins after a comment that stands alone (lines counted from 1)."""
    at = comment
    while at < len(lines) and (not lines[at].strip() or lines[at].lstrip().startswith("#")):
        at += 1
    if at >= len(lines):
        return comment, comment
    first = last = at + 1
    depth, is_item = _depth(lines[at]), lines[at].lstrip().startswith("- ")
    for number in range(at + 1, len(lines)):
        line = lines[number]
        if not line.strip():
            continue
        inside = _depth(line) > depth or (_depth(line) == depth and not is_item and line.lstrip().startswith("- "))
        if not inside:
            break
        last = number + 1
    return first, last


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _is_idle(ignore: Ignore, found: Sequence[Diagnostic], outline: SourceFile) -> bool:
    return ignore.span.file.path == outline.path and not any(ignore.covers(each) for each in found)


def _idle(ignore: Ignore) -> Diagnostic:
    message = f"There is nothing to ignore here any longer: {ignore.code} has no finding."
    return note("HB591", message, ignore.span, "Delete the comment.")
