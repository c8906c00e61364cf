"""Handouts through all stages: lesson and recipe to document, pages, and a file that others judge."""

from functools import cache
from pathlib import Path

import pytest

from handout.lessons import LESSON
from hornbook.compose.deck import compose
from hornbook.diagnostics import SourceFile
from hornbook.handout.document import make_document
from hornbook.handout.recipe import read_recipe
from hornbook.paginate.pages import paginate
from hornbook.paginate.sheet import Sheet
from hornbook.plan.page import GroupBox, TextBox
from hornbook.render.pdf import render_pdf
from hornbook.units import PAPERS
from paginate.documents import flat, page_with, read_boxes, text_boxes, theme, written
from support.structure import assert_says_its_plan
from support.validators import pdf_problems

BUILT_IN = Path(__file__).parents[2] / "handouts"
SHEETS = {
    "brochure",
    "exit-tickets",
    "family-letter",
    "scenario-cards",
    "tear-off-poster",
    "vocabulary-cards",
    "wallet-cards",
}
SHEETS |= {f"slides-{count}up" for count in (1, 2, 4, 6, 9)}
"""Measured in tests of their own."""
NAMES = sorted(path.stem for path in BUILT_IN.glob("*.yaml") if path.stem not in SHEETS)


def find(name):
    path = BUILT_IN / f"{name}.yaml"
    return SourceFile(f"handouts/{name}.yaml", path.read_text(encoding="utf-8")) if path.exists() else None


@cache
def deck():
    found, diagnostics = compose(LESSON, theme())
    assert found is not None, diagnostics
    return found


@cache
def pages(name, paper="letter"):
    recipe, _ = read_recipe(find(name), find)
    document, _ = make_document(LESSON, recipe, deck())
    found, diagnostics = paginate(document, PAPERS[paper], theme(), deck())
    assert diagnostics == ()
    return found


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("name", NAMES)
def test_nothing_overlaps_or_leaves_the_margins(name, paper):
    safe = Sheet(PAPERS[paper]).safe
    for page in pages(name, paper).pages:
        texts = list(text_boxes(page))
        assert all(safe.contains(box.rect, 0.6) for box in page.boxes)
        for index, box in enumerate(texts):
            assert not any(box.rect.overlaps(other.rect, 0.5) for other in texts[index + 1 :])


@pytest.mark.parametrize("name", NAMES)
def test_the_file_passes_pdf_ua_and_says_its_plan(name):
    data = render_pdf(pages(name))
    assert pdf_problems(data) == []
    assert_says_its_plan(data, pages(name))


@pytest.mark.parametrize(
    ("copy", "key"), [("guided-notes", "guided-notes-key"), ("worksheet", "worksheet-key"), ("quiz", "quiz-key")]
)
def test_a_key_has_every_line_of_its_copy_at_the_same_place(copy, key):
    """Only answers are more: no box that both have moves."""
    for paper in ("letter", "a4"):
        mine, other = pages(copy, paper), pages(key, paper)
        assert len(mine.pages) == len(other.pages)
        for page, answered in zip(mine.pages, other.pages, strict=True):
            there = {(written(box), box.rect) for box in text_boxes(answered)}
            plain = [
                box for box in text_boxes(page) if not any(run.key or run.write_in for run in box.paragraphs[0].runs)
            ]
            kept = [box for box in plain if (written(box), box.rect) in there]
            own = ("Guided notes", "Worksheet", "Quiz", "Name", "Date", "Class")
            lost = [written(box) for box in plain if box not in kept and not written(box).startswith(own)]
            assert lost == []


def test_a_thumbnail_is_one_figure_with_the_words_of_its_slide():
    found = pages("slides-3up")
    figures = [element for element in found.elements if element.role == "Figure"]
    assert len(figures) == len([slide for slide in deck().slides if not slide.hidden])
    assert "Rivers begin small" in " ".join(figure.alt for figure in figures)
    groups = [box for page in found.pages for box in page.boxes if isinstance(box, GroupBox)]
    assert all(group.one_mark and found.elements[group.figure].role == "Figure" for group in groups)


def test_thumbnails_of_guided_notes_leave_key_words_out_of_drawing_and_words():
    copy, key = pages("guided-notes"), pages("guided-notes-key")

    def drawn(found):
        groups = [box for page in found.pages for box in page.boxes if isinstance(box, GroupBox)]
        return " ".join(written(box) for box in flat(groups) if isinstance(box, TextBox))

    def heard(found):
        return " ".join(element.alt for element in found.elements if element.role == "Figure")

    assert "glacier" not in drawn(copy)
    assert "glacier" not in heard(copy)
    assert "glacier" in drawn(key)
    assert "glacier" in heard(key)


def test_three_slides_stand_on_a_page():
    found = pages("slides-3up")
    counts = [sum(isinstance(box, GroupBox) for box in page.boxes) for page in found.pages]
    assert counts[:-1] == [3] * (len(counts) - 1)


def test_the_fact_sheet_ends_within_two_sides_and_says_whom_to_call():
    found = pages("fact-sheet")
    assert len(found.pages) <= 2
    number = next(box for box in read_boxes(found.pages[page_with(found, "555-0100")]) if written(box) == "555-0100")
    assert number.paragraphs[0].style.size >= 18


@pytest.mark.parametrize("name", NAMES)
def test_every_page_asks_who_checked_the_numbers(name):
    for page in pages(name).pages:
        words = " ".join(box.paragraphs[0].plain for box in flat(page.boxes) if isinstance(box, TextBox))
        assert words.count("Checked by") == 1
