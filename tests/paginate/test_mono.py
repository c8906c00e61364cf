"""Black on white: patterns in place of colours, outlines in place of grounds, and no other place for any word."""

import io

import pytest
from msgspec.structs import replace
from PIL import Image

from compose.lessons import chart
from handout.sheets import RIVERS, deck, planned, recipe_named
from hornbook.handout.document import make_document
from hornbook.lesson.variants import Variant
from hornbook.media.pale import pale_picture
from hornbook.paginate.mono import in_mono
from hornbook.paginate.pages import paginate
from hornbook.plan.document import Card, ChartFigure
from hornbook.plan.page import GroupBox, Media, Page, Pages, PictureBox, ShapeBox, TextBox
from hornbook.render.pdf import render_pdf
from hornbook.units import Rect, Size
from paginate.documents import LETTER, document, flat, theme, words
from support.ink import ink_of
from support.pictures import draw_page

BOX = Rect(100, 100, 200, 100)


def mono(*blocks):
    pages, diagnostics = paginate(document(*blocks), LETTER, theme(), None, Variant(mono=True))
    assert diagnostics == ()
    return pages


def black(*boxes, media=None):
    page = Page(Size(612, 792), "mist", boxes)
    pages = in_mono(Pages((page,), (), theme(), "Title", "en-US", media=media or {}))
    return pages.pages[0].boxes


def shapes(pages):
    return [box for page in pages.pages for box in flat(page.boxes) if isinstance(box, ShapeBox)]


@pytest.mark.parametrize("colour", ["dark", "mist", "cream", "light", "voice", "quiet"])
def test_a_ground_becomes_an_outline(colour):
    (shape,) = black(ShapeBox(BOX, "rect", fill=colour))
    assert (shape.fill, shape.stroke) == ("paper", "ink")


def test_a_bar_becomes_a_rule_of_the_same_length():
    (rule,) = black(ShapeBox(Rect(100, 100, 4, 200), "rect", fill="light"))
    assert (rule.kind, rule.rect, rule.stroke_width) == ("line", Rect(102, 100, 0, 200), 1.5)


def test_a_box_that_is_ticked_stays_ticked():
    (ring,) = black(ShapeBox(Rect(100, 100, 9, 9), "ellipse", fill="ink", stroke="ink", stroke_width=0.8))
    assert ring.fill == "ink"


@pytest.mark.parametrize("kind", ["bar", "column", "stacked", "pie"])
def test_what_has_another_colour_in_a_chart_has_another_pattern(kind):
    figure = ChartFigure(chart(kind))
    coloured = [each for each in shapes(paginate(document(figure), LETTER, theme(), None)[0]) if each.datum]
    patterned = [each for each in shapes(mono(figure)) if each.datum]
    pairs = {(before.fill, (after.fill, after.hatch)) for before, after in zip(coloured, patterned, strict=True)}
    assert len(pairs) == len({colour for colour, _ in pairs}) == len({pattern for _, pattern in pairs})


def test_every_word_is_black_and_stands_where_it_stood():
    usual, _ = planned("fact-sheet")
    document, _ = make_document(RIVERS, recipe_named("fact-sheet"), deck())
    pages, _ = paginate(document, LETTER, theme(), deck(), Variant(mono=True))
    before, after = ([box for page in each.pages for box in flat(page.boxes)] for each in (usual, pages))
    texts = [[box for box in boxes if isinstance(box, TextBox)] for boxes in (before, after)]
    assert [box.rect for box in texts[0]] == [box.rect for box in texts[1]]
    assert {part.colour for box in texts[1] for line in box.lines for part in line.fragments} == {"ink"}
    assert usual.elements == pages.elements


def test_a_dark_band_takes_less_than_a_quarter_of_its_ink():
    band = replace(document(), head=replace(document().head, tone="band"))
    usual, _ = paginate(band, LETTER, theme(), None)
    spared, _ = paginate(band, LETTER, theme(), None, Variant(mono=True))
    before, after = (ink_of(render_pdf(pages))[0] for pages in (usual, spared))
    assert before.largest_dark > 50
    assert after.largest_dark < 1
    assert after.all < before.all / 4


def test_cards_of_two_tones_are_told_apart_by_their_words_not_by_their_grounds():
    pages = mono(Card((words("A story"),), "mist"), Card((words("A task"),), "cream"))
    grounds = [each for each in shapes(pages) if each.kind == "rect" and each.rect.height > 20]
    assert {(each.fill, each.stroke) for each in grounds} == {("paper", "ink")}


def test_words_on_a_pattern_stand_on_white():
    mark = ShapeBox(BOX, "rect", fill="voice", datum=True)
    boxes = flat(mono(words("40")).pages[0].boxes)
    label = next(box for box in boxes if isinstance(box, TextBox) and box.paragraphs[0].plain == "40")
    moved = replace(label, rect=Rect(150, 120, 40, 16), origin=(150, 120))
    _, white, _ = black(mark, moved)
    assert white.fill == "paper"
    assert Rect(148, 119, 45, 18).contains(replace(white.rect, width=1))


def photograph(*colours):
    picture = Image.new("RGB", (len(colours), 1))
    picture.putdata(colours)
    out = io.BytesIO()
    picture.save(out, format="PNG")
    return out.getvalue()


def test_no_part_of_a_photograph_is_darker_than_fifteen_hundredths():
    data = pale_picture(photograph((0, 0, 0), (90, 20, 20), (200, 220, 240), (255, 255, 255)))
    with Image.open(io.BytesIO(data)) as picture:
        values = list(picture.tobytes())
    assert values[0] >= 255 * 0.85 - 1
    assert values == sorted(values)
    assert values[-1] == 255


def test_a_qr_code_stays_black():
    code = photograph((0, 0, 0), (255, 255, 255))
    assert pale_picture(code) == code


def test_only_pictures_that_are_shown_are_made_pale():
    media = {name: Media("png", photograph((0, 0, 0), (9, 9, 9), (99, 9, 9)), 3, 1) for name in ("shown", "other")}
    page = Page(Size(612, 792), "", (GroupBox(BOX, Size(200, 100), (PictureBox(BOX, "shown"),)),))
    found = in_mono(Pages((page,), (), theme(), "Title", "en-US", media=media)).media
    assert found["shown"] != media["shown"]
    assert found["other"] == media["other"]


def test_a_drawing_is_drawn_in_outline():
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10" width="20" height="10">'
    drawing += b'<rect width="20" height="10" fill="#000000"/></svg>'
    media = {"shape": Media("svg", drawing, 20, 10, photograph((0, 0, 0), (9, 9, 9), (99, 9, 9)))}
    page = Page(Size(612, 792), "", (PictureBox(BOX, "shape"),))
    pages = in_mono(Pages((page,), (), theme(), "Title", "en-US", media=media))
    elements = paginate(document(), LETTER, theme(), None)[0].elements
    drawn = draw_page(render_pdf(replace(pages, elements=elements)))
    assert drawn.at(200, 150) == (255, 255, 255)
    assert drawn.ink(99, 99, 301, 201) > 0
