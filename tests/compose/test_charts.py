"""Charts as marks: what is drawn, in which colour, with which words."""

import itertools

import pytest

from compose.lessons import chart, lesson, slide
from hornbook.compose.deck import compose
from hornbook.lesson.model import Series
from hornbook.plan.chart_drawing import DrawnChart, draw_chart_in
from hornbook.plan.page import ChartContent, ChartPlaces, GroupBox, ShapeBox, TextBox
from hornbook.theme.contrast import ratio
from hornbook.typeset.text import ParagraphStyle
from hornbook.units import Rect, Size
from theme.daylight import NAMES, daylight, theme

SPACE = Size(600.0, 300.0)
LABEL = ParagraphStyle("Arial", 16.0)
TWO = (Series("Rain", (1.0, 2.0, 4.0), ("1", "2", "4")), Series("Snow", (2.0, None, 0.5), ("2", "", "0.5")))
TYPES = ("bar", "column", "line", "pie", "stacked")


def drawn(type: str, **changes: object) -> DrawnChart:
    found = draw_chart_in(chart(type, **changes), SPACE, LABEL, daylight())
    assert isinstance(found, DrawnChart), found
    return found


def words(found: DrawnChart) -> list[str]:
    return [box.paragraphs[0].plain for box in found.boxes if isinstance(box, TextBox)]


def marks(found: DrawnChart, kind: str) -> list[ShapeBox]:
    return [box for box in found.boxes if isinstance(box, ShapeBox) and box.kind == kind]


@pytest.mark.parametrize("type", TYPES)
@pytest.mark.parametrize("series", [None, TWO])
def test_nothing_is_drawn_outside_the_space_of_the_chart(type, series):
    found = drawn(type, **({"series": series} if series else {}))
    whole = Rect(0.0, 0.0, SPACE.width, SPACE.height)
    for box in found.boxes:
        assert whole.contains(box.rect, slack=1.0), box


@pytest.mark.parametrize("type", TYPES)
@pytest.mark.parametrize("series", [None, TWO])
def test_no_two_labels_lie_on_each_other(type, series):
    found = drawn(type, **({"series": series} if series else {}))
    labels = [box for box in found.boxes if isinstance(box, TextBox)]
    for index, one in enumerate(labels):
        for other in labels[index + 1 :]:
            assert not one.rect.overlaps(other.rect, slack=2.0), (one.paragraphs[0].plain, other.paragraphs[0].plain)


@pytest.mark.parametrize("type", TYPES)
def test_every_label_of_the_data_is_shown(type):
    shown = " ".join(words(drawn(type)))
    assert all(label in shown for label in ("2021", "2022", "2023"))
    assert "702" in shown


@pytest.mark.parametrize("type", ["bar", "column"])
def test_the_point_has_the_accent_and_the_rest_is_quiet(type):
    assert [box.fill for box in marks(drawn(type), "rect")] == ["quiet", "voice", "quiet"]


def test_without_a_point_every_series_has_a_colour_of_its_own_and_its_name_at_its_first_mark():
    column, bar = (drawn(type, series=TWO, highlight=()) for type in ("column", "bar"))
    assert {box.fill for box in marks(column, "rect")} == {"voice", "light"}
    assert words(column)[:5] == ["mm", "1", "Rain", "2", "Snow"]
    assert words(bar)[:4] == ["mm", "2021", "Rain 1", "Snow 2"]
    for found in (column, bar):
        assert found.content.places.names == ((0.0, 0.0), (0.0, 0.0))
        assert found.content.places.legend is None


@pytest.mark.parametrize("type", ["bar", "column"])
def test_bars_with_names_at_the_first_ones_are_as_long_as_their_numbers(type):
    found = [box.rect for box in marks(drawn(type, series=TWO, highlight=()), "rect")]
    lengths = sorted(rect.width if type == "bar" else rect.height for rect in found)
    assert [length / lengths[-1] for length in lengths] == pytest.approx([0.125, 0.25, 0.5, 0.5, 1.0])


@pytest.mark.parametrize("type", ["bar", "column"])
@pytest.mark.parametrize(
    "series",
    [
        (TWO[0], Series("Snow", (None, 2.0, 0.5), ("", "2", "0.5"))),
        (TWO[0], Series("Snow", (-1.0, 2.0, 0.5), ("-1", "2", "0.5"))),
        (
            TWO[0],
            Series("Snow, sleet and hail, and what else is white and cold and wet", (9.0, 2.0, 0.5), ("9", "2", "0.5")),
        ),
    ],
)
def test_names_without_room_at_the_first_marks_are_in_a_legend(type, series):
    places = places_of(type, series)
    assert places.names == ()
    assert places.legend


def test_bars_are_as_long_as_their_numbers():
    first, second, third = marks(drawn("bar"), "rect")
    assert first.rect.width / second.rect.width == pytest.approx(610 / 702)
    assert third.rect.width / second.rect.width == pytest.approx(655.5 / 702)


def test_a_negative_number_goes_to_the_other_side_of_the_baseline():
    below = Series("Change", (3.0, -2.0, 1.0), ("3", "-2", "1"))
    found = drawn("column", series=(below,), highlight=())
    (baseline,) = marks(found, "line")
    up, down, _ = marks(found, "rect")
    assert up.rect.bottom == pytest.approx(baseline.rect.top)
    assert down.rect.top == pytest.approx(baseline.rect.top)


def test_a_gap_has_no_mark():
    gap = Series("Rain", (1.0, None, 3.0), ("1", "", "3"))
    assert len(marks(drawn("column", series=(gap,)), "rect")) == 2
    assert len(marks(drawn("line", series=(gap,)), "path")) == 0
    assert len(marks(drawn("line", series=(gap,)), "ellipse")) == 2


def test_lines_are_named_at_their_ends():
    assert words(drawn("line", series=TWO, highlight=("Snow",)))[1:3] == ["Rain 4", "Snow 0.5"]


def test_slices_of_a_pie_go_round_once():
    paths = marks(drawn("pie"), "path")
    assert len(paths) == 3
    assert all(box.path.startswith("M 0.5 0.5 L") and box.path.endswith("Z") for box in paths)


def test_parts_of_a_stack_stand_on_each_other():
    found = drawn("stacked", series=TWO, highlight=())
    lower, upper = marks(found, "rect")[:2]
    assert upper.rect.bottom <= lower.rect.top


def test_years_that_do_not_fit_side_by_side_are_thinned_out_with_the_last_one_kept():
    years = tuple(str(year) for year in range(2000, 2024))
    many = Series(
        "Rain", tuple(float(year % 7 + 1) for year in range(24)), tuple(str(year % 7 + 1) for year in range(24))
    )
    shown = [word for word in words(drawn("line", labels=years, series=(many,), highlight=())) if word in years]
    assert "2023" in shown
    assert len(shown) < 24


def test_a_name_too_wide_for_its_column_is_given_back():
    assert draw_chart_in(chart("column", labels=("x" * 40, "b", "c")), SPACE, LABEL, daylight()) == "x" * 40


@pytest.mark.parametrize(
    ("written", "unit", "format"),
    [
        (("1", "2", "3"), "mm", "0"),
        (("80,524", "186,819", "1"), "reports", "#,##0"),
        (("1.5", "2.5", "3.5"), "mm", "0.0"),
        (("610", "702", "655.5"), "mm", "General"),
        (("39", "23", "22"), "%", '0"%"'),
    ],
)
def test_the_number_format_shows_numbers_as_they_were_typed(written, unit, format):
    values = tuple(float(text.replace(",", "")) for text in written)
    assert drawn("column", series=(Series("Rain", values, written),), unit=unit).content.number_format == format


def test_a_percent_sign_is_added_to_numbers_in_percent():
    assert "702%" in words(drawn("bar", unit="%"))


def test_long_names_of_slices_take_two_lines_before_the_pie_gets_small():
    long = ("Some of the people who were asked", "Others who were asked", "Nobody at all")
    found = drawn("pie", labels=long, highlight=(long[0],))
    slices = marks(found, "path")
    assert slices[0].rect.height > 0.6 * SPACE.height
    lines = [len({line.baseline for line in box.lines}) for box in found.boxes if isinstance(box, TextBox)]
    assert max(lines) == 2


def three_series(*values: tuple[float, ...]) -> tuple[Series, ...]:
    names = ("Rain", "Snow", "Hail")
    return tuple(
        Series(name, row, tuple(f"{value:.0f}" for value in row)) for name, row in zip(names, values, strict=False)
    )


SIDE_BY_SIDE = three_series((610.0, 702.0, 655.0), (80.0, 60.0, 120.0), (300.0, 400.0, 200.0))


def content_in(name: str, **changes: object) -> ChartContent:
    deck, _ = compose(lesson(slide("Rain", chart(**changes))), theme(name))
    assert deck is not None
    group = next(box for box in deck.slides[0].boxes if isinstance(box, GroupBox))
    assert isinstance(group.native, ChartContent)
    return group.native


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("highlight", [(), ("2022",), ("Rain",)])
def test_series_that_a_grey_copier_cannot_tell_apart_have_patterns_that_differ(name, highlight):
    found = content_in(name, series=SIDE_BY_SIDE, highlight=highlight)
    for row, other in itertools.combinations(range(3), 2):
        colours = zip(found.colours[row], found.colours[other], strict=True)
        alike = any(ratio(theme(name).colour(one), theme(name).colour(two)) < 1.5 for one, two in colours)
        assert not alike or found.hatches[row] != found.hatches[other]


def test_marks_that_stand_beside_their_names_are_plain():
    for type in ("line", "stacked"):
        assert set(content_in("night", type=type, series=SIDE_BY_SIDE, highlight=()).hatches) == {""}


def test_a_part_of_a_stack_that_is_lower_than_its_number_goes_without():
    found = content_in("daylight", type="stacked", series=SIDE_BY_SIDE, highlight=())
    assert (1, 1) in found.thin
    assert (0, 0) not in found.thin


def places_of(type: str, series: tuple[Series, ...]) -> ChartPlaces:
    found = drawn(type, series=series, highlight=()).content.places
    assert found
    return found


@pytest.mark.parametrize("type", ["line", "stacked"])
@pytest.mark.parametrize("longer", [1.0, 1.1, 1.25])
def test_names_beside_the_last_marks_do_not_touch_however_a_program_rounds_the_axis(type, longer):
    series = three_series((610.0, 702.0, 100.0), (80.0, 60.0, 104.0), (300.0, 400.0, 8.0))
    places = places_of(type, series)
    values = [one.values[-1] for one in series]
    middles = [sum(values[:row]) + value / 2 for row, value in enumerate(values)] if type == "stacked" else values
    highest = 702 + 60 + 400 if type == "stacked" else 702
    scale = places.marks.height / (highest * longer)
    shown = sorted(
        places.marks.bottom - middle * scale + down for middle, (_, down) in zip(middles, places.names, strict=True)
    )
    assert all(below - above > 18.0 for above, below in itertools.pairwise(shown))


def test_a_stack_without_a_last_part_leaves_its_names_to_a_legend():
    assert places_of("stacked", TWO).names
    gap = (TWO[0], Series("Snow", (2.0, 3.0, None), ("2", "3", "")))
    assert places_of("stacked", gap).names == ()
    assert places_of("stacked", TWO[:1]).names == ()


@pytest.mark.parametrize("type", ["bar", "column"])
def test_the_legend_of_marks_side_by_side_stands_above_them_beside_the_unit(type):
    places = places_of(type, (TWO[0], Series("Snow", (None, 2.0, 0.5), ("", "2", "0.5"))))
    assert places.legend
    assert places.legend.left > 20.0
    assert places.legend.bottom <= places.marks.top
