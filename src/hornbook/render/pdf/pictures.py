"""Pictures as marks on a page, and as image objects of the file, each embedded once.

A drawing of plain paths stays a drawing. A JPEG and a plain PNG go in as they are, because PDF knows how they are packed
(ISO 32000-1 §7.4.4.4, §7.4.8). Only a PNG with transparency or interlacing is decoded.
"""

import struct
from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from hornbook.media.svg_shapes import SvgShape, svg_shapes
from hornbook.plan.page import Media, PictureBox
from hornbook.render.pdf.content import PageContent
from hornbook.render.pdf.file import PdfFile, decoded_picture
from hornbook.render.pdf.shapes import path_operators
from hornbook.render.pdf.syntax import number, numbers
from hornbook.units import Rect

_INKS = 4
"""Components of a JPEG for print."""
_SPACES = {1: "/DeviceGray", 3: "/DeviceRGB", _INKS: "/DeviceCMYK"}
_PALETTE = 3
_OUTLINE, _THICKEST = 0.7, 1.5
"""Of drawings in outline, in points."""
_PNG_SPACES = {0: (1, "/DeviceGray"), 2: (3, "/DeviceRGB"), _PALETTE: (1, "")}
_FRAMES = frozenset(range(0xFFC0, 0xFFD0)) - {0xFFC4, 0xFFC8, 0xFFCC}
"""Markers of a JPEG's frame header."""


class PictureBook:
    """The pictures of a file, by digest."""

    def __init__(self, file: PdfFile, media: Mapping[str, Media]) -> None:
        self._file = file
        self._media = media
        self._names: dict[str, str] = {}
        self._shapes: dict[str, tuple[SvgShape, ...]] = {}
        self.asked: dict[str, str] = {}
        """Digests and names that were asked for since the record was cleared."""
        self.in_inks = False
        """Whether one of them is in printing inks (DeviceCMYK)."""

    def name(self, digest: str) -> str:
        """The name of a picture among the resources of pages."""
        name = self._names.get(digest)
        if name is None:
            name = self._names[digest] = f"Im{len(self._names) + 1}"
            media = self._media[digest]
            _embed(self._file, name, media)
            self.in_inks |= media.kind == "jpeg" and _jpeg_size(media.data)[2] == _INKS
        self.asked[digest] = name
        return name

    def shapes(self, digest: str) -> tuple[SvgShape, ...]:
        """The paths of a drawing; none where it is a picture of pixels, or more than paths."""
        media = self._media[digest]
        if media.kind == "svg" and digest not in self._shapes:
            self._shapes[digest] = svg_shapes(media.data)
        return self._shapes.get(digest, ())


def draw_picture(content: PageContent, pictures: PictureBook, box: PictureBox) -> None:
    """Draw the part of a picture that its crop leaves, stretched over its box."""
    content.mark(box.element)
    content.cover(box.element, box.rect)
    clip = f"{numbers(box.rect.left, box.rect.top, box.rect.width, box.rect.height)} re W n" if any(box.crop) else ""
    whole = _whole(box)
    if shapes := pictures.shapes(box.digest):
        if box.outline:
            shapes = tuple(_outlined(shape, whole) for shape in shapes)
        drawn = "\n".join(" ".join(_shape_operators(content, shape, whole)) for shape in shapes)
        content.add(f"q {clip}\n{drawn}\nQ")
        return
    name = pictures.name(box.digest)
    content.pictures.append(name)
    # an image is drawn in a unit square that stands on its foot, and the page's axis points down
    place = numbers(whole.width, 0, 0, -whole.height, whole.left, whole.bottom)
    content.add(f"q {clip} {place} cm /{name} Do Q")


def _outlined(shape: SvgShape, rect: Rect) -> SvgShape:
    """The edge of what is filled, which hides what is behind it; lines keep their place."""
    thickness = min(shape.stroke_width, _THICKEST / rect.width) if shape.stroke else 0.0
    return replace(
        shape,
        fill="paper" if shape.fill else "",
        stroke="ink",
        stroke_width=max(thickness, _OUTLINE / rect.width),
    )


def _whole(box: PictureBox) -> Rect:
    """Where the whole picture would be, of which the box shows a part."""
    left, top, right, bottom = box.crop
    width, height = box.rect.width / (1 - left - right), box.rect.height / (1 - top - bottom)
    return Rect(box.rect.left - left * width, box.rect.top - top * height, width, height)


def _shape_operators(content: PageContent, shape: SvgShape, rect: Rect) -> Iterator[str]:
    yield "q"
    if shape.fill:
        yield content.fill_colour(shape.fill)
    if shape.stroke:
        ends = "1 J 1 j" if shape.round_ends else ""
        yield f"{content.stroke_colour(shape.stroke)} {number(shape.stroke_width * rect.width)} w {ends}"
    yield from path_operators(shape.path, rect)
    paint = {(True, False): "f", (False, True): "S", (True, True): "B"}[bool(shape.fill), bool(shape.stroke)]
    yield f"{paint}*" if shape.even_odd and shape.fill else paint
    yield "Q"


def _embed(file: PdfFile, name: str, media: Media) -> None:
    data = media.fallback if media.kind == "svg" else media.data
    if media.kind == "jpeg":
        _embed_jpeg(file, name, data)
    elif not _embed_plain_png(file, name, data):
        _embed_decoded(file, name, data)


def _entries(width: int, height: int, space: str, depth: int, rest: str) -> str:
    size = f"/Width {width}/Height {height}"
    return f"/Type/XObject/Subtype/Image{size}/ColorSpace {space}/BitsPerComponent {depth}{rest}"


def _embed_jpeg(file: PdfFile, name: str, data: bytes) -> None:
    width, height, components = _jpeg_size(data)
    # four inks in a JPEG come from Adobe programs, which write them the other way round
    rest = "/Filter/DCTDecode" + ("/Decode[1 0 1 0 1 0 1 0]" if components == _INKS else "")
    file.put_stream(name, data, _entries(width, height, _SPACES[components], 8, rest), pack=False)


def _embed_plain_png(file: PdfFile, name: str, data: bytes) -> bool:
    """Embed a PNG as it is; False where PDF has no word for something in it."""
    chunks = list(_png_chunks(data))
    width, height, depth, colour, _, _, interlaced = struct.unpack(">IIBBBBB", chunks[0][1])
    kinds = {kind for kind, _ in chunks}
    if colour not in _PNG_SPACES or interlaced or b"tRNS" in kinds:
        return False
    components, space = _PNG_SPACES[colour]
    palette = next((body for kind, body in chunks if kind == b"PLTE"), b"")
    if colour == _PALETTE:
        space = f"[/Indexed/DeviceRGB {len(palette) // 3 - 1}<{palette.hex()}>]"
    parameters = f"<</Predictor 15/Colors {components}/BitsPerComponent {depth}/Columns {width}>>"
    entries = _entries(width, height, space, depth, f"/Filter/FlateDecode/DecodeParms{parameters}")
    file.put_stream(name, b"".join(body for kind, body in chunks if kind == b"IDAT"), entries, pack=False)
    return True


def _embed_decoded(file: PdfFile, name: str, data: bytes) -> None:
    width, height, components, pixels, alpha = decoded_picture(data)
    rest = ""
    if alpha:
        mask = file.put_stream(f"{name} mask", alpha, _entries(width, height, "/DeviceGray", 8, ""))
        rest = f"/SMask {mask}"
    file.put_stream(name, pixels, _entries(width, height, _SPACES[components], 8, rest))


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 8
    while at + 8 <= len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        yield kind, data[at + 8 : at + 8 + length]
        at += length + 12


def _jpeg_size(data: bytes) -> tuple[int, int, int]:
    """Width, height and components out of the frame header (ITU-T T.81 §B.2.2)."""
    at = 2
    while True:
        marker, length = struct.unpack(">HH", data[at : at + 4])
        if marker in _FRAMES:
            height, width, components = struct.unpack(">HHB", data[at + 5 : at + 10])
            return width, height, components
        at += 2 + length
