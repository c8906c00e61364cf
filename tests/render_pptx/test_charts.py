"""Charts that a teacher can edit: numbers, labels, colours by name, and a workbook that says the same."""

import io
import zipfile

import pytest
from msgspec.structs import replace

from hornbook.plan.deck import Deck
from hornbook.plan.page import ChartContent, ChartPlaces
from hornbook.render.pptx import render_pptx
from hornbook.render.pptx.workbook import workbook_bytes
from hornbook.units import Rect, Size
from render_pptx.package import NS, Package, tag
from render_pptx.sample import chart, chart_box, daylight, slide

TYPES = ("bar", "column", "line", "pie", "stacked")


def package_of(content: ChartContent) -> Package:
    theme = daylight()
    plan = slide(1, "Chart", "Rising", chart_box(theme.layouts["Chart"], content))
    return Package(render_pptx(Deck("A", "", "en-US", (), "", (), theme, (plan,), ())))


def chart_tree(content: ChartContent):
    return package_of(content).tree("ppt/charts/chart1.xml")


def is_on(switch):
    """A switch without a value is on (ECMA-376 Part 1 §21.2.3.1)."""
    return switch.get("val", "1") == "1"


def colours(series):
    """The colour of a series and those of the marks that differ."""
    own = series.find("c:spPr/a:solidFill/a:schemeClr", NS)
    return own.get("val"), {
        int(point.find("c:idx", NS).get("val")): point.find("c:spPr/a:solidFill/a:schemeClr", NS).get("val")
        for point in series.findall("c:dPt", NS)
    }


def test_the_highlighted_mark_has_the_accent_and_the_others_are_quiet():
    series = next(chart_tree(chart("column")).iter(tag("c:ser")))
    assert colours(series) == ("accent4", {1: "accent1"})


def test_the_label_of_the_highlighted_mark_is_bold():
    series = next(chart_tree(chart("column")).iter(tag("c:ser")))
    own = series.findall("c:dLbls/c:dLbl", NS)
    assert [label.find("c:idx", NS).get("val") for label in own] == ["1"]
    assert own[0].find(".//a:defRPr", NS).get("b") == "1"
    assert series.find("c:dLbls/c:txPr//a:defRPr", NS).get("b") == "0"


def test_labels_on_dark_parts_of_a_column_are_light():
    _, others = chart_tree(chart("stacked")).iter(tag("c:ser"))
    assert others.find("c:dLbls/c:txPr//a:schemeClr", NS).get("val") == "bg1"


@pytest.mark.parametrize("type", TYPES)
def test_numbers_are_written_at_the_marks_in_the_authors_format(type):
    for labels in chart_tree(chart(type)).iter(tag("c:dLbls")):
        number = labels.find("c:numFmt", NS)
        assert (number.get("formatCode"), number.get("sourceLinked")) == ("#,##0", "0")
        assert labels.find("c:showLegendKey", NS).get("val") == "0"


@pytest.mark.parametrize("type", TYPES)
def test_labels_have_the_size_of_the_plan_and_the_face_of_the_theme(type):
    root = chart_tree(chart(type))
    sizes = {node.get("sz") for node in root.iter(tag("a:defRPr")) if node.get("sz")}
    assert sizes == {"1800"}
    assert not list(root.iter(tag("a:latin")))


@pytest.mark.parametrize("type", ["bar", "column", "line", "stacked"])
def test_marks_with_numbers_need_neither_grid_nor_axis(type):
    root = chart_tree(chart(type))
    assert not list(root.iter(tag("c:majorGridlines")))
    assert is_on(root.find(".//c:valAx/c:delete", NS))


def test_without_labels_there_is_an_axis_with_a_grid():
    root = chart_tree(replace(chart("column"), direct_labels=False))
    assert not is_on(root.find(".//c:valAx/c:delete", NS))
    assert list(root.iter(tag("c:majorGridlines")))
    assert not list(root.iter(tag("c:dLbls")))


@pytest.mark.parametrize(
    ("type", "wanted"), [("column", False), ("bar", False), ("pie", False), ("line", False), ("stacked", True)]
)
def test_only_colours_that_nothing_else_names_have_a_legend(type, wanted):
    root = chart_tree(chart(type))
    assert (root.find(".//c:legend", NS) is not None) == wanted


def test_each_of_several_lines_is_named_at_its_last_number():
    lines = list(chart_tree(chart("line")).iter(tag("c:ser")))
    named = [
        [
            label.find("c:idx", NS).get("val")
            for label in line.iter(tag("c:dLbl"))
            if label.find("c:showSerName", NS).get("val") == "1"
        ]
        for line in lines
    ]
    assert named == [["1"], ["2"]]


def test_a_long_single_line_has_numbers_at_its_ends_and_its_points():
    count = 12
    names = tuple(str(2000 + year) for year in range(count))
    marks = tuple("voice" if year == 5 else "quiet" for year in range(count))
    content = ChartContent("line", names, (("A", tuple(map(float, range(count)))),), "", (marks,), "0", 18, "Arial")
    series = next(chart_tree(content).iter(tag("c:ser")))
    shown = [label.find("c:idx", NS).get("val") for label in series.iter(tag("c:dLbl"))]
    assert shown == ["0", "5", "11"]
    assert series.find("c:dLbls/c:showVal", NS).get("val") == "0"


def test_a_gap_stays_a_gap():
    root = chart_tree(chart("line"))
    points = [point.get("idx") for point in next(root.iter(tag("c:ser"))).findall("c:val//c:pt", NS)]
    assert points == ["0", "1"]
    assert root.find(".//c:dispBlanksAs", NS).get("val") == "gap"


def test_the_first_bar_is_at_the_top():
    assert chart_tree(chart("bar")).find(".//c:catAx/c:scaling/c:orientation", NS).get("val") == "maxMin"
    assert chart_tree(chart("column")).find(".//c:catAx/c:scaling/c:orientation[@val='maxMin']", NS) is None


@pytest.mark.parametrize("type", ["column", "bar", "line", "stacked"])
def test_marks_begin_at_zero_unless_some_are_below(type):
    assert float(chart_tree(chart(type)).find(".//c:valAx/c:scaling/c:min", NS).get("val")) == 0
    below = replace(chart("column"), series=(("A", (-5.0, 3.0, None)),))
    assert chart_tree(below).find(".//c:valAx/c:scaling/c:min", NS) is None


def test_the_unit_stands_above_the_marks_and_a_percent_sign_does_not():
    title = chart_tree(chart("column")).find(".//c:title", NS)
    assert "".join(node.text for node in title.iter(tag("a:t"))) == "reports"
    assert chart_tree(replace(chart("column"), unit="%")).find(".//c:title", NS) is None


def test_corners_are_square_and_axes_have_numbers_that_the_schema_allows():
    root = chart_tree(chart("column"))
    assert root.find("c:roundedCorners", NS).get("val") == "0"
    assert all(int(node.get("val")) > 0 for node in root.iter(tag("c:axId")))


def test_the_chart_leads_to_its_workbook_and_never_updates_by_itself():
    package = package_of(chart())
    data = package.tree("ppt/charts/chart1.xml").find("c:externalData", NS)
    target = package.relationships("ppt/charts/chart1.xml")[data.get(f"{{{NS['r']}}}id")]
    assert target == ("package", "ppt/embeddings/Microsoft_Excel_Sheet1.xlsx", False)
    assert data.find("c:autoUpdate", NS).get("val") == "0"


def cells(data: bytes) -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml").decode()


def strings(data: bytes) -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read("xl/sharedStrings.xml").decode()


def test_a_label_that_begins_with_an_equals_sign_is_text_in_the_workbook():
    data = workbook_bytes(chart())
    assert "<f>" not in cells(data)
    assert "=1+1" in strings(data)


def test_years_as_labels_are_text_and_numbers_are_numbers():
    data = workbook_bytes(chart())
    assert "<t>2022</t>" in strings(data)
    assert "<v>80524</v>" in cells(data)
    assert 'r="B4"' not in cells(data)


def test_the_workbook_does_not_know_what_time_it_is(monkeypatch):
    first = workbook_bytes(chart())
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert workbook_bytes(chart()) == first
    core = zipfile.ZipFile(io.BytesIO(first)).read("docProps/core.xml").decode()
    assert core.count("2000-01-01T00:00:00Z") == 2


def test_a_deck_without_charts_does_not_import_python_pptx():
    import subprocess
    import sys

    code = (
        "import sys\nfrom render_pptx.sample import daylight, slide\nfrom hornbook.plan.deck import Deck\n"
        "from hornbook.render.pptx import render_pptx\n"
        "render_pptx(Deck('A', '', 'en-US', (), '', (), daylight(), (slide(1, 'Title Only', 'One'),), ()))\n"
        "print([name for name in ('pptx', 'xlsxwriter', 'lxml', 'PIL') if name in sys.modules])"
    )
    path = [str(entry) for entry in sys.path if entry]
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONPATH": ":".join(path)}
    )
    assert done.stdout.strip() == "[]"


def test_a_series_with_a_pattern_is_filled_with_lines_of_its_colour_and_has_an_edge():
    content = replace(
        chart("column"),
        series=(("Rain", (1.0, 2.0, 3.0)), ("Snow", (3.0, 2.0, 1.0))),
        colours=(("quiet",) * 3, ("quiet",) * 3),
        hatches=("", "up"),
    )
    plain, hatched = chart_tree(content).iter(tag("c:ser"))
    assert plain.find("c:spPr/a:pattFill", NS) is None
    pattern = hatched.find("c:spPr/a:pattFill", NS)
    assert pattern.get("prst") == "wdUpDiag"
    assert pattern.find("a:fgClr/a:schemeClr", NS).get("val") == "accent4"
    assert pattern.find("a:bgClr/a:schemeClr", NS).get("val") == "bg1"
    assert hatched.find("c:spPr/a:ln/a:solidFill", NS) is not None


def test_labels_are_bold_only_where_something_is_pointed_out():
    content = replace(
        chart("column"),
        series=(("Rain", (1.0, 2.0, 3.0)), ("Snow", (3.0, 2.0, 1.0)), ("Hail", (3.0, 2.0, 1.0))),
        colours=(("voice",) * 3, ("light",) * 3, ("quiet",) * 3),
    )
    assert {node.get("b") for node in chart_tree(content).iter(tag("a:defRPr")) if node.get("b")} <= {"0"}


def test_a_thin_part_of_a_stack_shows_no_number():
    content = replace(chart("stacked"), thin=((1, 0),))
    second = list(chart_tree(content).iter(tag("c:ser")))[1]
    shown = {
        label.find("c:idx", NS).get("val"): label.find("c:showVal", NS).get("val")
        for label in second.findall("c:dLbls/c:dLbl", NS)
    }
    common = second.find("c:dLbls/c:showVal", NS).get("val")
    assert shown.get("0", common) == "0"
    assert shown.get("2", common) == "1"


SPACE = Size(600, 300)


def stack(**changes: object) -> ChartContent:
    places = ChartPlaces(SPACE, Rect(0, 30, 480, 240), names=((60.0, 0.0), (66.0, -15.0)))
    series = (("Rain", (61.0, 70.0)), ("Snow", (20.0, 28.0)))
    whole = replace(chart("stacked", labels=("Sun", "Wind")), series=series, places=places)
    return replace(whole, colours=(("voice", "voice"), ("light", "light")), **changes)


def named_labels(root):
    return [label for label in root.iter(tag("c:dLbl")) if label.find("c:showSerName", NS).get("val") == "1"]


def test_parts_of_stacked_columns_are_named_beside_the_last_one_and_have_no_legend():
    root = chart_tree(stack())
    assert root.find(".//c:legend", NS) is None
    labels = named_labels(root)
    assert [label.find("c:idx", NS).get("val") for label in labels] == ["1", "1"]
    assert [label.find("c:showVal", NS).get("val") for label in labels] == ["1", "1"]
    moved = [[float(label.find(f".//c:{axis}", NS).get("val")) for axis in "xy"] for label in labels]
    assert moved == [[0.1, 0.0], [0.11, -0.05]]
    assert {label.find(".//a:schemeClr", NS).get("val") for label in labels} == {"tx1"}


@pytest.mark.parametrize(("type", "between"), [("bar", " "), ("column", "\n")])
def test_bars_side_by_side_are_named_at_the_first_ones(type, between):
    places = ChartPlaces(SPACE, Rect(0, 30, 480, 240), names=((0.0, 0.0), (0.0, 0.0)))
    root = chart_tree(replace(stack(places=places), type=type))
    assert root.find(".//c:legend", NS) is None
    labels = named_labels(root)
    assert [label.find("c:idx", NS).get("val") for label in labels] == ["0", "0"]
    assert {label.find("c:separator", NS).text for label in labels} == {between}
    assert not [label for label in labels if label.find("c:layout", NS) is not None]


def test_no_line_leads_from_a_mark_to_its_name():
    found = list(chart_tree(stack()).iter("{http://schemas.microsoft.com/office/drawing/2012/chart}showLeaderLines"))
    assert [each.get("val") for each in found] == ["0", "0"]


def test_a_stack_whose_names_have_no_room_has_a_legend():
    content = stack(places=ChartPlaces(SPACE, Rect(0, 30, 480, 240)))
    root = chart_tree(content)
    assert root.find(".//c:legend/c:legendPos", NS).get("val", "r") == "r"
    assert named_labels(root) == []


def test_marks_and_legend_stand_where_the_plan_has_them():
    places = ChartPlaces(SPACE, Rect(60, 60, 480, 210), legend=Rect(90, 0, 300, 30))
    root = chart_tree(replace(stack(places=places), type="column"))
    for path, wanted in (
        (".//c:plotArea", ["0.10000", "0.20000", "0.80000", "0.70000"]),
        (".//c:legend", ["0.15000", "0.00000", "0.50000", "0.10000"]),
    ):
        layout = root.find(f"{path}/c:layout/c:manualLayout", NS)
        assert [layout.find(f"c:{side}", NS).get("val") for side in "xywh"] == wanted
    assert root.find(".//c:legend/c:legendPos", NS).get("val") == "t"


def test_where_lines_run_to_the_left_names_stand_left_of_the_last_mark():
    places = ChartPlaces(SPACE, Rect(0, 30, 480, 240), names=((0.0, 0.0), (0.0, 12.0)))
    content = replace(stack(places=places), type="line")
    theme = daylight()
    plan = slide(1, "Chart", "Rising", chart_box(theme.layouts["Chart"], content))
    deck = Deck("A", "", "ar", (), "", (), theme, (plan,), ())
    root = Package(render_pptx(deck)).tree("ppt/charts/chart1.xml")
    assert {label.find("c:dLblPos", NS).get("val") for label in named_labels(root)} == {"l"}
    assert root.find(".//c:plotArea/c:layout//c:x", NS).get("val") == "0.20000"


def test_the_number_of_a_point_that_a_line_comes_down_to_stands_below_it():
    places = ChartPlaces(SPACE, Rect(0, 30, 600, 240), below=(1,))
    content = ChartContent(
        "line", ("A", "B", "C"), (("Rain", (5.0, 1.0, 4.0)),), "", (("voice",) * 3,), "0", 18, "Arial", places=places
    )
    labels = list(chart_tree(content).iter(tag("c:dLbl")))
    assert [(label.find("c:idx", NS).get("val"), label.find("c:dLblPos", NS).get("val")) for label in labels] == [
        ("1", "b")
    ]
