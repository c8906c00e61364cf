"""A file as its author meant it: edits made line by line, spaces at the ends of lines and signs that nobody can see taken away.

Line ends, the mark at the start of a file, comments and layout stay as they are.
"""

import re
from collections.abc import Iterable, Iterator

from hornbook.diagnostics import Edit, SourceFile
from hornbook.source.building import UNSEEN
from hornbook.source.edits import apart
from hornbook.source.nodes import ListNode, MapNode, Node, ScalarNode
from hornbook.source.outline import read_outline

_MARK = "\ufeff"
_END = re.compile("\r\n|\r|\n")


def tidied(text: str, edits: Iterable[Edit]) -> str:
    """The text of a file with edits made and spaces trimmed; edits that overlap wait for another round."""
    mark = _MARK if text.startswith(_MARK) else ""
    ends = _END.findall(text)
    lines = _END.split(text.removeprefix(_MARK))
    for edit in apart(list(dict.fromkeys(edits))):
        lines[edit.line - 1] = edit.apply(lines[edit.line - 1])
    lines = _trimmed([UNSEEN.sub("", line) for line in lines])
    return mark + "".join(line + end for line, end in zip(lines, [*ends, ""], strict=True))


def changed_lines(old: str, new: str) -> tuple[int, ...]:
    """The numbers of the lines that are not the same any longer."""
    pairs = zip(_END.split(old), _END.split(new), strict=False)
    return tuple(number for number, (before, after) in enumerate(pairs, 1) if before != after)


def _trimmed(lines: list[str]) -> list[str]:
    """Lines without spaces at their ends. Two of them inside a text that stands in lines break a line, and stay."""
    if not any(line != line.rstrip(" \t") for line in lines):
        return lines
    root, _ = read_outline(SourceFile("", "\n".join(lines)))
    if root is None:
        return lines
    inside = {number for first, last in _blocks(root) for number in range(first + 1, last)}
    return [
        line if number in inside and line.strip() and line.endswith("  ") else line.rstrip(" \t")
        for number, line in enumerate(lines, 1)
    ]


def _blocks(node: Node) -> Iterator[tuple[int, int]]:
    """First and last line of each text that stands in lines of its own."""
    match node:
        case ScalarNode(style="block"):
            yield node.span.line, node.end_line
        case ScalarNode():
            return
        case ListNode(items=items):
            for item in items:
                yield from _blocks(item)
        case MapNode():
            for entry in node:
                yield from _blocks(entry.value)
