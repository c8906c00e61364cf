"""Pictures in their places: what is cropped, what is kept whole."""

import pytest

from compose.lessons import at, daylight, draw_png, picture, points, slide, text
from compose.reading import box, deck_of, problems
from hornbook.compose.shelf import framed
from hornbook.lesson.model import ImageBody, Statement
from hornbook.plan.page import Media, PictureBox
from hornbook.units import Rect

PLACE = Rect(100.0, 50.0, 300.0, 200.0)


def photo(width: int, height: int) -> Media:
    return Media("jpeg", b"", width, height)


def test_a_photograph_fills_its_place_around_its_focus():
    rect, (left, top, right, bottom) = framed(photo(400, 400), PLACE, (0.5, 0.9), whole=False)
    assert rect == PLACE
    assert (left, right) == (0.0, 0.0)
    assert bottom == pytest.approx(0.0)
    assert top == pytest.approx(1 / 3)


def test_what_is_shown_of_a_cropped_picture_has_the_shape_of_its_place():
    _, (left, top, right, bottom) = framed(photo(500, 200), PLACE, (0.2, 0.5), whole=False)
    assert (1 - left - right) * 500 / ((1 - top - bottom) * 200) == pytest.approx(1.5)


def test_a_photograph_of_quite_another_shape_is_kept_whole():
    rect, crop = framed(photo(200, 800), PLACE, (0.5, 0.5), whole=False)
    assert crop == (0.0, 0.0, 0.0, 0.0)
    assert (rect.width, rect.height) == (50.0, 200.0)
    assert rect.left == pytest.approx(225.0)


@pytest.mark.parametrize("kind", ["png", "svg"])
def test_a_drawing_is_never_cropped(kind):
    rect, crop = framed(Media(kind, b"", 400, 400), PLACE, (0.5, 0.5), whole=False)
    assert crop == (0.0, 0.0, 0.0, 0.0)
    assert PLACE.contains(rect)


def test_a_picture_that_is_the_body_is_kept_whole_in_its_place(tmp_path):
    shown = picture(draw_png(tmp_path / "a.png", 900, 300), width=900, height=300)
    deck = deck_of(slide("A glass", ImageBody(), picture=shown))
    (only,) = deck.slides
    found = box(only, "picture")
    assert isinstance(found, PictureBox)
    assert found.rect.width / found.rect.height == pytest.approx(3.0)
    assert deck.theme.layouts[only.layout]["picture"].rect.contains(found.rect)


def test_a_narrow_picture_keeps_to_the_margin(tmp_path):
    shown = picture(draw_png(tmp_path / "a.png", 100, 300), width=100, height=300)
    whole, beside = deck_of(
        slide("A glass", ImageBody(), picture=shown), slide("A glass", points("Half full"), picture=shown)
    ).slides
    for one, side in ((whole, "left"), (beside, "right")):
        found = box(one, "picture")
        place = daylight().layouts[one.layout]["picture"].rect
        assert found.rect.width < place.width - 1
        assert getattr(found.rect, side) == pytest.approx(getattr(place, side))


def test_the_same_file_is_in_the_deck_once(tmp_path):
    shown = picture(draw_png(tmp_path / "a.png", 40, 30))
    deck = deck_of(*(slide(f"Glass {number}", ImageBody(), picture=shown) for number in range(3)))
    assert len(deck.media) == 1


def test_a_decorative_picture_is_no_figure(tmp_path):
    shown = picture(draw_png(tmp_path / "a.png", 40, 30), alt="", decorative=True)
    (only,) = deck_of(slide("Water", points("Rises"), picture=shown)).slides
    found = box(only, "picture")
    assert isinstance(found, PictureBox)
    assert (found.decorative, found.element) == (True, -1)
    assert "Figure" not in [element.role for element in only.elements]


def test_a_file_that_is_no_picture_is_an_error_at_its_place(tmp_path):
    (tmp_path / "a.png").write_bytes(b"not a picture")
    (found,) = problems(slide("Water", ImageBody(), picture=picture(tmp_path / "a.png")))
    assert (found.code, found.span) == ("HB284", at(4))


def test_an_icon_stands_beside_the_words_in_the_colour_of_key_words_and_decorates():
    (light, dark) = deck_of(
        slide("Rain", points("Falls"), icon="Cloud Rain"), slide("", Statement(text("It falls.")), icon="cloud-rain")
    ).slides
    found = [box(one, "picture") for one in (light, dark)]
    assert all(isinstance(one, PictureBox) and one.decorative and one.element == -1 for one in found)
    media = deck_of(slide("Rain", points("Falls"), icon="cloud-rain")).media
    (drawn,) = media.values()
    palette = daylight().palette
    assert drawn.kind == "svg"
    assert palette["voice"].encode() in drawn.data
    assert drawn.fallback.startswith(b"\x89PNG")
    assert found[0].digest != found[1].digest


def test_an_icon_is_the_same_file_for_all_its_slides():
    deck = deck_of(*(slide(f"Rain {number}", points("Falls"), icon="cloud-rain") for number in range(3)))
    assert len(deck.media) == 1
