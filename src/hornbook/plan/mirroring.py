"""Pages turned round for languages that are written from right to left.

They are composed as if they began at the left; then every box changes its side, and the words of a line with it. Pictures
and drawings of shapes keep their own left and right, and slides on a handout were turned round before.
"""

from collections.abc import Sequence
from typing import assert_never

from msgspec.structs import replace

from hornbook.plan.deck import Deck, SlidePlan
from hornbook.plan.page import Box, GroupBox, Page, Pages, PictureBox, ShapeBox, TextBox
from hornbook.theme.languages import mirrored_path, mirrored_rect, mirrored_theme
from hornbook.typeset.text import Fragment, Line


def mirrored_deck(deck: Deck) -> Deck:
    """The deck with its slides and the layouts of its theme turned round."""
    width = deck.theme.size.width
    slides = tuple(_slide(slide, width) for slide in deck.slides)
    return replace(deck, slides=slides, theme=mirrored_theme(deck.theme))


def mirrored_pages(pages: Pages) -> Pages:
    """The pages turned round, each in its own width."""
    return replace(pages, pages=tuple(_page(page) for page in pages.pages))


def mirrored_group(group: GroupBox) -> GroupBox:
    """A drawing that stands for itself, turned round in its own width."""
    return replace(group, boxes=tuple(mirrored_box(box, group.space.width) for box in group.boxes))


def _slide(slide: SlidePlan, width: float) -> SlidePlan:
    return replace(slide, boxes=tuple(mirrored_box(box, width) for box in slide.boxes))


def _page(page: Page) -> Page:
    return replace(page, boxes=tuple(mirrored_box(box, page.size.width) for box in page.boxes))


def mirrored_box(box: Box, width: float) -> Box:
    """A box in a space of that width, turned round with what is in it."""
    rect = mirrored_rect(box.rect, width)
    match box:
        case TextBox():
            left = width - box.origin[0] - box.rect.width
            return replace(box, rect=rect, origin=(left, box.origin[1]), lines=_lines(box))
        case ShapeBox(kind="line"):
            return replace(box, rect=rect, line_up=not box.line_up if box.rect.height else box.line_up)
        case ShapeBox():
            return replace(box, rect=rect, path=mirrored_path(box.path))
        case PictureBox():
            return replace(box, rect=rect)
        case GroupBox():
            inner = box.boxes if box.settled else tuple(mirrored_box(child, box.space.width) for child in box.boxes)
            return replace(box, rect=rect, boxes=inner)
        case _:
            assert_never(box)


def _lines(box: TextBox) -> tuple[Line, ...]:
    return tuple(replace(line, fragments=_fragments(box, line.fragments)) for line in box.lines)


def _fragments(box: TextBox, fragments: Sequence[Fragment]) -> tuple[Fragment, ...]:
    """The words of a line turned round; a line that runs from left to right only goes to the other side."""
    if not fragments:
        return ()
    width = box.rect.width
    if box.paragraphs[fragments[0].paragraph].style.leftward:
        return tuple(replace(each, x=width - each.x - each.width) for each in fragments)
    left = min(each.x for each in fragments)
    right = max(each.x + each.width for each in fragments)
    return tuple(replace(each, x=each.x + width - right - left) for each in fragments)
