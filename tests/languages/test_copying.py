"""Arabic copied from a page: programs that read by places (poppler, pdfium) give the words in the order in which they are read."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from unicodedata import normalize

import pikepdf
import pytest

from hornbook.plan.page import GroupBox, Pages, TextBox
from hornbook.plan.structure import ARTIFACT
from hornbook.render.pdf import render_pdf
from languages.test_setting import pages_of, text_boxes
from support.validators import pdfium_text, poppler_text

_SIGNS = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u2060\ufeff\u00ad"))
_ARABIC = re.compile(r"(?!.*[\u064b-\u0652][.،؟])[\u0600-\u06ff .]+")
"""Lines of which pdfium has nothing to turn round or to move."""


def plain(text: str) -> str:
    return " ".join(normalize("NFKC", text).translate(_SIGNS).split())


@cache
def files() -> tuple[tuple[str, Pages, bytes], ...]:
    return tuple((name, pages, render_pdf(pages)) for name, pages in pages_of("arabic"))


def lines_of(pages: Pages, *, furniture: bool = True) -> Iterator[str]:
    """The lines of upright boxes that have words from right to left, as they are read."""
    for page in pages.pages:
        for box in text_boxes(tuple(box for box in page.boxes if not isinstance(box, GroupBox))):
            if not box.rotation:
                yield from _lines(box, furniture=furniture)


def _lines(box: TextBox, *, furniture: bool) -> Iterator[str]:
    for line in box.lines:
        words = [each for each in line.fragments if each.kind == "text"]
        apart = (
            any(each.rise or each.kind == "blank" for each in line.fragments)
            or "\t" in box.paragraphs[line.paragraph].plain
        )
        if box.tags[line.paragraph].element == ARTIFACT and not furniture:
            continue
        if any(each.leftward for each in words) and not apart:
            yield plain("".join(each.text for each in words))


@pytest.mark.parametrize("at", range(len(pages_of("arabic"))))
def test_poppler_gives_each_line_as_it_is_read(at: int):
    name, pages, data = files()[at]
    text = poppler_text(data)
    lost = [line for line in lines_of(pages) if line not in plain(text)]
    assert lost == [], name


@pytest.mark.parametrize("at", range(len(pages_of("arabic"))))
def test_pdfium_gives_the_words_as_they_are_read(at: int):
    """But for brackets, which it turns round, and words from left to right, which may change places."""
    _, pages, data = files()[at]
    text = plain(pdfium_text(data))
    lines = [line for line in lines_of(pages) if _ARABIC.fullmatch(line)]
    assert lines
    assert [line for line in lines if line not in text] == []


def test_the_tree_says_words_once_in_their_own_order():
    _, pages, data = files()[0]
    with pikepdf.open(BytesIO(data)) as pdf:
        said = Counter(
            word
            for each in pdf.objects
            if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Span" and "/ActualText" in each
            for word in plain(str(each.ActualText)).split()
        )
    wanted = Counter(
        word for line in lines_of(pages, furniture=False) if _ARABIC.fullmatch(line) for word in line.split()
    )
    assert [word for word, count in wanted.items() if said[word] < count] == []
