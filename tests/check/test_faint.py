"""What is behind words is what was drawn there last before them."""

import pytest

from check.reading import said
from hornbook.check.behind import PICTURE, behind_words
from hornbook.plan.page import GroupBox, PictureBox, ShapeBox, TextBox
from hornbook.source.runs import Run
from hornbook.typeset.paragraphs import set_paragraphs
from hornbook.typeset.text import Paragraph, ParagraphStyle
from hornbook.units import Rect, Size

CARD = ShapeBox(Rect(0, 0, 200, 100), "rect", "mist")


def words(left=10.0, top=10.0):
    paragraphs = (Paragraph((Run("Water"),), ParagraphStyle("Arial", 20.0)),)
    layout = set_paragraphs(paragraphs, 100.0)
    return TextBox(Rect(left, top, 100, 40), paragraphs, layout.lines, (left, top), ())


def grounds(*boxes):
    return [set(behind.colours) for behind in behind_words(boxes, "paper")]


def test_words_on_nothing_stand_on_the_background():
    assert grounds(words()) == [{"paper"}]


def test_a_shape_that_is_drawn_before_is_behind_and_one_that_comes_later_is_not():
    assert grounds(CARD, words()) == [{"mist"}]
    assert grounds(words(), CARD) == [{"paper"}]
    assert grounds(CARD, ShapeBox(CARD.rect, "rect", stroke="ink"), words()) == [{"mist"}]


def test_words_half_over_a_card_stand_on_both():
    assert grounds(CARD, words(left=170.0)) == [{"mist", "paper"}]


def test_the_corner_of_the_box_of_a_circle_is_not_the_circle():
    assert grounds(ShapeBox(Rect(0, 0, 400, 400), "ellipse", "mist"), words(left=2.0, top=2.0)) == [{"paper"}]


def test_a_group_is_looked_into_at_its_own_scale():
    half = GroupBox(Rect(300, 0, 100, 50), Size(200, 100), (CARD,))
    assert grounds(half, words(left=310.0)) == [{"mist"}]
    assert grounds(half, words(left=410.0)) == [{"paper"}]


def test_words_on_a_picture_stand_on_everything_it_shows():
    assert grounds(PictureBox(CARD.rect, "digest"), words()) == [{PICTURE}]


@pytest.mark.parametrize(("limit", "count"), [("words: 22", 1), ("words: 4.5", 0)])
def test_words_of_handouts_are_looked_at_as_well(tmp_path, limit, count):
    path = tmp_path / "lesson.yaml"
    path.write_text(
        f"title: Water\nlanguage: en-US\nhandouts: [worksheet]\nrules: {{HB512: {{{limit}}}}}\n"
        "slides: [{title: Talk, discuss: [Where is water]}]\n",
        "utf-8",
    )
    found = said(path, "HB512")
    assert len({each.span.line for each in found if '"worksheet"' in each.message}) == count
