"""What a deck says about itself and how it opens: document properties without a clock, and the settings parts.

`dcterms:created` and `modified` are left out: both are optional (ECMA-376 Part 2 §11), the time of a build must not reach
an output, and an invented date would be untrue. PowerPoint adds its own when someone saves.
"""

from hornbook.ooxml import XML_DECLARATION, escape
from hornbook.plan.deck import Deck
from hornbook.render.pptx.xml import DRAWING, NAMESPACES, emu, scheme_colour, solid, stable_guid
from hornbook.units import Size

TABLE_STYLE = stable_guid("table style")

HEADER_RULE, ROW_RULE = 1.5, 0.75
"""Of tables, in points, as in print."""

_FORMATS = {
    (960, 540): "Widescreen",
    (720, 540): "On-screen Show (4:3)",
    (720, 450): "On-screen Show (16:10)",
    (720, 405): "On-screen Show (16:9)",
}
"""By points."""


def core_xml(deck: Deck) -> str:
    """Title, authors, subject, keywords and language: what a school's library or a screen reader asks for."""
    fields = (
        ("dc:title", deck.title),
        ("dc:subject", deck.subject),
        ("dc:creator", "; ".join(deck.authors)),
        ("cp:keywords", ", ".join(deck.keywords)),
        ("dc:description", deck.subtitle),
        ("dc:language", deck.language),
    )
    inner = "".join(f"<{name}>{escape(value)}</{name}>" for name, value in fields if value)
    return (
        f"{XML_DECLARATION}<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/">{inner}</cp:coreProperties>'
    )


def app_xml(deck: Deck, notes: int) -> str:
    """Counts only: no program, company, template or time spent editing."""
    hidden = sum(slide.hidden for slide in deck.slides)
    return (
        f'{XML_DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<PresentationFormat>{_format(deck.theme.size)}</PresentationFormat><Slides>{len(deck.slides)}</Slides>"
        f"<Notes>{notes}</Notes><HiddenSlides>{hidden}</HiddenSlides></Properties>"
    )


def _format(size: Size) -> str:
    """The size of slides as PowerPoint calls it."""
    return _FORMATS.get((round(size.width), round(size.height)), "Custom")


def presentation_properties_xml() -> str:
    """Settings of the show and of printing, all left as PowerPoint has them."""
    return f"{XML_DECLARATION}<p:presentationPr {NAMESPACES}/>"


def view_properties_xml() -> str:
    """Opens in the normal view with room for the notes, on a grid of a twelfth of an inch."""
    return (
        f'{XML_DECLARATION}<p:viewPr {NAMESPACES}><p:normalViewPr><p:restoredLeft sz="15620"/><p:restoredTop sz="78000"/>'
        '</p:normalViewPr><p:notesTextViewPr><p:cViewPr><p:scale><a:sx n="1" d="1"/><a:sy n="1" d="1"/></p:scale>'
        '<p:origin x="0" y="0"/></p:cViewPr></p:notesTextViewPr><p:gridSpacing cx="76200" cy="76200"/></p:viewPr>'
    )


def table_styles_xml(rule: str) -> str:
    """Our one table style: a bold header over a strong rule, thin rules of that colour between rows, nothing that grey could lose."""
    rows = _border("bottom", ROW_RULE, rule) + _border("insideH", ROW_RULE, rule)
    return (
        f'{XML_DECLARATION}<a:tblStyleLst {DRAWING} def="{TABLE_STYLE}">'
        f'<a:tblStyle styleId="{TABLE_STYLE}" styleName="Ruled">'
        f"<a:wholeTbl>{_cell_text()}<a:tcStyle><a:tcBdr>{rows}</a:tcBdr><a:fill><a:noFill/></a:fill></a:tcStyle></a:wholeTbl>"
        f"<a:firstCol>{_cell_text(bold=True)}<a:tcStyle><a:tcBdr/></a:tcStyle></a:firstCol>"
        f"<a:firstRow>{_cell_text(bold=True)}<a:tcStyle><a:tcBdr>{_border('bottom', HEADER_RULE, 'ink')}</a:tcBdr>"
        "</a:tcStyle></a:firstRow></a:tblStyle></a:tblStyleLst>"
    )


def _cell_text(*, bold: bool = False) -> str:
    weight = ' b="on"' if bold else ""
    return f'<a:tcTxStyle{weight}><a:fontRef idx="minor"/>{scheme_colour("ink")}</a:tcTxStyle>'


def _border(side: str, points: float, colour: str) -> str:
    return f'<a:{side}><a:ln w="{emu(points)}" cmpd="sng">{solid(colour)}</a:ln></a:{side}>'
