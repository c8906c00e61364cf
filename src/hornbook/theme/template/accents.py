"""The colours of a template's layouts: those that have no name, and accents for the words that mean something."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from hornbook.theme.contrast import ratio
from hornbook.theme.model import Layout, LayoutPicture, LayoutWords, Placeholder, Shape
from hornbook.theme.styles import COLOUR_FIELDS
from hornbook.theme.template.colours import Colours
from hornbook.typeset.text import ParagraphStyle

_READABLE = 4.5
_QUIET = frozenset({"title", "date", "footer", "number", "source"})


def unnamed_colours(layouts: Iterable[Layout]) -> set[str]:
    """Every `#RRGGBB` that stands in a layout in place of a name."""
    return {colour for layout in layouts for colour in _colours(layout) if colour.startswith("#")}


def _colours(layout: Layout) -> Iterator[str]:
    yield layout.background
    for one in (*layout.behind, *layout.shapes):
        match one:
            case Shape():
                yield from (one.fill, one.stroke, *(_inks(one.text_style) if one.text_style else ()))
            case LayoutWords():
                for paragraph in one.paragraphs:
                    yield from _inks(paragraph.style)
            case LayoutPicture():
                pass
    for box in layout.placeholders:
        for style in box.levels:
            yield from _inks(style)


def _inks(style: ParagraphStyle) -> Iterator[str]:
    return (str(getattr(style, name)) for name in COLOUR_FIELDS)


def accented(layout: Layout, roles: Mapping[str, str], colours: Colours) -> Layout:
    """The layout with key words in the accent and links in the theme's colour for them, where they can be read on its ground."""
    ground = colours.hex(layout.background)

    def readable(name: str) -> bool:
        return ratio(colours.hex(name), ground) >= _READABLE

    def changed(box: Placeholder) -> Placeholder:
        if box.key in _QUIET:
            return box
        levels = (
            replace(
                style,
                key_colour=roles["accent"] if readable(roles["accent"]) else style.colour,
                link_colour="link" if readable("link") else style.colour,
            )
            for style in box.levels
        )
        return replace(box, levels=tuple(levels))

    return replace(layout, placeholders=tuple(map(changed, layout.placeholders)))
