"""Draws docs/themes.md's pictures: slides of a real lesson, every layout, and handouts, in every theme: `python docs/theme_pictures.py`."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pypdfium2 as pdfium
from pictures import pages, save, sheet
from PIL import Image
from themes import THEMES, theme_file

from hornbook.plan.drawing import layout_boxes
from hornbook.plan.page import Box, Page, Pages, ShapeBox, Tag, TextBox
from hornbook.plan.structure import Element
from hornbook.render.pdf import render_pdf
from hornbook.source.runs import Run
from hornbook.theme.model import Layout, Placeholder, Theme
from hornbook.theme.reader import read_theme
from hornbook.typeset.paragraphs import set_paragraphs
from hornbook.typeset.text import Paragraph

WORDS = {
    "title": "One idea, said in a sentence",
    "number": "12",
    "footer": "The part",
    "source": "Where this is from, 2026",
    "minutes": "10",
    "unit": "minutes",
    "groups": "In pairs",
    "numeral": "2",
    "quote": "What was said",
    "help": "In danger now? 911",
    "card": "Whom it helps\n555-0100\nDay and night",
    "when": "April 2018",
}
LABELS = {"number": "1.", "letter": "A."}
LESSON = "the-water-cycle"
CHOSEN = [1, 4, 10, 12, 17, 19, 23, 24, 26]


def filled(layout: Layout) -> Iterator[Box]:
    """What a layout draws, with words in its boxes."""
    yield from layout_boxes(layout)
    for box in layout.placeholders:
        if box.levels:
            yield from _words(box)
        else:
            yield ShapeBox(box.rect, "rect", stroke="quiet", stroke_width=1.5, dash=True)


def _words(box: Placeholder) -> Iterator[TextBox]:
    name = box.key.rstrip("0123456789")
    lines = WORDS.get(name, box.prompt or box.name).split("\n")
    if name == "body" and len(box.levels) > 1:
        lines = ["A point", "What is under it"]
    styles = [box.levels[min(level, len(box.levels) - 1)] for level in range(len(lines))]
    paragraphs = tuple(
        Paragraph((Run(line),), style, label=LABELS.get(style.bullet, ""))
        for line, style in zip(lines, styles, strict=True)
    )
    inside = box.rect.inset(box.insets)
    text = set_paragraphs(paragraphs, inside.width)
    spare = max(inside.height - text.height, 0.0)
    down = {"top": 0.0, "middle": spare / 2, "bottom": spare}[box.anchor]
    yield TextBox(box.rect, paragraphs, text.lines, (inside.left, inside.top + down), tuple(Tag() for _ in lines))


def layouts_of(theme: Theme) -> bytes:
    """A PDF with a page for each layout."""
    made = tuple(Page(theme.size, layout.background, tuple(filled(layout))) for layout in theme.layouts.values())
    return render_pdf(Pages(made, (Element("Document", -1),), theme, theme.title, "en"))


def read(name: str) -> Theme:
    file = theme_file(name)
    assert file
    theme, found = read_theme(file, theme_file)
    assert theme, found
    return theme


def built(name: str, folder: Path) -> Path:
    command = [
        sys.executable,
        "-m",
        "hornbook",
        "build",
        LESSON,
        "--theme",
        name,
        "--out",
        str(folder / name),
        "--quiet",
    ]
    subprocess.run(command, check=True)
    return folder / name / LESSON


def every(path: Path, width: int) -> list[Image.Image]:
    return pages(path, list(range(1, len(pdfium.PdfDocument(str(path))) + 1)), width)


def main() -> None:
    names = sys.argv[1:] or [path.stem for path in sorted(THEMES.glob("*.yaml"))]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for theme in names:
            (folder / "layouts.pdf").write_bytes(layouts_of(read(theme)))
            save(sheet(every(folder / "layouts.pdf", 180), 12), f"theme-{theme}-layouts.png")
            made = built(theme, folder)
            save(sheet(pages(made / f"{LESSON}.pdf", CHOSEN, 380), 3), f"theme-{theme}.png")
            first = [made / "handouts" / f"{each}.pdf" for each in ("guided-notes", "worksheet", "slides-3up")]
            save(sheet([pages(each, [1], 300)[0] for each in first], 3), f"theme-{theme}-handouts.png")


if __name__ == "__main__":
    main()
