"""Handouts of a school's template: its colours where they can be read on white paper, in type of ours."""

from functools import cache

from hornbook.diagnostics import SourceFile
from hornbook.source.nodes import MapNode
from hornbook.source.outline import read_outline
from hornbook.theme.contrast import ratio
from hornbook.theme.model import PALETTE_SLOTS, PrintStyles, Shape
from hornbook.theme.styles import Inks, read_styles
from hornbook.theme.template.colours import Colours
from hornbook.theme.template.deriving import kinds
from hornbook.theme.template.roles import ACCENTS
from hornbook.theme.tree import Findings, Form
from hornbook.units import Rect

FAMILY = "Atkinson Hyperlegible"
MARK = (Shape("rect", Rect(0.0, 2.0, 36.0, 10.0), "voice", name="mark"),)
"""At the head of a handout: a bar of the accent, since a school's logo belongs to its slides."""
EMBLEM = "M 0 1 C 0 0.4477 0.2239 0 0.5 0 C 0.7761 0 1 0.4477 1 1 Z"
"""Half of a disc, on posters and covers."""
PAPER_GREY = "#9A9A9A"
"""Of marks on paper that are not the point."""
_WHITE, _BLACK = "#FFFFFF", "#000000"
_TEXT, _VOICE = 7.0, 4.5
_QUIET = {"mist": "#EDEDED", "cream": "#F7F3E8"}


@cache
def print_styles() -> PrintStyles:
    """The styles of handouts."""
    node, _ = read_outline(SourceFile("kinds.yaml", kinds()))
    assert isinstance(node, MapNode)
    form = Form("the kinds", node, Findings())
    return PrintStyles(read_styles(form.form("print", "the print styles"), Inks(PALETTE_SLOTS, {"body": FAMILY})))


def paper_palette(colours: Colours) -> dict[str, str]:
    """The twelve colours for paper: white, dark words, an accent that can be read, grounds that are quiet."""
    own = colours.palette()

    def first(names: tuple[str, ...], least: float, otherwise: str) -> str:
        return next((own[name] for name in names if ratio(own[name], _WHITE) >= least), otherwise)

    ink = first(("ink", "paper"), _TEXT * 1.5, _BLACK)
    return {
        **own,
        "ink": ink,
        "paper": _WHITE,
        "dark": first(("dark", "mist"), _TEXT, ink),
        "voice": first(("voice", "dark", *ACCENTS[1:]), _VOICE, ink),
        "light": first(("light", *ACCENTS), 1.3, ink),
        "caution": first(("caution",), _VOICE, ink),
        "quiet": first(("quiet",), 1.5, PAPER_GREY),
        "extra": first(("dark", "extra"), _TEXT, ink),
        "link": first(("link", "voice"), _VOICE, ink),
        **{name: own[name] if ratio(own[name], ink) >= _TEXT else quiet for name, quiet in _QUIET.items()},
    }
