"""Each theme that ships keeps the promises of the family, on slides and on paper, and has a face of its own."""

from itertools import combinations, pairwise

import pytest

from hornbook.build.workspace import names_of
from hornbook.compose.logo import ABOVE, PLATE
from hornbook.theme.contrast import ratio
from hornbook.theme.families import FAMILIES
from hornbook.theme.proven import digest, is_proven
from hornbook.theme.reader import read_theme_of
from hornbook.units import Rect
from support.themes import EACH_THEME, THEMES, theme_named
from theme.daylight import daylight, theme_file

PAGE = Rect(0, 0, 960, 540)
FACED = ["Title Slide", "Section Header", "Statement", "Compare", "Steps", "Timeline", "Activity", "Discussion", "Help"]


def drawing(name, family):
    """What a theme draws in a family, colours left out."""
    layouts = [
        theme_named(name).layouts[each]
        for key, names in theme_named(name).families().items()
        for each in names
        if key[0] == family
    ]
    return {
        (shape.kind, shape.rect, shape.path, bool(shape.fill), bool(shape.stroke))
        for layout in layouts
        for shape in layout.shapes
    }


def test_the_themes_are_those_that_are_listed():
    assert set(THEMES) == set(names_of("decks/themes", None)) >= {"daylight", "night", "plain", "chalk", "contrast"}


@EACH_THEME
def test_a_theme_is_written_down_as_tested(theme):
    file = theme_file(theme)
    assert is_proven(file.text), f"run `python docs/themes.py`: {theme} is now {digest(file.text)}"


@EACH_THEME
def test_a_theme_that_is_not_looked_over_again_is_the_same(theme):
    files = [theme_file(theme), *([] if theme == "daylight" else [theme_file("daylight")])]
    found, _ = read_theme_of(files)
    assert found.layouts == theme_named(theme).layouts
    assert found.families() == theme_named(theme).families()


@EACH_THEME
def test_a_theme_has_every_family_in_every_size_that_daylight_has(theme):
    assert theme_named(theme).families() == daylight().families()
    assert set(FAMILIES) <= {family for family, _ in theme_named(theme).families()}


@EACH_THEME
def test_nothing_is_drawn_off_the_slide_or_without_colour(theme):
    for layout in theme_named(theme).layouts.values():
        for shape in layout.shapes:
            assert PAGE.contains(shape.rect), f"{layout.name}: {shape.name}"
            assert shape.fill or shape.stroke or shape.text, f"{layout.name}: {shape.name}"


@EACH_THEME
def test_type_never_grows_when_a_layout_gets_denser(theme):
    for names in theme_named(theme).families().values():
        layouts = [theme_named(theme).layouts[name] for name in names]
        for one, denser in pairwise(layouts):
            for box in one.placeholders:
                if box.levels and denser.placeholder(box.key):
                    assert denser[box.key].levels[0].size <= box.levels[0].size, f"{denser.name} {box.key}"


@EACH_THEME
def test_paper_is_white_and_print_dark_on_it(theme):
    paper = theme_named(theme).on_paper()
    assert ratio(paper.colour("paper"), "#FFFFFF") < 1.1
    assert not paper.inverse
    for name in ("ink", "voice", "extra", "link", "caution"):
        assert ratio(paper.colour(name), paper.colour("paper")) >= 7


@EACH_THEME
def test_the_bar_of_a_countdown_is_seen_on_its_track(theme):
    for layout in theme_named(theme).family("Activity"):
        (track,) = [shape for shape in layout.shapes if shape.name == "countdown"]
        ground = track.fill or layout.background
        assert ratio(theme_named(theme).colour("ink"), theme_named(theme).colour(ground)) >= 3


@EACH_THEME
def test_marks_of_a_chart_are_told_from_the_ground_and_carry_words(theme):
    made = theme_named(theme)
    assert len(made.series) >= 4
    for name in made.series:
        for palette in (made.palette, made.on_paper().palette):
            assert ratio(palette[made.over(name)], palette[name]) >= 4.5, name


@pytest.mark.parametrize("family", FACED)
def test_no_two_themes_draw_a_kind_alike(family):
    for one, other in combinations(THEMES, 2):
        assert drawing(one, family) != drawing(other, family), f"{one} and {other}"


@EACH_THEME
def test_a_logo_can_be_thirty_points_high_on_the_title_slide(theme):
    for layout in theme_named(theme).family("Title Slide"):
        words = max(box.rect.bottom for box in layout.placeholders if box.key not in {"number", "footer", "date"})
        assert layout["number"].rect.bottom - words >= 30 + ABOVE + 2 * PLATE
