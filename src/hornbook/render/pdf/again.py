"""Pages of a document that is drawn again: a page is taken as it was where everything that it is made of is as it was.

That is its plan, the elements, the palette and the pictures, and what fonts and pictures are called and say, which the pages before it have
a part in.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from hornbook.plan.page import Page, Pages, ShapeBox
from hornbook.plan.structure import Element
from hornbook.render.pdf.content import PageContent, holders_of
from hornbook.render.pdf.draw import Books, draw_box
from hornbook.render.pdf.fonts import Asked
from hornbook.units import Rect, Size

_MOST = 400
"""Pages that are remembered, those of the documents that were drawn last."""


class _Drawn(NamedTuple):
    page: Page
    content: PageContent
    asked: Sequence[Asked]
    pictures: Sequence[tuple[str, str]]
    """Digests, and the names by which the page calls them."""


class _Document(NamedTuple):
    title: str
    size: Size
    palette: Mapping[str, str]
    elements: Sequence[Element]
    pictures: Mapping[str, int]
    """A hash of each, by digest."""

    @classmethod
    def of(cls, pages: Pages) -> "_Document":
        pictures = {digest: hash(media) for digest, media in pages.media.items()}
        return cls(pages.title, pages.pages[0].size, pages.theme.palette, pages.elements, pictures)


_LATEST: list[tuple[_Document, Sequence[_Drawn]]] = []
"""The documents that were drawn last, the very last one at the end."""


def drawn_pages(pages: Pages, books: Books) -> Iterator[tuple[Page, PageContent]]:
    """Each page with its content."""
    document = _Document.of(pages)
    before = _known(document)
    after: list[_Drawn] = []
    holders = holders_of(pages.elements)
    for number, page in enumerate(pages.pages):
        drawn = before[number] if number < len(before) else None
        if drawn is None or drawn.page != page or not _is_as_it_was(drawn, books):
            content = PageContent(number, page.size, pages.elements, holders, pages.theme)
            drawn = _drawn(content, books, page)
        after.append(drawn)
        yield page, drawn.content
    _keep(document, after)


def _drawn(content: PageContent, books: Books, page: Page) -> _Drawn:
    books.fonts.asked.clear()
    books.pictures.asked.clear()
    if page.background:
        draw_box(content, books, ShapeBox(Rect(0, 0, page.size.width, page.size.height), "rect", page.background))
    for box in page.boxes:
        draw_box(content, books, box)
    content.close()
    return _Drawn(page, content, tuple(books.fonts.asked), tuple(books.pictures.asked.items()))


def _is_as_it_was(drawn: _Drawn, books: Books) -> bool:
    """Whether fonts and pictures would answer the same; they learn from being asked, in the order of the page."""
    return all(books.fonts.answers(asked) for asked in drawn.asked) and all(
        books.pictures.name(digest) == name for digest, name in drawn.pictures
    )


def _known(document: _Document) -> Sequence[_Drawn]:
    """The pages of a document as they were drawn last; none where it was another one."""
    at = next((at for at, (known, _) in enumerate(_LATEST) if known == document), None)
    return () if at is None else _LATEST.pop(at)[1]


def _keep(document: _Document, drawn: Sequence[_Drawn]) -> None:
    _LATEST.append((document, drawn))
    while sum(len(pages) for _, pages in _LATEST) > _MOST:
        del _LATEST[0]
