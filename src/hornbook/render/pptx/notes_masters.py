"""The notes master and the handout master: header, date, footer and page number where PowerPoint puts them."""

from msgspec import Struct

from hornbook.ooxml import XML_DECLARATION, escape
from hornbook.render.pptx.master import COLOUR_MAP, EMPTY_TREE
from hornbook.render.pptx.styles import LEVELS, level_properties
from hornbook.render.pptx.text import NUMBER_FIELD
from hornbook.render.pptx.xml import NAMESPACES, place
from hornbook.theme.model import Theme
from hornbook.typeset.text import ParagraphStyle
from hornbook.units import Rect, Size

PAGE = Size(540.0, 720.0)
"""PowerPoint's page for notes and handouts, 7.5 by 10 inches; the printer scales it to the paper."""

_IMAGE = Rect(60.0, 54.0, 420.0, 236.25)
_NOTES = Rect(54.0, 312.0, 432.0, 354.0)
_PROMPTS = ("Click to edit Master text styles", "Second level", "Third level", "Fourth level", "Fifth level")
_PAPER = '<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>'


class _Line(Struct, frozen=True):
    """A placeholder at the top or foot of the page."""

    name: str
    type: str
    rect: Rect
    align: str
    anchor: str


_HEADER = _Line("Header Placeholder", "hdr", Rect(0.0, 0.0, 234.0, 36.0), "l", "t")
_DATE = _Line("Date Placeholder", "dt", Rect(306.0, 0.0, 234.0, 36.0), "r", "t")
_FOOTER = _Line("Footer Placeholder", "ftr", Rect(0.0, 684.0, 234.0, 36.0), "l", "b")
_PAGE_NUMBER = _Line("Slide Number Placeholder", "sldNum", Rect(306.0, 684.0, 234.0, 36.0), "r", "b")


def notes_master_xml(theme: Theme, language: str) -> str:
    """The page that View > Notes Page shows and prints."""
    lang = escape(language)
    shapes = (
        _furniture(_HEADER, 2, "", lang),
        _furniture(_DATE, 3, ' idx="1"', lang),
        _image(4),
        _notes(5, lang, _levels(theme)),
        _furniture(_FOOTER, 6, ' idx="4"', lang),
        _furniture(_PAGE_NUMBER, 7, ' idx="5"', lang),
    )
    style = f"<p:notesStyle>{_levels(theme)}</p:notesStyle>"
    return _master("notesMaster", "".join(shapes), style)


def handout_master_xml(language: str) -> str:
    """The page that prints several slides, with its four lines."""
    lang = escape(language)
    lines = (_HEADER, _DATE, _FOOTER, _PAGE_NUMBER)
    indices = ("", ' sz="quarter" idx="1"', ' idx="2"', ' idx="3"')
    shapes = [_furniture(line, id, index, lang) for id, (line, index) in enumerate(zip(lines, indices, strict=True), 2)]
    return _master("handoutMaster", "".join(shapes), "")


def _master(kind: str, shapes: str, style: str) -> str:
    return (
        f"{XML_DECLARATION}<p:{kind} {NAMESPACES}><p:cSld>{_PAPER}<p:spTree>{EMPTY_TREE}{shapes}</p:spTree></p:cSld>"
        f'{COLOUR_MAP}<p:hf hdr="0" ftr="0" dt="0"/>{style}</p:{kind}>'
    )


def _furniture(line: _Line, id: int, index: str, lang: str) -> str:
    size = "" if line.type == "dt" else ' sz="quarter"'
    words = (
        f'<a:fld id="{NUMBER_FIELD}" type="slidenum"><a:rPr lang="{lang}"/><a:t>‹#›</a:t></a:fld>'
        if line.type == "sldNum"
        else ""
    )
    style = f'<a:lstStyle><a:lvl1pPr algn="{line.align}"><a:defRPr sz="1200"/></a:lvl1pPr></a:lstStyle>'
    return _sp(
        id, line.name, f'type="{line.type}"{size}{index}', _box(line.rect),
        f'<p:txBody><a:bodyPr vert="horz" lIns="91440" tIns="45720" rIns="91440" bIns="45720" rtlCol="0" anchor="{line.anchor}"/>'
        f'{style}<a:p>{words}<a:endParaRPr lang="{lang}"/></a:p></p:txBody>',
    )  # fmt: skip


def _image(id: int) -> str:
    line = '<a:noFill/><a:ln w="12700"><a:solidFill><a:prstClr val="black"/></a:solidFill></a:ln>'
    return _sp(id, "Slide Image Placeholder", 'type="sldImg" idx="2"', _box(_IMAGE) + line, "")


def _notes(id: int, lang: str, levels: str) -> str:
    lines = [
        f'<a:p><a:pPr lvl="{level}"/><a:r><a:rPr lang="{lang}"/><a:t>{escape(words)}</a:t></a:r></a:p>'
        for level, words in enumerate(_PROMPTS)
    ]
    body = (
        '<p:txBody><a:bodyPr vert="horz" lIns="91440" tIns="45720" rIns="91440" bIns="45720" rtlCol="0"/>'
        f"<a:lstStyle>{levels}</a:lstStyle>{''.join(lines)}</p:txBody>"
    )
    return _sp(id, "Notes Placeholder", 'type="body" sz="quarter" idx="3"', _box(_NOTES), body)


def _sp(id: int, name: str, ph: str, properties: str, body: str) -> str:
    locks = ' noRot="1" noChangeAspect="1"' if "sldImg" in ph else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="{name} {id - 1}"/><p:cNvSpPr><a:spLocks noGrp="1"{locks}/></p:cNvSpPr>'
        f"<p:nvPr><p:ph {ph}/></p:nvPr></p:nvSpPr><p:spPr>{properties}</p:spPr>{body}</p:sp>"
    )


def _box(rect: Rect) -> str:
    return f'{place(rect)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'


def _levels(theme: Theme) -> str:
    """Twelve points, as PowerPoint's own, with room between paragraphs so that a speaker finds the place."""
    families = (theme.heading_family, theme.body_family)
    return "".join(
        level_properties(
            f"a:lvl{n}pPr",
            ParagraphStyle(theme.body_family, 12.0, space_before=4.0, indent=36.0 * (n - 1), leftward=theme.leftward),
            *families,
        )
        for n in range(1, LEVELS + 1)
    )
