"""Plans to draw, made by hand: a page of anything, with the elements that it needs."""

import struct
import zlib

from msgspec.structs import replace

from hornbook.plan.page import Bookmark, Box, Media, Page, Pages, ShapeBox, Tag, TextBox
from hornbook.plan.structure import StructureBuilder
from hornbook.source.runs import Run
from hornbook.theme.model import PrintStyles, Theme
from hornbook.typeset.paragraphs import set_paragraphs
from hornbook.typeset.text import Paragraph, ParagraphStyle
from hornbook.units import Rect, Size

PALETTE = {
    "ink": "#000000", "paper": "#FFFFFF", "dark": "#101060", "mist": "#E0F0F0", "voice": "#007060", "light": "#F0A000",
    "caution": "#C00000", "quiet": "#808080", "cream": "#FFF0D0", "extra": "#506070", "link": "#007060", "visited": "#007060",
}  # fmt: skip
THEME = Theme("plain", "Plain", PALETTE, "Arial", "Arial", Size(960, 540), {}, PrintStyles({}))
LETTER = Size(612, 792)
COLUMN = Rect(72, 72, 300, 200)
BODY = ParagraphStyle("Atkinson Hyperlegible", 12, kerning=True)
SLIDE = ParagraphStyle("Arial", 20)


def paragraph(*runs: Run | str, style: ParagraphStyle = BODY, label: str = "") -> Paragraph:
    return Paragraph(tuple(Run(run) if isinstance(run, str) else run for run in runs), style, label=label)


def text_box(
    paragraphs: tuple[Paragraph, ...], tags: tuple[Tag, ...], rect: Rect = COLUMN, rotation: float = 0.0
) -> TextBox:
    lines = set_paragraphs(paragraphs, rect.width).lines
    return TextBox(rect, paragraphs, lines, (rect.left, rect.top), tags, rotation=rotation)


def pages_of(builder: StructureBuilder, *pages: tuple[Box, ...], media: dict[str, Media] | None = None) -> Pages:
    drawn = tuple(Page(LETTER, "paper", boxes) for boxes in pages)
    marks = tuple(Bookmark(f"Page {number}", number - 1, 0) for number in range(1, len(pages) + 1))
    return Pages(drawn, builder.done(), THEME, "A title", "en-US", "An author", "A subject", marks, media or {})


def one_paragraph(*runs: Run | str, style: ParagraphStyle = BODY, width: float = 300.0) -> Pages:
    """A page with one paragraph, each link and blank of which has its element."""
    builder = StructureBuilder("Document", "en-US")
    element = builder.add("P")
    words = paragraph(*runs, style=style)
    own: dict[int, int] = {}
    for index, run in enumerate(words.runs):
        if run.link:
            own[index] = builder.add("Link", element, url=run.link, alt=f"To {run.text}")
        if run.write_in:
            own[index] = builder.add("Span", element, actual="blank")
    return pages_of(builder, (text_box((words,), (Tag(element, runs=own),), Rect(72, 72, width, 200)),))


def shapes_only(*boxes: ShapeBox) -> Pages:
    return pages_of(StructureBuilder("Document", "en-US"), boxes)


def png(pixels: list[list[tuple[int, ...]]], colour: int = 2, palette: bytes = b"", depth: int = 8) -> bytes:
    """A PNG of those samples."""
    rows = b"".join(b"\0" + bytes(sample for pixel in row for sample in pixel) for row in pixels)
    width, height = len(pixels[0]), len(pixels)
    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    chunks = [
        (b"IHDR", head),
        *([(b"PLTE", palette)] if palette else []),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in chunks
    )


def moved(box: ShapeBox, left: float, top: float) -> ShapeBox:
    return replace(box, rect=replace(box.rect, left=left, top=top))
