"""The stage: a document on a paper becomes pages of boxes at places, with the tree of what they say."""

from collections.abc import Sequence

from msgspec.structs import replace

from hornbook.diagnostics import Diagnostic, Span, error, warning
from hornbook.lesson.variants import PLAIN, Variant
from hornbook.paginate.blocks import flow
from hornbook.paginate.booklet import half, imposed
from hornbook.paginate.cards import PAD_DOWN, ground_box
from hornbook.paginate.flow import Filled, Placed, lay_out, lines_over
from hornbook.paginate.furniture import foot_lines, furniture
from hornbook.paginate.head import head_piece
from hornbook.paginate.large import each_on_a_line, in_large_print
from hornbook.paginate.mono import in_mono
from hornbook.paginate.pieces import ColumnSet, Item, Piece, moved_all
from hornbook.paginate.setting import Setter
from hornbook.paginate.sheet import BASELINE, NARROW_EDGE, NARROW_SIDE, Sheet
from hornbook.paginate.sheets.impose import sheet_pages
from hornbook.plan.deck import Deck
from hornbook.plan.document import Document
from hornbook.plan.mirroring import mirrored_pages
from hornbook.plan.page import Bookmark, Box, Page, Pages, TextBox
from hornbook.plan.structure import StructureBuilder
from hornbook.tags import is_leftward
from hornbook.theme.model import Theme
from hornbook.units import Rect, Size


def paginate(
    document: Document, paper: Size, theme: Theme, deck: Deck | None, variant: Variant = PLAIN
) -> tuple[Pages, tuple[Diagnostic, ...]]:
    """The document's pages. Nothing on them overlaps or leaves the margins; what cannot fit is a diagnostic."""
    if variant.large:
        document = in_large_print(document, deck, variant)
    if variant.booklet:
        help_line = each_on_a_line(document.help_line)
        document = replace(document, page_limit=0, sheet_sides=False, help_line=help_line)
    structure = StructureBuilder(language=document.language)
    setter = Setter(document, theme.on_paper(), deck, structure, variant)
    if document.sheets:
        sheets = sheet_pages(setter, paper)
        drawn = tuple(Filled((Placed(Piece(0.0, page.boxes), 0.0, 0.0),)) for page in sheets)
        return _finished(_plan(setter, sheets), variant), (*setter.problems, *_too_wide(document, drawn))
    sheet = _sheet(setter, paper)
    items = under_head(head_piece(setter, sheet), flow(setter, document.blocks, sheet.body.width))
    filled = lay_out(items, sheet.body.height, document.page_limit)
    pages = tuple(_page(setter, sheet, page, index + 1, len(filled)) for index, page in enumerate(filled))
    found = (
        *setter.problems,
        *_too_tall(document, filled),
        *_too_wide(document, filled),
        *_too_many(document, filled, items, sheet.body.height),
    )
    return _finished(_plan(setter, pages), variant), found


def _finished(pages: Pages, variant: Variant) -> Pages:
    """The pages as they are printed, once all is at its place."""
    pages = imposed(pages) if variant.booklet else pages
    return in_mono(pages) if variant.mono else pages


def _sheet(setter: Setter, paper: Size) -> Sheet:
    """The areas of a page, with as much room at its foot as the help line needs."""
    sheet = Sheet(half(paper), side=NARROW_SIDE, edge=NARROW_EDGE) if setter.variant.booklet else Sheet(paper)
    if setter.variant.large:
        sheet = replace(sheet, foot_lines=1, pitch=setter.style("furniture").pitch)
    return replace(sheet, foot_lines=max(sheet.foot_lines, foot_lines(setter, sheet.foot.width)))


def _plan(setter: Setter, pages: tuple[Page, ...]) -> Pages:
    """The pages with the tree that they have made."""
    document, deck = setter.document, setter.deck
    planned = Pages(
        pages,
        setter.structure.done(),
        setter.theme,
        document.title,
        document.language,
        author=document.author,
        subject=document.subject,
        bookmarks=_bookmarks(setter, pages),
        media=deck.media if deck else {},
        duplex=document.duplex,
    )
    return mirrored_pages(planned) if is_leftward(document.language) else planned


def under_head(head: Piece, items: tuple[Item, ...]) -> tuple[Item, ...]:
    """The head and what follows, which needs no rule of its own below the head's."""
    if items and isinstance(items[0], Piece):
        items = (replace(items[0], above=()), *items[1:])
    if items and isinstance(items[0], ColumnSet):
        items = (replace(items[0], ruled=False), *items[1:])
    return (head, *items)


def _page(setter: Setter, sheet: Sheet, page: Filled, number: int, count: int) -> Page:
    body = sheet.body
    placed = moved_all(drawn(page.placed, body.height), body.left, body.top)
    return Page(sheet.paper, "", (*placed, *furniture(setter, sheet, number, count)))


def drawn(placed: Sequence[Placed], room: float) -> list[Box]:
    """The pieces at their places, on the grounds of their cards; the page goes down to `room`."""
    return [*_grounds(placed, room), *_drawn(placed)]


def _grounds(placed: Sequence[Placed], room: float) -> list[Box]:
    """One ground for the neighbouring pieces of each card; where words end it and the card goes on, it reaches below them."""
    areas: dict[tuple[int, float], tuple[Piece, float, float]] = {}
    for each in placed:
        ground = each.piece.ground
        if ground is None:
            continue
        first, top, bottom = areas.get((ground.id, each.left), (each.piece, each.top, each.bottom))
        foot = min(each.bottom + PAD_DOWN, room) if each.piece.boxes else each.bottom
        areas[ground.id, each.left] = (first, min(top, each.top), max(bottom, each.bottom, foot))
    found: list[Box] = []
    for (_, left), (piece, top, bottom) in areas.items():
        if piece.ground:
            found += moved_all(ground_box(piece.ground, top, bottom - top), left, 0.0)
    return found


def _drawn(placed: Sequence[Placed]) -> list[Box]:
    boxes: list[Box] = []
    for each in placed:
        above = each.piece.above if each.top > 0 else ()
        for box in moved_all((*above, *each.piece.boxes), each.left, each.top):
            joined = _joined(boxes[-1], box) if boxes else None
            if joined:
                boxes[-1] = joined
            else:
                boxes.append(box)
    return boxes


def _joined(above: Box, below: Box) -> TextBox | None:
    """One box for two parts of a paragraph that stand below one another."""
    if not (isinstance(above, TextBox) and isinstance(below, TextBox)):
        return None
    if above.paragraphs[0] is not below.paragraphs[0] or above.tags != below.tags or above.origin[0] != below.origin[0]:
        return None
    down = below.origin[1] - above.origin[1]
    lines = tuple(replace(line, top=line.top + down, baseline=line.baseline + down) for line in below.lines)
    rect = Rect(above.rect.left, above.rect.top, above.rect.width, below.rect.bottom - above.rect.top)
    return replace(above, rect=rect, lines=(*above.lines, *lines))


def _bookmarks(setter: Setter, pages: Sequence[Page]) -> tuple[Bookmark, ...]:
    found: list[Bookmark] = []
    for index, page in enumerate(pages):
        for box in page.boxes:
            if isinstance(box, TextBox) and box.tags[0].element in setter.headings:
                level, words = setter.headings[box.tags[0].element]
                found.append(Bookmark(words, index, min(level, found[-1].level + 1) if found else 0))
    return tuple(found)


def _too_tall(document: Document, pages: Sequence[Filled]) -> tuple[Diagnostic, ...]:
    return tuple(
        error(
            "HB331",
            f'Something on page {number} of "{document.title}" is taller than the page.',
            max(page.placed, key=lambda each: each.piece.height).piece.span or document.span,
            "Shorten it, or choose a larger paper.",
        )
        for number, page in enumerate(pages, 1)
        if page.overfull
    )


def _too_wide(document: Document, pages: Sequence[Filled]) -> tuple[Diagnostic, ...]:
    """A word that is wider than its column."""
    found: list[Diagnostic] = []
    for piece in (each.piece for page in pages for each in page.placed):
        for box in (box for box in piece.boxes if isinstance(box, TextBox)):
            wide = [line for line in box.lines if line.right > box.rect.width + 0.5]
            for line in wide[:1]:
                words = max((fragment.text for fragment in line.fragments), key=len, default="")
                message = f'"{words}" is wider than its column in "{document.title}".'
                span = piece.span or document.span
                found.append(error("HB332", message, span, "Break the word with a hyphen or a space."))
    return tuple(found)


def _too_many(
    document: Document, pages: Sequence[Filled], items: Sequence[Item], room: float
) -> tuple[Diagnostic, ...]:
    limit = document.page_limit
    if not limit or len(pages) <= limit:
        return ()
    over = sum(each.piece.height for page in pages[limit:] for each in page.placed)
    lines = lines_over(items, room, limit, BASELINE) or max(1, round(over / BASELINE))
    amount = "one line" if lines == 1 else f"{lines} lines"
    message = f'"{document.title}" has {len(pages)} pages; its recipe allows {limit}.'
    hint = f'Cut about {amount}. What does not fit begins with "{_first_words(pages[limit])}".'
    return (warning("HB333", message, _first_span(pages, limit) or document.span, hint),)


def _first_span(pages: Sequence[Filled], limit: int) -> Span | None:
    """Where what does not fit begins in the outline; for what is in no outline, the last thing before it that is."""
    after = (each.piece.span for each in pages[limit].placed if each.piece.span)
    before = (each.piece.span for page in reversed(pages[:limit]) for each in reversed(page.placed) if each.piece.span)
    return next(after, None) or next(before, None)


def _first_words(page: Filled) -> str:
    for each in page.placed:
        for box in each.piece.boxes:
            if isinstance(box, TextBox) and box.paragraphs[0].plain:
                return box.paragraphs[0].plain.replace("\u00a0", " ")[:48]
    return ""
