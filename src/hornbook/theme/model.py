"""A theme: colours by name, faces, and named layouts with boxes at places. Composing and rendering read it; nothing writes to it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from hornbook.typeset.text import ParagraphStyle
from hornbook.units import Insets, Rect, Size

PlaceholderType = Literal["title", "ctrTitle", "subTitle", "body", "obj", "pic", "tbl", "chart", "ftr", "sldNum", "dt"]
"""ECMA-376 Part 1 §19.7.10, `ST_PlaceholderType`, as far as we use it."""

Density = Literal["large", "normal", "dense"]
Anchor = Literal["top", "middle", "bottom"]
ShapeKind = Literal["rect", "round-rect", "ellipse", "line", "path"]

PALETTE_SLOTS: dict[str, str] = {
    "ink": "dk1",
    "paper": "lt1",
    "dark": "dk2",
    "mist": "lt2",
    "voice": "accent1",
    "light": "accent2",
    "caution": "accent3",
    "quiet": "accent4",
    "cream": "accent5",
    "extra": "accent6",
    "link": "hlink",
    "visited": "folHlink",
}
"""The twelve names of a palette and the slot of the Office colour scheme that holds each."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Decoration drawn by a layout: it says nothing, so it is an artifact in PDF and never has words of its own but `text`."""

    kind: ShapeKind
    rect: Rect
    fill: str = ""
    """A palette name; empty means no fill."""
    stroke: str = ""
    stroke_width: float = 0.0
    path: str = ""
    """For `path`: an SVG path (M L C Z, absolute) in the unit square, stretched over `rect`."""
    text: str = ""
    """A numeral or letter that is part of the drawing (a step's number)."""
    text_style: ParagraphStyle | None = None
    dash: bool = False
    corner: float = 0.0
    """Radius of a round-rect in points."""
    name: str = ""
    """As the selection pane shows it. `countdown` is the track in which an activity's bar runs."""


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A box of a layout that a slide fills."""

    key: str
    """What goes in: `title`, `body`, `body2`, `picture`, `table`, `chart`, `source`, `footer`, `number`, `date` ... unique in its layout."""
    type: PlaceholderType
    index: int
    """`idx` of `p:ph`; unique in its layout, the same for the same key everywhere; 0 for titles."""
    name: str
    """As the selection pane shows it: `Title`, `Step 1`."""
    rect: Rect
    levels: tuple[ParagraphStyle, ...]
    """One for each list level, one to three; none for pictures. A table has the styles of its cells and of its header, a chart
    that of its labels."""
    insets: Insets = Insets()  # noqa: RUF009 - frozen
    anchor: Anchor = "top"
    prompt: str = ""
    """What PowerPoint shows while it is empty."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A named slide layout. `Title and Content`, its `Large` and its `Dense` are three layouts of one family."""

    name: str
    family: str
    density: Density
    count: int
    """How many parts it has boxes for (`Steps 4`); 0 where that is not a question."""
    office_type: str
    """`type` of `p:sldLayout` (ECMA-376 §19.7.15): title, obj, secHead, twoObj, twoTxTwoObj, titleOnly, blank, picTx, cust ..."""
    background: str
    shapes: tuple[Shape, ...]
    placeholders: tuple[Placeholder, ...]
    standard: bool = False
    """One of PowerPoint's own names: in every deck, used or not."""

    def placeholder(self, key: str) -> Placeholder | None:
        return next((box for box in self.placeholders if box.key == key), None)

    def __getitem__(self, key: str) -> Placeholder:
        """The placeholder of that key; KeyError where the layout has none."""
        found = self.placeholder(key)
        if found is None:
            raise KeyError(f"layout {self.name!r} has no placeholder {key!r}")
        return found


@dataclass(frozen=True, slots=True)
class PrintStyles:
    """Paragraph styles of handouts, by name: title, subtitle, h1, h2, h3, body, list, small, furniture, label, number, cue ..."""

    styles: Mapping[str, ParagraphStyle]

    def __getitem__(self, name: str) -> ParagraphStyle:
        return self.styles[name]


@dataclass(frozen=True, slots=True)
class Theme:
    name: str
    title: str
    palette: Mapping[str, str]
    """Palette name to `#RRGGBB`: the keys of `PALETTE_SLOTS`."""
    heading_family: str
    body_family: str
    size: Size
    layouts: Mapping[str, Layout]
    """By name, in the order of PowerPoint's layout menu."""
    print_styles: PrintStyles

    def family(self, name: str, count: int = 0) -> tuple[Layout, ...]:
        """The layouts of a family for that many parts, large first, dense last; empty where there are none."""
        order = ("large", "normal", "dense")
        found = [layout for layout in self.layouts.values() if layout.family == name and layout.count == count]
        return tuple(sorted(found, key=lambda layout: order.index(layout.density)))

    def colour(self, name: str) -> str:
        """`#RRGGBB` of a palette name; KeyError where the palette has no such name."""
        return self.palette[name]
