"""Words become pieces: set in a print style, tagged for the structure tree, parted only where two lines stay on either side."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Literal

from msgspec import Struct, field
from msgspec.structs import replace

from hornbook.diagnostics import Diagnostic
from hornbook.lesson.variants import PLAIN, Variant
from hornbook.locale.words import phrase
from hornbook.paginate.pieces import Piece, lines_from, on_grid
from hornbook.paginate.styles import large_style, print_style
from hornbook.plan.deck import Deck
from hornbook.plan.document import Document
from hornbook.plan.page import Tag, TextBox
from hornbook.plan.structure import ARTIFACT, Role, StructureBuilder
from hornbook.source.runs import Run
from hornbook.theme.model import Theme
from hornbook.typeset.paragraphs import min_width, set_paragraphs, tie_last_words
from hornbook.typeset.text import Fragment, Line, Paragraph, ParagraphStyle, TextLayout
from hornbook.units import Rect

WIDOW = 2
"""Lines of a paragraph that stay together at the foot and at the head of a page."""

RULING = {0: 24.0, 18: 32.0, 20: 40.0}
"""Distance of lines to write on, by large print: 8.5 mm, 11 mm, 14 mm."""

OPEN_BLANK = 160.0
"""What is to be filled in by hand has so much room where its line ends with it: 56 mm."""
READING_SIZE = 11.0

MEASURE = 34.0
"""The longest line in ems: about 75 letters of a text face."""


class Setter(Struct, frozen=True):
    """What every block needs to become pieces: styles, the tree it adds to, the list of problems it adds to."""

    document: Document
    theme: Theme
    deck: Deck | None
    structure: StructureBuilder
    variant: Variant = PLAIN
    problems: list[Diagnostic] = field(default_factory=list[Diagnostic])
    levels: list[int] = field(default_factory=lambda: [1])
    """Levels of the headings that are open: none may be skipped."""
    headings: dict[int, tuple[int, str]] = field(default_factory=dict[int, tuple[int, str]])
    """Level and words of the headings that become bookmarks, by element."""

    said: list[str] = field(default_factory=list[str])
    """The last words that were set: what a field after them is about."""
    names: list[str] = field(default_factory=list[str])
    """Of the fields of a form, each once."""

    grounds: list[int] = field(default_factory=list[int])

    def ground_id(self) -> int:
        """A number that no other card of the document has."""
        self.grounds.append(len(self.grounds))
        return self.grounds[-1]

    def form_field(self, parent: int, about: str, kind: Literal["text", "check"] = "text") -> int:
        """A field of a form with a name of its own; an artifact where this copy is filled in by hand."""
        if not self.variant.fillable or parent == ARTIFACT:
            return ARTIFACT
        about = " ".join(about.split()) or phrase("answer", self.language)
        words = re.sub(r"[^\w ]", "", about)[:40].strip()
        self.names.append(f"{len(self.names) + 1:03d} {words}")
        return self.structure.add("Form", parent, field=kind, name=self.names[-1], tooltip=about)

    @property
    def about(self) -> str:
        """The last words: what a field that comes now is about."""
        return self.said[-1] if self.said else self.document.title

    def style(self, name: str) -> ParagraphStyle:
        style = print_style(self.theme, name)
        return large_style(name, style, self.variant.large) if self.variant.large else style

    @property
    def em(self) -> float:
        """What lengths that belong to words (an indent, a box to tick) are multiplied with."""
        return self.variant.em

    def runs(self, runs: Sequence[Run]) -> tuple[Run, ...]:
        """The words as they are set: in large print nothing leans, and what did is bold; no number of a source is raised."""
        if not self.variant.large:
            return tuple(runs)
        return tuple(_in_large_print(run) for run in runs)

    @property
    def is_narrow(self) -> bool:
        """Whether a table or a chart may find no room on a page, and is told in words there."""
        return bool(self.variant.large or self.variant.booklet)

    @property
    def ruling(self) -> float:
        """Distance of lines to write on."""
        return RULING[self.variant.large]

    def room(self, height: float) -> float:
        """A space between words, on the grid."""
        return on_grid(height * self.em) if self.variant.large else height

    @property
    def language(self) -> str:
        return self.document.language


def _in_large_print(run: Run) -> Run:
    if run.cite and run.script:
        return replace(run, text=f"\u00a0[{run.text}]", script="")
    return replace(run, emphasis=False, strong=True) if run.emphasis else run


def set_words(
    setter: Setter,
    runs: Sequence[Run],
    style: ParagraphStyle,
    width: float,
    *,
    role: Role = "P",
    parent: int = 0,
    element: int | None = None,
    label: str = "",
    label_element: int = ARTIFACT,
    before: float = 0.0,
    snap: bool = True,
) -> tuple[Piece, ...]:
    """One paragraph as pieces; their height together is on the grid unless `snap` says no. `element` is where its words belong when it is there already, ARTIFACT for furniture."""
    paragraph = Paragraph(setter.runs(runs), style, label=label)
    layout = set_paragraphs((paragraph,), width, slack=0.0)
    if element is None:
        element = setter.structure.add(role, parent)
    tag = Tag(element, label_element, run_elements(setter, paragraph.runs, element))
    if element != ARTIFACT and paragraph.plain.strip():
        setter.said.append(paragraph.plain)
    lines = fill_blanks(layout, paragraph, answers=setter.document.answers)
    parts = _parts(paragraph, tag, lines, width, before)
    return snapped(parts) if snap else parts


def tied(setter: Setter, runs: tuple[Run, ...], style: ParagraphStyle, width: float) -> tuple[Run, ...]:
    """The words with the last two held together, so that none has a line of its own; as they are where that is too wide."""
    if any(run.write_in for run in runs):
        return runs
    together = tie_last_words(runs)
    return together if min_width(Paragraph(setter.runs(together), style)) <= width else runs


def run_elements(setter: Setter, runs: Sequence[Run], parent: int) -> Mapping[int, int]:
    """Elements of the runs that need one: links, other languages, blanks that are heard as "blank"."""
    if parent == ARTIFACT:
        return {}
    found: dict[int, int] = {}
    for index, run in enumerate(runs):
        if run.link:
            found[index] = setter.structure.add("Link", parent, url=run.link, alt=run.text)
        elif run.write_in and not (run.key and setter.document.answers):
            found[index] = _blank(setter, runs, parent)
        elif run.cite:
            numbers = run.text.strip("\u00a0[]")
            said = phrase("citation", setter.language, number=numbers)
            found[index] = setter.structure.add("Span", parent, actual=f" ({said})")
        elif run.language and run.language != setter.language:
            found[index] = setter.structure.add("Span", parent, language=run.language)
    return found


def _blank(setter: Setter, runs: Sequence[Run], parent: int) -> int:
    """A blank is heard as one; in a form it is a field, about the words around it."""
    blank = phrase("blank", setter.language)
    if not setter.variant.fillable:
        return setter.structure.add("Span", parent, actual=blank)
    around = "".join(blank if run.write_in else run.text for run in runs)
    about = around if around.strip() != blank else f"{setter.about}: {blank}"
    return setter.form_field(parent, about)


def fill_blanks(layout: TextLayout, paragraph: Paragraph, *, answers: bool) -> tuple[Line, ...]:
    """The lines as they are printed: no blank wider than the column, and in a key each with its words at the very same place.

    A blank at the end of a line that says nothing of its length takes what is left of the line: a phone number, an address.
    """
    return tuple(
        replace(line, fragments=_blanks(line.fragments, paragraph, layout.width, answers=answers))
        if any(fragment.kind == "blank" for fragment in line.fragments)
        else line
        for line in layout.lines
    )


def _blanks(
    fragments: Sequence[Fragment], paragraph: Paragraph, width: float, *, answers: bool
) -> tuple[Fragment, ...]:
    out: list[Fragment] = []
    for fragment in fragments:
        if fragment.kind != "blank":
            out.append(fragment)
            continue
        run = paragraph.runs[fragment.run]
        room = max(0.0, width - fragment.x)
        wished = fragment.width if run.text or fragment is not fragments[-1] else _open_width(fragment, paragraph.style)
        blank = replace(fragment, width=min(wished, room))
        out.append(blank)
        if answers and run.key and run.text:
            out += _answer(blank, run, paragraph.style)
    return tuple(out)


def _open_width(blank: Fragment, style: ParagraphStyle) -> float:
    """Small print, and words that do not begin at the edge, keep theirs."""
    return max(blank.width, OPEN_BLANK) if style.size >= READING_SIZE and style.align == "left" else blank.width


def _answer(blank: Fragment, run: Run, style: ParagraphStyle) -> list[Fragment]:
    """The words of a blank, set on its line and centred over it."""
    written = replace(run, write_in=False)
    words = set_paragraphs(
        (Paragraph((written,), replace(style, align="left", indent=0.0, bullet="")),), 10_000.0, slack=0.0
    )
    left = blank.x + max(0.0, (blank.width - words.lines[0].right) / 2)
    return [
        replace(fragment, x=left + fragment.x, paragraph=blank.paragraph, run=blank.run)
        for fragment in words.lines[0].fragments
    ]


def _parts(paragraph: Paragraph, tag: Tag, lines: Sequence[Line], width: float, before: float) -> tuple[Piece, ...]:
    """A paragraph's lines in pieces that may part from each other: the first two, the last two, and each between."""
    cuts = [*range(WIDOW, len(lines) - WIDOW + 1)] if len(lines) >= 2 * WIDOW else []
    bounds = [0, *cuts, len(lines)]
    parts = [text_piece(paragraph, tag, lines[first:last], width) for first, last in pairwise(bounds)]
    return (replace(parts[0], before=before), *parts[1:]) if parts else ()


def snapped(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces with what is missing to the next step of the grid below the last of them."""
    if not pieces:
        return ()
    total = sum(piece.height for piece in pieces) + sum(piece.before for piece in pieces[1:])
    return (*pieces[:-1], replace(pieces[-1], height=pieces[-1].height + on_grid(total) - total))


def text_piece(paragraph: Paragraph, tag: Tag, lines: Sequence[Line], width: float, left: float = 0.0) -> Piece:
    """Consecutive lines of a paragraph as one piece."""
    top = lines[0].top
    height = lines[-1].top + lines[-1].height - top
    box = TextBox(Rect(left, 0.0, width, height), (paragraph,), lines_from(lines, top), (left, 0.0), (tag,))
    return Piece(height, (box,))
