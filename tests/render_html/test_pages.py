"""The copy in HTML: valid, with an outline, and nothing that comes from elsewhere."""

import re
from functools import cache
from itertools import pairwise
from xml.etree import ElementTree as ET

import html5lib
import pytest

from compose.lessons import chart
from handout.copies import NAMES, copy_of, printed_levels
from handout.sheets import deck
from hornbook.plan.document import ChartFigure, ColumnFlow
from hornbook.render.html import render_html
from paginate.documents import document, theme

EACH = pytest.mark.parametrize("name", NAMES)
HTML = "{http://www.w3.org/1999/xhtml}"
SVG = "{http://www.w3.org/2000/svg}"


@cache
def text(name: str) -> str:
    return render_html(copy_of(name), theme(), deck()).decode()


@cache
def page(name: str) -> ET.Element:
    return html5lib.HTMLParser(strict=True).parse(text(name))


def words(element: ET.Element) -> str:
    return " ".join("".join(element.itertext()).split())


@EACH
def test_a_strict_parser_finds_nothing_wrong(name):
    root = page(name)
    assert root.get("lang") == "en-US"
    assert words(root.find(f"{HTML}head/{HTML}title")) == copy_of(name).title


@EACH
def test_headings_are_those_of_the_printed_handout_and_skip_no_level(name):
    levels = tuple(int(each.tag[-1]) for each in page(name).iter() if re.fullmatch(rf"{HTML}h[1-6]", str(each.tag)))
    assert levels == printed_levels(name)
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@EACH
def test_pictures_say_what_they_show_and_header_cells_say_for_what(name):
    root = page(name)
    for picture in root.iter(f"{SVG}svg"):
        outer = picture.get("role") == "img"
        assert bool(picture.get("aria-label")) if outer else True
    assert all(cell.get("scope") in {"row", "col"} for cell in root.iter(f"{HTML}th"))
    figures = [each for each in root.iter(f"{SVG}svg") if each.get("role") == "img"]
    assert len(figures) == text(name).count('role="img"')


@EACH
def test_nothing_runs_and_nothing_is_fetched(name):
    assert "<script" not in text(name)
    assert "<link" not in text(name)
    assert "url(" not in text(name)
    assert re.findall(r'(?:src|href)="(?!https?://|mailto:|tel:|data:)', text(name)) == []
    assert re.findall(r'<image [^>]*href="(?!data:)', text(name)) == []


def test_a_blank_is_heard_and_its_words_are_in_the_key_only():
    copy, key = page("guided-notes"), page("guided-notes-key")
    blanks = [each for each in copy.iter(f"{HTML}span") if each.get("class") == "blank"]
    assert blanks
    assert {words(each) for each in blanks} == {"blank"}
    assert "glacier" not in text("guided-notes")
    assert "glacier" in words(key)


def test_a_right_choice_is_said_in_the_key_and_not_in_the_quiz():
    assert 'class="right"' not in text("quiz")
    right = [each for each in page("quiz-key").iter(f"{HTML}li") if each.get("class") == "right"]
    assert words(right[0]) == "In a lake or the sea Answer"


def test_whom_to_call_stands_at_the_end():
    foot = page("worksheet").find(f"{HTML}body/{HTML}footer")
    assert "1-800-555-0100" in words(foot)


def test_a_chart_in_columns_is_drawn_for_the_width_of_one():
    figure = ChartFigure(chart("bar"))
    across, within = (
        float(re.search(r'viewBox="0 0 ([\d.]+)', render_html(document(block), theme(), None).decode())[1])
        for block in (figure, ColumnFlow((figure,)))
    )
    assert within == across / 2


def test_the_same_document_gives_the_same_bytes():
    assert render_html(copy_of("fact-sheet"), theme(), deck()) == render_html(copy_of("fact-sheet"), theme(), deck())
