"""How the first page opens: the mark of the theme, what this is and for whom, the title, and a line or a dark band."""

from msgspec.structs import replace

from hornbook.paginate.headings import line
from hornbook.paginate.pieces import Piece, moved_all, on_grid, stacked
from hornbook.paginate.setting import Setter, set_words
from hornbook.paginate.sheet import Sheet
from hornbook.plan.drawing import drawn
from hornbook.plan.page import Box, PictureBox, ShapeBox
from hornbook.source.runs import Run
from hornbook.typeset.paragraphs import tie_last_words
from hornbook.typeset.text import ParagraphStyle
from hornbook.units import Rect, Size

SUN = 24.0
"""From the top of the sun to the words."""
AFTER = 16.0
"""Space under the head; the body's first block has none of its own."""
BAND_PAD = 16.0
LOGO = Size(130.0, 24.0)
"""The most room that a logo takes."""
PLATE = 5.0
BESIDE = 12.0
"""From the words at the right to a logo."""


def head_piece(setter: Setter, sheet: Sheet) -> Piece:
    """The head of the first page as one piece; a band reaches beyond the text on three sides.

    The first page has no running title: its head begins where the margin ends.
    """
    width, up = sheet.body.width, sheet.edge - sheet.body.top
    match setter.document.head.tone:
        case "band":
            return _band(setter, width, up, sheet.side - sheet.edge)
        case "slim":
            return _slim(setter, width, up)
        case "line":
            return _lined(setter, width, up)


def mark(setter: Setter, left: float, top: float) -> tuple[Box, ...]:
    """The mark of the family, as the theme draws it."""
    return moved_all(drawn(setter.theme.mark), left, top)


def emblem(setter: Setter, place: Rect) -> tuple[Box, ...]:
    """What the theme draws large: on a poster, on the cover of a leaflet."""
    path = setter.theme.emblem
    return (ShapeBox(place, "path", fill="light", path=path),) if path else ()


def _lined(setter: Setter, width: float, up: float) -> Piece:
    height, words = _words(setter, width)
    foot = on_grid(up + SUN + height + 6.0)
    rule = line(0.0, foot, width, "ink", 2.0)
    logo = _logo(setter, width, up)
    return Piece(foot + AFTER, (*mark(setter, 0.0, up), *moved_all(words, 0.0, up + SUN), *logo, rule))


def _slim(setter: Setter, width: float, up: float) -> Piece:
    """The mark, the title and what this is in one row, where pages need all their room."""
    left, part, top = 64.0, width * 0.62, up + 4.0
    height, title = stacked(_title(setter, setter.style("h2"), part - left))
    kicker = replace(setter.style("kicker"), align="right")
    words = (Run(_kicker(setter)),) if _kicker(setter) else ()
    logo = _logo(setter, width, up)
    end = min((box.rect.left - BESIDE for box in logo), default=width)
    right = stacked(set_words(setter, words, kicker, end - part))[1] if words else ()
    foot = top + height + 4.0
    return Piece(
        on_grid(foot + 14.0),
        (
            *mark(setter, 0.0, foot - 20.0),
            *moved_all(title, left, top),
            *moved_all(right, part, top),
            *logo,
            line(0.0, foot, width, "ink", 2.0),
        ),
    )


def _band(setter: Setter, width: float, up: float, out: float) -> Piece:
    """Light words on the theme's dark; as far out as every printer prints."""
    height, words = _words(setter, width, kicker="light", colour="paper")
    top = up + BAND_PAD
    foot = on_grid(top + SUN + height + 12.0)
    band = ShapeBox(Rect(-out, up, width + 2 * out, foot - up), "rect", fill="dark")
    logo = _logo(setter, width - PLATE, top - PLATE)
    plate = tuple(ShapeBox(_around(box.rect), "round-rect", fill="paper", corner=PLATE) for box in logo)
    return Piece(foot + AFTER, (band, *mark(setter, 0.0, top), *moved_all(words, 0.0, top + SUN), *plate, *logo))


def _logo(setter: Setter, right: float, top: float) -> tuple[PictureBox, ...]:
    """Whose sheet it is, beside the mark and ending at the right edge."""
    logo = setter.document.logo
    if logo is None:
        return ()
    size = min(LOGO.width / logo.rect.width, LOGO.height / logo.rect.height)
    width, height = logo.rect.width * size, logo.rect.height * size
    place = Rect(right - width, top + (LOGO.height - height) / 2, width, height)
    return (replace(logo, rect=place, element=setter.structure.add("Figure", alt=logo.alt)),)


def _around(rect: Rect) -> Rect:
    """The white behind a logo on the band: logos are drawn for paper."""
    return Rect(rect.left - PLATE, rect.top - PLATE, rect.width + 2 * PLATE, rect.height + 2 * PLATE)


def _words(setter: Setter, width: float, kicker: str = "", colour: str = "") -> tuple[float, tuple[Box, ...]]:
    """What this is, the title, and the subtitle below it, in the colours of a ground."""
    head = setter.document.head
    pieces: list[Piece] = []
    if _kicker(setter):
        pieces += set_words(setter, (Run(_kicker(setter)),), _coloured(setter.style("kicker"), kicker), width)
    pieces += _title(setter, _coloured(setter.style("title"), colour), width)
    if head.subtitle:
        pieces += set_words(setter, head.subtitle, _coloured(setter.style("subtitle"), colour), width)
    return stacked(pieces)


def _kicker(setter: Setter) -> str:
    head = setter.document.head
    return " · ".join(words for words in (head.kicker, head.audience) if words)


def _title(setter: Setter, style: ParagraphStyle, width: float) -> tuple[Piece, ...]:
    """The one heading of level 1."""
    element = setter.structure.add("H1")
    words = setter.document.head.title
    setter.headings[element] = (0, "".join(run.text for run in words))
    return set_words(setter, tie_last_words(words), style, width, element=element)


def _coloured(style: ParagraphStyle, colour: str) -> ParagraphStyle:
    if not colour:
        return style
    return replace(style, colour=colour, key_colour=colour, link_colour=colour, strong_colour=colour)
