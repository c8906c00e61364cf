"""Draws the pictures of the README and of these pages from real output: `python docs/pictures.py`.

Needs the extra `test` (pypdfium2). Decks are drawn from their PDFs, so that no office program is needed.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image

HERE = Path(__file__).parent
FLAGSHIP = "human-trafficking-and-the-internet"
GAP = 12
GROUND = "#6f7780"


def pages(path: Path, numbers: list[int], width: int) -> list[Image.Image]:
    """Pages of a PDF, counted from 1, each `width` pixels wide."""
    document = pdfium.PdfDocument(str(path))
    found = [document[number - 1] for number in numbers]
    return [page.render(scale=width / page.get_width()).to_pil().convert("RGB") for page in found]


def sheet(images: list[Image.Image], columns: int) -> Image.Image:
    """Pictures in rows on a grey ground."""
    rows = [images[start : start + columns] for start in range(0, len(images), columns)]
    width = max(sum(image.width + GAP for image in row) for row in rows) + GAP
    height = sum(max(image.height for image in row) + GAP for row in rows) + GAP
    ground = Image.new("RGB", (width, height), GROUND)
    top = GAP
    for row in rows:
        left = GAP
        for image in row:
            ground.paste(image, (left, top))
            left += image.width + GAP
        top += max(image.height for image in row) + GAP
    return ground


def save(image: Image.Image, name: str) -> None:
    path = HERE / "pictures" / name
    path.parent.mkdir(exist_ok=True)
    image.quantize(128, dither=Image.Dither.NONE).save(path, optimize=True)
    print(f"{path.relative_to(HERE.parent)}  {path.stat().st_size // 1024} KB")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        command = [sys.executable, "-m", "hornbook", "build", FLAGSHIP, "the-water-cycle", "--out", folder, "--quiet"]
        subprocess.run(command, check=True)
        deck = out / FLAGSHIP / f"{FLAGSHIP}-community.pdf"
        rain = out / "the-water-cycle" / "the-water-cycle.pdf"
        last = len(pdfium.PdfDocument(str(deck)))
        save(sheet(pages(deck, [1, 14, 16, 21, 27, last], 420), 3), "deck.png")
        save(sheet(pages(rain, list(range(1, len(pdfium.PdfDocument(str(rain))) + 1)), 300), 4), "every-kind.png")
        handouts = out / FLAGSHIP / "handouts"
        names = ["guided-notes-classroom", "worksheet-classroom", "fact-sheet-community", "facilitator-guide-classroom"]
        save(sheet([pages(handouts / f"{name}.pdf", [1], 420)[0] for name in names], 4), "handouts.png")


if __name__ == "__main__":
    main()
