"""The styles of a Word file, in the face that the theme's slides have, and the numbering of its lists."""

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from hornbook.plan.document import ListMark
from hornbook.theme.model import Theme

BULLETS: dict[ListMark, str] = {"disc": "\u2022", "dash": "\u2013", "check": "\u2610", "answer": "\u25cb"}
_HEADINGS = ((1, 22.0, 0.0), (2, 16.0, 18.0), (3, 13.0, 12.0), (4, 11.0, 8.0))
"""Level, size, space above."""
_OWN: dict[str, dict[str, Any]] = {
    "Kicker": {"bold": True, "colour": "voice"},
    "Lead": {"size": 14.0},
    "Small": {"size": 9.5},
    "Label": {"size": 9.5, "bold": True},
    "Question": {"bold": True, "before": 8.0, "keep": True},
    "Answer": {"bold": True, "colour": "voice"},
    "Number": {"size": 18.0, "bold": True},
    "Answer Line": {"before": 14.0, "border": True},
}
_INDENT = 360
"""Twentieths of a point that a list stands in."""


def element(name: str, **attributes: object) -> Any:
    """An element of WordprocessingML, which python-docx has no name for."""
    made: Any = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    return made


def set_up(document: Any, theme: Theme, language: str) -> None:
    """Faces, sizes and the language of every style; styles of our own beside Word's."""
    normal = document.styles["Normal"]
    _face(normal, theme.body_family)
    normal.font.size = Pt(11)
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing = 1.25
    defaults = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    defaults.append(element("lang", val=language))
    for level, size, before in _HEADINGS:
        _heading(document.styles[f"Heading {level}"], theme, size, before)
    for name, how in _OWN.items():
        _own(document, name, theme, how)


def _face(style: Any, family: str) -> None:
    style.font.name = family
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{kind}"), family)


def _heading(style: Any, theme: Theme, size: float, before: float) -> None:
    _face(style, theme.heading_family)
    style.font.size, style.font.bold = Pt(size), True
    style.font.color.rgb = colour(theme, "ink")
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(4)
    style.paragraph_format.keep_with_next = True


def _own(document: Any, name: str, theme: Theme, how: dict[str, Any]) -> None:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    style.quick_style = True
    if "size" in how:
        style.font.size = Pt(how["size"])
    style.font.bold = how.get("bold")
    if "colour" in how:
        style.font.color.rgb = colour(theme, how["colour"])
    if "before" in how:
        style.paragraph_format.space_before = Pt(how["before"])
    style.paragraph_format.keep_with_next = how.get("keep")
    if how.get("border"):
        border(style.element.get_or_add_pPr(), "bottom", "between")
        style.paragraph_format.space_after = Pt(0)


def colour(theme: Theme, name: str) -> RGBColor:
    return RGBColor.from_string(theme.colour(name).lstrip("#").upper())


def border(properties: Any, *sides: str, size: int = 6, kind: str = "single") -> None:
    """Lines at those sides of a paragraph, in eighths of a point."""
    borders = element("pBdr")
    for side in sides:
        borders.append(element(side, val=kind, sz=size, space=4, color="auto"))
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:outlineLvl", "w:rPr"
    )


def shade(properties: Any, theme: Theme, name: str) -> None:
    """A ground behind a paragraph."""
    ground = element("shd", val="clear", color="auto", fill=theme.colour(name).lstrip("#").upper())
    properties.insert_element_before(ground, "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl", "w:rPr")


def new_list(document: Any, mark: ListMark, start: int) -> int:
    """The number of a list of its own, which counts from `start`."""
    numbering = document.part.numbering_part.element
    abstracts = numbering.findall(qn("w:abstractNum"))
    id = str(max((int(each.get(qn("w:abstractNumId"))) for each in abstracts), default=0) + 1)
    abstract = element("abstractNum", abstractNumId=id)
    abstract.append(element("multiLevelType", val="multilevel"))
    for level in range(3):
        abstract.append(_level(level, mark if level == 0 or mark == "letter" else "dash", start if level == 0 else 1))
    if abstracts:
        abstracts[-1].addnext(abstract)
    else:
        numbering.insert(0, abstract)
    return int(numbering.add_num(int(id)).numId)


def _level(level: int, mark: ListMark, start: int) -> Any:
    format_, text = {"number": ("decimal", f"%{level + 1}."), "letter": ("upperLetter", f"%{level + 1}.")}.get(
        mark, ("bullet", BULLETS.get(mark, "\u2022"))
    )
    made = element("lvl", ilvl=level)
    for name, value in (("start", start), ("numFmt", format_), ("lvlText", text), ("lvlJc", "left")):
        made.append(element(name, val=value))
    properties = element("pPr")
    properties.append(element("ind", left=_INDENT * (level + 1), hanging=_INDENT))
    made.append(properties)
    return made
