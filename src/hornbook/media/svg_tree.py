"""An SVG file read by a parser that knows no document type, no entity and no address: only elements that draw are left."""

import re
from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from xml.parsers import expat

from msgspec import Struct, field

from hornbook.media.clean import PictureError
from hornbook.media.raster import clean_raster
from hornbook.patterns import lazy

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"
_DRAWING = frozenset(
    [
        "svg",
        "g",
        "defs",
        "symbol",
        "use",
        "path",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
        "polygon",
        "text",
        "tspan",
        "textPath",
        "image",
        "style",
        "linearGradient",
        "radialGradient",
        "stop",
        "clipPath",
        "mask",
        "pattern",
        "marker",
    ]
)
_GROUPS = {"a": "g", "switch": "g"}
"""Elements that lead or choose: their content is kept as a group."""
_DEEPEST, _MOST_ELEMENTS, _MOST_DRAWN = 120, 100_000, 200_000
_DROPPED_ATTRIBUTES = frozenset(("filter", "requiredExtensions", "requiredFeatures", "systemLanguage", "base"))
_DROPPED_STARTS = ("on", "data-")
"""Of attributes: what runs, and what the program or the person that drew it wrote down for itself."""
_IMPORTS = lazy(r"@import[^;]*;?|@font-face\s*\{[^}]*\}|(?<![\w-])filter\s*:[^;}]*", re.IGNORECASE)
_OUTSIDE_URL = lazy(r"url\(\s*['\"]?\s*(?!#)[^)]*\)?", re.IGNORECASE)
_INNER = lazy(r"url\(\s*['\"]?#([^)'\"\s]+)")
_DATA = lazy(r"data:image/(?:png|jpe?g);base64,(.*)", re.DOTALL | re.IGNORECASE)


class Node(Struct):
    """An element of a drawing: attributes by name (`xlink:href` for any reference), text and nodes in order."""

    name: str
    attributes: dict[str, str]
    children: list["Node | str"] = field(default_factory=list["Node | str"])

    def nodes(self) -> list["Node"]:
        return [child for child in self.children if isinstance(child, Node)]


def read_svg(data: bytes, name: str) -> Node:
    """The drawing's root; PictureError where it is not one, is broken, or would grow without end."""
    reader = _Reader(name)
    try:
        reader.parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as fault:
        raise PictureError(
            "HB281", f'"{name}" is not well-formed SVG ({fault}).', "Export it again as plain SVG."
        ) from None
    if reader.root is None:
        raise PictureError("HB284", f'"{name}" holds no SVG drawing.')
    _check_growth(reader.root, name)
    return reader.root


class _Reader:
    """Builds nodes from expat's events; what is not drawn, or not of SVG, is passed over with all that it holds."""

    def __init__(self, name: str) -> None:
        self.root: Node | None = None
        self._name = name
        self._open: list[Node] = []
        self._passing = 0
        self._count = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.EntityDeclHandler = self._entity

    def _doctype(self, _name: str, _system: str | None, _public: str | None, has_subset: int) -> None:
        # The bare line that old programs write is passed over: expat fetches nothing. Declarations are refused.
        if has_subset:
            self._refuse("declares a document type")

    def _entity(self, *_declared: object) -> None:
        self._refuse("declares entities")

    def _refuse(self, what: str) -> None:
        raise PictureError(
            "HB285", f'"{self._name}" {what}, which a picture does not need.', "Export it again as plain SVG."
        )

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > _MOST_ELEMENTS or len(self._open) + self._passing > _DEEPEST:
            raise PictureError("HB282", f'"{self._name}" is too large or too deep a drawing.', "Simplify it.")
        space, _, local = tag.rpartition(" ")
        local = _GROUPS.get(local, local)
        if self._passing or space not in ("", SVG) or local not in _DRAWING or (not self._open and local != "svg"):
            self._passing += 1
            return
        node = Node(local, _attributes(local, attributes, self._name))
        if self._open:
            self._open[-1].children.append(node)
        else:
            self.root = node
        self._open.append(node)

    def _end(self, _tag: str) -> None:
        if self._passing:
            self._passing -= 1
        else:
            self._open.pop()

    def _text(self, text: str) -> None:
        if self._open and not self._passing and self._open[-1].name in ("text", "tspan", "textPath", "style"):
            self._open[-1].children.append(_inside_only(text) if self._open[-1].name == "style" else text)


def _attributes(element: str, given: dict[str, str], name: str) -> dict[str, str]:
    kept: dict[str, str] = {}
    for key, value in given.items():
        space, _, local = key.rpartition(" ")
        if local == "href" and space in ("", XLINK):
            reference = _reference(element, value.strip(), name)
            if reference:
                kept["xlink:href"] = reference
        elif space == _XML and local == "space":
            kept["xml:space"] = value
        elif not space and local not in _DROPPED_ATTRIBUTES and not local.lower().startswith(_DROPPED_STARTS):
            kept[local] = _inside_only(value)
    return kept


def _reference(element: str, value: str, name: str) -> str:
    """A place in the same file, or a picture that is in it; empty where it leads outside."""
    if value.startswith("#"):
        return value
    held = _DATA.fullmatch(value)
    if element != "image" or not held:
        return ""
    try:
        picture = clean_raster(b64decode(held[1]), name)
    except Base64Error:
        return ""
    return f"data:image/{picture.kind};base64,{b64encode(picture.data).decode()}"


def _inside_only(value: str) -> str:
    """Styles without what they would fetch. A backslash could hide an address, so none is left."""
    if "(" not in value and "@" not in value:
        return value
    return _OUTSIDE_URL.sub("none", _IMPORTS.sub("", value.replace("\\", "")))


def references(node: Node) -> list[str]:
    """Ids of what an element draws by reference."""
    found = [match for value in node.attributes.values() if "url(" in value for match in _INNER.findall(value)]
    target = node.attributes.get("xlink:href", "")
    return [*found, target[1:]] if target.startswith("#") else found


def _check_growth(root: Node, name: str) -> None:
    """Refuses drawings that refer to themselves, or double and double again by reference."""
    by_id: dict[str, Node] = {}
    _index(root, by_id)
    sizes: dict[int, int] = {}

    def size(node: Node, above: frozenset[int]) -> int:
        if id(node) in above:
            raise PictureError("HB285", f'"{name}" refers to itself without end.', "Export it again as plain SVG.")
        if id(node) not in sizes:
            below = above | {id(node)}
            drawn = [*node.nodes(), *(by_id[key] for key in references(node) if key in by_id)]
            sizes[id(node)] = 1 + sum(size(each, below) for each in drawn)
        return sizes[id(node)]

    try:
        if size(root, frozenset()) <= _MOST_DRAWN:
            return
    except RecursionError:
        pass
    raise PictureError("HB282", f'"{name}" is too large or too deep a drawing.', "Simplify it.")


def _index(node: Node, by_id: dict[str, Node]) -> None:
    if "id" in node.attributes:
        by_id.setdefault(node.attributes["id"], node)
    for child in node.nodes():
        _index(child, by_id)
