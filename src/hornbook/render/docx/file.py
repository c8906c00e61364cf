"""The file around the blocks: its title, its foot, its properties, and bytes that depend on nothing but the document."""

import datetime as dt
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Inches

from hornbook.ooxml import write_package
from hornbook.plan.deck import Deck
from hornbook.plan.document import Document
from hornbook.render.docx.blocks import ROOM, write_blocks
from hornbook.render.docx.styles import element, set_up
from hornbook.render.docx.turning import turn_round
from hornbook.render.docx.writing import Writer, write_runs
from hornbook.tags import is_leftward
from hornbook.theme.model import Theme
from hornbook.units import Size

_BEGINNING = dt.datetime(1980, 1, 1)  # noqa: DTZ001 - the first day that a zip can name, in no zone


def render_docx(document: Document, theme: Theme, deck: Deck | None, paper: Size) -> bytes:
    """The document as a Word file on that paper."""
    file = docx.Document()
    _without_leftovers(file)
    set_up(file, theme, document.language)
    _page(file, paper)
    _properties(file, document)
    writer = Writer(file, document, theme, deck)
    _head(writer)
    write_blocks(writer, document.blocks)
    _foot(writer)
    if is_leftward(document.language):
        turn_round(file, document.language)
    saved = BytesIO()
    file.save(saved)
    with ZipFile(saved) as parts:
        return write_package({name: parts.read(name) for name in parts.namelist()})


def _without_leftovers(file: Any) -> None:
    """The empty file without what its makers left in it: a picture of a page, old styles, a bibliography, tables of many colours."""
    for relations in (file.part.package.rels, file.part.rels):
        for id, relation in list(relations.items()):
            if relation.reltype.rsplit("/", 1)[-1] in {"thumbnail", "stylesWithEffects", "customXml"}:
                del relations[id]
    styles = file.styles.element
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:styleId")) not in {"TableNormal", "TableGrid"}:
            styles.remove(style)


def _page(file: Any, paper: Size) -> None:
    section = file.sections[0]
    section.page_width, section.page_height = Inches(paper.width / 72), Inches(paper.height / 72)
    side = (paper.width / 72 - ROOM) / 2
    section.left_margin = section.right_margin = Inches(side)
    section.top_margin, section.bottom_margin = Inches(0.8), Inches(1.0)


def _properties(file: Any, document: Document) -> None:
    properties = file.core_properties
    properties.title, properties.author = document.title, document.author
    properties.subject, properties.language = document.subject, document.language
    properties.comments = properties.keywords = properties.last_modified_by = ""
    properties.created = properties.modified = _BEGINNING
    properties.revision = 1


def _head(writer: Writer) -> None:
    head = writer.document.head
    kicker = " · ".join(words for words in (head.kicker, head.audience) if words)
    if kicker:
        writer.paragraph("Kicker").add_run(kicker)
    write_runs(writer, writer.paragraph("Heading 1"), head.title)
    if head.subtitle:
        write_runs(writer, writer.paragraph("Lead"), head.subtitle)


def _foot(writer: Writer) -> None:
    """Whom to call, and the number of the page."""
    made = writer.file.sections[0].footer.paragraphs[0]
    made.style = writer.file.styles["Small"]
    made.paragraph_format.tab_stops.add_tab_stop(Inches(ROOM), WD_TAB_ALIGNMENT.RIGHT)
    write_runs(writer, made, writer.document.help_line)
    made.add_run("\t")
    _page_number(made)


def _page_number(paragraph: Any) -> None:
    field, run, words = element("fldSimple", instr="PAGE"), element("r"), element("t")
    words.text = "1"
    run.append(words)
    field.append(run)
    paragraph._p.append(field)  # noqa: SLF001 - python-docx has no fields
