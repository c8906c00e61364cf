"""Lines of a text box to glyphs, blanks to write on, drawn bullets and underlines.

The blanks between words that a line break or a tab swallowed are shown all the same: they cannot be seen, but who listens to
the page or copies from it needs them.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from itertools import accumulate
from typing import NamedTuple
from unicodedata import combining

from hornbook.plan.page import Tag, TextBox
from hornbook.plan.structure import ARTIFACT
from hornbook.render.pdf.bullets import SPOKEN, draw_bullet
from hornbook.render.pdf.content import PageContent
from hornbook.render.pdf.fonts import FontBook
from hornbook.render.pdf.geometry import rotation_about
from hornbook.render.pdf.syntax import number, numbers
from hornbook.tags import RIGHT_TO_LEFT
from hornbook.typeset.bidi import has_leftward
from hornbook.typeset.text import Fragment, Line
from hornbook.units import Rect

_RULE_DROP, _RULE_WIDTH = 2.0, 0.75
"""A line to write on: how far below the baseline it is, and how thick, in points."""
_UNDERLINE_DROP, _UNDERLINE_WIDTH = 0.12, 0.06
"""The same of an underline, in em."""


class Pen(NamedTuple):
    """What draws the words of one box."""

    content: PageContent
    fonts: FontBook
    box: TextBox

    def place(self, line: Line, fragment: Fragment) -> tuple[float, float]:
        """Left edge and baseline of a fragment."""
        left, top = self.box.origin
        return left + fragment.x, top + line.baseline - fragment.rise


def draw_text(content: PageContent, fonts: FontBook, box: TextBox) -> None:
    """Draw the lines of a box where the plan puts them."""
    pen = Pen(content, fonts, box)
    with content.placed(rotation_about(box.rect, box.rotation)) if box.rotation else nullcontext():
        spaced = _followed_by_space(box)
        for at, line in enumerate(box.lines):
            for place, fragment in enumerate(line.fragments):
                before, after = _turns(line.fragments[place - 1] if place else None, fragment)
                _draw_fragment(pen, line, fragment, (before, after), " " if (at, place) in spaced else "")
        _draw_underlines(pen)


def element_of(fragment: Fragment, tag: Tag) -> int:
    """The element that a fragment belongs to."""
    if fragment.kind == "label":
        return tag.label
    return tag.runs.get(fragment.run, tag.element if fragment.kind == "text" else ARTIFACT)


def _draw_fragment(pen: Pen, line: Line, fragment: Fragment, turns: tuple[str, str], space: str) -> None:
    """Signs at its ends (`turns`) and a space behind them are read with the words, and not seen."""
    content = pen.content
    element = element_of(fragment, pen.box.tags[fragment.paragraph])
    x, baseline = pen.place(line, fragment)
    content.cover(element, Rect(x, baseline - 0.9 * fragment.size, fragment.width, 1.15 * fragment.size))
    if fragment.kind == "label":
        content.say_label(element, fragment.text)
    if fragment.kind == "blank":
        if content.is_field(element):
            content.field(element, Rect(x, baseline - 0.95 * fragment.size, fragment.width, 1.2 * fragment.size))
            element = ARTIFACT
        content.mark(element)
        rule = f"{numbers(x, baseline + _RULE_DROP)} m {numbers(x + fragment.width, baseline + _RULE_DROP)} l S"
        content.add(f"q {content.stroke_colour(fragment.colour)} {number(_RULE_WIDTH)} w {rule} Q")
    elif fragment.bullet in SPOKEN and not fragment.text:
        content.mark(element, SPOKEN[fragment.bullet] if element != ARTIFACT else "")
        draw_bullet(content, fragment, x, baseline)
    else:
        content.mark(element)
        words = fragment.text
        content.say(words + space, leftward=fragment.leftward)
        font = pen.fonts[fragment.face]
        if fragment.leftward:
            before, after = turns
            shown = font.show_leftward(
                words, fragment.size, kerning=fragment.kerning, before=before, after=after + space
            )
        else:
            shown = font.show(words + space, fragment.size, kerning=fragment.kerning)
        start = f"{content.fill_colour(fragment.colour)} /{font.name} {number(fragment.size)} Tf"
        content.add(f"BT {start} 1 0 0 -1 {numbers(x, baseline)} Tm {shown} ET")


def _turns(forerunner: Fragment | None, fragment: Fragment) -> tuple[str, str]:
    """What a word that runs from right to left needs at its ends, where it has signs there that run neither way.

    Programs that copy text take these to what runs from left to right otherwise.
    """
    if not fragment.leftward or fragment.kind != "text":
        return "", ""
    text = fragment.text
    behind_latin = forerunner is not None and forerunner.kind == "text" and not forerunner.leftward
    before = RIGHT_TO_LEFT if behind_latin and not has_leftward(text[:1]) else ""
    return before, "" if text[-1:].isspace() or has_leftward(_last_letter(text)) else RIGHT_TO_LEFT


def _last_letter(text: str) -> str:
    """The last character, without the marks on it."""
    return next((char for char in reversed(text) if not combining(char)), "")


def _draw_underlines(pen: Pen) -> None:
    """All underlines of a box together, as artifacts may not stand inside the words of an element."""
    for line in pen.box.lines:
        for fragment in line.fragments:
            if fragment.underline:
                x, baseline = pen.place(line, fragment)
                width, drop = _UNDERLINE_WIDTH * fragment.size, _UNDERLINE_DROP * fragment.size
                pen.content.mark(ARTIFACT)
                rule = numbers(x, baseline + drop - width / 2, fragment.width, width)
                pen.content.add(f"{pen.content.fill_colour(fragment.colour)} {rule} re f")


def _followed_by_space(box: TextBox) -> frozenset[tuple[int, int]]:
    """Fragments, by line and place, after which the paragraph has a space that no fragment holds."""
    found: set[tuple[int, int]] = set()
    for index, paragraph in enumerate(box.paragraphs):
        words = list(_worded(box, index))
        text = "".join(run.text for run in paragraph.runs)
        if len(words) > 1 or (words and words[0][1].text != text):
            runs = (0, *accumulate(len(run.text) for run in paragraph.runs))
            gaps = _gaps(text, [(runs[fragment.run], fragment.text) for _, fragment in words])
            found.update(key for (key, _), gap in zip(words, gaps, strict=True) if gap)
    return frozenset(found)


def _gaps(text: str, parts: Sequence[tuple[int, str]]) -> list[bool]:
    """Whether white space follows each part, where the next part (or the end of the parts) does not begin with it.

    A part is where its run begins, and its words.
    """
    gaps: list[bool] = []
    end = _start(text, parts)
    for place, (run, part) in enumerate(parts):
        begin = text.find(part, max(end, run))
        end = max(begin, end) + len(part)
        after = min(end + 1, len(text))
        if place + 1 < len(parts):
            following, words = parts[place + 1]
            after = text.find(words, max(end, following))
        gaps.append(not part.endswith(" ") and (begin < 0 or any(char.isspace() for char in text[end:after])))
    return gaps


def _start(text: str, parts: Sequence[tuple[int, str]]) -> int:
    """Where the parts begin in the text: not at its beginning, where the paragraph began on another page."""
    run, first = parts[0] if parts else (0, "")
    if text.startswith(first, run):
        return run
    found = re.compile(r"\s*".join(re.escape(part) for _, part in parts)).search(text, run)
    return found.start() if found else 0


def _worded(box: TextBox, paragraph: int) -> Iterator[tuple[tuple[int, int], Fragment]]:
    for at, line in enumerate(box.lines):
        for place, fragment in enumerate(line.fragments):
            if fragment.paragraph == paragraph and fragment.kind == "text":
                yield (at, place), fragment
