"""Paragraph styles of a theme: written once by name, started from each other with `like`, recoloured for a ground."""

from collections.abc import Callable, Mapping
from typing import cast, get_args

from msgspec import Struct
from msgspec.structs import replace

from hornbook.source.nodes import ListNode, MapNode, ScalarNode
from hornbook.theme.tree import Form, did_you_mean, overlay
from hornbook.typeset.text import Align, Bullet, ParagraphStyle

COLOUR_FIELDS = ("colour", "bullet_colour", "key_colour", "link_colour", "strong_colour")
LENGTHS = ("size", "pitch", "space_before", "space_after", "indent", "hanging")
FLAGS = ("bold", "italic", "kerning")
BULLETS = tuple(bullet or "none" for bullet in get_args(Bullet))


class Inks(Struct, frozen=True):
    """What a style may refer to: palette names, and faces by their name in the theme."""

    palette: Mapping[str, str]
    faces: Mapping[str, str]


def colour(form: Form, name: str, palette: Mapping[str, str]) -> str:
    """A palette name; empty where the form has none."""
    words = form.text(name)
    if words and words not in palette:
        hint = did_you_mean(words, palette)
        form.told("HB404", f'"{words}" is not a colour of the palette', form.span(name), hint)
        return ""
    return words


_READ: Mapping[str, Callable[[Form, str, Inks], object]] = {
    **dict.fromkeys(COLOUR_FIELDS, lambda form, name, inks: colour(form, name, inks.palette)),
    **dict.fromkeys(LENGTHS, lambda form, name, _: form.length(name)),
    **dict.fromkeys(FLAGS, lambda form, name, _: form.flag(name)),
    "family": lambda form, _, inks: inks.faces.get(form.choice("face", inks.faces, "body"), ""),
    "line_spacing": lambda form, name, _: form.number(name, 1.0),
    "align": lambda form, name, _: form.choice(name, get_args(Align), "left"),
    "bullet": lambda form, name, _: form.choice(name, BULLETS, "none").replace("none", ""),
    "tabs": lambda form, name, _: tuple(form.lengths(name)),
}
STYLE_KEYS = ("face", *(name for name in _READ if name != "family"))


def fields(form: Form, inks: Inks) -> dict[str, object]:
    """The fields of a paragraph style that are written in a form, by their names in `ParagraphStyle`."""
    found: dict[str, object] = {}
    for name in form:
        field = "family" if name == "face" else name
        if field in _READ:
            value = _READ[field](form, name, inks)
            if value or field not in COLOUR_FIELDS:
                found[field] = value
    return found


def read_styles(form: Form, inks: Inks) -> dict[str, ParagraphStyle]:
    """Every style of a `styles:` or `print:` mapping, `like` resolved."""
    return {name: _style(_resolved(form, name, ()), inks) for name in form}


def _resolved(form: Form, name: str, seen: tuple[str, ...]) -> Form:
    """The entry of that name over the one it is `like`."""
    what = f'the style "{name}"'
    entry = form.form(name, what)
    base = entry.text("like")
    if not base:
        return entry
    if base not in form or base in (*seen, name):
        hint = did_you_mean(base, [key for key in form if key != name])
        form.findings.error("HB405", f'{what} is like "{base}", which is not another style', entry.span("like"), hint)
        return entry
    node = overlay(_resolved(form, base, (*seen, name)).node, entry.node)
    return Form(what, cast("MapNode", node), form.findings)


def _style(form: Form, inks: Inks) -> ParagraphStyle:
    found = fields(form.knows(("like", *STYLE_KEYS)), inks)
    return replace(ParagraphStyle(inks.faces.get("body", ""), 12.0), **found)


def recolour(style: ParagraphStyle, instead: Mapping[str, str]) -> ParagraphStyle:
    """The style on another ground."""
    names = {key: cast("str", getattr(style, key)) for key in COLOUR_FIELDS}
    swapped = {key: instead[name] for key, name in names.items() if name in instead}
    return replace(style, **swapped) if swapped else style


def style_names(form: Form) -> list[ScalarNode]:
    """The names under `style`, one for each list level."""
    node = form.get("style")
    if isinstance(node, ListNode):
        return [item for item in node.items if isinstance(item, ScalarNode)]
    return [node] if isinstance(node, ScalarNode) else []


def named_style(form: Form, leaf: ScalarNode, styles: Mapping[str, ParagraphStyle]) -> ParagraphStyle:
    """The style of that name; the first one where there is none."""
    if leaf.text not in styles:
        form.told("HB405", f'"{leaf.text}" is not a style', leaf.span, did_you_mean(leaf.text, styles))
    return styles.get(leaf.text) or next(iter(styles.values()))
