"""Labels on the marks of a chart (`c:dLbls`, ECMA-376 Part 1 §21.2.2.49), so that nobody has to look a colour up in a legend.

They are written series by series, because PowerPoint takes all or none of a series' labels from itself.
"""

from msgspec import Struct
from msgspec.structs import replace

from hornbook.ooxml import escape
from hornbook.plan.chart_lines import MOST_NUMBERED
from hornbook.plan.chart_marks import POINT
from hornbook.plan.page import ChartContent
from hornbook.render.pptx.xml import hundredths, solid
from hornbook.tags import RIGHT_TO_LEFT
from hornbook.theme.model import RESTS

_NO_LEADERS = (
    '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" '
    'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"><c15:showLeaderLines val="0"/></c:ext></c:extLst>'
)
"""A name stands beside its mark: no line has to lead there. Newer programs ask for this word."""

_BARE = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"


class _Label(Struct, frozen=True):
    """What one label shows and how."""

    bold: bool = False
    colour: str = "ink"
    value: bool = True
    category: bool = False
    series: bool = False
    position: str = ""
    """`c:dLblPos` where it is not that of its type of chart."""
    move: tuple[float, float] = (0.0, 0.0)
    """From there, right and down, in parts of the chart's size."""
    separator: str = " "
    """Between the name and the number."""


def is_point(name: str, content: ChartContent) -> bool:
    """Whether a mark of that colour is what the chart is about: the only ones that are not quiet."""
    others = {other for names in content.colours for other in names} - {POINT}
    return name == POINT and len(others) == 1 and others <= RESTS


def labels_xml(content: ChartContent, row: int, namespaces: str, *, leftward: bool) -> str:
    """`c:dLbls` of a series: first the labels that differ, then what the others are like.

    A sign that nobody sees keeps a percent sign with its number behind a name from right to left, whatever a program does.
    """
    if leftward:
        content = replace(content, number_format=content.number_format.replace('%"', f'%{RIGHT_TO_LEFT}"'))
    common = _common(content, row)
    own = [(index, _turned(_label(content, row, index), leftward)) for index in range(len(content.labels))]
    different = "".join(_own_xml(content, index, label) for index, label in own if label != common)
    return f"<c:dLbls {namespaces}>{different}{_properties(content, common)}{_NO_LEADERS}</c:dLbls>"


def _common(content: ChartContent, row: int) -> _Label:
    if content.type == "line" and (len(content.series) > 1 or len(content.labels) > MOST_NUMBERED):
        return _Label(value=False)
    named_first = content.type in {"bar", "column"} and names_its_marks(content)
    return _label(content, row, len(content.labels) - 1 if named_first else 0)


def _label(content: ChartContent, row: int, index: int) -> _Label:
    name = content.colours[row][index]
    bold = is_point(name, content)
    values = content.series[row][1]
    found = [place for place, value in enumerate(values) if value is not None] or [0]
    match content.type:
        case "line" if len(content.series) > 1:
            return (
                _Label(bold, series=True, position="r", move=_move(content, row))
                if index == found[-1]
                else _Label(value=False)
            )
        case "line" if len(content.labels) > MOST_NUMBERED:
            return _Label(bold) if bold or index in {found[0], found[-1]} else _Label(value=False)
        case "line" if content.places and index in content.places.below:
            return _Label(bold, position="b")
        case "stacked" if names_its_marks(content) and index == len(content.labels) - 1:
            return _Label(bold, series=True, move=_move(content, row))
        case "stacked" if (row, index) in content.thin:
            return _Label(value=False)
        case "stacked":
            return _Label(bold, content.on_marks.get(name, "ink"))
        case "pie":
            return _Label(bold, category=True)
        case "bar" | "column" if names_its_marks(content) and index == 0:
            return _Label(bold, series=True, separator="\n" if content.type == "column" else " ")
        case _:
            return _Label(bold)


def names_its_marks(content: ChartContent) -> bool:
    """Whether each of several series has its name at a mark, the last or the first, so that nobody needs a legend."""
    several = len(content.series) > 1 and content.direct_labels
    return several and (content.type == "line" or bool(content.places and content.places.names))


def _move(content: ChartContent, row: int) -> tuple[float, float]:
    """Where the name of a series stands, from where a program would put it; in parts of the chart's size."""
    places = content.places
    if places is None or not places.names:
        return 0.0, 0.0
    across, down = places.names[row]
    return across / places.size.width, down / places.size.height


def _turned(label: _Label, leftward: bool) -> _Label:
    """The label where the last mark is the leftmost."""
    if not leftward:
        return label
    across, down = label.move
    return replace(label, position={"r": "l"}.get(label.position, label.position), move=(-across, down))


def _own_xml(content: ChartContent, index: int, label: _Label) -> str:
    across, down = label.move
    place = f'<c:x val="{across:.5f}"/><c:y val="{down:.5f}"/>' if across or down else ""
    layout = f"<c:layout><c:manualLayout>{place}</c:manualLayout></c:layout>" if place else ""
    return f'<c:dLbl><c:idx val="{index}"/>{layout}{_properties(content, label)}</c:dLbl>'


def _properties(content: ChartContent, label: _Label) -> str:
    shown = (
        ("showLegendKey", False),
        ("showVal", label.value),
        ("showCatName", label.category),
        ("showSerName", label.series),
        ("showPercent", False),
        ("showBubbleSize", False),
    )
    switches = "".join(f'<c:{name} val="{on:d}"/>' for name, on in shown)
    return (
        f'<c:numFmt formatCode="{escape(content.number_format)}" sourceLinked="0"/>{_BARE}{_words(content, label)}'
        f'<c:dLblPos val="{label.position or _position(content)}"/>{switches}<c:separator>{label.separator}</c:separator>'
    )


def _words(content: ChartContent, label: _Label) -> str:
    size = hundredths(content.label_size)
    return (
        f'<c:txPr><a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{size}" b="{label.bold:d}">{solid(label.colour)}'
        f"</a:defRPr></a:pPr><a:endParaRPr/></a:p></c:txPr>"
    )


def _position(content: ChartContent) -> str:
    match content.type:
        case "line":
            return "t"
        case "stacked":
            return "ctr"
        case _:
            return "outEnd"
