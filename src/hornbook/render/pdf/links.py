"""Links as annotations: one for each line that a Link element has words on, or for each picture or shape in it."""

from collections.abc import Sequence

from hornbook.plan.structure import Element
from hornbook.render.pdf.content import Area
from hornbook.render.pdf.file import PdfFile
from hornbook.render.pdf.syntax import byte_string, dictionary, numbers, text_string
from hornbook.render.pdf.tree import Annotation

_SAME_LINE = 1.0
"""Points by which boxes on one line may differ in height."""
_WORD_GAP = 12.0


def link_areas(areas: Sequence[Area], elements: Sequence[Element]) -> list[Area]:
    """The areas of links, with neighbours on one line joined."""
    joined: list[Area] = []
    for area in areas:
        if elements[area.element].role != "Link":
            continue
        before = joined[-1] if joined else None
        if before and _continues(before, area):
            left, bottom, right, top = zip(before.rect, area.rect, strict=True)
            joined[-1] = before._replace(rect=(min(left), min(bottom), max(right), max(top)))
        else:
            joined.append(area)
    return joined


def put_links(file: PdfFile, areas: Sequence[Area], elements: Sequence[Element], first_key: int) -> list[Annotation]:
    """Link annotations as objects of the file, with keys in the parent tree from `first_key` on."""
    found: list[Annotation] = []
    for index, area in enumerate(link_areas(areas, elements)):
        key = first_key + index
        body = _annotation(file, area, elements[area.element], key)
        found.append(Annotation(area.element, area.page, file.put(f"Annotation {key}", body)))
    return found


def _annotation(file: PdfFile, area: Area, element: Element, key: int) -> str:
    leads = (
        {"Dest": f"[{file.page_reference(element.target - 1)} /Fit]"}
        if element.target
        else {"A": f"<</S/URI/URI {byte_string(element.url)}>>"}
    )
    return dictionary(
        {
            "Type": "/Annot",
            "Subtype": "/Link",
            "Rect": f"[{numbers(*area.rect)}]",
            "Border": "[0 0 0]",
            "F": "4",
            "Contents": text_string(element.alt or element.title or element.url or f"{element.target}"),
            "StructParent": str(key),
            **leads,
        }
    )


def _continues(before: Area, area: Area) -> bool:
    level = abs(before.rect[1] - area.rect[1]) < _SAME_LINE and abs(before.rect[3] - area.rect[3]) < _SAME_LINE
    near = -_WORD_GAP < area.rect[0] - before.rect[2] < _WORD_GAP
    return before.element == area.element and before.page == area.page and level and near
