"""Paragraphs as they are asked for, and lines as they come out: the values of typesetting.

Colours are names of the theme's palette (`ink`, `voice`); only a renderer turns them into numbers.
"""

from typing import Literal

from msgspec import Struct

from hornbook.source.runs import Run

Align = Literal["left", "center", "right"]
Bullet = Literal["", "disc", "dash", "square", "number", "letter", "check", "question"]


class ParagraphStyle(Struct, frozen=True, cache_hash=True):
    """How a paragraph is set."""

    family: str
    """As the theme names it: `Arial`, `Atkinson Hyperlegible`."""
    size: float
    colour: str = "ink"
    bold: bool = False
    italic: bool = False
    align: Align = "left"
    line_spacing: float = 1.0
    """Times the natural pitch, which is the larger of 1.2 em and the face's hhea ascent + descent + gap."""
    pitch: float = 0.0
    """Exact distance of baselines in points; 0 means `line_spacing` decides. Print uses it for its baseline grid."""
    space_before: float = 0.0
    """Not applied to the first paragraph of a box."""
    space_after: float = 0.0
    indent: float = 0.0
    """Left edge of the text."""
    hanging: float = 0.0
    """How far the label (bullet or number) stands to the left of `indent`."""
    bullet: Bullet = ""
    bullet_colour: str = ""
    """Empty means the text's own."""
    key_colour: str = "voice"
    """Colour of key words, which are bold as well."""
    link_colour: str = "voice"
    kerning: bool = False
    """Kerning and ligatures: print has them, slides do not (`kern="0"` in the master)."""
    caps: bool = False
    """Shown in capitals, however it is written; only a school's template has it."""
    strong_colour: str = ""
    language: str = ""
    """What the words are in, where that decides their shapes; empty where it does not."""
    leftward: bool = False
    """Lines run from right to left. Everything that is measured from the left is measured from the right then."""
    tabs: tuple[float, ...] = ()
    """Left tab stops in points from the box's edge, for a tab character in a run."""


class Paragraph(Struct, frozen=True, cache_hash=True):
    """Words to be set in one style."""

    runs: tuple[Run, ...]
    style: ParagraphStyle
    level: int = 0
    label: str = ""
    """The number or letter of a list item (`3.`, `B`), where the bullet is `number` or `letter`."""

    @property
    def plain(self) -> str:
        return "".join(run.text for run in self.runs)


FragmentKind = Literal["text", "label", "blank"]


class Fragment(Struct, frozen=True):
    """Words of one face, size and colour at a place on a line. Bullets that are drawn have no text."""

    x: float
    """Left edge, in points from the left edge of the box that holds the lines; from the right in a leftward paragraph."""
    width: float
    text: str
    face: str
    """Key of a face: `typeset.faces.face(key)`."""
    size: float
    colour: str
    paragraph: int
    run: int
    """Index of the run in its paragraph; -1 for a label."""
    kind: FragmentKind = "text"
    rise: float = 0.0
    """Baseline shift upwards, for sub- and superscript."""
    underline: bool = False
    bullet: Bullet = ""
    """Of a label that is drawn rather than set."""
    kerning: bool = False
    leftward: bool = False
    """Its characters run from right to left."""


class Line(Struct, frozen=True):
    """One line: `baseline` and `top` in points below the top of the box that holds it."""

    top: float
    baseline: float
    height: float
    fragments: tuple[Fragment, ...]
    paragraph: int

    @property
    def right(self) -> float:
        return max((fragment.x + fragment.width for fragment in self.fragments), default=0.0)


class TextLayout(Struct, frozen=True):
    """Paragraphs broken into lines for one width."""

    lines: tuple[Line, ...]
    width: float
    height: float
    """To the bottom of the last line, `space_after` of the last paragraph not counted."""
    overwide: tuple[int, ...] = ()
    """Indices of paragraphs that hold a word wider than the measure (its line sticks out)."""
