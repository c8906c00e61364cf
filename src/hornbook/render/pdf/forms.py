"""Fields of a form (ISO 32000-1 §12.7): a widget for each Form element, with its appearance and the face that is typed in.

The face is embedded whole for Western European text, because nobody knows what will be typed; appearances are written out, so
that no program has to make them.
"""

from collections.abc import Sequence

from hornbook.plan.structure import Element
from hornbook.render.pdf.embedding import embed_typed_font
from hornbook.render.pdf.file import PdfFile
from hornbook.render.pdf.links import annotation_name
from hornbook.render.pdf.syntax import array, dictionary, number, numbers, text_string
from hornbook.render.pdf.tree import Annotation
from hornbook.typeset.faces import Face
from hornbook.units import Size

FONT = "Typed"
"""What the face is called in the form."""
_TYPED, _LARGEST = 0.62, 18.0
"""Size of typed words, of the height of their field, and at most."""
_VISIBLE = "4"
"""It is printed."""


def write_form(
    file: PdfFile, fields: Sequence[tuple[int, Annotation]], elements: Sequence[Element], keys: int, face: Face
) -> str:
    """The widgets, each with the place of its key behind `keys`; returns the form for the catalog."""
    font = embed_typed_font(file, FONT, face)
    for index, widget in fields:
        entries = _widget(file, index, widget, elements[widget.element], font)
        file.put(annotation_name(index), dictionary({**entries, "StructParent": str(keys + index)}))
    resources = f"<</Font <</{FONT} {font}>>>>"
    references = array(widget.reference for _, widget in fields)
    return dictionary({"Fields": references, "DR": resources, "DA": f"(/{FONT} 0 Tf 0 g)"})


def _widget(file: PdfFile, index: int, widget: Annotation, element: Element, font: str) -> dict[str, str]:
    left, bottom, right, top = widget.rect
    size = Size(right - left, top - bottom)
    common = {
        "Type": "/Annot",
        "Subtype": "/Widget",
        "T": text_string(element.name),
        "TU": text_string(element.tooltip),
        "F": _VISIBLE,
        "Rect": f"[{numbers(*widget.rect)}]",
        "P": file.page_reference(widget.page),
        "BS": "<</W 0>>",
    }
    match element.field:
        case "check":
            own = _check(file, annotation_name(index), size)
        case _:
            own = _text(file, annotation_name(index), size, font)
    return common | own


def _text(file: PdfFile, name: str, size: Size, font: str) -> dict[str, str]:
    points = min(_LARGEST, _TYPED * size.height)
    resources = f"/Resources <</Font <</{FONT} {font}>>>>"
    drawn = _appearance(file, f"{name} empty", b"/Tx BMC\nEMC", size, resources)
    return {"FT": "/Tx", "DA": f"(/{FONT} {number(points)} Tf 0 g)", "V": "()", "DV": "()", "AP": f"<</N {drawn}>>"}


def _check(file: PdfFile, name: str, size: Size) -> dict[str, str]:
    """A tick is drawn inside what is printed there, which stays as it is where nothing is ticked."""
    points = [(0.22, 0.5), (0.42, 0.26), (0.8, 0.78)]
    first, second, third = (numbers(across * size.width, up * size.height) for across, up in points)
    tick = f"q 0 G {number(0.14 * size.width)} w 1 J 1 j {first} m {second} l {third} l S Q"
    ticked = _appearance(file, f"{name} yes", tick.encode(), size)
    empty = _appearance(file, f"{name} off", b"", size)
    return {"FT": "/Btn", "V": "/Off", "AS": "/Off", "AP": f"<</N <</Yes {ticked}/Off {empty}>>>>"}


def _appearance(file: PdfFile, name: str, drawn: bytes, size: Size, more: str = "") -> str:
    entries = f"/Type/XObject/Subtype/Form/BBox [0 0 {numbers(size.width, size.height)}]{more or '/Resources <<>>'}"
    return file.put_stream(name, drawn, entries, pack=False)
