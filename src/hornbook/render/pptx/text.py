"""Paragraphs of a slide: the words, their language, and what they mean. How they look, the layout says.

A run carries `lang`, bold for strong words, italic for emphasis, bold and the theme's colour for key words, a raised or
lowered baseline, a link, `noProof` for code (a typewriter face would be wider than what was measured): nothing else. A paragraph carries its list level, and `startAt`
where a numbered list goes on from the slide before: DrawingML has no other place for that number.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache

from msgspec import Struct

from hornbook.ooxml import escape
from hornbook.render.pptx.styles import NUMBERING
from hornbook.render.pptx.xml import solid, stable_guid
from hornbook.source.runs import Run
from hornbook.typeset.text import Paragraph, ParagraphStyle

_BASELINES = {"": "", "sub": ' baseline="-25000"', "super": ' baseline="30000"'}
_OWN_COLOUR = (
    '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}">'
    '<ahyp:hlinkClr xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/>'
    "</a:ext></a:extLst>"
)
"""A link in the colour of its run: on a dark slide the theme's one link colour could not be read."""

_FOOT = '<a:p><a:pPr algn="r" rtl="1"/>'
NUMBER_FIELD = stable_guid("slide number")


def no_links(url: str) -> str:
    """For places that hold no links."""
    del url
    return ""


class Setting(Struct, frozen=True):
    """What the words of one part have in common."""

    language: str
    link: Callable[[str], str] = no_links
    """From where a run leads to the attributes of its `a:hlinkClick`; empty where it leads nowhere."""
    link_colours: frozenset[str] = frozenset({"link"})
    """Palette names with the value of the theme's link colour: links in these need no colour of their own."""


def text_body(paragraphs: Sequence[Paragraph], setting: Setting, scale: float = 1.0, *, foot: bool = False) -> str:
    """`p:txBody` of a placeholder: everything but words and meaning is inherited.

    At the `foot` of a slide lines say that they run to the left: LibreOffice does not read there what the layout says.
    In a school's template, which has no denser layout, `scale` says how much smaller than there the words are.
    """
    starts = list_starts(paragraphs)
    inner = [paragraph_xml(paragraph, setting, start) for paragraph, start in zip(paragraphs, starts, strict=True)]
    if foot:
        inner = [
            _FOOT + each.removeprefix("<a:p>") if one.style.leftward else each
            for one, each in zip(paragraphs, inner, strict=True)
        ]
    body = _scaled_body(scale) if scale != 1.0 else "<a:bodyPr/>"
    return f"<p:txBody>{body}<a:lstStyle/>{''.join(inner) or paragraph_end(setting)}</p:txBody>"


def _scaled_body(scale: float) -> str:
    return f'<a:bodyPr><a:normAutofit fontScale="{round(scale * 100000)}"/></a:bodyPr>'


def paragraph_xml(paragraph: Paragraph, setting: Setting, start: int = 0) -> str:
    """One paragraph; `start` is the number at which its list begins, 0 where that is 1."""
    style = paragraph.style
    runs = "".join([run_xml(run, style, setting) for run in paragraph.runs if run.text])
    return f"<a:p>{_paragraph_properties(paragraph, start)}{runs}{end_xml(setting.language)}</a:p>"


def paragraph_end(setting: Setting) -> str:
    """A paragraph without words, for a body that must have one."""
    return f"<a:p>{end_xml(setting.language)}</a:p>"


def number_body(number: int, setting: Setting) -> str:
    """The slide's number, as a field that follows when slides are moved."""
    properties = f'<a:rPr lang="{escape(setting.language)}"/>'
    field = f'<a:fld id="{NUMBER_FIELD}" type="slidenum">{properties}<a:t>{number}</a:t></a:fld>'
    return f"<p:txBody><a:bodyPr/><a:lstStyle/><a:p>{field}{end_xml(setting.language)}</a:p></p:txBody>"


def run_xml(run: Run, style: ParagraphStyle, setting: Setting, format: str = "") -> str:
    """One run, or a line break; `format` is what a run outside placeholders must say about itself (`sz="1600"`)."""
    properties = _run_begin(run.language or setting.language) + format
    if run.text == "\n":
        return f"<a:br>{properties}/></a:br>"
    properties += ' b="1"' if run.strong or run.key else ""
    properties += (' i="1"' if run.emphasis else "") + (' noProof="1"' if run.code else "") + _BASELINES[run.script]
    inner = ""
    if run.key or run.strong or run.link:
        inner = _colour(run, style, setting) + _link(run, style, setting)
    properties += f">{inner}</a:rPr>" if inner else "/>"
    # LibreOffice lets what follows a tab end at the stop where lines run to the left: a space keeps it off what is before.
    text = run.text.replace("\t", " \t") if style.leftward else run.text
    return f"<a:r>{properties}<a:t>{escape(text)}</a:t></a:r>"


@lru_cache(maxsize=64)
def end_xml(language: str, format: str = "") -> str:
    """The end of a paragraph, which says in what language a teacher goes on writing."""
    return f'<a:endParaRPr lang="{escape(language)}"{format}/>'


@lru_cache(maxsize=64)
def _run_begin(language: str) -> str:
    return f'<a:rPr lang="{escape(language)}"'


def list_starts(paragraphs: Sequence[Paragraph]) -> list[int]:
    """For each paragraph the number at which its list starts, where that is not 1; otherwise 0.

    PowerPoint counts the paragraphs of one level; one of a higher level or without a number ends the count, deeper ones do not.
    """
    if not any(paragraph.label for paragraph in paragraphs):
        return [0] * len(paragraphs)
    starts: list[int] = []
    first_of_level: dict[int, int] = {}
    for paragraph in paragraphs:
        level, number = paragraph.level, _number(paragraph)
        first_of_level = {deep: first for deep, first in first_of_level.items() if deep <= level}
        if number == 0:
            first_of_level.pop(level, None)
        else:
            first_of_level.setdefault(level, number)
        first = first_of_level.get(level, 0)
        starts.append(first if first != 1 else 0)
    return starts


def _number(paragraph: Paragraph) -> int:
    """The number that a label says (`3.` or `C`), or 0 where the paragraph is not numbered."""
    label = paragraph.label.strip(".() ")
    if paragraph.style.bullet == "number":
        return int(label) if label.isdecimal() else 0
    if paragraph.style.bullet == "letter":
        return ord(label.upper()) - ord("A") + 1 if len(label) == 1 and label.isalpha() else 0
    return 0


def _paragraph_properties(paragraph: Paragraph, start: int) -> str:
    level = f' lvl="{paragraph.level}"' if paragraph.level else ""
    if start:
        scheme = NUMBERING[paragraph.style.bullet]
        return f'<a:pPr{level}><a:buFont typeface="+mj-lt"/><a:buAutoNum type="{scheme}" startAt="{start}"/></a:pPr>'
    return f"<a:pPr{level}/>" if level else ""


def _colour(run: Run, style: ParagraphStyle, setting: Setting) -> str:
    """The colour that a meaning has; none where it is the text's own or comes with the link."""
    name = style.key_colour if run.key else style.strong_colour if run.strong else ""
    if run.link and not name and style.link_colour not in setting.link_colours:
        name = style.link_colour
    return solid(name) if name and name != style.colour else ""


def _link(run: Run, style: ParagraphStyle, setting: Setting) -> str:
    target = setting.link(run.link) if run.link else ""
    if not target:
        return ""
    plain = style.link_colour in setting.link_colours and not run.key
    return f"<a:hlinkClick {target}/>" if plain else f"<a:hlinkClick {target}>{_OWN_COLOUR}</a:hlinkClick>"
