from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from hornbook.diagnostics import SourceFile, Span
from hornbook.paginate.flow import break_pages, lay_out
from hornbook.paginate.pages import paginate
from hornbook.paginate.pieces import GRID, MAY_PART, MUST_STAY, Piece
from hornbook.paginate.sheet import Sheet
from hornbook.plan.document import (
    Card,
    ColumnFlow,
    FillField,
    FillFields,
    Heading,
    Keep,
    ListBlock,
    PageBreak,
    Side,
    TableBlock,
    Words,
)
from hornbook.plan.page import TextBox
from hornbook.source.runs import Run
from paginate.documents import A4, LETTER, document, text_boxes, theme, words_on, written
from paginate.random_blocks import INNER, blocks_with
from support.counts import many

BLOCK = st.one_of(blocks_with(INNER), st.just(FillFields((FillField("Name", 2), FillField("Date", 1)))))
FILE = SourceFile("lesson.yaml", "")
SLOW = settings(max_examples=many(25), deadline=None, suppress_health_check=[HealthCheck.too_slow])


@SLOW
@given(st.lists(BLOCK, max_size=12), st.sampled_from([LETTER, A4]))
def test_nothing_overlaps_or_leaves_the_page(blocks, paper):
    pages, found = paginate(document(*blocks), paper, theme(), None)
    if any(each.code == "HB331" for each in found):
        return
    safe = Sheet(paper).safe
    for page in pages.pages:
        texts = list(text_boxes(page))
        assert all(safe.contains(box.rect, 0.6) for box in page.boxes)
        for index, box in enumerate(texts):
            assert not any(box.rect.overlaps(other.rect, 0.5) for other in texts[index + 1 :])


def said(blocks):
    """The words of blocks, in order."""
    for block in blocks:
        match block:
            case Words(runs=runs) | Heading(runs=runs):
                yield from runs[0].text.split()
            case ListBlock(items=items):
                for item in items:
                    yield from item.runs[0].text.split()
            case TableBlock(header=header, rows=rows):
                for cells in (header, *rows):
                    for cell in cells:
                        yield from cell[0].text.split()
            case Side(left=left, right=right):
                yield from said(left)
                yield from said(right)
            case Card(blocks=inner) | Keep(blocks=inner) | ColumnFlow(blocks=inner):
                yield from said(inner)
            case FillFields(fields=fields):
                yield from (field.label for field in fields)
            case _:
                pass


@SLOW
@given(st.lists(BLOCK, max_size=12))
def test_every_word_is_there_once_in_reading_order(blocks):
    pages, _ = paginate(document(*blocks), LETTER, theme(), None)
    assert words_on(pages) == ["A", "title", *said(blocks), "Help:", "911"]


@SLOW
@given(st.lists(BLOCK, max_size=12))
def test_a_heading_is_never_last_on_a_page(blocks):
    pages, _ = paginate(document(*blocks, Words((Run("End"),))), LETTER, theme(), None)
    heads = {index for index, element in enumerate(pages.elements) if element.role in ("H2", "H3", "H4")}
    for page in pages.pages[:-1]:
        body = [
            box
            for box in page.boxes
            if box.rect.bottom < 730 and not (isinstance(box, TextBox) and box.tags[0].element < 0)
        ]
        if not body:
            continue
        lowest = max(body, key=lambda box: box.rect.bottom)
        ends_with_break = any(isinstance(block, PageBreak) for block in blocks)
        if isinstance(lowest, TextBox) and not ends_with_break:
            assert lowest.tags[0].element not in heads, written(lowest)


HEIGHT = st.integers(1, 20).map(lambda steps: steps * GRID)
PIECE = st.builds(Piece, HEIGHT, before=st.sampled_from([0.0, 8.0, 16.0, 32.0]), hold=st.integers(MAY_PART, MUST_STAY))
ROOM = 40 * GRID


def chains(pieces):
    """Indices of pieces that hold on to each other whatever happens."""
    found = [[0]] if pieces else []
    for index in range(1, len(pieces)):
        if pieces[index - 1].hold == MUST_STAY:
            found[-1].append(index)
        else:
            found.append([index])
    return found


@given(st.lists(PIECE, max_size=40), st.sampled_from([0, 1, 2]))
def test_what_must_stay_together_is_on_one_page_however_spaces_close_up(pieces, limit):
    """A question and its lines, a heading and what follows, the header of a table and its first row."""
    marked = tuple(replace(piece, stretch=0.0, span=Span(FILE, index + 1, 1)) for index, piece in enumerate(pieces))
    pages = lay_out(marked, ROOM, limit)
    at = {each.piece.span.line - 1: number for number, page in enumerate(pages) for each in page.placed}
    assert sorted(at) == list(range(len(pieces)))
    assert [at[index] for index in range(len(pieces))] == sorted(at.values())
    for chain in chains(pieces):
        if sum(pieces[index].height + pieces[index].before for index in chain) <= ROOM:
            assert len({at[index] for index in chain}) == 1
    assert all(each.bottom <= ROOM for page in pages if not page.overfull for each in page.placed)


@given(st.lists(PIECE, max_size=40))
def test_closer_spaces_never_make_more_pages(pieces):
    assert len(lay_out(pieces, ROOM)) <= len(break_pages(pieces, ROOM))


@SLOW
@given(st.integers(0, 30), st.lists(st.integers(1, 30), min_size=3, max_size=30), st.sampled_from([LETTER, A4]))
def test_every_page_that_a_table_goes_on_to_begins_with_its_header(before, rows, paper):
    table = TableBlock(
        ((Run("Name"),), (Run("Words"),)),
        tuple(((Run(f"Row{number}"),), (Run("flows " * length),)) for number, length in enumerate(rows)),
    )
    pages, _ = paginate(document(*(Words((Run("Before"),)),) * before, table), paper, theme(), None)
    with_rows = 0
    for page in pages.pages:
        said = [(box.rect.top, written(box)) for box in text_boxes(page)]
        tops = [top for top, words in said if words.startswith("Row")]
        if tops:
            with_rows += 1
            (head,) = (top for top, words in said if words == "Name")
            assert head < min(tops)
    assert with_rows >= 1
