"""Slides as drawings: a deck becomes pages, a slide becomes a group for a handout or the words that stand for it.

A layout's background and shapes are drawn first, as artifacts; then come the slide's own boxes.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from msgspec.structs import replace

from hornbook.plan.deck import Deck, DeckSection, SlidePlan
from hornbook.plan.fixing import fixed_box
from hornbook.plan.page import Bookmark, Box, GroupBox, Page, Pages, PictureBox, ShapeBox, Tag, TextBox
from hornbook.plan.printing import printed_boxes
from hornbook.plan.shifting import shifted_box
from hornbook.plan.structure import ARTIFACT, Element, Role, StructureBuilder, nested_level
from hornbook.source.runs import Run
from hornbook.theme.model import Layout, LayoutPicture, LayoutWords, Shape
from hornbook.typeset.paragraphs import set_paragraphs
from hornbook.typeset.text import Paragraph
from hornbook.units import Rect, Size

_HEADINGS: tuple[Role, ...] = ("H1", "H2", "H3", "H4")
_ENDINGS = (".", "!", "?", ":", ";", "\u2026")


def deck_pages(deck: Deck, numbers: Sequence[int] | None = None) -> Pages:
    """A page for each slide that is not hidden, or for the slides of those numbers, under one Document."""
    chosen = [slide for slide in deck.slides if (slide.number in numbers if numbers is not None else not slide.hidden)]
    page_of = {slide.number: page for page, slide in enumerate(chosen, start=1)}
    structure = StructureBuilder("Document", deck.language)
    pages: list[Page] = []
    for slide in chosen:
        offset = structure.graft(_linked(slide, page_of))
        boxes = (*layout_boxes(deck.theme.layouts[slide.layout]), *(shifted_box(box, offset) for box in slide.boxes))
        pages.append(Page(deck.theme.size, deck.theme.layouts[slide.layout].background, boxes))
    return Pages(
        tuple(pages),
        tuple(_nested(structure.done())),
        deck.theme,
        deck.title,
        deck.language,
        ", ".join(deck.authors),
        deck.subject,
        tuple(_bookmarks(deck.sections, chosen)),
        deck.media,
    )


def slide_group(deck: Deck, number: int, rect: Rect, figure: int = ARTIFACT) -> GroupBox:
    """The picture of a slide for a handout: one mark, of that figure, read as the slide's words."""
    slide = deck.slides[number - 1]
    layout = deck.theme.layouts[slide.layout]
    boxes: tuple[Box, ...] = (_ground(layout, deck.theme.size), *layout_boxes(layout), *printed_boxes(slide))
    if deck.theme.template:  # its own colours are part of what it looks like, on paper as well
        boxes = tuple(fixed_box(box, deck.theme.palette) for box in boxes)
    return GroupBox(rect, deck.theme.size, boxes, figure, alt=slide_words(slide), one_mark=True, settled=True)


def slide_words(slide: SlidePlan) -> str:
    """What a slide says on paper, in reading order: its title, its paragraphs, what stands for its pictures."""
    parts = [slide.title, *(words for box in printed_boxes(slide) for words in _box_words(box))]
    return " ".join(part if part.endswith(_ENDINGS) else f"{part}." for part in parts if part)


def layout_boxes(layout: Layout) -> tuple[Box, ...]:
    """What a layout draws behind every slide, its background not included."""
    return (*(box for one in layout.behind for box in _behind_boxes(one)), *drawn(layout.shapes))


def drawn(shapes: Iterable[Shape]) -> tuple[Box, ...]:
    """Shapes of a theme as boxes that say nothing."""
    return tuple(box for shape in shapes for box in _shape_boxes(shape))


def _ground(layout: Layout, size: Size) -> ShapeBox:
    return ShapeBox(Rect(0, 0, size.width, size.height), "rect", layout.background)


@cache
def _behind_boxes(behind: Shape | LayoutPicture | LayoutWords) -> tuple[Box, ...]:
    """What a school's template draws behind its slides."""
    match behind:
        case Shape():
            return _shape_boxes(behind)
        case LayoutPicture():
            return (PictureBox(behind.rect, behind.digest, behind.crop, decorative=True),)
        case LayoutWords():
            inside = behind.rect.inset(behind.insets)
            set_words = set_paragraphs(behind.paragraphs, inside.width, slack=0.0)
            down = {"top": 0.0, "middle": 0.5, "bottom": 1.0}[behind.anchor] * (inside.height - set_words.height)
            tags = tuple(Tag() for _ in behind.paragraphs)
            origin = (inside.left, inside.top + down)
            return (TextBox(behind.rect, behind.paragraphs, set_words.lines, origin, tags),)


@cache
def _shape_boxes(shape: Shape) -> tuple[Box, ...]:
    outline = ShapeBox(
        shape.rect,
        shape.kind,
        shape.fill,
        shape.stroke,
        shape.stroke_width,
        shape.path,
        dash=shape.dash,
        corner=shape.corner,
    )
    return (outline, *_numeral(shape))


def _numeral(shape: Shape) -> Iterator[Box]:
    """The text of a shape, in its middle as PowerPoint puts it."""
    if shape.text and shape.text_style:
        paragraphs = (Paragraph((Run(shape.text),), shape.text_style),)
        layout = set_paragraphs(paragraphs, shape.rect.width, slack=0.0)
        top = shape.rect.top + (shape.rect.height - layout.height) / 2
        yield TextBox(shape.rect, paragraphs, layout.lines, (shape.rect.left, top), (Tag(),))


def _linked(slide: SlidePlan, page_of: Mapping[int, int]) -> tuple[Element, ...]:
    """The slide's tree with its inner links leading to pages; one that leads to no page is no link."""
    return tuple(
        _link(element, slide.links, page_of) if element.role == "Link" else element for element in slide.elements
    )


def _link(element: Element, links: Mapping[str, int], page_of: Mapping[int, int]) -> Element:
    slide = links.get(element.url, element.target)
    if not slide:
        return element
    page = page_of.get(slide, 0)
    return replace(element, url="", target=page) if page else replace(element, role="Span", url="", target=0)


def _nested(elements: Sequence[Element]) -> Iterator[Element]:
    """The elements with headings that skip no level, as where a deck has no title slide, or only some slides are drawn."""
    above: list[int] = []
    for element in elements:
        if element.role in _HEADINGS:
            level = nested_level(above, _HEADINGS.index(element.role))
            yield replace(element, role=_HEADINGS[level - 1])
        else:
            yield element


def _bookmarks(sections: Sequence[DeckSection], slides: Sequence[SlidePlan]) -> Iterator[Bookmark]:
    """Sections, and under them their slides; the opener of a section is its entry."""
    previous = -1
    for page, slide in enumerate(slides):
        title = sections[slide.section].title if slide.section < len(sections) else ""
        if title and slide.section != previous:
            yield Bookmark(title, page, 0)
        if not (title and slide.kind == "section"):
            yield Bookmark(slide.title, page, 1 if title else 0)
        previous = slide.section


def _box_words(box: Box) -> Iterator[str]:
    match box:
        case TextBox():
            if box.placeholder != "title":
                yield from _paragraph_words(box)
        case PictureBox():
            if not box.decorative:
                yield box.alt
        case GroupBox():
            if box.alt:
                yield box.alt
            else:
                for child in box.boxes:
                    yield from _box_words(child)
        case ShapeBox():
            pass


def _paragraph_words(box: TextBox) -> Iterator[str]:
    for paragraph, tag in zip(box.paragraphs, box.tags, strict=True):
        if tag.element != ARTIFACT:
            label = f"{paragraph.label} " if paragraph.label and paragraph.style.bullet in {"number", "letter"} else ""
            yield label + "".join(run.text for run in paragraph.runs if not run.cite).strip()
