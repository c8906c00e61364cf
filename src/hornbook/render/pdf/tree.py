"""The structure tree: elements in reading order, with the marks and annotations that belong to each (ISO 32000-1 §14.7).

The kids of an element are its marks and its child elements by their first mark, so that a link stands between the words before and after
it; where an element has no marks of its own, its children keep the order of the plan, whatever the order on the sheet.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeVar

from msgspec import Struct, field

from hornbook.plan.structure import Element
from hornbook.render.pdf.attributes import Attributes
from hornbook.render.pdf.content import Area, Mark, Place
from hornbook.render.pdf.file import PdfFile
from hornbook.render.pdf.syntax import array, dictionary, text_string

_ROOT = "Structure"
_LAST = (1 << 30, 0)


class Annotation(NamedTuple):
    """An annotation that a Link element holds."""

    element: int
    page: int
    rect: tuple[float, float, float, float]
    reference: str


_Held = TypeVar("_Held", Mark, Annotation)


class StructureTree(Struct):
    """What the pages drawn so far say about the elements."""

    elements: Sequence[Element]
    marks: list[Mark] = field(default_factory=list[Mark])
    areas: list[Area] = field(default_factory=list[Area])
    annotations: list[Annotation] = field(default_factory=list[Annotation])
    labels: dict[int, str] = field(default_factory=dict[int, str])
    places: dict[int, Place] = field(default_factory=dict[int, Place])
    """Where elements without marks are read: fields of a form."""
    leftward: dict[tuple[int, int], str] = field(default_factory=dict[tuple[int, int], str])
    """What is said in marks with words from right to left, by page and number.

    Their glyphs stand in the order of the eye; a Span holds such a mark, and the words as they are read.
    """

    def write(self, file: PdfFile, pages: int) -> str:
        """All elements and the parent tree as objects of the file; returns the reference of the root."""
        marks = _grouped(self.marks)
        kids = _kids(self.elements, marks, self.places)
        annotations = _grouped(self.annotations)
        attributes = Attributes(self.elements, self.areas, self.labels)
        for index, element in enumerate(self.elements):
            own = marks.get(index, ())
            page = own[0].page if own else next((held.page for held in annotations.get(index, ())), -1)
            written = [self._kid(file, index, kid, page) for kid in kids[index]]
            written += [_object_reference(file, held, page) for held in annotations.get(index, ())]
            body = _own_entries(index, element, attributes[index]) + _links(file, element, page, written)
            file.put(element_name(index), f"<<{body}>>")
        return file.put(_ROOT, self._root(file, pages))

    def _root(self, file: PdfFile, pages: int) -> str:
        notes = [index for index, element in enumerate(self.elements) if element.role == "Note"]
        names = [f"{text_string(_note_id(index))} {file.reserve(element_name(index))}" for index in notes]
        root = {
            "Type": "/StructTreeRoot",
            "K": f"[{file.reserve(element_name(0))}]",
            "ParentTree": file.put("ParentTree", self._parents(file, pages)),
            "ParentTreeNextKey": str(pages + len(self.annotations)),
            "IDTree": f"<</Names {array(names)}>>" if names else "",
        }
        return dictionary(root)

    def _kid(self, file: PdfFile, index: int, kid: Mark | int, page: int) -> str:
        """A kid of an element that is mostly on that page."""
        if isinstance(kid, int):
            return file.reserve(element_name(kid))
        words = self.leftward.get((kid.page, kid.mcid))
        if words is not None:
            span = {
                "Type": "/StructElem",
                "S": "/Span",
                "P": file.reserve(element_name(index)),
                "Pg": file.page_reference(kid.page),
                "ActualText": text_string(words),
                "K": str(kid.mcid),
            }
            return file.put(_span_name(kid), dictionary(span))
        if kid.page == page:
            return str(kid.mcid)
        return f"<</Type/MCR/Pg {file.page_reference(kid.page)}/MCID {kid.mcid}>>"

    def _parents(self, file: PdfFile, pages: int) -> str:
        """The number tree from a page's marks, and from an annotation, back to elements."""
        by_page: list[list[str]] = [[] for _ in range(pages)]
        for mark in self.marks:
            name = _span_name(mark) if (mark.page, mark.mcid) in self.leftward else element_name(mark.element)
            by_page[mark.page].append(file.reserve(name))
        rows = [f"{page} {array(owners)}" for page, owners in enumerate(by_page)]
        rows += [
            f"{pages + index} {file.reserve(element_name(held.element))}" for index, held in enumerate(self.annotations)
        ]
        return f"<</Nums [{chr(10).join(rows)}]>>"


def element_name(index: int) -> str:
    """What an element is called among the objects of the file."""
    return f"Element {index}"


def _span_name(mark: Mark) -> str:
    return f"Span {mark.page} {mark.mcid}"


def _grouped(items: Sequence[_Held]) -> Mapping[int, list[_Held]]:
    groups: defaultdict[int, list[_Held]] = defaultdict(list)
    for item in items:
        groups[item.element].append(item)
    return groups


def _kids(
    elements: Sequence[Element], marks: Mapping[int, Sequence[Mark]], places: Mapping[int, Place]
) -> list[list[Mark | int]]:
    """The kids of each element: marks, and ids of elements."""
    first = [
        min((_place(mark) for mark in marks.get(index, ())), default=places.get(index, _LAST))
        for index in range(len(elements))
    ]
    children: list[list[int]] = [[] for _ in elements]
    for index in range(len(elements) - 1, 0, -1):
        parent = elements[index].parent
        children[parent].insert(0, index)
        first[parent] = min(first[parent], first[index])
    return [_in_order(marks.get(index, ()), children[index], first) for index in range(len(elements))]


def _place(mark: Mark) -> Place:
    return mark.reading, mark.mcid


def _in_order(marks: Sequence[Mark], children: Sequence[int], first: Sequence[Place]) -> list[Mark | int]:
    if not marks:
        return list(children)
    placed: list[tuple[Place, Mark | int]] = [(_place(mark), mark) for mark in marks]
    placed += [(first[child], child) for child in children]
    return [kid for _, kid in sorted(placed, key=lambda pair: pair[0])]


def _object_reference(file: PdfFile, held: Annotation, page: int) -> str:
    where = "" if held.page == page else f"/Pg {file.page_reference(held.page)}"
    return f"<</Type/OBJR/Obj {held.reference}{where}>>"


def _links(file: PdfFile, element: Element, page: int, kids: Sequence[str]) -> str:
    """What an element says of others: what is above it, what is in it, where most of it is."""
    above = file.reserve(element_name(element.parent) if element.parent >= 0 else _ROOT)
    where = f"/Pg {file.page_reference(page)}" if page >= 0 else ""
    within = f"/K {kids[0] if len(kids) == 1 else array(kids)}" if kids else ""
    return f"/P {above}{where}{within}"


def _own_entries(index: int, element: Element, attributes: str) -> str:
    """What an element says of itself."""
    # a link's alternative text describes its annotation; here it would be read in place of its words
    alt = element.alt if element.role != "Link" else ""
    name = _note_id(index) if element.role == "Note" else ""
    said = {"ID": name, "T": element.title, "Lang": element.language, "Alt": alt, "ActualText": element.actual}
    words = "".join([f"/{key} {text_string(text)}" for key, text in said.items() if text])
    return f"/Type /StructElem/S /{element.role}{f'/A {attributes}' if attributes else ''}{words}"


def _note_id(index: int) -> str:
    return f"note-{index}"
