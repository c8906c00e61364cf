"""The accessibility of a deck as a text that stands beside it: what PowerPoint's checker would list, and what was looked at."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from hornbook.check.accessibility import Finding, Kind, inspect
from hornbook.check.behind import PICTURE, behind_words, value
from hornbook.plan.deck import Deck
from hornbook.plan.drawing import layout_boxes
from hornbook.plan.page import ChartContent, GroupBox, PictureBox, TableContent
from hornbook.theme.contrast import ratio

GROUPS: Mapping[str, tuple[Kind, ...]] = {
    "Errors": ("Missing slide title", "Missing alternative text", "Missing table header"),
    "Warnings": ("Hard-to-read text contrast", "Check reading order"),
    "Tips": ("Duplicate slide title", "Default section name"),
}
HOW: Mapping[Kind, str] = {
    "Missing slide title": "Give the slide a `title:`; people find their way by titles.",
    "Missing alternative text": "Say with `alt:` what there is to see, or `decorative: true` where it says nothing.",
    "Missing table header": "Write a `header:`, so that a screen reader can say what each column is.",
    "Hard-to-read text contrast": "Choose another theme or layout, or move the words off the picture.",
    "Check reading order": "Choose another layout, or write the boxes of the theme in the order in which they are read.",
    "Duplicate slide title": "Say in the title what is different about this slide.",
    "Default section name": "Name the section after what it is about.",
}


def accessibility_report(deck: Deck, file: str) -> str:
    """The report on a deck that is written as that file. It holds no path but the outline's own name, and no date."""
    found = inspect(deck)
    lines = [f"Accessibility of {file}", "", *_verdict(found)]
    for group, kinds in GROUPS.items():
        listed = [line for kind in kinds for line in _listed(kind, found, deck)]
        lines += ["", group, *listed] if listed else []
    lines += ["", "What was looked at", *(f"  {line}" for line in _looked_at(deck)), "", *_LIMITS]
    return "\n".join(lines) + "\n"


_LIMITS = (
    "The names are those of PowerPoint's Review > Check Accessibility, and so are the rules. This is not its own verdict:",
    "the plan of the deck was inspected when it was built. What was edited afterwards has to be checked there.",
)


def _verdict(found: Sequence[Finding]) -> Iterator[str]:
    if not found:
        yield "No accessibility issues found."
        return
    counts = [f"{group.lower()}: {sum(each.kind in kinds for each in found)}" for group, kinds in GROUPS.items()]
    yield f"{len(found)} to look at ({', '.join(counts)})."


def _listed(kind: Kind, found: Sequence[Finding], deck: Deck) -> Iterator[str]:
    own = [finding for finding in found if finding.kind == kind]
    if own:
        yield f"  {kind}"
        for finding in own:
            title = deck.slides[finding.slide - 1].title or "(no title)"
            yield f'    Slide {finding.slide}, "{title}", {finding.what}.{_place(finding)}'
        yield f"    {HOW[kind]}"


def _place(finding: Finding) -> str:
    span = finding.span
    return f" {PurePosixPath(span.file.path).name}:{span.line}" if span else ""


def _looked_at(deck: Deck) -> Iterator[str]:
    boxes = [box for slide in deck.slides for box in slide.boxes]
    pictures = [box for box in boxes if isinstance(box, PictureBox)]
    decorative = sum(box.decorative for box in pictures)
    charts = sum(isinstance(box, GroupBox) and isinstance(box.native, ChartContent) for box in boxes)
    tables = [box.native for box in boxes if isinstance(box, GroupBox) and isinstance(box.native, TableContent)]
    sections = [section.title for section in deck.sections if section.title]
    yield f"slides: {len(deck.slides)}, different titles: {len({slide.title for slide in deck.slides})}"
    yield f"pictures: {len(pictures)}, of them decorative: {decorative}; charts: {charts}"
    yield f"tables: {len(tables)}, of them with a header row: {sum(table.header for table in tables)}"
    yield f"named sections: {len(sections)}"
    yield f"the least contrast of words: {_least(deck):.1f} to 1"


def _least(deck: Deck) -> float:
    """Of all words on all slides; pictures left out, which have no one colour."""
    palette, pairs = deck.theme.palette, set[tuple[str, str]]()
    for slide in deck.slides:
        layout = deck.theme.layouts[slide.layout]
        for behind in behind_words((*layout_boxes(layout), *slide.boxes), layout.background):
            pairs |= {(each.colour, ground) for each in behind.line.fragments for ground in behind.colours}
    found = [ratio(value(one, palette), value(other, palette)) for one, other in pairs if other != PICTURE]
    return min(found, default=21.0)
