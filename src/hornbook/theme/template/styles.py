"""Paragraph styles of placeholders, put together as PowerPoint does it: the presentation's, the master's, the layout's, the later one last.

ECMA-376 Part 1 §19.3.1.36 and §21.1.2.4: each says what it changes, and the rest comes from the one before.
"""

from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from hornbook.ooxml.reading import Element
from hornbook.theme.template.colours import Colours
from hornbook.theme.template.names import A, child, children, flag, number, percent, points
from hornbook.typeset.faces import face, face_key
from hornbook.typeset.systemfonts import stand_in
from hornbook.typeset.text import Align, Bullet, ParagraphStyle

SHOWN = 3
"""Levels that a list of ours has."""

_DEFAULT_SIZE = 18.0
_LEAST_SIZE, _MOST_SIZE = 1.0, 400.0
_ALIGN: Mapping[str, Align] = {"l": "left", "ctr": "center", "r": "right"}
_SQUARES = frozenset("\u25aa\u25a0\u25fc\u25fe\u2588")
_DASHES = frozenset("-\u2013\u2014\u2212\u2010\u2011")
_WINGDINGS: Mapping[str, Bullet] = {"\u00a7": "square", "q": "square", "n": "square", "\u00fc": "check"}


class Fonts(Struct):
    """The faces of a theme, and every family that was asked for and is measured with another one."""

    heading: str
    body: str
    replaced: dict[str, str] = field(default_factory=dict[str, str])
    """Families of the template to the family that stands in, where lines may break differently."""

    @classmethod
    def of(cls, theme: Element) -> "Fonts":
        scheme = child(theme, f"{A}themeElements", f"{A}fontScheme")
        names = (child(scheme, f"{A}{kind}Font", f"{A}latin") for kind in ("major", "minor"))
        heading, body = (found.get("typeface", "") if found is not None else "" for found in names)
        return cls(heading or "Arial", body or "Arial")

    def family(self, typeface: str) -> str:
        """The family that is measured and drawn for a typeface: `+mj-lt` is the theme's own for titles."""
        name = {"+mj": self.heading, "+mn": self.body}.get(typeface[:3], typeface) or self.body
        found = stand_in(name)
        if not found.same:
            self.replaced[name] = found.family
        return found.family


class Look(Struct, frozen=True):
    """What styles are read with."""

    fonts: Fonts
    colours: Colours


def read_levels(chain: Sequence[Element | None], look: Look, count: int = SHOWN) -> tuple[ParagraphStyle, ...]:
    """The first levels of a placeholder. `chain` are the lists of level styles that it has, what is most general first."""
    return tuple(_style([child(found, f"{A}lvl{level}pPr") for found in chain], look) for level in range(1, count + 1))


def letter_spacing(chain: Sequence[Element | None]) -> float:
    """What the first level puts between letters, in em: it makes lines longer than the widths of the font say."""
    runs = [child(found, f"{A}lvl1pPr", f"{A}defRPr") for found in chain]
    words: dict[str, str] = {}
    for run in runs:
        words |= _words(run) if run is not None else {}
    size = max(_LEAST_SIZE, number(words.get("sz"), _DEFAULT_SIZE * 100) / 100)
    return max(0.0, min(1.0, number(words.get("spc")) / 100 / size))


def _style(levels: Sequence[Element | None], look: Look) -> ParagraphStyle:
    paragraph: dict[str, str] = {}
    run: dict[str, str] = {}
    parts: dict[str, Element] = {}
    for level in levels:
        if level is None:
            continue
        paragraph |= _words(level)
        parts |= {_slot(str(found.tag)): found for found in children(level)}
        defaults = child(level, f"{A}defRPr")
        if defaults is not None:
            run |= _words(defaults)
            parts |= {f"run {found.tag!s}": found for found in children(defaults)}
    return _put_together(paragraph, run, parts, look)


def _words(element: Element) -> dict[str, str]:
    return {str(key): str(words) for key, words in element.attrib.items()}


def _slot(tag: str) -> str:
    """Elements that replace each other share a slot: the four kinds of bullet, the three of its colour."""
    name = tag.removeprefix(A)
    if name in {"buNone", "buAutoNum", "buChar", "buBlip"}:
        return "bullet"
    return "bullet colour" if name in {"buClr", "buClrTx"} else name


def _put_together(
    paragraph: Mapping[str, str], run: Mapping[str, str], parts: Mapping[str, Element], look: Look
) -> ParagraphStyle:
    latin, fill = parts.get(f"run {A}latin"), parts.get(f"run {A}solidFill")
    family = look.fonts.family(latin.get("typeface", "") if latin is not None else "+mn-lt")
    bold, italic = flag(run.get("b")), flag(run.get("i"))
    size = max(_LEAST_SIZE, min(_MOST_SIZE, number(run.get("sz"), _DEFAULT_SIZE * 100) / 100))
    paint = look.colours.paint(fill)
    indent = max(0.0, points(paragraph.get("marL")))
    bullet = _bullet(parts)
    natural = face(face_key(family, bold=bold, italic=italic)).pitch * size
    line = child(parts.get("lnSpc"), f"{A}spcPct")
    exact = child(parts.get("lnSpc"), f"{A}spcPts")
    return ParagraphStyle(
        family,
        size,
        colour=paint.colour if paint else "ink",
        bold=bold,
        italic=italic,
        align=_ALIGN.get(paragraph.get("algn", "l"), "left"),
        line_spacing=max(0.5, percent(line.get("val"), 1.0)) if line is not None else 1.0,
        pitch=number(exact.get("val")) / 100 if exact is not None else 0.0,
        space_before=_space(parts.get("spcBef"), natural),
        space_after=_space(parts.get("spcAft"), natural),
        indent=indent,
        hanging=min(indent, -points(paragraph.get("indent"))),
        bullet=bullet,
        bullet_colour=_bullet_colour(parts, look) if bullet else "",
        caps=run.get("cap", "none") in {"all", "small"},
        key_colour=paint.colour if paint else "ink",
        link_colour="link",
    )


def _space(holder: Element | None, natural: float) -> float:
    """Space between paragraphs in points; a part of a line where the file says so."""
    part, exact = child(holder, f"{A}spcPct"), child(holder, f"{A}spcPts")
    if part is not None:
        return max(0.0, percent(part.get("val"), 0.0)) * natural
    return max(0.0, number(exact.get("val")) / 100) if exact is not None else 0.0


def _bullet(parts: Mapping[str, Element]) -> Bullet:
    found = parts.get("bullet")
    name = str(found.tag).removeprefix(A) if found is not None else "buNone"
    if found is None or name == "buNone":
        return ""
    if name == "buAutoNum":
        return "letter" if "alpha" in found.get("type", "") else "number"
    sign, font = found.get("char", ""), parts.get("buFont")
    if font is not None and font.get("typeface", "").startswith("Wingdings"):
        return _WINGDINGS.get(sign, "disc")
    return "square" if sign in _SQUARES else "dash" if sign in _DASHES else "disc"


def _bullet_colour(parts: Mapping[str, Element], look: Look) -> str:
    found = parts.get("bullet colour")
    paint = look.colours.paint(found) if found is not None else None
    return paint.colour if paint else ""
