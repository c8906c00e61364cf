"""The copy for Word: opened by another reader, with styles, lists, tables and pictures that are what they look like."""

import re
from functools import cache
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn

from handout.copies import NAMES, copy_of, printed_levels
from handout.sheets import deck
from hornbook.render.docx import render_docx
from hornbook.units import PAPERS
from paginate.documents import theme
from support.office import as_pdf, needs_writer
from support.validators import pdfium_text, word_problems

EACH = pytest.mark.parametrize("name", NAMES)


@cache
def data(name: str) -> bytes:
    return render_docx(copy_of(name), theme(), deck(), PAPERS["letter"])


@cache
def opened(name: str):
    return docx.Document(BytesIO(data(name)))


@EACH
def test_the_schema_of_word_has_nothing_to_say(name):
    assert word_problems(data(name)) == []


def part(name: str, path: str) -> str:
    with ZipFile(BytesIO(data(name))) as parts:
        return parts.read(path).decode()


@EACH
def test_headings_have_the_levels_of_the_printed_handout(name):
    styles = [paragraph.style.name for paragraph in opened(name).paragraphs]
    levels = tuple(int(style[-1]) for style in styles if style.startswith("Heading"))
    assert levels == printed_levels(name)


@EACH
def test_every_picture_has_words_and_every_table_a_header_that_is_repeated(name):
    file = opened(name)
    pictures = [shape._inline.docPr.get("descr") for shape in file.inline_shapes]
    assert all(pictures)
    for table in file.tables:
        head = table.rows[0]._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}")
        assert head is not None or 'firstRow="0"' in table._tbl.tblPr.xml


@EACH
def test_the_file_says_its_language_its_title_and_no_time_or_name_of_a_machine(name):
    properties = opened(name).core_properties
    assert (properties.title, properties.language) == (copy_of(name).title, "en-US")
    assert properties.created.year == properties.modified.year == 1980
    assert properties.last_modified_by == ""
    assert re.search(r'<w:lang w:val="en-US"/>', part(name, "word/styles.xml"))


def test_lists_are_lists_and_each_counts_from_its_own_start():
    numbered = [
        paragraph._p.pPr.numPr.numId.val
        for paragraph in opened("worksheet").paragraphs
        if paragraph._p.pPr.numPr is not None
    ]
    assert len(set(numbered)) >= 3
    assert all(
        paragraph.style.name == "List Paragraph"
        for paragraph in opened("worksheet").paragraphs
        if paragraph._p.pPr.numPr is not None
    )


def test_answers_are_in_the_key_only():
    words = {
        name: "\n".join(each.text for each in opened(name).paragraphs)
        for name in ("guided-notes", "guided-notes-key", "quiz", "quiz-key")
    }
    assert "glacier" not in words["guided-notes"]
    assert "glacier" in words["guided-notes-key"]
    assert "(Answer)" not in words["quiz"]
    assert "In a lake or the sea (Answer)" in words["quiz-key"]


def test_the_foot_says_whom_to_call_and_the_page():
    foot = opened("worksheet").sections[0].footer.paragraphs[0]
    assert "1-800-555-0100" in foot.text
    assert "PAGE" in foot._p.xml


def test_a_number_to_call_stays_with_whose_it_is():
    paragraphs = opened("fact-sheet").paragraphs
    numbers = [index for index, paragraph in enumerate(paragraphs) if paragraph.style.name == "Number"]
    assert numbers
    for index in numbers:
        named = next(at for at in range(index, 0, -1) if paragraphs[at].style.name == "Question")
        assert all(paragraph.paragraph_format.keep_with_next for paragraph in paragraphs[named + 1 : index])


def test_the_same_document_gives_the_same_bytes():
    assert render_docx(copy_of("worksheet"), theme(), deck(), PAPERS["letter"]) == data("worksheet")


@pytest.mark.office
def test_an_office_program_draws_it(tmp_path):
    needs_writer()
    path = tmp_path / "guide.docx"
    path.write_bytes(data("facilitator-guide"))
    words = " ".join(pdfium_text(as_pdf(path, tmp_path).read_bytes()).split())
    assert "Rivers and what they carry" in words
    assert "Where is ours?" in words
