"""Pages of a plan to a tagged PDF (PDF/UA-1 and PDF/A-2a): draws what the plan says where the plan says it, and decides nothing."""

from hornbook.plan.page import Page, Pages
from hornbook.render.pdf.again import drawn_pages
from hornbook.render.pdf.archive import output_intent
from hornbook.render.pdf.content import PageContent
from hornbook.render.pdf.draw import Books
from hornbook.render.pdf.file import PdfFile
from hornbook.render.pdf.fonts import FontBook
from hornbook.render.pdf.forms import write_form
from hornbook.render.pdf.links import reserve_fields, reserve_links, write_links
from hornbook.render.pdf.pictures import PictureBook
from hornbook.render.pdf.syntax import dictionary, text_string
from hornbook.render.pdf.tree import StructureTree
from hornbook.render.pdf.xmp import xmp
from hornbook.typeset.faces import face, face_key

PRODUCER = "Hornbook"


def render_pdf(pages: Pages) -> bytes:
    """The bytes of the PDF; the same plan gives the same bytes."""
    file = PdfFile(pages.language, pages.bookmarks)
    books = Books(FontBook(), PictureBook(file, pages.media))
    tree = StructureTree(pages.elements)
    for page, content in drawn_pages(pages, books):
        _add_page(file, tree, page, content)
    books.fonts.write(file)
    write_links(file, tree.annotations, tree.elements, len(pages.pages))
    return file.finish(_information(pages), _catalog(file, tree, books, pages))


def _add_page(file: PdfFile, tree: StructureTree, page: Page, content: PageContent) -> None:
    stream = content.done()
    links = reserve_links(file, content.areas, tree.elements, len(tree.annotations))
    links += reserve_fields(file, content.fields, len(tree.annotations) + len(links))
    tree.marks += content.marks
    tree.leftward |= {(content.page, mcid): words for mcid, words in content.leftward.items()}
    tree.places.update(content.places)
    tree.areas += content.areas
    tree.labels.update(content.labels)
    tree.annotations += links
    file.add_page(page.size, stream, content.pictures, [link.reference for link in links])


def _catalog(file: PdfFile, tree: StructureTree, books: Books, pages: Pages) -> dict[str, str]:
    preferences = {
        "DisplayDocTitle": "true",
        "PrintScaling": "/None",
        "Duplex": f"/{pages.duplex}" if pages.duplex else "",
    }
    form = _form(file, tree, pages)
    # what is to be filled in is not to be kept as it is, and inks have no place among colours of a screen
    archive = not form and not books.pictures.in_inks
    packet = xmp(pages.title, pages.language, pages.author, pages.subject, PRODUCER, archive=archive)
    return {
        **({"OutputIntents": output_intent(file)} if archive else {}),
        **({"AcroForm": form} if form else {}),
        "StructTreeRoot": tree.write(file, len(pages.pages)),
        "MarkInfo": "<</Marked true>>",
        "ViewerPreferences": dictionary(preferences),
        "Metadata": file.put_stream("Metadata", packet, "/Type/Metadata/Subtype/XML", pack=False),
    }


def _form(file: PdfFile, tree: StructureTree, pages: Pages) -> str:
    """The fields as a form, where there are any."""
    fields = [(at, each) for at, each in enumerate(tree.annotations) if tree.elements[each.element].role == "Form"]
    if not fields:
        return ""
    typed = face(face_key(pages.theme.print_styles["body"].family))
    return write_form(file, fields, tree.elements, len(pages.pages), typed)


def _information(pages: Pages) -> dict[str, str]:
    return {
        "Title": text_string(pages.title),
        "Author": text_string(pages.author) if pages.author else "",
        "Subject": text_string(pages.subject) if pages.subject else "",
        "Producer": text_string(PRODUCER),
    }
