"""Measures how much of each handout is ink and writes the table of docs/printing.md: `python docs/ink.py`.

Needs the extra `test` (pypdfium2). Pages are drawn in grey at 100 dots to the inch; a dot of half black is half a dot of ink.
"""

import re
from pathlib import Path

import pypdfium2 as pdfium

from hornbook.build.editions import make_edition
from hornbook.build.gather import gather
from hornbook.build.options import Options
from hornbook.build.workspace import built_in, find_lesson, names_of
from hornbook.lesson.variants import PLAIN, Variant

PAGE = Path(__file__).parent / "printing.md"
FLAGSHIP = "human-trafficking-and-the-internet"
HEAD = "| handout | usual | `--mono` |\n|---|--:|--:|\n"
TABLE = re.compile(re.escape(HEAD) + r"(?:\|.*\n)*")


def most_ink(data: bytes) -> float:
    """Of the page that has most of it, in percent."""
    pages = [page.render(scale=100 / 72).to_pil().convert("L") for page in pdfium.PdfDocument(data)]
    return (
        max(
            sum((255 - value) * count for value, count in enumerate(page.histogram()))
            / 255
            / (page.width * page.height)
            for page in pages
        )
        * 100
    )


def handouts(variant: Variant) -> dict[str, float]:
    """The ink of each recipe of the first audience."""
    place = find_lesson(FLAGSHIP, built_in())
    assert place is not None
    options = Options(only=names_of("handouts", built_in()), paper="letter", variant=variant)
    edition = gather(place, options, built_in()).editions[0]
    return {product.recipe: most_ink(product.data) for product in make_edition(edition).products}


def main() -> None:
    usual, spared = handouts(PLAIN), handouts(Variant(mono=True))
    rows = "".join(f"| `{name}` | {usual[name]:.1f} | {spared[name]:.1f} |\n" for name in sorted(usual))
    text, count = TABLE.subn(HEAD + rows, PAGE.read_text("utf-8"))
    assert count == 1, "the page has no table to write anew"
    PAGE.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
