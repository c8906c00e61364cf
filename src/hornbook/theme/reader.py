"""A theme file becomes a `Theme`: palette, faces, grid and styles are read, layouts are expanded, and everything is looked over."""

import re
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

from msgspec.structs import replace

from hornbook.diagnostics import Diagnostic, Severity, SourceFile, Span
from hornbook.source.nodes import MapNode, ScalarNode
from hornbook.theme.extending import Find, Home, alone, read_tree
from hornbook.theme.inspect import inspect_layouts, inspect_paper
from hornbook.theme.layouts import lazy_layouts, read_layouts
from hornbook.theme.model import PALETTE_SLOTS, Layout, PrintStyles, Theme
from hornbook.theme.places import Grid, Interval, down
from hornbook.theme.proven import digest, is_proven
from hornbook.theme.room import Ground, Room
from hornbook.theme.shapes import read_mark
from hornbook.theme.styles import Inks, colour, read_styles
from hornbook.theme.tree import Findings, Form, did_you_mean
from hornbook.typeset.fontfiles import FAMILIES
from hornbook.units import Rect, Size, parse_length

THEME_KEYS = (
    "title", "about", "extends", "slide", "faces", "palette", "paper_palette", "grid", "styles", "grounds", "common",
    "layouts", "print", "mark", "emblem",
)  # fmt: skip
NEEDED_KEYS = ("palette", "faces", "grid", "styles", "layouts")
GROUND_KEYS = ("background", "instead")
GRID_KEYS = ("left", "right", "top", "bottom", "columns", "gutter", "rows")
FACE_KEYS = ("heading", "body", "print")
PRINT_NAMES = (
    "title", "subtitle", "h1", "h2", "h3", "body", "list", "small", "furniture", "label", "number", "cue", "blank",
)  # fmt: skip

COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
SLIDE = re.compile(r"(\d+(?:\.\d+)?) ?x ?(\d+(?:\.\d+)? ?(?:pt|in|mm|cm))")


def read_theme(file: SourceFile, find: Find = alone) -> tuple[Theme | None, tuple[Diagnostic, ...]]:
    """The theme of a file, or None where something in it is wrong; its name is the file's. `find` gives the file of a theme's name."""
    return _read(file, find, proven=False)


def read_theme_of(files: Sequence[SourceFile]) -> tuple[Theme | None, tuple[Diagnostic, ...]]:
    """The theme of the first file, which extends the others one after the other.

    Where all are as they were tested with the program, the theme is not looked over again, and each of its layouts is made
    when it is first asked for.
    """
    by_name = {PurePosixPath(file.path).stem: file for file in reversed(files)}
    theme, found = _read(files[0], by_name.get, proven=all(is_proven(file.text) for file in files))
    source = " ".join(digest(file.text) for file in files)
    return (replace(theme, source=source) if theme else None), found


def _read(file: SourceFile, find: Find, *, proven: bool) -> tuple[Theme | None, tuple[Diagnostic, ...]]:
    findings = Findings()
    tree = read_tree(file, find, findings)
    theme = _theme(tree, findings, PurePosixPath(file.path).stem, proven=proven) if tree else None
    failed = any(diagnostic.severity is Severity.ERROR for diagnostic in findings.diagnostics)
    return None if failed else theme, tuple(sorted(findings.diagnostics, key=lambda diagnostic: diagnostic.sort_key))


def _theme(tree: tuple[MapNode, Home], findings: Findings, name: str, *, proven: bool) -> Theme | None:
    form = Form("the theme", tree[0], findings).knows(THEME_KEYS)
    for needed in NEEDED_KEYS:
        if not isinstance(form.get(needed), MapNode):
            form.findings.error(
                "HB406", f"The theme has no `{needed}`", form.span(), f"Write `{needed}:` with its fields under it."
            )
            return None
    palette = _palette(form)
    paper = _paper_palette(form, palette)
    faces = _faces(form)
    inks = Inks(palette, faces)
    grid = _grid(form)
    styles = read_styles(form.form("styles", "the styles"), inks)
    grounds = _grounds(form, palette)
    if not styles:
        return None
    room = Room(grid, inks, styles, grounds, form.form("common", "the common part").node, paper)
    prints = read_styles(
        form.form("print", "the print styles"), Inks(palette, {**faces, "body": faces.get("print", "")})
    )
    _has_every_print_style(form, prints)
    mark = tuple(read_mark(form, room))
    layouts = form.form("layouts", "the layouts")
    if proven:
        made: Mapping[str, Layout] = lazy_layouts(layouts, room)
    else:
        made = read_layouts(layouts, room)
        inspect_layouts(made, room, form, tree[1])
        inspect_paper(paper, prints, form, tree[1])
    return Theme(
        name,
        form.text("title", name),
        palette,
        faces.get("heading", ""),
        faces.get("body", ""),
        grid.size,
        made,
        PrintStyles(prints),
        about=form.text("about"),
        paper_palette=paper,
        mark=mark,
        emblem=form.text("emblem"),
    )


def _palette(form: Form) -> dict[str, str]:
    """All twelve colours, in upper case."""
    entry = form.form("palette", "the palette").knows(PALETTE_SLOTS)
    palette: dict[str, str] = {}
    for name in PALETTE_SLOTS:
        if not entry.text(name):
            form.findings.error("HB406", f'The palette has no "{name}"', entry.span(), f'Write `{name}: "#RRGGBB"`.')
        palette[name] = _colour(entry, name) if entry.text(name) else "#000000"
    return palette


def _paper_palette(form: Form, palette: Mapping[str, str]) -> dict[str, str]:
    """The palette on paper: what is said of it, over that of the slides."""
    entry = form.form("paper_palette", "the palette on paper").knows(PALETTE_SLOTS)
    return {**palette, **{name: _colour(entry, name) for name in entry if name in PALETTE_SLOTS}}


def _colour(entry: Form, name: str) -> str:
    """`#RRGGBB` in upper case; black where it is not one."""
    words = entry.text(name)
    if COLOUR.fullmatch(words):
        return words.upper()
    message, hint = f'"{words}" is not a colour', 'Write six hexadecimal digits in quotes, such as "#14213D".'
    entry.findings.error("HB404", message, entry.span(name), hint)
    return "#000000"


def _faces(form: Form) -> dict[str, str]:
    entry = form.form("faces", "the faces").knows(FACE_KEYS)
    faces = {name: entry.text(name) for name in FACE_KEYS}
    for name, family in faces.items():
        if not family:
            form.findings.error(
                "HB406", f'The faces have no "{name}"', entry.span(), f"Write `{name}: Arial`, for example."
            )
        elif family not in FAMILIES:
            message = f'The widths of "{family}" are not known, so words in it cannot be fitted'
            form.findings.error("HB415", message, entry.span(name), did_you_mean(family, FAMILIES))
    return faces


_SHORTEST, _LONGEST = 144.0, 4032.0
"""Of a slide's side: PowerPoint takes no more than 56 inches, and on less than two nothing could be read."""


def _grid(form: Form) -> Grid:
    entry = form.form("grid", "the grid").knows(GRID_KEYS)
    left, right, top, bottom, gutter = (entry.length(key) for key in ("left", "right", "top", "bottom", "gutter"))
    columns = max(1, int(entry.number("columns", 12)))
    bare = Grid(_size(form), left, right, top, bottom, columns, gutter, {})
    return Grid(bare.size, left, right, top, bottom, columns, gutter, _rows(entry, bare))


def _size(form: Form) -> Size:
    words = form.text("slide", "960 x 540 pt")
    if match := SLIDE.fullmatch(words):
        unit = match[2][-2:]
        width, height = parse_length(f"{match[1]} {unit}"), parse_length(match[2])
        if width and height and min(width, height) >= _SHORTEST and max(width, height) <= _LONGEST:
            return Size(width, height)
    form.wrong("slide", f"two lengths such as 960 x 540 pt, each from {_SHORTEST:g} to {_LONGEST:g} pt")
    return Size(960.0, 540.0)


def _rows(entry: Form, grid: Grid) -> Mapping[str, Interval]:
    rows: dict[str, Interval] = {}
    form = entry.form("rows", "the rows of the grid")
    for name in form:
        found = down(form.text(name), grid, Rect(0.0, 0.0, grid.size.width, grid.size.height))
        if found is None:
            form.wrong(name, "where it begins and ends, such as 150 to 450 pt")
        rows[name] = found or (0.0, 0.0)
    return rows


def _grounds(form: Form, palette: Mapping[str, str]) -> dict[str, Ground]:
    """Backgrounds by name; the first one is where a layout stands that names none."""
    grounds: dict[str, Ground] = {}
    entries = form.form("grounds", "the grounds")
    for name in entries:
        entry = entries.form(name, f'the ground "{name}"').knows(GROUND_KEYS)
        swaps = entry.form("instead", f'the swaps of the ground "{name}"').knows(palette)
        named = {key: colour(swaps, key, palette) for key in swaps if isinstance(swaps.get(key), ScalarNode)}
        instead = {key: name for key, name in named.items() if name}
        grounds[name] = Ground(colour(entry, "background", palette) or "paper", instead)
    return grounds or {"paper": Ground("paper", {})}


def _has_every_print_style(form: Form, prints: Mapping[str, object]) -> None:
    place: Span = form.node.key_span("print")
    for name in PRINT_NAMES:
        if name not in prints:
            form.findings.error(
                "HB406", f'The print styles have no "{name}"', place, f"Write `{name}:` under `print:`."
            )
