"""The organisation's logo: where it stands, what it says to those who do not see it, and what is refused."""

import pytest
from pptx import Presentation

from hornbook.build.editions import make_edition, plan_edition
from hornbook.build.gather import gather
from hornbook.build.options import Options
from hornbook.build.workspace import find_lesson
from hornbook.diagnostics.printing import has_errors
from hornbook.plan.page import Pages, PictureBox
from support.batches import ROWS, batched, table
from support.building import LESSON, built, files, workspace
from support.pictures import draw_page, png
from support.structure import assert_says_its_plan
from support.validators import deck_problems, pdf_problems

SETTINGS = "organisation: {name: Lakeside School, logo: logo.png}\n"
ALT = "Logo of Lakeside School"
THEMES = ("daylight", "night", "chalk", "plain", "contrast")
HEADS = ("guided-notes", "fact-sheet", "facilitator-guide")
"""A line, a band, and everything in one row."""
TEXT = (
    LESSON.replace("[guided-notes]", f"[{', '.join(HEADS)}]")
    + "print: {fact_sheet: [{heading: Water, text: It is wet.}]}\n"
)


def with_logo(folder, text=TEXT, settings=SETTINGS, logo=None):
    workspace(folder, text)
    (folder / "hornbook.yaml").write_text(settings, "utf-8")
    (folder / "logo.png").write_bytes(png(200, 60) if logo is None else logo)
    return folder


def gathered(folder, **options):
    place = find_lesson("rain", folder)
    assert place is not None
    return gather(place, Options(**options), folder)


def logos(slide):
    return [shape for shape in slide.shapes if shape.name == "Logo"]


@pytest.mark.parametrize("theme", THEMES)
def test_the_title_slide_of_every_theme_has_it_and_no_other_slide(theme, tmp_path):
    result = built(with_logo(tmp_path), theme=theme, only=("deck",))
    data = next(output.path for output in result.outputs if output.kind == "deck").read_bytes()
    assert deck_problems(data) == []
    first, *others = Presentation(next(output.path for output in result.outputs if output.kind == "deck")).slides
    (logo,) = logos(first)
    assert logo._element.nvPicPr.cNvPr.get("descr") == ALT
    assert not any(logos(slide) for slide in others)
    words = [shape for shape in first.placeholders if shape.has_text_frame]
    assert all(shape.top + shape.height <= logo.top for shape in words)
    assert logo.top + logo.height < Presentation(result.outputs[0].path).slide_height


def test_every_pdf_says_its_alternative_text_once(tmp_path):
    edition = gathered(with_logo(tmp_path)).editions[0]
    plans, _ = plan_edition(edition)
    made = {product.name: product.data for product in make_edition(edition).products}
    pdfs = [planned for planned in plans if isinstance(planned.plan, Pages)]
    assert len(pdfs) == 1 + len(HEADS)
    for planned in pdfs:
        assert pdf_problems(made[planned.name]) == []
        assert_says_its_plan(made[planned.name], planned.plan)
        assert [element.alt for element in planned.plan.elements if element.role == "Figure"].count(ALT) == 1
        on = [number for number, page in enumerate(planned.plan.pages) if any(_is_logo(box) for box in page.boxes)]
        assert on == [0]


def _is_logo(box):
    return isinstance(box, PictureBox) and box.alt == ALT


def test_it_is_drawn_where_the_head_ends(tmp_path):
    result = built(with_logo(tmp_path), only=("guided-notes",))
    page = draw_page(result.outputs[0].path.read_bytes())
    right, top = 612 - 54, 36
    box = next(box for box in _pages(tmp_path, "guided-notes").pages[0].boxes if _is_logo(box)).rect
    assert (box.right, box.top) == (pytest.approx(right, abs=20), pytest.approx(top, abs=20))
    assert page.at(box.left + box.width / 2, box.top + box.height / 2) == (0x16, 0x4E, 0x63)


def _pages(folder, recipe):
    (edition,) = gathered(folder, only=(recipe,)).editions
    (planned,) = plan_edition(edition)[0]
    return planned.plan


def test_without_one_nothing_is_different(tmp_path):
    plain = with_logo(tmp_path / "a", settings="organisation: {name: Lakeside School}\n")
    bare = workspace(tmp_path / "b", TEXT)
    (bare / "hornbook.yaml").write_text("{}\n")
    for folder in (plain, bare):
        built(folder, out=folder / "out")
    ours, theirs = files(plain / "out"), files(bare / "out")
    assert {name: data for name, data in ours.items() if not name.endswith(".json")} == {
        name: data for name, data in theirs.items() if not name.endswith(".json")
    }


def test_a_changed_logo_makes_the_files_anew(tmp_path):
    folder = with_logo(tmp_path)
    assert all(output.built for output in built(folder).outputs)
    assert not any(output.built for output in built(folder).outputs)
    (folder / "logo.png").write_bytes(png(100, 100, "#7C3AED"))
    assert all(output.built for output in built(folder).outputs)


@pytest.mark.parametrize(
    ("settings", "code", "column"),
    [
        ("organisation: {name: Ours, logo: nowhere.png}\n", "HB141", 34),
        ("organisation: {name: Ours, logo: ../logo.png}\n", "HB140", 34),
        ("organisation: {name: Ours, logo: https://example.org/logo.png}\n", "HB140", 34),
        ("organisation: {name: Ours, logo: hornbook.yaml}\n", "HB142", 34),
        ("organisation: {logo: logo.png}\n", "HB602", 22),
        ("organisation: {name: Ours, logo: [logo.png]}\n", "HB602", 34),
    ],
)
def test_what_is_no_logo_is_reported_where_it_is_named(settings, code, column, tmp_path):
    found = [each for each in gathered(with_logo(tmp_path, settings=settings)).diagnostics if each.code == code]
    assert [(each.span.line, each.span.column) for each in found if each.span] == [(1, column)]


def test_a_logo_that_is_no_picture_after_its_head_stops_the_build(tmp_path):
    result = built(with_logo(tmp_path, logo=png(200, 60)[:60]))
    assert result.failed == ("rain",)
    assert has_errors(result.diagnostics)


def test_a_row_has_a_logo_of_its_own(tmp_path):
    with_logo(tmp_path)
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "row.png").write_bytes(png(80, 80))
    rows = [{**ROWS[0], "name": "Springfield", "logo": "row.png"}, {**ROWS[1], "name": "", "logo": ""}]
    result = batched(tmp_path, table(tmp_path / "tables", rows))
    assert result.counts.failed == 0, result.told
    said = [_said(tmp_path / "kits" / row["district"] / "rain.pptx") for row in rows]
    assert said == ["Logo of Springfield", ALT]


def test_a_logo_of_a_row_wants_the_name_of_the_row(tmp_path):
    with_logo(tmp_path)
    result = batched(tmp_path, table(tmp_path, [{**ROWS[0], "logo": "logo.png"}]))
    assert [(told.diagnostic.code, told.rows) for told in result.told] == [("HB614", [1])]


def _said(deck):
    (logo,) = logos(Presentation(deck).slides[0])
    return logo._element.nvPicPr.cNvPr.get("descr")
