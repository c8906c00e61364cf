"""What a template shows behind every slide of a layout: its background, its master's shapes, its own; as far as paper can draw it.

Solid colours, pictures, simple shapes and their words are drawn as they are. Of a gradient the middle colour is taken. Charts,
diagrams, effects, patterns and shapes of other forms are not drawn: the deck has them, its PDF does not.
"""

from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from hornbook.ooxml.reading import Element
from hornbook.source.runs import Run
from hornbook.theme.model import LayoutPicture, LayoutWords, Shape
from hornbook.theme.template.boxes import Master, insets_of, placeholder_of
from hornbook.theme.template.colours import Paint, mixed
from hornbook.theme.template.names import A, P, R, child, children, flag, number, percent, points, rect_of
from hornbook.theme.template.outlines import Frame, outline
from hornbook.theme.template.styles import Look, read_levels
from hornbook.typeset.text import Paragraph
from hornbook.units import Rect, Size

Behind = Shape | LayoutPicture | LayoutWords

MOST_SHAPES = 400
_DEEPEST = 20
_INVISIBLE = 0.03
_THIN = 0.75
_ANCHORS = {"ctr": "middle", "b": "bottom"}


class Backdrop(Struct, frozen=True):
    """Everything behind the words of a layout."""

    colour: str
    """A name of the palette or `#RRGGBB`."""
    drawn: tuple[Behind, ...]
    plain: bool
    """Whether the colour is all there is to the background itself: no picture, no gradient."""


class Sheet(Struct, frozen=True):
    """A master or a layout, with the pictures that its relationships lead to."""

    root: Element
    pictures: Mapping[str, str]
    """Id of a relationship to the digest of its picture."""


class Scene(Struct, frozen=True):
    """What a backdrop is drawn with."""

    look: Look
    theme: Element
    size: Size
    master: Master


def backdrop(master: Sheet, layout: Sheet, scene: Scene) -> Backdrop:
    """The background of a layout, and what its master and the layout itself draw on it."""
    colour, picture, plain = _background(layout, scene) or _background(master, scene) or ("paper", None, True)
    drawing = _Drawing(scene, scene.look.colours.hex(colour))
    drawn = list(drawing.shapes(master)) if flag(layout.root.get("showMasterSp"), default=True) else []
    drawn += drawing.shapes(layout)
    return Backdrop(colour, (*([picture] if picture else ()), *drawn[:MOST_SHAPES]), plain)


def _background(sheet: Sheet, scene: Scene) -> tuple[str, LayoutPicture | None, bool] | None:
    ground = child(sheet.root, f"{P}cSld", f"{P}bg")
    reference = child(ground, f"{P}bgRef")
    if reference is not None:
        return _styled_background(reference, scene)
    properties = child(ground, f"{P}bgPr")
    if properties is None:
        return None
    whole = Rect(0.0, 0.0, scene.size.width, scene.size.height)
    picture = _filling(child(properties, f"{A}blipFill"), whole, sheet)
    paint = _fill_paint(properties, scene)
    plain = picture is None and child(properties, f"{A}solidFill") is not None
    return (_on_white(paint, scene) if paint else "paper"), picture, plain


def _styled_background(reference: Element, scene: Scene) -> tuple[str, LayoutPicture | None, bool]:
    """A background out of the theme's styles, in the colour that the reference gives."""
    own = scene.look.colours.paint(reference)
    index = int(number(reference.get("idx")))
    name, place = ("bgFillStyleLst", index - 1001) if index > 1000 else ("fillStyleLst", index - 1)
    styles = list(children(child(scene.theme, f"{A}themeElements", f"{A}fmtScheme", f"{A}{name}")))
    if not 0 <= place < len(styles):
        return (own.colour if own else "paper"), None, True
    style = styles[place]
    paint = _paint_of(style, scene, own)
    return (_on_white(paint, scene) if paint else "paper"), None, style.tag == f"{A}solidFill"


def _on_white(paint: Paint, scene: Scene) -> str:
    return (
        paint.colour
        if paint.cover > 0.99
        else mixed(Paint(scene.look.colours.hex(paint.colour), paint.cover), "#FFFFFF")
    )


def _fill_paint(properties: Element | None, scene: Scene) -> Paint | None:
    """The colour of the first fill among the children; None where there is none, or it says that there is none."""
    fills = children(properties, f"{A}solidFill", f"{A}gradFill", f"{A}pattFill", f"{A}noFill", f"{A}blipFill")
    fill = next(fills, None)
    return _paint_of(fill, scene, None) if fill is not None else None


def _paint_of(fill: Element, scene: Scene, placeholder: Paint | None) -> Paint | None:
    colours = scene.look.colours
    match str(fill.tag).removeprefix(A):
        case "solidFill":
            return colours.paint(fill, placeholder)
        case "gradFill":
            stops = sorted(children(child(fill, f"{A}gsLst"), f"{A}gs"), key=lambda stop: percent(stop.get("pos"), 0.0))
            return colours.paint(stops[len(stops) // 2], placeholder) if stops else None
        case "pattFill":
            return colours.paint(child(fill, f"{A}bgClr"), placeholder)
        case _:
            return None


def _filling(fill: Element | None, place: Rect, sheet: Sheet) -> LayoutPicture | None:
    """A picture in its place; None where it is not one that paper can draw, or is laid out in tiles."""
    blip = child(fill, f"{A}blip")
    digest = sheet.pictures.get(blip.get(f"{R}embed", "")) if blip is not None else None
    if digest is None or place.width <= 0 or place.height <= 0 or child(fill, f"{A}tile") is not None:
        return None
    source, stretched = child(fill, f"{A}srcRect"), child(fill, f"{A}stretch", f"{A}fillRect")
    left, top, right, bottom = (percent(source.get(side), 0.0) if source is not None else 0.0 for side in "ltrb")
    if stretched is not None:
        sides = {side: percent(stretched.get(side), 0.0) for side in "ltrb"}
        width, height = (1 - sides["l"] - sides["r"]), (1 - sides["t"] - sides["b"])
        place = Rect(
            place.left + place.width * sides["l"], place.top + place.height * sides["t"],
            place.width * max(width, 0.0), place.height * max(height, 0.0),
        )  # fmt: skip
    crop = tuple(max(0.0, min(0.95, part)) for part in (left, top, right, bottom))
    if crop[0] + crop[2] >= 0.98 or crop[1] + crop[3] >= 0.98 or place.width <= 0 or place.height <= 0:
        return None
    return LayoutPicture(place, digest, (crop[0], crop[1], crop[2], crop[3]))


class _Drawing(Struct, frozen=True):
    """The shapes of a master or a layout, one after the other."""

    scene: Scene
    ground: str
    """`#RRGGBB` of the background, which shows through what is not opaque."""

    def shapes(self, sheet: Sheet) -> Iterator[Behind]:
        yield from self._tree(child(sheet.root, f"{P}cSld", f"{P}spTree"), sheet, Frame(), 0)

    def _tree(self, tree: Element | None, sheet: Sheet, frame: Frame, depth: int) -> Iterator[Behind]:
        for element in children(tree) if depth < _DEEPEST else ():
            if _is_hidden(element) or placeholder_of(element) is not None:
                continue
            match str(element.tag).removeprefix(P):
                case "sp" | "cxnSp":
                    yield from self._shape(element, sheet, frame)
                case "pic":
                    yield from self._picture(element, sheet, frame)
                case "grpSp":
                    inner = frame.inner(child(element, f"{P}grpSpPr", f"{A}xfrm"))
                    yield from self._tree(element, sheet, inner, depth + 1)
                case _:
                    pass

    def _picture(self, element: Element, sheet: Sheet, frame: Frame) -> Iterator[Behind]:
        xfrm = child(element, f"{P}spPr", f"{A}xfrm")
        place = rect_of(xfrm)
        if (
            xfrm is None
            or place is None
            or number(xfrm.get("rot"))
            or flag(xfrm.get("flipH"))
            or flag(xfrm.get("flipV"))
        ):
            return
        picture = _filling(child(element, f"{P}blipFill"), frame.rect(place), sheet)
        if picture:
            yield picture

    def _shape(self, element: Element, sheet: Sheet, frame: Frame) -> Iterator[Behind]:
        properties = child(element, f"{P}spPr")
        form = outline(properties, frame)
        if form is not None:
            picture = _filling(child(properties, f"{A}blipFill"), form.rect, sheet)
            fill = "" if form.kind == "line" or picture else self._inside(element, properties)
            stroke, width = self._edge(element, properties)
            if picture and form.kind == "rect":
                yield picture
            if fill or stroke:
                yield Shape(form.kind, form.rect, fill, stroke, width, form.path, corner=form.corner)
        yield from self._words(element, frame)

    def _inside(self, element: Element, properties: Element | None) -> str:
        """The colour of a shape's inside: its own, or that of its style."""
        own = (f"{A}{name}" for name in ("solidFill", "gradFill", "pattFill", "noFill", "blipFill", "grpFill"))
        if next(children(properties, *own), None) is not None:
            return self._seen(_fill_paint(properties, self.scene))
        return self._seen(self._of_style(element, "fillRef"))

    def _edge(self, element: Element, properties: Element | None) -> tuple[str, float]:
        line = child(properties, f"{A}ln")
        width = points(line.get("w"), _THIN) if line is not None else _THIN
        if line is not None and next(children(line, f"{A}solidFill", f"{A}gradFill", f"{A}noFill"), None) is not None:
            colour = self._seen(_fill_paint(line, self.scene))
        else:
            colour = self._seen(self._of_style(element, "lnRef"))
        return (colour, max(width, 0.25)) if colour else ("", 0.0)

    def _of_style(self, element: Element, name: str) -> Paint | None:
        reference = child(element, f"{P}style", f"{A}{name}")
        if reference is None or not int(number(reference.get("idx"))):
            return None
        return self.scene.look.colours.paint(reference)

    def _seen(self, paint: Paint | None) -> str:
        """The colour as it is seen on the background; empty where hardly anything is."""
        if paint is None or paint.cover < _INVISIBLE:
            return ""
        if paint.cover > 0.99:
            return paint.colour
        return mixed(Paint(self.scene.look.colours.hex(paint.colour), paint.cover), self.ground)

    def _words(self, element: Element, frame: Frame) -> Iterator[LayoutWords]:
        """Words that stand on every slide: the name of a school, a motto."""
        body, xfrm = child(element, f"{P}txBody"), child(element, f"{P}spPr", f"{A}xfrm")
        place = rect_of(xfrm)
        if body is None or place is None or xfrm is None or number(xfrm.get("rot")):
            return
        paragraphs = tuple(self._paragraphs(element, body))
        if paragraphs:
            attributes = {str(key): str(words) for key, words in _properties(body).items()}
            if attributes.get("vert", "horz") == "horz":
                rect = frame.rect(place)
                anchor = _ANCHORS.get(attributes.get("anchor", "t"), "top")
                yield LayoutWords(rect, paragraphs, insets_of(attributes, rect), anchor)  # type: ignore[arg-type]

    def _paragraphs(self, element: Element, body: Element) -> Iterator[Paragraph]:
        scene = self.scene
        chain = [scene.master.text_styles, scene.master.style(""), child(body, f"{A}lstStyle")]
        given = scene.look.colours.paint(child(element, f"{P}style", f"{A}fontRef"))
        for paragraph in children(body, f"{A}p"):
            runs = [(run, "".join(child_text(run))) for run in children(paragraph, f"{A}r")]
            text = "".join(words for _, words in runs).strip()
            if text:
                style = read_levels([*chain, _as_level(paragraph, runs[0][0])], scene.look, 1)[0]
                colour = given.colour if given and style.colour == "ink" else style.colour
                yield Paragraph((Run(text),), replace(style, colour=colour, bullet="", indent=0.0, hanging=0.0))


def child_text(run: Element) -> Iterator[str]:
    """The characters of a run."""
    for found in children(run, f"{A}t"):
        yield found.text or ""


def _as_level(paragraph: Element, run: Element) -> Element:
    """What a paragraph and its first run say for themselves, as a list of level styles."""
    from lxml import etree

    root = etree.Element(f"{A}lstStyle")
    level = etree.SubElement(root, f"{A}lvl1pPr")
    own, look = child(paragraph, f"{A}pPr"), child(run, f"{A}rPr")
    for holder, target in ((own, level), (look, etree.SubElement(level, f"{A}defRPr"))):
        if holder is not None:
            for key, words in holder.attrib.items():
                target.set(key, words)
            for found in children(holder, f"{A}solidFill", f"{A}latin", f"{A}lnSpc", f"{A}spcBef", f"{A}spcAft"):
                target.append(_copy(found))
    return root


def _copy(element: Element) -> Element:
    from copy import deepcopy

    return deepcopy(element)


def _properties(body: Element) -> Mapping[str, str]:
    found = child(body, f"{A}bodyPr")
    return {str(key): str(words) for key, words in found.attrib.items()} if found is not None else {}


def _is_hidden(element: Element) -> bool:
    for properties in children(element):
        named = child(properties, f"{P}cNvPr")
        if named is not None:
            return flag(named.get("hidden"))
    return False
