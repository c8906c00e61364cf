"""The slides of `decks.py` through python-pptx alone, as a careful script would write them: layouts, placeholders, notes."""

import json
import sys
from pathlib import Path

from pptx import Presentation


def main(source: Path, target: Path) -> None:
    lesson = json.loads(source.read_text(encoding="utf-8"))
    deck = Presentation()
    title, content, section = (deck.slide_layouts[index] for index in (0, 1, 2))
    deck.slides.add_slide(title).shapes.title.text = lesson["title"]
    for part in lesson["sections"]:
        deck.slides.add_slide(section).shapes.title.text = part["title"]
        for given in part["slides"]:
            slide = deck.slides.add_slide(content)
            slide.shapes.title.text = given["title"]
            slide.placeholders[1].text = "\n".join(given["points"])
            slide.notes_slide.notes_text_frame.text = "\n".join(given["notes"])
    deck.save(target)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
