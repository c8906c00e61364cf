"""Copies to edit in Arabic: Word's own marks of right to left, and charts that are turned round as in print."""

import re
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from PIL import Image

from hornbook.build.editions import plan_edition
from hornbook.build.gather import gather
from hornbook.build.options import Format, Options
from hornbook.build.workspace import find_lesson
from hornbook.render.docx import render_docx
from hornbook.render.html import render_html
from hornbook.typeset.bidi import has_leftward
from hornbook.units import PAPERS
from support.validators import word_problems

FOLDER = Path(__file__).parent
NAMES = ("fact-sheet", "facilitator-guide", "quiz-key", "family-letter")
GREEN, AMBER = (8, 84, 79), (245, 168, 0)


@cache
def copies(format: Format) -> dict[str, bytes]:
    place = find_lesson(str(FOLDER / "arabic.yaml"), FOLDER)
    assert place is not None
    edition = gather(place, Options(format=format, only=NAMES), FOLDER).editions[0]
    made = [each.copy for each in plan_edition(edition)[0]]
    written = {}
    for copy in (each for each in made if each is not None):
        if format == "docx":
            written[copy.document.recipe] = render_docx(copy.document, edition.theme, copy.deck, PAPERS[copy.paper])
        else:
            written[copy.document.recipe] = render_html(copy.document, edition.theme, copy.deck)
    return written


def part(name: str, path: str) -> str:
    with ZipFile(BytesIO(copies("docx")[name])) as parts:
        return parts.read(path).decode()


@pytest.mark.parametrize("name", NAMES)
def test_a_copy_for_word_runs_from_right_to_left(name: str):
    body, styles = part(name, "word/document.xml"), part(name, "word/styles.xml")
    assert "<w:bidi/>" in re.search(r'<w:style [^>]*w:styleId="Normal".*?</w:style>', styles, re.DOTALL)[0]
    runs = re.findall(r"<w:r>.*?</w:r>|<w:r .*?</w:r>", body, re.DOTALL)
    assert runs
    assert [
        run for run in runs if has_leftward("".join(re.findall("<w:t[ >][^<]*", run))) and "<w:rtl/>" not in run
    ] == []
    tables = re.findall(r"<w:tblPr>.*?</w:tblPr>", body, re.DOTALL)
    assert all("<w:bidiVisual/>" in table for table in tables)
    assert 'w:sz w:val="44"/><w:szCs w:val="44"/>' in styles


@pytest.mark.parametrize("name", NAMES)
def test_the_schema_of_word_allows_it(name: str):
    assert word_problems(copies("docx")[name]) == []


def test_slices_of_a_pie_are_there_and_clockwise_in_a_copy_for_word():
    with ZipFile(BytesIO(copies("docx")["fact-sheet"])) as parts:
        pictures = [
            Image.open(BytesIO(parts.read(each))).convert("RGB") for each in parts.namelist() if "media" in each
        ]
    pie = next(
        each for each in pictures if _share(each, AMBER) > 0.04 and _share(each, GREEN) > 0.04 and _is_round(each)
    )
    middle = pie.width // 2
    left, right = pie.crop((0, 0, middle, pie.height)), pie.crop((middle, 0, pie.width, pie.height))
    assert _share(right, AMBER) == 0.0
    assert _share(right, GREEN) > _share(left, GREEN)


def _share(picture: Image.Image, colour: tuple[int, int, int]) -> float:
    return sum(count for count, each in picture.getcolors(1 << 24) or [] if each == colour) / (
        picture.width * picture.height
    )


def _is_round(picture: Image.Image) -> bool:
    """Whether both colours meet in the middle of the picture."""
    row = [picture.getpixel((picture.width // 2 + by, picture.height // 2)) for by in (-8, 8)]
    return row == [AMBER, GREEN]


def test_bars_begin_at_the_right_on_a_page_of_html():
    drawing = next(each for each in re.findall("<svg.*?</svg>", copies("html")["fact-sheet"].decode()) if "39%" in each)
    bar = re.search(r'<rect x="([\d.]+)"[^>]*width="([\d.]+)"', drawing)
    wide = re.search(r'viewBox="0 0 ([\d.]+)', drawing)
    name = re.search(r'<text x="([\d.]+)"[^>]*>نساء<', drawing)
    assert bar is not None
    assert wide is not None
    assert name is not None
    assert float(bar[1]) + float(bar[2]) < float(name[1]) < float(wide[1])
