"""Text that an author wrote, as runs that say what their words mean. Nothing here says how it looks."""

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from hornbook.diagnostics import Span

Script = Literal["", "sub", "super"]


class Run(Struct, frozen=True):
    """Words of one meaning. `text` never holds a line break, except a run of its own that is nothing else."""

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    key: bool = False
    """A `==key word==`: marked on the slide, a blank in guided notes."""
    script: Script = ""
    link: str = ""
    """Where the words lead: http, https, mailto or tel; empty where nowhere."""
    cite: tuple[str, ...] = ()
    """Ids of sources, as in `[@a; @b]`; the text of such a run is empty until their numbers are known, and then these."""
    write_in: bool = False
    """A line to write on; the text says what belongs there (it may be empty)."""
    language: str = ""
    """A BCP 47 tag where it differs from the lesson's."""


class Text(Struct, frozen=True):
    """One paragraph as an author wrote it."""

    runs: tuple[Run, ...]
    span: Span

    @property
    def plain(self) -> str:
        """The words alone, as in a title property or an alternative text."""
        runs = self.runs
        return runs[0].text if len(runs) == 1 else "".join([run.text for run in runs])

    def __bool__(self) -> bool:
        return any(run.text or run.cite or run.write_in for run in self.runs)

    def with_runs(self, runs: tuple[Run, ...]) -> "Text":
        return replace(self, runs=runs)


def plain_text(words: str, span: Span) -> Text:
    """A paragraph without markup."""
    return Text((Run(words),) if words else (), span)
