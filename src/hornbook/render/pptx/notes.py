"""Speaker notes of a slide as its notes page: paragraphs, lists, emphasis, and cues in bold."""

from collections.abc import Sequence

from hornbook.ooxml import XML_DECLARATION
from hornbook.plan.deck import NoteParagraph
from hornbook.render.pptx.master import EMPTY_TREE, INHERITED_COLOURS
from hornbook.render.pptx.text import Setting, end_xml, number_body, run_xml
from hornbook.render.pptx.xml import NAMESPACES
from hornbook.source.runs import Run
from hornbook.typeset.text import ParagraphStyle

_STYLE = ParagraphStyle("", 12.0, key_colour="", link_colour="link")
"""Notes are printed: no meaning of theirs has a colour."""

_LISTS = {
    "": "",
    "disc": '<a:pPr marL="171450" indent="-171450"><a:buFont typeface="Arial"/><a:buChar char="&#8226;"/></a:pPr>',
    "number": '<a:pPr marL="228600" indent="-228600"><a:buFont typeface="+mj-lt"/>'
    '<a:buAutoNum type="arabicPeriod"/></a:pPr>',
}
_IMAGE = (
    '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide Image Placeholder 1"/><p:cNvSpPr>'
    '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr>'
    "</p:nvSpPr><p:spPr/></p:sp>"
)
_BODY = (
    '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes Placeholder 2"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
    '<p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/>'
)
_NUMBER = (
    '<p:sp><p:nvSpPr><p:cNvPr id="4" name="Slide Number Placeholder 3"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
    '<p:nvPr><p:ph type="sldNum" sz="quarter" idx="5"/></p:nvPr></p:nvSpPr><p:spPr/>'
)
_HEAD = f"{XML_DECLARATION}<p:notes {NAMESPACES}><p:cSld><p:spTree>{EMPTY_TREE}{_IMAGE}{_BODY}"


def notes_xml(paragraphs: Sequence[NoteParagraph], number: int, setting: Setting) -> str:
    """The notes page of slide `number`."""
    inner = "".join(_paragraph(paragraph, setting) for paragraph in paragraphs)
    return (
        f"{_HEAD}<p:txBody><a:bodyPr/><a:lstStyle/>{inner}</p:txBody></p:sp>"
        f"{_NUMBER}{number_body(number, setting)}</p:sp></p:spTree></p:cSld>{INHERITED_COLOURS}</p:notes>"
    )


def _paragraph(paragraph: NoteParagraph, setting: Setting) -> str:
    cue = run_xml(Run(f"{paragraph.cue}: ", strong=True), _STYLE, setting) if paragraph.cue else ""
    runs = "".join(run_xml(run, _STYLE, setting) for run in paragraph.runs if run.text)
    return f"<a:p>{_LISTS[paragraph.bullet]}{cue}{runs}{end_xml(setting.language)}</a:p>"
