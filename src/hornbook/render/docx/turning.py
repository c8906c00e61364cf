"""A Word file turned round for languages that are written from right to left (ECMA-376 Part 1 §17.3.1.6, §17.3.2.30, §17.4.1).

Word takes sizes and weights of such words from elements of their own (`szCs`, `bCs`), so each is said twice.
"""

from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

from hornbook.render.docx.styles import element
from hornbook.typeset.bidi import has_leftward

_TWICE = {"b": "bCs", "i": "iCs", "sz": "szCs"}
_AFTER_RTL = ("cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath")


def turn_round(file: Any, language: str) -> None:
    """Paragraphs, their lines at a side, tables, page and the words of runs, in the body and in the foot."""
    _normal(file.styles["Normal"].element.get_or_add_pPr())
    for lang in file.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:bidi"), language)
    section = file.sections[0]
    section._sectPr.insert_element_before(element("bidi"), "w:rtlGutter", "w:docGrid", "w:printerSettings")  # noqa: SLF001 - python-docx has no name for it
    for root in (file.element.body, section.footer._element):  # noqa: SLF001
        for lines in root.iter(qn("w:pBdr")):
            left = lines.find(qn("w:left"))
            if left is not None and lines.find(qn("w:right")) is None:
                left.tag = qn("w:right")
        for table in root.iter(qn("w:tblPr")):
            style = table.find(qn("w:tblStyle"))
            table.insert(0 if style is None else 1, element("bidiVisual"))
        for run in root.iter(qn("w:r")):
            if any(has_leftward(words.text or "") for words in run.iter(qn("w:t"))):
                _leftward(run.get_or_add_rPr())
    for root in (file.styles.element, file.element.body, section.footer._element):  # noqa: SLF001
        for properties in root.iter(qn("w:rPr")):
            _said_twice(properties)


def _normal(properties: Any) -> None:
    """Every style of ours is based on it."""
    properties.insert_element_before(
        element("bidi"), "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl", "w:rPr"
    )  # fmt: skip


def _leftward(properties: Any) -> None:
    properties.insert_element_before(element("rtl"), *(f"w:{name}" for name in _AFTER_RTL))


def _said_twice(properties: Any) -> None:
    for known in list(_known(properties)):
        twin = _TWICE[known.tag.rpartition("}")[2]]
        for old in properties.findall(qn(f"w:{twin}")):
            properties.remove(old)
        known.addnext(element(twin, **{key.rpartition("}")[2]: value for key, value in known.attrib.items()}))


def _known(properties: Any) -> Iterator[Any]:
    for name in _TWICE:
        found = properties.find(qn(f"w:{name}"))
        if found is not None:
            yield found
