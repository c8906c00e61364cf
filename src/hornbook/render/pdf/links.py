"""Links as annotations: one for each line that a Link element has words on, or for each picture or shape in it."""

from collections.abc import Sequence

from hornbook.plan.structure import Element
from hornbook.render.pdf.content import Area
from hornbook.render.pdf.file import PdfFile
from hornbook.render.pdf.syntax import address_string, dictionary, numbers, text_string
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


def reserve_links(file: PdfFile, areas: Sequence[Area], elements: Sequence[Element], known: int) -> list[Annotation]:
    """The link annotations of a page as references, to be written when all pages are there; `known` counts those before."""
    return [
        Annotation(area.element, area.page, area.rect, file.reserve(annotation_name(known + index)))
        for index, area in enumerate(link_areas(areas, elements))
    ]


def reserve_fields(file: PdfFile, areas: Sequence[Area], known: int) -> list[Annotation]:
    """The widgets of a page as references, in the same way; the first place of a field that goes on elsewhere counts."""
    return [
        Annotation(area.element, area.page, area.rect, file.reserve(annotation_name(known + index)))
        for index, area in enumerate(areas)
    ]


def write_links(file: PdfFile, annotations: Sequence[Annotation], elements: Sequence[Element], pages: int) -> None:
    """The annotations as objects of the file; their keys in the parent tree follow those of the pages."""
    for index, annotation in enumerate(annotations):
        if elements[annotation.element].role != "Link":
            continue
        body = {
            "Type": "/Annot",
            "Subtype": "/Link",
            "Rect": f"[{numbers(*annotation.rect)}]",
            "Border": "[0 0 0]",
            "F": "4",
            "StructParent": str(pages + index),
        }
        file.put(annotation_name(index), dictionary(body | _action(file, elements[annotation.element])))


def _action(file: PdfFile, element: Element) -> dict[str, str]:
    """Where a link leads, and the words that say so to who cannot see it."""
    contents = text_string(element.alt or element.title or element.url or str(element.target))
    if element.target:
        return {"Contents": contents, "Dest": f"[{file.page_reference(element.target - 1)} /Fit]"}
    return {"Contents": contents, "A": f"<</S/URI/URI {address_string(element.url)}>>"}


def annotation_name(index: int) -> str:
    """What an annotation is called among the objects of the file."""
    return f"Annotation {index}"


def _continues(before: Area, area: Area) -> bool:
    level = abs(before.rect[1] - area.rect[1]) < _SAME_LINE and abs(before.rect[3] - area.rect[3]) < _SAME_LINE
    near = -_WORD_GAP < area.rect[0] - before.rect[2] < _WORD_GAP
    return before.element == area.element and before.page == area.page and level and near
