"""How much ink a written page takes, measured in a drawing of it at 100 dots to the inch."""

from collections.abc import Iterator
from ctypes import c_int
from dataclasses import dataclass
from itertools import groupby

import pypdfium2
from pypdfium2 import raw

DPI = 100
SQUARE_CENTIMETRE = (DPI / 2.54) ** 2
"""In dots."""
DARK = 0.15


@dataclass(frozen=True)
class Ink:
    """Of a page, as parts of its area, and the largest filled area darker than 15 % in square centimetres."""

    all: float
    beside_words_and_rules: float
    largest_dark: float


def ink_of(data: bytes) -> list[Ink]:
    document = pypdfium2.PdfDocument(data)
    return [_measured(document, index) for index in range(len(document))]


def _measured(document, index: int) -> Ink:
    whole = _coverage(_drawn(document[index]))
    page = document[index]
    _without_words_and_rules(page)
    rest = _coverage(_drawn(page))
    _without_patterns(page)
    return Ink(whole, rest, _largest_dark(_drawn(page)) / SQUARE_CENTIMETRE)


def _drawn(page):
    return page.render(scale=DPI / 72).to_pil().convert("L")


def _coverage(grey) -> float:
    return sum((255 - value) / 255 * count for value, count in enumerate(grey.histogram())) / (grey.width * grey.height)


def _without_words_and_rules(page) -> None:
    """Words and QR codes are taken off, lines and outlines are not stroked; patterns and what is filled stay."""
    for each in list(page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT])):
        page.remove_obj(each)
    for each in list(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE])):
        if each.get_bitmap().to_pil().convert("RGB").getcolors(2):
            page.remove_obj(each)
    for each in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]):
        if not _is_pattern(each):
            raw.FPDFPath_SetDrawMode(each, _fill_mode(each), False)


def _without_patterns(page) -> None:
    for each in list(page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH])):
        if _is_pattern(each):
            page.remove_obj(each)


def _fill_mode(path) -> int:
    fill, stroke = c_int(), c_int()
    raw.FPDFPath_GetDrawMode(path, fill, stroke)
    return fill.value


def _is_pattern(path) -> bool:
    """Many lines that are one path."""
    segments = (raw.FPDFPath_GetPathSegment(path, at) for at in range(raw.FPDFPath_CountSegments(path)))
    kinds = [raw.FPDFPathSegment_GetType(each) for each in segments]
    return _fill_mode(path) == raw.FPDF_FILLMODE_NONE and kinds.count(raw.FPDF_SEGMENT_MOVETO) > 2


def _largest_dark(grey) -> int:
    """Dots of the largest area that hangs together; all that are dark, where they are fewer than a square centimetre."""
    dark = sum(grey.histogram()[: int(255 * (1 - DARK)) + 1])
    if dark < SQUARE_CENTIMETRE:
        return dark
    sizes: dict[int, int] = {}
    above: list[tuple[int, int, int]] = []
    parents: dict[int, int] = {}

    def root(name: int) -> int:
        while parents[name] != name:
            name = parents[name]
        return name

    for row in range(grey.height):
        runs = []
        for start, end in _dark_runs(grey, row):
            name = len(parents)
            parents[name], sizes[name] = name, end - start
            for first, last, other in above:
                if first < end and start < last:
                    a, b = root(name), root(other)
                    if a != b:
                        parents[a] = b
                        sizes[b] += sizes[a]
            runs.append((start, end, name))
        above = runs
    return max((sizes[name] for name in parents if parents[name] == name), default=0)


def _dark_runs(grey, row: int) -> Iterator[tuple[int, int]]:
    line = grey.crop((0, row, grey.width, row + 1)).tobytes()
    at = 0
    for dark, dots in groupby(line, key=lambda value: value < 255 * (1 - DARK)):
        count = sum(1 for _ in dots)
        if dark:
            yield at, at + count
        at += count
