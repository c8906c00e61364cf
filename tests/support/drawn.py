"""Where a written PDF draws, in millimetres from the top left of the page, as pdfium sees it."""

from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

MM = 25.4 / 72


class Word(NamedTuple):
    """Some words and where they begin: left edge and baseline."""

    text: str
    left: float
    baseline: float


class Stroke(NamedTuple):
    """The middle line of a stroke, or the box of a filled shape."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def upright(self) -> bool:
        return self.right - self.left < 0.5 < self.bottom - self.top

    @property
    def level(self) -> bool:
        return self.bottom - self.top < 0.5 < self.right - self.left


def words_drawn(data: bytes, page: int) -> list[Word]:
    document = pypdfium2.PdfDocument(data)
    drawn = document[page]
    height, texts = drawn.get_height(), drawn.get_textpage()
    found = []
    for each in drawn.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], textpage=texts):
        matrix = each.get_matrix()
        found.append(Word(each.extract().strip(), matrix.e * MM, (height - matrix.f) * MM))
    return found


def strokes_drawn(data: bytes, page: int) -> list[Stroke]:
    drawn = pypdfium2.PdfDocument(data)[page]
    height = drawn.get_height()
    found = []
    for each in drawn.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]):
        left, bottom, right, top = each.get_bounds()
        found.append(Stroke(*(at * MM for at in (left, height - top, right, height - bottom))))
    return found
