"""Words of every script by chance through both renderers: no missing glyph, nothing outside its box, no word lost or changed."""

import re
import tempfile
from functools import cache
from io import BytesIO
from pathlib import Path
from unicodedata import normalize

import pytest
from pptx import Presentation

from hornbook.build.editions import Planned
from hornbook.plan.deck import Deck
from hornbook.plan.page import Pages, TextBox
from hornbook.render.pdf import render_pdf
from hornbook.render.pptx import render_pptx
from hornbook.typeset.coverage import without_a_face
from hornbook.typeset.faces import face
from languages.planning import planned_outline
from languages.test_setting import text_boxes
from languages.writing import SCRIPTS, lesson_in
from support.counts import LONG, many
from support.office import missing
from support.structure import plan_words, read_words
from support.validators import deck_problems, pdf_problems, poppler_text

EACH_SCRIPT = pytest.mark.parametrize(
    "script", [pytest.param(name, marks=pytest.mark.xdist_group(name)) for name in SCRIPTS]
)
NUMBERS = tuple(range(many(1, 30)))
_SIGNS = re.compile("[\\s\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]")


def bare(text: str) -> str:
    return _SIGNS.sub("", normalize("NFKC", text))


@pytest.fixture
def plans(script: str) -> list[tuple[Planned, ...]]:
    if without_a_face(SCRIPTS[script][1]):
        missing("no font of that script is installed")
    return _plans(script)


@cache
def _plans(script: str) -> list[tuple[Planned, ...]]:
    return [planned_outline(lesson_in(script, number), Path(tempfile.mkdtemp())) for number in NUMBERS]


def pages_in(plans: tuple[Planned, ...]) -> list[tuple[str, Pages]]:
    return [(each.name, each.plan) for each in plans if isinstance(each.plan, Pages)]


@EACH_SCRIPT
def test_every_character_has_a_glyph_and_every_line_its_box(script: str, plans: list[tuple[Planned, ...]]):
    for number, each in enumerate(plans):
        for file, pages in pages_in(each):
            for box in (box for page in pages.pages for box in text_boxes(page.boxes)):
                for part in (part for line in box.lines for part in line.fragments):
                    where = (number, file, part.text)
                    assert part.kind != "text" or face(part.face).missing(part.text) == "", where
                    left = box.origin[0] + part.x
                    assert box.rect.left - 0.6 <= left, where
                    assert left + part.width <= box.rect.right + 0.6, where
                assert _bottom(box) <= box.rect.bottom + 0.6, (number, file, box.lines[-1])


def _bottom(box: TextBox) -> float:
    return max((box.origin[1] + line.baseline for line in box.lines), default=box.rect.top)


@EACH_SCRIPT
def test_the_tree_says_the_plan_and_validators_find_nothing(script: str, plans: list[tuple[Planned, ...]]):
    for number, each in enumerate(plans):
        for file, pages in pages_in(each):
            data = render_pdf(pages)
            found = read_words(data)
            assert found.problems == [], (number, file)
            assert found.words == plan_words(pages), (number, file)
            if LONG or file.endswith(("lesson.pdf", "quiz.pdf")):
                assert pdf_problems(data) == [], (number, file)


@EACH_SCRIPT
def test_a_line_that_is_copied_is_the_line_that_was_written(script: str, plans: list[tuple[Planned, ...]]):
    for number, each in enumerate(plans):
        pages = next(pages for name, pages in pages_in(each) if "/" not in name)
        text = poppler_text(render_pdf(pages))
        for box in (box for page in pages.pages for box in text_boxes(page.boxes)):
            for line in box.lines:
                words = [part for part in line.fragments if part.kind == "text"]
                if words and not any(part.rise for part in words):
                    said = "".join(part.text for part in words)
                    # beside a letter of a choice poppler may take digits to that letter
                    mixed = any(part.leftward for part in words) and not words[0].leftward
                    for part in said.split() if mixed else [said]:
                        assert as_copied(part, script) in as_copied(text, script), number


def as_copied(text: str, script: str) -> str:
    """The text without its spaces; without brackets beside lines that run to the left: poppler puts one that closes Latin words before them."""
    return re.sub(r"[()\[\]]", "", bare(text)) if script in {"arabic", "hebrew"} else bare(text)


@EACH_SCRIPT
def test_the_deck_has_every_word_and_its_validator_finds_nothing(script: str, plans: list[tuple[Planned, ...]]):
    for number, each in enumerate(plans):
        deck = next(one.plan for one in each if isinstance(one.plan, Deck))
        data = render_pptx(deck)
        assert deck_problems(data) == [], number
        for slide, plan in zip(Presentation(BytesIO(data)).slides, deck.slides, strict=True):
            said = bare("".join(node.text or "" for node in slide._element.iter("{*}t")))
            for box in (box for box in plan.boxes if isinstance(box, TextBox) and box.placeholder):
                for paragraph in box.paragraphs:
                    assert bare(paragraph.plain) in said, (number, paragraph.plain)
