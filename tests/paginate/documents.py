"""Documents as values, for tests of pages, and ways to look at the pages that come out."""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from hornbook.diagnostics import Diagnostic, SourceFile
from hornbook.paginate.pages import paginate
from hornbook.plan.document import Block, Document, Head, Words
from hornbook.plan.page import Box, GroupBox, Page, Pages, TextBox
from hornbook.source.runs import Run
from hornbook.theme.model import Theme
from hornbook.theme.reader import read_theme
from hornbook.units import PAPERS, Size

LETTER = PAPERS["letter"]
A4 = PAPERS["a4"]
THEME = Path(__file__).parents[2] / "decks" / "themes" / "daylight.yaml"


@cache
def theme() -> Theme:
    found, diagnostics = read_theme(SourceFile("daylight.yaml", THEME.read_text(encoding="utf-8")))
    assert found is not None, diagnostics
    return found


def runs(words: str) -> tuple[Run, ...]:
    return (Run(words),)


def words(text: str, style: str = "body") -> Words:
    return Words(runs(text), style)


def document(*blocks: Block, **changes: object) -> Document:
    given = {"running_head": "A title", "help_line": runs("Help: 911"), **changes}
    return Document("test", "Test", Head(runs("A title")), blocks, language="en-US", **given)


def pages_of(*blocks: Block, paper: Size = LETTER, **changes: object) -> Pages:
    pages, _ = paginate(document(*blocks, **changes), paper, theme(), None)
    return pages


def found_in(*blocks: Block, paper: Size = LETTER, **changes: object) -> tuple[Diagnostic, ...]:
    return paginate(document(*blocks, **changes), paper, theme(), None)[1]


def text_boxes(page: Page) -> Iterator[TextBox]:
    for box in page.boxes:
        if isinstance(box, TextBox):
            yield box


def read_boxes(page: Page) -> Iterator[TextBox]:
    """Boxes with words that are content."""
    return (box for box in text_boxes(page) if box.tags[0].element >= 0)


def written(box: TextBox) -> str:
    return " ".join("".join(each.text for each in line.fragments if each.kind == "text") for line in box.lines)


def words_on(pages: Pages | Iterable[Page]) -> list[str]:
    """Every word that is content, in the order of the tree: element by element."""
    found: dict[int, list[str]] = {}
    for page in pages.pages if isinstance(pages, Pages) else pages:
        for box in read_boxes(page):
            found.setdefault(box.tags[0].element, []).extend(written(box).split())
    return [word for element in sorted(found) for word in found[element]]


def roles(pages: Pages) -> list[str]:
    return [element.role for element in pages.elements]


def page_with(pages: Pages, word: str) -> int:
    """Index of the first page whose content has that word."""
    return next(
        index for index, page in enumerate(pages.pages) if any(word in written(box) for box in read_boxes(page))
    )


def flat(boxes: Iterable[Box]) -> Iterator[Box]:
    for box in boxes:
        yield box
        if isinstance(box, GroupBox):
            yield from flat(box.boxes)
