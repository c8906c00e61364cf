"""The deck as other programs read it: python-pptx finds every word where it should be, and LibreOffice draws it."""

import io

import pytest

from hornbook.plan.deck import Deck
from hornbook.render.pptx import render_pptx
from hornbook.source.runs import Run
from render_pptx.package import NS, Package, tag, words_of
from render_pptx.repairs import repairs
from render_pptx.sample import NOTES, daylight, every_kind, runs, slide
from support.office import convert


@pytest.fixture(scope="module")
def presentation(deck_bytes):
    from pptx import Presentation

    return Presentation(io.BytesIO(deck_bytes))


def test_python_pptx_finds_every_title(presentation):
    titles = [found.shapes.title.text_frame.text for found in presentation.slides]
    assert titles == [plan.title for plan in every_kind().slides]


def test_python_pptx_finds_the_layout_of_every_slide(presentation):
    assert [found.slide_layout.name for found in presentation.slides] == [plan.layout for plan in every_kind().slides]


def test_python_pptx_finds_every_note(presentation):
    for found, plan in zip(presentation.slides, every_kind().slides, strict=True):
        assert found.has_notes_slide == bool(plan.notes)
        if plan.notes:
            lines = found.notes_slide.notes_text_frame.text.split("\n")
            assert lines == ["Ask: which of the three words is hardest to see?", "Wait", "Take two answers", "Paper"]


def test_python_pptx_finds_every_alternative_text(presentation):
    def alt(number):
        return {
            shape.name: shape._element.xpath(".//p:cNvPr")[0].get("descr")
            for shape in presentation.slides[number - 1].shapes
            if shape.shape_type is not None and not shape.has_text_frame
        }

    assert alt(6) == {"Chart": "Reports more than doubled"}
    assert alt(7) == {"Table": "Reports by year"}
    assert alt(8) == {"Picture": "A plain picture"}
    assert alt(9) == {"Picture": ""}


def test_python_pptx_reads_the_numbers_of_a_chart(presentation):
    graphic = next(shape for shape in presentation.slides[5].shapes if shape.has_chart)
    plot = graphic.chart.plots[0]
    assert list(plot.categories) == ["2022", "=1+1", "2024"]
    assert list(plot.series[0].values) == [80524.0, 186819.0, None]


def test_python_pptx_reads_the_cells_of_a_table(presentation):
    graphic = next(shape for shape in presentation.slides[6].shapes if shape.has_table)
    table = graphic.table
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Year", "Reports"],
        ["2022", "80,524"],
        ["2023", ""],
    ]
    assert (table.first_row, table.first_col, table.horz_banding) == (True, True, False)


def test_python_pptx_saves_what_it_opened(presentation):
    file = io.BytesIO()
    presentation.save(file)
    again = Package(file.getvalue())
    assert len(again.parts("slides")) == len(every_kind().slides)


def test_the_document_says_what_it_is_and_nothing_about_who_built_it_when(presentation, package):
    properties = presentation.core_properties
    assert (properties.title, properties.author, properties.subject) == (
        "A lesson & more",
        "A. Teacher; B. Writer",
        "Civics",
    )
    assert (properties.keywords, properties.language) == ("law, rights", "en-US")
    assert (properties.created, properties.modified, properties.last_modified_by) == (None, None, "")
    assert b"Application" not in package.bytes("docProps/app.xml")
    assert b"<Slides>16</Slides><Notes>2</Notes><HiddenSlides>1</HiddenSlides>" in package.bytes("docProps/app.xml")


def test_the_same_deck_gives_the_same_bytes(deck_bytes):
    assert render_pptx(every_kind()) == deck_bytes


def test_without_notes_no_word_of_them_is_in_the_file():
    public = Package(render_pptx(every_kind(), notes=False))
    assert public.parts("notesSlides") == []
    assert not any(b"hardest" in public.bytes(name) for name in public.names)


def test_a_hidden_slide_is_hidden_and_no_other(package):
    shown = [package.tree(name).get("show") for name in package.parts("slides")]
    assert [number for number, show in enumerate(shown, 1) if show == "0"] == [9]
    assert set(shown) == {None, "0"}


def test_links_lead_out_and_to_slides(package):
    links = package.relationships("ppt/slides/slide3.xml")
    assert ("hyperlink", "https://example.org/?a=1&b=2", True) in links.values()
    jump = next(node for node in package.slide(3).iter(tag("a:hlinkClick")) if node.get("action"))
    assert jump.get("action") == "ppaction://hlinksldjump"
    assert links[jump.get(f"{{{NS['r']}}}id")] == ("slide", "ppt/slides/slide9.xml", False)


def test_an_address_is_written_so_that_every_program_can_follow_it():
    layout = daylight().layouts["Title and Content"]
    addresses = ("https://example.org/a b|c", "https://münchen.example/ü", "mailto:a@b.org?subject=Two words")
    body = [runs(layout, "body", Run("Here", link=address)) for address in addresses]
    deck = Deck("A", "", "en-US", (), "", (), daylight(), (slide(1, "Title and Content", "Links", ("body", body)),), ())
    written = Package(render_pptx(deck))
    targets = [target for _, target, outside in written.relationships("ppt/slides/slide1.xml").values() if outside]
    assert targets == [
        "https://example.org/a%20b%7Cc",
        "https://xn--mnchen-3ya.example/%C3%BC",
        "mailto:a@b.org?subject=Two%20words",
    ]
    assert repairs(written) == []


def test_a_list_that_goes_on_starts_at_its_number(package):
    body = next(shape for shape in package.slide(4).iter(tag("p:sp")) if "Fourth" in words_of(shape))
    starts = [node.get("startAt") for node in body.iter(tag("a:buAutoNum"))]
    assert starts == ["4", "4"]


def test_sections_keep_their_ids_and_say_their_names(package):
    again = Package(render_pptx(every_kind()))

    def named(found):
        return [
            (node.get("name"), node.get("id")) for node in found.tree("ppt/presentation.xml").iter(tag("p14:section"))
        ]

    assert [name for name, _ in named(package)] == ["Opening", "The first part", "Practice"]
    assert named(package) == named(again)
    assert len({id for _, id in named(package)}) == 3


def test_notes_hold_lists_emphasis_and_cues(package):
    paragraphs = list(package.tree("ppt/notesSlides/notesSlide2.xml").iter(tag("a:p")))[: len(NOTES)]
    cue = next(paragraphs[0].iter(tag("a:r")))
    assert (words_of(cue), cue.find("a:rPr", NS).get("b")) == ("Ask: ", "1")
    assert [run.find("a:rPr", NS).get("i") for run in paragraphs[0].iter(tag("a:r"))] == [None, None, "1", None]
    assert [node.get("type") for node in paragraphs[1].iter(tag("a:buAutoNum"))] == ["arabicPeriod"]
    assert [node.get("char") for node in paragraphs[3].iter(tag("a:buChar"))] == ["•"]


def test_a_lesson_without_titled_parts_has_no_sections():
    deck = Deck("A", "", "en-US", (), "", (), daylight(), (slide(1, "Title Only", "One"),), ())
    root = Package(render_pptx(deck)).tree("ppt/presentation.xml")
    assert root.find("p:extLst", NS) is None


def converted(deck_bytes, folder, target):
    """What LibreOffice makes of the deck."""
    path = folder / "deck.pptx"
    path.write_bytes(deck_bytes)
    return convert(path, folder / "out", target)


@pytest.mark.office
def test_libreoffice_draws_every_slide_that_is_shown(deck_bytes, tmp_path):
    import pypdfium2

    document = pypdfium2.PdfDocument(converted(deck_bytes, tmp_path, "pdf"))
    texts = [document[index].get_textpage().get_text_bounded() for index in range(len(document))]
    document.close()
    shown = [plan for plan in every_kind().slides if not plan.hidden]
    assert len(texts) == len(shown)
    for words, plan in zip(texts, shown, strict=True):
        assert plan.title.split()[0] in words


@pytest.mark.office
def test_libreoffice_keeps_slides_titles_notes_and_descriptions_of_pictures_when_it_saves(deck_bytes, tmp_path):
    from pptx import Presentation

    saved = Presentation(converted(deck_bytes, tmp_path, "pptx"))
    for found, plan in zip(saved.slides, every_kind().slides, strict=True):
        assert found.shapes.title.text_frame.text == plan.title
        notes = found.notes_slide.notes_text_frame.text if found.has_notes_slide else ""
        assert all(run.text in notes for note in plan.notes for run in note.runs)
    descriptions = [node.get("descr") for node in saved.slides[7].shapes._spTree.xpath(".//p:pic//p:cNvPr")]
    assert descriptions == ["A plain picture"]
