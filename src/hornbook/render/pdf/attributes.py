"""Attributes of elements: what cells head and span, how a list is numbered, where a figure is (ISO 32000-1 §14.8.5)."""

from collections.abc import Iterator, Mapping, Sequence

from hornbook.plan.structure import Element
from hornbook.render.pdf.content import Area
from hornbook.render.pdf.syntax import numbers


class Attributes:
    """The attributes of each element, by its id, as they stand in the file."""

    def __init__(self, elements: Sequence[Element], areas: Sequence[Area], labels: Mapping[int, str]) -> None:
        self._elements = elements
        self._boxes = _bounding_boxes(areas)
        self._labels = dict(_first_labels(elements, labels))

    def __getitem__(self, index: int) -> str:
        element = self._elements[index]
        match element.role:
            case "TH" | "TD":
                return _cell(element)
            case "L":
                return f"<</O/List/ListNumbering/{_numbering(element, self._labels.get(index, ''))}>>"
            case "Figure":
                return f"<</O/Layout/Placement/Block/BBox {self._boxes[index]}>>" if index in self._boxes else ""
            case _:
                return ""


def _cell(element: Element) -> str:
    scope = f"/Scope/{element.scope}" if element.scope else ""
    columns = f"/ColSpan {element.column_span}" if element.column_span > 1 else ""
    rows = f"/RowSpan {element.row_span}" if element.row_span > 1 else ""
    return f"<</O/Table{scope}{columns}{rows}>>" if scope or columns or rows else ""


def _numbering(element: Element, label: str) -> str:
    """How the labels of a list count, as its first label shows."""
    sign = label.lstrip("(")[:1]
    if sign.isalpha():
        return "UpperAlpha" if sign.isupper() else "LowerAlpha"
    return "Decimal" if element.ordered or sign.isdigit() else "Disc"


def _first_labels(elements: Sequence[Element], labels: Mapping[int, str]) -> Iterator[tuple[int, str]]:
    """For each list that has labels with words, the first of them."""
    found: set[int] = set()
    for label in sorted(label for label, text in labels.items() if text):
        above = elements[elements[label].parent].parent
        if above not in found:
            found.add(above)
            yield above, labels[label]


def _bounding_boxes(areas: Sequence[Area]) -> Mapping[int, str]:
    """The box around all that an element covers on the first page that it is on."""
    around: dict[int, Area] = {}
    for area in areas:
        known = around.setdefault(area.element, area)
        if known.page == area.page:
            left, bottom, right, top = zip(known.rect, area.rect, strict=True)
            around[area.element] = known._replace(rect=(min(left), min(bottom), max(right), max(top)))
    return {element: f"[{numbers(*area.rect)}]" for element, area in around.items()}
