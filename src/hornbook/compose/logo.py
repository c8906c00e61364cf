"""The logo of whoever gives the lesson: on the title slide, in the strip at its foot that other slides number themselves in."""

from collections.abc import Iterator

from hornbook.compose.content import PictureFill
from hornbook.compose.shelf import NOTHING_CUT, Shelf
from hornbook.compose.tree import SlideTree
from hornbook.lesson.model import Picture
from hornbook.plan.page import Box, PictureBox, ShapeBox
from hornbook.theme.contrast import ratio
from hornbook.theme.model import Layout, Theme
from hornbook.units import Insets, Rect

WIDEST, TALLEST, LEAST = 160.0, 40.0, 14.0
"""Points. Where there is less room than the least, there is no logo."""
ABOVE = 8.0
"""From the words to the plate."""
PLATE = 5.0
"""Of white round the logo, where the slide is not white: logos are drawn for paper."""
WHITE = "#FFFFFF"
_FURNITURE = frozenset({"number", "footer", "date"})


def own_size(logo: Picture | None, shelf: Shelf) -> PictureBox | None:
    """The logo as large as its file says, a point for a pixel; None where there is none that can be used."""
    shelved = shelf.picture(PictureFill("logo", logo)) if logo else None
    if logo is None or shelved is None:
        return None
    digest, media = shelved
    return PictureBox(Rect(0.0, 0.0, media.width, media.height), digest, NOTHING_CUT, logo.alt, name="Logo")


def logo_boxes(logo: PictureBox, layout: Layout, theme: Theme, tree: SlideTree) -> Iterator[Box]:
    """The logo at the left edge of the words, on white; nothing where the layout has no room.

    A school's own template has the school's logo where the school wants it.
    """
    plate = None if theme.template else _strip(layout)
    if plate is None:
        return
    room = plate.inset(Insets(PLATE, PLATE, PLATE, PLATE))
    size = min(room.width / logo.rect.width, room.height / logo.rect.height)
    width, height = logo.rect.width * size, logo.rect.height * size
    if ratio(theme.colour(layout.background), WHITE) > 1.0:
        around = Rect(plate.left, plate.top, width + 2 * PLATE, height + 2 * PLATE)
        yield ShapeBox(around, "round-rect", fill=WHITE, corner=PLATE)
    place = Rect(room.left, room.top, width, height)
    yield PictureBox(place, logo.digest, NOTHING_CUT, logo.alt, element=tree.figure(logo.alt), name=logo.name)


def _strip(layout: Layout) -> Rect | None:
    """From the words of the slide to the foot of its number; None where that is too little."""
    number, title = layout.placeholder("number"), layout.placeholder("title")
    if number is None or title is None:
        return None
    top = ABOVE + max(box.rect.bottom for box in layout.placeholders if box.key not in _FURNITURE)
    height = min(number.rect.bottom - top, TALLEST + 2 * PLATE)
    if height < LEAST + 2 * PLATE:
        return None
    return Rect(title.rect.left, top, WIDEST + 2 * PLATE, height)
