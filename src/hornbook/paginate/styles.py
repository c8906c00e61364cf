"""The print styles that paginate asks for: the theme's own where it has them, otherwise made from its body and heading styles."""

from msgspec.structs import replace

from hornbook.lesson.variants import Large
from hornbook.theme.model import Theme
from hornbook.typeset.text import ParagraphStyle

MADE: dict[str, tuple[str, dict[str, object]]] = {
    "lead": ("body", {"size": 14.0, "pitch": 20.0}),
    "kicker": ("label", {"size": 11.0, "bold": True, "colour": "voice", "pitch": 16.0}),
    "question": ("body", {"bold": True}),
    "cell": ("body", {"size": 11.0}),
    "cell head": ("body", {"size": 10.5, "bold": True}),
    "dense cell": ("cell", {"size": 10.0, "pitch": 12.0}),
    "dense cell head": ("cell head", {"size": 10.0, "pitch": 12.0}),
    "caption": ("small", {"colour": "extra"}),
    "source": ("small", {"size": 10.0, "pitch": 12.0}),
    "help line": ("body", {"size": 11.0, "pitch": 12.0}),
    "help number": ("number", {"size": 18.0, "pitch": 24.0}),
    "number": ("body", {"size": 18.0, "bold": True, "pitch": 24.0}),
    "answer": ("body", {"colour": "voice", "bold": True}),
    "letter": ("body", {"size": 12.0}),
    "story": ("body", {}),
    "script": ("body", {}),
    "cued": ("body", {"indent": 58.0, "hanging": 58.0}),
    "h4": ("body", {"bold": True}),
}
"""Style, what it is made from, and what differs."""


def print_style(theme: Theme, name: str) -> ParagraphStyle:
    """The print style of that name; `list number`, `list check` and so on are `list` with that label."""
    styles = theme.print_styles.styles
    if name in styles:
        return styles[name]
    if name in MADE:
        base, changes = MADE[name]
        return replace(print_style(theme, base), **changes)
    return styles["body"]


_LARGE = {"title": 10.0, "h1": 6.0, "h2": 4.0, "h3": 2.0, "subtitle": 2.0, "number": 6.0, "help number": 6.0}
"""Points above the smallest words, by style: headings of 22 and 20 pt over words of 18 (ACB, 2022)."""
_HALF_AGAIN = 1.5


def large_style(name: str, style: ParagraphStyle, smallest: Large) -> ParagraphStyle:
    """The style in large print: upright, nothing smaller than that, nothing grey."""
    size = max(smallest + _LARGE.get(name, 0.0), min(style.size, smallest + _LARGE["title"]))
    pitch = size * _HALF_AGAIN if smallest > 18 and size < smallest + 4 else (size * 1.25 + 4.0) // 4 * 4
    hanging = 30.0 if name == "cued" else 0.0
    return replace(
        style,
        size=size,
        pitch=pitch,
        italic=False,
        colour="ink" if style.colour == "extra" else style.colour,
        indent=style.indent + hanging,
        hanging=style.hanging + hanging,
    )
