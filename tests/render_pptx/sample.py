"""Decks made by hand over the daylight theme, so that the renderer is tested without the stages before it."""

import struct
import zlib
from functools import cache
from pathlib import Path

from msgspec.structs import replace

from hornbook.diagnostics import SourceFile
from hornbook.plan.deck import Deck, DeckSection, NoteParagraph, Reveal, SlidePlan
from hornbook.plan.page import ChartContent, GroupBox, Media, PictureBox, ShapeBox, TableContent, TextBox
from hornbook.plan.structure import Element
from hornbook.source.runs import Run
from hornbook.theme.model import Layout, Theme
from hornbook.theme.reader import read_theme
from hornbook.typeset.text import Paragraph, ParagraphStyle
from hornbook.units import Rect, Size

THEME_FILE = Path(__file__).parents[2] / "decks" / "themes" / "daylight.yaml"

Words = str | list[str | tuple[int, str] | Paragraph]


@cache
def daylight() -> Theme:
    theme, _ = read_theme(SourceFile("themes/daylight.yaml", THEME_FILE.read_text("utf-8")))
    assert theme is not None
    return theme


def png(width: int = 2, height: int = 2, colour: bytes = b"\x0a\x6e\x68") -> bytes:
    """A plain picture, written by hand."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))

    rows = (b"\0" + colour * width) * height
    header = struct.pack(">LLBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40" width="40" height="40">'
    b'<circle cx="20" cy="20" r="18" fill="#0A6E68"/></svg>'
)
MEDIA = {
    "a1": Media("png", png(40, 30), 40, 30),
    "b2": Media("svg", SVG, 40, 40, fallback=png(40, 40)),
}


def paragraph(words: str | tuple[int, str] | Paragraph, levels: tuple[ParagraphStyle, ...], number: int) -> Paragraph:
    if isinstance(words, Paragraph):
        return words
    level, text = words if isinstance(words, tuple) else (0, words)
    style = levels[min(level, len(levels) - 1)]
    label = f"{number}." if style.bullet == "number" else ""
    return Paragraph((Run(text),), style, level, label)


def words(layout: Layout, key: str, value: Words) -> TextBox:
    box = layout[key]
    given = [value] if isinstance(value, str) else value
    paragraphs = tuple(paragraph(item, box.levels, number) for number, item in enumerate(given, 1))
    return TextBox(box.rect, paragraphs, (), (box.rect.left, box.rect.top), (), key)


def runs(layout: Layout, key: str, *parts: Run, level: int = 0) -> Paragraph:
    return Paragraph(parts, layout[key].levels[level], level)


def slide(number: int, layout: str, title: str, *boxes: object, **extra: object) -> SlidePlan:
    """A slide of a layout: its title, then `boxes` (a pair of key and words, or a box), then its number."""
    form = daylight().layouts[layout]
    made = [words(form, *box) if isinstance(box, tuple) else box for box in boxes]
    whole = [words(form, "title", title), *made, words(form, "footer", "The part"), words(form, "number", str(number))]
    plan = SlidePlan(number, layout, title, "points", tuple(whole), (Element("Sect", -1),), (), 0, "")
    return replace(plan, **extra)


def chart(type: str = "column", *, labels: tuple[str, ...] = ("2022", "=1+1", "2024")) -> ChartContent:
    series = (("Reports", (80524.0, 186819.0, None)),)
    colours = (("quiet", "voice", "quiet"),)
    if type in {"stacked", "line"}:
        series += (("Others", (12000.0, None, 30000.0)),)
        colours += (("caution", "caution", "caution"),)
    light = {"voice": "paper", "dark": "paper", "caution": "paper", "light": "ink", "quiet": "ink"}
    alt = "Reports more than doubled"
    return ChartContent(type, labels, series, "reports", colours, "#,##0", 18, "Arial", alt=alt, on_marks=light)


def chart_box(layout: Layout, content: ChartContent) -> GroupBox:
    rect = layout["chart"].rect
    return GroupBox(rect, Size(rect.width, rect.height), (), native=content, placeholder="chart", alt=content.alt)


def table_box(layout: Layout) -> GroupBox:
    rect = layout["table"].rect
    style = ParagraphStyle("Arial", 20)
    head = replace(style, bold=True)

    def cell(text: str, style: ParagraphStyle = style) -> tuple[Paragraph, ...]:
        return (Paragraph((Run(text),), style),) if text else ()

    content = TableContent(
        columns=(rect.width / 2, rect.width / 2),
        rows=(36.0, 36.0, 36.0),
        cells=((cell("Year", head), cell("Reports", head)), (cell("2022"), cell("80,524")), (cell("2023"), cell(""))),
        header=True,
        row_headers=True,
        caption="Reports by year",
    )
    return GroupBox(rect, Size(rect.width, rect.height), (), native=content, placeholder="table")


def picture_box(layout: Layout, digest: str = "a1", **extra: object) -> PictureBox:
    return replace(PictureBox(layout["picture"].rect, digest, placeholder="picture", alt="A plain picture"), **extra)


NOTES = (
    NoteParagraph((Run("which of the "), Run("three", emphasis=True), Run(" words is hardest to see?")), cue="Ask"),
    NoteParagraph((Run("Wait"),), bullet="number"),
    NoteParagraph((Run("Take "), Run("two", strong=True), Run(" answers")), bullet="number"),
    NoteParagraph((Run("Paper"),), bullet="disc"),
)


def every_kind() -> Deck:
    """A deck that holds one of everything that the renderer writes."""
    theme = daylight()
    at = theme.layouts
    marked = [
        runs(
            at["Title and Content"], "body", Run("Force", key=True), Run(", "), Run("fraud", strong=True), Run(" or "),
            Run("coercion", emphasis=True), Run("1", script="super", link="#slide-9"), Run(" & <more>"),
        ),
        runs(at["Title and Content"], "body", Run("An address", link="https://example.org/?a=1&b=2"), Run("\n"), Run("x"), Run("2", script="sub")),
        (1, "Under it"),
        (2, "Under that"),
        runs(at["Title and Content"], "body", Run("Bonjour", language="fr-FR"), Run(" "), Run("print()", code=True)),
    ]  # fmt: skip
    numbered = [
        replace(paragraph(text, at["Steps"]["body"].levels, 0), label=f"{n}.")
        for n, text in ((4, "Fourth"), (5, "Fifth"))
    ]
    chart_layout, table_layout = at["Chart"], at["Table"]
    slides = (
        slide(1, "Title Slide", "A lesson", ("subtitle", "And what it is about"), ("details", "Grades 9-12")),
        slide(2, "Section Header", "The first part", ("subtitle", "8 minutes"), ("numeral", "1"), notes=NOTES),
        slide(3, "Title and Content", "It takes away a choice", ("body", marked), ("source", "1 The law"), notes=NOTES,
              links={"#slide-9": 9}, reveals=(Reveal("body", 0, 0), Reveal("body", 1, 3), Reveal("body", 4, 4))),
        slide(4, "Steps", "What to do (2 of 2)", ("body", numbered)),
        slide(5, "Steps 3", "Three steps", ("step1", ["Stop", (1, "Do not pay")]), ("step2", "Tell"), ("step3", "Report"),
              reveals=(Reveal("step1", -1, -1), Reveal("step2", -1, -1), Reveal("step3", -1, -1))),
        slide(6, "Chart", "Reports rose", chart_box(chart_layout, chart()), ("note", "Reports are not children")),
        slide(7, "Table", "What was counted", table_box(table_layout), ("caption", "Reports by year")),
        slide(8, "Content with Picture", "With a picture", ("body", ["One", "Two"]), picture_box(at["Content with Picture"])),
        slide(9, "Picture", "A drawing", picture_box(at["Picture"], "b2", alt="", decorative=True), hidden=True),
        slide(10, "Activity", "Two stories", ("minutes", "10"), ("unit", "minutes"), ("body", ["Read", "Talk"]), countdown=10.0),
        slide(11, "Quiz Choices 3", "Check: 1 of 3", ("ask", "Which helps?"), ("choice1", "Hiding"), ("choice2", "Telling"),
              ("choice3", "Paying"), ("answer", "B. Telling"), reveals=(Reveal("answer", -1, -1),)),
        slide(12, "Chart", "A bar", chart_box(chart_layout, chart("bar"))),
        slide(13, "Chart", "A line", chart_box(chart_layout, chart("line"))),
        slide(14, "Chart", "A pie", chart_box(chart_layout, chart("pie"))),
        slide(15, "Chart", "Stacked", chart_box(chart_layout, chart("stacked"))),
        slide(16, "Title and Content", "Drawn", ("body", "Words"), ShapeBox(Rect(0, 534, 400, 6), "rect", fill="voice"),
              ShapeBox(Rect(500, 300, 80, 80), "path", stroke="caution", stroke_width=2, path="M 0 0 L 1 0 C 1 1 0.5 1 0 1 Z")),
    )  # fmt: skip
    return Deck(
        title="A lesson & more", subtitle="What it is about", language="en-US", authors=("A. Teacher", "B. Writer"),
        subject="Civics", keywords=("law", "rights"), theme=theme, slides=slides,
        sections=(DeckSection("Opening", 1, 1), DeckSection("The first part", 2, 8), DeckSection("Practice", 10, 7)),
        media=MEDIA,
    )  # fmt: skip
