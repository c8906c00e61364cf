"""Frames around what is right: they come with the answer, in the colour of its words, so that nobody has to look a letter up."""

from collections.abc import Iterator

from hornbook.compose.fitting import Page, texts
from hornbook.plan.page import ShapeBox
from hornbook.theme.model import Layout, Placeholder
from hornbook.units import Insets, Rect

FRAME = 4.0
"""Points; a copier keeps it, and it is seen from the last row."""

BESIDE = 12.0
"""Points between a frame and the words in it, where the layout draws nothing behind them."""


def right_marks(page: Page) -> Iterator[ShapeBox]:
    """A frame around each box that is marked as right, for as long as the words with which it comes are on the page."""
    filled = {one.fill.key: one.box for one in texts(page)}
    for one in texts(page):
        answer = filled.get(one.fill.right_with)
        if answer is not None:
            yield _frame(page.layout, one.box, answer)


def _frame(layout: Layout, box: Placeholder, answer: Placeholder) -> ShapeBox:
    """Just inside the smallest shape of the layout that the box stands on, or else around the box itself."""
    grounds = [shape for shape in layout.shapes if shape.kind != "ellipse" and shape.rect.contains(box.rect)]
    ground = min(grounds, key=lambda shape: shape.rect.width * shape.rect.height, default=None)
    rect = _inside(ground.rect) if ground else box.rect.inset(Insets(-BESIDE, 0.0, 0.0, 0.0))
    return ShapeBox(
        rect,
        "round-rect" if ground and ground.kind == "round-rect" else "rect",
        stroke=answer.levels[0].colour,
        stroke_width=FRAME,
        corner=max(ground.corner - FRAME / 2, 0.0) if ground else 0.0,
        comes_with=answer.key,
    )


def _inside(rect: Rect) -> Rect:
    half = FRAME / 2
    return rect.inset(Insets(half, half, half, half))
