"""A theme as `theme1.xml`: its palette as the colour scheme, its families as the font scheme, and no effects at all.

Autoshapes take shadow and gradient from the effects of a theme, so ours are plain (ECMA-376 Part 1 §20.1.6.9).
"""

from hornbook.ooxml import XML_DECLARATION, escape
from hornbook.render.pptx.xml import DRAWING
from hornbook.tags import is_leftward, subtags
from hornbook.theme.model import PALETTE_SLOTS, Theme

_SLOT_ORDER = (
    "dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink",
)  # fmt: skip

_EAST_ASIAN = {
    "zh": "Microsoft YaHei",
    "zh-Hant": "Microsoft JhengHei",
    "ja": "Meiryo",
    "ko": "Malgun Gothic",
}
"""Sans-serif families that Office brings for East Asian languages; ours are drawn with Noto Sans CJK, whose lines are higher."""
_OF_TRADITION = frozenset({"TW", "HK", "MO"})

_PLAIN_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'

_EFFECTS = (
    "<a:fillStyleLst>" + _PLAIN_FILL * 3 + "</a:fillStyleLst><a:lnStyleLst>"
    + "".join(
        f'<a:ln w="{width}" cap="flat" cmpd="sng" algn="ctr">{_PLAIN_FILL}<a:prstDash val="solid"/></a:ln>'
        for width in (9525, 19050, 28575)
    )
    + "</a:lnStyleLst><a:effectStyleLst>" + "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    + "</a:effectStyleLst><a:bgFillStyleLst>" + _PLAIN_FILL * 3 + "</a:bgFillStyleLst>"
)  # fmt: skip


def theme_xml(theme: Theme, name: str = "") -> str:
    """The theme part; masters of notes and handouts carry the same theme under a name of their own."""
    title = escape(name or theme.title)
    return (
        f'{XML_DECLARATION}<a:theme {DRAWING} name="{title}"><a:themeElements>'
        f'<a:clrScheme name="{title}">{_colours(theme)}</a:clrScheme>'
        f'<a:fontScheme name="{title}"><a:majorFont>{_font(theme.heading_family, theme.language)}</a:majorFont>'
        f"<a:minorFont>{_font(theme.body_family, theme.language)}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Plain">{_EFFECTS}</a:fmtScheme>'
        "</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )


def _colours(theme: Theme) -> str:
    of_slot = {slot: theme.colour(name).lstrip("#").upper() for name, slot in PALETTE_SLOTS.items()}
    if theme.inverse:  # the dark colour stays `dk1`: the master's colour map makes it the ground
        of_slot["dk1"], of_slot["lt1"] = of_slot["lt1"], of_slot["dk1"]
    return "".join(f'<a:{slot}><a:srgbClr val="{of_slot[slot]}"/></a:{slot}>' for slot in _SLOT_ORDER)


def _font(family: str, language: str) -> str:
    """The family for Latin words, and the one that Office has for the script of the language."""
    name, script, region = subtags(language)
    traditional = name == "zh" and (script == "Hant" or region in _OF_TRADITION)
    east = _EAST_ASIAN.get("zh-Hant" if traditional else name, "")
    complex_script = family if is_leftward(language) else ""
    return f'<a:latin typeface="{escape(family)}"/><a:ea typeface="{east}"/><a:cs typeface="{escape(complex_script)}"/>'
