"""What all blocks of a page share, and runs as HTML."""

from html import escape

from msgspec import Struct, field

from hornbook.locale.words import phrase
from hornbook.plan.deck import Deck
from hornbook.plan.document import Document
from hornbook.plan.page import Media
from hornbook.plan.structure import nested_level
from hornbook.source.addresses import written_address
from hornbook.source.runs import Run
from hornbook.theme.model import Theme

LEAST_BLANK = 6
"""Em that a line to write on takes at least."""


class Writer(Struct, frozen=True):
    """The document that is written, and the levels of the headings that are open."""

    document: Document
    theme: Theme
    deck: Deck | None
    levels: list[int] = field(default_factory=lambda: [1])
    columns: int = 1
    """Side by side where the next block goes: what is drawn is drawn for their width."""

    @property
    def media(self) -> dict[str, Media]:
        return dict(self.deck.media) if self.deck else {}

    def heading(self, wanted: int) -> int:
        """The level for a heading that wants to be of that one."""
        return nested_level(self.levels, wanted)

    def said(self, key: str) -> str:
        """Words that are read and not seen."""
        return f'<span class="hidden">{escape(phrase(key, self.document.language))}</span>'


def inline(writer: Writer, runs: tuple[Run, ...]) -> str:
    """Runs in their elements."""
    return "".join(_run(writer, run) for run in runs)


def _run(writer: Writer, run: Run) -> str:
    if run.text == "\n":
        return "<br>"
    if run.write_in:
        return _blank(writer, run)
    words = escape(run.text).replace("\t", " ")
    for wanted, open_, close in (
        (run.code, "<code>", "</code>"),
        (run.script == "sub", "<sub>", "</sub>"),
        (run.script == "super", "<sup>", "</sup>"),
        (run.emphasis, "<em>", "</em>"),
        (run.strong, "<strong>", "</strong>"),
        (run.key, '<strong class="key">', "</strong>"),
        (bool(run.language), f'<span lang="{escape(run.language)}">', "</span>"),
        (bool(run.link), f'<a href="{escape(written_address(run.link))}">', "</a>"),
    ):
        words = f"{open_}{words}{close}" if wanted else words
    return words


def _blank(writer: Writer, run: Run) -> str:
    """A line to write on, heard as `blank`; in a key with its words."""
    if run.key and run.text and writer.document.answers:
        return f'<span class="blank answer">{escape(run.text)}</span>'
    width = max(LEAST_BLANK, round(0.6 * len(run.text)))
    return f'<span class="blank" style="min-width:{width}em">{writer.said("blank")}</span>'
