"""A theme's slide master and its layouts: all places, sizes, colours and bullets that slides inherit."""

from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from hornbook.ooxml import XML_DECLARATION, escape
from hornbook.render.pptx.frames import TITLES, placeholder_xml
from hornbook.render.pptx.shapes import shape_xml
from hornbook.render.pptx.styles import LEVELS, SHOWN_LEVELS, body_properties, level_properties, list_levels
from hornbook.render.pptx.text import NUMBER_FIELD
from hornbook.render.pptx.xml import NAMESPACES, place, solid
from hornbook.theme.model import Layout, Placeholder, PlaceholderType, Theme
from hornbook.typeset.text import ParagraphStyle

EMPTY_TREE = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
"""What every shape tree begins with."""

COLOUR_MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
    'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)
INVERSE_MAP = COLOUR_MAP.replace('bg1="lt1" tx1="dk1"', 'bg1="dk1" tx1="lt1"')
"""Light words on a dark ground, as PowerPoint's own dark background styles have them."""
INHERITED_COLOURS = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"

FIRST_LAYOUT_ID = 2147483649
"""Ids of masters and layouts share one range, which begins at 2147483648 (ECMA-376 Part 1 §19.7.17)."""

_PROMPTS: dict[PlaceholderType, str] = {
    "title": "Click to edit Master title style",
    "ctrTitle": "Click to edit Master title style",
    "subTitle": "Click to edit Master subtitle style",
    "pic": "Click icon to add picture",
    "tbl": "Click icon to add table",
    "chart": "Click icon to add chart",
}
_BODY_PROMPT = "Click to edit Master text styles"
_DEEPER = ("Second level", "Third level", "Fourth level", "Fifth level")
_MASTER_INDEX: dict[PlaceholderType, int] = {"title": 0, "body": 1, "dt": 2, "ftr": 3, "sldNum": 4}


class Ground(Struct, frozen=True):
    """What the layouts of a deck have in common."""

    families: tuple[str, str]
    """Of headings and of the body."""
    leftward: bool
    language: str
    footer: str
    """Words in the footers of layouts, which a new slide takes over. LibreOffice forgets the style of a footer without words."""
    autofit: bool = True


def master_xml(theme: Theme, ground: Ground, layout_ids: list[str]) -> str:
    """The slide master: title, body and furniture as the plainest layout has them, and the text styles of the theme."""
    boxes = _master_boxes(theme)
    shapes = [placeholder_shape(box, id, ground) for id, box in enumerate(boxes, 2)]
    layouts = "".join(
        f'<p:sldLayoutId id="{FIRST_LAYOUT_ID + number}" r:id="{id}"/>' for number, id in enumerate(layout_ids)
    )
    return (
        f"{XML_DECLARATION}<p:sldMaster {NAMESPACES}><p:cSld>{_background('paper')}"
        f"<p:spTree>{EMPTY_TREE}{''.join(shapes)}</p:spTree></p:cSld>"
        f"{INVERSE_MAP if theme.inverse else COLOUR_MAP}"
        f'<p:sldLayoutIdLst>{layouts}</p:sldLayoutIdLst><p:hf hdr="0" dt="0"/>'
        f"<p:txStyles>{_text_styles(boxes, theme, ground)}</p:txStyles></p:sldMaster>"
    )


@lru_cache(maxsize=128)
def layout_xml(layout: Layout, ground: Ground) -> str:
    """A named layout: its decoration behind, then its placeholders in reading order. Remembered from deck to deck."""
    drawn = [shape_xml(shape, id, ground.language, ground.families) for id, shape in enumerate(layout.shapes, 2)]
    after = 2 + len(drawn)
    boxes = [placeholder_shape(box, id, ground) for id, box in enumerate(layout.placeholders, after)]
    kind = 'userDrawn="1"' if layout.office_type == "cust" else f'type="{escape(layout.office_type)}"'
    background = "" if layout.background == "paper" else _background(layout.background)
    return (
        f'{XML_DECLARATION}<p:sldLayout {NAMESPACES} {kind} preserve="1"><p:cSld name="{escape(layout.name)}">{background}'
        f"<p:spTree>{EMPTY_TREE}{''.join(drawn)}{''.join(boxes)}</p:spTree></p:cSld>{INHERITED_COLOURS}</p:sldLayout>"
    )


def default_levels(theme: Theme) -> str:
    """Levels of text that belongs to no placeholder: table cells, and what a teacher adds."""
    plain = ParagraphStyle(theme.body_family, 18.0, leftward=theme.leftward)
    return "".join(
        level_properties(f"a:lvl{n}pPr", replace(plain, indent=36.0 * (n - 1)), theme.heading_family, theme.body_family)
        for n in range(1, LEVELS + 1)
    )


def _background(name: str) -> str:
    return f"<p:bg><p:bgPr>{solid(name)}<a:effectLst/></p:bgPr></p:bg>"


def _master_boxes(theme: Theme) -> list[Placeholder]:
    """The five placeholders of a master, as the layout `Title and Content` has them."""
    model = theme.layouts["Title and Content"]
    found: dict[PlaceholderType, Placeholder] = {}
    for box in model.placeholders:
        type: PlaceholderType = "body" if box.type == "obj" else box.type
        if type in _MASTER_INDEX and (type != "body" or box.key == "body"):
            found[type] = replace(box, type=type, index=_MASTER_INDEX[type], prompt="")
    return [found[type] for type in _MASTER_INDEX if type in found]


def placeholder_shape(box: Placeholder, id: int, ground: Ground) -> str:
    """A placeholder of a layout or a master, with everything that slides inherit from it."""
    styles = box.levels or (ParagraphStyle(ground.families[1], 16.0, leftward=ground.leftward),)
    count = SHOWN_LEVELS if box.type in {"body", "obj"} else 1
    levels = f"<a:lstStyle>{list_levels(styles, count, ground.families)}</a:lstStyle>"
    custom = ' hasCustomPrompt="1"' if box.prompt else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="{escape(box.name)}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr>{placeholder_xml(box, custom)}</p:nvPr></p:nvSpPr>"
        f'<p:spPr>{place(box.rect)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f"<p:txBody>{body_properties(box.insets, box.anchor, autofit=ground.autofit)}{levels}"
        f"{_prompt(box, ground)}</p:txBody></p:sp>"
    )


def _prompt(box: Placeholder, ground: Ground) -> str:
    lang = escape(ground.language)
    if box.type == "sldNum":
        field = f'<a:fld id="{NUMBER_FIELD}" type="slidenum"><a:rPr lang="{lang}"/><a:t>‹#›</a:t></a:fld>'
        return f'<a:p>{field}<a:endParaRPr lang="{lang}"/></a:p>'
    if box.type in {"ftr", "dt"}:
        words = ground.footer if box.type == "ftr" else ""
        run = f'<a:r><a:rPr lang="{lang}"/><a:t>{escape(words)}</a:t></a:r>' if words else ""
        return f'<a:p>{run}<a:endParaRPr lang="{lang}"/></a:p>'
    first = box.prompt or _PROMPTS.get(box.type, _BODY_PROMPT)
    deeper = _DEEPER[: len(box.levels) - 1] if box.type in {"body", "obj"} else ()
    lines = [
        f'<a:pPr lvl="{level}"/><a:r><a:rPr lang="{lang}"/><a:t>{escape(line)}</a:t></a:r>'
        for level, line in enumerate((first, *deeper))
    ]
    return "".join(f"<a:p>{line}</a:p>" for line in lines[:-1]) + f'<a:p>{lines[-1]}<a:endParaRPr lang="{lang}"/></a:p>'


def _text_styles(boxes: list[Placeholder], theme: Theme, ground: Ground) -> str:
    title = next(box for box in boxes if box.type in TITLES)
    body = next((box for box in boxes if box.type == "body"), title)
    return (
        f"<p:titleStyle>{list_levels(title.levels, 1, ground.families)}</p:titleStyle>"
        f"<p:bodyStyle>{list_levels(body.levels, LEVELS, ground.families)}</p:bodyStyle>"
        f"<p:otherStyle>{default_levels(theme)}</p:otherStyle>"
    )
