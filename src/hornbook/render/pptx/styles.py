"""Paragraph styles as the list levels of a placeholder (`a:lstStyle`, ECMA-376 Part 1 §21.1.2.4): real sizes in points.

Slides inherit all of this; nothing of it is written there.
"""

from functools import lru_cache

from hornbook.ooxml import escape
from hornbook.render.pptx.xml import emu, hundredths, scheme_colour, solid
from hornbook.tags import question_mark
from hornbook.theme.model import Anchor
from hornbook.typeset.text import Bullet, ParagraphStyle
from hornbook.units import Insets

_ANCHORS: dict[Anchor, str] = {"top": "t", "middle": "ctr", "bottom": "b"}
_ALIGN = {"left": "l", "center": "ctr", "right": "r"}
_TURNED = {"left": "r", "center": "ctr", "right": "l"}
"""Where lines that run from right to left stand: `algn` means the slide's own left and right."""
_ARIAL = '<a:buFont typeface="Arial"/>'
_WINGDINGS = '<a:buFont typeface="Wingdings" pitchFamily="2" charset="2"/>'
"""Where PowerPoint's own tick comes from; Arial has none."""

_BULLETS: dict[Bullet, str] = {
    "": "<a:buNone/>",
    "disc": f'{_ARIAL}<a:buChar char="&#8226;"/>',
    "dash": f'{_ARIAL}<a:buChar char="&#8211;"/>',
    "square": f'{_ARIAL}<a:buChar char="&#9642;"/>',
    "number": '<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"/>',
    "letter": '<a:buFont typeface="+mj-lt"/><a:buAutoNum type="alphaUcPeriod"/>',
    "check": f'{_WINGDINGS}<a:buChar char="&#252;"/>',
}

_BULLET_SIZES: dict[Bullet, int] = {"square": 120}
"""Per cent of the text's size, where a bullet would be smaller than the one that is drawn in print."""

NUMBERING: dict[Bullet, str] = {"number": "arabicPeriod", "letter": "alphaUcPeriod"}

LEVELS, SHOWN_LEVELS = 9, 5
"""PowerPoint's list levels, and those that it writes into layouts; a theme describes the first one to three."""


def body_properties(insets: Insets, anchor: Anchor, *, autofit: bool = True) -> str:
    """`a:bodyPr` of a layout. With `autofit` text shrinks when a teacher types more; what we wrote fits as it is."""
    sides = zip("ltrb", (insets.left, insets.top, insets.right, insets.bottom), strict=True)
    edges = " ".join(f'{side}Ins="{emu(points)}"' for side, points in sides)
    fit = "<a:normAutofit/>" if autofit else "<a:noAutofit/>"
    return f'<a:bodyPr vert="horz" wrap="square" {edges} rtlCol="0" anchor="{_ANCHORS[anchor]}">{fit}</a:bodyPr>'


@lru_cache(maxsize=512)
def list_levels(styles: tuple[ParagraphStyle, ...], count: int, families: tuple[str, str]) -> str:
    """`count` list levels: those given, the last one standing for all below it."""
    levels = (styles + styles[-1:] * count)[:count]
    return "".join(level_properties(f"a:lvl{n}pPr", style, *families) for n, style in enumerate(levels, 1))


def level_properties(tag: str, style: ParagraphStyle, heading: str, body: str) -> str:
    """One list level. Spacing is in points, line spacing in per cent: exact pitches draw too large in Google Slides."""
    left, indent = emu(style.indent), -emu(style.hanging)
    align = (_TURNED if style.leftward else _ALIGN)[style.align]
    return (
        f'<{tag} marL="{left}" indent="{indent}" algn="{align}" defTabSz="914400" rtl="{style.leftward:d}" '
        f'eaLnBrk="1" latinLnBrk="0" hangingPunct="1">'
        f'<a:lnSpc><a:spcPct val="{round(style.line_spacing * 100000)}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{hundredths(style.space_before)}"/></a:spcBef>'
        f'<a:spcAft><a:spcPts val="{hundredths(style.space_after)}"/></a:spcAft>'
        f"{_bullet(style)}{_tabs(style)}{run_defaults(style, heading, body)}</{tag}>"
    )


def run_defaults(style: ParagraphStyle, heading: str, body: str, tag: str = "a:defRPr") -> str:
    """Size, weight, colour and face. `kern="0"` because slides are measured without kerning."""
    return (
        f'<{tag} sz="{hundredths(style.size)}" b="{style.bold:d}" i="{style.italic:d}" kern="0">'
        f"{solid(style.colour)}{faces(style.family, heading, body)}</{tag}>"
    )


def faces(family: str, heading: str, body: str) -> str:
    """The theme's body or heading font by name, so that a change of the theme's fonts reaches it; else the family."""
    kind = "mn" if family == body else "mj" if family == heading else ""
    if not kind:
        return f'<a:latin typeface="{escape(family)}"/>'
    return f'<a:latin typeface="+{kind}-lt"/><a:ea typeface="+{kind}-ea"/><a:cs typeface="+{kind}-cs"/>'


def _bullet(style: ParagraphStyle) -> str:
    """A bullet with everything said: what a layout leaves out it would inherit from the master's other bullet."""
    if not style.bullet:
        return _BULLETS[""]
    colour = f"<a:buClr>{scheme_colour(style.bullet_colour)}</a:buClr>" if style.bullet_colour else "<a:buClrTx/>"
    size = _BULLET_SIZES.get(style.bullet, 100) * 1000
    if style.bullet == "question":
        mark = f'{_ARIAL}<a:buChar char="{question_mark(style.language)}"/>'
    else:
        mark = _BULLETS[style.bullet]
    return f'{colour}<a:buSzPct val="{size}"/>{mark}'


def _tabs(style: ParagraphStyle) -> str:
    if not style.tabs:
        return ""
    return "<a:tabLst>" + "".join(f'<a:tab pos="{emu(stop)}" algn="l"/>' for stop in style.tabs) + "</a:tabLst>"
