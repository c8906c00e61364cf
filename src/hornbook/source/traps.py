"""Lines that YAML cannot read, in the words of someone who does not know YAML: what was taken for what, and the line as it should be."""

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from hornbook.diagnostics import Edit, SourceFile, Span, error
from hornbook.source.edits import Mended, original_column, quoted, value_after_lead
from hornbook.source.lines import closing, commas, end_of_quote, only_apostrophes, piece_at, without_comment

_OPENING = {"“": "”", "„": "“", "‘": "’", "«": "»"}


class Fault(Struct, frozen=True):
    """Where a parser stopped (line and column from 0) and what it said."""

    line: int
    column: int
    problem: str
    context: str = ""
    context_line: int = -1
    context_column: int = 0
    in_flow: bool = False


def explain_fault(file: SourceFile, text: str, fault: Fault, edits: Sequence[Edit] = ()) -> Mended:
    """The message for a place at which YAML stops, in a text with those edits made."""
    return _Explanation(file, text.split("\n"), fault, edits).explain()


class _Explanation:
    """One fault among its lines."""

    def __init__(self, file: SourceFile, lines: list[str], fault: Fault, edits: Sequence[Edit]) -> None:
        self.file = file
        self.edits = edits
        self.lines = lines
        self.fault = fault
        self.number = min(fault.line, len(lines) - 1)
        self.line = lines[self.number]

    def explain(self) -> Mended:
        if "escape" in self.fault.problem:
            return self._backslash()
        if "quoted scalar" in self.fault.context:
            return self._open_quote(self.fault.context_line, self.fault.context_column)
        if self.fault.in_flow:
            return self._in_brackets()
        if (opened := self._quote_open_above()) is not None:
            return self._open_quote(*opened)
        return self._directive() or self._on_the_line() or self._between_lines()

    def _directive(self) -> Mended | None:
        """A `%` at the very start makes an instruction to YAML of the line."""
        if not self.fault.problem.startswith("expected '<document start>'"):
            return None
        number = next((number for number, line in enumerate(self.lines) if line.startswith("%")), None)
        if number is None:
            return None
        self.number, self.line = number, self.lines[number]
        return self._leading_sign(0, self.line.rstrip())

    # A value that is not in brackets.

    def _on_the_line(self) -> Mended | None:
        """The text of this line needs quotes, for the sign that it begins with or for what is in it."""
        begin = value_after_lead(self.line)
        value = without_comment(self.line[begin:])
        if not value or self.fault.column < begin:
            return None
        first = value[0]
        if first in "\"'":
            return self._after_quote(begin, value)
        if first in "[{":
            return self._after_bracket(begin, value)
        if first in _OPENING and self._colon_in(value):
            inner = value[1:].removesuffix(_OPENING[first])
            message = f"`{first}` is not a quotation mark to YAML, so the colon in this text is read as the end of a field's name."
            return self._replace("HB125", message, begin, value, quoted(inner))
        if first in "*&!@`%|>?" and self.fault.column <= begin + len(value):
            return self._leading_sign(begin, value)
        if self._colon_in(value) and self.fault.column > begin:
            message = "There is a colon followed by a space in this text, so YAML takes the words before it for the name of a field."
            return self._replace("HB120", message, begin, value, quoted(value))
        if value.startswith("- ") and begin:
            message = "A list cannot begin on the line of its field."
            hint = "Put each `- ` on a line of its own below, or quotes around the text."
            return Mended(error("HB111", message, self._span(begin, 1), hint))
        return None

    def _colon_in(self, value: str) -> bool:
        return re.search(r":(\s|$)", value) is not None

    def _leading_sign(self, begin: int, value: str) -> Mended:
        sign = value[0]
        code = {"*": "HB114", "&": "HB115", "!": "HB116", "|": "HB129", ">": "HB129"}.get(sign, "HB118")
        message = f"A text that begins with `{sign}` needs quotes: the sign has a meaning of its own in YAML."
        if sign == "`":
            message = "A text that begins with a backtick needs quotes: the sign is kept for later use in YAML."
        return self._replace(code, message, begin, value, quoted(value))

    def _after_quote(self, begin: int, value: str) -> Mended | None:
        mark = value[0]
        if mark not in value[1:]:
            return self._open_quote(self.number, begin)
        inner = value[1:-1]
        whole = (
            value.endswith(mark) and len(value) > 1 and (inner.count(mark) % 2 == 1 or only_apostrophes(inner, mark))
        )
        message = f"There is more text after the closing `{mark}`; quotes have to go around the whole text."
        return self._replace("HB119", message, begin, value, quoted(inner if whole else value))

    def _after_bracket(self, begin: int, value: str) -> Mended | None:
        end = closing(value)
        if end < 0:
            return None
        if not value[end + 1 :].strip() or not value[end + 1 :].strip(" ]}"):
            return None
        mark = value[0]
        kind = "a list" if mark == "[" else "a group of fields"
        message = f"A text that begins with `{mark}` needs quotes: to YAML the bracket opens {kind}."
        return self._replace("HB122", message, begin, value, quoted(value))

    def _backslash(self) -> Mended:
        line, column = self.fault.context_line, self.fault.context_column
        source = self.lines[line]
        end = end_of_quote(source, column)
        message = "A backslash inside double quotes begins a special sign, and this one is not known."
        if end < 0:
            return Mended(
                error("HB109", message, self._span(self.fault.column, 1), "Use single quotes, or two backslashes.")
            )
        old = source[column : end + 1]
        self.number, self.line = line, source
        answer = self._replace("HB109", message, column, old, quoted(old[1:-1]))
        at = max(column, source.find("\\", column))
        return replace(answer, diagnostic=replace(answer.diagnostic, span=self._span(at, 1)))

    def _open_quote(self, number: int, begin: int) -> Mended:
        """A quotation mark that is never closed on its line."""
        self.number, self.line = number, self.lines[number]
        value = without_comment(self.line[begin:])
        mark = value[:1]
        message = f"The quotation mark `{mark}` is opened here and not closed."
        piece = re.split(r"[\]},]", value, maxsplit=1)[0].rstrip() if self._opens_bracket_before(begin) else value
        return self._replace("HB121", message, begin, piece, quoted(piece[1:]))

    def _opens_bracket_before(self, begin: int) -> bool:
        return "[" in self.line[:begin] or "{" in self.line[:begin]

    # A value in brackets or braces.

    def _in_brackets(self) -> Mended:
        first = self._block_value_in_brackets()
        if first:
            return first
        if self.fault.context_line >= 0 and self.fault.line > self.fault.context_line and self._looks_like_block():
            return self._open_bracket(self.fault.context_line, self.fault.context_column)
        if not self.line.strip() and (opened := self._bracket_open_above()) is not None:
            return self._open_bracket(*opened)
        start, end = piece_at(self.line, self.fault.column)
        piece = self.line[start:end]
        if not piece.strip():
            return self._wrong_bracket()
        skipped = re.match(r" *(?:[a-z][a-z_]* *: +)?", piece)
        start += skipped.end() if skipped else 0
        value = self.line[start:end].rstrip()
        if not value or (value[0] in "\"'" and end_of_quote(value, 0) == len(value) - 1):
            return self._wrong_bracket()
        return self._quote_piece(start, value)

    def _block_value_in_brackets(self) -> Mended | None:
        """`- [@id] first`: the text of the line begins with a bracket that was meant as words."""
        begin = value_after_lead(self.line)
        value = without_comment(self.line[begin:])
        if not value or value[0] not in "[{" or self.fault.column < begin:
            return None
        if not value.startswith("[@") and self.fault.column > begin + max(closing(value), 0):
            return self._after_bracket(begin, value)
        end = closing(value)
        if value.startswith("[@") or (end >= 0 and value[end + 1 :].strip() and not commas(value[: end + 1])):
            kind = "a list" if value[0] == "[" else "a group of fields"
            message = f"A text that begins with `{value[0]}` needs quotes: to YAML the bracket opens {kind}."
            return self._replace("HB122", message, begin, value, quoted(value))
        return None

    def _quote_piece(self, start: int, value: str) -> Mended:
        first = value[0]
        if first in "\"'":
            return self._after_quote(start, value) or self._wrong_bracket()
        if first in "*&!@`%|>":
            return self._leading_sign(start, value)
        if self._colon_in(value):
            message = "There is a colon followed by a space in this text, so YAML takes the words before it for the name of a field."
            return self._replace("HB120", message, start, value, quoted(value))
        if "?" in value:
            message = "Inside brackets a text with a question mark needs quotes."
            return self._replace("HB122", message, start, value, quoted(value))
        return self._wrong_bracket()

    def _looks_like_block(self) -> bool:
        return not self.line.strip() or re.match(r"\s*(?:- |[\w ]+:(?: |$))", self.line) is not None

    def _bracket_open_above(self) -> tuple[int, int] | None:
        """The last bracket before the end of the file that has no partner on its line."""
        for number in range(self.number - 1, -1, -1):
            line = self.lines[number]
            unclosed: list[int] = []
            for column, sign in enumerate(line):
                if sign in "[{":
                    unclosed.append(column)
                elif sign in "]}" and unclosed:
                    unclosed.pop()
            if unclosed:
                return number, unclosed[-1]
        return None

    def _open_bracket(self, number: int, column: int) -> Mended:
        self.number, self.line = number, self.lines[number]
        mark = self.line[column : column + 1]
        other = {"[": "]", "{": "}"}.get(mark, "]")
        end = len(without_comment(self.line).rstrip())
        begin = end - 1 if self.line[end - 1] == "," else end
        edit = Edit(self.number + 1, begin, end, other)
        mended = edit.apply(self.line)
        diagnostic = error(
            "HB122",
            f"The bracket `{mark}` is opened here and not closed.",
            self._span(column, 1),
            f"Write: {mended.strip()}",
        )
        return Mended(diagnostic, edit if mended.count(mark) == mended.count(other) else None)

    def _wrong_bracket(self) -> Mended:
        mark = self.line[self.fault.column : self.fault.column + 1]
        what = f"`{mark}`" if mark.strip() else "the end of the line"
        context = self.fault.context_line
        opened = (
            f" The bracket that is open began on line {context + 1}, column {self.fault.context_column + 1}."
            if context >= 0
            else ""
        )
        message = f"YAML did not expect {what} here, inside brackets.{opened}"
        hint = "Check that each `[` has its `]`, each `{` its `}`, that commas separate the parts, and that texts with signs in them have quotes."
        return Mended(error("HB122", message, self._span(self.fault.column, 1), hint))

    # What is wrong lies between this line and those above.

    def _between_lines(self) -> Mended:
        above = self._line_above()
        if self.fault.problem.startswith("expected '<document start>'"):
            return self._after_the_end()
        if above is not None and ("mapping values" in self.fault.problem or "expected ':'" in self.fault.problem):
            return self._no_colon(above) or self._indented(above)
        return self._indented(above)

    def _line_above(self) -> int | None:
        numbers = range(self.number - 1, -1, -1)
        return next(
            (
                number
                for number in numbers
                if self.lines[number].strip() and not self.lines[number].lstrip().startswith("#")
            ),
            None,
        )

    def _quote_open_above(self) -> tuple[int, int] | None:
        """The line and column of a quotation mark above that is closed only by one on this line, which opens another text."""
        for number in range(self.number - 1, max(-1, self.number - 30), -1):
            line = self.lines[number]
            begin = value_after_lead(line)
            if line[begin : begin + 1] in ("'", '"') and end_of_quote(line, begin) < 0:
                text = "\n".join(self.lines[number : self.number + 1])
                end = end_of_quote(text, begin)
                return (number, begin) if end < 0 or "\n" not in text[end:] else None
        return None

    def _no_colon(self, above: int) -> Mended | None:
        """`title Foo` and `title:Foo`: the line above has no field's name."""
        line = self.lines[above]
        here = len(self.line) - len(self.line.lstrip())
        match = re.match(r"(\s*(?:- +)*)([a-z_]+)(:?)( *)(\S.*)$", line)
        if match is None or re.search(r":(\s|$)", line) or len(match[1]) > here:
            return None
        self.number, self.line = above, line
        edit = Edit(above + 1, match.end(2), match.start(5), ": ")
        mended = edit.apply(line)
        if match[3]:
            message = f"There has to be a space after the colon of `{match[2]}:`."
        else:
            message = f"There is no colon after `{match[2]}`, so this line is not a field."
        diagnostic = error(
            "HB128", message, self._span(len(match[1]), len(match[2]) + len(match[3])), f"Write: {mended.strip()}"
        )
        return Mended(diagnostic, edit)

    def _indented(self, above: int | None) -> Mended:
        here = len(self.line) - len(self.line.lstrip())
        span = self._span(here, max(1, len(self.line.strip())))
        if above is None:
            return Mended(
                error(
                    "HB110",
                    "YAML cannot read this line.",
                    span,
                    "An outline is made of `name: value` lines and lists of `- ` lines.",
                )
            )
        other = self.lines[above]
        there = len(other) - len(other.lstrip())
        if here != there:
            way = "right" if here > there else "left"
            by = abs(here - there)
            message = f"This line does not fit under the lines above: it begins {by} space{'s' if by != 1 else ''} further {way} than line {above + 1}."
        else:
            message = f"This line does not fit under line {above + 1}, which is another kind of line."
        hint = "Fields of one thing begin in the same column; so do the dashes of one list. What belongs to a field stands further right than it."
        return Mended(error("HB111", message, span, hint))

    def _after_the_end(self) -> Mended:
        column = min(self.fault.column, max(0, len(self.line) - 1))
        mark = self.line[column : column + 1]
        message = f"`{mark}` closes nothing." if mark in ("]", "}") else "The outline ends above this line."
        return Mended(
            error(
                "HB122" if mark in ("]", "}") else "HB110",
                message,
                self._span(column, 1),
                "Delete it, or find the part it belongs to.",
            )
        )

    # Making the answer.

    def _replace(self, code: str, message: str, begin: int, old: str, new: str) -> Mended:
        edit = Edit(self.number + 1, begin, begin + len(old), new)
        span = self._span(begin, len(old))
        return Mended(error(code, message, span, f"Write: {edit.apply(self.line).strip()}"), edit)

    def _span(self, column: int, length: int) -> Span:
        line = self.number + 1
        begin = original_column(self.edits, line, column)
        end = original_column(self.edits, line, column + length)
        return Span(self.file, line, begin + 1, max(begin + 1, end) + 1)
