"""No paragraph ends in a line of one short word, where another word has room beside it and the lines become no more."""

from collections.abc import Iterable

from msgspec.structs import replace

from hornbook.typeset.paragraphs import SLACK, set_paragraphs, tie_last_words
from hornbook.typeset.text import Line, Paragraph, TextLayout

_SHORT = 1 / 3
"""Of the longest line of the paragraph; in a narrow column a word of its own is no flaw."""

_SLIVER = 0.5


def tie_lone_words(paragraphs: tuple[Paragraph, ...], text: TextLayout) -> tuple[Paragraph, ...]:
    """The paragraphs of a text that is set, with their last two words tied where one would be left alone."""
    counts = [0] * len(paragraphs)
    for line in text.lines:
        counts[line.paragraph] += 1
    return tuple(
        _tied(paragraph, text.width) if count > 1 else paragraph
        for paragraph, count in zip(paragraphs, counts, strict=True)
    )


def _tied(paragraph: Paragraph, width: float) -> Paragraph:
    """Other programs break lines with the slack or without: the words must stand better in one and no worse in both."""
    tied = replace(paragraph, runs=tie_last_words(paragraph.runs))
    if tied == paragraph:
        return paragraph
    free = [set_paragraphs((paragraph,), width, slack=slack) for slack in (SLACK, 0.0)]
    if not any(_ends_lonely(text.lines) for text in free):
        return paragraph
    after = [set_paragraphs((tied,), width, slack=slack) for slack in (SLACK, 0.0)]
    return tied if all(_no_worse(*pair) for pair in zip(free, after, strict=True)) else paragraph


def _ends_lonely(lines: tuple[Line, ...]) -> bool:
    last = lines[-1]
    words = "".join(part.text for part in last.fragments if part.kind == "text" and not part.rise).split()
    return len(lines) > 1 and len(words) == 1 and _length(last) < _SHORT * max(map(_length, lines))


def _no_worse(free: TextLayout, tied: TextLayout) -> bool:
    if tied.overwide or len(tied.lines) > len(free.lines):
        return False
    return _shortest(tied.lines) > _shortest(free.lines) - _SLIVER


def _shortest(lines: Iterable[Line]) -> float:
    return min(map(_length, lines))


def _length(line: Line) -> float:
    """From the start of its words, not of their label."""
    return line.right - min((part.x for part in line.fragments if part.kind != "label"), default=0.0)
