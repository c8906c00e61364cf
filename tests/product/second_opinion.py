"""What another program makes of a deck that must not shrink its text: where it breaks lines, and whether ink leaves a box.

LibreOffice shrinks text that overflows, so it judges decks written without autofit, in which nothing is shrunk.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate

import pypdfium2
from msgspec.structs import replace
from pypdfium2 import raw

from hornbook.plan.deck import Deck, SlidePlan
from hornbook.plan.page import GroupBox, TextBox
from hornbook.theme.model import Theme
from hornbook.typeset.paragraphs import set_paragraphs
from hornbook.typeset.text import Line

SAME_LINE = 1.0
"""Points by which baselines of one line differ at the most, raised numbers left out."""

MARGIN = 1.0
"""Points by which ink may be outside a box before it counts: LibreOffice places in hundredths of a millimetre."""


@dataclass(frozen=True)
class Letter:
    """A letter or figure as it was drawn, in points from the top left of the slide."""

    sign: str
    left: float
    right: float
    baseline: float
    bottom: float
    """Of its ink."""
    size: float


@dataclass
class Opinion:
    """What was counted, and what was found."""

    theme: Theme
    slides: int = 0
    boxes: int = 0
    lines: int = 0
    other_breaks: list[str] = field(default_factory=list)
    """Lines that end at another letter."""
    kerned: list[str] = field(default_factory=list)
    """Those that end where they would if our decks were kerned, as LibreOffice does whatever a deck says."""
    outside: list[str] = field(default_factory=list)
    """Ink below or beside a box, or off the slide."""
    lost: list[str] = field(default_factory=list)
    """Boxes whose words were not found."""


def judge(deck: Deck, pdf: bytes) -> Opinion:
    """LibreOffice's drawing of a deck against its plan; the PDF has a page for each slide that is not hidden."""
    opinion = Opinion(deck.theme)
    document = pypdfium2.PdfDocument(pdf)
    shown = [slide for slide in deck.slides if not slide.hidden]
    assert len(document) == len(shown)
    for page, slide in zip(document, shown, strict=True):
        scale = deck.theme.size.width / page.get_width()
        _judge_slide(slide, _letters(page, scale), deck, opinion)
    return opinion


def _letters(page: pypdfium2.PdfPage, scale: float) -> list[Letter]:
    """Every letter and figure of a page, in the order in which it was drawn."""
    text, height = page.get_textpage(), page.get_height()
    found: list[Letter] = []
    for index in range(text.count_chars()):
        sign = chr(raw.FPDFText_GetUnicode(text.raw, index))
        if sign.isalnum() and not raw.FPDFText_IsGenerated(text.raw, index):
            left, bottom, right, _ = (edge * scale for edge in text.get_charbox(index))
            x, y = raw.c_double(), raw.c_double()
            raw.FPDFText_GetCharOrigin(text.raw, index, x, y)
            size = raw.FPDFText_GetFontSize(text.raw, index) * scale
            found.append(Letter(sign, left, right, (height - y.value) * scale, height * scale - bottom, size))
    return found


def _judge_slide(slide: SlidePlan, letters: list[Letter], deck: Deck, opinion: Opinion) -> None:
    opinion.slides += 1
    for letter in letters:
        if letter.left < 0 or letter.right > deck.theme.size.width or letter.bottom > deck.theme.size.height:
            opinion.outside.append(f"slide {slide.number}: {letter} is off the slide")
    for box in _text_boxes(slide):
        wanted = [signs for line in box.lines if (signs := _signs(line))]
        own = _of_size(letters, box)
        words = "".join(wanted)
        opinion.boxes += 1
        starts = [found.start() for found in re.finditer(f"(?={re.escape(words)})", "".join(one.sign for one in own))]
        if not starts:
            opinion.lost.append(f"slide {slide.number} ({slide.layout}), {box.placeholder}: {words[:60]}")
        elif words:
            start = min(starts, key=lambda start: _distance(own[start], box))
            _judge_box(slide, box, wanted, own[start : start + len(words)], opinion)


def _of_size(letters: list[Letter], box: TextBox) -> list[Letter]:
    """The letters in the sizes of a box: a large numeral may stand among them in the file, and raised ones anywhere."""
    sizes = {part.size for line in box.lines for part in line.fragments if part.text and not part.rise}
    return [letter for letter in letters if any(abs(letter.size - size) < 0.02 * size for size in sizes)]


def _distance(letter: Letter, box: TextBox) -> float:
    """From the first letter to where the plan has it: the same words may be on a slide twice."""
    left, top = box.origin
    first = next(line for line in box.lines if _signs(line))
    return abs(letter.left - left - first.fragments[0].x) + abs(letter.baseline - top - first.baseline)


def _judge_box(slide: SlidePlan, box: TextBox, wanted: list[str], letters: list[Letter], opinion: Opinion) -> None:
    place = f"slide {slide.number} ({slide.layout}), {box.placeholder}"
    drawn = ["".join(letter.sign for letter in line) for line in _lines(letters)]
    opinion.lines += len(wanted)
    ends = set(accumulate(map(len, drawn)))
    kerned = ends == set(accumulate(map(len, _kerned(slide, box, opinion))))
    found = opinion.kerned if kerned else opinion.other_breaks
    others = " / ".join(line for line in drawn if line not in wanted)
    for line, end in zip(wanted, accumulate(map(len, wanted)), strict=True):
        if end not in ends:
            found.append(f"{place}: {line} (drawn: {others})")
    for letter in letters:
        if letter.bottom > box.rect.bottom + MARGIN or letter.right > box.rect.right + MARGIN:
            opinion.outside.append(f"{place}: {letter}, box ends at {box.rect.right:.0f}, {box.rect.bottom:.0f}")
            break


def _kerned(slide: SlidePlan, box: TextBox, opinion: Opinion) -> list[str]:
    """The lines of a box as they would be with kerning; those of a cell as they are."""
    place = opinion.theme.layouts[slide.layout].placeholder(box.placeholder)
    if place is None or not place.levels:
        return [_signs(line) for line in box.lines]
    paragraphs = [replace(one, style=replace(one.style, kerning=True)) for one in box.paragraphs]
    lines = set_paragraphs(paragraphs, place.rect.inset(place.insets).width, slack=0.0).lines
    return [signs for line in lines if (signs := _signs(line))]


def _lines(letters: list[Letter]) -> Iterator[list[Letter]]:
    """Letters in lines: a new one begins where the pen goes back to the left and down."""
    current: list[Letter] = []
    for letter in letters:
        if current and letter.left < current[-1].left and letter.baseline > current[-1].baseline + SAME_LINE:
            yield current
            current = []
        current.append(letter)
    if current:
        yield current


def _signs(line: Line) -> str:
    """Letters and figures of a line, without raised and lowered ones; of labels those that are set, not drawn."""
    return "".join(sign for part in line.fragments if not part.rise for sign in part.text if sign.isalnum())


def _text_boxes(slide: SlidePlan) -> Iterator[TextBox]:
    for box in slide.boxes:
        match box:
            case TextBox() if box.placeholder not in {"number", "footer", "date"}:
                yield box
            case GroupBox() if box.native is not None and box.placeholder == "table":
                for cell in box.boxes:
                    if isinstance(cell, TextBox):
                        left, top = box.rect.left, box.rect.top
                        origin = (cell.origin[0] + left, cell.origin[1] + top)
                        yield replace(cell, rect=cell.rect.moved(left, top), origin=origin, placeholder="table")
            case _:
                pass
