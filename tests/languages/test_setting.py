"""A lesson in Arabic, Chinese, Korean and Thai through both renderers: fit, order, places, glyphs, validators."""

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from hornbook.build.editions import Edition, Planned, plan_edition
from hornbook.build.gather import gather
from hornbook.build.options import Options
from hornbook.build.workspace import find_lesson
from hornbook.diagnostics import Severity
from hornbook.plan.deck import Deck
from hornbook.plan.page import Box, GroupBox, Pages, TextBox
from hornbook.render.pdf import render_pdf
from hornbook.render.pptx import render_pptx
from hornbook.typeset.faces import face
from support.structure import plan_words, read_words
from support.validators import deck_problems, pdf_problems

FOLDER = Path(__file__).parent
LESSONS = ("arabic", "chinese", "korean", "thai")


@cache
def edition(name: str) -> Edition:
    place = find_lesson(str(FOLDER / f"{name}.yaml"), FOLDER)
    assert place is not None
    gathered = gather(place, Options(), FOLDER)
    assert not [each for each in gathered.diagnostics if each.severity is Severity.ERROR]
    return gathered.editions[0]


@cache
def planned(name: str) -> tuple[Planned, ...]:
    plans, found = plan_edition(edition(name))
    assert [each.message for each in found if each.severity is Severity.ERROR] == []
    return plans


def deck_of(name: str) -> Deck:
    return next(each.plan for each in planned(name) if isinstance(each.plan, Deck))


def pages_of(name: str) -> list[tuple[str, Pages]]:
    return [(each.name, each.plan) for each in planned(name) if isinstance(each.plan, Pages)]


def text_boxes(boxes: tuple[Box, ...]) -> Iterator[TextBox]:
    for box in boxes:
        if isinstance(box, TextBox):
            yield box
        elif isinstance(box, GroupBox):
            yield from text_boxes(box.boxes)


@pytest.mark.parametrize("name", LESSONS)
def test_nothing_is_an_empty_box(name: str):
    for _, pages in pages_of(name):
        for page in pages.pages:
            for box in text_boxes(page.boxes):
                for fragment in (each for line in box.lines for each in line.fragments if each.kind == "text"):
                    assert face(fragment.face).missing(fragment.text) == ""


@pytest.mark.parametrize("name", LESSONS)
def test_lines_stay_in_their_boxes(name: str):
    for file, pages in pages_of(name):
        for page in pages.pages:
            for box in (box for box in page.boxes if isinstance(box, TextBox)):
                left, _ = box.origin
                for line in box.lines:
                    for each in line.fragments:
                        assert left + each.x >= box.rect.left - 0.6, (file, each.text)
                        assert left + each.x + each.width <= box.rect.right + 0.6, (file, each.text)


@pytest.mark.parametrize("name", LESSONS)
def test_each_pdf_passes_its_validator_and_says_its_plan(name: str):
    for file, pages in pages_of(name):
        data = render_pdf(pages)
        assert pdf_problems(data) == [], file
        found = read_words(data)
        assert found.problems == []
        assert found.words == plan_words(pages)


@pytest.mark.parametrize("name", LESSONS)
def test_the_deck_passes_its_validator(name: str):
    assert deck_problems(render_pptx(deck_of(name))) == []


def test_an_arabic_slide_begins_at_the_right():
    deck = deck_of("arabic")
    slide = next(each for each in deck.slides if each.kind == "points")
    width = deck.theme.size.width
    for box in (box for box in slide.boxes if isinstance(box, TextBox) and box.placeholder in ("title", "body")):
        right = max(box.origin[0] + each.x + each.width for line in box.lines for each in line.fragments)
        left = min(box.origin[0] + each.x for line in box.lines for each in line.fragments)
        assert width - right < left


def test_columns_and_steps_go_from_right_to_left():
    deck = deck_of("arabic")
    for kind, prefix in (("steps", "step"), ("compare", "body")):
        slide = next(each for each in deck.slides if each.kind == kind)
        places = [
            box.rect.left for box in slide.boxes if isinstance(box, TextBox) and box.placeholder.startswith(prefix)
        ]
        assert len(places) > 1
        assert places == sorted(places, reverse=True)


def test_powerpoint_is_told_which_way_the_lines_run():
    with ZipFile(BytesIO(render_pptx(deck_of("arabic")))) as parts:
        layouts = [parts.read(name).decode() for name in parts.namelist() if "slideLayouts/slideLayout" in name]
        slides = [
            parts.read(name).decode() for name in parts.namelist() if "slides/slide" in name and "_rels" not in name
        ]
        theme = parts.read("ppt/theme/theme1.xml").decode()
    assert all('rtl="1"' in layout for layout in layouts if "<a:lvl1pPr" in layout)
    assert not any('rtl="0"' in layout for layout in layouts)
    assert any('<a:tblPr rtl="1"' in slide for slide in slides)
    assert '<a:cs typeface="Arial"/>' in theme


def test_a_chinese_deck_names_a_face_for_its_letters():
    with ZipFile(BytesIO(render_pptx(deck_of("chinese")))) as parts:
        assert '<a:ea typeface="Microsoft YaHei"/>' in parts.read("ppt/theme/theme1.xml").decode()


def test_a_phone_number_in_arabic_stands_in_its_order_on_every_page():
    for file, pages in pages_of("arabic"):
        for page in pages.pages:
            for box in text_boxes(page.boxes):
                for line in box.lines:
                    for each in line.fragments:
                        assert "7888-373" not in each.text, file
                        if "888-373" in each.text:
                            assert "1-888-373-7888" in each.text
                            assert not each.leftward
