"""Boxes of a page to marks on it, in the order of the plan."""

from typing import NamedTuple, assert_never

from hornbook.plan.page import Box, GroupBox, PictureBox, ShapeBox, TextBox
from hornbook.plan.structure import ARTIFACT
from hornbook.render.pdf.content import PageContent
from hornbook.render.pdf.fonts import FontBook
from hornbook.render.pdf.geometry import Matrix, combine, rotation_about
from hornbook.render.pdf.pictures import PictureBook, draw_picture
from hornbook.render.pdf.shapes import draw_shape
from hornbook.render.pdf.text import draw_text


class Books(NamedTuple):
    """What all pages of a file share."""

    fonts: FontBook
    pictures: PictureBook


def draw_box(content: PageContent, books: Books, box: Box) -> None:
    """Draw a box and what is in it."""
    match box:
        case TextBox():
            draw_text(content, books.fonts, box)
        case ShapeBox():
            draw_shape(content, box)
        case PictureBox():
            draw_picture(content, books.pictures, box)
        case GroupBox():
            _draw_group(content, books, box)
        case _:
            assert_never(box)


def _draw_group(content: PageContent, books: Books, group: GroupBox) -> None:
    if group.one_mark or group.figure != ARTIFACT:
        content.cover(group.figure, group.rect)
        with content.one_mark(group.figure):
            _draw_children(content, books, group)
    elif group.reading >= 0:
        with content.read_as(group.reading):
            _draw_children(content, books, group)
    else:
        _draw_children(content, books, group)


def _draw_children(content: PageContent, books: Books, group: GroupBox) -> None:
    with content.placed(_placement(group)):
        for box in group.boxes:
            draw_box(content, books, box)


def _placement(group: GroupBox) -> Matrix:
    """From the group's own space to the space that it is in."""
    rect, space = group.rect, group.space
    placed: Matrix = (rect.width / space.width, 0, 0, rect.height / space.height, rect.left, rect.top)
    return combine(placed, rotation_about(rect, group.rotation)) if group.rotation else placed
