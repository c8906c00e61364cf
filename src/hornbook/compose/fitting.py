"""Whether a fill fits its placeholder, and what it looks like there: the words of a box are broken into lines once, here."""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from hornbook.compose.content import ChartFill, CodeFill, Fill, IconFill, PictureFill, TableFill, TextFill, Words
from hornbook.compose.setting import Setting
from hornbook.compose.table_drawing import DrawnTable, TableMisfit, draw_table
from hornbook.diagnostics import Span
from hornbook.plan.chart_drawing import DrawnChart, draw_chart
from hornbook.theme.model import Layout, Placeholder
from hornbook.typeset.fitting import as_drawn, fits, too_high
from hornbook.typeset.lone_words import tie_lone_words
from hornbook.typeset.paragraphs import set_paragraphs, tie_last_words
from hornbook.typeset.text import Paragraph, TextLayout

LOWERED = 0.18
"""How far lowered letters reach below the others of a line, in em: a quarter down, at two thirds of the size."""

MisfitKind = Literal["high", "wide", "missing"]

_ONE_SAYING = frozenset({"title", "subtitle", "quote", "ask"})


class Misfit(Struct, frozen=True):
    """Why a slide does not fit a layout: too high, a word too wide, or no such placeholder."""

    kind: MisfitKind
    key: str
    span: Span
    words: str = ""


class FittedText(Struct, frozen=True):
    """Words broken into the lines of their box."""

    fill: TextFill
    box: Placeholder
    paragraphs: tuple[Paragraph, ...]
    text: TextLayout


class FittedPicture(Struct, frozen=True):
    """A picture always fits: it is cropped, or made smaller."""

    fill: PictureFill | IconFill | CodeFill
    box: Placeholder


class FittedChart(Struct, frozen=True):
    """A chart drawn to the size of its box."""

    fill: ChartFill
    box: Placeholder
    drawn: DrawnChart


class FittedTable(Struct, frozen=True):
    """A table, or some of its rows, set to the width of its box."""

    fill: TableFill
    box: Placeholder
    drawn: DrawnTable


Fitted = FittedText | FittedPicture | FittedChart | FittedTable


class Page(Struct, frozen=True):
    """A slide in its layout: the title first, then the fills in reading order."""

    layout: Layout
    fitted: tuple[Fitted, ...]


def fit_page(layout: Layout, fills: tuple[Fill, ...], setting: Setting) -> Page | Misfit:
    """The fills in a layout, or what does not fit. The title, which nearly always fits, is tried last."""
    found: list[Fitted] = []
    for fill in (*joined_fills(layout, fills[1:]), *fills[:1]):
        if isinstance(fill, TextFill) and fill.optional and layout.placeholder(fill.key) is None:
            continue
        fitted = fit(layout, fill, setting)
        if isinstance(fitted, Misfit):
            return fitted
        found.append(fitted)
    return Page(layout, (*found[-1:], *found[:-1]))


def joined_fills(layout: Layout, fills: tuple[Fill, ...]) -> tuple[Fill, ...]:
    """The fills, where those that the layout has no place for stand in the box that they join, after its own words."""
    placed: dict[str, Fill] = {}
    for fill in fills:
        joins = isinstance(fill, TextFill) and fill.joins and layout.placeholder(fill.key) is None
        if not (joins and isinstance(fill, TextFill) and layout.placeholder(fill.joins)):
            placed[fill.key] = fill
            continue
        above = placed.get(fill.joins)
        words = (*above.words, *fill.words) if isinstance(above, TextFill) else fill.words
        placed[fill.joins] = TextFill(fill.joins, words)
    return tuple(placed.values())


def fit(layout: Layout, fill: Fill, setting: Setting) -> Fitted | Misfit:
    """One fill in its placeholder, or why it does not fit."""
    box = layout.placeholder(fill.key)
    if box is None:
        return Misfit("missing", fill.key, span_of(fill))
    match fill:
        case TextFill():
            return fit_text(fill, box, setting)
        case PictureFill() | IconFill() | CodeFill():
            return FittedPicture(fill, box)
        case ChartFill():
            return _fit_chart(fill, box, layout, setting)
        case TableFill():
            return _fit_table(fill, box, layout, setting)


def fit_text(fill: TextFill, box: Placeholder, setting: Setting) -> FittedText | Misfit:
    """The words as lines in the box, or the first of their shorter forms that fits it, or the largest scale of the box."""
    found = _set_sized(fill, box, setting)
    for scale in box.smaller:
        if isinstance(found, FittedText):
            break
        found = _set_sized(fill, box.shrunk(scale), setting)
    return found


def _set_sized(fill: TextFill, box: Placeholder, setting: Setting) -> FittedText | Misfit:
    if fill.key in _ONE_SAYING and len(fill.words) == 1 and not fill.shorter:
        return _set_heading(fill, box, setting)
    found = _set_text(fill, box, setting)
    for words in fill.shorter:
        if isinstance(found, FittedText):
            break
        found = _set_text(replace(fill, words=words), box, setting)
    return _without_lone_words(found) if isinstance(found, FittedText) else found


def _without_lone_words(fitted: FittedText) -> FittedText:
    """The same words, no line of them one short word where that can be helped; they take no more room."""
    tied = tie_lone_words(fitted.paragraphs, fitted.text)
    if tied == fitted.paragraphs:
        return fitted
    text = set_paragraphs(tied, fitted.text.width)
    return replace(fitted, paragraphs=tied, text=as_drawn(tied, text))


def _set_heading(fill: TextFill, box: Placeholder, setting: Setting) -> FittedText | Misfit:
    """A title, what stands below it, a quotation or a question, with its last two words tied, unless that makes it longer or leaves a shorter line somewhere else."""
    (line,) = fill.words
    tied = _set_text(replace(fill, words=(replace(line, runs=tie_last_words(line.runs)),)), box, setting)
    if isinstance(tied, FittedText) and len(tied.text.lines) == 1:
        return tied
    free = _set_text(fill, box, setting)
    if isinstance(free, Misfit) or isinstance(tied, Misfit) or len(tied.text.lines) > len(free.text.lines):
        return free
    return free if _shortest_line(free) > _shortest_line(tied) + 0.5 else tied


def _shortest_line(fitted: FittedText) -> float:
    return min(line.right for line in fitted.text.lines)


def _set_text(fill: TextFill, box: Placeholder, setting: Setting) -> FittedText | Misfit:
    paragraphs = tuple(paragraph(line, box, setting) for line in fill.words)
    inside = box.rect.inset(box.insets)
    if too_high(paragraphs, inside.width, inside.height):
        return Misfit("high", fill.key, fill.words[0].span)
    text = set_paragraphs(paragraphs, inside.width)
    if text.overwide:
        line = fill.words[text.overwide[0]]
        return Misfit("wide", fill.key, line.span, widest_word(line))
    if not fits(text, inside.height - _lowered(text, paragraphs)) or (
        fill.single and len(text.lines) > len(paragraphs)
    ):
        return Misfit("high", fill.key, fill.words[0].span)
    return FittedText(fill, box, paragraphs, as_drawn(paragraphs, text))


def _lowered(text: TextLayout, paragraphs: tuple[Paragraph, ...]) -> float:
    """What lowered letters add to the height of their lines in programs that make room for them, as LibreOffice does."""
    if not any(run.script == "sub" for paragraph in paragraphs for run in paragraph.runs):
        return 0.0
    sizes = (
        paragraphs[line.paragraph].style.size for line in text.lines if any(part.rise < 0 for part in line.fragments)
    )
    return LOWERED * sum(sizes)


def paragraph(line: Words, box: Placeholder, setting: Setting) -> Paragraph:
    """The words in the style of their level; a number or letter only where the level has labels."""
    style = box.levels[min(line.level, len(box.levels) - 1)]
    if style.bullet in {"number", "letter"} and not line.label:
        style = replace(style, bullet="")
    return Paragraph(setting.resolved(line.runs), style, line.level, line.label)


def widest_word(line: Words) -> str:
    """The longest stretch without a space: what an author has to shorten."""
    plain = "".join(run.text for run in line.runs)
    return max(plain.split(), key=len, default="")


def span_of(fill: Fill) -> Span:
    """Where in the outline a fill comes from."""
    match fill:
        case TextFill():
            return fill.words[0].span
        case PictureFill():
            return fill.picture.span
        case IconFill() | CodeFill():
            return fill.span
        case ChartFill():
            return fill.chart.span
        case TableFill():
            return fill.table.span


def _fit_chart(fill: ChartFill, box: Placeholder, layout: Layout, setting: Setting) -> FittedChart | Misfit:
    drawn = draw_chart(fill.chart, box, layout.density, setting.theme)
    if isinstance(drawn, str):
        return Misfit("wide" if drawn else "high", fill.key, fill.chart.span, drawn)
    return FittedChart(fill, box, drawn)


def _fit_table(fill: TableFill, box: Placeholder, layout: Layout, setting: Setting) -> FittedTable | Misfit:
    drawn = draw_table(fill, box, layout.density, setting)
    if isinstance(drawn, TableMisfit):
        return Misfit(drawn.kind, fill.key, drawn.span, drawn.words)
    return FittedTable(fill, box, drawn)


def texts(page: Page) -> Iterator[FittedText]:
    """The text boxes of a page, the title first."""
    return (fitted for fitted in page.fitted if isinstance(fitted, FittedText))
