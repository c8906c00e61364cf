"""What did not fit, in words for its author, at its place."""

from collections.abc import Iterator

from hornbook.compose.content import Arrangement, Part, TextFill
from hornbook.compose.fitting import Misfit, fit, fit_page, joined_fills
from hornbook.compose.paging import Desk
from hornbook.compose.titles import title_fill
from hornbook.diagnostics import Diagnostic, Span, error
from hornbook.theme.model import Layout

WIDE_HINTS = {
    "": "Break the word with spaces or a hyphen, or say it in shorter words.",
    "chart": "Shorten the label, or write `type: bar`, where labels have more room.",
    "table": "Say it in shorter words, or give the table fewer columns.",
}
"""What to do about a word too wide, by the placeholder that it is in."""

SHOWN = 40
"""Letters of a long text that a message repeats."""


def troubles(desk: Desk, found: Misfit) -> tuple[Diagnostic, ...]:
    """Every part that is too large even alone in the densest layout; at the least what was found first."""
    listed = tuple(dict.fromkeys(_all(desk)))
    return listed or (message(found),)


def _all(desk: Desk) -> Iterator[Diagnostic]:
    arrangement = desk.draft.content.arrangements[-1]
    parts = desk.draft.content.parts
    layouts = desk.layouts(arrangement, 1 if arrangement.split else len(parts)) or desk.layouts(arrangement, len(parts))
    if not layouts:
        return
    layout = layouts[-1]
    title = fit_page(layout, (title_fill(desk.draft, 1, 1, desk.setting),), desk.setting)
    if isinstance(title, Misfit):
        yield message(title)
    if not arrangement.split or not parts:
        yield from _misfits(desk, layout, arrangement, parts)
        return
    for part in parts:
        for piece in part.pieces or (part,):
            yield from _misfits(desk, layout, arrangement, (piece,))


def _misfits(desk: Desk, layout: Layout, arrangement: Arrangement, parts: tuple[Part, ...]) -> Iterator[Diagnostic]:
    for fill in joined_fills(layout, arrangement.fills(parts)):
        found = fit(layout, fill, desk.setting)
        if isinstance(found, Misfit):
            yield message(found, "".join(run.text for run in fill.words[0].runs) if isinstance(fill, TextFill) else "")


def message(found: Misfit, plain: str = "") -> Diagnostic:
    """The error for a misfit; `plain` are the words that are too long."""
    match found.kind:
        case "wide":
            text = f'"{_shortened(found.words)}" is wider than its place on the slide.'
            return error("HB302", text, found.span, WIDE_HINTS.get(found.key, WIDE_HINTS[""]))
        case "missing":
            return _missing(found)
        case "high":
            return _high(found, plain)


def _high(found: Misfit, plain: str) -> Diagnostic:
    match found.key:
        case "title":
            text = "This title is too long for its slide, even in the smallest size."
            hint = "Say it in one sentence of up to 120 letters, and put the rest below."
            return error("HB303", text, found.span, hint)
        case "chart":
            text = "This chart has more marks than fit one above the other."
            return error("HB304", text, found.span, "Show fewer marks, or make two charts of it.")
        case key:
            what = f'"{_shortened(plain)}"' if plain else "This row" if key == "table" else "This"
            text = f"{what} is too long for one slide."
            return error("HB301", text, found.span, "Shorten it, or divide it into two.")


def _missing(found: Misfit) -> Diagnostic:
    what = f'layout "{found.words}"' if found.words else f'layout with a place for "{found.key}"'
    hint = "Divide it into parts that have one, or choose another theme. `hornbook list layouts` shows what there is."
    return error("HB308", f"The theme has no {what}.", found.span, hint)


def _shortened(written: str) -> str:
    words = " ".join(written.split())
    return words if len(words) <= SHOWN else words[:SHOWN].rstrip() + "…"


def unknown_layout(name: str, known: str, span: Span) -> Diagnostic:
    """The error for a name that no layout has."""
    hint = f'Did you mean "{known}"?' if known else "`hornbook list layouts` shows the names."
    return error("HB306", f'The theme has no layout "{name}".', span, hint)


def unsuited_layout(name: str, key: str, span: Span) -> Diagnostic:
    """The error for a layout without a placeholder that the words need."""
    text = f'The layout "{name}" has no place for "{key}", which this slide needs.'
    return error("HB307", text, span, "Leave `layout:` out, or choose a layout made for this kind of slide.")
