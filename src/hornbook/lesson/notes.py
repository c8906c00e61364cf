"""Speaker notes: paragraphs, lists, and the cue that a paragraph begins with (`Say:`, `Ask:`, `Do:`, `Watch for:`)."""

import re
from typing import cast

from hornbook.lesson.model import Cue, NoteBlock, NoteList, NoteParagraph
from hornbook.lesson.reading import Reading, read_part
from hornbook.source.nodes import ListNode, Node, ScalarNode
from hornbook.source.runs import Text

_CUE = re.compile(r"(say|ask|do|watch for)\s*:\s*", re.IGNORECASE)
_ITEM = re.compile(r"(?:[-*]|(\d{1,3})[.)])\s+(?=\S)")


def read_notes(reading: Reading, node: Node | None) -> tuple[NoteBlock, ...]:
    """The blocks of a slide's notes; a YAML list is a list."""
    if isinstance(node, ListNode):
        items = reading.texts(node, "title")
        return (NoteList(items, ordered=False),) if items else ()
    scalar = reading.scalar(node)
    return _blocks(reading, scalar) if scalar else ()


def _blocks(reading: Reading, scalar: ScalarNode) -> tuple[NoteBlock, ...]:
    blocks: list[NoteBlock] = []
    for start, end, ordered in _pieces(scalar.text):
        if ordered is None:
            cue = _CUE.match(scalar.text, start, end)
            text = _read(reading, scalar, cue.end() if cue else start, end)
            if text:
                name = cast("Cue", cue[1].lower()) if cue else ""
                blocks.append(NoteParagraph(text, name))
            continue
        marker = _ITEM.match(scalar.text, start, end)
        text = _read(reading, scalar, marker.end() if marker else start, end)
        last = blocks[-1] if blocks else None
        if text and isinstance(last, NoteList) and last.ordered == ordered:
            blocks[-1] = NoteList((*last.items, text), ordered=ordered)
        elif text:
            blocks.append(NoteList((text,), ordered=ordered))
    return tuple(blocks)


def note_pieces(text: str) -> list[tuple[int, int, str]]:
    """Start and end of the words of each paragraph and item, without cue and mark, and the cue in small letters."""
    found: list[tuple[int, int, str]] = []
    for start, end, ordered in _pieces(text):
        lead = (_CUE if ordered is None else _ITEM).match(text, start, end)
        cue = lead[1].lower() if lead and ordered is None else ""
        found.append((lead.end() if lead else start, end, cue))
    return found


def _read(reading: Reading, scalar: ScalarNode, start: int, end: int) -> Text | None:
    return read_part(reading, scalar.part(start, end), "title") if start < end else None


def _pieces(text: str) -> list[tuple[int, int, bool | None]]:
    """Start, end and kind of each paragraph (None) and list item (whether it is numbered)."""
    pieces: list[tuple[int, int, bool | None]] = []
    going_on = False
    at = 0
    for line in text.split("\n"):
        start = at + len(line) - len(line.lstrip())
        end = at + len(line.rstrip())
        at += len(line) + 1
        if start >= end:
            going_on = False
            continue
        item = _ITEM.match(text, start, end)
        if item:
            pieces.append((start, end, item[1] is not None))
        elif going_on and not _CUE.match(text, start, end):
            pieces[-1] = (pieces[-1][0], end, pieces[-1][2])
        else:
            pieces.append((start, end, None))
        going_on = True
    return pieces
