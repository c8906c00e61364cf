"""The lessons of this repository and every layout of the theme, written down and read back."""

import io
from functools import cache

import pytest
from openxml_audit import OpenXmlValidator

from hornbook.compose.deck import compose
from hornbook.lesson.reader import read_lesson
from hornbook.plan.deck import Deck
from hornbook.plan.page import GroupBox, PictureBox, TextBox
from hornbook.render.pptx import render_pptx
from render_pptx.native import strays
from render_pptx.package import NS, Package, tag, words_of
from render_pptx.repairs import repairs
from render_pptx.sample import MEDIA, THEME_FILE, chart, chart_box, daylight, slide, table_box

DECKS = THEME_FILE.parents[1]
LESSONS = sorted(path.parent.name for path in DECKS.glob("*/lesson.yaml"))


@cache
def decks(name: str) -> tuple[Deck, ...]:
    reading = read_lesson(DECKS / name / "lesson.yaml", DECKS.parent)
    composed = [compose(lesson, daylight())[0] for lesson in reading.lessons]
    assert composed
    return tuple(deck for deck in composed if deck is not None)


@cache
def packages(name: str) -> tuple[tuple[Deck, bytes], ...]:
    return tuple((deck, render_pptx(deck)) for deck in decks(name))


def errors_of(data: bytes, folder) -> list[str]:
    path = folder / "deck.pptx"
    path.write_bytes(data)
    return [str(error) for error in OpenXmlValidator(max_errors=20).validate(str(path)).errors]


@pytest.mark.slow
@pytest.mark.parametrize("name", LESSONS)
def test_the_validator_for_office_files_finds_nothing_in_a_lesson(name, tmp_path):
    assert packages(name)
    for _, data in packages(name):
        assert errors_of(data, tmp_path) == []


@pytest.mark.parametrize("name", LESSONS)
def test_python_pptx_finds_titles_notes_and_alternative_texts_of_a_lesson(name):
    from pptx import Presentation

    for deck, data in packages(name):
        for found, plan in zip(Presentation(io.BytesIO(data)).slides, deck.slides, strict=True):
            assert found.shapes.title.text_frame.text.replace("\xa0", " ") == plan.title
            notes = found.notes_slide.notes_text_frame.text if found.has_notes_slide else ""
            assert all(run.text in notes for note in plan.notes for run in note.runs)
            written = [node.get("descr") for node in found.shapes._spTree.xpath(".//p:cNvPr[@descr]")]
            described = [box for box in plan.boxes if isinstance(box, PictureBox | GroupBox)]
            assert len(written) == len(described)
            assert all(box.alt in written for box in described if box.alt)


@pytest.mark.parametrize("name", LESSONS)
def test_every_word_of_a_plan_is_on_its_slide_in_the_same_order(name):
    for deck, data in packages(name):
        package = Package(data)
        for plan in deck.slides:
            shapes = [
                shape for shape in package.slide(plan.number).iter(tag("p:sp")) if shape.find(".//p:ph", NS) is not None
            ]
            texts = [box for box in plan.boxes if isinstance(box, TextBox)]
            planned = ["".join(paragraph.plain for paragraph in box.paragraphs).replace("\n", "") for box in texts]
            assert [words_of(shape) for shape in shapes] == [words for words in planned if words]


@pytest.mark.parametrize("name", LESSONS)
def test_no_slide_of_a_lesson_says_what_its_layout_should_say(name):
    assert [stray for _, data in packages(name) for stray in strays(Package(data))] == []


@pytest.mark.parametrize("name", LESSONS)
def test_powerpoint_has_nothing_to_repair_in_a_lesson_as_far_as_is_known(name):
    assert [repair for _, data in packages(name) for repair in repairs(Package(data))] == []


@pytest.mark.parametrize("name", LESSONS)
def test_a_link_inside_the_deck_leads_to_a_slide(name):
    for deck, data in packages(name):
        package = Package(data)
        for plan in deck.slides:
            kinds = [kind for kind, _, _ in package.relationships(f"ppt/slides/slide{plan.number}.xml").values()]
            wanted = {
                run.link
                for box in plan.boxes
                if isinstance(box, TextBox)
                for paragraph in box.paragraphs
                for run in paragraph.runs
                if run.link.startswith("#")
            }
            assert kinds.count("slide") == len(wanted)


@pytest.mark.parametrize("name", LESSONS)
def test_a_lesson_gives_the_same_bytes_twice(name):
    for deck, data in packages(name):
        assert render_pptx(deck) == data


def filled(number: int, name: str):
    """A slide that fills every placeholder of a layout."""
    layout = daylight().layouts[name]
    boxes: list[object] = []
    for box in layout.placeholders:
        match box.type:
            case "title" | "ctrTitle" | "ftr" | "sldNum":
                continue
            case "pic":
                boxes.append(PictureBox(box.rect, "a1", alt="A picture", placeholder=box.key))
            case "tbl":
                boxes.append(table_box(layout))
            case "chart":
                boxes.append(chart_box(layout, chart()))
            case _:
                boxes.append((box.key, [(level, f"Level {level + 1}") for level in range(len(box.levels))]))
    return slide(number, name, f"Layout {name}", *boxes)


@pytest.mark.slow
def test_every_layout_of_the_theme_is_written_without_an_error(tmp_path):
    names = [name for name, layout in daylight().layouts.items() if layout.placeholder("title")]
    slides = tuple(filled(number, name) for number, name in enumerate(names, 1))
    data = render_pptx(Deck("All", "", "en-US", (), "", (), daylight(), slides, (), media=MEDIA))
    assert len(Package(data).parts("slideLayouts")) >= len(names)
    assert errors_of(data, tmp_path) == []
