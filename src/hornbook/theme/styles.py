"""Paragraph styles of a theme: written once by name, started from each other with `like`, recoloured for a ground."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import cast, get_args

from hornbook.source.nodes import ListNode, MapNode, ScalarNode
from hornbook.theme.tree import Form, did_you_mean, overlay
from hornbook.typeset.text import Align, Bullet, ParagraphStyle

COLOUR_FIELDS = ("colour", "bullet_colour", "key_colour", "link_colour", "strong_colour")
_LENGTHS = ("size", "pitch", "space_before", "space_after", "indent", "hanging")
_FLAGS = ("bold", "italic", "kerning")
STYLE_KEYS = ("like", "face", *_LENGTHS, *_FLAGS, *COLOUR_FIELDS, "line_spacing", "align", "bullet", "tabs")


@dataclass(frozen=True, slots=True)
class Inks:
    """What a style may refer to: palette names, and faces by their name in the theme."""

    palette: Mapping[str, str]
    faces: Mapping[str, str]


def read_styles(form: Form, inks: Inks) -> dict[str, ParagraphStyle]:
    """Every style of a `styles:` or `print:` mapping, `like` resolved."""
    return {name: _style(resolve(form, name, ()), inks) for name in form}


def resolve(form: Form, name: str, seen: tuple[str, ...]) -> Form:
    """The entry of that name over the one it is `like`."""
    what = f'the style "{name}"'
    entry = form.form(name, what)
    base = entry.text("like")
    if not base:
        return entry
    if base not in form.node.entries or base in (*seen, name):
        hint = did_you_mean(base, [key for key in form if key != name])
        form.findings.error(
            "HB405", f'{what} is like "{base}", which is not a style above it', entry.span("like"), hint
        )
        return entry
    return Form(what, cast("MapNode", overlay(resolve(form, base, (*seen, name)).node, entry.node)), form.findings)


def _style(form: Form, inks: Inks) -> ParagraphStyle:
    form.knows(STYLE_KEYS)
    lengths = {key: form.length(key) for key in _LENGTHS if form.get(key)}
    colours = {key: colour(form, key, inks.palette) for key in COLOUR_FIELDS if form.get(key)}
    style = ParagraphStyle(inks.faces.get(form.choice("face", inks.faces, "body"), ""), lengths.pop("size", 12.0))
    return replace(
        style,
        **lengths,
        **colours,
        bold=form.flag("bold"),
        italic=form.flag("italic"),
        kerning=form.flag("kerning"),
        line_spacing=form.number("line_spacing", 1.0),
        align=cast("Align", form.choice("align", get_args(Align), "left")),
        bullet=cast("Bullet", form.choice("bullet", get_args(Bullet), "")),
        tabs=tuple(form.lengths("tabs")),
    )


def colour(form: Form, key: str, palette: Mapping[str, str]) -> str:
    """A palette name; empty where the form has none."""
    name = form.text(key)
    if name and name not in palette:
        form.findings.error(
            "HB404", f'"{name}" is not a colour of the palette', form.span(key), did_you_mean(name, palette)
        )
        return ""
    return name


def recolour(style: ParagraphStyle, instead: Mapping[str, str]) -> ParagraphStyle:
    """The style on another ground."""
    if not instead:
        return style
    swapped = {key: instead.get(name, name) for key in COLOUR_FIELDS if (name := cast("str", getattr(style, key)))}
    return replace(style, **swapped)


def style_names(form: Form) -> list[ScalarNode]:
    """The names under `style`, one for each list level."""
    node = form.get("style")
    if isinstance(node, ListNode):
        return [item for item in node.items if isinstance(item, ScalarNode)]
    return [node] if isinstance(node, ScalarNode) else []


def named_style(form: Form, leaf: ScalarNode, styles: Mapping[str, ParagraphStyle]) -> ParagraphStyle:
    """The style of that name; the first one where there is none."""
    if leaf.text not in styles:
        form.findings.error("HB405", f'"{leaf.text}" is not a style', leaf.span, did_you_mean(leaf.text, styles))
    return styles.get(leaf.text) or next(iter(styles.values()))
