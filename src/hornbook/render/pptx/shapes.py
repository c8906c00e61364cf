"""Drawn shapes, of a layout or of a slide, as autoshapes and custom geometry without the theme's effects."""

import re
from collections.abc import Iterator

from hornbook.ooxml import escape
from hornbook.plan.page import ShapeBox
from hornbook.render.pptx.styles import level_properties
from hornbook.render.pptx.xml import DECORATIVE, emu, fill, place, scheme_colour, solid
from hornbook.theme.model import Shape
from hornbook.units import Rect

_PATH_TOKEN = re.compile(r"[MLCZ]|-?\d*\.?\d+(?:[eE][-+]?\d+)?")
_PATH_TAGS = {"M": ("moveTo", 1), "L": ("lnTo", 1), "C": ("cubicBezTo", 3)}
_PRESETS = {"rect": "rect", "ellipse": "ellipse", "line": "line"}
_KINDS = {
    "rect": "Rectangle",
    "round-rect": "Rounded rectangle",
    "ellipse": "Circle",
    "line": "Line",
    "path": "Drawing",
}
_NO_TEXT = (
    '<p:txBody><a:bodyPr rtlCol="0" anchor="ctr"/><a:lstStyle/><a:p><a:endParaRPr lang="{lang}"/></a:p></p:txBody>'
)


def shape_xml(shape: Shape | ShapeBox, id: int, language: str, families: tuple[str, str], name: str = "") -> str:
    """A decorative shape: it says nothing to a screen reader. In a layout it is `userDrawn`, as PowerPoint marks its own."""
    own = shape.name.capitalize() if isinstance(shape, Shape) else ""
    name = name or own or f"{_KINDS[shape.kind]} {id}"
    head = f'<p:cNvPr id="{id}" name="{escape(name)}">{DECORATIVE}</p:cNvPr>'
    drawn = '<p:nvPr userDrawn="1"/>' if isinstance(shape, Shape) else "<p:nvPr/>"
    properties = f"<p:spPr>{_geometry(shape)}{_paint(shape)}<a:effectLst/></p:spPr>"
    if shape.kind == "line":
        return f"<p:cxnSp><p:nvCxnSpPr>{head}<p:cNvCxnSpPr/>{drawn}</p:nvCxnSpPr>{properties}</p:cxnSp>"
    words = _words(shape, language, families)
    return f"<p:sp><p:nvSpPr>{head}<p:cNvSpPr/>{drawn}</p:nvSpPr>{properties}{words}</p:sp>"


def _geometry(shape: Shape | ShapeBox) -> str:
    flip = isinstance(shape, ShapeBox) and shape.line_up
    where = place(shape.rect, flip=flip)
    if shape.kind == "path":
        return where + _custom_geometry(shape.path, shape.rect)
    if shape.kind == "round-rect":
        side = min(shape.rect.width, shape.rect.height) or 1.0
        adjust = min(50000, round(shape.corner / side * 100000))
        return f'{where}<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val {adjust}"/></a:avLst></a:prstGeom>'
    return f'{where}<a:prstGeom prst="{_PRESETS[shape.kind]}"><a:avLst/></a:prstGeom>'


def _custom_geometry(path: str, rect: Rect) -> str:
    """An SVG path of the unit square in EMU of its box."""
    tokens = iter(_PATH_TOKEN.findall(path))
    commands = [_path_command(token, tokens, rect) for token in tokens]
    size = f'w="{emu(rect.width)}" h="{emu(rect.height)}"'
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f"<a:pathLst><a:path {size}>{''.join(commands)}</a:path></a:pathLst></a:custGeom>"
    )


def _path_command(letter: str, tokens: Iterator[str], rect: Rect) -> str:
    if letter == "Z":
        return "<a:close/>"
    tag, points = _PATH_TAGS[letter]
    inner = "".join(
        f'<a:pt x="{emu(float(next(tokens)) * rect.width)}" y="{emu(float(next(tokens)) * rect.height)}"/>'
        for _ in range(points)
    )
    return f"<a:{tag}>{inner}</a:{tag}>"


def _paint(shape: Shape | ShapeBox) -> str:
    return ("" if shape.kind == "line" else _inside(shape)) + _outline(shape)


def _inside(shape: Shape | ShapeBox) -> str:
    if isinstance(shape, ShapeBox) and shape.hatch and shape.fill:
        front, back = scheme_colour(shape.fill), scheme_colour("paper")
        return f'<a:pattFill prst="wdUpDiag"><a:fgClr>{front}</a:fgClr><a:bgClr>{back}</a:bgClr></a:pattFill>'
    return fill(shape.fill)


def _outline(shape: Shape | ShapeBox) -> str:
    if not shape.stroke:
        return "<a:ln><a:noFill/></a:ln>"
    dash = '<a:prstDash val="dash"/>' if shape.dash else ""
    return f'<a:ln w="{emu(shape.stroke_width)}">{solid(shape.stroke)}{dash}</a:ln>'


def _words(shape: Shape | ShapeBox, language: str, families: tuple[str, str]) -> str:
    """A numeral or letter that is part of a layout's drawing, centred in it as it is measured."""
    style = shape.text_style if isinstance(shape, Shape) else None
    if not isinstance(shape, Shape) or not shape.text or style is None:
        return _NO_TEXT.format(lang=escape(language))
    format = level_properties("a:lvl1pPr", style, *families)
    return (
        '<p:txBody><a:bodyPr vert="horz" wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="ctr">'
        f"<a:noAutofit/></a:bodyPr><a:lstStyle>{format}</a:lstStyle><a:p><a:r>"
        f'<a:rPr lang="{escape(language)}"/><a:t>{escape(shape.text)}</a:t></a:r></a:p></p:txBody>'
    )
