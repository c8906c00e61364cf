"""A deck as text, a line for each box, so that a change can be read in a diff. Lengths are rounded to tenths of a point."""

from collections.abc import Iterator

from hornbook.plan.deck import Deck, SlidePlan
from hornbook.plan.page import Box, ChartContent, GroupBox, PictureBox, ShapeBox, TableContent, TextBox
from hornbook.plan.structure import Element
from hornbook.source.runs import Run
from hornbook.typeset.text import Line, Paragraph
from hornbook.units import Rect


def dump_deck(deck: Deck) -> str:
    """The deck, its sections, then each slide with its boxes, tree, clicks and notes."""
    return "\n".join((*_head(deck), *(line for slide in deck.slides for line in _slide(slide)))) + "\n"


def _head(deck: Deck) -> Iterator[str]:
    yield f"deck {deck.title!r} {deck.language} theme={deck.theme.name}"
    for section in deck.sections:
        yield f"section {section.title!r} from {section.first}, {section.count} slides"
    for id, number in deck.citations.items():
        yield f"source {number} {id}"
    for digest, media in sorted(deck.media.items()):
        yield f"media {digest[:12]} {media.kind} {media.width}x{media.height}"


def _slide(slide: SlidePlan) -> Iterator[str]:
    marks = [f"part {slide.part}/{slide.parts}"] if slide.parts > 1 else []
    marks += ["hidden"] if slide.hidden else []
    marks += [f"countdown {slide.countdown:g}"] if slide.countdown else []
    yield ""
    yield " ".join((f"slide {slide.number} {slide.kind} [{slide.layout}] {slide.title!r}", *marks))
    for box in slide.boxes:
        yield from dump_box(box, slide.elements, "  ")
    for reveal in slide.reveals:
        yield f"  click {reveal.placeholder} {reveal.first}..{reveal.last}"
    for note in slide.notes:
        lead = f"{note.cue}: " if note.cue else {"disc": "- ", "number": "1. ", "": ""}[note.bullet]
        yield f"  note {lead}{_words(note.runs)}"


def dump_box(box: Box, elements: tuple[Element, ...], indent: str) -> Iterator[str]:
    """The lines of a box and of what is in it."""
    match box:
        case TextBox():
            yield f"{indent}text {box.placeholder} {_rect(box.rect)}"
            yield from _lines(box, elements, indent + "  ")
        case ShapeBox():
            colours = " ".join(part for part in (box.fill, box.stroke) if part)
            with_words = f" with {box.comes_with}" if box.comes_with else ""
            yield f"{indent}{box.kind} {_rect(box.rect)} {colours}{with_words}"
        case PictureBox():
            said = "decorative" if box.decorative else repr(box.alt)
            yield f"{indent}picture {box.placeholder} {_rect(box.rect)} {box.digest[:12]} {said}"
        case GroupBox():
            yield f"{indent}group {box.placeholder} {_rect(box.rect)} {_native(box)}".rstrip()
            for child in box.boxes:
                yield from dump_box(child, elements, indent + "  ")


def _native(box: GroupBox) -> str:
    match box.native:
        case ChartContent():
            return f"chart {box.native.type} {box.alt!r}"
        case TableContent():
            return f"table {len(box.native.rows)}x{len(box.native.columns)}"
        case None:
            return ""


def _lines(box: TextBox, elements: tuple[Element, ...], indent: str) -> Iterator[str]:
    """Each paragraph with its role, size and lines; ` / ` stands where a line breaks."""
    for index, paragraph in enumerate(box.paragraphs):
        element = box.tags[index].element
        role = elements[element].role if element >= 0 else "artifact"
        lines = " / ".join(_line(line) for line in box.lines if line.paragraph == index)
        yield f"{indent}{role} {paragraph.style.size:g}{_look(paragraph)} {lines}"


def _look(paragraph: Paragraph) -> str:
    return f" level {paragraph.level}" if paragraph.level else ""


def _line(line: Line) -> str:
    label = "".join(f"<{part.text or part.bullet}> " for part in line.fragments if part.kind == "label")
    return label + "".join(part.text for part in line.fragments if part.kind != "label")


def _words(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs)


def _rect(rect: Rect) -> str:
    return " ".join(f"{length:.1f}".removesuffix(".0") for length in (rect.left, rect.top, rect.width, rect.height))
