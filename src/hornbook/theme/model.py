"""A theme: colours by name, faces, and named layouts with boxes at places. Composing and rendering read it; nothing writes to it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Literal

from msgspec import Struct, field
from msgspec.structs import replace

from hornbook.media.clean import Clean
from hornbook.ooxml.parts import Relationship
from hornbook.theme.contrast import ratio
from hornbook.typeset.text import Paragraph, ParagraphStyle
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

MUTED: dict[str, float] = {"darker": -0.35, "lighter": 0.35}
"""Names that a school's template has besides: its ground, so much darker or lighter. Any of its accents may be loud."""
RESTS = frozenset({"quiet", *MUTED})
"""The names that marks have which are not the point."""


class Shape(Struct, frozen=True, cache_hash=True):
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
    """As the selection pane shows it. `countdown` is the track in which an activity's bar runs, `play` the sign of a film."""


class Placeholder(Struct, frozen=True, cache_hash=True):
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
    insets: Insets = Insets()
    anchor: Anchor = "top"
    prompt: str = ""
    """What PowerPoint shows while it is empty."""
    of_template: bool = False
    """A school's template has it, with its type: a layout made from its own changes its place at most."""
    scale: float = 1.0
    """What is left of the type sizes of a school's template: the levels are scaled already, and the slide has to say so."""
    smaller: tuple[float, ...] = ()
    """Scales in which words may be set that are too long, the largest first; empty where the theme has denser layouts."""

    def shrunk(self, scale: float) -> "Placeholder":
        """The same with its words made smaller. Spaces stay, so that a program that scales them as well has room left."""
        levels = tuple(replace(style, size=style.size * scale, pitch=style.pitch * scale) for style in self.levels)
        return replace(self, levels=levels, scale=self.scale * scale)


class LayoutPicture(Struct, frozen=True):
    """A picture that a school's template draws behind its slides."""

    rect: Rect
    digest: str
    """Key of its bytes in `Template.media`."""
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    """What is cut from left, top, right, bottom, as parts of its size."""


class LayoutWords(Struct, frozen=True):
    """Words that a school's template says on all its slides: its name, a motto. They are decoration, not what a slide says."""

    rect: Rect
    paragraphs: tuple[Paragraph, ...]
    insets: Insets
    anchor: Anchor


class Layout(Struct, frozen=True, cache_hash=True):
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
    part: str = ""
    """The part of a school's template that it is, or that it is made from; empty where it is written anew."""
    derived: str = ""
    """Name of the new layout that is made from that part: what is behind it and its title, with boxes of ours."""
    behind: tuple[Shape | LayoutPicture | LayoutWords, ...] = ()
    """What that part and its master draw. The deck has it already; paper has to draw it. Colours may be `#RRGGBB` here."""

    def placeholder(self, key: str) -> Placeholder | None:
        return next((box for box in self.placeholders if box.key == key), None)

    def __getitem__(self, key: str) -> Placeholder:
        """The placeholder of that key; KeyError where the layout has none."""
        found = self.placeholder(key)
        if found is None:
            raise KeyError(f"layout {self.name!r} has no placeholder {key!r}")
        return found


class Layouts(Mapping[str, Layout]):
    """Layouts by name, each made when it is first asked for: a deck uses one in ten."""

    def __init__(
        self,
        known: tuple[tuple[str, str, int, bool], ...],
        makers: Mapping[str, Callable[[], Layout]],
        made: Mapping[str, Layout],
    ) -> None:
        """`known` has name, family, count and whether it is one of PowerPoint's own, of every layout."""
        self._known = known
        self._makers = makers
        self._made = {**made}
        self.families: dict[tuple[str, int], list[str]] = {}
        """Names by family and count, the largest first."""
        self.standard = {name for name, _, _, standard in known if standard}
        for name, family, count, _ in known:
            self.families.setdefault((family, count), []).append(name)

    def __getitem__(self, name: str) -> Layout:
        layout = self._made.get(name)
        if layout is None:
            layout = self._made[name] = self._makers[name]()
        return layout

    def __iter__(self) -> Iterator[str]:
        return (name for name, *_ in self._known)

    def __len__(self) -> int:
        return len(self._known)

    def __contains__(self, name: object) -> bool:
        return name in self._made or name in self._makers

    def changed(self, change: Callable[[Layout], Layout]) -> "Layouts":
        """The same layouts, each changed when it is asked for."""
        makers = {name: partial(self._change, name, change) for name in self}
        return Layouts(self._known, makers, {})

    def _change(self, name: str, change: Callable[[Layout], Layout]) -> Layout:
        return change(self[name])

    def __reduce__(self) -> tuple[object, ...]:
        """Another process gets them all, made."""
        no_makers: dict[str, Callable[[], Layout]] = {}
        return (Layouts, (self._known, no_makers, dict(self)))


class PrintStyles(Struct, frozen=True):
    """Paragraph styles of handouts, by name: title, subtitle, h1, h2, h3, body, list, small, furniture, label, number, cue ..."""

    styles: Mapping[str, ParagraphStyle]

    def __getitem__(self, name: str) -> ParagraphStyle:
        return self.styles[name]


_DENSITIES = ("large", "normal", "dense")
_SERIES = ("voice", "light", "dark", "quiet", "extra", "caution", "cream")
_READABLE = 4.5
_SEEN = 1.5


class TemplatePart(Struct, frozen=True):
    """A part of a school's template that goes into the deck as it is."""

    name: str
    type: str
    """Its content type."""
    data: bytes
    relationships: tuple[Relationship, ...] = ()
    """Targets are names of other parts, or addresses where they are external."""


class Template(Struct, frozen=True):
    """What a deck takes over from a school's own file: masters with their layouts, themes and pictures."""

    parts: Mapping[str, TemplatePart]
    masters: tuple[str, ...]
    """Names of the masters' parts, in the order of the file."""
    media: Mapping[str, Clean]
    """Pictures that paper can draw, by digest."""
    text_styles: bytes = b""
    """`p:defaultTextStyle` of its presentation, or nothing."""


class Theme(Struct, frozen=True):
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
    about: str = ""
    """What it is for, in a sentence."""
    paper_palette: Mapping[str, str] = field(default_factory=dict[str, str])
    """The same names on paper; empty where they are the same colours."""
    mark: tuple[Shape, ...] = ()
    """What stands at the head of a handout, in a space of 48 by 14 points."""
    emblem: str = ""
    """What is drawn large on posters and covers: an SVG path in the unit square, stretched over a place twice as wide as high."""
    language: str = ""
    """The tag of the language that its styles are for, where that makes a difference (see `theme.languages`)."""

    source: str = ""
    """A digest of the files that it was read from: the layouts of two themes with one source are the same. Empty where it was not."""
    template: Template | None = None
    """The school's own file that the layouts are from."""

    @property
    def leftward(self) -> bool:
        """Whether its lines run from right to left."""
        return self.print_styles["body"].leftward

    def families(self) -> Mapping[tuple[str, int], tuple[str, ...]]:
        """Names of layouts by family and count, the largest first; no layout is made for it."""
        if isinstance(self.layouts, Layouts):
            return {key: tuple(names) for key, names in self.layouts.families.items()}
        found: dict[tuple[str, int], list[Layout]] = {}
        for layout in self.layouts.values():
            found.setdefault((layout.family, layout.count), []).append(layout)
        return {
            key: tuple(layout.name for layout in sorted(each, key=lambda layout: _DENSITIES.index(layout.density)))
            for key, each in found.items()
        }

    def family(self, name: str, count: int = 0) -> tuple[Layout, ...]:
        """The layouts of a family for that many parts, large first, dense last; empty where there are none."""
        return tuple(self.layouts[each] for each in self.families().get((name, count), ()))

    def in_deck(self, used: Iterable[str]) -> tuple[Layout, ...]:
        """The layouts that a file holds, in order: the standard ones and those that are used."""
        wanted = set(used)
        if isinstance(self.layouts, Layouts):
            wanted |= self.layouts.standard
            return tuple(self.layouts[name] for name in self.layouts if name in wanted)
        return tuple(layout for layout in self.layouts.values() if layout.standard or layout.name in wanted)

    def colour(self, name: str) -> str:
        """`#RRGGBB` of a palette name; KeyError where the palette has no such name."""
        return self.palette[name]

    @property
    def inverse(self) -> bool:
        """Light words on a dark ground."""
        return ratio(self.palette["paper"], "#000000") < ratio(self.palette["ink"], "#000000")

    def on_paper(self) -> "Theme":
        """The theme with its colours for paper."""
        return replace(self, palette=self.paper_palette) if self.paper_palette else self

    def over(self, ground: str) -> str:
        """The palette name of words on a mark of that colour: one that can be read on the slide and on paper alike."""
        palettes = (self.palette, self.paper_palette or self.palette)

        def least(name: str) -> float:
            return min(ratio(palette[name], palette[ground]) for palette in palettes)

        names = ("ink", "paper", "dark", "cream")
        return next((name for name in names if least(name) >= _READABLE), max(names, key=least))

    @property
    def rest(self) -> str:
        """The palette name of marks that are not the point, and of thin rules."""
        return next((name for name in MUTED if name in self.palette), "quiet")

    @property
    def soft(self) -> str:
        """The palette name of words that whisper on the plain ground: a template's colour for them may be too faint to read."""
        return "extra" if ratio(self.palette["extra"], self.palette["paper"]) >= _READABLE else "ink"

    @property
    def series(self) -> tuple[str, ...]:
        """Palette names for the series of a chart, in order: those that are seen on the ground."""
        found = tuple(name for name in _SERIES if ratio(self.palette[name], self.palette["paper"]) >= _SEEN)
        return found or ("ink",)
