"""Pages as pixels, drawn by pdfium, for looking at single points of them."""

from dataclasses import dataclass
from typing import Any


@dataclass
class Drawn:
    """A page at `scale` pixels a point."""

    image: Any
    scale: float

    def at(self, x: float, y: float) -> tuple[int, int, int]:
        """The colour of the point x, y, in points from the top left."""
        return self.image.getpixel((int(x * self.scale), int(y * self.scale)))

    def ink(
        self, left: float, top: float, right: float, bottom: float, paper: tuple[int, int, int] = (255, 255, 255)
    ) -> int:
        """How many pixels of a box are not of the paper's colour."""
        from PIL import Image, ImageChops

        box = self.image.crop(tuple(int(edge * self.scale) for edge in (left, top, right, bottom)))
        red, green, blue = ImageChops.difference(box, Image.new("RGB", box.size, paper)).split()
        strongest = ImageChops.lighter(ImageChops.lighter(red, green), blue)
        return box.width * box.height - strongest.histogram()[0]


def draw_page(data: bytes, page: int = 0, scale: float = 2.0) -> Drawn:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    return Drawn(document[page].render(scale=scale).to_pil().convert("RGB"), scale)


def png(width: int, height: int, colour: str = "#164E63") -> bytes:
    """A picture file of one colour."""
    from io import BytesIO

    from PIL import Image

    stream = BytesIO()
    Image.new("RGB", (width, height), colour).save(stream, "PNG")
    return stream.getvalue()
