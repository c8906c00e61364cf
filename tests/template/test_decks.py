"""Decks that stand on a school's template: its masters and layouts as they were, our words in its boxes, nothing moved."""

import io
import zipfile
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from msgspec.structs import replace
from pptx import Presentation

from compose.lessons import chart, lesson, points, table
from compose.lessons import slide as slide_of
from hornbook.check import small_type
from hornbook.check.subject import Subject
from hornbook.compose.deck import compose
from hornbook.lesson.model import Lesson
from hornbook.lesson.reader import read_lesson
from hornbook.plan.deck import Deck
from hornbook.plan.drawing import deck_pages, slide_group
from hornbook.plan.page import ChartContent, GroupBox, PictureBox, ShapeBox, TextBox
from hornbook.render.pdf import render_pdf
from hornbook.render.pptx import render_pptx
from hornbook.theme.contrast import ratio
from hornbook.theme.template.reader import read_template
from hornbook.units import Rect
from render_pptx.native import strays
from render_pptx.package import Package
from render_pptx.repairs import repairs
from support.validators import deck_problems, pdf_problems
from template import making
from template.test_reading import TEMPLATES, theme_of

ROOT = Path(__file__).parents[2]
P, A = making.P, making.A


@cache
def water_cycle() -> Lesson:
    path = ROOT / "decks" / "the-water-cycle" / "lesson.yaml"
    return read_lesson(path, ROOT, {}, organisation={}, shown="lesson.yaml").lessons[0]


@cache
def deck_of(name: str) -> Deck:
    deck, found = compose(water_cycle(), theme_of(name))
    assert deck is not None, found
    return deck


@cache
def pptx_of(name: str) -> bytes:
    return render_pptx(deck_of(name))


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_deck_is_what_the_schema_wants(name: str) -> None:
    assert deck_problems(pptx_of(name)) == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_powerpoint_has_nothing_to_repair_as_far_as_is_known(name: str) -> None:
    assert repairs(Package(pptx_of(name))) == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_slide_says_nothing_of_its_own_but_how_much_smaller_its_words_are(name: str) -> None:
    package = Package(pptx_of(name))
    assert {stray.partition(" has ")[2] for stray in strays(package)} == {"a body format of its own"}
    bodies = [body for part in package.parts("slides") for body in package.tree(part).iter(f"{A}bodyPr") if len(body)]
    assert bodies
    for body in bodies:
        (fit,) = body
        assert (fit.tag, body.attrib, set(fit.attrib)) == (f"{A}normAutofit", {}, {"fontScale"})
        assert 25000 <= int(fit.get("fontScale", "")) < 100000


@pytest.mark.parametrize(
    ("name", "format"),
    [("4:3", "On-screen Show (4:3)"), ("16:10", "On-screen Show (16:10)"), ("designed", "Widescreen")],
)
def test_a_deck_says_its_format_as_powerpoint_calls_it(name: str, format: str) -> None:
    assert f"<PresentationFormat>{format}<".encode() in parts_of(pptx_of(name))["docProps/app.xml"]


@pytest.mark.parametrize("name", TEMPLATES)
def test_layouts_of_the_template_are_in_the_deck_byte_for_byte(name: str) -> None:
    before, after = parts_of(TEMPLATES[name]()), parts_of(pptx_of(name))
    theirs = [data for part, data in before.items() if part.startswith("ppt/slideLayouts/slideLayout")]
    assert theirs
    assert all(data in after.values() for data in theirs)


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_word_stands_in_a_placeholder_of_its_layout_that_nobody_moved(name: str) -> None:
    presentation: Any = Presentation(io.BytesIO(pptx_of(name)))
    for slide in presentation.slides:
        there = {box.placeholder_format.idx for box in slide.slide_layout.placeholders}
        for shape in slide.shapes:
            if not shape.is_placeholder:
                assert not shape.text_frame.text, (slide.slide_layout.name, shape.name)
                continue
            assert shape.placeholder_format.idx in there, (slide.slide_layout.name, shape.name)
            if shape._element.tag == f"{P}sp":
                assert shape._element.find(f"{P}spPr/{A}xfrm") is None
                assert shape.text_frame.text


@pytest.mark.parametrize("name", TEMPLATES)
def test_our_own_drawing_is_an_accessible_pdf(name: str) -> None:
    assert pdf_problems(render_pdf(deck_pages(deck_of(name)))) == []


def test_made_layouts_keep_what_is_behind_the_one_they_came_from() -> None:
    presentation: Any = Presentation(io.BytesIO(pptx_of("designed")))
    made = {layout.name: layout for layout in presentation.slide_layouts}
    steps, base = made["Steps 4"], made["Nur Titel"]
    assert steps._element.get("userDrawn") == "1"
    assert steps._element.get("type") is None
    own = {box.placeholder_format.type for box in base.placeholders}
    assert own <= {box.placeholder_format.type for box in steps.placeholders}
    ids = [found.get("id") for found in steps._element.iter(f"{P}cNvPr")]
    assert len(ids) == len(set(ids))


def test_ids_of_masters_and_layouts_are_one_range() -> None:
    parts = parts_of(pptx_of("designed"))
    ids = [
        int(found.get("id", "0"))
        for name in ("ppt/presentation.xml", "ppt/slideMasters/slideMaster1.xml")
        for found in etree.fromstring(parts[name]).iter(f"{P}sldMasterId", f"{P}sldLayoutId")
    ]
    assert ids == list(range(2147483648, 2147483648 + len(ids)))


def test_smaller_words_say_so_on_the_slide_and_others_say_nothing() -> None:
    few = lesson(slide_of("A title", points("One", "Two")))
    many = lesson(
        slide_of(
            "A title",
            points(*(f"Point {number} of a list that is long enough to need smaller type" for number in range(7))),
        )
    )
    for made, scaled in ((few, False), (many, True)):
        deck, found = compose(made, theme_of("4:3"))
        assert deck is not None, found
        slide = parts_of(render_pptx(deck))["ppt/slides/slide1.xml"]
        assert (b"fontScale=" in slide) is scaled
        body = next(box for box in deck.slides[0].boxes if isinstance(box, TextBox) and box.placeholder == "body")
        assert body.paragraphs[0].style.size == pytest.approx(32.0 * body.scale)
        assert (body.scale < 1) is scaled


def test_a_long_title_is_set_smaller_by_itself() -> None:
    made = lesson(
        slide_of(
            "A sentence for a title that takes far more room than the template was made to give to its titles",
            points("One"),
        )
    )
    deck, found = compose(made, theme_of("4:3"))
    assert deck is not None, found
    title, body = (box for box in deck.slides[0].boxes[:2] if isinstance(box, TextBox))
    assert (title.placeholder, title.scale < 1, body.scale) == ("title", True, 1.0)


def test_too_many_words_go_on_to_the_next_slide() -> None:
    made = lesson(
        slide_of(
            "A title",
            points(
                *(f"Point {number} of a list that is far too long for one slide of any kind" for number in range(24))
            ),
        )
    )
    deck, found = compose(made, theme_of("4:3"))
    assert deck is not None, found
    assert len(deck.slides) > 1
    assert deck.slides[1].title == "A title (2 of 3)"


def test_details_and_the_line_for_help_join_the_subtitle() -> None:
    first = deck_of("4:3").slides[0]
    subtitle = next(box for box in first.boxes if isinstance(box, TextBox) and box.placeholder == "subtitle")
    assert len(subtitle.paragraphs) == 3
    assert not [box for box in first.boxes if isinstance(box, TextBox) and box.placeholder in {"details", "help"}]


def test_what_the_template_draws_is_drawn_behind_the_words() -> None:
    pages = deck_pages(deck_of("16:10"))
    band = pages.pages[1].boxes[0]
    assert isinstance(band, ShapeBox)
    assert (band.fill, band.rect.height) == ("voice", 18.0)
    thumbnail = slide_group(deck_of("16:10"), 2, Rect(0, 0, 160, 100))
    assert replace(band, fill="#0B6B4B") in thumbnail.boxes


def test_pictures_and_words_of_the_master_are_drawn() -> None:
    theme, found = read_template(making.with_logo(), "logo.pptx", None)
    assert theme is not None, found
    deck, _ = compose(lesson(slide_of("A title", points("One"))), theme)
    assert deck is not None
    drawn = deck_pages(deck).pages[0].boxes
    picture = next(box for box in drawn if isinstance(box, PictureBox))
    assert picture.decorative
    assert picture.digest in deck.media
    words = next(box for box in drawn if isinstance(box, TextBox) and not box.placeholder)
    assert words.paragraphs[0].plain == "Lincoln Middle School"
    assert pdf_problems(render_pdf(deck_pages(deck))) == []
    assert b"Exif" not in b"".join(parts_of(render_pptx(deck)).values())


def test_two_builds_give_the_same_bytes() -> None:
    theme, _ = read_template(making.designed(), "district.pptx", None)
    assert theme is not None
    deck, _ = compose(water_cycle(), theme)
    assert deck is not None
    assert render_pptx(deck) == pptx_of("designed")


def test_a_potx_is_read_by_its_parts() -> None:
    theme, found = read_template(making.as_potx(making.designed()), "district.potx", None)
    assert theme is not None, found
    assert theme.layouts.keys() == theme_of("designed").layouts.keys()


def test_a_dark_template_keeps_its_colours_on_white_paper() -> None:
    theme, found = read_template(making.dark(), "dark.pptx", None)
    assert theme is not None, found
    assert (theme.colour("ink"), theme.colour("paper")) == ("#F6F3EA", "#10131C")
    on_paper = theme.on_paper()
    assert on_paper.colour("paper") == "#FFFFFF"
    assert all(ratio(on_paper.colour(name), "#FFFFFF") >= 4.5 for name in ("ink", "dark", "voice", "extra", "link"))
    deck, _ = compose(lesson(slide_of("A title", points("One"))), theme)
    assert deck is not None
    ground, *others = slide_group(deck, 1, Rect(0, 0, 160, 90)).boxes
    assert isinstance(ground, ShapeBox)
    assert ground.fill == "#10131C"
    words = [
        fragment.colour
        for box in others
        if isinstance(box, TextBox)
        for line in box.lines
        for fragment in line.fragments
    ]
    assert "#F6F3EA" in words
    assert all(colour.startswith("#") for colour in words)


LIMITS = {("HB518", "points"): 24.0, ("HB518", "titles"): 28.0}


@pytest.mark.parametrize(
    ("words", "warned"), [("A short title", False), ("A sentence for a title " * 4 + "that goes on", True)]
)
def test_a_title_that_shrinks_to_less_than_a_headline_is_warned_of(words: str, warned: bool) -> None:
    made = lesson(slide_of(words, points("One")))
    deck, found = compose(made, theme_of("4:3"))
    assert deck is not None, found
    problems = list(small_type.find(Subject(made, deck, (), date(2026, 11, 24), limits=LIMITS)))
    assert [problem.code for problem in problems] == (["HB518"] if warned else [])


@pytest.mark.parametrize("name", TEMPLATES)
def test_marks_that_are_not_the_point_are_grey_whatever_accents_the_template_has(name: str) -> None:
    made = lesson(slide_of("Rain", chart("bar", highlight=("2022",))), slide_of("Snow", table(2)))
    deck, found = compose(made, theme_of(name))
    assert deck is not None, found
    group = next(box for box in deck.slides[0].boxes if isinstance(box, GroupBox))
    assert isinstance(group.native, ChartContent)
    assert set(group.native.colours[0]) == {"voice", theme_of(name).rest}
    theme = deck.theme
    assert ratio(theme.colour(theme.rest), theme.colour("paper")) >= 1.5
    parts = parts_of(render_pptx(deck))
    assert deck_problems(render_pptx(deck)) == []
    for part, colour in (("ppt/charts/chart1.xml", f"{A}schemeClr"), ("ppt/tableStyles.xml", f"{A}schemeClr")):
        grey = [one for one in etree.fromstring(parts[part]).iter(colour) if one.find(f"{A}lumMod") is not None]
        assert {one.get("val") for one in grey} == {"bg1"}
        assert {one.find(f"{A}lumMod").get("val") for one in grey} == {"65000"}
        assert {one.find(f"{A}lumOff") is not None for one in grey} == {name == "dark"}
