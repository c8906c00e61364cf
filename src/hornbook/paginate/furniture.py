"""What every page carries: the running title, whom to call, and which page it is. Only the first page's help line is read."""

from msgspec.structs import replace

from hornbook.locale.words import phrase
from hornbook.paginate.headings import line
from hornbook.paginate.pieces import Piece, moved_all, stacked
from hornbook.paginate.setting import Setter, set_words
from hornbook.paginate.sheet import Sheet
from hornbook.plan.page import Box
from hornbook.plan.structure import ARTIFACT
from hornbook.source.runs import Run
from hornbook.typeset.paragraphs import natural_width, set_paragraphs
from hornbook.typeset.text import Paragraph, ParagraphStyle

NUMBER_WIDTH = 72.0
"""Of the page number, at the usual size."""
AT_RIGHT, MOST_AT_RIGHT = 0.4, 0.6
"""Of the width of a page: what stands at the right of the running title, and what it may take from the title."""
UNDER_HEAD = 4.0
"""From the running title to the line under it."""


def furniture(setter: Setter, sheet: Sheet, page: int, pages: int) -> tuple[Box, ...]:
    """Head and foot of page `page`, counted from 1."""
    return (*_foot(setter, sheet, page, pages), *(_running_head(setter, sheet) if page > 1 else ()))


def _running_head(setter: Setter, sheet: Sheet) -> tuple[Box, ...]:
    """The lesson at the left, what this is at the right."""
    area = sheet.head
    rule = line(area.left, area.bottom + UNDER_HEAD, area.width, "ink", 0.5)
    style = setter.style("furniture")
    kicker = shortened(setter.document.head.kicker, style, area.width * MOST_AT_RIGHT)
    wide = natural_width(Paragraph((Run(kicker),), style)) + 1.0 if kicker else 0.0
    between = style.size if wide > area.width * AT_RIGHT else 0.0
    part = area.width - max(wide, area.width * AT_RIGHT)
    words = shortened(setter.document.running_head, style, part - between)
    left = _set(setter, (Run(words),), part)
    drawn = (rule, *moved_all(left, area.left, area.top))
    if not kicker:
        return drawn
    right = set_words(setter, (Run(kicker),), replace(style, align="right"), area.width - part, element=ARTIFACT)
    return (*drawn, *moved_all(stacked(right)[1], area.left + part, area.top))


def shortened(words: str, style: ParagraphStyle, width: float) -> str:
    """As many of the words as stand on one line, and dots for the others."""
    if natural_width(Paragraph((Run(words),), style)) <= width:
        return words
    parts, low = words.split(), 0
    high = len(parts)
    while low < high:
        middle = (low + high + 1) // 2
        tried = natural_width(Paragraph((Run(_begun(parts, middle)),), style))
        low, high = (middle, high) if tried <= width else (low, middle - 1)
    return _begun(parts, low) if low else ""


def _begun(parts: list[str], count: int) -> str:
    return f"{' '.join(parts[:count])} ..."


def foot_lines(setter: Setter, width: float) -> int:
    """Lines that the help line takes beside the page number."""
    room = width - NUMBER_WIDTH * setter.em
    parts = (Paragraph(runs, style) for runs, style in _foot_parts(setter))
    return max(1, sum(len(set_paragraphs((part,), room, slack=0.0).lines) for part in parts))


def _foot_parts(setter: Setter) -> list[tuple[tuple[Run, ...], ParagraphStyle]]:
    """Whom to call, large enough to be read at arm's length; and who checked it, in the type of furniture."""
    parts: list[list[Run]] = [[]]
    for run in setter.document.help_line:
        if run.text == "\n":
            parts.append([])
        else:
            parts[-1].append(run)
    styles = (setter.style("help line" if any(run.strong for run in part) else "furniture") for part in parts)
    return [(tuple(part), style) for part, style in zip(parts, styles, strict=True) if part]


def _foot(setter: Setter, sheet: Sheet, page: int, pages: int) -> tuple[Box, ...]:
    foot = sheet.foot
    number_width = NUMBER_WIDTH * setter.em
    room = foot.width - number_width
    parts: list[Piece] = []
    for runs, style in _foot_parts(setter):
        element = setter.structure.add("P") if page == 1 else ARTIFACT
        parts += set_words(setter, runs, style, room, element=element, snap=False)
    drawn = stacked(parts)[1]
    key = "side_of" if setter.document.sheet_sides else "page_of"
    number = phrase(key, setter.language, page=page, pages=pages)
    ranged = replace(setter.style("furniture"), align="right")
    right = stacked(set_words(setter, (Run(number),), ranged, number_width, element=ARTIFACT))[1]
    return (
        line(foot.left, foot.top - 6.0, foot.width, "ink", 0.5),
        *moved_all(drawn, foot.left, foot.top),
        *moved_all(right, foot.left + room, foot.top),
    )


def _set(setter: Setter, runs: tuple[Run, ...], width: float, element: int = ARTIFACT) -> tuple[Box, ...]:
    return stacked(set_words(setter, runs, setter.style("furniture"), width, element=element))[1]
