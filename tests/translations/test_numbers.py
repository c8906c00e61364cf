"""Numbers of charts and tables in a translation: the same in everything that is made of the lesson, and as its reader writes them."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from pptx import Presentation

from hornbook.build.making import make
from hornbook.build.options import Options
from support.validators import pdfium_text
from translations.lessons import write_lesson, write_po
from translations.test_building import all_words, place_of

OUTLINE = """\
title: Water
language: en-US
slides:
  - title: Where it is
    minutes: 2.5
    chart: {type: bar, labels: [Sea, Ice], series: {Share: [96.5, "1.25"]}, unit: "%", alt: Two bars}
  - title: How much
    table: {header: [Where, "2,022"], rows: [[Sea, "1,338,000"], [Ice, "24.1"], [Call, 1-888-373-7888]]}
  - statement: 17.3
handouts: [facilitator-guide, slides-1up]
"""


def texts(folder: Path, language: str, **options: object) -> dict[str, str]:
    """The words of each file that is made in that language, on one line."""
    outline = write_lesson(folder, OUTLINE)
    write_po(outline, language, all_words(outline))
    wanted = Options(language=language, out=folder / "out", cache=None, **options)  # type: ignore[arg-type]
    made = make((place_of(outline),), wanted, folder, lambda _: None)["safe"]
    assert not made.failed, [each.message for each in made.diagnostics]
    return {output.path.name: " ".join(words(output.path).split(" ")) for output in made.outputs}


def words(path: Path) -> str:
    data = path.read_bytes()
    match path.suffix:
        case ".pdf":
            return pdfium_text(data)
        case ".pptx" | ".docx":
            parts = zipfile.ZipFile(io.BytesIO(data))
            return "".join(parts.read(name).decode() for name in parts.namelist() if name.endswith((".xml", ".svg")))
        case _:
            return path.read_text("utf-8")


FRENCH = ("96,5", "1,25", "24,1", "17,3", "1\u202f338\u202f000", "1-888-373-7888")


@pytest.mark.parametrize("options", [{}, {"format": "docx"}, {"format": "html"}], ids=["pdf", "docx", "html"])
def test_numbers_of_data_are_those_of_the_language_in_every_file(tmp_path: Path, options: dict[str, str]):
    found = texts(tmp_path, "fr", **options)
    kinds = {"safe-fr.pptx", "safe-fr.pdf"} if not options else set[str]()
    assert kinds <= set(found)
    for name, text in found.items():
        if name.endswith(".txt"):
            continue
        drawn = name.endswith((".pptx", ".docx"))  # the chart is native there, or a picture
        wanted = FRENCH[2:] if drawn else FRENCH
        said = {number: number in text or number.replace("\u202f", "\u00a0") in text for number in wanted}
        assert all(said.values()), (name, said)
        assert re.search(r"(?<![\d.])(24\.1|17\.3|1,338,000)(?![\d.])", text) is None, name
        if not drawn:
            assert "96.5" not in text, name


def test_a_native_chart_keeps_its_numbers_and_says_how_to_show_them(tmp_path: Path):
    texts(tmp_path, "fr", only=("deck",))
    (deck,) = (tmp_path / "out").rglob("*.pptx")
    (chart,) = [shape.chart for slide in Presentation(str(deck)).slides for shape in slide.shapes if shape.has_chart]
    (series,) = chart.plots[0].series
    assert tuple(series.values) == (96.5, 1.25)
    assert (
        'formatCode="General&quot;\u00a0%&quot;"' in chart._chartSpace.xml
        or 'General"\u00a0%"' in chart._chartSpace.xml
    )


def test_spanish_has_the_numbers_of_its_readers_in_the_americas(tmp_path: Path):
    for text in texts(tmp_path, "es", only=("deck-pdf", "facilitator-guide")).values():
        assert "96.5%" in text
        assert "1,338,000" in text
        assert "96,5" not in text
