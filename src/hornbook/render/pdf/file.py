"""The file as reportlab's canvas writes it: pages, numbered objects, outline, catalog. Only this module knows reportlab.

Objects are handed over as they stand in the file, which is several times faster than dictionaries of dictionaries. What would
differ from run to run is kept out: the dates, and the id, which is made from the contents here.
"""

import zlib
from collections.abc import Mapping, Sequence
from functools import lru_cache, partial
from hashlib import sha256
from io import BytesIO
from typing import Any

from hornbook.plan.page import Bookmark
from hornbook.render.pdf.syntax import array, dictionary, numbers
from hornbook.units import Size

_FONTS = "BasicFonts"
"""reportlab's name of the dictionary of fonts, which all pages share."""
_LARGE = 1 << 16
"""Bytes of a stream from which on its packed form is not remembered."""


class PdfFile:
    """A PDF 1.7 file that grows page by page."""

    def __init__(self, language: str, bookmarks: Sequence[Bookmark]) -> None:
        self._canvas = _canvas(language)
        self._document: Any = self._canvas._doc  # noqa: SLF001 - the canvas has no public door to its objects
        self._bookmarks = bookmarks
        self._references: dict[str, str] = {}
        self._digest = sha256()
        self._pages = 0

    def reserve(self, name: str) -> str:
        """The reference (`12 0 R`) of an object that `put` fills now or later."""
        reference = self._references.get(name)
        if reference is None:
            known = self._document.idToObjectNumberAndVersion
            if name not in known:
                self._document.Reference(b"null", name)
            reference = self._references[name] = f"{known[name][0]} 0 R"
        return reference

    def put(self, name: str, body: str | bytes) -> str:
        """Set the object of that name; returns its reference."""
        reference = self.reserve(name)
        self._document.idToObject[name] = body if isinstance(body, bytes) else body.encode("latin-1")
        return reference

    def put_stream(self, name: str, data: bytes, entries: str = "", *, pack: bool = True) -> str:
        """Set a stream object, deflated unless its data are packed already."""
        if pack:
            packed = _packed(data) if len(data) < _LARGE else zlib.compress(data)
            data, entries = packed, entries + "/Filter/FlateDecode"
        head = f"<<{entries}/Length {len(data)}>>\nstream\n".encode("latin-1")
        return self.put(name, head + data + b"\nendstream")

    def add_font(self, name: str, reference: str) -> None:
        """Make a font known, under a name, to the resources of every page."""
        self._document.idToObject[_FONTS].dict[name] = reference

    def page_reference(self, index: int) -> str:
        """The reference of a page counted from 0, which is there already."""
        return self.reserve(f"Page{index + 1}")

    def add_page(self, size: Size, content: str, pictures: Sequence[str], annotations: Sequence[str]) -> None:
        """A page with its content stream; its key in the parent tree is its index."""
        data = content.encode("latin-1")
        self._digest.update(data)
        for index, mark in enumerate(self._bookmarks):
            if mark.page == self._pages:
                self._canvas.bookmarkPage(f"outline {index}")
        self._canvas.showPage()
        page = {
            "Type": "/Page",
            "MediaBox": f"[0 0 {numbers(size.width, size.height)}]",
            "Contents": self.put_stream(f"Content{self._pages}", data),
            "Resources": self._resources(pictures),
            "Annots": array(annotations) if annotations else "",
            "StructParents": str(self._pages),
            "Tabs": "/S",
        }
        self._document.Pages.pages[-1].format = partial(_page_as_it_stands, page)
        self._pages += 1

    def finish(self, information: Mapping[str, str], catalog: Mapping[str, str]) -> bytes:
        """The bytes of the whole file. `information` and `catalog` are written as they stand."""
        level = -1
        for index, mark in enumerate(self._bookmarks):
            level = min(mark.level, level + 1)
            self._canvas.addOutlineEntry(mark.title, f"outline {index}", level)
        root = self._document.Catalog
        root.__NoDefault__ = [*root.__NoDefault__, *(key for key in catalog if key not in root.__NoDefault__)]
        for key, value in catalog.items():
            setattr(root, key, value)
        about = dictionary(information)
        self._document.info.format = partial(_as_it_stands, about)
        self._digest.update(about.encode("latin-1"))
        name = self._digest.hexdigest()[:32]
        self._document._ID = f"[<{name}><{name}>]".encode()  # noqa: SLF001
        return bytes(self._canvas.getpdfdata())

    def _resources(self, pictures: Sequence[str]) -> str:
        xobjects = dictionary({name: self.reserve(name) for name in sorted(set(pictures))})
        return f"<</Font {self.reserve(_FONTS)}/XObject {xobjects}>>"


@lru_cache(maxsize=256)
def _packed(data: bytes) -> bytes:
    """Remembered from file to file: most pages of a deck that is built again are as they were."""
    return zlib.compress(data)


def _canvas(language: str) -> Any:
    from reportlab.pdfgen.canvas import Canvas

    class BareCanvas(Canvas):  # type: ignore[misc]
        """A canvas that does not begin every page with Helvetica, which would not be embedded."""

        def _make_preamble(self) -> None:
            self._preamble = ""

    return BareCanvas(BytesIO(), invariant=1, pageCompression=1, pdfVersion=(1, 7), lang=language)


def _as_it_stands(body: str, document: object) -> bytes:
    """What reportlab asks of an object that is to be written, with the object's body bound."""
    del document
    return body.encode("latin-1")


def _page_as_it_stands(page: Mapping[str, str], document: Any) -> bytes:
    """The same for a page, whose parent has its number only when everything else is written."""
    parent = document.Reference(document.Pages).format(document).decode()
    return dictionary({**page, "Parent": parent}).encode("latin-1")


def decoded_picture(data: bytes) -> tuple[int, int, int, bytes, bytes]:
    """Width, height, number of components, samples, and the transparency (empty where there is none) of a picture."""
    from reportlab.lib.utils import ImageReader

    reader: Any = ImageReader(BytesIO(data))
    width, height = reader.getSize()
    samples = bytes(reader.getRGBData())
    alpha = bytes(reader._dataA.getRGBData()) if reader._dataA else b""  # noqa: SLF001 - it has no other name
    return width, height, len(samples) // (width * height), samples, alpha
