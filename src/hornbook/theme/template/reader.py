"""A school's own .pptx or .potx becomes a `Theme`: its layouts as they are, what slides need besides made from them.

What it could not match, and what is measured with another font, is told as notes; what cannot be used at all is an error.
Everything is told at the place that names the file.
"""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from msgspec import Struct

from hornbook.diagnostics import Diagnostic, Span, error, note, warning
from hornbook.ooxml.reading import RefusedPackageError, read_package
from hornbook.theme.contrast import ratio
from hornbook.theme.model import Layout, Theme
from hornbook.theme.template.accents import accented, unnamed_colours
from hornbook.theme.template.boxes import Master, read_boxes
from hornbook.theme.template.colours import Colours, muted, scheme_of
from hornbook.theme.template.deriving import derive
from hornbook.theme.template.ground import Scene, Sheet, backdrop
from hornbook.theme.template.matching import Known, Match, match_ours, match_standard
from hornbook.theme.template.names import A, P, child, number
from hornbook.theme.template.paper import EMBLEM, MARK, PAPER_GREY, paper_palette, print_styles
from hornbook.theme.template.parts import LayoutFile, MasterFile, Taken, take_parts
from hornbook.theme.template.roles import roles
from hornbook.theme.template.site import HEIGHT, Base, Site
from hornbook.theme.template.styles import Fonts, Look
from hornbook.theme.template.views import BODY_FLOOR, TITLE_FLOOR, other_views, own_views, with_smaller_title
from hornbook.units import Rect, Size

_LEAST, _MOST = 144.0, 4032.0
"""Points of a slide's side: PowerPoint's own limits are 1 and 56 inches, and below 2 nothing could be read."""

_READABLE = 4.5
_FLOORS = {"title": TITLE_FLOOR, "body": BODY_FLOOR}
_LEAST_WIDTH, _LEAST_HEIGHT = 360.0, 190.0
"""Of the place for content, on a slide 540 points high."""


def read_template(data: bytes, name: str, span: Span | None) -> tuple[Theme | None, tuple[Diagnostic, ...]]:
    """The theme in those bytes, or None and why not; `name` is the file as its author knows it, `span` where it is named."""
    try:
        reading = _Reading.of(take_parts(read_package(data)))
        theme = reading.theme(PurePosixPath(name).stem)
    except RefusedPackageError as fault:
        code, hint = _REFUSED[fault.kind]
        return None, (error(code, f'"{name}" cannot be the theme: {fault.reason}.', span, hint),)
    if theme is None:
        hint = 'Give it a layout such as PowerPoint\'s "Title and Content", or choose another theme.'
        message = f'"{name}" has no layout with a title and a large enough place for words.'
        return None, (error("HB452", message, span, hint),)
    return theme, tuple(reading.notes(name, span))


_REFUSED = {
    "broken": ("HB450", "Open it in PowerPoint and save it as .pptx or .potx."),
    "unsafe": (
        "HB451",
        "Ask who made it for a plain .pptx or .potx: slide masters, layouts and pictures are all that is used.",
    ),
}


class _MasterReading(Struct, frozen=True):
    """A master with its layouts read."""

    look: Look
    layouts: tuple[Known, ...]


class _Reading(Struct):
    """A template while it is read."""

    taken: Taken
    size: Size
    masters: tuple[_MasterReading, ...]
    standard: dict[str, Match]
    main: _MasterReading
    """The master on which slides stand."""

    @classmethod
    def of(cls, taken: Taken) -> "_Reading":
        size = _size(taken)
        masters = tuple(_master(master, taken, size) for master in taken.masters)
        matched = [match_standard(master.layouts) for master in masters]
        chosen = next((at for at, found in enumerate(matched) if "Title and Content" in found), 0)
        return cls(taken, size, masters, matched[chosen], masters[chosen])

    def theme(self, name: str) -> Theme | None:
        """The theme; None where there is no place for words."""
        site = self._site()
        if site is None:
            return None
        colours, fonts = self.main.look.colours, self.main.look.fonts
        layouts = self._layouts(site)
        quiet = muted(colours)
        unnamed = {colour: colour for colour in sorted(unnamed_colours(layouts.values()))}
        return Theme(
            name,
            name,
            {**colours.palette(), **unnamed, **quiet},
            fonts.family("+mj-lt"),
            fonts.family("+mn-lt"),
            self.size,
            layouts,
            print_styles(),
            mark=MARK,
            emblem=EMBLEM,
            paper_palette={**paper_palette(colours), **unnamed, **dict.fromkeys(quiet, PAPER_GREY)},
            template=self.taken.template,
        )

    def _layouts(self, site: Site) -> dict[str, Layout]:
        """Those of PowerPoint's own kinds, those with our names, and then those that are made."""
        found: dict[str, Layout] = {}
        for family, match in self.standard.items():
            found |= {layout.name: layout for layout in own_views(family, match, self.size)}
        for layout, _ in match_ours(self.main.layouts):
            found.setdefault(layout.name, layout)
        for layout in other_views(self.standard, self.size):
            found.setdefault(layout.name, layout)
        found = {name: accented(layout, site.roles, self.main.look.colours) for name, layout in found.items()}
        there = {(layout.family, layout.count) for layout in found.values()}
        for name, layout in derive(site).items():
            if (layout.family, layout.count) not in there:
                found[name] = layout
        return found

    def _site(self) -> Site | None:
        match = self.standard.get("Title and Content")
        if match is None:
            return None
        base = self.standard.get("Title Only", match).known
        title = base.title or match.known.title
        body = next(box for box in match.boxes if box.key == "body")
        content = self._content(body.rect.inset(body.insets), title.rect if title else body.rect, base)
        if title is None or content is None:
            return None
        look, ground = self.main.look, base.backdrop
        colours = roles(ground.colour, body.levels[0].colour, look.colours, plain=ground.plain)
        smaller = with_smaller_title(title, self.size)
        made = Base(base.part, smaller, base.furniture, ground.colour, ground.drawn)
        return Site(self.size, content, made, body.levels, colours)

    def _content(self, body: Rect, title: Rect, base: Known) -> Rect | None:
        """The place for content: the template's own, or what is left between its title and its foot."""
        unit = self.size.height / HEIGHT
        foot = min(
            (box.rect.top for box in base.furniture if box.rect.top > self.size.height / 2), default=self.size.height
        )
        between = Rect(title.left, title.bottom + 8 * unit, title.width, foot - title.bottom - 16 * unit)
        page = Rect(0.0, 0.0, self.size.width, self.size.height)
        for place in (body, between):
            large = place.width >= _LEAST_WIDTH * unit and place.height >= _LEAST_HEIGHT * unit
            if large and page.contains(place, 1.0) and not place.overlaps(title, 1.0):
                return place
        return None

    def notes(self, name: str, span: Span | None) -> Iterator[Diagnostic]:
        """What a teacher should know about the template."""
        lacking = [family for family in _EXPECTED if family not in self.standard]
        if lacking:
            text = f'"{name}" has no layout for {_listed(lacking)}; those slides stand on layouts made in its style.'
            yield note("HB453", text, span, "A layout of that name in the template would be used instead.")
        unused = [known.name for known in self.main.layouts if known.part not in self._used()]
        if unused:
            yield note("HB453", f'No slide of a lesson stands on these layouts of "{name}": {_listed(unused)}.', span)
        if len(self.masters) > 1:
            text = f'"{name}" has {len(self.masters)} slide masters; slides stand on one of them, and the others stay in the deck.'
            yield note("HB453", text, span)
        replaced = {font: family for master in self.masters for font, family in master.look.fonts.replaced.items()}
        for font, family in sorted(replaced.items()):
            text = f'The font "{font}" of "{name}" is measured and drawn with {family}: PowerPoint may break lines elsewhere.'
            yield note("HB454", text, span, _FONT_HINTS.get(font.split()[0], ""))
        yield from self._faint(name, span)
        yield from self._small(name, span)

    def _used(self) -> set[str]:
        ours = {known.part for _, known in match_ours(self.main.layouts)}
        return ours | {match.known.part for match in self.standard.values()}

    def _faint(self, name: str, span: Span | None) -> Iterator[Diagnostic]:
        """Words of the template's own that its ground swallows."""
        for family, match in self.standard.items():
            ground = match.known.backdrop
            for box in match.boxes if ground.plain and not _covered(ground.drawn, match) else ():
                colours = self.main.look.colours
                found = ratio(colours.hex(box.levels[0].colour), colours.hex(ground.colour)) if box.levels else 21.0
                if found < _READABLE and box.key in {"title", "body", "subtitle"}:
                    text = f'The {box.key} of "{match.known.name}" in "{name}" has a contrast of {found:.1f}:1, not {_READABLE}:1.'
                    yield note("HB455", text, span, f'Change the colour in the slide master ("{family}").')

    def _small(self, name: str, span: Span | None) -> Iterator[Diagnostic]:
        """Words that the template itself sets so small that nobody reads them from the back."""
        unit = self.size.height / HEIGHT
        for family, match in self.standard.items():
            for box in match.boxes:
                floor = _FLOORS.get(box.key, 0.0)
                size = box.levels[0].size / unit if box.levels else floor
                if size < floor - 0.01:
                    text = f'The {box.key} of "{match.known.name}" in "{name}" is set in {size:.3g} points; from the back row {floor:g} can be read.'
                    yield warning("HB456", text, span, f'Make it larger in the slide master ("{family}").')


def _covered(drawn: tuple[object, ...], match: Match) -> bool:
    """Whether the template draws something where words are, so that nobody knows their ground."""
    rects = [rect for one in drawn if isinstance(rect := getattr(one, "rect", None), Rect)]
    return any(rect.overlaps(box.rect) for rect in rects for box in match.boxes)


_EXPECTED = ("Title Slide", "Section Header", "Two Content", "Comparison", "Title Only")
_FONT_HINTS = {
    "Calibri": "Install fonts-crosextra-carlito, which has its widths.",
    "Cambria": "Install fonts-crosextra-caladea, which has its widths.",
}


def _size(taken: Taken) -> Size:
    found = child(taken.presentation, f"{P}sldSz")
    width, height = (number(found.get(side)) / 12700 if found is not None else 0.0 for side in ("cx", "cy"))
    if not (_LEAST <= width <= _MOST and _LEAST <= height <= _MOST and width >= height):
        raise RefusedPackageError("broken", f"its slides are {width:.0f} x {height:.0f} points, which no lesson fits")
    return Size(width, height)


def _master(master: MasterFile, taken: Taken, size: Size) -> _MasterReading:
    mapping = child(master.root, f"{P}clrMap")
    colours = Colours(scheme_of(master.theme), _attributes(mapping))
    look = Look(Fonts.of(master.theme), colours)
    styles = child(taken.presentation, f"{P}defaultTextStyle")
    scene = Scene(look, master.theme, size, Master(master.root, styles))
    sheet = Sheet(master.root, _pictures(master.part, taken))
    return _MasterReading(look, tuple(_layout(layout, sheet, scene, taken) for layout in master.layouts))


def _layout(layout: LayoutFile, master: Sheet, scene: Scene, taken: Taken) -> Known:
    """A layout in the colours that it sees: its own map of them, its own theme."""
    own = _own_colours(layout, scene.look.colours)
    seen = scene if own is None else Scene(Look(scene.look.fonts, own), scene.theme, scene.size, scene.master)
    named = child(layout.root, f"{P}cSld")
    return Known(
        layout.part,
        (named.get("name", "") if named is not None else "").strip() or PurePosixPath(layout.part).stem,
        layout.root.get("type", ""),
        read_boxes(layout.root, scene.master, seen.look),
        backdrop(master, Sheet(layout.root, _pictures(layout.part, taken)), seen),
    )


def _own_colours(layout: LayoutFile, colours: Colours) -> Colours | None:
    override = child(layout.root, f"{P}clrMapOvr", f"{A}overrideClrMapping")
    scheme = dict(colours.scheme)
    if layout.override is not None:
        scheme |= _override_scheme(layout)
    mapping = _attributes(override) if override is not None else colours.map
    if scheme == colours.scheme and mapping == colours.map:
        return None
    return Colours(scheme, mapping, named=False)


def _override_scheme(layout: LayoutFile) -> Mapping[str, str]:
    from lxml import etree

    holder = etree.Element(f"{A}theme")
    elements = etree.SubElement(holder, f"{A}themeElements")
    scheme = child(layout.override, f"{A}clrScheme")
    if scheme is not None:
        from copy import deepcopy

        elements.append(deepcopy(scheme))
    return scheme_of(holder)


def _attributes(element: object) -> dict[str, str]:
    found = getattr(element, "attrib", {})
    return {str(key): str(words) for key, words in found.items()}


def _pictures(part: str, taken: Taken) -> dict[str, str]:
    own = taken.template.parts[part].relationships
    return {found.id: taken.pictures[found.target] for found in own if found.target in taken.pictures}


def _listed(names: list[str]) -> str:
    quoted = [f'"{name}"' for name in dict.fromkeys(names)]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} and {quoted[-1]}"
