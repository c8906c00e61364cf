"""`print-list`: a row for each sheet of the kit, for the person at the copier. What is the same for all is said once."""

from hornbook.handout.blocks.headings import words_of
from hornbook.handout.blocks.kind import BlockKind
from hornbook.handout.kit import KitSheet
from hornbook.handout.scope import Options, Scope
from hornbook.handout.words import fixed
from hornbook.locale.words import phrase
from hornbook.plan.document import Block, Duplex, TableBlock, Words
from hornbook.source.runs import Run

Cell = tuple[Run, ...]

_HEADER = ("print_what", "paper", "pages_head", "sides", "copies", "afterwards")
_PAPER = _HEADER.index("paper")
_SIDES: dict[Duplex, str] = {
    "": "one_side",
    "Simplex": "one_side",
    "DuplexFlipLongEdge": "both_sides_long",
    "DuplexFlipShortEdge": "both_sides_short",
}


def make(scope: Scope, _: Options) -> tuple[Block, ...]:
    """How to print, and what; nothing where the list is all that is made."""
    if not scope.kit:
        return ()
    header = tuple(fixed(name, scope) for name in _HEADER)
    rows = tuple(_row(sheet, scope) for sheet in scope.kit)
    papers = {sheet.paper for sheet in scope.kit}
    if len(papers) > 1:
        return (*_first(scope), TableBlock(header, rows, numbers=(2,), dense=True))
    shorter = TableBlock(_without_paper(header), tuple(map(_without_paper, rows)), numbers=(1,), dense=True)
    return (*_first(scope, papers.pop()), shorter)


def _without_paper(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    return (*cells[:_PAPER], *cells[_PAPER + 1 :])


def _first(scope: Scope, paper: str = "") -> tuple[Words, ...]:
    """Actual size, and the paper where all is printed on one; and contacts to be tried, until someone has."""
    unchecked = any(not contact.checked_on for contact in scope.lesson.contacts)
    all_on = (Run(" "), *fixed("paper", scope), Run(f": {_named(paper)}.")) if paper else ()
    return (
        Words((*fixed("print_actual_size", scope), *all_on)),
        *((Words(fixed("print_check_first", scope)),) if unchecked else ()),
    )


def _row(sheet: KitSheet, scope: Scope) -> tuple[Cell, ...]:
    single = sheet.pages == 1
    return (
        (Run(sheet.title, strong=True), Run("\n"), Run(sheet.file.replace("-", "-\u200b"))),
        (Run(_named(sheet.paper)),),
        (Run(f"{sheet.pages}"),),
        (Run(phrase("one_side" if single else _SIDES[sheet.duplex], scope.language).replace(" ", "\u00a0", 1)),),
        _words(sheet.copies, scope),
        _words(sheet.finish or ("staple" if _has_several_leaves(sheet) else ""), scope),
    )


def _named(paper: str) -> str:
    return paper.upper() if len(paper) < 3 else paper.capitalize()


def _has_several_leaves(sheet: KitSheet) -> bool:
    """Whether leaves belong together: pages that are printed on one side are taken apart."""
    return sheet.duplex not in {"", "Simplex"} and sheet.pages > 2


def _words(words: str, scope: Scope) -> Cell:
    return (Run(words_of(words, scope.language)),) if words else ()


BLOCK = BlockKind("print-list", "A row for each sheet that is made with it: paper, sides, copies.", make)
