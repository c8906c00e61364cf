"""What all blocks of a Word file share: where the next paragraph goes, how it looks, and runs with what they mean."""

from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

from docx.enum.text import WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from msgspec import Struct, field

from hornbook.plan.deck import Deck
from hornbook.plan.document import Document
from hornbook.plan.page import Media
from hornbook.plan.structure import nested_level
from hornbook.render.docx.styles import border, colour, element, shade
from hornbook.source.addresses import written_address
from hornbook.source.runs import Run
from hornbook.theme.model import Theme

BLANK = 10
"""Letters that a line to write on takes at least."""
_GROUNDS = ("mist", "cream")


class Writer(Struct, frozen=True):
    file: Any
    document: Document
    theme: Theme
    deck: Deck | None
    tone: str = "plain"
    """Of the card that is being written."""
    levels: list[int] = field(default_factory=lambda: [1])

    @property
    def media(self) -> dict[str, Media]:
        return dict(self.deck.media) if self.deck else {}

    def heading(self, wanted: int) -> int:
        return nested_level(self.levels, wanted)

    def paragraph(self, style: str = "Normal") -> Any:
        """A new paragraph at the end, on the ground of its card."""
        made = self.file.add_paragraph(style=style)
        properties = made._p.get_or_add_pPr()  # noqa: SLF001 - python-docx has no public name for grounds
        if self.tone in _GROUNDS:
            shade(properties, self.theme, self.tone)
        if self.tone == "outline":
            border(properties, "top", "left", "bottom", "right")
        if self.tone == "light":
            border(properties, "left", size=24)
        return made

    @contextmanager
    def kept(self) -> Generator[None]:
        """What is written meanwhile stays on one page, where one page can hold it: each paragraph with the next."""
        body = self.file.element.body
        before = len(body)
        yield
        for made in body[before - 1 : -2]:
            for paragraph in made.iter(qn("w:p")):
                paragraph.get_or_add_pPr().get_or_add_keepNext()


def write_runs(writer: Writer, paragraph: Any, runs: tuple[Run, ...]) -> None:
    """Runs with what they mean; the rest comes from the paragraph's style."""
    for run in runs:
        if run.text == "\n":
            paragraph.add_run().add_break(WD_BREAK.LINE)
        elif run.write_in:
            _blank(writer, paragraph, run)
        elif run.link:
            _link(writer, paragraph, run)
        else:
            _marked(writer, paragraph.add_run(run.text), run)


def _marked(writer: Writer, made: Any, run: Run) -> None:
    if run.strong or run.key:
        made.bold = True
    if run.key:
        made.font.color.rgb = colour(writer.theme, "voice")
    if run.emphasis:
        made.italic = True
    if run.code:
        made.font.name = "Courier New"
    if run.script:
        made.font.superscript, made.font.subscript = run.script == "super", run.script == "sub"
    if run.language:
        made._r.get_or_add_rPr().append(element("lang", val=run.language))  # noqa: SLF001


def _blank(writer: Writer, paragraph: Any, run: Run) -> None:
    """A line to write on; in a key its words, underlined."""
    if run.key and run.text and writer.document.answers:
        made = paragraph.add_run(run.text)
        made.bold = made.underline = True
        made.font.color.rgb = colour(writer.theme, "voice")
        return
    paragraph.add_run("_" * max(BLANK, len(run.text)))


def _link(writer: Writer, paragraph: Any, run: Run) -> None:
    id = paragraph.part.relate_to(written_address(run.link), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    made = paragraph.add_run(run.text)
    made.underline = True
    _marked(writer, made, run)
    made.font.color.rgb = colour(writer.theme, "voice")
    link = element("hyperlink")
    link.set(qn("r:id"), id)
    link.append(made._r)  # noqa: SLF001
    paragraph._p.append(link)  # noqa: SLF001
