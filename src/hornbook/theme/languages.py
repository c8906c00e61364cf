"""A theme for the words of a language: which shapes its letters have, which way its lines run; and its layouts turned round."""

import re
from collections.abc import Callable, Mapping

from msgspec.structs import replace

from hornbook.tags import is_leftward, subtags
from hornbook.theme.model import Layout, Layouts, Placeholder, PrintStyles, Shape, Theme
from hornbook.typeset.coverage import families
from hornbook.typeset.text import ParagraphStyle
from hornbook.units import Rect, Size

_WITH_SHAPES_OF_THEIR_OWN = frozenset({"zh", "ja", "ko"})
_LETTERS = {
    **dict.fromkeys(("be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "uk"), "\u0436"),
    "el": "\u03bb",
    "vi": "\u1ebf",
}
"""A letter of languages whose alphabet not every family for print has whole."""
FILM = "play"
"""Name of the shape that says "film": it points to the right wherever films are played."""
_POINT = re.compile(r"(-?[\d.]+)([ ,]+)(-?[\d.]+)")


def in_language(theme: Theme, language: str) -> Theme:
    """The theme whose styles know the language, where it matters to how words are set; places are as they were."""
    theme = _in_one_family(theme, language)
    leftward = is_leftward(language)
    if not leftward and subtags(language)[0] not in _WITH_SHAPES_OF_THEIR_OWN:
        return theme

    def said(style: ParagraphStyle) -> ParagraphStyle:
        return replace(style, language=language, leftward=leftward)

    def layout(known: Layout) -> Layout:
        shapes = tuple(
            replace(shape, text_style=said(shape.text_style)) if shape.text_style else shape for shape in known.shapes
        )
        boxes = tuple(replace(box, levels=tuple(map(said, box.levels))) for box in known.placeholders)
        return replace(known, shapes=shapes, placeholders=boxes)

    styles = {name: said(style) for name, style in theme.print_styles.styles.items()}
    return replace(theme, layouts=_changed(theme.layouts, layout), print_styles=PrintStyles(styles), language=language)


def _in_one_family(theme: Theme, language: str) -> Theme:
    """The theme with another family for print where its own lacks letters of the language: no page of two faces, word by word."""
    letter = _LETTERS.get(subtags(language)[0])
    family = theme.print_styles["body"].family
    if letter is None or families(letter, family, False, False) == ((letter, family),):
        return theme
    other = families(letter, family, False, False)[0][1]
    styles = {
        name: replace(style, family=other if style.family == family else style.family)
        for name, style in theme.print_styles.styles.items()
    }
    return replace(theme, print_styles=PrintStyles(styles))


def mirrored_theme(theme: Theme) -> Theme:
    """The theme with every layout turned round: what stood at the left stands at the right."""

    def layout(known: Layout) -> Layout:
        return replace(
            known,
            shapes=tuple(_mirrored_shape(shape, theme.size) for shape in known.shapes),
            placeholders=tuple(_mirrored_placeholder(box, theme.size) for box in known.placeholders),
        )

    return replace(theme, layouts=_changed(theme.layouts, layout))


def mirrored_rect(rect: Rect, width: float) -> Rect:
    """A box as far from the right of a space as it was from its left."""
    return Rect(width - rect.right, rect.top, rect.width, rect.height)


def mirrored_path(path: str) -> str:
    """An absolute path in the unit square (M L C Z) turned round."""
    return _POINT.sub(lambda point: f"{1 - float(point[1]):.6g}{point[2]}{point[3]}", path)


def _mirrored_shape(shape: Shape, size: Size) -> Shape:
    path = shape.path if shape.name == FILM else mirrored_path(shape.path)
    return replace(shape, rect=mirrored_rect(shape.rect, size.width), path=path)


def _mirrored_placeholder(box: Placeholder, size: Size) -> Placeholder:
    insets = replace(box.insets, left=box.insets.right, right=box.insets.left)
    return replace(box, rect=mirrored_rect(box.rect, size.width), insets=insets)


def _changed(layouts: Mapping[str, Layout], change: Callable[[Layout], Layout]) -> Mapping[str, Layout]:
    """Layouts that are changed when they are asked for."""
    if isinstance(layouts, Layouts):
        return layouts.changed(change)
    return {name: change(layout) for name, layout in layouts.items()}
