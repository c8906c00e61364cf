"""What PowerPoint's own Accessibility Checker would find in a deck, in its words, found on the plan before a file is written.

Its rules: https://support.microsoft.com/office/rules-for-the-accessibility-checker-651e08f2-0fc3-4e10-aaca-74b4a67101c1
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from msgspec import Struct

from hornbook.check.behind import PICTURE, behind_words, faint_words, flat
from hornbook.diagnostics import Span
from hornbook.patterns import lazy
from hornbook.plan.deck import Deck, SlidePlan
from hornbook.plan.drawing import layout_boxes
from hornbook.plan.page import ChartContent, GroupBox, PictureBox, ShapeBox, TableContent, TextBox

Kind = Literal[
    "Missing slide title",
    "Missing alternative text",
    "Missing table header",
    "Hard-to-read text contrast",
    "Check reading order",
    "Duplicate slide title",
    "Default section name",
]
"""As the pane of PowerPoint names them: the first three are errors, then come two warnings and two tips."""

WORDS, LARGE = 4.5, 3.0
"""The contrast that PowerPoint asks for, which is that of WCAG 2.1, 1.4.3."""
FURNITURE = ("source", "date", "footer", "number")
_DEFAULT_NAME = lazy(r"(?:default|untitled|new)?\s*(?:section|part)\s*\d*", re.IGNORECASE)


class Finding(Struct, frozen=True):
    """Something that the checker would list."""

    kind: Kind
    slide: int
    """Its number, counted from 1."""
    what: str
    """What it is about: words of a sentence that begins with the slide's title."""
    span: Span | None
    """What it came from in the outline; None for slides that nobody wrote."""


def inspect(deck: Deck) -> tuple[Finding, ...]:
    """Everything that there is to find, slide by slide."""
    found = [finding for slide in deck.slides for finding in _on_slide(slide, deck)]
    found += [*_duplicates(deck), *_sections(deck)]
    return tuple(sorted(found, key=lambda finding: finding.slide))


def _on_slide(slide: SlidePlan, deck: Deck) -> Iterator[Finding]:
    for kind, what in (*_title(slide), *_alternatives(slide), *_tables(slide), *_contrast(slide, deck), *_order(slide)):
        yield Finding(kind, slide.number, what, slide.span)


def _title(slide: SlidePlan) -> Iterator[tuple[Kind, str]]:
    boxes = [box for box in slide.boxes if isinstance(box, TextBox) and box.placeholder == "title"]
    if not any(paragraph.plain.strip() for box in boxes for paragraph in box.paragraphs):
        yield "Missing slide title", "has no title"


def _alternatives(slide: SlidePlan) -> Iterator[tuple[Kind, str]]:
    for box in slide.boxes:
        match box:
            case PictureBox() if not (box.decorative or box.alt.strip()):
                yield (
                    "Missing alternative text",
                    "has a picture without alternative text that is not marked as decorative",
                )
            case GroupBox(native=ChartContent() as chart) if not (box.alt or chart.alt).strip():
                yield "Missing alternative text", "has a chart without alternative text"
            case GroupBox(native=TableContent() as table) if not (box.alt or table.caption).strip():
                yield "Missing alternative text", "has a table without a caption or alternative text"
            case _:
                pass


def _tables(slide: SlidePlan) -> Iterator[tuple[Kind, str]]:
    for box in slide.boxes:
        if isinstance(box, GroupBox) and isinstance(box.native, TableContent) and not box.native.header:
            yield "Missing table header", "has a table without a header row"


def _contrast(slide: SlidePlan, deck: Deck) -> Iterator[tuple[Kind, str]]:
    """Words on what is really behind them: the slide's background, a shape of the layout, a picture."""
    layout = deck.theme.layouts[slide.layout]
    lines = behind_words((*layout_boxes(layout), *slide.boxes), layout.background)
    for faint in dict.fromkeys(faint_words(lines, deck.theme.palette, WORDS, LARGE)):
        where = "a picture" if faint.ground == PICTURE else f"{faint.ground}, {faint.contrast:.1f} to 1"
        yield "Hard-to-read text contrast", f"has words in {faint.colour} on {where}"


def _order(slide: SlidePlan) -> Iterator[tuple[Kind, str]]:
    """The title is read first and what stands at the foot last; between them nothing is read before what stands above it."""
    boxes = [box for box in flat(slide.boxes) if not isinstance(box, ShapeBox) and box.placeholder]
    keys = [box.placeholder for box in boxes]
    if "title" in keys[1:]:
        yield "Check reading order", f"reads {keys[0]} before its title"
    middle = [box for box in boxes if box.placeholder not in ("title", *FURNITURE)]
    if any(later not in FURNITURE for key, later in pairwise(keys) if key in FURNITURE):
        yield "Check reading order", "reads what stands at its foot before what stands above it"
    for one, other in pairwise(middle):
        beside = one.rect.left >= other.rect.right or other.rect.left >= one.rect.right
        if not beside and other.rect.bottom <= one.rect.top:
            yield "Check reading order", f"reads {one.placeholder} before {other.placeholder}, which stands above it"


def _duplicates(deck: Deck) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for slide in deck.slides:
        title = " ".join(slide.title.split()).casefold()
        if title and title in first:
            what = f"has the title of slide {first[title]}"
            yield Finding("Duplicate slide title", slide.number, what, slide.span)
        first.setdefault(title, slide.number)


def _sections(deck: Deck) -> Iterator[Finding]:
    """A deck whose parts have no names has no sections, and so none with a default name."""
    if any(section.title for section in deck.sections):
        for section in deck.sections:
            if section.title and _DEFAULT_NAME.fullmatch(section.title.strip()):
                span = deck.slides[section.first - 1].span
                yield Finding("Default section name", section.first, f'begins the section "{section.title}"', span)
