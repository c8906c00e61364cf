"""Pages as text, a line for each box, then the tree of what they say, so that a change can be read in a diff."""

from collections.abc import Iterator

from hornbook.plan.dump import dump_box
from hornbook.plan.page import Page, Pages
from hornbook.plan.structure import Element


def dump_pages(pages: Pages) -> str:
    """The pages with their boxes, the bookmarks, the elements."""
    lines = [f"pages {pages.title!r} {pages.language} theme={pages.theme.name} {pages.duplex}".rstrip()]
    lines += [f"bookmark {'  ' * mark.level}{mark.title!r} page {mark.page + 1}" for mark in pages.bookmarks]
    for number, page in enumerate(pages.pages, start=1):
        lines += _page(number, page, pages.elements)
    lines += ["", "tree", *_tree(pages.elements)]
    return "\n".join(lines) + "\n"


def _page(number: int, page: Page, elements: tuple[Element, ...]) -> Iterator[str]:
    yield ""
    yield f"page {number} {page.size.width:g} x {page.size.height:g} {page.background}".rstrip()
    for box in page.boxes:
        yield from dump_box(box, elements, "  ")


def _tree(elements: tuple[Element, ...]) -> Iterator[str]:
    depths: list[int] = []
    for element in elements:
        depths.append(depths[element.parent] + 1 if element.parent >= 0 else 1)
        yield f"{'  ' * depths[-1]}{element.role}{''.join(_said(element))}"


def _said(element: Element) -> Iterator[str]:
    for name, value in (
        ("alt", element.alt),
        ("field", element.name),
        ("tooltip", element.tooltip),
        ("actual", element.actual),
        ("language", element.language),
        ("scope", element.scope),
        ("to", element.url or (f"page {element.target}" if element.target else "")),
        ("columns", element.column_span if element.column_span > 1 else ""),
        ("rows", element.row_span if element.row_span > 1 else ""),
    ):
        if value:
            yield f" {name}={value!r}"
    if element.ordered:
        yield " ordered"
