"""A document that was drawn before is drawn again: the bytes are those of the first time, or of a process that never drew it."""

import os
import subprocess
import sys
from pathlib import Path

SCRIPT = """\
import hashlib, sys
from hornbook.plan.page import Page, Pages, Tag, TextBox
from hornbook.plan.structure import StructureBuilder
from hornbook.render.pdf import render_pdf
from hornbook.source.runs import Run
from hornbook.typeset.paragraphs import set_paragraphs
from hornbook.typeset.text import Paragraph, ParagraphStyle
from hornbook.units import Rect, Size
from theme.daylight import daylight

def document(*texts):
    tree = StructureBuilder("Document", "en-US")
    pages = []
    for text, family in texts:
        paragraphs = (Paragraph((Run(text),), ParagraphStyle(family, 20)),)
        rect = Rect(40, 40, 400, 200)
        box = TextBox(rect, paragraphs, set_paragraphs(paragraphs, 400).lines, (40, 40), (Tag(tree.add("P")),))
        pages.append(Page(Size(480, 270), "paper", (box,)))
    return Pages(tuple(pages), tree.done(), daylight(), "Again", "en-US")

for name in sys.argv[1].split(","):
    print(hashlib.sha256(render_pdf(document(*DOCUMENTS[name]))).hexdigest())
"""
ARIAL, HYPERLEGIBLE = "Arial", "Atkinson Hyperlegible"
DOCUMENTS = {
    "plain": (("A and B", ARIAL), ("A, again", ARIAL)),
    "another word": (("A or B", ARIAL), ("A, again", ARIAL)),
    "the glyph of another letter first": (("\u0391 and B", ARIAL), ("A, again", ARIAL)),
    "another font first": (("A and B", HYPERLEGIBLE), ("A, again", ARIAL)),
    "right to left": (("A and \u05d0\u05d1", ARIAL), ("A, again", ARIAL)),
    "a page fewer": (("A, again", ARIAL),),
}


def hashes(*names: str) -> list[str]:
    """Of the documents, drawn one after the other in one new process."""
    program = f"DOCUMENTS = {DOCUMENTS!r}\n{SCRIPT}"
    here = Path(__file__).resolve().parents[1]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    run = subprocess.run(
        [sys.executable, "-c", program, ",".join(names)],
        capture_output=True,
        text=True,
        check=True,
        cwd=here,
        env=environment,
    )
    return run.stdout.split()


def test_a_page_is_drawn_anew_where_something_that_it_is_made_of_has_changed():
    order = [each for name in DOCUMENTS for each in ("plain", name)]
    alone = {name: hashes(name)[0] for name in DOCUMENTS}
    assert hashes(*order) == [alone[name] for name in order]
